use crate::importance::correlations::Correlations;
use crate::math::eigen::eigen;
use crate::math::sum::Sum;

/// The parts of R² that fall to the items by way of the nearest set of unrelated ones (Johnson 2000): with Λ = Q√DQᵀ of
/// the items' correlations, Λ²·(Λ⁻¹r)². Its reasoning is disputed (Thomas et al. 2014): label it an approximation, for
/// more items than [`crate::importance::MOST_ITEMS`]. `None` where an item follows from the others.
pub fn relative_weights(correlations: &Correlations) -> Option<Vec<f64>> {
    let size = correlations.outcome.len();
    let eigen = eigen(&correlations.items);
    if !eigen.iter().all(|(value, _)| *value > 1e-12) {
        return None;
    }
    // Λ and its inverse share their vectors; only the root of each value differs.
    let with = |root: &dyn Fn(f64) -> f64, row: usize, column: usize| {
        let part = |(value, vector): &(f64, Vec<f64>)| {
            let at = |place: usize| vector.get(place).copied().unwrap_or(0.0);
            root(*value) * at(row) * at(column)
        };
        eigen.iter().map(part).collect::<Sum>().value()
    };
    let slope = |row: usize| {
        let part = |(column, r): (usize, &f64)| with(&|value| 1.0 / value.sqrt(), row, column) * r;
        correlations.outcome.iter().enumerate().map(part).collect::<Sum>().value()
    };
    let slopes: Vec<f64> = (0..size).map(slope).collect();
    let weight = |row: usize| {
        let part = |(column, slope): (usize, &f64)| {
            let loading = with(&f64::sqrt, row, column);
            loading * loading * slope * slope
        };
        slopes.iter().enumerate().map(part).collect::<Sum>().value()
    };
    Some((0..size).map(weight).collect())
}
