use super::Counts;
use crate::themes::FrozenThemes;
use jiff::civil::Date;
use outreach::Project;
use std::sync::Arc;
use survey::{Audience, Population, QuestionCode, Questionnaire, Study};

/// Everything that a page of results or a report is made of; the same from files and from the store.
#[derive(Debug, Clone)]
pub struct StudyData {
    pub study: Study,
    /// `None` for a report made from files alone.
    pub project: Option<Project>,
    pub audiences: Vec<AudienceData>,
    /// The studies that asked the same before, the first of them first; without what people wrote in their own words.
    pub earlier: Vec<StudyData>,
    /// The lists of themes that were frozen for its open answers.
    pub themes: Vec<FrozenThemes>,
}

#[derive(Debug, Clone)]
pub struct AudienceData {
    pub audience: Audience,
    pub questionnaire: Arc<Questionnaire>,
    /// What is known of its people beside who answered.
    pub population: Population,
    pub counts: Arc<Counts>,
    /// The versions of the questionnaire that were answered, the earliest first; none where there is only one.
    pub versions: Vec<AnsweredVersion>,
    /// What people wrote in their own words, as far as a person has let it through.
    pub open_answers: Vec<OpenAnswer>,
    /// What stands in the place of those that nobody may read.
    pub hidden_answers: Vec<HiddenAnswer>,
}

/// One version of the questionnaire and how many answered it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnsweredVersion {
    /// From when on it was asked.
    pub frozen_on: Date,
    pub answers: u64,
}

/// Words of one respondent, after redaction; nothing ties them to the rest of the response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAnswer {
    pub question: QuestionCode,
    pub words: String,
}

/// Why words of a respondent are not shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HiddenAnswer {
    pub question: QuestionCode,
    /// The code of a reason.
    pub reason: String,
    /// What whoever decided said besides.
    pub words: Option<String>,
}

impl StudyData {
    pub fn answered(&self) -> u64 {
        self.audiences.iter().map(|data| data.counts.responses()).sum()
    }
}

impl AudienceData {
    /// A group so small that its members know each other: counts only, no verbatims, no breakdowns.
    pub fn is_tiny(&self) -> bool {
        self.counts.responses() < 10 || self.audience.population.is_some_and(|population| population < 10)
    }
}
