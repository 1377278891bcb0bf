//! The code of a printed invitation, typed by somebody who has no account yet.

use super::form::{Fields, FormPage, Sent, Shown};
use crate::{Failure, Frame, Said, Visit, doors::Anybody, network::Network};
use app::{
    people::{Trouble, enter_code},
    typed::Typed,
};
use axum::response::Response;
use base::Language;

pub async fn ask(_: Anybody, visit: Visit) -> Result<Response, Failure> {
    visit.show(&page(frame(&visit), &Shown::new(Typed::default())))
}

pub async fn enter(_: Anybody, visit: Visit, network: Network, fields: crate::Fields) -> Result<Response, Failure> {
    let sent = Sent::new(fields);
    let (now, network) = (visit.now, network.name().to_owned());
    let read = |typed: &Typed| Ok(typed.get("code").to_owned());
    let entered =
        sent.written(&visit, read, move |tx, instance, code| enter_code(tx, instance.tenant, &code, &network, now));
    let (next, outcome) = match entered.await {
        Ok(Some(token)) => (format!("/setup/{token}"), Ok(())),
        Ok(None) => (String::new(), Err(Trouble::CodeUnknown.into())),
        Err(failure) => (String::new(), Err(failure)),
    };
    sent.answer(&visit, outcome, &next, |shown| page(frame(&visit), shown))
}

fn frame(visit: &Visit) -> Frame {
    visit.frame(visit.words.say("desk-code")).hidden()
}

fn page(frame: Frame, shown: &Shown) -> FormPage {
    // The form has one field, so whatever is wrong is told there.
    let mut errors = shown.errors.clone();
    errors.0.iter_mut().for_each(|error| error.field = "code".to_owned());
    let shown = Shown { errors, ..Shown::new(shown.typed.clone()) };
    let form = Fields::of(&frame, "desk", &shown.typed);
    let code = form.line("code").needed();
    let about = Said::here(frame.say("desk-sign-in-title"));
    FormPage::new(frame, "desk-code-enter", "/setup").about(about, "/sign-in").with(vec![code]).filled(&shown)
}

pub fn samples(language: Language) -> Vec<(&'static str, FormPage)> {
    let words = app::Words::new(language);
    let frame = || Frame::sample(language, "/setup", &words.say("desk-code-enter")).hidden();
    let typed = Typed::default().with("code", "1234 5678");
    let refused = Shown::refused(words, &typed, &[std::sync::Arc::new(Trouble::CodeUnreadable)], None);
    vec![("code", page(frame(), &Shown::new(Typed::default()))), ("code-refused", page(frame(), &refused))]
}
