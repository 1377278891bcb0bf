//! What everybody sees: projects, publications, results, and the pages about Glas itself.

mod about;
mod front;
mod project;
mod publication;
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
    render::<about::AboutPage>(language, all)
}

/// The words of a publication as HTML.
fn publication_body(markdown: &str, _: &app::Words) -> Option<String> {
    Some(markdown.replace('<', ""))
}
