use crate::{Failure, Settings};
use app::account::Device;
use axum::http::{HeaderMap, HeaderValue, header};
use data_encoding::BASE64URL_NOPAD;

/// The cookies of one request. Glas sets four at most, and none for answering: the session of somebody who signed in,
/// the mark by which their browser is known the next time, and for minutes the way from the password to the second factor
/// or to the sign-in service of an organisation and back.
#[derive(Debug, Clone, Default)]
pub struct Cookies {
    /// Ours alone, by their short names.
    own: Vec<(String, String)>,
}

/// How long a browser keeps a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Until the browser is closed.
    Session,
    Seconds(u32),
    /// Remove it now.
    Ended,
}

/// How long a browser is known by its mark, in seconds.
pub const REMEMBERED_SECONDS: u32 = 365 * 24 * 3600;
/// More than any browser brings us; what is beyond is not read.
const MOST: usize = 50;
const SESSION: &str = "glas-session";
const DEVICE: &str = "glas-device";
const STEP: &str = "glas-step";
const OPENID: &str = "glas-openid";

impl Cookies {
    /// # Errors
    /// [`Failure::Unreadable`] for a header that is not text, or holds far more than we ever set.
    pub fn read(headers: &HeaderMap, settings: &Settings) -> Result<Cookies, Failure> {
        let (before, after) = around(settings);
        let (mut own, mut number) = (Vec::new(), 0);
        for header in headers.get_all(header::COOKIE) {
            let text = header.to_str().map_err(|_| Failure::Unreadable)?;
            for pair in text.split(';') {
                let Some((name, value)) = pair.split_once('=') else { continue };
                number += 1;
                if let Some(name) = name.trim().strip_prefix(before).and_then(|name| name.strip_suffix(&after)) {
                    own.push((name.to_owned(), value.trim().to_owned()));
                }
            }
        }
        if number > MOST { Err(Failure::Unreadable) } else { Ok(Cookies { own }) }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.own.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The secret of a session, if the browser sent one of the right shape. Whether it is known, only the store can tell.
    pub fn session(&self) -> Option<[u8; 32]> {
        self.secret(SESSION)
    }

    /// What this browser was given for a right password, where a second factor is still to come.
    pub fn step(&self) -> Option<[u8; 32]> {
        self.secret(STEP)
    }

    /// What this browser was sent away with to the sign-in service of an organisation.
    pub fn openid(&self) -> Option<[u8; 32]> {
        self.secret(OPENID)
    }

    fn secret(&self, name: &str) -> Option<[u8; 32]> {
        BASE64URL_NOPAD.decode(self.get(name)?.as_bytes()).ok()?.try_into().ok()
    }

    /// What this browser was given when somebody signed in with it.
    pub fn device(&self, secret: &[u8; 32]) -> Option<Device> {
        Device::parse(secret, self.get(DEVICE)?)
    }
}

/// Every cookie that is ever set: a word for it, and its name in a browser.
pub fn names(settings: &Settings) -> [(&'static str, String); 3] {
    let (before, after) = around(settings);
    [("session", SESSION), ("device", DEVICE), ("step", STEP)]
        .map(|(code, name)| (code, format!("{before}{name}{after}")))
}

/// The header value that begins or ends a session.
pub fn session_cookie(settings: &Settings, secret: &[u8; 32], life: Life) -> HeaderValue {
    cookie(settings, SESSION, &BASE64URL_NOPAD.encode(secret), life)
}

pub fn step_cookie(settings: &Settings, secret: &[u8; 32], life: Life) -> HeaderValue {
    cookie(settings, STEP, &BASE64URL_NOPAD.encode(secret), life)
}

pub fn openid_cookie(settings: &Settings, state: &[u8; 32], life: Life) -> HeaderValue {
    cookie(settings, OPENID, &BASE64URL_NOPAD.encode(state), life)
}

pub fn device_cookie(settings: &Settings, device: &Device, life: Life) -> HeaderValue {
    cookie(settings, DEVICE, &device.text(), life)
}

/// A cookie that scripts cannot read and other sites cannot send along with a form. `value` is of letters, digits, `-` and `_`.
pub fn cookie(settings: &Settings, name: &str, value: &str, life: Life) -> HeaderValue {
    let (before, after) = around(settings);
    let secure = if settings.is_https() { "; Secure" } else { "" };
    let age = match life {
        Life::Session => String::new(),
        Life::Seconds(seconds) => format!("; Max-Age={seconds}"),
        Life::Ended => "; Max-Age=0".to_owned(),
    };
    HeaderValue::try_from(format!("{before}{name}{after}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"))
        .unwrap_or(HeaderValue::from_static(""))
}

/// Whether a session may be behind this request. Kept pages are never given to such a viewer.
pub fn may_be_signed_in(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::COOKIE)
        .iter()
        .any(|value| value.as_bytes().windows(SESSION.len()).any(|window| window == SESSION.as_bytes()))
}

/// What stands before and after the short name of a cookie. Browsers accept the `__Host-` prefix only over https; on a
/// plain loopback address the name goes without. Such a cookie belongs to the whole host, so where tenants share one by
/// path, each has its own name for it.
fn around(settings: &Settings) -> (&'static str, String) {
    (if settings.is_https() { "__Host-" } else { "" }, settings.base().replace('/', "-"))
}
