#![expect(clippy::indexing_slicing, reason = "rows and columns are numbered by this file")]

use crate::design::{Design, DesignRefusal};
use crate::linearised::Linearised;
use crate::math::matrix::Matrix;
use crate::math::sum::Sum;

/// Two questions of a design crossed: shares of the population with their covariances.
///
/// Rows and columns in which nobody answered are left out: they say nothing, and nothing can be divided by them.
#[derive(Debug, Clone)]
pub struct WeightedTable<'a> {
    pub(super) design: &'a Design,
    pub(super) rows: usize,
    pub(super) columns: usize,
    /// The cell of each unit, row after row; `None` where one of the two answers is missing.
    cells: Vec<Option<usize>>,
    /// Σw of each cell.
    pub(super) weights: Vec<f64>,
}

/// What stands for the share of a cell in which nobody answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum ZeroCells {
    /// Where there is such a cell, the share that independence expects stands for that of every cell. The default.
    #[default]
    NullWhereEmpty,
    /// The share that independence expects, always (`null` of Stata).
    NullProportions,
    /// As R survey: such a cell is left out of the division. For comparison with it only.
    Observed,
}

impl<'a> WeightedTable<'a> {
    /// The row and the column of each unit, numbered from 0; `None` is outside.
    ///
    /// # Errors
    /// When the columns differ in length, or fewer than two rows or columns have anybody.
    pub fn new(
        design: &'a Design,
        rows: &[Option<usize>],
        columns: &[Option<usize>],
    ) -> Result<WeightedTable<'a>, DesignRefusal> {
        // Groups and answers are numbered from nought; a number as large as that is none of them.
        if rows.iter().chain(columns).flatten().any(|place| *place > usize::from(u16::MAX)) {
            return Err(DesignRefusal::NotANumber);
        }
        for length in [rows.len(), columns.len()] {
            if length != design.units() {
                return Err(DesignRefusal::LengthsDiffer { expected: design.units(), found: length });
            }
        }
        let pairs = || rows.iter().zip(columns).map(|(row, column)| row.zip(*column));
        let row_numbers = Numbers::of(pairs().flatten().map(|(row, _)| row));
        let column_numbers = Numbers::of(pairs().flatten().map(|(_, column)| column));
        let (rows, columns) = (row_numbers.number, column_numbers.number);
        if rows < 2 || columns < 2 {
            return Err(DesignRefusal::Nobody);
        }
        let cell = |(row, column)| row_numbers.places[row] * columns + column_numbers.places[column];
        let cells: Vec<Option<usize>> = pairs().map(|pair| pair.map(cell)).collect();
        let mut sums = vec![Sum::default(); rows * columns];
        for (cell, weight) in cells.iter().zip(design.weights()) {
            if let Some(cell) = cell {
                sums[*cell].add(*weight);
            }
        }
        Ok(WeightedTable { design, rows, columns, cells, weights: sums.into_iter().map(Sum::value).collect() })
    }

    /// Rows and columns with anybody in them.
    pub fn shape(&self) -> (usize, usize) {
        (self.rows, self.columns)
    }

    /// N̂ of everybody with both answers.
    pub(super) fn population(&self) -> f64 {
        self.weights.iter().copied().collect::<Sum>().value()
    }

    pub(super) fn row_sums(&self) -> Vec<f64> {
        self.weights.chunks(self.columns).map(|row| row.iter().copied().collect::<Sum>().value()).collect()
    }

    pub(super) fn column_sums(&self) -> Vec<f64> {
        let column = |column: usize| self.weights.iter().skip(column).step_by(self.columns);
        (0..self.columns).map(|place| column(place).copied().collect::<Sum>().value()).collect()
    }

    /// (r−1)(c−1).
    pub(super) fn contrasts(&self) -> usize {
        (self.rows - 1) * (self.columns - 1)
    }

    /// The covariance matrix of figures whose influence depends on the cell alone; nobody outside the table pulls.
    pub(super) fn covariance(
        &self,
        figures: usize,
        influence: impl Fn(usize, usize) -> f64,
    ) -> Result<Matrix, DesignRefusal> {
        self.design.covariance_of_classes(&self.cells, &Matrix::of(figures, self.weights.len(), influence))
    }

    /// The share of each cell in the population, row after row.
    pub fn shares(&self) -> Vec<Linearised> {
        let population = self.population();
        let share = |place: usize| {
            let value = self.weights[place] / population;
            let influence = |cell: &Option<usize>| {
                cell.map_or(0.0, |cell| (if cell == place { 1.0 - value } else { -value }) / population)
            };
            Linearised { value, influence: self.cells.iter().map(influence).collect() }
        };
        (0..self.weights.len()).map(share).collect()
    }
}

/// The values that occur, numbered in their order.
struct Numbers {
    number: usize,
    /// The number of each value.
    places: Vec<usize>,
}

impl Numbers {
    fn of(values: impl Iterator<Item = usize>) -> Numbers {
        let mut seen: Vec<bool> = Vec::new();
        for value in values {
            if value >= seen.len() {
                seen.resize(value + 1, false);
            }
            seen[value] = true;
        }
        let mut number = 0;
        let mut places = Vec::with_capacity(seen.len());
        for seen in seen {
            places.push(number);
            number += usize::from(seen);
        }
        Numbers { number, places }
    }
}
