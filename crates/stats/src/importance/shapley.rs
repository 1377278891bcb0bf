use crate::importance::correlations::Correlations;
use crate::math::sum::Sum;
use crate::math::{float, mass};
use crate::refusal::Refusal;

/// More items have too many subsets; use [`crate::importance::relative_weights`].
pub const MOST_ITEMS: usize = 20;

/// How the explained variance falls to the items, averaged over every order in which they could be taken up.
#[derive(Debug, Clone, PartialEq)]
pub struct Shapley {
    /// R² of all items together.
    pub explained: f64,
    /// One part of R² per item; together they are R².
    pub shares: Vec<f64>,
}

/// φⱼ = Σ_S |S|!(p−|S|−1)!/p!·[R²(S∪j)−R²(S)] over all subsets S without j (Lindeman, Merenda & Gold 1980; Shapley
/// 1953). Exact, up to [`MOST_ITEMS`] items. An item that follows from others adds nothing to them.
///
/// # Errors
/// With more items.
pub fn shapley(correlations: &Correlations) -> Result<Shapley, Refusal> {
    let size = correlations.outcome.len();
    if size > MOST_ITEMS {
        return Err(Refusal::TooMany { found: size, most: MOST_ITEMS });
    }
    let explained = explained_by_subsets(correlations);
    // |S|!(p−|S|−1)!/p! is 1/(p·C(p−1, |S|)), and C/2^(p−1) is a chance of fair tosses.
    let items = float(u64::try_from(size).unwrap_or(0));
    let tosses = libm::exp2(items - 1.0);
    let weight = |taken: u32| {
        let taken = f64::from(taken);
        1.0 / (items * tosses * mass::binomial(taken, items - 1.0 - taken, 0.5, 0.5))
    };
    let weights: Vec<f64> = (0..u32::try_from(size).unwrap_or(0)).map(weight).collect();
    let share = |item: usize| {
        let mut total = Sum::default();
        for (subset, without) in explained.iter().enumerate().filter(|(subset, _)| subset & (1 << item) == 0) {
            let with = explained.get(subset | (1 << item)).copied().unwrap_or(*without);
            let taken = usize::try_from(subset.count_ones()).unwrap_or(0);
            total.add(weights.get(taken).copied().unwrap_or(0.0) * (with - without));
        }
        total.value()
    };
    Ok(Shapley { explained: explained.last().copied().unwrap_or(0.0), shares: (0..size).map(share).collect() })
}

/// R² of every subset; the bits of the place tell which items are in it.
fn explained_by_subsets(correlations: &Correlations) -> Vec<f64> {
    let size = correlations.outcome.len();
    let mut explained = vec![0.0; 1 << size];
    let items: Vec<Vec<f64>> =
        (0..size).map(|row| (0..size).map(|column| correlations.items.at(row, column)).collect()).collect();
    let left = Left { items, outcome: correlations.outcome.clone(), explained: 0.0 };
    descend(&left, 0, 0, size, &mut explained);
    explained
}

/// What the items not yet decided upon still share with each other and with the outcome, once those taken are known.
struct Left {
    items: Vec<Vec<f64>>,
    outcome: Vec<f64>,
    explained: f64,
}

impl Left {
    /// Passes over the first item.
    fn without_first(&self) -> Left {
        let items = self.items.iter().skip(1).map(|row| row.iter().skip(1).copied().collect()).collect();
        Left { items, outcome: self.outcome.iter().skip(1).copied().collect(), explained: self.explained }
    }

    /// Takes the first item: what it explains is taken away from all others (one step of Gauss's elimination).
    fn with_first(&self) -> Left {
        let first: &[f64] = self.items.first().map_or(&[], Vec::as_slice);
        let mut rest = self.without_first();
        let (Some(variance), Some(common)) = (first.first(), self.outcome.first()) else { return rest };
        // What is left of an item that follows from those taken is rounding.
        if *variance <= 1e-12 {
            return rest;
        }
        let others = || first.iter().skip(1);
        for (row, a) in rest.items.iter_mut().zip(others()) {
            for (cell, b) in row.iter_mut().zip(others()) {
                *cell -= a * b / variance;
            }
        }
        for (cell, a) in rest.outcome.iter_mut().zip(others()) {
            *cell -= a * common / variance;
        }
        rest.explained += common * common / variance;
        rest
    }
}

fn descend(left: &Left, item: usize, subset: usize, size: usize, explained: &mut [f64]) {
    if item == size {
        if let Some(cell) = explained.get_mut(subset) {
            *cell = left.explained;
        }
        return;
    }
    descend(&left.without_first(), item + 1, subset, size, explained);
    descend(&left.with_first(), item + 1, subset | (1 << item), size, explained);
}
