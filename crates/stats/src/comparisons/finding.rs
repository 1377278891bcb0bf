use crate::comparisons::chi_square::pearson;
use crate::comparisons::choice::{Choice, Contrast, Scale, Test};
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::exact::{fisher, freeman_halton};
use crate::comparisons::multiplicity::{Correction, adjust};
use crate::comparisons::permutation::{Seed, permutation};
use crate::comparisons::strength::{Strength, cliffs_delta, cramers_v, epsilon_squared, hedges_g};
use crate::comparisons::tested::{Tested, Untestable};
use crate::comparisons::trend::linear_by_linear;
use crate::comparisons::welch::{Sample, welch};
use crate::comparisons::{
    PairOfGroups, brunner_munzel, dunn, kruskal_wallis, mann_whitney, mann_whitney_exact, mantel_haenszel, mcnemar,
};
use crate::level::Level;
use crate::math::float;

/// Whether groups differ, as data for a sentence: which test and why, what it found, and how large the difference is.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub choice: Choice,
    pub tested: Tested,
    /// Where chance had a part in the computing: print it.
    pub seed: Option<Seed>,
    pub n: u64,
    pub measure: Measure,
    pub strength: Strength,
    /// After Kruskal and Wallis's test, every two groups; their p is raised by Holm's rule.
    pub pairs: Vec<PairOfGroups>,
}

/// What the strength is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    CramersV,
    CliffsDelta,
    EpsilonSquared,
    HedgesG,
    /// The odds of the first answer in the first group over those in the second, within the layers.
    OddsRatio,
    /// The paired difference of two shares.
    PairedDifference,
}

/// What may be said of a difference once its family of tests is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// „They differ.“
    Differ,
    /// Beyond doubt, but too small to matter: nothing to write home about.
    TooLittle,
    /// „We cannot tell.“ Never „they are the same“.
    CannotTell,
}

impl Told {
    /// `p` is adjusted for its family, `difference` and `relevant` in one unit: 0.03 for shares, 0.1 for steps.
    pub fn of(p: f64, level: Level, difference: f64, relevant: f64) -> Told {
        match (p <= 2.0 * level.tail(), difference.abs() >= relevant) {
            (true, true) => Told::Differ,
            (true, false) => Told::TooLittle,
            (false, _) => Told::CannotTell,
        }
    }
}

/// How much may be computed before chance has to help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// The exact test takes so many steps before it gives way to random tables.
    pub steps: u64,
    /// So many random tables.
    pub rounds: u32,
    pub seed: Seed,
}

impl Effort {
    /// Five million steps, a second or so, then a hundred thousand random tables.
    pub fn usual(seed: Seed) -> Effort {
        Effort { steps: 5_000_000, rounds: 100_000, seed }
    }
}

