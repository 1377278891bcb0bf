//! The regularised incomplete beta function and its inverse: the ground under every binomial, t and F figure.

use super::mass;

const SMALLEST: f64 = 1e-300;
/// A factor this near to 1 changes nothing any more; one unit in the last place above 1 is 2.2e-16.
const ENOUGH: f64 = 3e-16;
const PATIENCE: u32 = 1_000_000;

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
    if x <= (a + 1.0) / (a + b + 2.0) {
        let low = (kernel * fraction(a, b, x) / a).min(1.0);
        (low, 1.0 - low)
    } else {
        let high = (kernel * fraction(b, a, y) / b).min(1.0);
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
        let next = if newton > below && newton < above { newton } else { below.midpoint(above) };
        // Newton doubles the digits: after a step this small one more is exact, and a third would only tremble.
        let small = (next - odds).abs() <= 1e-7 * odds.abs().max(1.0);
        odds = next;
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

/// Lentz's evaluation of the continued fraction (Abramowitz & Stegun 26.5.8).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let sum = a + b;
    let mut c = 1.0;
    let mut d = 1.0 / away_from_nought(1.0 - sum * x / (a + 1.0));
    let mut value = d;
    let mut m = 0.0;
    for _ in 0..PATIENCE {
        m += 1.0;
        let twice = a + 2.0 * m;
        let even = m * (b - m) * x / ((twice - 1.0) * twice);
        d = 1.0 / away_from_nought(1.0 + even * d);
        c = away_from_nought(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (sum + m) * x / (twice * (twice + 1.0));
        d = 1.0 / away_from_nought(1.0 + odd * d);
        c = away_from_nought(1.0 + odd / c);
        let change = d * c;
        value *= change;
        if (change - 1.0).abs() < ENOUGH {
            break;
        }
    }
    value
}

fn away_from_nought(x: f64) -> f64 {
    if x.abs() < SMALLEST { SMALLEST } else { x }
}
