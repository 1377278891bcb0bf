#![expect(clippy::indexing_slicing, reason = "a kernel: every index is below the size that the matrix was made with")]

//! Small symmetric matrices: correlations of a few items.

use super::sum::Sum;

/// A square matrix, taken as symmetric, row after row.
#[derive(Debug, Clone, PartialEq)]
pub struct Symmetric {
    size: usize,
    cells: Vec<f64>,
}

impl Symmetric {
    /// From the value of each pair, asked once per pair with the row not above the column.
    pub fn of(size: usize, mut value: impl FnMut(usize, usize) -> f64) -> Symmetric {
        let mut matrix = Symmetric { size, cells: vec![0.0; size * size] };
        for row in 0..size {
            for column in row..size {
                let value = value(row, column);
                matrix.cells[row * size + column] = value;
                matrix.cells[column * size + row] = value;
            }
        }
        matrix
    }

    pub fn size(&self) -> usize {
        self.size
    }

    /// Nought outside the matrix.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        if row < self.size && column < self.size { self.cells[row * self.size + column] } else { 0.0 }
    }

    pub fn trace(&self) -> f64 {
        (0..self.size).map(|i| self.get(i, i)).collect::<Sum>().value()
    }

    pub fn total(&self) -> f64 {
        self.cells.iter().copied().collect::<Sum>().value()
    }

    /// Without one row and its column.
    pub fn without(&self, dropped: usize) -> Symmetric {
        let kept: Vec<usize> = (0..self.size).filter(|i| *i != dropped).collect();
        Symmetric::of(kept.len(), |row, column| self.get(kept[row], kept[column]))
    }

    /// The x with A·x = `right`, by Cholesky; `None` where A is not positive definite, within rounding.
    pub fn solve(&self, right: &[f64]) -> Option<Vec<f64>> {
        let n = self.size;
        if right.len() != n {
            return None;
        }
        let mut lower = vec![0.0; n * n];
        for i in 0..n {
            for j in 0..=i {
                let known: Sum = (0..j).map(|k| -lower[i * n + k] * lower[j * n + k]).collect();
                let left = self.get(i, j) + known.value();
                if i == j {
                    if left.is_nan() || left <= 1e-12 * self.get(i, i) {
                        return None;
                    }
                    lower[i * n + i] = left.sqrt();
                } else {
                    lower[i * n + j] = left / lower[j * n + j];
                }
            }
        }
        let mut x = right.to_vec();
        for i in 0..n {
            let known: Sum = (0..i).map(|k| -lower[i * n + k] * x[k]).collect();
            x[i] = (x[i] + known.value()) / lower[i * n + i];
        }
        for i in (0..n).rev() {
            let known: Sum = (i + 1..n).map(|k| -lower[k * n + i] * x[k]).collect();
            x[i] = (x[i] + known.value()) / lower[i * n + i];
        }
        Some(x)
    }

    /// Each eigenvalue with its vector of length 1, by Jacobi's rotations: slow for large matrices, exact for small.
    pub fn eigen(&self) -> Vec<(f64, Vec<f64>)> {
        let n = self.size;
        let mut a = self.cells.clone();
        let mut vectors = vec![0.0; n * n];
        for i in 0..n {
            vectors[i * n + i] = 1.0;
        }
        for _ in 0..100 {
            let off: f64 = (0..n).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a[i * n + j].abs()).sum();
            if off <= f64::MIN_POSITIVE || !off.is_finite() {
                break;
            }
            for p in 0..n {
                for q in p + 1..n {
                    rotate(&mut a, &mut vectors, n, p, q);
                }
            }
        }
        (0..n).map(|i| (a[i * n + i], (0..n).map(|k| vectors[k * n + i]).collect())).collect()
    }
}

/// Turns the plane of p and q so that their common cell becomes nought (Golub & Van Loan, section 8.5).
fn rotate(a: &mut [f64], vectors: &mut [f64], n: usize, p: usize, q: usize) {
    let across = a[p * n + q];
    if across == 0.0 || across.abs() < 1e-300 {
        a[p * n + q] = 0.0;
        a[q * n + p] = 0.0;
        return;
    }
    let theta = (a[q * n + q] - a[p * n + p]) / (2.0 * across);
    let sign = if theta < 0.0 { -1.0 } else { 1.0 };
    let tangent = sign / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for k in 0..n {
        let (kp, kq) = (a[k * n + p], a[k * n + q]);
        a[k * n + p] = cosine * kp - sine * kq;
        a[k * n + q] = sine * kp + cosine * kq;
    }
    for k in 0..n {
        let (pk, qk) = (a[p * n + k], a[q * n + k]);
        a[p * n + k] = cosine * pk - sine * qk;
        a[q * n + k] = sine * pk + cosine * qk;
        let (kp, kq) = (vectors[k * n + p], vectors[k * n + q]);
        vectors[k * n + p] = cosine * kp - sine * kq;
        vectors[k * n + q] = sine * kp + cosine * kq;
    }
}
