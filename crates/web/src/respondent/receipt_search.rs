//! Where somebody types the code of a receipt and has nothing else.

use super::{
    addresses,
    away::{Admitted, Away},
};
use crate::{
    Fields, Frame, Page, Visit,
    doors::Anybody,
    parts::{FieldError, FieldErrors},
};
use app::respondent::{ReceiptCode, receipt_home};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base::Language;

#[derive(Template)]
#[template(path = "respondent/receipt_search.html")]
pub struct ReceiptSearchPage {
    frame: Frame,
    typed: String,
    errors: FieldErrors,
}

const CODE: &str = "code";

pub async fn ask(_: Anybody, visit: Visit) -> Result<Response, Away> {
    Ok(visit.show(&ReceiptSearchPage::new(visit.frame(""), ""))?)
}

/// In a form and not in an address: what people type stands in none.
pub async fn find(_: Anybody, visit: Visit, _: Admitted, fields: Fields) -> Result<Response, Away> {
    let typed = fields.text(CODE);
    let Ok(code) = typed.parse::<ReceiptCode>() else { return unknown(&visit, typed) };
    match visit.site.read(move |tx, instance| receipt_home(instance, tx, code)).await {
        Ok(home) => Ok(visit.go_to(&addresses::receipt(&home, code))),
        Err(crate::Failure::NotFound) => unknown(&visit, typed),
        Err(failure) => Err(failure.into()),
    }
}

fn unknown(visit: &Visit, typed: &str) -> Result<Response, Away> {
    let page = ReceiptSearchPage::new(visit.frame(""), typed).refused();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, visit.show(&page)?).into_response())
}

impl ReceiptSearchPage {
    fn new(mut frame: Frame, typed: &str) -> ReceiptSearchPage {
        frame.title = frame.say("receipt-search-heading");
        ReceiptSearchPage {
            frame: frame.hidden(),
            typed: typed.chars().take(40).collect(),
            errors: FieldErrors::default(),
        }
    }

    fn refused(mut self) -> ReceiptSearchPage {
        let words = self.frame.words;
        self.errors = FieldErrors(vec![FieldError {
            field: CODE.to_owned(),
            sentence: words.say("receipt-unknown"),
            hint: Some(words.say("receipt-unknown.hint")),
        }]);
        self
    }
}

impl Page for ReceiptSearchPage {
    const NAME: &'static str = "respondent-receipt-search";

    fn samples(language: Language) -> Vec<(&'static str, ReceiptSearchPage)> {
        let page = |typed| ReceiptSearchPage::new(Frame::sample(language, "/receipt", ""), typed);
        vec![("empty", page("")), ("unknown", page("K7QF-2M4A").refused())]
    }
}
