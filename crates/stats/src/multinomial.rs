//! Intervals for all options of one question at once: together they cover what each alone would promise.

use std::f64::consts::TAU;

use crate::interval::Interval;
use crate::level::Level;
use crate::math::{chi_square, float, gamma, mass};

/// Goodman (1965): the score interval of each option with χ² of one degree at α/k.
pub fn goodman(counts: &[u64], level: Level) -> Vec<Interval> {
    let n = counts.iter().map(|count| float(*count)).sum::<f64>();
    let options = counts.iter().fold(0.0, |options, _| options + 1.0);
    let chi = chi_square::upper_quantile(2.0 * level.tail() / options, 1.0);
    let end = |x: f64, side: f64| {
        let spread = (chi * (chi + 4.0 * x * (n - x) / n)).sqrt();
        (chi + 2.0 * x + side * spread) / (2.0 * (chi + n))
    };
    counts.iter().map(|count| Interval::new(end(float(*count), -1.0), end(float(*count), 1.0)).within_unit()).collect()
}

/// Sison & Glaz (1995): all options ± c, from truncated Poisson counts and Edgeworth's expansion of their sum. For
/// comparison with others only; it can leave less than it promises where options are rare.
pub fn sison_glaz(counts: &[u64], level: Level) -> Vec<Interval> {
    let counts: Vec<f64> = counts.iter().map(|count| float(*count)).collect();
    let n: f64 = counts.iter().sum();
    let mut reach = 1.0;
    let (mut within, mut beyond) = (coverage(&counts, n, reach), coverage(&counts, n, reach + 1.0));
    while reach < n && !(within <= level.value() && level.value() < beyond) {
        reach += 1.0;
        (within, beyond) = (beyond, coverage(&counts, n, reach + 1.0));
    }
    let part = ((level.value() - within) / (beyond - within)).clamp(0.0, 1.0);
    let ends = |x: f64| Interval::new((x - reach) / n, (x + reach + 2.0 * part) / n);
    counts.iter().map(|x| ends(*x).within_unit()).collect()
}

/// The chance that every option lies within `reach` of its count.
fn coverage(counts: &[f64], n: f64, reach: f64) -> f64 {
    let (mut product, mut mean, mut variance, mut third, mut fourth) = (1.0, 0.0, 0.0, 0.0, 0.0);
    for &rate in counts {
        let (low, high) = ((rate - reach).max(0.0), (rate + reach).min(n));
        let inside = poisson_between(low, high, rate);
        let moment = |r: f64| {
            let lost = poisson_between(high - r + 1.0, high, rate) - poisson_between(low - r, low - 1.0, rate);
            libm::pow(rate, r) * (1.0 - lost / inside)
        };
        let (m, second, m3, m4) = (moment(1.0), moment(2.0), moment(3.0), moment(4.0));
        let square = m * m;
        let spread = second + m - square;
        product *= inside;
        mean += m;
        variance += spread;
        third += m3 + second * (3.0 - 3.0 * m) + m - 3.0 * square + 2.0 * square * m;
        fourth += m4 + m3 * (6.0 - 4.0 * m) + second * (7.0 - 12.0 * m + 6.0 * square) + m - 4.0 * square
            + 6.0 * square * m
            - 3.0 * square * square
            - 3.0 * spread * spread;
    }
    let deviation = variance.sqrt();
    let (skew, tails) = (third / (variance * deviation), fourth / (variance * variance));
    let x = (n - mean) / deviation;
    let s = x * x;
    let expansion = 1.0
        + skew * x * (s - 3.0) / 6.0
        + tails * (s * (s - 6.0) + 3.0) / 24.0
        + skew * skew * (s * (s * (s - 15.0) + 45.0) - 15.0) / 72.0;
    let density = libm::exp(-s / 2.0) / TAU.sqrt() * expansion / deviation;
    product * density / mass::poisson(n, n)
}

/// P(low ≤ Z ≤ high) of a Poisson count with this rate, for whole ends.
fn poisson_between(low: f64, high: f64, rate: f64) -> f64 {
    let up_to = |k: f64| match (k < 0.0, rate <= 0.0) {
        (true, _) => 0.0,
        (false, true) => 1.0,
        (false, false) => gamma::regularised(k + 1.0, rate).1,
    };
    up_to(high) - up_to(low - 1.0)
}
