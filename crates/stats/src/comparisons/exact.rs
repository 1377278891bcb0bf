use crate::comparisons::chi_square::testable;
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::odds_ratio::Outcomes;
use crate::comparisons::tested::{Tested, Untestable};
use crate::math::sum::Sum;

/// Chances that differ by less than this, relatively, differ by rounding only.
const SLACK: f64 = 1.0 + 1e-7;
/// More people than this make chances that are too small for a float.
const MOST_PEOPLE: u64 = 1000;

/// Fisher's exact test of a table of two by two: the chance of all tables with the same margins that are no likelier
/// than the one found (Fisher 1935).
///
/// # Errors
/// When the table is not of two by two, or has an empty row or column.
pub fn fisher(table: &CrossTable) -> Result<Tested, Untestable> {
    let [a, b, c, d] = table.fourfold().ok_or(Untestable::WrongShape)?;
    let outcomes = Outcomes::of(a, b, c, d)?;
    let found = usize::try_from(a - outcomes.lowest).ok().and_then(|at| outcomes.chances.get(at)).copied();
    let limit = found.unwrap_or(0.0) * SLACK;
    let p: Sum = outcomes.chances.iter().copied().filter(|chance| *chance <= limit).collect();
    Ok(Tested::counted(p.value()))
}

/// The same for a table of any size (Freeman & Halton 1951), going through at most `most` tables.
///
/// # Errors
/// When fewer than two rows or columns have anybody in them, and [`Untestable::TooManyOutcomes`] when there are more
/// tables, or more than a thousand people.
pub fn freeman_halton(table: &CrossTable, most: u64) -> Result<Tested, Untestable> {
    let table = testable(table)?;
    if table.total() > MOST_PEOPLE {
        return Err(Untestable::TooManyOutcomes);
    }
    let tosses = Tosses::up_to(table.total());
    let columns = table.transposed();
    let mut left = table.row_totals();
    let mut found = 1.0;
    for (column, total) in columns.rows().zip(table.column_totals()).take(table.width() - 1) {
        found = tosses.opened(found, total, &left);
        for (row, count) in left.iter_mut().zip(column) {
            found *= tosses.chance(*count, *row);
            *row -= count;
        }
    }
    let limit = found * SLACK;
    let mut walk = Walk { tosses: &tosses, limit, most, seen: 0, as_rare: Sum::default(), all: Sum::default() };
    walk.column(&mut table.row_totals(), &table.column_totals(), 1.0)?;
    Ok(Tested::counted(walk.as_rare.value() / walk.all.value()))
}

/// Goes through every table with the given margins, column by column and in each column row by row.
struct Walk<'a> {
    tosses: &'a Tosses,
    limit: f64,
    most: u64,
    seen: u64,
    as_rare: Sum,
    all: Sum,
}

impl Walk<'_> {
    /// The first of the columns that are left, with the chance of those before it.
    fn column(&mut self, left: &mut [u64], columns: &[u64], chance: f64) -> Result<(), Untestable> {
        match columns {
            // The last column takes what is left in every row.
            [] | [_] => self.finish(chance),
            [column, others @ ..] => {
                let opened = self.tosses.opened(chance, *column, left);
                self.cell(left, 0, *column, others, opened)
            }
        }
    }

    /// The cell of row `at` in a column where `open` people are still to be placed.
    fn cell(&mut self, left: &mut [u64], at: usize, open: u64, others: &[u64], chance: f64) -> Result<(), Untestable> {
        let Some((row, below)) = left.get(at..).and_then(<[u64]>::split_first) else {
            return if open == 0 { self.column(left, others, chance) } else { Ok(()) };
        };
        let (row, room) = (*row, below.iter().sum::<u64>());
        for count in open.saturating_sub(room)..=open.min(row) {
            let so_far = chance * self.tosses.chance(count, row);
            if let Some(place) = left.get_mut(at) {
                *place = row - count;
            }
            self.cell(left, at + 1, open - count, others, so_far)?;
        }
        if let Some(place) = left.get_mut(at) {
            *place = row;
        }
        Ok(())
    }

    fn finish(&mut self, chance: f64) -> Result<(), Untestable> {
        self.seen += 1;
        if self.seen > self.most {
            return Err(Untestable::TooManyOutcomes);
        }
        self.all.add(chance);
        if chance <= self.limit {
            self.as_rare.add(chance);
        }
        Ok(())
    }
}

/// C(n, k)/2ⁿ for all n up to some size: Pascal's triangle, halved in every line so that it never overflows.
///
/// The chance of a column is Π C(rowᵢ, xᵢ)/C(Σrow, Σx), in which the powers of two cancel.
struct Tosses {
    lines: Vec<Vec<f64>>,
}

impl Tosses {
    fn up_to(most: u64) -> Tosses {
        let mut lines = vec![vec![1.0]];
        for _ in 0..most {
            let last = lines.last().cloned().unwrap_or_default();
            let before = std::iter::once(0.0).chain(last.iter().copied());
            let after = last.iter().copied().chain(std::iter::once(0.0));
            lines.push(before.zip(after).map(|(a, b)| 0.5 * (a + b)).collect());
        }
        Tosses { lines }
    }

    /// The chance so far with the divisor of the next column.
    fn opened(&self, chance: f64, column: u64, left: &[u64]) -> f64 {
        chance / self.chance(column, left.iter().sum())
    }

    fn chance(&self, count: u64, of: u64) -> f64 {
        let at = |index: u64| usize::try_from(index).unwrap_or(usize::MAX);
        self.lines.get(at(of)).and_then(|line| line.get(at(count))).copied().unwrap_or(0.0)
    }
}
