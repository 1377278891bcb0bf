use crate::interval::Interval;
use crate::level::Level;
use crate::math::root::crossing;
use crate::math::{float, normal};
use crate::share::Share;

/// The score interval for p₁ − p₂ of Miettinen & Nurminen (1985): all δ at which |p̂₁−p̂₂−δ| is not beyond z standard
/// errors, these taken from the likeliest shares that differ by exactly δ, with the variance times N/(N−1).
///
/// On request; [`crate::newcombe`] is the default. Defined everywhere, at none and all too.
pub fn miettinen_nurminen(first: Share, second: Share, level: Level) -> Interval {
    let z = normal::upper_quantile(level.tail());
    let found = first.value() - second.value();
    let (m, n) = (float(first.whole()), float(second.whole()));
    let distance = |delta: f64| {
        let lower = likeliest(first, second, delta);
        let upper = (lower + delta).clamp(0.0, 1.0);
        let variance = upper * (1.0 - upper) / m + lower * (1.0 - lower) / n;
        let away = found - delta;
        // Where nothing varies, any distance is infinitely many standard errors.
        if variance > 0.0 { away / (variance * (m + n) / (m + n - 1.0)).sqrt() } else { away * f64::MAX }
    };
    Interval::new(crossing(-1.0, found, |delta| distance(delta) - z), crossing(found, 1.0, |delta| distance(delta) + z))
}

/// The second share that is likeliest when the first is larger by δ: where the slope of the likelihood, which only
/// falls, is nought.
fn likeliest(first: Share, second: Share, delta: f64) -> f64 {
    let (low, high) = ((-delta).max(0.0), (1.0 - delta).min(1.0));
    let part = |successes: u64, p: f64| if successes == 0 { 0.0 } else { float(successes) / p };
    let slope = |p: f64| {
        let above = (p + delta).clamp(0.0, 1.0);
        part(first.part(), above) - part(first.complement().part(), 1.0 - above) + part(second.part(), p)
            - part(second.complement().part(), 1.0 - p)
    };
    if slope(low) <= 0.0 {
        low
    } else if slope(high) >= 0.0 {
        high
    } else {
        crossing(low, high, slope)
    }
}
