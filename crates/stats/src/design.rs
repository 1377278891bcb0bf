//! Who was drawn how: the rows with their weights, strata, clusters and the size of the population behind them.
//!
//! | The sample | What its [`Plan`] holds |
//! |---|---|
//! | everybody: a census | `populations` as large as the sample; nothing has a variance then |
//! | a draw from one list, or everyone invited | `populations` with the size of the list |
//! | whoever wished to | nothing; [`Collection::SelfSelected`] makes every interval an indicative one |
//! | a draw from each neighbourhood | `strata`, `populations` of each, and `weights` = people for each drawn |
//! | whole households or streets | `clusters`; two people of one household are not two opinions |
//! | some people of each street drawn | `parts` within `clusters`, and `part_populations` |
//! | the same people asked twice | the person as cluster |
//!
//! Weights to known margins come afterwards, from [`crate::weighting`]; variances know of them from then on.
//!
//! ```
//! use stats::weighted::WeightedShare;
//! use stats::{Base, Collection, Design, Level, Margin, Plan, WeightingPolicy};
//!
//! // A hundred of 5,000 invited answered: sixty women and forty men of a town with as many of both.
//! let plan = Plan { populations: Some(vec![5000.0; 100]), ..Plan::default() };
//! let design = Design::new(Collection::EveryoneInvited, 100, plan)?;
//! let sex = Margin { categories: (0..100).map(|row| u16::from(row >= 60)).collect(), totals: vec![2500.0, 2500.0] };
//! let (weighted, _) = WeightingPolicy::default().weight(&design, &[sex]).expect("every category has enough answers");
//!
//! // Half of the women and three quarters of the men are satisfied.
//! let satisfied: Vec<Option<bool>> = (0..100).map(|row| Some(row < 30 || (60..90).contains(&row))).collect();
//! let share = WeightedShare::of(&weighted, &satisfied, Base::Answered, Level::NINETY_FIVE)?;
//! assert_eq!((share.unweighted.part(), share.percentage().value()), (60, 63.0));
//! # Ok::<(), stats::DesignRefusal>(())
//! ```

mod classes;
mod covariance;
mod lonely;
mod plan;
mod stage;

pub use lonely::Lonely;
pub use plan::{Cells, DesignRefusal, Plan};

use crate::collection::{Collection, Inference};
use crate::estimate::Weighting;
use crate::math::float;
use crate::math::sum::Sum;
use crate::weighting::Calibration;
use stage::{Second, Stage};

/// A sample with what its variance depends on (Lumley 2010, ch. 1–3).
///
/// It consists of *units*, each a row or, where nothing but shares is asked, several rows that answered alike: then only
/// their number, Σw and Σw² are kept. Every figure of the sample is computed from these and the strata and clusters.
#[derive(Debug, Clone, PartialEq)]
pub struct Design {
    collection: Collection,
    weighting: Weighting,
    lonely: Lonely,
    /// Rows in each unit.
    counts: Vec<u64>,
    /// Σw of each unit.
    weights: Vec<f64>,
    /// Σw² of each unit.
    squares: Vec<f64>,
    first: Stage,
    second: Option<Second>,
    calibration: Option<Calibration>,
}

impl Design {
    /// Row by row.
    ///
    /// # Errors
    /// For columns of unequal length, weights that are no positive numbers, and populations smaller than their sample.
    pub fn new(collection: Collection, rows: usize, plan: Plan) -> Result<Design, DesignRefusal> {
        plan::design_of_rows(collection, rows, plan)
    }

    /// From counts, Σw and Σw² of rows that answered alike; every row is its own cluster.
    ///
    /// # Errors
    /// As for rows.
    pub fn of_cells(collection: Collection, cells: Cells) -> Result<Design, DesignRefusal> {
        plan::design_of_cells(collection, cells)
    }

    /// The same sample with another rule for strata of a single cluster.
    #[must_use]
    pub fn with_lonely(mut self, lonely: Lonely) -> Design {
        self.lonely = lonely;
        self
    }

    /// The same sample as if drawn from an endless population: tests between groups ask about the process that made
    /// the list, not about the list (Cochran 1977, p. 39).
    #[must_use]
    pub fn for_tests(mut self) -> Design {
        self.first.forget_populations();
        self.second = None;
        self
    }

    pub fn collection(&self) -> Collection {
        self.collection
    }

    pub fn weighting(&self) -> Weighting {
        self.weighting
    }

    /// What may be said: a sample that holds its whole population is exact.
    pub fn inference(&self) -> Inference {
        if self.first.is_complete() && self.second.as_ref().is_none_or(Second::is_complete) {
            return Inference::Exact;
        }
        match self.collection {
            Collection::Census => Inference::Assumed,
            Collection::Probability | Collection::EveryoneInvited | Collection::SelfSelected => {
                self.collection.inference()
            }
        }
    }

    pub fn units(&self) -> usize {
        self.weights.len()
    }

    pub fn rows(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// f: the part of the population of clusters that was drawn, over all strata; 0 where some population is not known.
    pub fn fraction(&self) -> f64 {
        let strata = &self.first.strata;
        let population: Option<f64> = strata.iter().map(|stratum| stratum.population).sum();
        let drawn = float(strata.iter().map(|stratum| stratum.clusters).sum());
        population.map_or(0.0, |population| (drawn / population).min(1.0))
    }

    /// Rows in each unit.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// Σw of each unit.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// Σw² of each unit.
    pub fn squares(&self) -> &[f64] {
        &self.squares
    }

    /// N̂ = Σw.
    pub fn population(&self) -> f64 {
        self.weights.iter().copied().collect::<Sum>().value()
    }

    /// Kish's design effect of weighting alone: n·Σw²/(Σw)² (Kish 1965, 11.7).
    pub fn kish(&self) -> f64 {
        let squares = self.squares.iter().copied().collect::<Sum>().value();
        float(self.rows()) * squares / (self.population() * self.population())
    }

    /// ν = clusters − strata of the whole sample, whatever part of it a figure is about.
    pub fn degrees(&self) -> f64 {
        self.degrees_of(&vec![true; self.units()])
    }

    /// ν of a part: clusters with a member − strata with a member.
    pub fn degrees_of(&self, members: &[bool]) -> f64 {
        self.first.degrees(members, &self.counts)
    }

    /// Strata whose single cluster tells nothing about their variance: the report must warn of them.
    pub fn lonely_strata(&self) -> Vec<usize> {
        self.first.lonely().collect()
    }

    /// The rule for strata of a single cluster.
    pub fn lonely(&self) -> Lonely {
        self.lonely
    }

    pub(crate) fn calibration(&self) -> Option<&Calibration> {
        self.calibration.as_ref()
    }

    /// The same sample with each unit's weight multiplied, its variance knowing what the weights were adjusted to.
    pub(crate) fn reweighted(
        mut self,
        factors: &[f64],
        weighting: Weighting,
        calibration: Option<Calibration>,
    ) -> Design {
        for ((weight, square), factor) in self.weights.iter_mut().zip(&mut self.squares).zip(factors) {
            *weight *= factor;
            *square *= factor * factor;
        }
        self.weighting = weighting;
        self.calibration = calibration;
        self
    }

    pub(crate) fn first(&self) -> &Stage {
        &self.first
    }
}
