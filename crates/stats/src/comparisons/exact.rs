use crate::comparisons::chi_square::testable;
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::odds_ratio::Outcomes;
use crate::comparisons::tested::{Tested, Untestable};
use crate::math::factorials::Factorials;
use crate::math::sum::Sum;

/// Chances that differ by less than this, relatively, differ by rounding only.
const SLACK: f64 = 1.0 + 1e-7;
/// With more people the logarithms of the chances lose too many digits.
const MOST_PEOPLE: u64 = 100_000;
/// The walk goes as deep as there are cells, and tables with more of them have far too many neighbours anyway.
const MOST_CELLS: usize = 500;

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
/// tables, or the table is too large to begin with.
pub fn freeman_halton(table: &CrossTable, most: u64) -> Result<Tested, Untestable> {
    let table = testable(table)?;
    if table.total() > MOST_PEOPLE || table.width() * table.height() > MOST_CELLS {
        return Err(Untestable::TooManyOutcomes);
    }
    let factorials = Factorials::up_to(table.total());
    let (rows, columns) = (table.row_totals(), table.column_totals());
    // The chance of a table is Πr!·Πc!/n!/Πx!, in which only the last part changes.
    let margins: Sum = rows.iter().chain(&columns).map(|total| factorials.log(*total)).collect();
    let shared = margins.value() - factorials.log(table.total());
    let found: Sum = table.rows().flatten().map(|count| -factorials.log(*count)).collect();
    let limit = libm::exp(shared + found.value()) * SLACK;
    let mut walk = Walk { factorials: &factorials, limit, most, seen: 0, as_rare: Sum::default(), all: Sum::default() };
    walk.column(&mut rows.clone(), &columns, shared)?;
    // All chances together are 1; dividing takes away what rounding has in common.
    Ok(Tested::counted(walk.as_rare.value() / walk.all.value()))
}

/// Goes through every table with the given margins, column by column and in each column row by row.
struct Walk<'a> {
    factorials: &'a Factorials,
    limit: f64,
    most: u64,
    seen: u64,
    as_rare: Sum,
    all: Sum,
}

impl Walk<'_> {
    /// The first of the columns that are left, with the logarithm of the chance so far.
    fn column(&mut self, left: &mut [u64], columns: &[u64], log: f64) -> Result<(), Untestable> {
        match columns {
            // The last column takes what is left in every row.
            [] | [_] => {
                let last: f64 = left.iter().map(|row| self.factorials.log(*row)).sum();
                self.finish(libm::exp(log - last))
            }
            [column, others @ ..] => self.cell(left, 0, *column, others, log),
        }
    }

    /// The cell of row `at` in a column where `open` people are still to be placed.
    fn cell(&mut self, left: &mut [u64], at: usize, open: u64, others: &[u64], log: f64) -> Result<(), Untestable> {
        let Some((row, below)) = left.get(at..).and_then(<[u64]>::split_first) else {
            return if open == 0 { self.column(left, others, log) } else { Ok(()) };
        };
        let (row, room) = (*row, below.iter().sum::<u64>());
        for count in open.saturating_sub(room)..=open.min(row) {
            if let Some(place) = left.get_mut(at) {
                *place = row - count;
            }
            self.cell(left, at + 1, open - count, others, log - self.factorials.log(count))?;
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
