//! How many answers are needed, and how precise so many would be. More people do not repair a one-sided sample.

use crate::level::Level;
use crate::math::{count, float, normal};
use crate::refusal::Refusal;

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

/// What is known before the fieldwork.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expectation {
    /// The half-width wanted, as a share: 0.05 is five points.
    pub error: f64,
    pub level: Level,
    /// N; `None` for one too large to matter.
    pub population: Option<u64>,
    /// By how much weights and clusters enlarge the variance; 1 for none.
    pub design_effect: f64,
    /// The part of the invited who are expected to answer.
    pub response: f64,
}

/// How many answers are needed, and of how many invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fieldwork {
    pub answers: u64,
    pub invitations: u64,
    /// The group, by its place, that needs the most; `None` where the whole does.
    pub driven_by: Option<usize>,
    /// More would have to be invited than there are: ask for less, or invite everybody.
    pub beyond_population: bool,
}

/// The answers for the wanted half-width around one half, n₀·deff/(1 + (n₀·deff−1)/N), for the whole and for each group
/// to be reported; `groups` are their shares of the population. The smallest group drives the whole (Cochran 1977,
/// section 4.6).
///
/// # Errors
/// When a share, the error or the response is not between 0 and 1, or the design effect not positive.
pub fn fieldwork(expected: Expectation, groups: &[f64]) -> Result<Fieldwork, Refusal> {
    let is_part = |share: f64| share > 0.0 && share <= 1.0;
    let sound = is_part(expected.error) && is_part(expected.response) && groups.iter().copied().all(is_part);
    if !(sound && expected.design_effect > 0.0 && expected.design_effect.is_finite()) {
        return Err(Refusal::OutOfRange);
    }
    let unlimited = answers_needed(0.5, expected.error, expected.level) * expected.design_effect;
    let of = |share: f64| {
        let population = expected.population.map(|population| float(population) * share);
        let needed =
            population.map_or(unlimited, |size| unlimited / (1.0 + (unlimited - 1.0).max(0.0) / size.max(1.0)));
        needed / share
    };
    let mut most = (of(1.0), None);
    for (group, share) in groups.iter().enumerate() {
        if of(*share) > most.0 {
            most = (of(*share), Some(group));
        }
    }
    // A hair of rounding must not ask for one more person.
    let up = |number: f64| count((number - 1e-9).ceil());
    let (answers, invitations) = (up(most.0), up(most.0.ceil() / expected.response));
    let beyond_population = expected.population.is_some_and(|population| invitations > population);
    Ok(Fieldwork { answers, invitations, driven_by: most.1, beyond_population })
}
