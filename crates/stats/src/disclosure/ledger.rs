use std::collections::{BTreeMap, BTreeSet};

use crate::disclosure::rules::Thresholds;

/// Which people a table is about: those whose answer to each of these questions is among the given ones.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Filter {
    conditions: BTreeMap<u32, BTreeSet<u16>>,
}

impl Filter {
    pub fn everybody() -> Filter {
        Filter::default()
    }

    /// Only those of them who gave one of these answers to a question.
    #[must_use]
    pub fn and(mut self, question: u32, answers: impl IntoIterator<Item = u16>) -> Filter {
        let answers: BTreeSet<u16> = answers.into_iter().collect();
        let narrowed = match self.conditions.get(&question) {
            Some(before) => before.intersection(&answers).copied().collect(),
            None => answers,
        };
        self.conditions.insert(question, narrowed);
        self
    }

    /// Whether everybody whom the other filter passes is certain to pass this one.
    pub fn holds(&self, other: &Filter) -> bool {
        let narrower = |(question, answers): (&u32, &BTreeSet<u16>)| {
            other.conditions.get(question).is_some_and(|others| others.is_subset(answers))
        };
        self.conditions.iter().all(narrower)
    }
}

/// A table that went out, or is to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// The wave or round of the survey: other rounds are other people's answers.
    pub wave: u32,
    pub who: Filter,
    /// People in it.
    pub n: u64,
    /// Whether the breakdown was declared beforehand; else somebody filtered freely.
    pub declared: bool,
}

/// Everything that was published of one survey. A new table is held against all earlier ones: of two of which one holds
/// the other, the difference is published too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ledger {
    releases: Vec<Release>,
}

/// Why a table may not go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReleased {
    /// It and the release at this place of the ledger differ by so few people that the difference would tell about them.
    TooNearTo { earlier: usize, persons: u64 },
    /// Too few people for a filter that was not declared beforehand.
    FewForFreeFilter { n: u64 },
}

impl Ledger {
    /// The fewest people in a table that somebody filtered freely.
    pub const FEWEST_FOR_FREE_FILTER: u64 = 30;

    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// Whether a table may go out beside all earlier ones.
    ///
    /// # Errors
    /// For a free filter with few people, and for the first earlier table that holds the new one, or is held by it,
    /// with from one person to fewer than the rule for the rest of a total asks between them.
    pub fn check(&self, new: &Release, thresholds: Thresholds) -> Result<(), NotReleased> {
        if !new.declared && new.n < Ledger::FEWEST_FOR_FREE_FILTER {
            return Err(NotReleased::FewForFreeFilter { n: new.n });
        }
        let nested = |old: &Release| old.wave == new.wave && (old.who.holds(&new.who) || new.who.holds(&old.who));
        let near = |(earlier, old): (usize, &Release)| {
            let persons = old.n.abs_diff(new.n);
            let tells = nested(old) && persons > 0 && persons < thresholds.complement;
            tells.then_some(NotReleased::TooNearTo { earlier, persons })
        };
        self.releases.iter().enumerate().find_map(near).map_or(Ok(()), Err)
    }

    /// Writes a table down as published.
    pub fn record(&mut self, release: Release) {
        if !self.releases.contains(&release) {
            self.releases.push(release);
        }
    }
}

/// What a table and a part of it tell about the others: people, and those of them with an answer. `None` when the part
/// is not one.
pub fn difference_of(all: (u64, u64), part: (u64, u64)) -> Option<(u64, u64)> {
    let rest = (all.0.checked_sub(part.0)?, all.1.checked_sub(part.1)?);
    (rest.1 <= rest.0).then_some(rest)
}
