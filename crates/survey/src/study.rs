use crate::{Audience, Refusal};
use base::{ProjectId, StudyId, Text};
use jiff::civil::Date;

/// One study: a questionnaire for each audience, days of fieldwork, and a rule for who sees the results and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    pub id: StudyId,
    pub project: ProjectId,
    /// The last part of its address.
    pub slug: String,
    pub title: Text,
    /// One or two sentences: why we ask, what we shall do with the answers.
    pub purpose: Text,
    pub fieldwork: Fieldwork,
    pub results: ResultsPolicy,
    /// The day on which a person opened the results, where one did.
    pub results_published: Option<Date>,
    /// The earlier study that asked the same before, where this one measures again.
    pub repeats: Option<StudyId>,
    pub audiences: Vec<Audience>,
}

impl Study {
    pub fn audience(&self, code: &str) -> Option<&Audience> {
        self.audiences.iter().find(|audience| audience.code == code)
    }

    /// Whether the public may see the results on `today`.
    pub fn results_are_public(&self, today: Date) -> bool {
        match self.results {
            ResultsPolicy::Live => self.fieldwork.stage(today) != Stage::NotYetOpen,
            ResultsPolicy::AfterClosing => {
                self.fieldwork.stage(today) == Stage::Closed || self.results_published.is_some_and(|day| day <= today)
            }
            ResultsPolicy::Never => false,
        }
    }
}

/// When the public sees the results; declared before the first answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResultsPolicy {
    /// From the day after the last one, or from the day a person opens them.
    AfterClosing,
    /// While answers arrive.
    Live,
    /// Only in the report.
    Never,
}

impl ResultsPolicy {
    pub const ALL: [ResultsPolicy; 3] = [ResultsPolicy::AfterClosing, ResultsPolicy::Live, ResultsPolicy::Never];

    pub fn code(self) -> &'static str {
        match self {
            ResultsPolicy::AfterClosing => "after-closing",
            ResultsPolicy::Live => "live",
            ResultsPolicy::Never => "never",
        }
    }

    pub fn from_code(code: &str) -> Option<ResultsPolicy> {
        ResultsPolicy::ALL.into_iter().find(|policy| policy.code() == code)
    }
}

/// The days on which answers are taken, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fieldwork {
    first: Date,
    last: Date,
}

impl Fieldwork {
    /// # Errors
    /// [`Refusal::FieldworkEndsBeforeItBegins`] when `last` comes before `first`.
    pub fn new(first: Date, last: Date) -> Result<Fieldwork, Refusal> {
        if last < first {
            return Err(Refusal::FieldworkEndsBeforeItBegins { first, last });
        }
        Ok(Fieldwork { first, last })
    }

    pub fn first(&self) -> Date {
        self.first
    }

    pub fn last(&self) -> Date {
        self.last
    }

    pub fn stage(&self, today: Date) -> Stage {
        if today < self.first {
            Stage::NotYetOpen
        } else if today > self.last {
            Stage::Closed
        } else {
            Stage::Open
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    NotYetOpen,
    Open,
    Closed,
}
