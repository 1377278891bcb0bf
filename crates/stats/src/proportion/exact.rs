use crate::interval::Interval;
use crate::level::Level;
use crate::math::{beta, float, mass, student};
use crate::share::Share;

/// The „exact“ interval of Clopper and Pearson (1934): never covers less than it promises, and is wider for it.
pub fn clopper_pearson(share: Share, level: Level) -> Interval {
    beta_interval(float(share.part()), float(share.whole()), level)
}

/// Clopper–Pearson with an effective number of answers (Korn & Graubard 1998).
///
/// n* = p(1−p)/V · [t(n−1)/t(ν)]², where `answers` is p(1−p)/V, `rows` is n and `degrees` is ν of the design.
pub fn korn_graubard(p: f64, answers: f64, rows: u64, degrees: f64, level: Level) -> Interval {
    let quantile = |df: f64| student::upper_quantile(level.tail(), df);
    let ratio = quantile(float(rows) - 1.0) / quantile(degrees);
    clopper_pearson_effective(p, answers * ratio * ratio, level)
}

/// Clopper–Pearson with any number of answers, as weights and clusters leave it.
pub fn clopper_pearson_effective(p: f64, answers: f64, level: Level) -> Interval {
    beta_interval(answers * p, answers, level)
}

/// `x` successes in `n`, neither of which need be whole.
pub(super) fn beta_interval(x: f64, n: f64, level: Level) -> Interval {
    let low = if x <= 0.0 { 0.0 } else { beta::inverse_lower(x, n - x + 1.0, level.tail()) };
    let high = if x >= n { 1.0 } else { beta::inverse_upper(x + 1.0, n - x, level.tail()) };
    Interval::new(low, high)
}

/// The equal-tailed interval of Jeffreys' prior, Beta(x+½, n−x+½). For comparison with others.
pub fn jeffreys(share: Share, level: Level) -> Interval {
    let (a, b) = (float(share.part()) + 0.5, float(share.complement().part()) + 0.5);
    Interval::new(beta::inverse_lower(a, b, level.tail()), beta::inverse_upper(a, b, level.tail()))
}

/// The chance, if the true proportion is `expected`, of an outcome no more likely than the one found (two-sided).
pub fn binomial_test(share: Share, expected: f64) -> f64 {
    let (n, q) = (share.whole(), 1.0 - expected);
    let chance = |x: u64| mass::binomial(float(x), float(n - x), expected, q);
    // Masses that differ only by rounding are equally likely.
    let limit = chance(share.part()) * (1.0 + 1e-7);
    let mode = crate::math::count((float(n) + 1.0) * expected).min(n);
    // On each side of the mode the masses fall, so the last outcome that counts can be found by halving.
    let below = if chance(0) > limit { None } else { Some(last(0, mode, |x| chance(x) <= limit)) };
    let above = if chance(n) > limit { None } else { Some(last(0, n - mode, |d| chance(n - d) <= limit)) };
    let lower = below.map_or(0.0, |x| tail(x, n, |x| beta::upper(float(x) + 1.0, float(n - x), expected)));
    let upper = above.map_or(0.0, |d| tail(d, n, |d| beta::lower(float(n - d), float(d) + 1.0, expected)));
    (lower + upper).min(1.0)
}

/// The chance of one end of the outcomes, which is everything when the end is the whole.
fn tail(end: u64, n: u64, of: impl Fn(u64) -> f64) -> f64 {
    if end >= n { 1.0 } else { of(end) }
}

/// The largest value in `first..=limit` that holds, when all up to it hold and none after it.
fn last(first: u64, limit: u64, holds: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (first, limit);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if holds(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}
