#![expect(clippy::indexing_slicing, reason = "the kernel's index is bounded by construction on the line above its use")]

use crate::missing::{FIRST_CODE, MOST, Missing, MissingCounts};
use crate::share::Share;

/// The answers to one question with one choice, counted: per option, and per reason for there being none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    counts: Vec<u64>,
    missing: MissingCounts,
}

impl Tally {
    /// A count above 2⁴⁰ is taken as 2⁴⁰: there are not so many people.
    pub fn new(counts: Vec<u64>, missing: MissingCounts) -> Tally {
        let mut bounded = MissingCounts::default();
        bounded.merge(missing);
        Tally { counts: counts.into_iter().map(|count| count.min(MOST)).collect(), missing: bounded }
    }

    /// Counts a column of codes in one pass: 0..options are options, the codes of [`Missing`] are reasons, and any
    /// other code is an invalid answer.
    pub fn count(options: u16, codes: &[u16]) -> Tally {
        let (options, slots) = (usize::from(options), usize::from(options) + 7);
        // Two histograms, so that a run of equal answers does not wait for its own last write.
        let (mut even, mut odd) = (vec![0u64; slots], vec![0u64; slots]);
        let slot = |code: u16| {
            let reason = usize::from(code.checked_sub(FIRST_CODE).unwrap_or(6).min(6));
            let option = usize::from(code);
            if option < options { option } else { options + reason }
        };
        let mut pairs = codes.chunks_exact(2);
        for pair in &mut pairs {
            even[slot(pair[0])] += 1;
            odd[slot(pair[1])] += 1;
        }
        for &code in pairs.remainder() {
            even[slot(code)] += 1;
        }
        let mut counts: Vec<u64> = even.iter().zip(&odd).map(|(a, b)| a + b).collect();
        let reasons = counts.split_off(options);
        let mut missing = MissingCounts::default();
        for (reason, count) in Missing::ALL.into_iter().chain([Missing::Invalid]).zip(reasons) {
            missing.add(reason, count);
        }
        Tally { counts, missing }
    }

    /// One count per option, in the order of the options.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    pub fn missing(&self) -> MissingCounts {
        self.missing
    }

    /// Everybody, with or without an answer.
    pub fn total(&self) -> u64 {
        self.answered() + self.missing.total()
    }

    /// Everybody to whom the question was shown.
    pub fn shown(&self) -> u64 {
        self.total() - self.missing.not_shown - self.missing.not_in_version
    }

    /// Everybody with a valid answer: the valid n.
    pub fn answered(&self) -> u64 {
        self.counts.iter().sum()
    }

    pub fn nonresponse(&self) -> Nonresponse {
        Nonresponse::of(self.answered(), self.missing)
    }

    /// Adds the counts of another part of the same respondents.
    pub fn merge(&mut self, other: &Tally) {
        if self.counts.len() < other.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine = (*mine + theirs).min(MOST);
        }
        self.missing.merge(other.missing);
    }
}

/// How many of those who should have answered did not, and what follows from it.
///
/// The base is everybody to whom the question was shown and applies. „I don't know“ is something said, so it is not
/// counted as nonresponse; its share is printed apart from [`Nonresponse::PRINTED`] on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nonresponse {
    /// Skipped or invalid, of everybody to whom the question applied.
    pub unanswered: Option<Share>,
    /// Said „I don't know“, of everybody to whom it was shown.
    pub dont_know: Option<Share>,
    /// Said „does not apply to me“, of everybody to whom it was shown.
    pub not_applicable: Option<Share>,
    pub standing: NonresponseStanding,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NonresponseStanding {
    Fine,
    /// More than 20 %: label the figure.
    High,
    /// More than 50 %: do not summarise.
    TooHigh,
}

impl Nonresponse {
    /// From this share on, „don't know“ and „does not apply“ are printed beside the figure.
    pub const PRINTED: f64 = 0.05;

    pub(crate) fn of(answered: u64, missing: MissingCounts) -> Nonresponse {
        let unanswered = missing.skipped + missing.invalid;
        let applies = answered + unanswered + missing.dont_know;
        let shown = applies + missing.not_applicable;
        let unanswered = Share::new(unanswered, applies);
        let standing = match unanswered {
            Some(share) if share.exceeds(1, 2) => NonresponseStanding::TooHigh,
            Some(share) if share.exceeds(1, 5) => NonresponseStanding::High,
            Some(_) | None => NonresponseStanding::Fine,
        };
        Nonresponse {
            unanswered,
            dont_know: Share::new(missing.dont_know, shown),
            not_applicable: Share::new(missing.not_applicable, shown),
            standing,
        }
    }

    /// Whether „I don't know“ was said often enough to be printed.
    pub fn prints_dont_know(self) -> bool {
        self.dont_know.is_some_and(|share| share.value() >= Nonresponse::PRINTED)
    }

    /// Whether „does not apply“ was said often enough to be printed.
    pub fn prints_not_applicable(self) -> bool {
        self.not_applicable.is_some_and(|share| share.value() >= Nonresponse::PRINTED)
    }
}
