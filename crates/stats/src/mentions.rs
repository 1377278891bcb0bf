use crate::math::float;
use crate::missing::{MOST, Missing, MissingCounts};
use crate::refusal::Refusal;
use crate::tally::Nonresponse;

/// The answers to one question with several choices, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentions {
    counts: Vec<u64>,
    answered: u64,
    chose_any: u64,
    missing: MissingCounts,
}

impl Mentions {
    /// A question with so many options that nobody has answered yet.
    pub fn none(options: usize) -> Mentions {
        Mentions { counts: vec![0; options], answered: 0, chose_any: 0, missing: MissingCounts::default() }
    }

    /// From counts made elsewhere: per option, all who answered, and all of them who chose at least one option. A
    /// count above 2⁴⁰ is taken as 2⁴⁰.
    ///
    /// # Errors
    /// When more chose than answered.
    pub fn new(counts: Vec<u64>, answered: u64, chose_any: u64, missing: MissingCounts) -> Result<Mentions, Refusal> {
        let counts: Vec<u64> = counts.into_iter().map(|count| count.min(MOST)).collect();
        let (answered, chose_any) = (answered.min(MOST), chose_any.min(MOST));
        let mut bounded = MissingCounts::default();
        bounded.merge(missing);
        let most = counts.iter().copied().max().unwrap_or(0);
        if most > chose_any {
            return Err(Refusal::NotAShare { part: most, whole: chose_any });
        }
        if chose_any > answered {
            return Err(Refusal::NotAShare { part: chose_any, whole: answered });
        }
        Ok(Mentions { counts, answered, chose_any, missing: bounded })
    }

    /// One respondent's choices, by the index of the option; an option named twice or unknown counts once or not at
    /// all. No choice at all is an answer too, if the respondent was allowed it: who passed the question over is
    /// added by [`Mentions::add_missing`].
    pub fn add(&mut self, chosen: &[u16]) {
        let mut any = false;
        for (at, &option) in chosen.iter().enumerate() {
            let repeated = chosen.iter().take(at).any(|earlier| *earlier == option);
            if !repeated && let Some(count) = self.counts.get_mut(usize::from(option)) {
                *count += 1;
                any = true;
            }
        }
        self.answered += 1;
        self.chose_any += u64::from(any);
    }

    pub fn add_missing(&mut self, reason: Missing) {
        self.missing.add(reason, 1);
    }

    /// One count per option, in the order of the options.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    pub fn missing(&self) -> MissingCounts {
        self.missing
    }

    /// Everybody to whom the question was shown.
    pub fn shown(&self) -> u64 {
        self.answered + self.missing.total() - self.missing.not_shown - self.missing.not_in_version
    }

    pub fn answered(&self) -> u64 {
        self.answered
    }

    /// Everybody who chose at least one option.
    pub fn chose_any(&self) -> u64 {
        self.chose_any
    }

    /// All ticks together.
    pub fn responses(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Options chosen per person who answered.
    pub fn mean_mentions(&self) -> Option<f64> {
        (self.answered > 0).then(|| float(self.responses()) / float(self.answered))
    }

    pub fn nonresponse(&self) -> Nonresponse {
        Nonresponse::of(self.answered, self.missing)
    }
}
