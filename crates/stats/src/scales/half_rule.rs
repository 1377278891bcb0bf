use crate::math::float;
use crate::math::sum::Sum;

/// 100·(y−lowest)/(highest−lowest): 0 is the lowest answer that there is, 100 the highest. `None` on a scale of one step.
pub fn index_100(value: f64, lowest: f64, highest: f64) -> Option<f64> {
    let index = 100.0 * (value - lowest) / (highest - lowest);
    (highest > lowest && index.is_finite()).then_some(index)
}

/// One person's index over several items: the mean of those answered, if they are at least half of all; all items
/// count the same whoever answered them.
pub fn person_index(answers: &[Option<f64>]) -> Option<f64> {
    let answered: Vec<f64> = answers.iter().copied().flatten().collect();
    let enough = !answered.is_empty() && 2 * answered.len() >= answers.len();
    let n = float(u64::try_from(answered.len()).unwrap_or(u64::MAX));
    enough.then(|| answered.into_iter().collect::<Sum>().value() / n)
}
