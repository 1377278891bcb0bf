use crate::{Absence, Description, Variable, VariableName};
use base::{LanguageTag, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What a rectangular file holds; its rows come one at a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    pub description: Description,
    /// In the order of the columns.
    pub variables: Vec<Variable>,
    pub sets: Vec<ResponseSet>,
    /// The words for each absence.
    pub absences: BTreeMap<Absence, Text>,
}

/// Columns that are one question of which any number of answers could be ticked: each is 1 or 0, and all of them have the
/// same absences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseSet {
    pub name: VariableName,
    pub label: Text,
    /// Places of the columns.
    pub variables: Vec<usize>,
}

impl Dataset {
    pub fn absence(&self, absence: Absence, language: LanguageTag) -> &str {
        self.absences.get(&absence).map_or(absence.code(), |words| words.say(language))
    }

    /// Every language that some words are in, Bulgarian first.
    pub(crate) fn languages(&self) -> Vec<LanguageTag> {
        let mut further = BTreeSet::new();
        let mut has_english = self.description.title.english.is_some();
        for variable in &self.variables {
            let words = std::iter::once(&variable.label).chain(variable.categories().iter().map(|one| &one.label));
            for words in words {
                has_english |= words.english.is_some();
                further.extend(words.further.keys().copied());
            }
        }
        let mut languages = vec![LanguageTag::BULGARIAN];
        languages.extend(has_english.then_some(LanguageTag::ENGLISH));
        languages.extend(further);
        languages
    }
}
