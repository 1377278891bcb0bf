use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::tested::Untestable;
use crate::interval::Interval;
use crate::level::Level;
use crate::math::root::crossing;
use crate::math::sum::Sum;
use crate::math::{float, mass};

/// How many times the odds of the first row are those of the second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OddsRatio {
    /// 0 and ∞ are possible: a cell may be empty.
    pub value: f64,
    pub interval: Interval,
}

/// More outcomes than this are not gone through.
const MOST_OUTCOMES: u64 = 2_000_000;

/// The odds ratio of a table of two by two that is likeliest given its margins, with Fisher's exact limits, each tail
/// α/2 (Cornfield 1956; Agresti 2013, 16.6). Solved to the last digits on the log scale.
///
/// # Errors
/// When the table is not of two by two, has an empty row or column, or more outcomes than can be gone through.
pub fn conditional_odds_ratio(table: &CrossTable, level: Level) -> Result<OddsRatio, Untestable> {
    let [a, b, c, d] = table.fourfold().ok_or(Untestable::WrongShape)?;
    let outcomes = Outcomes::of(a, b, c, d)?;
    let (x, tail) = (float(a), level.tail());
    let (at_least, at_most) = (a == outcomes.lowest, a == outcomes.highest);
    let solve = |miss: &dyn Fn(f64) -> f64| libm::exp(crossing(-700.0, 700.0, miss));
    let value = match (at_least, at_most) {
        (true, _) => 0.0,
        (_, true) => f64::INFINITY,
        (false, false) => solve(&|log| outcomes.mean(log) - x),
    };
    let low = if at_least { 0.0 } else { solve(&|log| outcomes.from(a, log) - tail) };
    let high = if at_most { f64::INFINITY } else { solve(&|log| tail - outcomes.up_to(a, log)) };
    Ok(OddsRatio { value, interval: Interval::new(low, high) })
}

/// All tables of two by two with the same margins, by their first cell.
pub(super) struct Outcomes {
    pub lowest: u64,
    pub highest: u64,
    /// The chance of each outcome when the rows do not differ.
    pub chances: Vec<f64>,
}

impl Outcomes {
    pub(super) fn of(a: u64, b: u64, c: u64, d: u64) -> Result<Outcomes, Untestable> {
        let (row, column, n) = (a + b, a + c, a + b + c + d);
        if row == 0 || column == 0 || row == n || column == n {
            return Err(Untestable::OneLevel);
        }
        let (lowest, highest) = (row.saturating_sub(b + d), row.min(column));
        if highest - lowest > MOST_OUTCOMES {
            return Err(Untestable::TooManyOutcomes);
        }
        let chance = |x: u64| mass::hypergeometric(float(x), float(row), float(column), float(n));
        Ok(Outcomes { lowest, highest, chances: (lowest..=highest).map(chance).collect() })
    }

    /// Each outcome with its weight at this log odds ratio, the largest weight being 1.
    fn weights(&self, log: f64) -> impl Iterator<Item = (u64, f64)> + '_ {
        let height = move |(x, chance): (u64, &f64)| (x, libm::log(*chance) + log * float(x));
        let heights = move || (self.lowest..).zip(&self.chances).map(height);
        let highest = heights().map(|(_, height)| height).fold(f64::NEG_INFINITY, f64::max);
        heights().map(move |(x, height)| (x, libm::exp(height - highest)))
    }

    fn share(&self, log: f64, of: impl Fn(u64) -> f64) -> f64 {
        let (mut part, mut whole) = (Sum::default(), Sum::default());
        for (x, weight) in self.weights(log) {
            part.add(of(x) * weight);
            whole.add(weight);
        }
        part.value() / whole.value()
    }

    fn mean(&self, log: f64) -> f64 {
        self.share(log, float)
    }

    fn from(&self, first: u64, log: f64) -> f64 {
        self.share(log, |x| if x >= first { 1.0 } else { 0.0 })
    }

    fn up_to(&self, last: u64, log: f64) -> f64 {
        self.share(log, |x| if x <= last { 1.0 } else { 0.0 })
    }
}
