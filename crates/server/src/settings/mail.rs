use super::Problem;
use app::mail::{Address, Line};
use std::{fmt, net::IpAddr, path::PathBuf, time::Duration};

/// How letters leave the house.
#[derive(Debug, Clone, PartialEq)]
pub struct MailSettings {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub from: Address,
    pub from_name: Line,
    /// Where letters come back to; the letter's key goes into the address.
    pub bounces: Option<Address>,
    pub credentials: Option<Credentials>,
    /// The name under which the mail server publishes the key that it signs with (RFC 6376).
    pub dkim_selector: Option<String>,
    /// A certificate to be trusted beside those that everybody trusts.
    pub certificate: Option<PathBuf>,
    /// For each step of the conversation.
    pub patience: Duration,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Credentials {
    pub user: String,
    pub password: Password,
}

#[derive(Clone, PartialEq)]
pub enum Password {
    Given(String),
    InFile(PathBuf),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Begins in the open and does not go on unless the server encrypts.
    StartTls,
    Tls,
    /// Only on this machine.
    Nothing,
}

impl Security {
    pub fn from_code(code: &str) -> Option<Security> {
        match code {
            "starttls" => Some(Security::StartTls),
            "tls" => Some(Security::Tls),
            "none" => Some(Security::Nothing),
            _ => None,
        }
    }

    fn usual_port(self) -> u16 {
        match self {
            Security::StartTls => 587,
            Security::Tls => 465,
            Security::Nothing => 25,
        }
    }
}

/// `None` where no mail server is named.
pub(super) fn read(value: &impl Fn(&str) -> String) -> Result<Option<MailSettings>, Problem> {
    let wrong = |name: &str| Problem::Wrong { name: name.to_owned(), value: value(name) };
    let needed = |name: &str, by: &str| Problem::Needed { name: name.to_owned(), by: by.to_owned() };
    let given = |name: &str| Some(value(name)).filter(|value| !value.is_empty());
    let Some(server) = given("mail_server") else {
        return if given("mail_from").is_some() { Err(needed("mail_server", "mail_from")) } else { Ok(None) };
    };
    let security = Security::from_code(&value("mail_security")).ok_or_else(|| wrong("mail_security"))?;
    let (host, port) = host_and_port(&server, security).ok_or_else(|| wrong("mail_server"))?;
    if security == Security::Nothing && !is_this_machine(&host) {
        return Err(wrong("mail_security"));
    }
    let from = given("mail_from").ok_or_else(|| needed("mail_from", "mail_server"))?;
    let (from_name, from) = sender(&from).ok_or_else(|| wrong("mail_from"))?;
    let bounces = given("mail_bounces").map(|text| Address::parse(&text).ok_or_else(|| wrong("mail_bounces")));
    let password = given("mail_password_file")
        .map(|path| Password::InFile(PathBuf::from(path)))
        .or_else(|| given("mail_password").map(Password::Given));
    let credentials = match (given("mail_user"), password) {
        (Some(user), Some(password)) => Some(Credentials { user, password }),
        (Some(_), None) => return Err(needed("mail_password_file", "mail_user")),
        (None, Some(_)) => return Err(needed("mail_user", "mail_password")),
        (None, None) => None,
    };
    Ok(Some(MailSettings {
        host,
        port,
        security,
        from,
        from_name,
        bounces: bounces.transpose()?,
        credentials,
        dkim_selector: selector(given("mail_dkim_selector")).ok_or_else(|| wrong("mail_dkim_selector"))?,
        certificate: given("mail_certificate").map(PathBuf::from),
        patience: Duration::from_secs(30),
    }))
}

/// Labels of a name in the DNS; `None` for anything else.
fn selector(given: Option<String>) -> Option<Option<String>> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    match given {
        Some(name) if name.len() <= 63 && name.chars().all(is_plain) => Some(Some(name)),
        Some(_) => None,
        None => Some(None),
    }
}

fn host_and_port(server: &str, security: Security) -> Option<(String, u16)> {
    let (host, port) = match server.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') || host.ends_with(']') => (host, port.parse().ok()?),
        _ => (server, security.usual_port()),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let is_name = |host: &str| host.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'));
    (!host.is_empty() && (is_name(host) || host.parse::<IpAddr>().is_ok())).then(|| (host.to_owned(), port))
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// „Глас <glas@example.bg>“ or the address alone.
fn sender(text: &str) -> Option<(Line, Address)> {
    let (name, address) = match text.split_once('<') {
        Some((name, rest)) => (name, rest.strip_suffix('>')?),
        None => ("", text),
    };
    Some((Line::of(name.trim().trim_matches('"')), Address::parse(address.trim())?))
}

/// Nothing of it is told.
impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Password::Given(_) => "Given(…)",
            Password::InFile(_) => "InFile(…)",
        })
    }
}
