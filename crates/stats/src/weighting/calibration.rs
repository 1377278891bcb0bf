#![expect(clippy::indexing_slicing, reason = "cells and columns are numbered by the margins")]

use super::margin::{Cells, Margin, sums};
use super::refusal::WeightingRefusal;
use super::{newton, raking};
use crate::design::Design;
use crate::estimate::Weighting;
use crate::math::cholesky::Cholesky;
use crate::math::matrix::Matrix;
use std::sync::Arc;

/// How far two sums of the same weights may differ by rounding.
const SAME: f64 = 1e-9;

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

    /// The same sample divided into other units (by another question, say), weighted as it was before: one weighting
    /// serves every table. For each margin, in their order, the category of each unit is given.
    ///
    /// # Errors
    /// When `weighted` was not adjusted to margins, or its weights were trimmed, so that they belong to its own units;
    /// when this is weighted already; and when it is another sample, in which some category weighs more or less.
    pub fn weighted_as(self, weighted: &Design, categories: &[Vec<Option<usize>>]) -> Result<Design, WeightingRefusal> {
        if self.calibration().is_some() {
            return Err(WeightingRefusal::AlreadyWeighted);
        }
        let weighting = weighted.weighting();
        let by_cells = matches!(weighting, Weighting::PostStratified | Weighting::Raked | Weighting::Calibrated);
        let calibration = weighted.calibration().filter(|_| by_cells).ok_or(WeightingRefusal::NotByMargins)?;
        let calibration = calibration.of_units(&self, categories)?;
        Ok(reweighted(self, calibration, weighting))
    }
}

/// What the weights were adjusted to: the part of a figure that the margins explain has no variance any more.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// The same for all units that the sample is ever divided into.
    fitted: Arc<Fitted>,
    cell_of_unit: Vec<usize>,
    /// Σd of each unit, before the adjustment.
    base: Vec<f64>,
}

/// One adjustment, cell by cell.
#[derive(Debug, PartialEq)]
struct Fitted {
    categories: Vec<Vec<usize>>,
    /// Σd of each cell.
    weights: Vec<f64>,
    /// g of each cell.
    factors: Vec<f64>,
    /// The columns that are 1, of each cell.
    columns: Vec<Vec<usize>>,
    width: usize,
    cholesky: Cholesky,
}

impl Calibration {
    fn new(cells: Cells, factors: Vec<f64>, base: Vec<f64>) -> Calibration {
        let fitted = Fitted {
            cholesky: Cholesky::of(&products(&cells, &cells.weights)),
            columns: (0..cells.weights.len()).map(|cell| cells.columns(cell).collect()).collect(),
            width: cells.width(),
            factors,
            weights: cells.weights,
            categories: cells.categories,
        };
        Calibration { fitted: Arc::new(fitted), cell_of_unit: cells.cell_of_unit, base }
    }

    /// The same adjustment of other units of the same sample.
    fn of_units(&self, design: &Design, categories: &[Vec<Option<usize>>]) -> Result<Calibration, WeightingRefusal> {
        let base = design.weights().to_vec();
        let cell_of_unit = self.fitted.cells_of(categories, base.len())?;
        let sums = sums(&cell_of_unit, self.fitted.weights.len(), base.iter().copied());
        let differs = |(sum, weight): (&f64, &f64)| (sum - weight).abs() > SAME * weight;
        if sums.iter().zip(&self.fitted.weights).any(differs) {
            return Err(WeightingRefusal::AnotherSample);
        }
        Ok(Calibration { fitted: self.fitted.clone(), cell_of_unit, base })
    }

    /// g of each unit.
    fn factors(&self) -> Vec<f64> {
        self.cell_of_unit.iter().map(|cell| self.fitted.factors[*cell]).collect()
    }

    /// e − xᵀB with B from the regression of e on the margins weighted by the base weights.
    pub fn residual(&self, influence: &[f64]) -> Vec<f64> {
        let weighted = self.base.iter().zip(influence).map(|(weight, value)| weight * value);
        let of_cells = sums(&self.cell_of_unit, self.cells(), weighted);
        let mut right = vec![0.0; self.width()];
        for (columns, sum) in self.fitted.columns.iter().zip(&of_cells) {
            columns.iter().for_each(|column| right[*column] += sum);
        }
        let solution = self.solve(&right);
        let explained: Vec<f64> =
            self.fitted.columns.iter().map(|columns| columns.iter().map(|column| solution[*column]).sum()).collect();
        influence.iter().zip(&self.cell_of_unit).map(|(value, cell)| value - explained[*cell]).collect()
    }

    /// B from Σdxe.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        self.fitted.cholesky.solve(right)
    }

    /// How many columns the margins have together.
    pub fn width(&self) -> usize {
        self.fitted.width
    }

    /// How many combinations of categories occur.
    pub fn cells(&self) -> usize {
        self.fitted.columns.len()
    }

    /// The columns that are 1 for a cell.
    pub fn columns(&self, cell: usize) -> &[usize] {
        &self.fitted.columns[cell]
    }

    /// The cell of a unit and its weight before the adjustment.
    pub fn of_unit(&self, unit: usize) -> (usize, f64) {
        (self.cell_of_unit[unit], self.base[unit])
    }
}

impl Fitted {
    /// The cell of each unit by its categories, a column for each margin.
    fn cells_of(&self, categories: &[Vec<Option<usize>>], units: usize) -> Result<Vec<usize>, WeightingRefusal> {
        let expected = self.categories.first().map_or(0, Vec::len);
        if categories.len() != expected {
            return Err(WeightingRefusal::AnotherSample);
        }
        if let Some((margin, column)) = categories.iter().enumerate().find(|(_, column)| column.len() != units) {
            return Err(WeightingRefusal::LengthsDiffer { margin, expected: units, found: column.len() });
        }
        let of_unit = |unit: usize| categories.iter().map(move |column| column[unit]);
        let is_of = |cell: usize, unit: usize| {
            let own = self.categories[cell].iter().zip(of_unit(unit));
            own.into_iter().all(|(category, other)| other == Some(*category))
        };
        let mut found: Vec<usize> = Vec::with_capacity(units);
        for unit in 0..units {
            // Units that follow each other are mostly of one cell.
            if let Some(last) = found.last().copied().filter(|last| is_of(*last, unit)) {
                found.push(last);
                continue;
            }
            if let Some(margin) = of_unit(unit).position(|category| category.is_none()) {
                return Err(WeightingRefusal::Unclassified { margin, row: unit });
            }
            let by_order = |own: &Vec<usize>| own.iter().copied().cmp(of_unit(unit).flatten());
            found.push(self.categories.binary_search_by(by_order).map_err(|_| WeightingRefusal::AnotherSample)?);
        }
        Ok(found)
    }
}

fn adjusted(design: &Design, cells: Cells, factors: Vec<f64>, weighting: Weighting) -> Design {
    reweighted(design.clone(), Calibration::new(cells, factors, design.weights().to_vec()), weighting)
}

fn reweighted(design: Design, calibration: Calibration, weighting: Weighting) -> Design {
    design.reweighted(&calibration.factors(), weighting, Some(calibration))
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
