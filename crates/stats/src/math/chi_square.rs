//! The χ² distribution.

use super::{gamma, mass};

/// P(X > x) with `df` degrees of freedom.
pub fn upper(x: f64, df: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { gamma::regularised(0.5 * df, 0.5 * x).1 }
}

/// The x with P(X > x) = q.
///
/// Newton's step on the logarithm of the smaller tail against ln x, kept inside a bracket that only shrinks.
pub fn upper_quantile(q: f64, df: f64) -> f64 {
    if q.is_nan() || df.is_nan() || df <= 0.0 || !(0.0..=1.0).contains(&q) {
        return f64::NAN;
    }
    if q == 0.0 {
        return f64::INFINITY;
    }
    if q >= 1.0 {
        return 0.0;
    }
    let a = 0.5 * df;
    let by_upper = q <= 0.5;
    let target = libm::log(if by_upper { q } else { 1.0 - q });
    let (mut below, mut above) = (-740.0, 740.0);
    let mut position = libm::log(a);
    let mut settled = false;
    for _ in 0..200 {
        let half = libm::exp(position);
        let (low, high) = gamma::regularised(a, half);
        let tail = if by_upper { high } else { low };
        let miss = libm::log(tail) - target;
        if (miss > 0.0) == by_upper {
            below = position;
        } else {
            above = position;
        }
        let slope = a * mass::poisson(a, half) / tail * if by_upper { -1.0 } else { 1.0 };
        let newton = position - miss / slope;
        let step = (newton - position).abs() / position.abs().max(1.0);
        if step <= 4e-16 {
            break;
        }
        // Newton doubles the digits: after a small step one more is exact, and a third would only tremble.
        let small = step <= 1e-7;
        position = if small || (newton > below && newton < above) { newton } else { below.midpoint(above) };
        if small && settled {
            break;
        }
        settled = small;
    }
    2.0 * libm::exp(position)
}
