//! Factorials, by their logarithms.

use super::float;
use super::sum::Sum;

/// ln k! for all k up to some size: one table, where the same few are needed millions of times.
pub struct Factorials(Vec<f64>);

impl Factorials {
    pub fn up_to(most: u64) -> Factorials {
        let mut total = Sum::default();
        let log = |k: u64| {
            total.add(if k > 1 { libm::log(float(k)) } else { 0.0 });
            total.value()
        };
        Factorials((0..=most).map(log).collect())
    }

    /// Beyond the table nothing is possible, so the chance of it is nought.
    pub fn log(&self, k: u64) -> f64 {
        usize::try_from(k).ok().and_then(|k| self.0.get(k)).copied().unwrap_or(f64::INFINITY)
    }
}
