//! What everybody sees: projects, publications, results, and the pages about Glas itself.

mod about;
mod front;
mod project;
mod publication;
mod report;
mod results;
mod told;

pub mod sample;

use crate::{Site, Specimen, page::render};
use axum::{Router, routing::get};
use base::Language;

pub fn routes() -> Router<Site> {
    Router::new().route("/about/records", get(about::records)).route("/about/accessibility", get(about::accessibility))
}

pub(crate) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<front::FrontPage>(language, all)?;
    render::<project::ProjectPage>(language, all)?;
    render::<publication::PublicationPage>(language, all)?;
    render::<results::ResultsPage>(language, all)?;
    render::<report::ReportPage>(language, all)?;
    render::<about::AboutPage>(language, all)
}

/// The words of a publication as HTML: from the typed tree, every word of it escaped. Words that were accepted once but
/// do not parse are shown as they are rather than lost.
fn publication_body(markdown: &str, words: &app::Words) -> String {
    let blocks = document::markdown::parse(markdown).unwrap_or_else(|_| vec![document::Block::words(markdown)]);
    document::html::blocks(&blocks, &app::study::document_words(words))
}
