use crate::Failure;
use app::account::Device;
use axum::http::{HeaderMap, HeaderValue, header};
use data_encoding::BASE64URL_NOPAD;

/// The cookies of one request. Glas sets four at most: the session of somebody who signed in, the mark by which their
/// browser is known the next time, for minutes the way from the password to the second factor, and the draft of an answer.
#[derive(Debug, Clone, Default)]
pub struct Cookies {
    pairs: Vec<(String, String)>,
    https: bool,
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

const SESSION: &str = "glas-session";
const DEVICE: &str = "glas-device";
const STEP: &str = "glas-step";

impl Cookies {
    /// # Errors
    /// [`Failure::Unreadable`] for a header that is not text, or holds far more than we ever set.
    pub fn read(headers: &HeaderMap, https: bool) -> Result<Cookies, Failure> {
        let mut pairs = Vec::new();
        for header in headers.get_all(header::COOKIE) {
            let text = header.to_str().map_err(|_| Failure::Unreadable)?;
            for pair in text.split(';') {
                let Some((name, value)) = pair.split_once('=') else { continue };
                pairs.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        if pairs.len() > 50 { Err(Failure::Unreadable) } else { Ok(Cookies { pairs, https }) }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let name = full_name(self.https, name);
        self.pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The secret of a session, if the browser sent one of the right shape. Whether it is known, only the store can tell.
    pub fn session(&self) -> Option<[u8; 32]> {
        self.secret(SESSION)
    }

    /// What this browser was given for a right password, where a second factor is still to come.
    pub fn step(&self) -> Option<[u8; 32]> {
        self.secret(STEP)
    }

    fn secret(&self, name: &str) -> Option<[u8; 32]> {
        BASE64URL_NOPAD.decode(self.get(name)?.as_bytes()).ok()?.try_into().ok()
    }

    /// What this browser was given when somebody signed in with it.
    pub fn device(&self, secret: &[u8; 32]) -> Option<Device> {
        Device::parse(secret, self.get(DEVICE)?)
    }
}

/// The header value that begins or ends a session.
pub fn session_cookie(https: bool, secret: &[u8; 32], life: Life) -> HeaderValue {
    cookie(https, SESSION, &BASE64URL_NOPAD.encode(secret), life)
}

pub fn step_cookie(https: bool, secret: &[u8; 32], life: Life) -> HeaderValue {
    cookie(https, STEP, &BASE64URL_NOPAD.encode(secret), life)
}

pub fn device_cookie(https: bool, device: &Device, life: Life) -> HeaderValue {
    cookie(https, DEVICE, &device.text(), life)
}

/// A cookie that scripts cannot read and other sites cannot send along with a form. `value` is of letters, digits, `-` and `_`.
pub fn cookie(https: bool, name: &str, value: &str, life: Life) -> HeaderValue {
    let name = full_name(https, name);
    let secure = if https { "; Secure" } else { "" };
    let age = match life {
        Life::Session => String::new(),
        Life::Seconds(seconds) => format!("; Max-Age={seconds}"),
        Life::Ended => "; Max-Age=0".to_owned(),
    };
    HeaderValue::try_from(format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"))
        .unwrap_or(HeaderValue::from_static(""))
}

/// Whether a session may be behind this request. Kept pages are never given to such a viewer.
pub fn may_be_signed_in(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::COOKIE)
        .iter()
        .any(|value| value.as_bytes().windows(SESSION.len()).any(|window| window == SESSION.as_bytes()))
}

/// Browsers accept the `__Host-` prefix only over https; on a plain loopback address the name goes without.
fn full_name(https: bool, name: &str) -> String {
    if https { format!("__Host-{name}") } else { name.to_owned() }
}
