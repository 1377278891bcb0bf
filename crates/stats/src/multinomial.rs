//! Intervals for all options of one question at once: together they cover what each alone would promise.

use crate::interval::Interval;
use crate::level::Level;
use crate::math::{chi_square, float};

/// Goodman (1965): the score interval of each option with χ² of one degree at α/k.
pub fn goodman(counts: &[u64], level: Level) -> Vec<Interval> {
    let n = counts.iter().map(|count| float(*count)).sum::<f64>();
    let options = counts.iter().fold(0.0, |options, _| options + 1.0);
    let chi = chi_square::upper_quantile(2.0 * level.tail() / options, 1.0);
    let end = |x: f64, side: f64| {
        let spread = (chi * (chi + 4.0 * x * (n - x) / n)).sqrt();
        (chi + 2.0 * x + side * spread) / (2.0 * (chi + n))
    };
    counts.iter().map(|count| Interval::new(end(float(*count), -1.0), end(float(*count), 1.0)).within_unit()).collect()
}
