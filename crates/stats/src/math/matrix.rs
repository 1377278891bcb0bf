//! Small dense matrices: products, and systems of equations that are solved or known to be unsolvable.
#![expect(clippy::indexing_slicing, reason = "every index of these kernels runs below the size of the matrix")]

use super::sum::Sum;

/// Numbers in rows and columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

/// A pivot this much smaller than the largest number of its column is rounding noise.
const NOISE: f64 = 1e-13;

impl Matrix {
    pub fn nought(rows: usize, columns: usize) -> Matrix {
        Matrix { rows, columns, cells: vec![0.0; rows * columns] }
    }

    /// Each cell by its row and column.
    pub fn of(rows: usize, columns: usize, cell: impl Fn(usize, usize) -> f64) -> Matrix {
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        Matrix { rows, columns, cells: cells.map(|(row, column)| cell(row, column)).collect() }
    }

    pub fn identity(size: usize) -> Matrix {
        Matrix::of(size, size, |row, column| if row == column { 1.0 } else { 0.0 })
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Not a number outside the matrix.
    pub fn at(&self, row: usize, column: usize) -> f64 {
        if row < self.rows && column < self.columns { self.cells[row * self.columns + column] } else { f64::NAN }
    }

    /// Outside the matrix nothing is added.
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        if row < self.rows && column < self.columns {
            self.cells[row * self.columns + column] += value;
        }
    }

    pub fn row(&self, row: usize) -> &[f64] {
        self.cells.get(row * self.columns..(row + 1) * self.columns).unwrap_or_default()
    }

    pub fn row_mut(&mut self, row: usize) -> &mut [f64] {
        self.cells.get_mut(row * self.columns..(row + 1) * self.columns).unwrap_or_default()
    }

    pub fn to_rows(&self) -> Vec<Vec<f64>> {
        (0..self.rows).map(|row| self.row(row).to_vec()).collect()
    }

    pub fn diagonal(&self) -> Vec<f64> {
        (0..self.rows.min(self.columns)).map(|place| self.at(place, place)).collect()
    }

    pub fn trace(&self) -> f64 {
        self.diagonal().into_iter().sum()
    }

    /// tr M², without the rest of M².
    pub fn trace_of_square(&self) -> f64 {
        let row = |row: usize| (0..self.columns).map(|column| self.at(row, column) * self.at(column, row)).sum::<f64>();
        (0..self.rows.min(self.columns)).map(row).sum()
    }

    /// All cells together.
    pub fn total(&self) -> f64 {
        self.cells.iter().copied().collect::<Sum>().value()
    }

    /// Without one row and the column of the same place.
    pub fn without(&self, place: usize) -> Matrix {
        let later = |at: usize| at + usize::from(at >= place);
        let (rows, columns) = (self.rows.saturating_sub(1), self.columns.saturating_sub(1));
        Matrix::of(rows, columns, |row, column| self.at(later(row), later(column)))
    }

    pub fn transposed(&self) -> Matrix {
        Matrix::of(self.columns, self.rows, |row, column| self.at(column, row))
    }

    pub fn plus(&self, other: &Matrix) -> Matrix {
        Matrix::of(self.rows, self.columns, |row, column| self.at(row, column) + other.at(row, column))
    }

    pub fn scaled(&self, by: f64) -> Matrix {
        Matrix { rows: self.rows, columns: self.columns, cells: self.cells.iter().map(|cell| cell * by).collect() }
    }

    pub fn times(&self, other: &Matrix) -> Matrix {
        let mut product = Matrix::nought(self.rows, other.columns);
        let rows = product.cells.chunks_exact_mut(other.columns.max(1));
        for (sums, factors) in rows.zip(self.cells.chunks_exact(self.columns.max(1))) {
            for (factor, cells) in factors.iter().zip(other.cells.chunks_exact(other.columns.max(1))) {
                sums.iter_mut().zip(cells).for_each(|(sum, cell)| *sum += factor * cell);
            }
        }
        product
    }

    pub fn times_vector(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.rows).map(|row| self.row(row).iter().zip(vector).map(|(a, b)| a * b).sum()).collect()
    }

    /// aᵀ·M·a.
    pub fn quadratic(&self, vector: &[f64]) -> f64 {
        self.times_vector(vector).iter().zip(vector).map(|(a, b)| a * b).sum()
    }

    /// The X with M·X = `right`, by Gauss with the largest pivot of each column; rows and columns are first brought to
    /// the same size. `None` when the equations contradict or repeat each other, or are no numbers.
    pub fn solve(&self, right: &Matrix) -> Option<Matrix> {
        let n = self.rows;
        if n != self.columns || right.rows != n || self.cells.iter().chain(&right.cells).any(|cell| !cell.is_finite()) {
            return None;
        }
        let (mut left, mut right) = (self.clone(), right.clone());
        for row in 0..n {
            let largest = left.row(row).iter().fold(0.0, |most: f64, cell| most.max(cell.abs()));
            if largest <= 0.0 {
                return None;
            }
            left.scale_row(row, 1.0 / largest);
            right.scale_row(row, 1.0 / largest);
        }
        let column_sizes: Vec<f64> =
            (0..n).map(|column| (0..n).fold(0.0, |most: f64, row| most.max(left.at(row, column).abs()))).collect();
        for (step, column_size) in column_sizes.into_iter().enumerate() {
            let pivot = (step..n).max_by(|a, b| left.at(*a, step).abs().total_cmp(&left.at(*b, step).abs()))?;
            if left.at(pivot, step).abs() <= NOISE * column_size {
                return None;
            }
            left.swap_rows(step, pivot);
            right.swap_rows(step, pivot);
            for row in step + 1..n {
                let factor = left.at(row, step) / left.at(step, step);
                left.subtract_row(row, step, factor);
                right.subtract_row(row, step, factor);
            }
        }
        for step in (0..n).rev() {
            right.scale_row(step, 1.0 / left.at(step, step));
            for row in 0..step {
                let factor = left.at(row, step);
                right.subtract_row(row, step, factor);
            }
        }
        right.cells.iter().all(|cell| cell.is_finite()).then_some(right)
    }

    pub fn inverse(&self) -> Option<Matrix> {
        self.solve(&Matrix::identity(self.rows))
    }

    fn scale_row(&mut self, row: usize, by: f64) {
        for cell in &mut self.cells[row * self.columns..(row + 1) * self.columns] {
            *cell *= by;
        }
    }

    fn swap_rows(&mut self, a: usize, b: usize) {
        for column in 0..self.columns {
            self.cells.swap(a * self.columns + column, b * self.columns + column);
        }
    }

    fn subtract_row(&mut self, from: usize, row: usize, factor: f64) {
        for column in 0..self.columns {
            self.cells[from * self.columns + column] -= factor * self.cells[row * self.columns + column];
        }
    }
}
