use crate::digits::Digits;
use crate::disclosure::Disclosure;
use crate::published::{Published, Reason};
use crate::reach::Reach;
use crate::share::Share;

/// A question that each person answers for as many things as they have: each child, each service. Its hundred percent are the
/// entries, and an entry is no person.
///
/// What one person enters goes together, so there is no interval; and how many digits are printed and what is hidden follows from
/// the people behind the entries, of whom there are fewer.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries {
    /// Entries with an answer: the base.
    pub entries: u64,
    /// People who made at least one of them.
    pub people: u64,
    pub digits: Digits,
    /// One for each option, in its order.
    pub shares: Vec<Published<Share>>,
}

/// What the entries add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryCounts<'a> {
    /// For each option the entries in which it was chosen.
    pub chosen: &'a [u64],
    /// For each option the people who chose it in any entry.
    pub choosers: &'a [u64],
    pub entries: u64,
    pub people: u64,
    /// Several options may be chosen in one entry.
    pub several: bool,
}

impl Entries {
    pub fn of(counts: &EntryCounts<'_>, reach: Reach, disclosure: &Disclosure) -> Published<Entries> {
        if let Err(reason) = disclosure.audience(reach) {
            return Published::Suppressed(reason);
        }
        if counts.people == 0 || counts.entries == 0 {
            return Published::Suppressed(Reason::NobodyAnswered);
        }
        let hidden = match counts.several {
            true => disclosure.mentions(counts.choosers, counts.people, reach),
            // The entries of all options add up to their base, so one hidden alone could be computed.
            false => disclosure.distribution(counts.choosers, reach),
        };
        let hidden = hidden.into_iter().chain(std::iter::repeat(None));
        let share = |(chosen, hidden): (&u64, Option<Reason>)| match (hidden, Share::new(*chosen, counts.entries)) {
            (Some(reason), _) => Published::Suppressed(reason),
            (None, Some(share)) => Published::Shown(share),
            (None, None) => Published::Suppressed(Reason::NobodyAnswered),
        };
        Published::Shown(Entries {
            entries: counts.entries,
            people: counts.people,
            digits: Digits::of(counts.people, None),
            shares: counts.chosen.iter().zip(hidden).map(share).collect(),
        })
    }
}
