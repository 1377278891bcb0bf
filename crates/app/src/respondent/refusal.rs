use base::{Argument, Explain};
use jiff::civil::Date;

/// Why somebody cannot answer here and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The audience has no questionnaire yet.
    NoQuestionnaire,
    NotYetOpen {
        first: Date,
    },
    Closed {
        last: Date,
    },
    /// As many answers as were wanted have come.
    Full,
    /// Sent, deleted, or expired; which of them is not known any more.
    DraftGone,
    /// Only those who were given a code of their own are asked.
    CodeNeeded,
    /// Somebody has answered with this code.
    CodeUsed,
    /// Whoever asks has taken the code back.
    CodeWithdrawn,
    /// As many answers as were wanted have come from those who choose as this person did.
    QuotaFull,
    /// Nothing was answered at all.
    NothingAnswered,
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NoQuestionnaire => "respondent-no-questionnaire",
            Refusal::NotYetOpen { .. } => "respondent-not-yet-open",
            Refusal::Closed { .. } => "respondent-closed",
            Refusal::Full => "respondent-full",
            Refusal::QuotaFull => "respondent-quota-full",
            Refusal::DraftGone => "respondent-draft-gone",
            Refusal::CodeNeeded => "respondent-code-needed",
            Refusal::CodeUsed => "respondent-code-used",
            Refusal::CodeWithdrawn => "respondent-code-withdrawn",
            Refusal::NothingAnswered => "respondent-nothing-answered",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::NotYetOpen { first: day } | Refusal::Closed { last: day } => vec![("day", written(*day).into())],
            Refusal::NoQuestionnaire
            | Refusal::Full
            | Refusal::QuotaFull
            | Refusal::DraftGone
            | Refusal::CodeNeeded
            | Refusal::CodeUsed
            | Refusal::CodeWithdrawn
            | Refusal::NothingAnswered => Vec::new(),
        }
    }
}

/// 27.07.2023, as everywhere.
fn written(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}
