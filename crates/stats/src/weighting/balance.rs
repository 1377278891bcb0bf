use super::margin::{Margin, population, respondents, share_of, shares};
use super::refusal::WeightingRefusal;
use crate::design::{Design, DesignRefusal};
use crate::linearised::Linearised;
use crate::math::float;

/// The weights of a sample in a few numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightSummary {
    pub sum: f64,
    pub smallest: f64,
    pub largest: f64,
    /// n·Σw²/(Σw)²: by how much weighting alone widens variances.
    pub kish_effect: f64,
    /// (Σw)²/Σw²: how many equally weighted answers these are worth.
    pub kish_answers: f64,
}

impl WeightSummary {
    /// Units are taken by their mean weight.
    pub fn of(design: &Design) -> WeightSummary {
        let means = design.weights().iter().zip(design.counts()).map(|(weight, count)| weight / float(*count));
        let effect = design.kish();
        WeightSummary {
            sum: design.population(),
            smallest: means.clone().fold(f64::INFINITY, f64::min),
            largest: means.fold(f64::NEG_INFINITY, f64::max),
            kish_effect: effect,
            kish_answers: float(design.rows()) / effect,
        }
    }
}

/// How the sample is composed before and after weighting, beside its population: the reader checks.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// The rows of each margin, in the order of its categories.
    pub margins: Vec<Vec<BalanceRow>>,
    /// The smallest and the largest factor of a row's weight.
    pub smallest_factor: f64,
    pub largest_factor: f64,
    /// The largest distance of a share from the population's after weighting: nought unless weights were cut.
    pub gap: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BalanceRow {
    pub respondents: u64,
    /// Of all rows.
    pub unweighted: f64,
    pub before: f64,
    pub after: f64,
    pub population: f64,
}

impl Balance {
    /// # Errors
    /// When a row is in no category of a margin.
    pub fn of(before: &Design, after: &Design, margins: &[Margin]) -> Result<Balance, WeightingRefusal> {
        let table = |(place, margin): (usize, &Margin)| -> Result<Vec<BalanceRow>, WeightingRefusal> {
            let counts =
                respondents(before, margin).map_err(|row| WeightingRefusal::Unclassified { margin: place, row })?;
            let all = population(margin);
            let shares = shares(before.weights(), margin).into_iter().zip(shares(after.weights(), margin));
            let rows = counts.into_iter().zip(shares).zip(&margin.totals);
            Ok(rows
                .map(|((respondents, (before_share, after_share)), total)| BalanceRow {
                    respondents,
                    unweighted: share_of(respondents, before.rows()),
                    before: before_share,
                    after: after_share,
                    population: total / all,
                })
                .collect())
        };
        let margins: Vec<Vec<BalanceRow>> = margins.iter().enumerate().map(table).collect::<Result<_, _>>()?;
        let factors = after.weights().iter().zip(before.weights()).map(|(after, before)| after / before);
        let gap = margins.iter().flatten().map(|row| (row.after - row.population).abs()).fold(0.0, f64::max);
        Ok(Balance {
            smallest_factor: factors.clone().fold(f64::INFINITY, f64::min),
            largest_factor: factors.fold(f64::NEG_INFINITY, f64::max),
            margins,
            gap,
        })
    }
}

/// The item whose mean weighting moves most, and by how much (after minus before); `None` without items.
///
/// # Errors
/// When nobody answered an item.
pub fn largest_shift(
    before: &Design,
    after: &Design,
    items: &[Vec<Option<f64>>],
) -> Result<Option<(usize, f64)>, DesignRefusal> {
    let mut largest: Option<(usize, f64)> = None;
    for (place, item) in items.iter().enumerate() {
        let shift = Linearised::mean(after, item)?.value - Linearised::mean(before, item)?.value;
        if largest.is_none_or(|(_, most)| shift.abs() > most.abs()) {
            largest = Some((place, shift));
        }
    }
    Ok(largest)
}
