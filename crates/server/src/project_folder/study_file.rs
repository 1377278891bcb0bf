//! Reads `examples/*/study.toml` into the study of `survey`.

#[cfg(test)]
mod tests;

use super::{
    Unreadable,
    words::{Words, day},
};
use base::{AudienceId, Chance, ProjectId, StudyId};
use serde::Deserialize;
use std::collections::BTreeMap;
use survey::{Admission, Audience, CollectionClass, Fieldwork, Mode, ResultsPolicy, Study};
use toml::value::Datetime;

/// A study as its file tells it, with the files that hold each audience's questions and answers.
#[derive(Debug, Clone, PartialEq)]
pub struct StudyFile {
    pub study: Study,
    /// The last part of the address of the study that this one measures again.
    pub repeats: Option<String>,
    /// In the order of the study's audiences.
    pub sources: Vec<Source>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub audience: AudienceId,
    /// The name of the XLSForm workbook beside the file.
    pub questionnaire: String,
    /// The name of the CSV beside the file.
    pub answers: String,
}

impl StudyFile {
    /// Reads a study of this project; its results are public from the day that the file names.
    /// No audience has a questionnaire yet: that is imported from the workbook.
    ///
    /// # Errors
    /// [`Unreadable`] for what is not TOML of this form, an unknown code, or a refusal of `survey`.
    pub fn read(text: &str, project: ProjectId, chance: &mut dyn Chance) -> Result<StudyFile, Unreadable> {
        toml::from_str::<StudyTable>(text)?.into_study(project, chance)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StudyTable {
    slug: String,
    title: Words,
    purpose: Words,
    fieldwork: FieldworkTable,
    results: ResultsTable,
    repeats: Option<String>,
    audiences: Vec<AudienceTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldworkTable {
    first: Datetime,
    last: Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResultsTable {
    published: Datetime,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AudienceTable {
    code: String,
    name: Words,
    token: String,
    questionnaire: String,
    answers: String,
    collection: String,
    population: Option<u32>,
    invited: Option<u32>,
    /// Of a group too small for percentages: whether it agreed that its answers are shown as counts.
    #[serde(default)]
    counts_agreed: bool,
    plan: BTreeMap<String, u32>,
}

impl StudyTable {
    fn into_study(self, project: ProjectId, chance: &mut dyn Chance) -> Result<StudyFile, Unreadable> {
        let first = day("fieldwork.first", self.fieldwork.first)?;
        let last = day("fieldwork.last", self.fieldwork.last)?;
        let mut sources = Vec::new();
        let mut audiences = Vec::new();
        for table in self.audiences {
            let id = AudienceId::new(chance);
            let source =
                Source { audience: id, questionnaire: table.questionnaire.clone(), answers: table.answers.clone() };
            sources.push(source);
            audiences.push(table.into_audience(id)?);
        }
        let study = Study {
            id: StudyId::new(chance),
            project,
            slug: self.slug,
            title: self.title.into(),
            purpose: self.purpose.into(),
            fieldwork: Fieldwork::new(first, last)?,
            results: ResultsPolicy::AfterClosing,
            results_published: Some(day("results.published", self.results.published)?),
            repeats: None,
            audiences,
        };
        Ok(StudyFile { study, repeats: self.repeats, sources })
    }
}

impl AudienceTable {
    fn into_audience(self, id: AudienceId) -> Result<Audience, Unreadable> {
        let collection = CollectionClass::from_code(&self.collection);
        let mut plan = BTreeMap::new();
        for (code, wanted) in self.plan {
            plan.insert(Mode::from_code(&code).ok_or(Unreadable::UnknownMode(code))?, wanted);
        }
        Ok(Audience {
            id,
            code: self.code,
            name: self.name.into(),
            token: self.token,
            plan,
            population: self.population,
            invited: self.invited,
            collection: collection.ok_or(Unreadable::UnknownCollection(self.collection))?,
            admission: Admission::Open,
            limit: None,
            counts_agreed: self.counts_agreed,
            questionnaire: None,
        })
    }
}
