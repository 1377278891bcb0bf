//! Signing in by the service of one's organisation.

use super::{Confirmed, SignedIn, password, sign_in, who::safe_way_back};
use crate::{
    Asked, Failure, Fields, Frame, Page, SignInService, Visit,
    cookies::{Life, openid_cookie},
    doors::Anybody,
    network::Network,
};
use app::account::{self, Attempted, OpenidAttempt, OpenidDeparture, OpenidInquiry, OpenidVouched, Passed, Refusal};
use askama::Template;
use axum::{
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use base::Language;

/// The policy of the pages lets no form lead elsewhere, so the browser leaves from this page, by itself or by the link.
#[derive(Template)]
#[template(path = "desk/openid.html")]
pub struct DeparturePage {
    frame: Frame,
    host: String,
    address: String,
}

const REFRESH: HeaderName = HeaderName::from_static("refresh");
/// As long as the store waits for the browser.
const AWAY_SECONDS: u32 = 600;
const COMES_BACK: &str = "/sign-in/openid/return";

/// Sends the browser to the service.
pub async fn begin(_: Anybody, visit: Visit, network: Network, fields: Fields) -> Result<Response, Failure> {
    let service = service(&visit)?;
    let back = safe_way_back(&visit, fields.text("back"));
    match departure(&visit, &service, None, &network, &back).await {
        Ok(departure) => leaves(&visit, &service, departure),
        Err(failure) => sign_in::again(&visit, back, failure),
    }
}

/// The same for somebody who is signed in and wants to come in by the service from now on.
pub async fn begin_adding(
    Confirmed(who): Confirmed<SignedIn>,
    visit: Visit,
    network: Network,
) -> Result<Response, Failure> {
    let service = service(&visit)?;
    let back = visit.address("/desk/account?done=openid-added");
    let departure = departure(&visit, &service, Some(who.0), &network, &back).await?;
    leaves(&visit, &service, departure)
}

pub async fn remove(Confirmed(who): Confirmed<SignedIn>, visit: Visit) -> Result<Response, Failure> {
    let (now, mut chance) = (visit.now, visit.site.chance());
    let removed =
        visit.site.write(move |tx, instance| account::remove_openid(tx, instance.tenant, &who.0, now, &mut *chance));
    removed.await?;
    Ok(visit.go_to("/desk/account?done=openid-removed"))
}

/// The browser comes back from the service.
pub async fn returned(
    _: Anybody,
    visit: Visit,
    network: Network,
    asked: Asked,
    who: Option<sign_in::SignedInAlready>,
) -> Result<Response, Failure> {
    let service = service(&visit)?;
    let mut response = match came_back(&visit, &service, &network, &asked).await {
        Ok((attempt, vouched)) => match attempt.person {
            Some(_) => added(&visit, &service, who, &attempt, vouched).await,
            None => entered(&visit, &service, &network, &attempt, vouched).await,
        },
        Err(failure) => sign_in::again(&visit, visit.address("/desk"), failure),
    }?;
    let gone = openid_cookie(&visit.site.settings, &[0; 32], Life::Ended);
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}

async fn departure(
    visit: &Visit,
    service: &SignInService,
    who: Option<account::SignedIn>,
    network: &Network,
    back: &str,
) -> Result<OpenidDeparture, Failure> {
    let (now, mut chance) = (visit.now, visit.site.chance());
    let provider = service.provider(now).await?;
    let (service, comes_back) = (service.clone(), comes_back(visit));
    let (network, back) = (network.name().to_owned(), back.to_owned());
    let departure = visit.site.write(move |tx, instance| {
        let to = (service.openid(), &provider, comes_back.as_str());
        account::begin_openid(tx, instance.tenant, to, who.as_ref(), &network, &back, now, &mut *chance)
    });
    Ok(departure.await?)
}

fn leaves(visit: &Visit, service: &SignInService, departure: OpenidDeparture) -> Result<Response, Failure> {
    let OpenidDeparture { address, state } = departure;
    let refresh = HeaderValue::try_from(format!("0; url={address}")).map_err(Failure::fault)?;
    let frame = visit.frame(visit.words.say("desk-openid-title")).hidden();
    let mut response = visit.show(&DeparturePage { frame, host: service.host().to_owned(), address })?;
    response.headers_mut().insert(REFRESH, refresh);
    let cookie = openid_cookie(&visit.site.settings, &state, Life::Seconds(AWAY_SECONDS));
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// What the browser was sent away with, if it is this one, and what the service vouches for.
async fn came_back(
    visit: &Visit,
    service: &SignInService,
    network: &Network,
    asked: &Asked,
) -> Result<(OpenidAttempt, Attempted<OpenidVouched>), Failure> {
    let told = account::link_secret(asked.0.text("state"));
    let state = told.filter(|told| visit.cookies.openid() == Some(*told));
    let state = state.ok_or_else(|| Failure::refused(Refusal::OpenidTooLate))?;
    let (now, name) = (visit.now, network.name().to_owned());
    let attempt =
        visit.site.write(move |tx, instance| account::openid_returned(tx, instance.tenant, &state, &name, now));
    let attempt = attempt.await?.map_err(Failure::refused)?;
    let code = asked.0.text("code");
    if code.is_empty() || asked.0.has("error") {
        return Ok((attempt, Err(Refusal::OpenidDeclined)));
    }
    let provider = service.provider(now).await?;
    let asking = OpenidInquiry {
        openid: service.openid().clone(),
        provider,
        comes_back: comes_back(visit),
        code: code.to_owned(),
        attempt: attempt.clone(),
    };
    Ok((attempt, service.vouched(asking, now).await?))
}

async fn entered(
    visit: &Visit,
    service: &SignInService,
    network: &Network,
    attempt: &OpenidAttempt,
    vouched: Attempted<OpenidVouched>,
) -> Result<Response, Failure> {
    let (now, mut chance, earlier) = (visit.now, visit.site.chance(), visit.cookies.session());
    let (service, from) = (service.clone(), sign_in::origin(visit, network)?);
    let passed = visit.site.write(move |tx, instance| {
        let passed = account::end_openid_sign_in(tx, instance, service.openid(), vouched, &from, now, &mut *chance)?;
        if passed.is_ok() {
            account::sign_out_earlier(tx, instance.tenant, earlier)?;
        }
        Ok(passed)
    });
    let passed: Attempted<Passed> = passed.await?;
    match passed {
        Ok(passed) => password::passed(visit, &passed, &attempt.back),
        Err(refusal) => sign_in::again(visit, attempt.back.clone(), Failure::refused(refusal)),
    }
}

async fn added(
    visit: &Visit,
    service: &SignInService,
    who: Option<sign_in::SignedInAlready>,
    attempt: &OpenidAttempt,
    vouched: Attempted<OpenidVouched>,
) -> Result<Response, Failure> {
    // Whoever left signed in has to come back so.
    let who = who.map(|known| known.0.0).filter(|who| Some(who.person) == attempt.person);
    let who = who.ok_or_else(|| Failure::refused(Refusal::OpenidTooLate))?;
    let vouched = vouched.map_err(Failure::refused)?;
    let (now, mut chance, service) = (visit.now, visit.site.chance(), service.clone());
    let added = visit.site.write(move |tx, instance| {
        account::add_openid(tx, instance.tenant, service.openid(), &who, &vouched, now, &mut *chance)
    });
    added.await?.map_err(Failure::refused)?;
    visit.go_back_to(&attempt.back)
}

fn service(visit: &Visit) -> Result<SignInService, Failure> {
    visit.site.sign_in_service.clone().ok_or(Failure::NotFound)
}

/// One address for both languages: the service is told it beforehand.
fn comes_back(visit: &Visit) -> String {
    visit.site.settings.public_place(Language::Bulgarian, COMES_BACK)
}

impl Page for DeparturePage {
    const NAME: &'static str = "openid-departure";

    fn samples(language: Language) -> Vec<(&'static str, DeparturePage)> {
        let title = app::Words::new(language).say("desk-openid-title");
        let page = DeparturePage {
            frame: Frame::sample(language, "/sign-in/openid", &title).hidden(),
            host: "login.example.bg".to_owned(),
            address: "https://login.example.bg/authorize?client_id=glas".to_owned(),
        };
        vec![("leaves", page)]
    }
}
