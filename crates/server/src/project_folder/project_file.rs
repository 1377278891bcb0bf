//! Reads `examples/*/project.toml` and the publications beside it into the nouns of `outreach`.
//!
//! The files are written by people, so an unknown key is an error and not a typing mistake that nobody sees.

mod tables;
#[cfg(test)]
mod tests;

use self::tables::{ProjectTable, PublicationTable};
use super::Unreadable;
use base::{Chance, PartyId};
use outreach::{Project, Publication};
use std::collections::BTreeMap;

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
