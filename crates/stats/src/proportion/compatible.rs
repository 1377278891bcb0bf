//! Intervals that other programs print, for comparing figures with theirs. Reports do not use them.

use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, normal};
use crate::share::Share;

/// p ∓ z√(p(1−p)/n). Covers far less than it promises near 0 and 1; not cut to [0, 1], as others leave it.
pub fn wald(share: Share, level: Level) -> Interval {
    let (p, n) = (share.value(), float(share.whole()));
    Interval::around(p, normal::upper_quantile(level.tail()) * (p * (1.0 - p) / n).sqrt())
}

/// Wald's around the centre of Wilson's (Agresti & Coull 1998); not cut to [0, 1].
pub fn agresti_coull(share: Share, level: Level) -> Interval {
    let z = normal::upper_quantile(level.tail());
    let n = float(share.whole()) + z * z;
    let p = (float(share.part()) + z * z / 2.0) / n;
    Interval::around(p, z * (p * (1.0 - p) / n).sqrt())
}

/// Wald's on the logit, from a standard error and a quantile: expit(logit p ∓ q·se/(p(1−p))).
///
/// `None` at 0 and 1, where it does not exist.
pub fn logit(p: f64, standard_error: f64, quantile: f64) -> Option<Interval> {
    if p <= 0.0 || p >= 1.0 {
        return None;
    }
    let centre = libm::log(p / (1.0 - p));
    let reach = quantile * standard_error / (p * (1.0 - p));
    let share = |odds: f64| 1.0 / (1.0 + libm::exp(-odds));
    Some(Interval::new(share(centre - reach), share(centre + reach)))
}

/// Wald's on the arcsine: sin²(asin √p ∓ q·se/(2√(p(1−p)))). `None` at 0 and 1.
pub fn arcsine(p: f64, standard_error: f64, quantile: f64) -> Option<Interval> {
    if p <= 0.0 || p >= 1.0 {
        return None;
    }
    let centre = libm::asin(p.sqrt());
    let reach = quantile * standard_error / (2.0 * (p * (1.0 - p)).sqrt());
    let share = |angle: f64| libm::sin(angle) * libm::sin(angle);
    Some(Interval::new(share(centre - reach), share(centre + reach)))
}
