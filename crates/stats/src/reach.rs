use crate::collection::{Collection, Inference};
use crate::refusal::Refusal;
use crate::share::Share;

/// Whom the answers reach: how the respondents got in, how many they are, and of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    collection: Collection,
    respondents: u64,
    population: Option<u64>,
}

impl Reach {
    /// `respondents` are all who answered anything (n), `population` all whom the audience consists of (N), if known.
    ///
    /// # Errors
    /// When more answered than there are.
    pub fn new(collection: Collection, respondents: u64, population: Option<u64>) -> Result<Reach, Refusal> {
        match population {
            Some(population) if respondents > population => {
                Err(Refusal::MoreThanPopulation { respondents, population })
            }
            Some(_) | None => Ok(Reach { collection, respondents, population }),
        }
    }

    pub fn collection(self) -> Collection {
        self.collection
    }

    pub fn respondents(self) -> u64 {
        self.respondents
    }

    pub fn population(self) -> Option<u64> {
        self.population
    }

    /// n/N: the response rate of C, the sampling fraction of B.
    pub fn rate(self) -> Option<Share> {
        self.population.and_then(|population| Share::new(self.respondents, population))
    }

    /// Whether nobody of the population is missing, however it came about.
    pub fn is_complete(self) -> bool {
        match self.population {
            Some(population) => self.respondents == population,
            None => self.collection == Collection::Census,
        }
    }

    /// What may be said: a census in which somebody is missing is an invitation that a part took up, and a draw or
    /// an open call that reached everybody is a census.
    pub fn inference(self) -> Inference {
        if self.is_complete() {
            Inference::Exact
        } else if self.collection == Collection::Census {
            Inference::Assumed
        } else {
            self.collection.inference()
        }
    }

    /// f = n/N where the collection allows to correct for it, else 0.
    pub fn sampling_fraction(self) -> f64 {
        let corrects = self.collection.corrects_for_population() || self.collection == Collection::Census;
        match self.rate() {
            Some(rate) if corrects => rate.value(),
            Some(_) | None => 0.0,
        }
    }

    /// The line „if those who did not answer differ by δ points…“, where the collection demands it and N is known.
    pub fn sensitivity(self) -> Option<Sensitivity> {
        let missing = self.rate()?.complement();
        matches!(self.inference(), Inference::Assumed | Inference::Indicative).then_some(Sensitivity { missing })
    }
}

/// How far a figure would move if those who did not answer are different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sensitivity {
    /// 1−r: the part of the population that did not answer.
    pub missing: Share,
}

impl Sensitivity {
    /// (1−r)·δ: the shift of the true figure, in the unit of `difference`.
    pub fn shift(self, difference: f64) -> f64 {
        self.missing.value() * difference
    }

    /// The δ that would bring the figure `value` to the line `threshold` (for a majority, 0.5), in the same unit.
    ///
    /// Negative when those who did not answer would have to lie lower. `None` when no difference possible between
    /// 0 and 1 does it.
    pub fn flipping(self, value: f64, threshold: f64) -> Option<f64> {
        let difference = (threshold - value) / self.missing.value();
        let others = value + difference;
        (self.missing.part() > 0 && (0.0..=1.0).contains(&others)).then_some(difference)
    }
}
