//! Answering: what somebody sees who follows the address of a questionnaire.
//!
//! Everything that belongs to a person stands under an address that only they have: no cookie is set, and nothing that
//! a browser keeps leads to the answers once they are sent.

mod addresses;
pub(crate) mod asked;
mod code;
mod away;
mod brought;
mod gate;
mod page;
mod receipt;
mod receipt_search;
mod review;
mod room;
mod sample;
mod start;
mod told;
mod whole;

pub(crate) use room::Room;
pub(crate) use sample::{questionnaire as sample_questionnaire, room as sample_room};

use crate::{Specimen, doors::Table, page::render};
use base::Language;

/// The largest form: two hundred long open answers in Cyrillic fit.
const LARGEST_FORM: usize = 3 * 1024 * 1024;

pub fn table() -> Table {
    Table::default()
        .get("/receipt", receipt_search::ask)
        .post("/receipt", receipt_search::find)
        .get("/s/{token}", start::show)
        .post("/s/{token}/drafts", start::begin)
        .post("/s/{token}/code", code::enter)
        .get("/s/{token}/all", whole::show)
        .post("/s/{token}/answers", whole::send)
        .get("/s/{token}/receipt/{code}", receipt::show)
        .post("/s/{token}/receipt/{code}/appeals", receipt::appeal)
        .get("/s/{token}/{draft}", review::show)
        .post("/s/{token}/{draft}/submission", review::send)
        .post("/s/{token}/{draft}/deletion", start::delete)
        .get("/s/{token}/{draft}/{page}", page::show)
        .post("/s/{token}/{draft}/{page}", page::save)
        .with_largest_form(LARGEST_FORM)
}

pub(crate) fn specimens(language: Language, all: &mut Vec<Specimen>) -> Result<(), askama::Error> {
    render::<start::StartPage>(language, all)?;
    render::<page::QuestionPage>(language, all)?;
    render::<review::ReviewPage>(language, all)?;
    render::<whole::WholePage>(language, all)?;
    render::<receipt::ReceiptPage>(language, all)?;
    render::<receipt_search::ReceiptSearchPage>(language, all)?;
    render::<gate::RiddlePage>(language, all)?;
    render::<away::AwayPage>(language, all)
}
