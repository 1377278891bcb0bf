//! Passwords as they come in through forms, and what begins and ends a session in the browser.

use crate::{
    Failure, Fields, Life, Visit,
    network::Network,
    turnstile::{Comer, Turn},
};
use app::account::{self, Attempt, Device, Entered, Knock, Passed, password::NewPassword};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use base::{Explain, Language};
use std::sync::Arc;

/// A password that was looked at. The turn is kept until it is noted what came of it: else many guesses at once would all
/// pass the throttle.
pub struct Checked {
    pub attempt: Attempt,
    pub right: bool,
    pub turn: Turn,
}

impl Checked {
    /// # Errors
    /// [`account::Refusal::TooManyAttempts`], [`account::Refusal::SignInBusy`].
    pub async fn new(visit: &Visit, account: &str, network: Network, password: String) -> Result<Checked, Failure> {
        let device = visit.cookies.device(&visit.site.instance()?.device_secret);
        let comer = if device.is_some() { Comer::Known } else { Comer::Stranger(network.clone()) };
        check(visit, account, device, network, comer, password).await
    }

    /// The same for somebody who is signed in.
    ///
    /// # Errors
    /// The same.
    pub async fn known(visit: &Visit, account: &str, network: Network, password: String) -> Result<Checked, Failure> {
        let device = visit.cookies.device(&visit.site.instance()?.device_secret);
        check(visit, account, device, network, Comer::Known, password).await
    }
}

async fn check(
    visit: &Visit,
    account: &str,
    device: Option<Device>,
    network: Network,
    comer: Comer,
    password: String,
) -> Result<Checked, Failure> {
    let (account, network, browser) = (account.to_owned(), network.name().to_owned(), visit.browser.clone());
    let knock = Knock { account, network, device, browser };
    let (now, site) = (visit.now, &visit.site);
    let turn = site.turnstile.turn(comer).await?;
    let attempt = site.read(move |tx, instance| account::begin_sign_in(tx, instance, &knock, now)).await?;
    let verify = move || (attempt.verify(&password), attempt);
    let (turn, (right, attempt)) = turn.slowly(verify).await?;
    Ok(Checked { attempt, right, turn })
}

/// The new password of a form with two fields; what is typed is the password, spaces at its ends too.
///
/// # Errors
/// Those of [`NewPassword::parse`], and [`account::Refusal::PasswordsDiffer`].
pub fn chosen(fields: &Fields, own: &[&str]) -> Result<NewPassword, account::Refusal> {
    let typed = |name| fields.all(name).next().unwrap_or_default().to_owned();
    let (first, again) = (typed("password"), typed("again"));
    let new = NewPassword::parse(&first, own)?;
    if first == again { Ok(new) } else { Err(account::Refusal::PasswordsDiffer) }
}

/// What is kept of a new password.
///
/// # Errors
/// [`account::Refusal::SignInBusy`].
pub async fn hashed(visit: &Visit, new: NewPassword) -> Result<String, Failure> {
    let turn = visit.site.turnstile.turn(Comer::Known).await?;
    let salt = visit.site.chance().key().0;
    let (_turn, hash) = turn.slowly(move || new.hash(salt)).await?;
    Ok(hash?)
}

/// A right password leads `back`, by way of the second factor where there is one.
///
/// # Errors
/// A fault where the site stands over no instance.
pub fn passed(visit: &Visit, passed: &Passed, back: &str) -> Result<Response, Failure> {
    match passed {
        Passed::Entered(entered) => signed_in(visit, entered, visit.go_back_to(back)?),
        Passed::CodeAwaited(step) => {
            let mut response = visit.go_to("/sign-in/code");
            if let Some(place) = crate::failure::with_way_back(&visit.address("/sign-in/code"), back) {
                response.headers_mut().insert(header::LOCATION, place);
            }
            // As long as the store waits for the second factor.
            let life = Life::Seconds(u32::try_from(account::step_seconds()).unwrap_or(0));
            let cookie = crate::cookies::step_cookie(&visit.site.settings, step, life);
            response.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(response)
        }
    }
}

/// The cookie of the session, and the one by which this browser is known the next time.
///
/// # Errors
/// A fault where the site stands over no instance.
pub fn signed_in(visit: &Visit, entered: &Entered, mut response: Response) -> Result<Response, Failure> {
    let settings = &visit.site.settings;
    let secret = &visit.site.instance()?.device_secret;
    let known = visit.cookies.device(secret).unwrap_or_else(|| Device::new(secret, visit.site.chance().key()));
    let device = known.with(secret, entered.person);
    if let Some(place) = entered.language.and_then(|language| own_desk(visit, &response, language)) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, crate::session_cookie(settings, &entered.secret, Life::Session));
    headers.append(
        header::SET_COOKIE,
        crate::cookies::device_cookie(settings, &device, Life::Seconds(crate::cookies::REMEMBERED_SECONDS)),
    );
    Ok(response)
}

/// Whoever is led to the desk, and not back to a certain page, finds it in the language that they chose.
fn own_desk(visit: &Visit, response: &Response, language: Language) -> Option<HeaderValue> {
    let leads_to = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let rest =
        leads_to.strip_prefix(&visit.address("/desk")).filter(|rest| rest.is_empty() || rest.starts_with('?'))?;
    HeaderValue::try_from(visit.site.settings.place(language, &format!("/desk{rest}"))).ok()
}

pub fn signed_out(visit: &Visit, mut response: Response) -> Response {
    let settings = &visit.site.settings;
    let cookie = crate::session_cookie(settings, &[0; 32], Life::Ended);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// The page that says why nobody came in, with the status that says so too.
pub fn refused(mut response: Response, refusals: &[Arc<dyn Explain + Send + Sync>]) -> Response {
    *response.status_mut() = match refusals.first().map_or("", |refusal| refusal.code()) {
        "too-many-attempts" => StatusCode::TOO_MANY_REQUESTS,
        "sign-in-busy" => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    if response.status() == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    response
}
