use super::password;
use crate::{
    Failure, Fields, Frame, Page, Visit,
    doors::Anybody,
    parts::{FieldError, FieldErrors},
};
use app::account::{self, Newcomer};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use base::{Explain, Language};

#[derive(Template)]
#[template(path = "desk/setup.html")]
pub struct SetupPage {
    frame: Frame,
    errors: FieldErrors,
    account: String,
    token: String,
    rules: Vec<String>,
}

pub async fn show(_: Anybody, visit: Visit, Path(token): Path<String>) -> Result<Response, Failure> {
    let newcomer = newcomer(&visit, &token).await?;
    visit.show(&page(&visit, token, newcomer.account, FieldErrors::default()))
}

pub async fn choose(_: Anybody, visit: Visit, Path(token): Path<String>, fields: Fields) -> Result<Response, Failure> {
    let Newcomer { account, name } = newcomer(&visit, &token).await?;
    let new = match password::chosen(&fields, &[&account, &name]) {
        Ok(new) => new,
        Err(refusal) => return refused(&visit, token, account, &refusal),
    };
    let hash = password::hashed(&visit, new).await?;
    let secret = secret(&token)?;
    let (now, browser, mut chance) = (visit.now, visit.browser.clone(), visit.site.chance());
    let language = visit.language();
    let passed = visit
        .site
        .write(move |tx, instance| {
            account::begin_in(tx, instance.tenant, &secret, language, now)?;
            account::set_up(tx, instance.tenant, &secret, &hash, &browser, now, &mut *chance)
        })
        .await?;
    password::passed(&visit, &passed, &visit.address("/desk?done=set-up"))
}

fn refused(visit: &Visit, token: String, account: String, refusal: &account::Refusal) -> Result<Response, Failure> {
    let explained = visit.words.refusal(refusal);
    let field = refusal.field().unwrap_or_else(|| "password".to_owned());
    let errors = FieldErrors(vec![FieldError { field, sentence: explained.sentence, hint: explained.hint }]);
    let mut response = visit.show(&page(visit, token, account, errors))?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn page(visit: &Visit, token: String, account: String, errors: FieldErrors) -> SetupPage {
    let frame = visit.frame(visit.words.say("desk-setup-title")).hidden();
    SetupPage { rules: rules(visit.words), frame, errors, account, token }
}

pub fn rules(words: app::Words) -> Vec<String> {
    let shortest = account::password::SHORTEST;
    vec![
        words.tell("desk-setup-rule-length", &[("shortest", shortest.into())]),
        words.say("desk-setup-rule-words"),
        words.say("desk-setup-rule-common"),
        words.say("desk-setup-rule-name"),
    ]
}

/// A text that cannot be a link is answered like a link that was used.
fn secret(token: &str) -> Result<[u8; 32], Failure> {
    account::link_secret(token).ok_or_else(|| Failure::refused(account::Refusal::SetupLinkUsed))
}

async fn newcomer(visit: &Visit, token: &str) -> Result<Newcomer, Failure> {
    let (secret, now) = (secret(token)?, visit.now);
    visit.site.read(move |tx, instance| account::setup_link(tx, instance.tenant, &secret, now)).await
}

impl Page for SetupPage {
    const NAME: &'static str = "setup";

    fn samples(language: Language) -> Vec<(&'static str, SetupPage)> {
        let words = app::Words::new(language);
        let page = |errors| SetupPage {
            frame: Frame::sample(language, "/setup/abc", &words.say("desk-setup-title")).hidden(),
            errors,
            account: "researcher".to_owned(),
            token: "abc".to_owned(),
            rules: rules(words),
        };
        let explained = words.refusal(&account::Refusal::PasswordsDiffer);
        let differ = FieldError { field: "again".to_owned(), sentence: explained.sentence, hint: explained.hint };
        vec![("empty", page(FieldErrors::default())), ("refused", page(FieldErrors(vec![differ])))]
    }
}
