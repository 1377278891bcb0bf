use crate::collection::Collection;
use crate::published::Reason;
use crate::reach::Reach;

/// Below which counts something is hidden. Offices use 3 to 10; these stand in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// The fewest people in a row of a breakdown.
    pub group: u64,
    /// The fewest people in the rest of a published total.
    pub complement: u64,
    /// Counts from 1 up to one below this are hidden under the cell rule.
    pub cell: u64,
    /// The cell rule holds above this sampling fraction, in percent.
    pub fraction_percent: u64,
    /// In bases smaller than this, „all“ and „none“ tell everybody's answer.
    pub full: u64,
    /// A population smaller than this is shown as counts, with its consent, or not at all.
    pub tiny: u64,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds { group: 10, complement: 5, cell: 5, fraction_percent: 20, full: 20, tiny: 10 }
    }
}

/// The rules under which one question of one audience is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disclosure {
    pub thresholds: Thresholds,
    /// Whether the question touches what a neighbour must not learn.
    pub sensitive: bool,
    /// Whether a tiny population agreed to be shown as „k of n“.
    pub consent: bool,
}

impl Disclosure {
    /// Whether a row of a breakdown may be shown: `group` people in it, and each published total that contains it.
    ///
    /// # Errors
    /// The reason for hiding it.
    pub fn group(&self, group: u64, totals: &[u64]) -> Result<(), Reason> {
        if group < self.thresholds.group {
            return Err(Reason::SmallGroup);
        }
        let reveals = |total: u64| {
            let rest = total.saturating_sub(group);
            rest > 0 && rest < self.thresholds.complement
        };
        if totals.iter().copied().any(reveals) { Err(Reason::SmallComplement) } else { Ok(()) }
    }

    /// Which rows of a breakdown are hidden, where the groups together make up a published total.
    ///
    /// What is hidden can be computed as the total less all that is shown, so the hidden rows must together be a
    /// group that could be shown: the smallest others follow until they are. Merging neighbours beforehand is kinder.
    pub fn breakdown(&self, groups: &[u64]) -> Vec<Option<Reason>> {
        let small = |group: u64| (group < self.thresholds.group).then_some(Reason::SmallGroup);
        let mut hidden: Vec<Option<Reason>> = groups.iter().map(|group| small(*group)).collect();
        loop {
            let concealed = hidden.iter().zip(groups).filter(|(reason, _)| reason.is_some());
            let together = concealed.fold(0, |total: u64, (_, group)| total.saturating_add(*group));
            if together == 0 || together >= self.thresholds.group {
                return hidden;
            }
            let shown = hidden.iter_mut().zip(groups).filter(|(reason, _)| reason.is_none());
            let Some((reason, _)) = shown.min_by_key(|(_, group)| **group) else { return hidden };
            *reason = Some(Reason::SmallComplement);
        }
    }

    /// Whether the audience is so small that only counts may be shown, if anything.
    pub fn is_tiny(&self, reach: Reach) -> bool {
        match reach.population() {
            Some(population) => population < self.thresholds.tiny,
            None => reach.collection() == Collection::Census && reach.respondents() < self.thresholds.tiny,
        }
    }

    /// Whether the audience as a whole may be shown.
    ///
    /// # Errors
    /// [`Reason::TinyPopulation`] without consent.
    pub fn audience(&self, reach: Reach) -> Result<(), Reason> {
        if self.is_tiny(reach) && !self.consent { Err(Reason::TinyPopulation) } else { Ok(()) }
    }

    /// Whether small cells must be hidden: a sensitive question, or so many of the population answered that a
    /// neighbour can be sure that somebody did. A tiny population that consented to its counts did so knowing this.
    pub fn hides_cells(&self, reach: Reach) -> bool {
        if self.is_tiny(reach) {
            return false;
        }
        let large_part = reach.rate().is_some_and(|rate| rate.exceeds(self.thresholds.fraction_percent, 100));
        self.sensitive || reach.is_complete() || large_part
    }

    /// Which cells of one question's distribution are hidden; the counts add up to the published base.
    ///
    /// A single hidden cell could be computed from the base, so the smallest others follow it until the hidden ones
    /// are two at least and hold together enough people that none of them can be told.
    pub fn distribution(&self, counts: &[u64], reach: Reach) -> Vec<Option<Reason>> {
        let mut hidden: Vec<Option<Reason>> = vec![None; counts.len()];
        if !self.hides_cells(reach) {
            return hidden;
        }
        let total = counts.iter().fold(0, |total: u64, count| total.saturating_add(*count));
        for (reason, &count) in hidden.iter_mut().zip(counts) {
            *reason = self.cell(count, total);
        }
        if !hidden.contains(&Some(Reason::SmallCell)) {
            return hidden;
        }
        loop {
            let concealed =
                || hidden.iter().zip(counts).filter(|(reason, _)| **reason == Some(Reason::SmallCell)).map(|(_, n)| *n);
            if concealed().count() >= 2 && concealed().fold(0, u64::saturating_add) >= 2 * self.thresholds.cell {
                return hidden;
            }
            let next = hidden
                .iter_mut()
                .zip(counts)
                .filter(|(reason, count)| reason.is_none() && **count > 0)
                .min_by_key(|(_, count)| **count);
            let Some((reason, _)) = next else { return hidden };
            *reason = Some(Reason::SmallCell);
        }
    }

    /// Which options of a question with several choices are hidden: each is a table of its own, chosen or not.
    pub fn mentions(&self, counts: &[u64], answered: u64, reach: Reach) -> Vec<Option<Reason>> {
        if !self.hides_cells(reach) {
            return vec![None; counts.len()];
        }
        let hide = |count: u64| {
            let rest = answered.saturating_sub(count);
            self.cell(count, answered).or(self.cell(rest, answered).filter(|reason| *reason == Reason::SmallCell))
        };
        counts.iter().map(|count| hide(*count)).collect()
    }

    pub(super) fn cell(&self, count: u64, total: u64) -> Option<Reason> {
        if count == 0 {
            (total < self.thresholds.full).then_some(Reason::NearlyNone)
        } else if count == total && total < self.thresholds.full {
            Some(Reason::NearlyAll)
        } else {
            (count < self.thresholds.cell).then_some(Reason::SmallCell)
        }
    }
}
