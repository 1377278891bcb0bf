use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

use crate::comparisons::chi_square::testable;
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::tested::{Degrees, Tested, Untestable};
use crate::math::factorials::Factorials;
use crate::math::float;
use crate::math::sum::Sum;

/// Where a random procedure starts. Printed with its result, so that anybody can repeat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seed(pub u64);

impl Seed {
    pub(crate) fn dice(self) -> Dice {
        Dice(ChaCha8Rng::seed_from_u64(self.0))
    }
}

/// Random numbers of ChaCha with eight rounds: the same on every machine.
pub(crate) struct Dice(ChaCha8Rng);

impl Dice {
    /// Uniform in [0, 1), in steps of 2⁻⁵³.
    pub(crate) fn share(&mut self) -> f64 {
        float(self.0.next_u64() >> 11) / float(1 << 53)
    }

    /// One of 0..`below`; each is equally likely but for 2⁻⁵³.
    pub(crate) fn below(&mut self, below: usize) -> usize {
        let limit = u64::try_from(below).unwrap_or(u64::MAX);
        usize::try_from(crate::math::count(self.share() * float(limit))).unwrap_or(0).min(below.saturating_sub(1))
    }
}

const MOST_PEOPLE: u64 = 1_000_000;

/// Pearson's χ² of a table against that of `rounds` random tables with the same margins: the test for sparse tables
/// that are too large to go through. p = (1 + tables as far off)/(1 + rounds) (Hope 1968).
///
/// # Errors
/// [`Untestable::OneLevel`] when fewer than two rows or columns have anybody in them, and
/// [`Untestable::TooManyOutcomes`] for more than a million people, whose tables are not sparse.
pub fn permutation(table: &CrossTable, rounds: u32, seed: Seed) -> Result<Tested, Untestable> {
    let table = testable(table)?;
    if table.total() > MOST_PEOPLE {
        return Err(Untestable::TooManyOutcomes);
    }
    let factorials = Factorials::up_to(table.total());
    let (rows, columns) = (table.row_totals(), table.column_totals());
    let n = float(table.total());
    // Σx²/(r·c) orders the tables as χ² does: χ² = n·(that − 1).
    let weights: Vec<Vec<f64>> =
        table.expected().iter().map(|row| row.iter().map(|e| 1.0 / (n * e)).collect()).collect();
    let height = |cells: &[Vec<u64>]| -> f64 {
        let pairs = cells.iter().zip(&weights).flat_map(|(row, weights)| row.iter().zip(weights));
        pairs.map(|(count, weight)| float(*count) * float(*count) * weight).collect::<Sum>().value()
    };
    let found = height(&table.rows().map(<[u64]>::to_vec).collect::<Vec<_>>());
    let mut dice = seed.dice();
    let mut as_far = 1u64;
    for _ in 0..rounds {
        let random = random_table(&rows, &columns, &factorials, &mut dice);
        as_far += u64::from(height(&random) >= found * (1.0 - 1e-9));
    }
    let p = float(as_far) / (f64::from(rounds) + 1.0);
    Ok(Tested { statistic: Some(n * (found - 1.0)), degrees: Degrees::None, p })
}

/// A table with these margins, as likely as chance alone makes it: every cell is a draw without replacement from what
/// the cells before it have left.
fn random_table(rows: &[u64], columns: &[u64], factorials: &Factorials, dice: &mut Dice) -> Vec<Vec<u64>> {
    let mut left = columns.to_vec();
    let mut table = Vec::with_capacity(rows.len());
    for &row in rows {
        let (mut open, mut others) = (row, left.iter().sum::<u64>());
        let mut cells = Vec::with_capacity(left.len());
        for column in &mut left {
            let count = drawn(*column, open, others, factorials, dice);
            others -= *column;
            *column -= count;
            open -= count;
            cells.push(count);
        }
        table.push(cells);
    }
    table
}

/// How many marked ones a draw of `n` from `population` holds, by going outward from the likeliest number.
fn drawn(marked: u64, n: u64, population: u64, factorials: &Factorials, dice: &mut Dice) -> u64 {
    let (lowest, highest) = (n.saturating_sub(population - marked), n.min(marked));
    if lowest == highest {
        return lowest;
    }
    let (all, of, size) = (float(marked), float(n), float(population));
    let mode = crate::math::count((of + 1.0) * (all + 1.0) / (size + 2.0)).clamp(lowest, highest);
    let mut open = dice.share();
    let (mut low, mut high) = (mode, mode);
    let choose = |n: u64, k: u64| factorials.log(n) - factorials.log(k) - factorials.log(n - k);
    let log = choose(marked, mode) + choose(population - marked, n - mode) - choose(population, n);
    let mut below = libm::exp(log);
    let mut above = below;
    open -= below;
    while open >= 0.0 && (low > lowest || high < highest) {
        if high < highest {
            let x = float(high);
            above *= (all - x) * (of - x) / ((x + 1.0) * (size - all - of + x + 1.0));
            high += 1;
            open -= above;
            if open < 0.0 {
                return high;
            }
        }
        if low > lowest {
            let x = float(low);
            below *= x * (size - all - of + x) / ((all - x + 1.0) * (of - x + 1.0));
            low -= 1;
            open -= below;
            if open < 0.0 {
                return low;
            }
        }
    }
    mode
}
