use super::{
    Confirmed, SignedIn,
    moment::moment,
    passkey_challenge::{self, Ceremony, Way},
    second_factor,
};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, parts::FieldErrors};
use app::account::{self, RelyingParty};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Explain, Language, Moment, PasskeyId};
use std::sync::Arc;
use store::Passkey;

/// The keys with which I sign in without a password.
#[derive(Template)]
#[template(path = "desk/passkeys.html")]
pub struct PasskeysPage {
    frame: Frame,
    done: Option<String>,
    errors: FieldErrors,
    rows: Vec<PasskeyRow>,
    /// What was typed, or which browser it is.
    name: String,
    /// Not at an address of numbers.
    is_possible: bool,
}

struct PasskeyRow {
    key: String,
    name: String,
    added: String,
    used: String,
}

pub async fn show(who: SignedIn, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    let mut page = load(&visit, &who, visit.browser.clone(), &[]).await?;
    page.done = super::done(&visit, &asked);
    visit.show(&page)
}

/// Asks the browser to make a key.
pub async fn begin(Confirmed(who): Confirmed<SignedIn>, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    match begun(&visit, &who, fields.text("name")).await {
        Ok((name, asked)) => {
            let ceremony = Ceremony {
                frame: frame(&visit, &who, "desk-passkey-new"),
                way: Way::Add,
                action: "/desk/account/passkeys",
                back: visit.address("/desk/account/passkeys"),
                hidden: vec![("name", name)],
            };
            passkey_challenge::show(&visit, ceremony, asked)
        }
        Err(failure) => again(&visit, &who, fields.text("name"), failure).await,
    }
}

async fn begun(visit: &Visit, who: &SignedIn, name: &str) -> Result<(String, account::PasskeyAsked), Failure> {
    let name = account::passkey_name(name).map_err(Failure::refused)?;
    let site = passkey_challenge::relying_party(visit)?;
    let (now, mut chance, person) = (visit.now, visit.site.chance(), who.0.clone());
    let asked = visit.site.write(move |tx, instance| {
        account::begin_adding_passkey(tx, instance.tenant, &person, &site, now, &mut *chance)
    });
    Ok((name, asked.await?))
}

/// The browser has made it.
pub async fn add(Confirmed(who): Confirmed<SignedIn>, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    match added(&visit, &who, &fields).await {
        Ok(Some(codes)) => visit.show(&second_factor::codes_page(&visit, &who, &codes)),
        Ok(None) => Ok(visit.go_to("/desk/account/passkeys?done=passkey-added")),
        Err(failure) => again(&visit, &who, fields.text("name"), failure).await,
    }
}

async fn added(visit: &Visit, who: &SignedIn, fields: &Fields) -> Result<Option<second_factor::Codes>, Failure> {
    let answer = passkey_challenge::answer(fields)?;
    let name = account::passkey_name(fields.text("name")).map_err(Failure::refused)?;
    let site = passkey_challenge::relying_party(visit)?;
    let (now, mut chance, person) = (visit.now, visit.site.chance(), who.0.clone());
    let added = visit.site.write(move |tx, instance| {
        account::add_passkey(tx, instance.tenant, &person, &site, (&name, &answer), now, &mut *chance)
    });
    added.await?.map_err(Failure::refused)
}

pub async fn remove(
    Confirmed(who): Confirmed<SignedIn>,
    visit: Visit,
    Path(passkey): Path<String>,
) -> Result<Response, Failure> {
    let (now, mut chance) = (visit.now, visit.site.chance());
    let (person, passkey): (_, PasskeyId) = (who.0, super::key(&passkey)?);
    let removed = visit
        .site
        .write(move |tx, instance| account::remove_passkey(tx, instance.tenant, &person, passkey, now, &mut *chance));
    removed.await?;
    Ok(visit.go_to("/desk/account/passkeys?done=passkey-removed"))
}

async fn again(visit: &Visit, who: &SignedIn, name: &str, failure: Failure) -> Result<Response, Failure> {
    let Failure::Refused(refusals) = failure else { return Err(failure) };
    let name = name.chars().take(200).collect();
    Ok(super::refused(visit.show(&load(visit, who, name, &refusals).await?)?))
}

async fn load(
    visit: &Visit,
    who: &SignedIn,
    name: String,
    refusals: &[Arc<dyn Explain + Send + Sync>],
) -> Result<PasskeysPage, Failure> {
    let person = who.person;
    let passkeys = visit.site.read(move |tx, instance| account::passkeys(tx, instance.tenant, person)).await?;
    let is_possible = RelyingParty::new(&visit.site.settings.address).is_ok();
    Ok(page(frame(visit, who, "desk-passkeys-title"), &passkeys, name, is_possible, refusals))
}

fn page(
    frame: Frame,
    passkeys: &[Passkey],
    name: String,
    is_possible: bool,
    refusals: &[Arc<dyn Explain + Send + Sync>],
) -> PasskeysPage {
    let row = |passkey: &Passkey| PasskeyRow {
        key: passkey.id.to_string(),
        name: passkey.name.clone(),
        added: moment(frame.words, passkey.added),
        used: passkey.used.map_or_else(|| frame.say("desk-passkey-never"), |used| moment(frame.words, used)),
    };
    let mut errors = super::form_errors(frame.words, refusals);
    // What is wrong with the key stands beside the only field.
    errors.0.iter_mut().for_each(|error| error.field = "name".to_owned());
    PasskeysPage { errors, done: None, rows: passkeys.iter().map(row).collect(), name, is_possible, frame }
}

fn frame(visit: &Visit, who: &SignedIn, title: &str) -> Frame {
    super::frame(visit, who, &visit.words.say(title), "desk-tab-account")
}

impl Page for PasskeysPage {
    const NAME: &'static str = "desk-passkeys";

    fn samples(language: Language) -> Vec<(&'static str, PasskeysPage)> {
        let passkey = |number: u8, name: &str, used| Passkey {
            id: PasskeyId(base::Key([number; 16])),
            person: base::PersonId(base::Key([9; 16])),
            name: name.to_owned(),
            credential: vec![number],
            document: String::new(),
            added: Moment(1_690_438_320_000_000),
            used,
        };
        let two = [passkey(1, "Телефон", Some(Moment(1_690_459_200_000_000))), passkey(2, "Ключ за USB", None)];
        let page = |passkeys: &[Passkey], is_possible, refusals: &[Arc<dyn Explain + Send + Sync>]| {
            let frame = super::sample_frame(language, "/desk/account/passkeys", "desk-passkeys-title");
            page(frame, passkeys, "Firefox, Windows".to_owned(), is_possible, refusals)
        };
        let wrong = account::Refusal::PasskeyNameWrong { longest: 60 };
        vec![
            ("none", page(&[], true, &[])),
            ("two", page(&two, true, &[])),
            ("refused", page(&[], true, &[Arc::new(wrong)])),
            ("numbers", page(&[], false, &[])),
        ]
    }
}
