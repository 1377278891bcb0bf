//! Student's t distribution, for any positive number of degrees of freedom, whole or not.

use super::{beta, normal};

/// Above this many degrees the Cornish–Fisher series is exact to the last digit, and much quicker.
const MANY: f64 = 1e5;

/// P(T > t) with `df` degrees of freedom.
pub fn upper(t: f64, df: f64) -> f64 {
    if df.is_infinite() {
        return normal::upper(t);
    }
    if t < 0.0 {
        return 1.0 - upper(-t, df);
    }
    let square = t * t;
    0.5 * beta::tails(0.5 * df, 0.5, df / (df + square), square / (df + square)).0
}

/// The t with P(T > t) = q, 0 < q < 1.
pub fn upper_quantile(q: f64, df: f64) -> f64 {
    if q.is_nan() || df.is_nan() || df <= 0.0 || !(0.0..=1.0).contains(&q) {
        return f64::NAN;
    }
    if q > 0.5 {
        return -upper_quantile(1.0 - q, df);
    }
    let z = normal::upper_quantile(q);
    if df.is_infinite() || (df > MANY && z < 8.0) {
        return cornish_fisher(z, df);
    }
    // With x = df/(df+t²), I_x(df/2, ½) is both tails together, and t² = df·(1−x)/x is the odds against x.
    match beta::inverse_odds(0.5 * df, 0.5, 2.0 * q, 1.0 - 2.0 * q) {
        Ok(odds) => (df * libm::exp(-odds)).sqrt(),
        Err(edge) => (df * (1.0 - edge) / edge).sqrt(),
    }
}

/// The t with P(T ≤ t) = p.
pub fn quantile(p: f64, df: f64) -> f64 {
    if p < 0.5 { -upper_quantile(p, df) } else { upper_quantile(1.0 - p, df) }
}

/// Abramowitz & Stegun 26.7.5.
fn cornish_fisher(z: f64, df: f64) -> f64 {
    let s = z * z;
    let first = z * (s + 1.0) / 4.0;
    let second = z * ((5.0 * s + 16.0) * s + 3.0) / 96.0;
    let third = z * (((3.0 * s + 19.0) * s + 17.0) * s - 15.0) / 384.0;
    z + (first + (second + third / df) / df) / df
}
