use super::{Confirmed, SignedIn, password, setup};
use crate::{Failure, Fields, Frame, Page, Visit, parts::FieldErrors};
use app::account;
use askama::Template;
use axum::response::Response;
use base::{Explain, Language};
use std::sync::Arc;

/// Another password for oneself.
#[derive(Template)]
#[template(path = "desk/password_change.html")]
pub struct PasswordPage {
    frame: Frame,
    errors: FieldErrors,
    account: String,
    rules: Vec<String>,
}

pub async fn ask(Confirmed(who): Confirmed<SignedIn>, visit: Visit) -> Result<Response, Failure> {
    visit.show(&page(&visit, &who, &[]))
}

pub async fn change(Confirmed(who): Confirmed<SignedIn>, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    let new = match password::chosen(&fields, &[&who.account, &who.name]) {
        Ok(new) => new,
        Err(refusal) => {
            let refusals: [Arc<dyn Explain + Send + Sync>; 1] = [Arc::new(refusal)];
            return Ok(super::refused(visit.show(&page(&visit, &who, &refusals))?));
        }
    };
    let hash = password::hashed(&visit, new).await?;
    let (now, mut chance) = (visit.now, visit.site.chance());
    let (person, browser) = (who.0, visit.browser.clone());
    let entered = visit.site.write(move |tx, instance| {
        account::change_password(tx, instance.tenant, &person, &hash, &browser, now, &mut *chance)
    });
    password::signed_in(&visit, &entered.await?, visit.go_to("/desk/account?done=password-changed"))
}

fn page(visit: &Visit, who: &SignedIn, refusals: &[Arc<dyn Explain + Send + Sync>]) -> PasswordPage {
    PasswordPage {
        frame: super::frame(visit, who, &visit.words.say("desk-password-title"), "desk-tab-account"),
        errors: super::form_errors(visit.words, refusals),
        account: who.account.clone(),
        rules: setup::rules(visit.words),
    }
}

impl Page for PasswordPage {
    const NAME: &'static str = "desk-password";

    fn samples(language: Language) -> Vec<(&'static str, PasswordPage)> {
        let words = app::Words::new(language);
        let page = |refusals: &[Arc<dyn Explain + Send + Sync>]| PasswordPage {
            frame: super::sample_frame(language, "/desk/account/password", "desk-password-title"),
            errors: super::form_errors(words, refusals),
            account: "researcher".to_owned(),
            rules: setup::rules(words),
        };
        let weak = account::Refusal::PasswordWeak(account::Weakness::Common);
        vec![("empty", page(&[])), ("refused", page(&[Arc::new(weak)]))]
    }
}
