//! What everybody sees: projects, publications, results, and the pages about Glas itself.

mod about;
pub mod postcard;
pub mod front;
pub mod journal;
pub mod moderation;
pub mod open_data;
pub mod privacy;
mod later;
pub mod project;
pub mod publication;
pub mod report;
pub mod results;
pub mod told;
pub mod written;

pub mod sample;

use crate::{Specimen, doors::Table, page::render};
use base::Language;

pub fn table() -> Table {
    Table::default()
        .get("/", front::front)
        .get("/projects/{project}", project::project)
        .get("/projects/{project}/publications/{publication}", publication::publication)
        .get("/projects/{project}/publications/{publication}/versions/{number}", publication::version)
        .get("/projects/{project}/studies/{study}", results::results)
        .get("/projects/{project}/studies/{study}/report", report::report_page)
        .get("/projects/{project}/studies/{study}/reports/{report}", written::newest)
        .get("/projects/{project}/studies/{study}/reports/{report}/versions/{number}", written::version)
        .get("/projects/{project}/studies/{study}/data", open_data::show)
        .get("/journal", journal::show)
        .get("/about/moderation", moderation::show)
        .get("/about/privacy", privacy::show)
        .get("/about/records", about::records)
        .get("/about/accessibility", about::accessibility)
}

pub(crate) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<front::FrontPage>(language, all)?;
    render::<project::ProjectPage>(language, all)?;
    render::<publication::PublicationPage>(language, all)?;
    render::<results::ResultsPage>(language, all)?;
    render::<report::ReportPage>(language, all)?;
    render::<written::WrittenPage>(language, all)?;
    render::<open_data::OpenDataPage>(language, all)?;
    render::<journal::JournalPage>(language, all)?;
    render::<later::LaterPage>(language, all)?;
    render::<privacy::PrivacyPage>(language, all)?;
    render::<moderation::ModerationPage>(language, all)?;
    render::<about::AboutPage>(language, all)
}

/// The words of a publication as HTML: from the typed tree, every word of it escaped. Words that were accepted once but
/// do not parse are shown as they are rather than lost.
pub(crate) fn publication_body(markdown: &str, words: &app::Words) -> String {
    let blocks = document::markdown::parse(markdown).unwrap_or_else(|_| vec![document::Block::words(markdown)]);
    document::html::blocks(&blocks, &app::study::document_words(words))
}
