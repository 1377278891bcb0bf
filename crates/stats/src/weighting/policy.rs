use super::calibration::Distance;
use super::margin::{Margin, population, respondents};
use super::refusal::WeightingRefusal;
use crate::design::Design;

/// When a municipality's sample is weighted at all, and how far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightingPolicy {
    pub most_margins: usize,
    pub most_categories: usize,
    /// Respondents in each category.
    pub fewest_respondents: u64,
    /// The part of the population in each category.
    pub smallest_share: f64,
    /// No weight is changed by more than between these factors.
    pub bounds: (f64, f64),
    /// Kish's effect of the weights from which it is told, from which categories should be joined, and above which
    /// nothing is weighted.
    pub told: f64,
    pub high: f64,
    pub refused: f64,
}

impl Default for WeightingPolicy {
    fn default() -> WeightingPolicy {
        WeightingPolicy {
            most_margins: 3,
            most_categories: 6,
            fewest_respondents: 20,
            smallest_share: 0.05,
            bounds: (1.0 / 3.0, 3.0),
            told: 1.5,
            high: 2.0,
            refused: 3.0,
        }
    }
}

/// How unequal the weights have become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unevenness {
    Fine,
    /// A note stands below the figures.
    Told,
    /// Categories should be joined.
    High,
}

impl WeightingPolicy {
    /// Weights to the margins within the bounds, or says which margin or category stands in the way.
    ///
    /// # Errors
    /// When the margins are too many or too fine for the answers, cannot be met within the bounds, or make the weights
    /// too unequal.
    pub fn weight(&self, design: &Design, margins: &[Margin]) -> Result<(Design, Unevenness), WeightingRefusal> {
        if margins.len() > self.most_margins {
            return Err(WeightingRefusal::TooManyMargins { found: margins.len(), most: self.most_margins });
        }
        for (place, margin) in margins.iter().enumerate() {
            self.check(design, place, margin)?;
        }
        let (low, high) = self.bounds;
        // Weights are compared with one another, so a draw that stands for itself is first brought to the population.
        let scale = margins.first().map_or(1.0, |margin| population(margin) / design.population());
        if design.calibration().is_some() {
            return Err(WeightingRefusal::AlreadyWeighted);
        }
        let grown = design.clone().reweighted(&vec![scale; design.units()], design.weighting(), None);
        let weighted = grown.calibrated(margins, Distance::Logit { low, high })?;
        let effect = weighted.kish();
        match effect {
            effect if effect > self.refused => Err(WeightingRefusal::TooUneven { effect }),
            effect if effect > self.high => Ok((weighted, Unevenness::High)),
            effect if effect >= self.told => Ok((weighted, Unevenness::Told)),
            _ => Ok((weighted, Unevenness::Fine)),
        }
    }

    fn check(&self, design: &Design, place: usize, margin: &Margin) -> Result<(), WeightingRefusal> {
        let (found, most) = (margin.totals.len(), self.most_categories);
        if found > most {
            return Err(WeightingRefusal::TooManyCategories { margin: place, found, most });
        }
        let (expected, found) = (design.units(), margin.categories.len());
        if expected != found {
            return Err(WeightingRefusal::LengthsDiffer { margin: place, expected, found });
        }
        let counts =
            respondents(design, margin).map_err(|row| WeightingRefusal::Unclassified { margin: place, row })?;
        for (category, (total, respondents)) in margin.totals.iter().zip(counts).enumerate() {
            if respondents == 0 {
                return Err(WeightingRefusal::NobodyIn { margin: place, category });
            }
            if respondents < self.fewest_respondents {
                let fewest = self.fewest_respondents;
                return Err(WeightingRefusal::FewRespondents { margin: place, category, respondents, fewest });
            }
            if *total < self.smallest_share * population(margin) {
                return Err(WeightingRefusal::SmallCategory { margin: place, category });
            }
        }
        Ok(())
    }
}
