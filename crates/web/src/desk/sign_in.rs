use super::{
    SignedIn,
    password::{self, Checked},
    who::safe_way_back,
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Visit,
    doors::Anybody,
    network::Network,
    parts::{FieldError, FieldErrors},
};
use app::account::{self, Passed, RelyingParty};
use askama::Template;
use axum::response::Response;
use base::Language;

#[derive(Template)]
#[template(path = "desk/sign_in.html")]
pub struct SignInPage {
    frame: Frame,
    errors: FieldErrors,
    account: String,
    back: String,
    /// Not at an address of numbers.
    takes_passkeys: bool,
    /// The host of the organisation's sign-in service.
    service: Option<String>,
}

pub async fn show(_: Anybody, visit: Visit, asked: Asked, who: Option<SignedInAlready>) -> Result<Response, Failure> {
    let back = safe_way_back(&visit, asked.0.text("back"));
    if who.is_some() {
        return Ok(visit.go_to("/desk"));
    }
    visit.show(&page(&visit, FieldErrors::default(), String::new(), back))
}

fn page(visit: &Visit, errors: FieldErrors, account: String, back: String) -> SignInPage {
    let frame = visit.frame(visit.words.say("desk-sign-in-title")).hidden();
    let takes_passkeys = RelyingParty::new(&visit.site.settings.address).is_ok();
    let service = visit.site.sign_in_service.as_ref().map(|service| service.host().to_owned());
    SignInPage { frame, errors, account, back, takes_passkeys, service }
}

/// Somebody who tried another way in comes back here with what was wrong.
pub fn again(visit: &Visit, back: String, failure: Failure) -> Result<Response, Failure> {
    let Failure::Refused(refusals) = failure else { return Err(failure) };
    let mut errors = super::form_errors(visit.words, &refusals);
    errors.0.iter_mut().for_each(|error| error.field = "passkey".to_owned());
    let response = visit.show(&page(visit, errors, String::new(), back))?;
    Ok(password::refused(response, &refusals))
}

pub async fn sign_in(_: Anybody, visit: Visit, network: Network, fields: Fields) -> Result<Response, Failure> {
    let account: String = fields.text("account").chars().take(200).collect();
    // What is typed is the password, spaces at its ends too.
    let password = fields.all("password").next().unwrap_or_default().to_owned();
    let back = safe_way_back(&visit, fields.text("back"));
    match attempt(&visit, &account, password, network).await {
        Ok(passed) => password::passed(&visit, &passed, &back),
        Err(Failure::Refused(refusals)) => {
            let mut errors = super::form_errors(visit.words, &refusals);
            errors.0.iter_mut().for_each(|error| error.field = "account".to_owned());
            let response = visit.show(&page(&visit, errors, account, back))?;
            Ok(password::refused(response, &refusals))
        }
        Err(failure) => Err(failure),
    }
}

async fn attempt(visit: &Visit, account: &str, password: String, network: Network) -> Result<Passed, Failure> {
    let Checked { attempt, right, turn: _turn } = Checked::new(visit, account, network, password).await?;
    let (now, mut chance) = (visit.now, visit.site.chance());
    let earlier = visit.cookies.session();
    let passed = visit
        .site
        .write(move |tx, instance| {
            let tenant = instance.tenant;
            let passed = account::end_sign_in(tx, tenant, attempt, right, now, &mut *chance)?;
            if passed.is_some() {
                account::sign_out_earlier(tx, tenant, earlier)?;
            }
            Ok(passed)
        })
        .await?;
    passed.ok_or_else(|| Failure::refused(account::Refusal::SignInRefused))
}

/// From where a request comes that does not say first who it is.
pub fn origin(visit: &Visit, network: &Network) -> Result<account::Origin, Failure> {
    let device = visit.cookies.device(&visit.site.instance()?.device_secret);
    Ok(account::Origin { network: network.name().to_owned(), browser: visit.browser.clone(), device })
}

pub async fn sign_out(who: SignedIn, visit: Visit) -> Result<Response, Failure> {
    let session = who.session;
    visit.site.write(move |tx, instance| account::sign_out(tx, instance.tenant, session)).await?;
    Ok(password::signed_out(&visit, visit.go_to("/")))
}

/// For pages that look different to somebody who is in already.
pub struct SignedInAlready(pub SignedIn);

impl axum::extract::OptionalFromRequestParts<crate::Site> for SignedInAlready {
    type Rejection = Failure;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        site: &crate::Site,
    ) -> Result<Option<SignedInAlready>, Failure> {
        use axum::extract::FromRequestParts;
        match SignedIn::from_request_parts(parts, site).await {
            Ok(who) => Ok(Some(SignedInAlready(who))),
            Err(Failure::SignInFirst { .. }) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}

impl Page for SignInPage {
    const NAME: &'static str = "sign-in";

    fn samples(language: Language) -> Vec<(&'static str, SignInPage)> {
        let words = app::Words::new(language);
        let page = |errors, account: &str| SignInPage {
            frame: Frame::sample(language, "/sign-in", &words.say("desk-sign-in-title")).hidden(),
            errors,
            account: account.to_owned(),
            back: "/desk".to_owned(),
            takes_passkeys: true,
            service: None,
        };
        let refused = |field: &str, refusal: account::Refusal| {
            let explained = words.refusal(&refusal);
            let error = FieldError { field: field.to_owned(), sentence: explained.sentence, hint: explained.hint };
            FieldErrors(vec![error])
        };
        vec![
            ("empty", page(FieldErrors::default(), "")),
            ("numbers", SignInPage { takes_passkeys: false, ..page(FieldErrors::default(), "") }),
            (
                "service",
                SignInPage { service: Some("login.example.bg".to_owned()), ..page(FieldErrors::default(), "") },
            ),
            ("refused", page(refused("account", account::Refusal::SignInRefused), "researcher")),
            ("passkey-refused", page(refused("passkey", account::Refusal::PasskeyUnknown), "")),
        ]
    }
}
