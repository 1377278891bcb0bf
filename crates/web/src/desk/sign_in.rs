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
use app::account::{self, Passed};
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
}

pub async fn show(_: Anybody, visit: Visit, asked: Asked, who: Option<SignedInAlready>) -> Result<Response, Failure> {
    let back = safe_way_back(&visit, asked.0.text("back"));
    if who.is_some() {
        return Ok(visit.go_to("/desk"));
    }
    let frame = visit.frame(visit.words.say("desk-sign-in-title")).hidden();
    visit.show(&SignInPage { frame, errors: FieldErrors::default(), account: String::new(), back })
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
            let frame = visit.frame(visit.words.say("desk-sign-in-title")).hidden();
            let response = visit.show(&SignInPage { frame, errors, account, back })?;
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
                account::sign_out_earlier(tx, tenant, earlier, now)?;
            }
            Ok(passed)
        })
        .await?;
    passed.ok_or_else(|| Failure::refused(account::Refusal::SignInRefused))
}

pub async fn sign_out(who: SignedIn, visit: Visit) -> Result<Response, Failure> {
    let session = who.session;
    visit.site.write(move |tx, instance| account::sign_out(tx, instance.tenant, session)).await?;
    Ok(password::signed_out(&visit, visit.go_to("/")))
}

/// For pages that look different to somebody who is in already.
pub struct SignedInAlready;

impl axum::extract::OptionalFromRequestParts<crate::Site> for SignedInAlready {
    type Rejection = Failure;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        site: &crate::Site,
    ) -> Result<Option<SignedInAlready>, Failure> {
        use axum::extract::FromRequestParts;
        match SignedIn::from_request_parts(parts, site).await {
            Ok(_) => Ok(Some(SignedInAlready)),
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
        };
        let explained = words.refusal(&account::Refusal::SignInRefused);
        let refused = FieldError { field: "account".to_owned(), sentence: explained.sentence, hint: explained.hint };
        vec![("empty", page(FieldErrors::default(), "")), ("refused", page(FieldErrors(vec![refused]), "researcher"))]
    }
}
