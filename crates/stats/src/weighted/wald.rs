#![expect(clippy::indexing_slicing, reason = "cells are numbered row after row by the table")]

use super::crosstab::WeightedTable;
use crate::design::DesignRefusal;
use crate::math::matrix::Matrix;
use crate::math::{fisher, float};

/// Wald's test of independence, for comparison with programs that print it: it finds far too much when the contrasts
/// are nearly as many as the degrees of freedom (Thomas & Rao 1987). Reports use [`super::RaoScott`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WaldTest {
    /// W/k, or adjusted W(ν−k+1)/(kν).
    pub statistic: f64,
    pub numerator: f64,
    pub denominator: f64,
    pub p: f64,
}

impl WeightedTable<'_> {
    /// W = YᵀV⁻¹Y on Y_ij = N̂_ij − N̂_i₊N̂_₊j/N̂ without the first row and column.
    ///
    /// # Errors
    /// When the design tells no variance, or fewer clusters than contrasts.
    pub fn wald(&self, adjusted: bool) -> Result<WaldTest, DesignRefusal> {
        let population = self.population();
        let rows: Vec<f64> = self.row_sums().iter().map(|sum| sum / population).collect();
        let columns: Vec<f64> = self.column_sums().iter().map(|sum| sum / population).collect();
        let inner = self.columns - 1;
        let place = |contrast: usize| (contrast / inner + 1, contrast % inner + 1);
        let distances: Vec<f64> = (0..self.contrasts())
            .map(|contrast| {
                let (row, column) = place(contrast);
                self.weights[row * self.columns + column] - population * rows[row] * columns[column]
            })
            .collect();
        let covariance = self.covariance(self.contrasts(), |contrast, cell| {
            let ((row, column), own) = (place(contrast), (cell / self.columns, cell % self.columns));
            let is = |same: bool| if same { 1.0 } else { 0.0 };
            is((row, column) == own) - is(row == own.0) * columns[column] - is(column == own.1) * rows[row]
                + rows[row] * columns[column]
        })?;
        let distance = quadratic(&covariance, &distances)?;
        let (k, degrees) = (float(u64::try_from(distances.len()).unwrap_or(u64::MAX)), self.design.degrees());
        let (statistic, denominator) = match adjusted {
            true => (distance * (degrees - k + 1.0) / (k * degrees), degrees - k + 1.0),
            false => (distance / k, degrees),
        };
        if denominator <= 0.0 {
            return Err(DesignRefusal::NotANumber);
        }
        Ok(WaldTest { statistic, numerator: k, denominator, p: fisher::upper(statistic, k, denominator) })
    }
}

/// yᵀ·V⁻¹·y.
pub(super) fn quadratic(covariance: &Matrix, values: &[f64]) -> Result<f64, DesignRefusal> {
    let right = Matrix::of(values.len(), 1, |row, _| values[row]);
    let solved = covariance.solve(&right).ok_or(DesignRefusal::NotANumber)?;
    Ok(values.iter().enumerate().map(|(row, value)| value * solved.at(row, 0)).sum())
}
