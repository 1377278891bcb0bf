//! Answering: what somebody sees who follows the address of a questionnaire.
//!
//! Everything that belongs to a person stands under an address that only they have: no cookie is set, and nothing that
//! a browser keeps leads to the answers once they are sent.

mod addresses;
mod asked;
mod away;
mod page;
mod receipt;
mod review;
mod room;
mod sample;
mod start;
mod whole;

use crate::{Site, Specimen, page::render};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use base::Language;

/// The largest form: two hundred long open answers in Cyrillic fit.
const LARGEST_FORM: usize = 3 * 1024 * 1024;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/s/{token}", get(start::show))
        .route("/s/{token}/drafts", post(start::begin))
        .route("/s/{token}/all", get(whole::show))
        .route("/s/{token}/answers", post(whole::send))
        .route("/s/{token}/receipt/{code}", get(receipt::show))
        .route("/s/{token}/{draft}", get(review::show))
        .route("/s/{token}/{draft}/submission", post(review::send))
        .route("/s/{token}/{draft}/deletion", post(start::delete))
        .route("/s/{token}/{draft}/{page}", get(page::show).post(page::save))
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
}

pub(crate) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<start::StartPage>(language, all)?;
    render::<page::QuestionPage>(language, all)?;
    render::<review::ReviewPage>(language, all)?;
    render::<whole::WholePage>(language, all)?;
    render::<receipt::ReceiptPage>(language, all)?;
    render::<away::AwayPage>(language, all)
}
