//! What begins and ends a session in the browser.

use crate::{Life, Visit};
use app::account::{Device, Entered};
use axum::{http::header, response::Response};

/// A browser is remembered for so long after somebody signed in with it.
const REMEMBERED_SECONDS: u32 = 365 * 24 * 3600;

/// The cookie of the session, and the one by which this browser is known the next time.
///
/// # Errors
/// A fault where the site stands over no instance.
pub fn signed_in(visit: &Visit, entered: &Entered, mut response: Response) -> Result<Response, crate::Failure> {
    let https = visit.site.settings.is_https();
    let secret = &visit.site.instance()?.device_secret;
    let known = visit.cookies.device(secret).unwrap_or_else(|| Device::new(secret, visit.site.chance().key()));
    let device = known.with(secret, entered.person);
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, crate::session_cookie(https, &entered.secret, Life::Session));
    headers
        .append(header::SET_COOKIE, crate::cookies::device_cookie(https, &device, Life::Seconds(REMEMBERED_SECONDS)));
    Ok(response)
}

pub fn signed_out(visit: &Visit, mut response: Response) -> Response {
    let https = visit.site.settings.is_https();
    let cookie = crate::session_cookie(https, &[0; 32], Life::Ended);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}
