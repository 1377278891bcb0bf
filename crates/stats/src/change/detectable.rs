use crate::level::Level;
use crate::math::{float, normal};

/// The smallest true difference of two shares that would be noticed with this power: (z_{1−α/2}+z_{power})·√(deff·
/// (p₁q₁/n₁+p₂q₂/n₂)), as a share. Told before the fieldwork, and again in the report. The far tail, about a millionth
/// of it, is left out (Chow, Shao & Wang 2008, section 4.2).
///
/// `None` when a share is none or a number is not positive.
pub fn detectable_difference(
    first: (f64, u64),
    second: (f64, u64),
    effect: f64,
    level: Level,
    power: f64,
) -> Option<f64> {
    let usable = |(p, n): (f64, u64)| (0.0..=1.0).contains(&p) && n > 0;
    let possible = usable(first) && usable(second) && effect > 0.0 && effect.is_finite() && power > 0.0 && power < 1.0;
    if !possible {
        return None;
    }
    let variance = |(p, n): (f64, u64)| p * (1.0 - p) / float(n);
    let quantiles = normal::upper_quantile(level.tail()) + normal::quantile(power);
    Some(quantiles * (effect * (variance(first) + variance(second))).sqrt())
}
