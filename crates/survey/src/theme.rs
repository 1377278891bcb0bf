use crate::{OptionCode, QuestionCode};
use base::{AudienceId, Text};

/// One theme that people may write of, with the patterns by which it is found in their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// As of an option: to several themes an open answer is what an answer is to several choices.
    pub code: OptionCode,
    pub name: Text,
    /// What belongs to it and what does not, for whoever codes.
    pub description: Text,
    /// „чака*“, „губ* врем*“.
    pub patterns: Vec<String>,
    /// What looks like the theme and is not it.
    pub exclusions: Vec<String>,
}

/// The themes of one or several open questions of a study: its codebook, as people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeList {
    pub name: Text,
    pub questions: Vec<ThemedQuestion>,
    pub themes: Vec<Theme>,
}

/// An open question of one audience.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThemedQuestion {
    pub audience: AudienceId,
    pub question: QuestionCode,
}

impl ThemeList {
    pub fn theme(&self, code: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.code.as_str() == code)
    }

    /// The questions of one audience to which it belongs.
    pub fn questions_of(&self, audience: AudienceId) -> impl Iterator<Item = &QuestionCode> {
        self.questions.iter().filter(move |one| one.audience == audience).map(|one| &one.question)
    }
}
