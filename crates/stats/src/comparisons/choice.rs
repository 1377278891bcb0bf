use crate::comparisons::chi_square::testable;
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::tested::Untestable;
use crate::math::float;

/// What is asked of a table: do its rows, which are groups, answer differently?
#[derive(Debug, Clone, Copy)]
pub struct Contrast<'a> {
    pub table: &'a CrossTable,
    pub scale: Scale,
    /// What each column is worth, for a mean; empty for 0, 1, 2 ….
    pub scores: &'a [f64],
    /// The same two by two for each level of a third question that goes together with both; empty where there is none.
    pub layers: &'a [CrossTable],
    /// The groups themselves rise: age bands, years of use.
    pub ordered_groups: bool,
    /// Weights, strata or clusters stand behind the counts.
    pub weighted: bool,
    /// The rows and the columns are the same people asked twice.
    pub paired: bool,
    /// Some group is complete: nobody of it is missing.
    pub complete: bool,
}

/// What the columns are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// Options without an order.
    Nominal,
    /// Steps that rise.
    Ordinal,
    /// Numbers whose mean is meant.
    Mean,
}

/// The test that fits, and what decided for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub test: Test,
    pub because: Vec<Reasoning>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Test {
    Pearson,
    Fisher,
    /// Exact; by permutation where there are too many tables.
    FreemanHalton,
    RaoScott,
    MannWhitney,
    MannWhitneyExact,
    BrunnerMunzel,
    /// The rank test of a design, with weighted mid-ranks.
    WeightedRanks,
    /// Followed by Dunn's pairs with Holm's correction.
    KruskalWallis,
    LinearByLinear,
    /// Within the layers, whose shares are shown beside it.
    MantelHaenszel,
    Welch,
    /// The linearised difference of means with the degrees of the design.
    LinearisedMeans,
    McNemar,
    McNemarExact,
}

/// What decided for a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reasoning {
    Paired,
    /// A third question could make the difference.
    Confounded,
    Weighted,
    NoOrder,
    Ordered,
    MeansAsked,
    TwoGroups,
    SeveralGroups,
    OrderedGroups,
    /// The expected counts are large enough for χ².
    Dense,
    /// An expected count below 1, or more than a fifth of them below 5.
    Sparse,
    /// So few answers that every outcome can be gone through.
    FewAnswers,
    /// The answers of the groups are spread very differently.
    SpreadsDiffer,
    /// Fewer than 25 people changed.
    FewChanged,
}

/// The fewest people in each group of a test.
const FEWEST: u64 = 10;
/// Spreads differ when one variance is more than so many times the other.
const SPREAD: f64 = 4.0;

impl Contrast<'_> {
    /// The test by the table of defaults.
    ///
    /// # Errors
    /// A complete group is never tested against others ([`Untestable::Complete`]), nor is a group of fewer than ten.
    pub fn choose(&self) -> Result<Choice, Untestable> {
        let choice = |test, because: &[Reasoning]| Ok(Choice { test, because: because.to_vec() });
        if self.complete {
            return Err(Untestable::Complete);
        }
        if self.paired {
            let [_, b, c, _] = self.table.fourfold().ok_or(Untestable::WrongShape)?;
            return match b + c {
                0 => Err(Untestable::NoSpread),
                changed if changed < super::Paired::FEW => {
                    choice(Test::McNemarExact, &[Reasoning::Paired, Reasoning::FewChanged])
                }
                _ => choice(Test::McNemar, &[Reasoning::Paired]),
            };
        }
        let table = testable(self.table)?;
        let smallest = table.row_totals().into_iter().min().unwrap_or(0);
        if smallest < FEWEST {
            return Err(Untestable::FewAnswers { n: smallest, needed: FEWEST });
        }
        let two = table.height() == 2;
        let groups = if two { Reasoning::TwoGroups } else { Reasoning::SeveralGroups };
        match (self.scale, self.weighted) {
            (_, false) if !self.layers.is_empty() => {
                let fit = table.fourfold().is_some() && self.layers.iter().all(|layer| layer.fourfold().is_some());
                if fit { choice(Test::MantelHaenszel, &[Reasoning::Confounded]) } else { Err(Untestable::WrongShape) }
            }
            (Scale::Nominal, true) => choice(Test::RaoScott, &[Reasoning::NoOrder, Reasoning::Weighted]),
            (Scale::Ordinal, true) => choice(Test::WeightedRanks, &[Reasoning::Ordered, Reasoning::Weighted]),
            (Scale::Mean, true) => choice(Test::LinearisedMeans, &[Reasoning::MeansAsked, Reasoning::Weighted]),
            (Scale::Nominal, false) if !is_sparse(&table) => {
                choice(Test::Pearson, &[Reasoning::NoOrder, Reasoning::Dense])
            }
            (Scale::Nominal, false) if table.fourfold().is_some() => {
                choice(Test::Fisher, &[Reasoning::NoOrder, Reasoning::Sparse])
            }
            (Scale::Nominal, false) => choice(Test::FreemanHalton, &[Reasoning::NoOrder, Reasoning::Sparse]),
            (Scale::Mean, false) if two => choice(Test::Welch, &[Reasoning::MeansAsked, Reasoning::TwoGroups]),
            (Scale::Ordinal, false) if two => Ok(of_two_ordered(&table)),
            (Scale::Ordinal, false) if self.ordered_groups => {
                choice(Test::LinearByLinear, &[Reasoning::Ordered, Reasoning::OrderedGroups])
            }
            (Scale::Ordinal, false) => choice(Test::KruskalWallis, &[Reasoning::Ordered, groups]),
            (Scale::Mean, false) => choice(Test::KruskalWallis, &[Reasoning::MeansAsked, groups]),
        }
    }
}

/// Cochran's rule (1954): χ² is not trusted when an expected count is below 1, or more than a fifth are below 5.
fn is_sparse(table: &CrossTable) -> bool {
    let expected: Vec<f64> = table.expected().concat();
    let small = expected.iter().filter(|cell| **cell < 5.0).count();
    expected.iter().any(|cell| *cell < 1.0) || 5 * small > expected.len()
}

fn of_two_ordered(table: &CrossTable) -> Choice {
    let n = table.total();
    let tied = table.column_totals().into_iter().any(|column| column > 1);
    let chosen = |test, because| Choice { test, because: vec![Reasoning::Ordered, Reasoning::TwoGroups, because] };
    if n <= if tied { 20 } else { 50 } {
        return chosen(Test::MannWhitneyExact, Reasoning::FewAnswers);
    }
    let spreads: Vec<f64> = table.rows().map(spread).collect();
    let (low, high) = spreads.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), s| (low.min(*s), high.max(*s)));
    if high > SPREAD * low {
        return chosen(Test::BrunnerMunzel, Reasoning::SpreadsDiffer);
    }
    Choice { test: Test::MannWhitney, because: vec![Reasoning::Ordered, Reasoning::TwoGroups] }
}

/// The variance of the steps, counted 0, 1, 2 …
fn spread(row: &[u64]) -> f64 {
    let n = row.iter().map(|count| float(*count)).sum::<f64>();
    let steps = || (0u64..).map(float).zip(row.iter().map(|count| float(*count)));
    let mean = steps().map(|(step, count)| step * count).sum::<f64>() / n;
    steps().map(|(step, count)| count * (step - mean) * (step - mean)).sum::<f64>() / n
}
