//! The normal distribution.

use std::f64::consts::{FRAC_1_SQRT_2, TAU};

/// Φ(x).
pub fn lower(x: f64) -> f64 {
    upper(-x)
}

/// 1 − Φ(x), as a tail.
pub fn upper(x: f64) -> f64 {
    0.5 * libm::erfc(x * FRAC_1_SQRT_2)
}

/// The x with Φ(x) = p.
pub fn quantile(p: f64) -> f64 {
    if p <= 0.5 { -upper_quantile(p) } else { upper_quantile(1.0 - p) }
}

/// The x with 1 − Φ(x) = q.
///
/// A rough rational start (Abramowitz & Stegun 26.2.23, good to 4.5e-4), then Halley's steps, which treble the digits.
pub fn upper_quantile(q: f64) -> f64 {
    if q.is_nan() || !(0.0..=1.0).contains(&q) {
        return f64::NAN;
    }
    if q == 0.0 {
        return f64::INFINITY;
    }
    if q > 0.5 {
        return -upper_quantile(1.0 - q);
    }
    let t = (-2.0 * libm::log(q)).sqrt();
    let mut x =
        t - (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)));
    for _ in 0..3 {
        let density = libm::exp(-0.5 * x * x) / TAU.sqrt();
        // Near the middle the distance from one half is what has digits.
        let miss = if q > 0.25 { (0.5 - q) - 0.5 * libm::erf(x * FRAC_1_SQRT_2) } else { upper(x) - q };
        let step = miss / density;
        x += step / (1.0 + 0.5 * x * step);
    }
    x
}
