use crate::{OptionCode, QuestionCode};
use base::Text;
use jiff::civil::Date;

/// What is known of an audience besides who answered: where its people are taken from, and who there is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Population {
    pub frame: Option<SamplingFrame>,
    pub margins: Vec<Margin>,
}

/// The list or the place from which people are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplingFrame {
    pub taken_from: Text,
    /// Whom it leaves out.
    pub misses: Option<Text>,
    pub written_on: Date,
}

/// How the people of an audience spread over the options of one question, as somebody else counted them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margin {
    pub question: QuestionCode,
    pub measure: Measure,
    /// One for each option that says something, in the order of the scale.
    pub amounts: Vec<(OptionCode, u64)>,
    /// Who counted: „НСИ, преброяване“.
    pub source: Text,
    /// The day of which the numbers are.
    pub as_of: Date,
    pub written_on: Date,
}

/// What the numbers of a margin are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    People,
    /// Thousandths of a per cent.
    Shares,
}

impl Measure {
    pub const ALL: [Measure; 2] = [Measure::People, Measure::Shares];

    /// A whole, where shares are thousandths of a per cent.
    pub const WHOLE: u64 = 100_000;

    pub fn code(self) -> &'static str {
        match self {
            Measure::People => "people",
            Measure::Shares => "shares",
        }
    }

    pub fn from_code(code: &str) -> Option<Measure> {
        Measure::ALL.into_iter().find(|measure| measure.code() == code)
    }
}

impl Population {
    pub fn is_empty(&self) -> bool {
        self.frame.is_none() && self.margins.is_empty()
    }

    pub fn margin(&self, question: &str) -> Option<&Margin> {
        self.margins.iter().find(|margin| margin.question.as_str() == question)
    }
}

impl Margin {
    pub fn total(&self) -> u64 {
        self.amounts.iter().fold(0, |sum, (_, amount)| sum.saturating_add(*amount))
    }

    pub fn amount(&self, option: &str) -> Option<u64> {
        self.amounts.iter().find(|(code, _)| code.as_str() == option).map(|(_, amount)| *amount)
    }
}
