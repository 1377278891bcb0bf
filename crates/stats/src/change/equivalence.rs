use crate::comparisons::{Sample, Untestable, welch};
use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, normal, student};
use crate::share::Share;

/// Two one-sided tests of whether a difference is smaller than what was declared to matter (Schuirmann 1987).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Equivalence {
    /// First minus second.
    pub difference: f64,
    pub standard_error: f64,
    /// Δ, in the unit of the difference.
    pub margin: f64,
    /// (d+Δ)/se and (d−Δ)/se.
    pub statistics: (f64, f64),
    /// Against „lower by Δ or more“.
    pub p_lower: f64,
    /// Against „higher by Δ or more“.
    pub p_upper: f64,
    /// The interval of twice the level, 90 % for 5 %: inside ∓Δ exactly when both tests succeed.
    pub interval: Interval,
}

impl Equivalence {
    /// The larger of the two.
    pub fn p(&self) -> f64 {
        self.p_lower.max(self.p_upper)
    }

    /// Whether the difference is told to be smaller than the margin.
    pub fn is_told(&self) -> bool {
        -self.margin < self.interval.low && self.interval.high < self.margin
    }
}

/// Of two shares, with the variance of each on its own; `alpha` is the level of each test, 0.05.
///
/// # Errors
/// When neither share leaves anything to vary, or `alpha` or the margin is out of range.
pub fn equivalent_shares(first: Share, second: Share, margin: f64, alpha: f64) -> Result<Equivalence, Untestable> {
    let variance = |share: Share| share.value() * share.complement().value() / float(share.whole());
    let standard_error = (variance(first) + variance(second)).sqrt();
    let difference = first.value() - second.value();
    equivalence(difference, standard_error, margin, alpha, normal::upper, normal::upper_quantile)
}

/// Of two means, with Welch's standard error and degrees.
///
/// # Errors
/// As [`welch`], or when `alpha` or the margin is out of range.
pub fn equivalent_means(first: Sample, second: Sample, margin: f64, alpha: f64) -> Result<Equivalence, Untestable> {
    let welch = welch(first, second, Level::NINETY_FIVE)?;
    let upper = |t: f64| student::upper(t, welch.degrees);
    let quantile = |q: f64| student::upper_quantile(q, welch.degrees);
    equivalence(welch.difference, welch.standard_error, margin, alpha, upper, quantile)
}

fn equivalence(
    difference: f64,
    standard_error: f64,
    margin: f64,
    alpha: f64,
    upper: impl Fn(f64) -> f64,
    quantile: impl Fn(f64) -> f64,
) -> Result<Equivalence, Untestable> {
    if !(standard_error > 0.0 && standard_error.is_finite()) {
        return Err(Untestable::NoSpread);
    }
    if !(alpha > 0.0 && alpha < 0.5 && margin > 0.0 && margin.is_finite()) {
        return Err(Untestable::WrongShape);
    }
    let statistics = ((difference + margin) / standard_error, (difference - margin) / standard_error);
    Ok(Equivalence {
        difference,
        standard_error,
        margin,
        statistics,
        p_lower: upper(statistics.0),
        p_upper: upper(-statistics.1),
        interval: Interval::around(difference, quantile(alpha) * standard_error),
    })
}
