/// Why a question has no answer from somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The journey did not lead there.
    NotShown,
    /// Shown and passed over.
    Skipped,
    DontKnow,
    NotApplicable,
    /// An answer that breaks the question's rules.
    Invalid,
    /// The respondent answered a version without this question.
    NotInVersion,
}

impl Missing {
    pub const ALL: [Missing; 6] = [
        Missing::NotShown,
        Missing::Skipped,
        Missing::DontKnow,
        Missing::NotApplicable,
        Missing::Invalid,
        Missing::NotInVersion,
    ];

    /// The code that stands for this reason in a column of answer codes; options count up from 0.
    pub const fn code(self) -> u16 {
        match self {
            Missing::NotShown => FIRST_CODE,
            Missing::Skipped => FIRST_CODE + 1,
            Missing::DontKnow => FIRST_CODE + 2,
            Missing::NotApplicable => FIRST_CODE + 3,
            Missing::Invalid => FIRST_CODE + 4,
            Missing::NotInVersion => FIRST_CODE + 5,
        }
    }
}

/// The six reasons take the six highest codes.
pub(crate) const FIRST_CODE: u16 = u16::MAX - 5;

/// A count above this is none of people; it keeps every sum of counts within its type.
pub(crate) const MOST: u64 = 1 << 40;

/// How many answers are missing for each reason. Reasons are never added together silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MissingCounts {
    pub not_shown: u64,
    pub skipped: u64,
    pub dont_know: u64,
    pub not_applicable: u64,
    pub invalid: u64,
    pub not_in_version: u64,
}

impl MissingCounts {
    pub fn of(self, reason: Missing) -> u64 {
        match reason {
            Missing::NotShown => self.not_shown,
            Missing::Skipped => self.skipped,
            Missing::DontKnow => self.dont_know,
            Missing::NotApplicable => self.not_applicable,
            Missing::Invalid => self.invalid,
            Missing::NotInVersion => self.not_in_version,
        }
    }

    pub fn add(&mut self, reason: Missing, count: u64) {
        let place = match reason {
            Missing::NotShown => &mut self.not_shown,
            Missing::Skipped => &mut self.skipped,
            Missing::DontKnow => &mut self.dont_know,
            Missing::NotApplicable => &mut self.not_applicable,
            Missing::Invalid => &mut self.invalid,
            Missing::NotInVersion => &mut self.not_in_version,
        };
        *place = place.saturating_add(count).min(MOST);
    }

    pub fn merge(&mut self, other: MissingCounts) {
        for reason in Missing::ALL {
            self.add(reason, other.of(reason));
        }
    }

    pub fn total(self) -> u64 {
        Missing::ALL.into_iter().map(|reason| self.of(reason)).sum()
    }
}
