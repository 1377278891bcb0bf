use std::collections::BTreeMap;

use crate::comparisons::chi_square::testable;
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::odds_ratio::Outcomes;
use crate::comparisons::tested::{Tested, Untestable};
use crate::math::count;
use crate::math::factorials::Factorials;
use crate::math::sum::Sum;

/// Chances that differ by less than this, relatively, differ by rounding only.
const SLACK: f64 = 1e-7;
/// With more people the logarithms of the chances lose too many digits.
const MOST_PEOPLE: u64 = 100_000;
/// Larger tables have far too many neighbours anyway.
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
    let limit = found.unwrap_or(0.0) * (1.0 + SLACK);
    let p: Sum = outcomes.chances.iter().copied().filter(|chance| *chance <= limit).collect();
    Ok(Tested::counted(p.value()))
}

/// The same for a table of any size (Freeman & Halton 1951), in at most `most` steps of the network of Mehta & Patel
/// (1983): tables that can no longer be rarer or likelier than the one found are counted together, by formula.
///
/// # Errors
/// When fewer than two rows or columns have anybody in them, and [`Untestable::TooManyOutcomes`] when there are more
/// steps, or the table is too large to begin with.
pub fn freeman_halton(table: &CrossTable, most: u64) -> Result<Tested, Untestable> {
    let table = testable(table)?;
    if table.total() > MOST_PEOPLE || table.width() * table.height() > MOST_CELLS {
        return Err(Untestable::TooManyOutcomes);
    }
    // What is left of the rows is the name of a node, so the shorter side is taken for the rows.
    let table = if table.height() <= table.width() { table } else { table.transposed() };
    let factorials = Factorials::up_to(table.total());
    let mut columns = table.column_totals();
    columns.sort_unstable_by(|a, b| b.cmp(a));
    // The chance of a table is Πr!·Πc!/n!/Πx!, in which only the last part changes.
    let margins: Sum = table.row_totals().iter().chain(&columns).map(|total| factorials.log(*total)).collect();
    let shared = margins.value() - factorials.log(table.total());
    let found: Sum = table.rows().flatten().map(|count| -factorials.log(*count)).collect();
    let limit = found.value() + SLACK;
    let network = Network { factorials: &factorials, columns, bounds: BTreeMap::new(), steps: 0, most };
    Ok(Tested::counted(network.rare(table.row_totals(), shared, limit)?))
}

/// The ways of filling a table column by column. A node is what is left of the rows, sorted; a part is the −Σ ln x! of
/// one or more columns.
struct Network<'a> {
    factorials: &'a Factorials,
    columns: Vec<u64>,
    /// The smallest and the largest part that the columns from one on can have.
    bounds: BTreeMap<(usize, Vec<u64>), (f64, f64)>,
    steps: u64,
    most: u64,
}

/// Parts that were met, by their rounded value, with how many ways lead to each.
type Parts = BTreeMap<i128, (f64, f64)>;

impl Network<'_> {
    /// The chance of all tables whose part is no larger than the limit.
    fn rare(mut self, rows: Vec<u64>, shared: f64, limit: f64) -> Result<f64, Untestable> {
        let mut rare = Sum::default();
        let mut stage: BTreeMap<Vec<u64>, Parts> = BTreeMap::new();
        meet(stage.entry(sorted(rows)).or_default(), 0.0, 1.0);
        for (place, column) in self.columns.clone().into_iter().enumerate() {
            let mut next: BTreeMap<Vec<u64>, Parts> = BTreeMap::new();
            for (node, parts) in stage {
                for (rest, ways) in self.fills(&node, column)? {
                    let (lowest, highest) = self.bounds(place + 1, &rest)?;
                    let all = self.completions(place + 1, &rest);
                    for (part, ways) in ways.values() {
                        for (before, others) in parts.values() {
                            self.step()?;
                            let (so_far, ways) = (before + part, ways * others);
                            if so_far + highest <= limit {
                                rare.add(ways * libm::exp(shared + so_far + all));
                            } else if so_far + lowest <= limit {
                                meet(next.entry(rest.clone()).or_default(), so_far, ways);
                            }
                        }
                    }
                }
            }
            stage = next;
        }
        Ok(rare.value())
    }

    fn bounds(&mut self, place: usize, node: &[u64]) -> Result<(f64, f64), Untestable> {
        if place + 1 >= self.columns.len() {
            let forced: f64 = node.iter().map(|row| -self.factorials.log(*row)).sum();
            return Ok((forced, forced));
        }
        let key = (place, node.to_vec());
        if let Some(known) = self.bounds.get(&key) {
            return Ok(*known);
        }
        let column = self.columns.get(place).copied().unwrap_or(0);
        let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
        for (rest, ways) in self.fills(node, column)? {
            let (low, high) = self.bounds(place + 1, &rest)?;
            for (part, _) in ways.values() {
                lowest = lowest.min(part + low);
                highest = highest.max(part + high);
            }
        }
        self.bounds.insert(key, (lowest, highest));
        Ok((lowest, highest))
    }

    /// ln ΣΠ1/x! over all ways of filling the columns from one on: n!/(Πr!·Πc!).
    fn completions(&self, place: usize, node: &[u64]) -> f64 {
        let columns = self.columns.get(place..).unwrap_or_default();
        let margins: f64 = node.iter().chain(columns).map(|total| self.factorials.log(*total)).sum();
        self.factorials.log(node.iter().sum()) - margins
    }

    /// Every way to fill one column, by the node that it leads to.
    fn fills(&mut self, node: &[u64], column: u64) -> Result<BTreeMap<Vec<u64>, Parts>, Untestable> {
        let mut fills = BTreeMap::new();
        let mut left = Vec::with_capacity(node.len());
        self.fill(node, column, 0.0, &mut left, &mut fills)?;
        Ok(fills)
    }

    fn fill(
        &mut self,
        rows: &[u64],
        open: u64,
        part: f64,
        left: &mut Vec<u64>,
        fills: &mut BTreeMap<Vec<u64>, Parts>,
    ) -> Result<(), Untestable> {
        let Some((row, below)) = rows.split_first() else {
            self.step()?;
            meet(fills.entry(sorted(left.clone())).or_default(), part, 1.0);
            return Ok(());
        };
        let room = below.iter().sum::<u64>();
        for count in open.saturating_sub(room)..=open.min(*row) {
            left.push(row - count);
            self.fill(below, open - count, part - self.factorials.log(count), left, fills)?;
            left.pop();
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), Untestable> {
        self.steps += 1;
        if self.steps > self.most { Err(Untestable::TooManyOutcomes) } else { Ok(()) }
    }
}

fn meet(parts: &mut Parts, part: f64, ways: f64) {
    // Equal parts that were added up in another order differ in the last digits only.
    parts.entry(rounded(part * 1e11)).or_insert((part, 0.0)).1 += ways;
}

fn rounded(value: f64) -> i128 {
    let whole = i128::from(count(value.abs() + 0.5));
    if value < 0.0 { -whole } else { whole }
}

fn sorted(mut rows: Vec<u64>) -> Vec<u64> {
    rows.sort_unstable();
    rows
}
