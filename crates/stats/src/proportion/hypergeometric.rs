use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, mass};
use crate::refusal::Refusal;
use crate::share::Share;

/// Whole people: the smallest and the largest number in the population that the sample does not contradict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountInterval {
    pub low: u64,
    pub high: u64,
    pub population: u64,
}

impl CountInterval {
    /// As shares of the population.
    pub fn shares(self) -> Interval {
        Interval::new(float(self.low) / float(self.population), float(self.high) / float(self.population))
    }
}

/// The exact interval for a draw without replacement: the smallest K with P(X ≥ x) > α/2 and the largest with
/// P(X ≤ x) > α/2 (Wang 2015, without its shortening). Of a full count it has no width.
///
/// # Errors
/// When more were drawn than there are.
pub fn hypergeometric(share: Share, population: u64, level: Level) -> Result<CountInterval, Refusal> {
    let (x, n) = (share.part(), share.whole());
    if n > population {
        return Err(Refusal::MoreThanPopulation { respondents: n, population });
    }
    let low = smallest(x, n, population, level.tail());
    // Those who are not marked follow the same law, counted from the other end.
    let high = population - smallest(n - x, n, population, level.tail());
    Ok(CountInterval { low, high, population })
}

/// The smallest K in x..=N−n+x with P(X ≥ x | K) > tail.
fn smallest(x: u64, n: u64, population: u64, tail: f64) -> u64 {
    let (mut low, mut high) = (x, population - n + x);
    while low < high {
        let middle = low + (high - low) / 2;
        if at_least(x, n, middle, population) > tail {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// P(X ≥ x) when `marked` of the population are marked and n are drawn.
fn at_least(x: u64, n: u64, marked: u64, population: u64) -> f64 {
    let lowest = n.saturating_sub(population - marked);
    let highest = n.min(marked);
    if x <= lowest {
        return 1.0;
    }
    if x > highest {
        return 0.0;
    }
    let (n, marked, population) = (float(n), float(marked), float(population));
    let others = population - marked;
    // Sum away from the middle, where the terms only fall: upward for the upper tail, downward for its complement.
    if float(x) > n * marked / population {
        let (mut at, mut term, mut total) = (float(x), mass::hypergeometric(float(x), n, marked, population), 0.0);
        while term > total * 1e-17 {
            total += term;
            term *= (marked - at) * (n - at) / ((at + 1.0) * (others - n + at + 1.0));
            at += 1.0;
        }
        total
    } else {
        let mut at = float(x) - 1.0;
        let (mut term, mut total) = (mass::hypergeometric(at, n, marked, population), 0.0);
        while term > total * 1e-17 {
            total += term;
            term *= at * (others - n + at) / ((marked - at + 1.0) * (n - at + 1.0));
            at -= 1.0;
        }
        1.0 - total
    }
}
