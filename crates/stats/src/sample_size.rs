//! How many answers are needed, and how precise so many would be. More people do not repair a one-sided sample.

use crate::level::Level;
use crate::math::{float, normal};

/// n₀ = z²·p(1−p)/e²: answers for a half-width of `error` around the share `p`, from a population without end.
pub fn answers_needed(p: f64, error: f64, level: Level) -> f64 {
    let z = normal::upper_quantile(level.tail());
    z * z * p * (1.0 - p) / (error * error)
}

/// n₀/(1 + (n₀−1)/N): the same from a population of N.
pub fn answers_needed_of(p: f64, error: f64, population: u64, level: Level) -> f64 {
    let unlimited = answers_needed(p, error, level);
    unlimited / (1.0 + (unlimited - 1.0) / float(population))
}

/// z·√(p(1−p)/n): the half-width that n answers give.
pub fn half_width(p: f64, n: u64, level: Level) -> f64 {
    normal::upper_quantile(level.tail()) * (p * (1.0 - p) / float(n)).sqrt()
}

/// z·√(p(1−p)/(n−1)·(1−n/N)): of a population of N. The form of the survey engine, hence the one in reports.
pub fn half_width_of(p: f64, n: u64, population: u64, level: Level) -> f64 {
    let left = 1.0 - float(n) / float(population);
    normal::upper_quantile(level.tail()) * (p * (1.0 - p) / (float(n) - 1.0) * left).sqrt()
}

/// z·√(p(1−p)/n·(N−n)/(N−1)): the form of the textbooks, for comparison with others.
pub fn half_width_textbook(p: f64, n: u64, population: u64, level: Level) -> f64 {
    let (n, population) = (float(n), float(population));
    let left = (population - n) / (population - 1.0);
    normal::upper_quantile(level.tail()) * (p * (1.0 - p) / n * left).sqrt()
}