impl Contrast<'_> {
    /// Chooses the test and makes it.
    ///
    /// # Errors
    /// As [`Contrast::choose`]; [`Untestable::Weighted`] where the counts alone do not tell: then the chosen test of
    /// [`crate::weighted`] is to be asked with the design.
    pub fn answer(&self, level: Level, effort: Effort) -> Result<Finding, Untestable> {
        let choice = self.choose()?;
        let table = self.table;
        let finding = |tested, measure, strength| {
            Ok(Finding {
                choice: choice.clone(),
                tested,
                seed: None,
                n: table.total(),
                measure,
                strength,
                pairs: Vec::new(),
            })
        };
        match choice.test {
            Test::RaoScott | Test::WeightedRanks | Test::LinearisedMeans => Err(Untestable::Weighted),
            Test::Pearson => finding(pearson(table)?.tested, Measure::CramersV, cramers_v(table, level)?),
            Test::Fisher => finding(fisher(&table.without_empty())?, Measure::CramersV, cramers_v(table, level)?),
            Test::FreemanHalton => {
                let (tested, seed) = match freeman_halton(table, effort.steps) {
                    Err(Untestable::TooManyOutcomes) => {
                        (permutation(table, effort.rounds, effort.seed)?, Some(effort.seed))
                    }
                    exact => (exact?, None),
                };
                Ok(Finding { seed, ..finding(tested, Measure::CramersV, cramers_v(table, level)?)? })
            }
            Test::MannWhitney => {
                let tested = mann_whitney(&self.groups())?.corrected;
                finding(tested, Measure::CliffsDelta, cliffs_delta(&self.groups(), level)?.0)
            }
            Test::MannWhitneyExact => {
                let tested = mann_whitney_exact(&self.groups())?.plain;
                finding(tested, Measure::CliffsDelta, cliffs_delta(&self.groups(), level)?.0)
            }
            Test::BrunnerMunzel => {
                let tested = brunner_munzel(&self.groups())?;
                finding(tested, Measure::CliffsDelta, cliffs_delta(&self.groups(), level)?.0)
            }
            Test::KruskalWallis => {
                let tested = kruskal_wallis(table)?;
                let strength = epsilon_squared(&tested, table.total(), level).ok_or(Untestable::OneLevel)?;
                Ok(Finding {
                    pairs: holm(dunn(&self.groups())?),
                    ..finding(tested, Measure::EpsilonSquared, strength)?
                })
            }
            Test::LinearByLinear => {
                let places: Vec<f64> = (0u64..).map(float).take(table.height()).collect();
                let tested = linear_by_linear(table, &places, &self.worth())?;
                let h = kruskal_wallis(table)?;
                let strength = epsilon_squared(&h, table.total(), level).ok_or(Untestable::OneLevel)?;
                finding(tested, Measure::EpsilonSquared, strength)
            }
            Test::Welch => {
                let samples: Vec<Sample> = self.groups().rows().filter_map(|row| self.sample(row)).collect();
                let [first, second] = samples.as_slice() else { return Err(Untestable::WrongShape) };
                let tested = welch(*first, *second, level)?.tested;
                finding(tested, Measure::HedgesG, hedges_g(*first, *second, level)?.0)
            }
            Test::MantelHaenszel => {
                let found = mantel_haenszel(self.layers, level)?;
                finding(
                    found.tested,
                    Measure::OddsRatio,
                    Strength { value: found.odds_ratio, interval: found.interval },
                )
            }
            Test::McNemar | Test::McNemarExact => {
                let found = mcnemar(table, level)?;
                let strength = Strength { value: found.difference, interval: Some(found.interval) };
                finding(found.tested(), Measure::PairedDifference, strength)
            }
        }
    }

    /// The groups that have anybody in them, with all columns, so that their scores stay in place.
    fn groups(&self) -> CrossTable {
        let rows: Vec<Vec<u64>> =
            self.table.rows().filter(|row| row.iter().any(|count| *count > 0)).map(<[u64]>::to_vec).collect();
        // The rows of a table are of one length.
        CrossTable::new(&rows).unwrap_or_else(|_| self.table.clone())
    }

    fn sample(&self, row: &[u64]) -> Option<Sample> {
        let worth = self.worth();
        Sample::of(worth.iter().copied().zip(row.iter().copied()))
    }

    /// What each column is worth: its score, or its place where it has none or the scale is only an order.
    fn worth(&self) -> Vec<f64> {
        let is_scored = self.scale == Scale::Mean && self.scores.len() == self.table.width();
        if is_scored { self.scores.to_vec() } else { (0u64..).map(float).take(self.table.width()).collect() }
    }
}

fn holm(mut pairs: Vec<PairOfGroups>) -> Vec<PairOfGroups> {
    let p: Vec<f64> = pairs.iter().map(|pair| pair.tested.p).collect();
    for (pair, p) in pairs.iter_mut().zip(adjust(&p, Correction::Holm)) {
        pair.tested.p = p;
    }
    pairs
}

/// All tests of one section of a report: all items by one breakdown, or all options of a question with several
/// choices, each a table of chosen and not chosen by group. (One χ² over all options together would count people
/// several times.)
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    pub correction: Correction,
    pub findings: Vec<Result<Finding, Untestable>>,
    /// p of each, raised because there are so many; `None` where nothing was tested.
    pub adjusted: Vec<Option<f64>>,
}

impl Family {
    /// Holm's rule for the few questions named beforehand, Benjamini and Hochberg's for screens of many.
    pub fn of(contrasts: &[Contrast<'_>], correction: Correction, level: Level, effort: Effort) -> Family {
        let findings: Vec<Result<Finding, Untestable>> =
            contrasts.iter().map(|contrast| contrast.answer(level, effort)).collect();
        let p: Vec<f64> = findings.iter().flatten().map(|finding| finding.tested.p).collect();
        let mut raised = adjust(&p, correction).into_iter();
        let adjusted = findings.iter().map(|finding| finding.as_ref().ok().and_then(|_| raised.next())).collect();
        Family { correction, findings, adjusted }
    }

    /// m: what was tested. Printed with the figures.
    pub fn tests(&self) -> usize {
        self.adjusted.iter().flatten().count()
    }
}
