#![expect(clippy::indexing_slicing, reason = "cells and columns are numbered by the margins")]

use super::margin::{Cells, Margin};
use super::refusal::WeightingRefusal;
use super::{newton, raking};
use crate::design::Design;
use crate::estimate::Weighting;
use crate::math::cholesky::Cholesky;
use crate::math::matrix::Matrix;

/// How far a weight may go from what it was, and what going there costs (Deville & Särndal 1992).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distance {
    /// g = exp(xᵀλ): never negative, no upper bound. The same weights as raking finds.
    Raking,
    /// g = 1 + xᵀλ: simple, and may become negative.
    Linear,
    /// g = [L(U−1)+U(1−L)e]/[(U−1)+(1−L)e], e = exp(A·xᵀλ): stays between both bounds, which lie around 1.
    Logit { low: f64, high: f64 },
}

impl Design {
    /// g_c = N_c/N̂_c for one margin.
    ///
    /// # Errors
    /// When a row is in no category, a category has no respondent or no population, or the sample is weighted already.
    pub fn post_stratified(&self, margin: &Margin) -> Result<Design, WeightingRefusal> {
        let margins = std::slice::from_ref(margin);
        let cells = Cells::of(self, margins)?;
        let factor = |(categories, weight): (&Vec<usize>, &f64)| margin.totals[categories[0]] / weight;
        let factors = cells.categories.iter().zip(&cells.weights).map(factor).collect();
        Ok(adjusted(self, cells, factors, Weighting::PostStratified))
    }

    /// Brings one margin after the other to its population until all hold (Deming & Stephan 1940).
    ///
    /// # Errors
    /// As for one margin; and when no weights meet all margins together.
    pub fn raked(&self, margins: &[Margin]) -> Result<Design, WeightingRefusal> {
        let cells = Cells::of(self, margins)?;
        let factors = raking::factors(&cells, margins)?;
        Ok(adjusted(self, cells, factors, Weighting::Raked))
    }

    /// The weights nearest to what they were that meet all margins.
    ///
    /// # Errors
    /// As for raking; when a margin repeats others; when the bounds allow no solution.
    pub fn calibrated(&self, margins: &[Margin], distance: Distance) -> Result<Design, WeightingRefusal> {
        let cells = Cells::of(self, margins)?;
        let factors = newton::factors(&cells, margins, distance)?;
        Ok(adjusted(self, cells, factors, Weighting::Calibrated))
    }
}

fn adjusted(design: &Design, cells: Cells, factors: Vec<f64>, weighting: Weighting) -> Design {
    let of_units: Vec<f64> = cells.cell_of_unit.iter().map(|cell| factors[*cell]).collect();
    let calibration = Calibration::new(cells, design.weights().to_vec());
    design.reweighted(&of_units, weighting, Some(calibration))
}

/// What the weights were adjusted to: the part of a figure that the margins explain has no variance any more.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    cells: Cells,
    /// The columns that are 1, of each cell.
    columns: Vec<Vec<usize>>,
    /// Σd of each unit, before the adjustment.
    base: Vec<f64>,
    factor: Cholesky,
}

impl Calibration {
    fn new(cells: Cells, base: Vec<f64>) -> Calibration {
        let factor = Cholesky::of(&products(&cells, &cells.weights));
        let columns = (0..cells.weights.len()).map(|cell| cells.columns(cell).collect()).collect();
        Calibration { cells, columns, base, factor }
    }

    /// e − xᵀB with B from the regression of e on the margins weighted by the base weights.
    pub fn residual(&self, influence: &[f64]) -> Vec<f64> {
        let of_cells = self.cells.sums(self.base.iter().zip(influence).map(|(weight, value)| weight * value));
        let mut right = vec![0.0; self.width()];
        for (columns, sum) in self.columns.iter().zip(&of_cells) {
            columns.iter().for_each(|column| right[*column] += sum);
        }
        let solution = self.solve(&right);
        let explained: Vec<f64> =
            self.columns.iter().map(|columns| columns.iter().map(|column| solution[*column]).sum()).collect();
        influence.iter().zip(&self.cells.cell_of_unit).map(|(value, cell)| value - explained[*cell]).collect()
    }

    /// B from Σdxe.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        self.factor.solve(right)
    }

    /// How many columns the margins have together.
    pub fn width(&self) -> usize {
        self.cells.width()
    }

    /// How many combinations of categories occur.
    pub fn cells(&self) -> usize {
        self.columns.len()
    }

    /// The columns that are 1 for a cell.
    pub fn columns(&self, cell: usize) -> &[usize] {
        &self.columns[cell]
    }

    /// The cell of a unit and its weight before the adjustment.
    pub fn of_unit(&self, unit: usize) -> (usize, f64) {
        (self.cells.cell_of_unit[unit], self.base[unit])
    }
}

/// Σ over cells of weight·x·xᵀ.
pub fn products(cells: &Cells, weights: &[f64]) -> Matrix {
    let mut products = Matrix::nought(cells.width(), cells.width());
    for (cell, weight) in weights.iter().enumerate() {
        for row in cells.columns(cell) {
            for column in cells.columns(cell) {
                products.add(row, column, *weight);
            }
        }
    }
    products
}
