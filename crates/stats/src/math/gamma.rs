//! The gamma function: its logarithm and its regularised incomplete form.

use super::mass;

const SMALLEST: f64 = 1e-300;
/// A factor this near to 1 changes nothing any more; one unit in the last place above 1 is 2.2e-16.
const ENOUGH: f64 = 3e-16;
/// Far more terms than a survey of the whole world would need.
const PATIENCE: u32 = 100_000;

/// lnΓ(x) for x > 0.
pub fn log(x: f64) -> f64 {
    libm::lgamma(x)
}

/// P(a, x) and Q(a, x) = 1 − P(a, x), each computed on its own side; a > 0, x ≥ 0.
///
/// Series below a+1, Lentz's continued fraction above (Abramowitz & Stegun 6.5.29, 6.5.31).
pub fn regularised(a: f64, x: f64) -> (f64, f64) {
    if x.is_nan() || a.is_nan() || a <= 0.0 || x < 0.0 {
        return (f64::NAN, f64::NAN);
    }
    if x == 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    if x < a + 1.0 {
        let lower = (mass::poisson(a, x) * series(a, x)).clamp(0.0, 1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (mass::poisson(a, x) * a * fraction(a, x)).clamp(0.0, 1.0);
        (1.0 - upper, upper)
    }
}

/// 1 + x/(a+1) + x²/((a+1)(a+2)) + …
fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut total, mut next) = (1.0, 1.0, a);
    for _ in 0..PATIENCE {
        next += 1.0;
        term *= x / next;
        total += term;
        if term < total * ENOUGH {
            break;
        }
    }
    total
}

fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / SMALLEST;
    let mut d = 1.0 / b;
    let mut value = d;
    let mut i = 0.0;
    for _ in 0..PATIENCE {
        i += 1.0;
        let step = -i * (i - a);
        b += 2.0;
        d = 1.0 / away_from_nought(step * d + b);
        c = away_from_nought(b + step / c);
        let change = d * c;
        value *= change;
        if (change - 1.0).abs() < ENOUGH || !value.is_finite() {
            break;
        }
    }
    value
}

fn away_from_nought(x: f64) -> f64 {
    if x.abs() < SMALLEST { SMALLEST } else { x }
}
