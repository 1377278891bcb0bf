//! Reads `examples/*/project.toml` and the publications beside it into the nouns of `outreach`.
//!
//! The files are written by people, so an unknown key is an error and not a typing mistake that nobody sees.

mod tables;
#[cfg(test)]
mod tests;

use self::tables::{ProjectTable, PublicationTable};
use base::{Chance, Explain, PartyId};
use outreach::{Project, Publication};
use std::{collections::BTreeMap, fmt};

/// A project as its file tells it, with the short names by which the files beside it speak of its parties.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectFile {
    pub project: Project,
    pub parties: BTreeMap<String, PartyId>,
}

impl ProjectFile {
    /// Reads a project; its id and those of its parties are new.
    ///
    /// # Errors
    /// [`Unreadable`] for what is not TOML of this form, a date without a day, or a refusal of `outreach`.
    pub fn read(text: &str, chance: &mut dyn Chance) -> Result<ProjectFile, Unreadable> {
        toml::from_str::<ProjectTable>(text)?.into_project(chance)
    }

    /// Reads a publication of this project, already published and in its first version.
    ///
    /// # Errors
    /// As [`ProjectFile::read`], and [`Unreadable::UnknownParty`] when it speaks for a party that the project does not have.
    pub fn publication(&self, text: &str, chance: &mut dyn Chance) -> Result<Publication, Unreadable> {
        let table: PublicationTable = toml::from_str(text)?;
        table.into_publication(self, chance)
    }
}

/// Why a file of the demonstration cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Unreadable {
    /// Not TOML, a key missing, or a key that nobody knows; the message names line and column.
    Form(toml::de::Error),
    /// The value of this key is not a calendar day.
    NotADay(&'static str),
    UnknownParty(String),
    UnknownKind(String),
    Refused(outreach::Refusal),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Form(problem) => write!(f, "{problem}"),
            Unreadable::NotADay(key) => write!(f, "`{key}` is not a calendar day such as 2023-07-27"),
            Unreadable::UnknownParty(code) => write!(f, "no party of the project has the code `{code}`"),
            Unreadable::UnknownKind(code) => write!(f, "`{code}` is no kind of publication"),
            Unreadable::Refused(refusal) => write!(f, "refused: {}", refusal.code()),
        }
    }
}

impl std::error::Error for Unreadable {}

impl From<toml::de::Error> for Unreadable {
    fn from(problem: toml::de::Error) -> Unreadable {
        Unreadable::Form(problem)
    }
}

impl From<outreach::Refusal> for Unreadable {
    fn from(refusal: outreach::Refusal) -> Unreadable {
        Unreadable::Refused(refusal)
    }
}
