use crate::comparisons::tested::{Degrees, Tested, Untestable};
use crate::interval::Interval;
use crate::level::Level;
use crate::math::sum::Sum;
use crate::math::{float, student};

/// What the comparison of means needs to know of a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    pub n: u64,
    pub mean: f64,
    /// s², with n−1.
    pub variance: f64,
}

impl Sample {
    /// From values and how often each occurs; what is not a finite number is left out. `None` with fewer than two.
    pub fn of(values: impl Iterator<Item = (f64, u64)> + Clone) -> Option<Sample> {
        let values = values.filter(|(value, _)| value.is_finite());
        let n: u64 = values.clone().map(|(_, count)| count).sum();
        if n < 2 {
            return None;
        }
        let size = float(n);
        let mean = values.clone().map(|(value, count)| value * (float(count) / size)).collect::<Sum>().value();
        let squares: Sum = values.map(|(value, count)| float(count) * (value - mean) * (value - mean)).collect();
        Some(Sample { n, mean, variance: squares.value() / (size - 1.0) })
    }
}

/// Two means beside each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Welch {
    /// First minus second.
    pub difference: f64,
    pub standard_error: f64,
    pub degrees: f64,
    pub interval: Interval,
    pub tested: Tested,
}

/// Welch's t test: d/√(s₁²/n₁ + s₂²/n₂) on the degrees of Welch (1947) and Satterthwaite, with the interval d ∓ t·se.
/// It does not presume that the groups are spread alike.
///
/// # Errors
/// When a group has fewer than two answers, or neither has any spread.
pub fn welch(first: Sample, second: Sample, level: Level) -> Result<Welch, Untestable> {
    let fewest = first.n.min(second.n);
    if fewest < 2 {
        return Err(Untestable::FewAnswers { n: fewest, needed: 2 });
    }
    let (a, b) = (first.variance / float(first.n), second.variance / float(second.n));
    let variance = a + b;
    if variance.is_nan() || variance <= 0.0 {
        return Err(Untestable::NoSpread);
    }
    let degrees = variance * variance / (a * a / (float(first.n) - 1.0) + b * b / (float(second.n) - 1.0));
    let (difference, standard_error) = (first.mean - second.mean, variance.sqrt());
    let t = difference / standard_error;
    Ok(Welch {
        difference,
        standard_error,
        degrees,
        interval: Interval::around(difference, student::upper_quantile(level.tail(), degrees) * standard_error),
        tested: Tested::new(t, Degrees::One(degrees), 2.0 * student::upper(t.abs(), degrees)),
    })
}
