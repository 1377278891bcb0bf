use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, normal};
use crate::share::Share;

/// Wilson's score interval, the default.
///
/// Centre (p + z²/2n)/(1 + z²/n), half-width z/(1 + z²/n)·√(p(1−p)/n + z²/4n²) (Wilson 1927). At nought it begins at
/// exactly 0, at n of n it ends at exactly 1.
pub fn wilson(share: Share, level: Level) -> Interval {
    wilson_effective(share.value(), float(share.whole()), normal::upper_quantile(level.tail()))
}

/// The same with an effective number of answers and any quantile: with p(1−p)/V and a t quantile it is
/// `svyciprop(method = "wilson")` of R survey 4.5.
pub fn wilson_effective(p: f64, answers: f64, quantile: f64) -> Interval {
    let k = quantile * quantile / answers;
    let half = quantile * (p * (1.0 - p) / answers + k / (4.0 * answers)).sqrt();
    // Each end comes from the root without cancellation; the other follows from the product of the roots.
    let high = (p + k / 2.0 + half) / (1.0 + k);
    let low = p * p / ((1.0 + k) * high);
    if p >= 1.0 {
        return Interval::new(low, 1.0);
    }
    Interval::new(low, high).within_unit()
}

/// With the continuity correction of `prop.test`; wider than its level promises, for comparison with others only.
pub fn wilson_corrected(share: Share, level: Level) -> Interval {
    let (x, n) = (float(share.part()), float(share.whole()));
    let z = normal::upper_quantile(level.tail());
    let step = (x - n / 2.0).abs().min(0.5) / n;
    let p = share.value();
    let end = |p: f64, side: f64| {
        let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).max(0.0).sqrt();
        (p + z * z / (2.0 * n) + side * half) / (1.0 + z * z / n)
    };
    let low = if share.is_none() { 0.0 } else { end(p - step, -1.0) };
    let high = if share.is_all() { 1.0 } else { end(p + step, 1.0) };
    Interval::new(low, high).within_unit()
}
