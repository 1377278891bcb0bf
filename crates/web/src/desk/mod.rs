//! The desk: where people of the two parties work.

use crate::{Site, Specimen};
use axum::Router;
use base::Language;

pub fn routes() -> Router<Site> {
    Router::new()
}

pub(crate) fn specimens(_: Language, _: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    Ok(())
}
