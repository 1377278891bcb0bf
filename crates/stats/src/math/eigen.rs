#![expect(clippy::indexing_slicing, reason = "a kernel: every index is below the size that the matrix was made with")]

//! The axes of small symmetric matrices: correlations of a few items.

use super::matrix::Matrix;

/// Each eigenvalue with its vector of length 1, by Jacobi's rotations: slow for large matrices, exact for small. The
/// matrix is taken as symmetric.
pub fn eigen(matrix: &Matrix) -> Vec<(f64, Vec<f64>)> {
    let n = matrix.rows().min(matrix.columns());
    let mut a: Vec<f64> = (0..n * n).map(|place| matrix.at(place / n, place % n)).collect();
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
