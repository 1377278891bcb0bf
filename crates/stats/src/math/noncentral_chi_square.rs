//! The χ² distribution when what is tested does differ: intervals for the strength of an association rest on it.

use super::root::crossing;
use super::{gamma, mass};

/// Both tails, P(X ≤ x) and P(X > x), with `df` degrees of freedom and noncentrality λ.
///
/// A mixture of central distributions with Poisson weights; every term is positive, so both keep all their digits.
pub fn tails(x: f64, df: f64, lambda: f64) -> (f64, f64) {
    if x.is_nan() || lambda.is_nan() || df.is_nan() || df <= 0.0 || lambda < 0.0 {
        return (f64::NAN, f64::NAN);
    }
    let (half, mean) = (0.5 * x.max(0.0), 0.5 * lambda);
    let centre = mean.floor();
    let part = |j: f64| {
        let weight = mass::poisson(j, mean);
        let (low, high) = gamma::regularised(0.5 * df + j, half);
        (weight * low, weight * high)
    };
    let (mut low, mut high) = part(centre);
    // The lower tail comes from the small j, the upper one from the large: each side goes on as long as either gains.
    for direction in [1.0, -1.0] {
        let mut j = centre + direction;
        while j >= 0.0 && (j - centre).abs() < LIMIT {
            let (below, above) = part(j);
            low += below;
            high += above;
            if below <= low * 1e-18 && above <= high * 1e-18 {
                break;
            }
            j += direction;
        }
    }
    (low.clamp(0.0, 1.0), high.clamp(0.0, 1.0))
}

/// Far more terms than a survey of the whole world would need.
const LIMIT: f64 = 1e6;

/// The λ at which P(X > x) is `tail`; 0 where even without any noncentrality the tail is larger.
pub fn noncentrality(x: f64, df: f64, tail: f64) -> f64 {
    let reaches = |lambda: f64| tails(x, df, lambda).1 >= tail;
    if x.is_nan() || !(tail > 0.0 && tail < 1.0) {
        return f64::NAN;
    }
    if reaches(0.0) {
        return 0.0;
    }
    let mut high = 1.0 + x;
    while !reaches(high) && high < 1e9 {
        high *= 2.0;
    }
    crossing(0.0, high, |lambda| tails(x, df, lambda).1 - tail)
}
