use crate::Answer;

/// What became of one question in one response: a figure never mixes these.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome<'a> {
    Answered(&'a Answer),
    Missing(Missing),
}

impl<'a> Outcome<'a> {
    pub fn answer(self) -> Option<&'a Answer> {
        match self {
            Outcome::Answered(answer) => Some(answer),
            Outcome::Missing(_) => None,
        }
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The logic did not ask it of this person.
    NotShown,
    /// Asked, passed over.
    Skipped,
    DontKnow,
    NotApplicable,
    /// Something stands there that this question cannot mean: two ticks on a card.
    Invalid,
    /// The version that this person answered did not have it.
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

    pub fn code(self) -> &'static str {
        match self {
            Missing::NotShown => "not-shown",
            Missing::Skipped => "skipped",
            Missing::DontKnow => "dont-know",
            Missing::NotApplicable => "not-applicable",
            Missing::Invalid => "invalid",
            Missing::NotInVersion => "not-in-version",
        }
    }
}
