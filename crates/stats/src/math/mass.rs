//! Probability masses that stay exact for large counts.
//!
//! The textbook form exp(lnΓ − lnΓ − lnΓ + …) loses a digit for every digit of n. Catherine Loader's form (2000, „Fast
//! and accurate computation of binomial probabilities“) takes the large parts away on paper first.

use std::f64::consts::TAU;

/// x^a (1−x)^b / B(a, b): the density of Beta(a, b) times x(1−x). `y` is 1−x, given apart so that neither is lost.
///
/// a, b > 0 and 0 < x < 1.
pub fn beta_kernel(a: f64, b: f64, x: f64, y: f64) -> f64 {
    a * b / (a + b) * binomial(a, b, x, y)
}

/// Γ(a+b+1)/(Γ(a+1)Γ(b+1)) · x^a y^b: for whole numbers, the chance of `a` successes in a+b trials.
pub fn binomial(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if a <= 0.0 {
        return libm::exp(b * log_with_complement(y, x));
    }
    if b <= 0.0 {
        return libm::exp(a * log_with_complement(x, y));
    }
    let n = a + b;
    let correction = stirling_error(n) - stirling_error(a) - stirling_error(b);
    let logarithm = correction - deviance(a, n * x) - deviance(b, n * y);
    libm::exp(logarithm) * (n / (TAU * a * b)).sqrt()
}

/// x^a e^−x / Γ(a+1): for a whole number, the chance of `a` events where x are expected.
pub fn poisson(a: f64, x: f64) -> f64 {
    if a <= 0.0 {
        return libm::exp(-x);
    }
    libm::exp(-stirling_error(a) - deviance(a, x)) / (TAU * a).sqrt()
}

/// The chance of `x` marked ones in a draw of `n` without replacement from `population`, of which `marked` are marked.
pub fn hypergeometric(x: f64, n: f64, marked: f64, population: f64) -> f64 {
    if x > n || x > marked || n - x > population - marked {
        return 0.0;
    }
    if n >= population {
        return 1.0;
    }
    let (p, q) = (n / population, (population - n) / population);
    binomial(x, marked - x, p, q) * binomial(n - x, population - marked - (n - x), p, q)
        / binomial(n, population - n, p, q)
}

/// ln x from x or from its complement, whichever is nearer to nought.
fn log_with_complement(x: f64, complement: f64) -> f64 {
    if x > 0.5 { libm::log1p(-complement) } else { libm::log(x) }
}

/// lnΓ(n+1) − [(n+½) ln n − n + ½ ln 2π], the error of Stirling's formula, for n > 0.
fn stirling_error(n: f64) -> f64 {
    // The series needs n ≥ 15 for full precision; below, its recurrence climbs there by tiny exact steps.
    let (mut n, mut below) = (n, 0.0);
    while n < 15.0 {
        below += (n + 0.5) * libm::log1p(1.0 / n) - 1.0;
        n += 1.0;
    }
    let s = 1.0 / (n * n);
    let series = 1.0 / 12.0
        - s * (1.0 / 360.0
            - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s * (1.0 / 1188.0 - s * (691.0 / 360_360.0 - s / 156.0)))));
    below + series / n
}

/// x ln(x/m) + m − x, without cancellation where x is near m.
fn deviance(x: f64, m: f64) -> f64 {
    let difference = x - m;
    if difference.abs() >= 0.1 * (x + m) {
        let ratio = x / m;
        let log = if ratio.is_normal() { libm::log(ratio) } else { libm::log(x) - libm::log(m) };
        return x * log + m - x;
    }
    let v = difference / (x + m);
    let mut total = difference * v;
    let mut power = 2.0 * x * v;
    for odd in [3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 17.0, 19.0, 21.0] {
        power *= v * v;
        total += power / odd;
    }
    total
}
