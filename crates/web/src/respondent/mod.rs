//! Answering: what somebody sees who follows the address of a questionnaire.
//!
//! Everything that belongs to a person stands under an address that only they have: no cookie is set, and nothing that
//! a browser keeps leads to the answers once they are sent.

mod addresses;
pub(crate) mod asked;
mod code;
mod away;
mod brought;
pub(crate) mod files;
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

use crate::{
    Specimen,
    doors::Table,
    page::render,
    sent_form::{LARGEST_FORM, LARGEST_WITH_FILES},
};
use base::Language;

pub fn table() -> Table {
    Table::default()
        .get("/receipt", receipt_search::ask)
        .post("/receipt", receipt_search::find)
        .get("/s/{token}", start::show)
        .post("/s/{token}/drafts", start::begin)
        .post("/s/{token}/code", code::enter)
        .get("/s/{token}/all", whole::show)
        .get("/s/{token}/receipt/{code}", receipt::show)
        .post("/s/{token}/receipt/{code}/appeals", receipt::appeal)
        .get("/s/{token}/{draft}", review::show)
        .post("/s/{token}/{draft}/submission", review::send)
        .post("/s/{token}/{draft}/deletion", start::delete)
        .get("/s/{token}/{draft}/{page}", page::show)
        .with_largest_form(LARGEST_FORM)
        .and(
            Table::default()
                .post("/s/{token}/answers", whole::send)
                .post("/s/{token}/{draft}/{page}", page::save)
                .with_largest_form(LARGEST_WITH_FILES),
        )
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
