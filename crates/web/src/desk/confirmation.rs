use super::{
    SignedIn,
    passkey_challenge::{self, Ceremony, Way},
    password,
    who::safe_way_back,
};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, network::Network, parts::FieldErrors};
use app::account::{self, Entered, Proofs};
use askama::Template;
use axum::response::Response;
use base::{Explain, Language};
use std::sync::Arc;

/// Before a dangerous step: whoever sits at this desk shows once more who they are, with a password, a code or a passkey.
#[derive(Template)]
#[template(path = "desk/confirmation.html")]
pub struct ConfirmationPage {
    frame: Frame,
    errors: FieldErrors,
    account: String,
    back: String,
    proofs: Proofs,
}

pub async fn show(who: SignedIn, visit: Visit, asked: Asked) -> Result<Response, Failure> {
    visit.show(&load(&visit, &who, asked.0.text("back"), &[]).await?)
}

pub async fn confirm(who: SignedIn, visit: Visit, network: Network, fields: Fields) -> Result<Response, Failure> {
    let confirmed = if fields.has("code") {
        by_code(&visit, &who, fields.text("code")).await
    } else {
        by_password(&visit, &who, network, &fields).await
    };
    done(&visit, &who, &fields, confirmed).await
}

/// Asks the browser for a key.
pub async fn begin_passkey(who: SignedIn, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    let back = safe_way_back(&visit, fields.text("back"));
    let asked = match passkey_challenge::relying_party(&visit) {
        Ok(site) => {
            let (now, mut chance, person) = (visit.now, visit.site.chance(), who.0.clone());
            let asked = visit.site.write(move |tx, instance| {
                account::begin_passkey_confirmation(tx, instance.tenant, &person, &site, now, &mut *chance)
            });
            asked.await.map_err(Failure::from)
        }
        Err(failure) => Err(failure),
    };
    match asked {
        Ok(asked) => {
            let ceremony = Ceremony {
                frame: super::frame(&visit, &who, &visit.words.say("desk-confirmation-title"), ""),
                way: Way::Use,
                action: "/desk/confirmation/passkey",
                back: back.clone(),
                hidden: vec![("back", back)],
            };
            passkey_challenge::show(&visit, ceremony, asked)
        }
        Err(failure) => done(&visit, &who, &fields, Err(failure)).await,
    }
}

/// The key has signed.
pub async fn confirm_passkey(who: SignedIn, visit: Visit, fields: Fields) -> Result<Response, Failure> {
    let answer = passkey_challenge::answer(&fields)?;
    let site = passkey_challenge::relying_party(&visit)?;
    let (now, mut chance, person) = (visit.now, visit.site.chance(), who.0.clone());
    let confirmed = visit.site.write(move |tx, instance| {
        account::confirm_with_passkey(tx, instance.tenant, &person, &site, &answer, now, &mut *chance)
    });
    let confirmed = confirmed.await?.map_err(Failure::refused);
    done(&visit, &who, &fields, confirmed).await
}

async fn by_password(visit: &Visit, who: &SignedIn, network: Network, fields: &Fields) -> Result<Entered, Failure> {
    let typed = fields.all("password").next().unwrap_or_default().to_owned();
    let password::Checked { attempt, right, turn: _turn } =
        password::Checked::known(visit, &who.account, network, typed).await?;
    let (now, mut chance, person) = (visit.now, visit.site.chance(), who.0.clone());
    let entered = visit.site.write(move |tx, instance| {
        account::end_confirmation(tx, instance.tenant, &person, &attempt, right, now, &mut *chance)
    });
    entered.await?.ok_or_else(|| Failure::refused(account::Refusal::PasswordWrong))
}

async fn by_code(visit: &Visit, who: &SignedIn, code: &str) -> Result<Entered, Failure> {
    let device = visit.cookies.device(&visit.site.instance()?.device_secret);
    let (now, mut chance) = (visit.now, visit.site.chance());
    let (person, code) = (who.0.clone(), code.to_owned());
    let entered = visit.site.write(move |tx, instance| {
        account::confirm_with_code(tx, instance, &person, &code, device.as_ref(), now, &mut *chance)
    });
    entered.await?.ok_or_else(|| Failure::refused(account::Refusal::CodeWrong))
}

async fn done(
    visit: &Visit,
    who: &SignedIn,
    fields: &Fields,
    confirmed: Result<Entered, Failure>,
) -> Result<Response, Failure> {
    match confirmed {
        Ok(entered) => {
            let back = safe_way_back(visit, fields.text("back"));
            password::signed_in(visit, &entered, visit.go_back_to(&back)?)
        }
        Err(Failure::Refused(refusals)) => {
            let response = visit.show(&load(visit, who, fields.text("back"), &refusals).await?)?;
            Ok(password::refused(response, &refusals))
        }
        Err(failure) => Err(failure),
    }
}

async fn load(
    visit: &Visit,
    who: &SignedIn,
    back: &str,
    refusals: &[Arc<dyn Explain + Send + Sync>],
) -> Result<ConfirmationPage, Failure> {
    let person = who.0.clone();
    let proofs = visit.site.read(move |tx, instance| account::proofs(tx, instance.tenant, &person)).await?;
    let mut errors = super::form_errors(visit.words, refusals);
    lead_to_a_field(&mut errors, proofs);
    Ok(ConfirmationPage {
        frame: super::frame(visit, who, &visit.words.say("desk-confirmation-title"), ""),
        errors,
        account: who.account.clone(),
        back: safe_way_back(visit, back),
        proofs,
    })
}

/// What is wrong with no field in particular stands beside the first.
fn lead_to_a_field(errors: &mut FieldErrors, proofs: Proofs) {
    let first = if proofs.password { "password" } else { "passkey" };
    let homeless = errors.0.iter_mut().filter(|error| error.field == "form");
    homeless.for_each(|error| error.field = first.to_owned());
}

impl Page for ConfirmationPage {
    const NAME: &'static str = "desk-confirmation";

    fn samples(language: Language) -> Vec<(&'static str, ConfirmationPage)> {
        let page = |refusals: &[Arc<dyn Explain + Send + Sync>]| ConfirmationPage {
            frame: super::sample_frame(language, "/desk/confirmation", "desk-confirmation-title"),
            errors: super::form_errors(app::Words::new(language), refusals),
            account: "researcher".to_owned(),
            back: "/desk/people".to_owned(),
            proofs: Proofs { password: true, code: false, passkey: false },
        };
        let every = Proofs { password: true, code: true, passkey: true };
        vec![
            ("empty", page(&[])),
            ("refused", page(&[Arc::new(account::Refusal::PasswordWrong)])),
            ("every", ConfirmationPage { proofs: every, ..page(&[]) }),
            ("code-refused", ConfirmationPage { proofs: every, ..page(&[Arc::new(account::Refusal::CodeWrong)]) }),
            ("nothing", ConfirmationPage { proofs: Proofs::default(), ..page(&[]) }),
        ]
    }
}
