//! Least squares from the products of columns with each other.
#![expect(clippy::indexing_slicing, reason = "every index of these kernels runs below the number of columns kept")]

use super::matrix::Matrix;

/// The factor of a symmetric matrix XᵀDX, without the columns of X that repeat earlier ones.
#[derive(Debug, Clone, PartialEq)]
pub struct Cholesky {
    columns: usize,
    kept: Vec<usize>,
    dependent: Vec<usize>,
    lower: Vec<Vec<f64>>,
}

/// What is left of a column's length after taking away the earlier ones, below which it is one of them.
const DEPENDENT: f64 = 1e-11;

impl Cholesky {
    pub fn of(products: &Matrix) -> Cholesky {
        let columns = products.columns();
        let mut factor = Cholesky { columns, kept: Vec::new(), dependent: Vec::new(), lower: Vec::new() };
        for column in 0..columns {
            let mut row: Vec<f64> = Vec::with_capacity(factor.kept.len() + 1);
            for (place, other) in factor.kept.iter().enumerate() {
                let known: f64 = row.iter().zip(&factor.lower[place]).map(|(a, b)| a * b).sum();
                row.push((products.at(column, *other) - known) / factor.lower[place][place]);
            }
            let length = products.at(column, column);
            let left = length - row.iter().map(|value| value * value).sum::<f64>();
            // Written so that what is not a number is dependent too.
            if left > DEPENDENT * length && left.is_finite() {
                row.push(left.sqrt());
                factor.kept.push(column);
                factor.lower.push(row);
            } else {
                factor.dependent.push(column);
            }
        }
        factor
    }

    /// The columns that say nothing that earlier ones do not.
    pub fn dependent(&self) -> &[usize] {
        &self.dependent
    }

    /// The b with XᵀDX·b = `right`; nought at dependent columns.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut middle: Vec<f64> = Vec::with_capacity(self.kept.len());
        for (place, column) in self.kept.iter().enumerate() {
            let known: f64 = middle.iter().zip(&self.lower[place]).map(|(a, b)| a * b).sum();
            middle.push((right.get(*column).copied().unwrap_or(0.0) - known) / self.lower[place][place]);
        }
        let mut solution = vec![0.0; self.columns];
        for place in (0..self.kept.len()).rev() {
            let known: f64 =
                (place + 1..self.kept.len()).map(|later| self.lower[later][place] * solution[self.kept[later]]).sum();
            solution[self.kept[place]] = (middle[place] - known) / self.lower[place][place];
        }
        solution
    }
}
