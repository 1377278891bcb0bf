//! The regularised incomplete beta function and its inverse: the ground under every binomial, t and F figure.

use super::mass;

/// A change this small, relatively, is none any more; one unit in the last place above 1 is 2.2e-16.
const ENOUGH: f64 = 3e-16;
/// Far more terms than a survey of the whole world would need.
const PATIENCE: u32 = 100_000;

/// I_x(a, b) for a, b > 0.
pub fn lower(a: f64, b: f64, x: f64) -> f64 {
    tails(a, b, x, 1.0 - x).0
}

/// 1 − I_x(a, b), computed as the tail that it is.
pub fn upper(a: f64, b: f64, x: f64) -> f64 {
    tails(a, b, x, 1.0 - x).1
}

/// The x with I_x(a, b) = p.
pub fn inverse_lower(a: f64, b: f64, p: f64) -> f64 {
    inverse_odds(a, b, p, 1.0 - p).map_or_else(|edge| edge, share_of_odds)
}

/// The x with 1 − I_x(a, b) = q.
pub fn inverse_upper(a: f64, b: f64, q: f64) -> f64 {
    inverse_odds(a, b, 1.0 - q, q).map_or_else(|edge| edge, share_of_odds)
}

/// Both tails at x, where `y` is 1−x given apart.
pub(super) fn tails(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    if !(a > 0.0 && b > 0.0) || x.is_nan() || y.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    let kernel = mass::beta_kernel(a, b, x, y);
    // How far x lies below the mean, times a+b; from the smaller of the two shares, so that nothing cancels.
    let below_mean = if a > b { (a + b) * y - b } else { a - (a + b) * x };
    if below_mean > 0.0 {
        let low = (kernel * fraction(a, b, x, y, below_mean)).clamp(0.0, 1.0);
        (low, 1.0 - low)
    } else {
        let high = (kernel * fraction(b, a, y, x, -below_mean)).clamp(0.0, 1.0);
        (1.0 - high, high)
    }
}

/// ln(x/(1−x)) of the x at which the lower tail is `p` and the upper `q`; `Err(edge)` when x is 0, 1 or unknown.
///
/// The search walks on the log-odds, where both ends of [0, 1] have room: Newton's step on the logarithm of the smaller
/// tail, kept inside a bracket that only shrinks.
pub(super) fn inverse_odds(a: f64, b: f64, p: f64, q: f64) -> Result<f64, f64> {
    if !(a > 0.0 && b > 0.0) || p.is_nan() || q.is_nan() {
        return Err(f64::NAN);
    }
    if p <= 0.0 {
        return Err(0.0);
    }
    if q <= 0.0 {
        return Err(1.0);
    }
    let by_lower = p <= q;
    let target = libm::log(if by_lower { p } else { q });
    let (mut below, mut above) = (-740.0, 740.0);
    let mut odds = libm::log(a / b);
    let mut settled = false;
    for _ in 0..200 {
        let (x, y) = (share_of_odds(odds), share_of_odds(-odds));
        let (low, high) = tails(a, b, x, y);
        let tail = if by_lower { low } else { high };
        let miss = libm::log(tail) - target;
        // The lower tail grows with the odds, the upper one shrinks.
        if (miss < 0.0) == by_lower {
            below = odds;
        } else {
            above = odds;
        }
        let slope = mass::beta_kernel(a, b, x, y) / tail * if by_lower { 1.0 } else { -1.0 };
        let newton = odds - miss / slope;
        let step = (newton - odds).abs() / odds.abs().max(1.0);
        if step <= 4e-16 {
            break;
        }
        // Newton doubles the digits: after a small step one more is exact, and a third would only tremble.
        let small = step <= 1e-7;
        odds = if small || (newton > below && newton < above) { newton } else { below.midpoint(above) };
        if small && settled {
            break;
        }
        settled = small;
    }
    Ok(odds)
}

pub(super) fn share_of_odds(odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-odds))
}

/// The even part of the continued fraction of Abramowitz & Stegun 26.5.8, written with the distance from the mean, as
/// in DiDonato & Morris (1992), algorithm 708.
fn fraction(a: f64, b: f64, x: f64, y: f64, below_mean: f64) -> f64 {
    let c = 1.0 + below_mean;
    let first = 1.0 + 1.0 / a;
    let (mut p, mut s) = (1.0, a + 1.0);
    let (mut before, mut below_before) = (0.0, 1.0);
    let mut below = c / first;
    let mut value = first / c;
    // Numerator and denominator are kept divided by the newest denominator, so neither can overflow.
    let mut above = 1.0 / below;
    below_before /= below;
    below = 1.0;
    let mut n = 0.0;
    for _ in 0..PATIENCE {
        n += 1.0;
        let t = n / a;
        let w = n * (b - n) * x;
        let e = a / s;
        let alpha = p * (p + b / a) * e * e * (w * x);
        let beta = n + w / s + (1.0 + t) / (first + 2.0 * t) * (c + n * (1.0 + y));
        p = 1.0 + t;
        s += 2.0;
        let next = alpha * before + beta * above;
        let below_next = alpha * below_before + beta * below;
        let previous = value;
        value = next / below_next;
        if (value - previous).abs() <= ENOUGH * value || !value.is_finite() {
            break;
        }
        before = above / below_next;
        below_before = below / below_next;
        above = value;
        below = 1.0;
    }
    value
}
