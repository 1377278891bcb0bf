use super::Problem;
use std::{net::SocketAddr, path::PathBuf};

/// Who encrypts what goes over the network.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum TlsSettings {
    /// A proxy before the program, or nobody.
    #[default]
    Elsewhere,
    /// The program, with files that somebody else renews.
    Files { certificate: PathBuf, key: PathBuf },
    /// The program, with a certificate that it gets from an authority (ACME, RFC 8555) and renews by itself.
    Acme { contact: String, directory: String },
}

/// Let's Encrypt.
const DIRECTORY: &str = "https://acme-v02.api.letsencrypt.org/directory";

pub(super) fn read(value: &impl Fn(&str) -> String, address: Option<&str>) -> Result<TlsSettings, Problem> {
    let wrong = |name: &str| Problem::Wrong { name: name.to_owned(), value: value(name) };
    let needed = |name: &str, by: &str| Problem::Needed { name: name.to_owned(), by: by.to_owned() };
    let given = |name: &str| Some(value(name)).filter(|value| !value.is_empty());
    let tls = match value("tls").as_str() {
        "" => return Ok(TlsSettings::Elsewhere),
        "files" => TlsSettings::Files {
            certificate: given("tls_certificate").ok_or_else(|| needed("tls_certificate", "tls"))?.into(),
            key: given("tls_key").ok_or_else(|| needed("tls_key", "tls"))?.into(),
        },
        "acme" => {
            let contact = given("tls_contact").ok_or_else(|| needed("tls_contact", "tls"))?;
            app::mail::Address::parse(&contact).ok_or_else(|| wrong("tls_contact"))?;
            let directory = given("tls_directory").unwrap_or_else(|| DIRECTORY.to_owned());
            if !directory.starts_with("https://") {
                return Err(wrong("tls_directory"));
            }
            TlsSettings::Acme { contact, directory }
        }
        _ => return Err(wrong("tls")),
    };
    match address {
        Some(address) if address.starts_with("https://") => Ok(tls),
        // Otherwise cookies would travel in the open, and links would lead there.
        Some(_) => Err(wrong("address")),
        None => Err(needed("address", "tls")),
    }
}

/// Where requests without encryption are led to the address with it.
pub(super) fn redirect(value: &impl Fn(&str) -> String) -> Result<Option<SocketAddr>, Problem> {
    let given = Some(value("tls_redirect")).filter(|value| !value.is_empty());
    let read = |text: String| text.parse().map_err(|_| Problem::Wrong { name: "tls_redirect".to_owned(), value: text });
    given.map(read).transpose()
}
