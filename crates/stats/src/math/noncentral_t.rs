//! Student's t distribution when the means do differ: what the power of a t test is made of.

use super::{mass, normal};

/// P(T > t) with `df` degrees of freedom and noncentrality δ.
///
/// T = (Z+δ)/S with S = √(χ²/df), so the tail is ∫ P(Z > t·s − δ) dS. Every part of the integral is positive, hence
/// both tails keep all their digits. In u = ln s the integrand falls off on both sides and is smooth, so the plain
/// trapezoid rule closes in faster than any power of its step (Trefethen & Weideman 2014, section 5).
pub fn upper(t: f64, df: f64, delta: f64) -> f64 {
    if t.is_nan() || delta.is_nan() || df.is_nan() || df <= 0.0 {
        return f64::NAN;
    }
    if df.is_infinite() || t.is_infinite() || delta.is_infinite() {
        return normal::upper(t - delta);
    }
    let part = |u: f64| {
        let s = libm::exp(u);
        df * mass::poisson(0.5 * df, 0.5 * df * s * s) * normal::upper(t * s - delta)
    };
    let step = (0.35 / (df + delta * delta).sqrt()).min(0.08);
    let centre = peak(t, df, delta);
    let mut total = part(centre);
    for direction in [step, -step] {
        let mut away = 1.0;
        while away < LIMIT {
            let term = part(centre + away * direction);
            total += term;
            if term <= total * 1e-18 {
                break;
            }
            away += 1.0;
        }
    }
    (total * step).clamp(0.0, 1.0)
}

/// P(T ≤ t).
pub fn lower(t: f64, df: f64, delta: f64) -> f64 {
    upper(-t, df, -delta)
}

/// Far more steps than the integrand is wide.
const LIMIT: f64 = 1e6;

/// Where the logarithm of the integrand is highest, found by thirds.
fn peak(t: f64, df: f64, delta: f64) -> f64 {
    let height = |u: f64| {
        let s = libm::exp(u);
        df * (u - 0.5 * s * s) + log_upper(t * s - delta)
    };
    let (mut low, mut high) = (-60.0, 4.0);
    for _ in 0..120 {
        let third = (high - low) / 3.0;
        if height(low + third) < height(high - third) {
            low += third;
        } else {
            high -= third;
        }
    }
    f64::midpoint(low, high)
}

/// ln(1 − Φ(x)), near enough to find a peak where the tail itself is too small for a float.
fn log_upper(x: f64) -> f64 {
    if x < 30.0 { libm::log(normal::upper(x)) } else { -0.5 * x * x - libm::log(x * std::f64::consts::TAU.sqrt()) }
}
