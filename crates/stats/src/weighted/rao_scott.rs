#![expect(clippy::indexing_slicing, reason = "cells are numbered row after row by the table")]

use super::crosstab::{WeightedTable, ZeroCells};
use crate::design::DesignRefusal;
use crate::math::matrix::Matrix;
use crate::math::{chi_square, fisher, float};

/// Pearson's χ² of a table under a design, corrected in the second order (Rao & Scott 1984; Lumley 2010, 2.3.2).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaoScott {
    /// F = X²/tr Δ.
    pub statistic: f64,
    /// d₀ = (tr Δ)²/tr Δ².
    pub numerator: f64,
    /// d₀·ν.
    pub denominator: f64,
    pub p: f64,
    /// How many times wider the design makes the table's shares: tr Δ/k.
    pub mean_effect: f64,
    /// Cramér's V from the estimated shares; corrected for chance with as many answers as these are worth.
    pub cramers_v: f64,
    pub cramers_v_corrected: f64,
    pub first_order: FirstOrder,
}

/// The correction in the first order: X²/(tr Δ/k) against χ²_k. X² is scaled to all rows of the design.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FirstOrder {
    /// X², not yet corrected.
    pub chi_square: f64,
    /// k = (r−1)(c−1).
    pub degrees: f64,
    pub p: f64,
}

impl WeightedTable<'_> {
    /// Whether rows and columns are independent in the population.
    ///
    /// With P̂ the shares, V̂ their covariances, C contrasts orthogonal to both margins and D = diag(P̂):
    /// Δ = (CᵀD⁻¹C/n)⁻¹(CᵀD⁻¹V̂D⁻¹C), X² = nΣ(P̂−P̂ᵢ₊P̂₊ⱼ)²/(P̂ᵢ₊P̂₊ⱼ), F = X²/tr Δ on d₀ and d₀ν degrees of freedom.
    ///
    /// # Errors
    /// When the design tells no variance, or the cells with answers are too few to tell anything.
    pub fn rao_scott(&self, zero_cells: ZeroCells) -> Result<RaoScott, DesignRefusal> {
        let (n, population) = (float(self.design.rows()), self.population());
        let shares: Vec<f64> = self.weights.iter().map(|weight| weight / population).collect();
        let rows: Vec<f64> = self.row_sums().iter().map(|sum| sum / population).collect();
        let columns: Vec<f64> = self.column_sums().iter().map(|sum| sum / population).collect();
        let expected: Vec<f64> = rows.iter().flat_map(|row| columns.iter().map(move |column| row * column)).collect();
        let distances =
            shares.iter().zip(&expected).map(|(share, expected)| (share - expected) * (share - expected) / expected);
        let phi_square: f64 = distances.sum();

        let empty = shares.iter().any(|share| *share <= 0.0);
        let null = match zero_cells {
            ZeroCells::NullWhereEmpty => empty,
            ZeroCells::NullProportions => true,
            ZeroCells::Observed => false,
        };
        let divisors = if null { &expected } else { &shares };
        let inverse: Vec<f64> = divisors.iter().map(|share| if *share > 0.0 { 1.0 / share } else { 0.0 }).collect();
        let contrasts = self.interaction();
        let k = self.contrasts();
        // D⁻¹C, through which the influence of each cell reaches each contrast.
        let through = Matrix::of(self.weights.len(), k, |cell, contrast| inverse[cell] * contrasts.at(cell, contrast));
        let simple = contrasts.transposed().times(&through).scaled(1.0 / n);
        let centre = through.transposed().times_vector(&shares);
        let design =
            self.covariance(k, |contrast, cell| (through.at(cell, contrast) - centre[contrast]) / population)?;
        let delta = simple.solve(&design).ok_or(DesignRefusal::NotANumber)?;

        let (trace, trace_of_square) = (delta.trace(), delta.trace_of_square());
        let (chi_square, contrasts) = (n * phi_square, float(u64::try_from(k).unwrap_or(u64::MAX)));
        let statistic = chi_square / trace;
        let numerator = trace * trace / trace_of_square;
        let denominator = numerator * self.design.degrees();
        if !(trace > 0.0 && statistic.is_finite() && numerator > 0.0 && denominator > 0.0) {
            return Err(DesignRefusal::NotANumber);
        }
        let first = chi_square / (trace / contrasts);
        Ok(RaoScott {
            statistic,
            numerator,
            denominator,
            p: fisher::upper(statistic, numerator, denominator),
            mean_effect: trace / contrasts,
            cramers_v: self.cramers_v(phi_square),
            cramers_v_corrected: self.corrected(phi_square, contrasts * n / trace),
            first_order: FirstOrder { chi_square, degrees: contrasts, p: chi_square::upper(first, contrasts) },
        })
    }

    /// Contrasts between cells that leave both margins alone: products of a contrast of rows and one of columns.
    fn interaction(&self) -> Matrix {
        let own = |size: usize, place: usize, of: usize| {
            let mean = 1.0 / float(u64::try_from(size).unwrap_or(u64::MAX));
            if place == of { 1.0 - mean } else { -mean }
        };
        Matrix::of(self.weights.len(), self.contrasts(), |cell, contrast| {
            let (row, column) = (cell / self.columns, cell % self.columns);
            let (of_row, of_column) = (contrast / (self.columns - 1) + 1, contrast % (self.columns - 1) + 1);
            own(self.rows, row, of_row) * own(self.columns, column, of_column)
        })
    }

    fn smaller_side(&self) -> f64 {
        float(u64::try_from(self.rows.min(self.columns)).unwrap_or(u64::MAX))
    }

    /// √(φ²/(min(r,c)−1)) (Cramér 1946).
    fn cramers_v(&self, phi_square: f64) -> f64 {
        (phi_square / (self.smaller_side() - 1.0)).sqrt().min(1.0)
    }

    /// Without what chance alone would bring (Bergsma 2013), `answers` being their effective number.
    fn corrected(&self, phi_square: f64, answers: f64) -> f64 {
        let side = |count: usize| float(u64::try_from(count).unwrap_or(u64::MAX));
        let corrected = |size: f64| size - (size - 1.0) * (size - 1.0) / (answers - 1.0);
        let (rows, columns) = (side(self.rows), side(self.columns));
        let left = (phi_square - (rows - 1.0) * (columns - 1.0) / (answers - 1.0)).max(0.0);
        (left / (corrected(rows).min(corrected(columns)) - 1.0)).sqrt().clamp(0.0, 1.0)
    }
}
