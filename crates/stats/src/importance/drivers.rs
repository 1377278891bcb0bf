use crate::comparisons::{Pairs, Seed};
use crate::importance::correlations::Correlations;
use crate::importance::relative_weights::relative_weights;
use crate::importance::shapley::{MOST_ITEMS, shapley};
use crate::interval::Interval;
use crate::level::Level;
use crate::refusal::Refusal;
use crate::scales::complete;

/// How important each item is, as the answers show it.
#[derive(Debug, Clone, PartialEq)]
pub struct Drivers {
    pub derived: Derived,
    /// One per item: a correlation, −1 to 1, or a part of R².
    pub values: Vec<f64>,
    /// R² of all items together, where the values are parts of it.
    pub explained: Option<f64>,
    /// Whoever answered all of them.
    pub n: u64,
}

/// How importance was derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Derived {
    /// Spearman's correlation with the outcome: for few answers.
    Spearman,
    /// Shares of the explained variance, exact.
    Shapley,
    /// Shares of the explained variance by Johnson's weights: an approximation for more than twenty items.
    RelativeWeights,
}

impl Drivers {
    /// The fewest items.
    pub const FEWEST_ITEMS: usize = 3;
    /// The fewest people.
    pub const FEWEST_PEOPLE: u64 = 30;

    /// Spearman's correlation below 100 people or ten per item, else the shares of the explained variance.
    ///
    /// # Errors
    /// With fewer than three items or thirty people, and where a column does not vary.
    pub fn of(outcome: &[Option<f64>], items: &[Vec<Option<f64>>]) -> Result<Drivers, Refusal> {
        if items.len() < Drivers::FEWEST_ITEMS {
            let found = u64::try_from(items.len()).unwrap_or(u64::MAX);
            return Err(Refusal::FewAnswers { n: found, needed: 3 });
        }
        let correlations = Correlations::of(outcome, items)?;
        let n = correlations.n;
        if n < Drivers::FEWEST_PEOPLE {
            return Err(Refusal::FewAnswers { n, needed: Drivers::FEWEST_PEOPLE });
        }
        let per_item = n / u64::try_from(items.len()).unwrap_or(u64::MAX);
        if n < 100 || per_item < 10 {
            let values = spearman(outcome, items).ok_or(Refusal::NoSpread)?;
            return Ok(Drivers { derived: Derived::Spearman, values, explained: None, n });
        }
        if items.len() <= MOST_ITEMS {
            let shapley = shapley(&correlations)?;
            return Ok(Drivers {
                derived: Derived::Shapley,
                values: shapley.shares,
                explained: Some(shapley.explained),
                n,
            });
        }
        let values = relative_weights(&correlations).ok_or(Refusal::NoSpread)?;
        let explained = Some(values.iter().sum());
        Ok(Drivers { derived: Derived::RelativeWeights, values, explained, n })
    }

    /// Percentile intervals of the values from `rounds` samples of the same people with replacement (Efron 1979); 500
    /// rounds are usual. Rounds in which an item happens not to vary are passed over.
    ///
    /// # Errors
    /// As [`Drivers::of`], and when not half of the rounds could be used.
    pub fn intervals(
        outcome: &[Option<f64>],
        items: &[Vec<Option<f64>>],
        level: Level,
        rounds: u32,
        seed: Seed,
    ) -> Result<Vec<Interval>, Refusal> {
        let found = Drivers::of(outcome, items)?;
        let mut columns = vec![outcome.to_vec()];
        columns.extend_from_slice(items);
        let columns = complete(&columns).unwrap_or_default();
        let people = columns.first().map_or(0, Vec::len);
        let mut dice = seed.dice();
        let mut values: Vec<Vec<f64>> = vec![Vec::new(); items.len()];
        for _ in 0..rounds {
            let drawn: Vec<usize> = (0..people).map(|_| dice.below(people)).collect();
            let resampled = |column: &Vec<f64>| drawn.iter().map(|person| column.get(*person).copied()).collect();
            let sample: Vec<Vec<Option<f64>>> = columns.iter().map(resampled).collect();
            let Some((outcome, items)) = sample.split_first() else { continue };
            let Ok(round) = Drivers::of(outcome, items) else { continue };
            for (values, value) in values.iter_mut().zip(round.values) {
                values.push(value);
            }
        }
        let used = values.first().map_or(0, Vec::len);
        if used == 0 || 2 * used < usize::try_from(rounds).unwrap_or(usize::MAX) {
            return Err(Refusal::FewAnswers { n: found.n, needed: Drivers::FEWEST_PEOPLE });
        }
        Ok(values.into_iter().map(|values| percentiles(values, level)).collect())
    }
}

fn spearman(outcome: &[Option<f64>], items: &[Vec<Option<f64>>]) -> Option<Vec<f64>> {
    let mut columns = vec![outcome.to_vec()];
    columns.extend_from_slice(items);
    let columns = complete(&columns)?;
    let (outcome, items) = columns.split_first()?;
    let rho = |item: &Vec<f64>| Pairs::new(item.iter().zip(outcome).map(|(x, y)| (*x, *y, 1))).spearman();
    items.iter().map(rho).collect()
}

fn percentiles(mut values: Vec<f64>, level: Level) -> Interval {
    values.sort_by(f64::total_cmp);
    let count = crate::math::float(u64::try_from(values.len()).unwrap_or(u64::MAX));
    let at = |share: f64| {
        let place = usize::try_from(crate::math::count(share * count)).unwrap_or(usize::MAX);
        values.get(place.min(values.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
    };
    Interval::new(at(level.tail()), at(1.0 - level.tail()))
}
