use super::{SignedIn, password, who::safe_way_back};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, network::Network, parts::FieldErrors};
use app::account;
use askama::Template;
use axum::response::Response;
use base::{Explain, Language};
use std::sync::Arc;

/// Before a dangerous step: whoever sits at this desk gives their password once more.
#[derive(Template)]
#[template(path = "desk/confirmation.html")]
pub struct ConfirmationPage {
    frame: Frame,
    errors: FieldErrors,
    account: String,
    back: String,
}

pub async fn show(who: SignedIn, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    visit.show(&page(&visit, &who, asked.0.text("back"), &[]))
}

pub async fn confirm(who: SignedIn, visit: Visit, network: Network, fields: Fields) -> Result<Response, Failure> {
    let typed = fields.all("password").next().unwrap_or_default().to_owned();
    let checked = password::Checked::known(&visit, &who.account, network, typed).await;
    let confirmed = match checked {
        Ok(checked) => {
            let (now, mut chance) = (visit.now, visit.site.chance());
            let person = who.0.clone();
            let password::Checked { attempt, right, turn: _turn } = checked;
            let entered = visit.site.write(move |tx, instance| {
                account::end_confirmation(tx, instance.tenant, &person, &attempt, right, now, &mut *chance)
            });
            entered.await?.ok_or_else(|| Failure::refused(account::Refusal::PasswordWrong))
        }
        Err(failure) => Err(failure),
    };
    match confirmed {
        Ok(entered) => {
            let back = safe_way_back(&visit, fields.text("back"));
            password::signed_in(&visit, &entered, visit.go_back_to(&back)?)
        }
        Err(Failure::Refused(refusals)) => {
            let response = visit.show(&page(&visit, &who, fields.text("back"), &refusals))?;
            Ok(password::refused(response, &refusals))
        }
        Err(failure) => Err(failure),
    }
}

fn page(visit: &Visit, who: &SignedIn, back: &str, refusals: &[Arc<dyn Explain + Send + Sync>]) -> ConfirmationPage {
    let mut errors = super::form_errors(visit.words, refusals);
    errors.0.iter_mut().for_each(|error| error.field = "password".to_owned());
    ConfirmationPage {
        frame: super::frame(visit, who, &visit.words.say("desk-confirmation-title"), ""),
        errors,
        account: who.account.clone(),
        back: safe_way_back(visit, back),
    }
}

impl Page for ConfirmationPage {
    const NAME: &'static str = "desk-confirmation";

    fn samples(language: Language) -> Vec<(&'static str, ConfirmationPage)> {
        let page = |refusals: &[Arc<dyn Explain + Send + Sync>]| ConfirmationPage {
            frame: super::sample_frame(language, "/desk/confirmation", "desk-confirmation-title"),
            errors: super::form_errors(app::Words::new(language), refusals),
            account: "researcher".to_owned(),
            back: "/desk/people".to_owned(),
        };
        vec![("empty", page(&[])), ("refused", page(&[Arc::new(account::Refusal::PasswordWrong)]))]
    }
}
