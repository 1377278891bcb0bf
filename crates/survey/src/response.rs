use crate::{Answers, Seed};
use base::{AudienceId, BatchId, LanguageTag, QuestionnaireId, ResponseKey};
use jiff::civil::Date;

/// One person's answers, once and for good. Nothing here tells who it was: the key is random, the day is a day of the
/// fieldwork and no finer.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    pub key: ResponseKey,
    pub audience: AudienceId,
    pub questionnaire: QuestionnaireId,
    pub mode: Mode,
    /// The box of cards or the file that it came in with.
    pub batch: Option<BatchId>,
    pub day: Date,
    /// In which the questions were read.
    pub language: LanguageTag,
    /// The order in which what is shuffled was shown; `None` where everybody saw the same.
    pub seed: Option<Seed>,
    /// Whether somebody of a small group lets their own words be quoted; `None` where nobody was asked.
    pub quotable: Option<bool>,
    pub answers: Answers,
}

impl Response {
    /// Whether its words may be read by anybody but those who read single answers.
    pub fn may_be_quoted(&self) -> bool {
        self.quotable != Some(false)
    }
}

/// How the answers came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    Online,
    /// Written on a card, typed in by another.
    Paper,
    /// From a file of earlier answers.
    Imported,
}

impl Mode {
    pub const ALL: [Mode; 3] = [Mode::Online, Mode::Paper, Mode::Imported];

    pub fn code(self) -> &'static str {
        match self {
            Mode::Online => "online",
            Mode::Paper => "paper",
            Mode::Imported => "imported",
        }
    }

    pub fn from_code(code: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.code() == code)
    }
}
