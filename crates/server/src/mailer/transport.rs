//! The connection to the mail server.

use super::message::message;
use crate::{
    exit::Exit,
    running::unreadable,
    settings::{MailSettings, Password, Security},
};
use app::{
    Words,
    mail::{Outcome, Outgoing, Reason, read_reply},
};
use base::Moment;
use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, Mechanism},
    client::{Certificate, CertificateStore, SmtpConnection, TlsParameters},
    extension::ClientId,
};
use std::{error::Error as _, path::Path};

pub struct Transport {
    settings: MailSettings,
    credentials: Option<Credentials>,
    tls: Option<TlsParameters>,
}

impl Transport {
    /// Reads what the settings name; connects to nobody yet.
    ///
    /// # Errors
    /// A file that cannot be read, a certificate that is none.
    pub fn open(settings: MailSettings, words: &Words) -> Result<Transport, Exit> {
        let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| unreadable(path, &error, words));
        let credentials = settings.credentials.as_ref().map(|credentials| {
            let password = match &credentials.password {
                Password::Given(password) => password.clone(),
                Password::InFile(path) => read(path)?.trim_end_matches(['\r', '\n']).to_owned(),
            };
            Ok::<_, Exit>(Credentials::new(credentials.user.clone(), password))
        });
        let certificate = settings.certificate.as_deref().map(|path| {
            let wrong = |_: Error| {
                let values = [("name", "mail_certificate".into()), ("value", path.display().to_string().into())];
                Exit::Usage(words.tell("settings-wrong", &values))
            };
            Certificate::from_pem(read(path)?.as_bytes()).map_err(wrong)
        });
        let certificate = certificate.transpose()?;
        let tls = match settings.security {
            Security::Nothing => None,
            Security::StartTls | Security::Tls => {
                let mut tls =
                    TlsParameters::builder(settings.host.clone()).certificate_store(CertificateStore::WebpkiRoots);
                if let Some(certificate) = certificate {
                    tls = tls.add_root_certificate(certificate);
                }
                Some(tls.build().map_err(anyhow::Error::from)?)
            }
        };
        Ok(Transport { credentials: credentials.transpose()?, tls, settings })
    }

    /// One attempt, from greeting to farewell.
    pub fn send(&self, letter: &Outgoing, now: Moment) -> Outcome {
        let Ok((envelope, bytes)) = message(&self.settings, letter, now) else {
            return Outcome::Rejected { reason: Reason::AddressUnsupported, answer: String::new() };
        };
        let mut connection = match self.connect() {
            Ok(connection) => connection,
            Err(outcome) => return outcome,
        };
        match connection.send(&envelope, &bytes) {
            Ok(response) => {
                // The letter is theirs now; what they think of our farewell does not matter.
                let _ = connection.quit();
                let words: Vec<&str> = response.message().collect();
                Outcome::Accepted { answer: format!("{} {}", response.code(), words.join(" ")) }
            }
            // Only a server without SMTPUTF8 makes the library itself refuse.
            Err(error) if error.is_client() => {
                Outcome::Rejected { reason: Reason::AddressUnsupported, answer: error.to_string() }
            }
            Err(error) => outcome(&error, Reason::Interrupted),
        }
    }

    fn connect(&self) -> Result<SmtpConnection, Outcome> {
        let server = (self.settings.host.as_str(), self.settings.port);
        let hello = ClientId::Domain(self.settings.from.domain().to_owned());
        let at_once = self.tls.as_ref().filter(|_| self.settings.security == Security::Tls);
        let mut connection = SmtpConnection::connect(server, Some(self.settings.patience), &hello, at_once, None)
            .map_err(|error| {
                outcome(&error, if is_about_tls(&error) { Reason::Encryption } else { Reason::Unreachable })
            })?;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.settings.security == Security::StartTls) {
            connection.starttls(tls, &hello).map_err(|error| outcome(&error, Reason::Encryption))?;
        }
        if let Some(credentials) = &self.credentials {
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            connection.auth(&mechanisms, credentials).map_err(|error| outcome(&error, Reason::Credentials))?;
        }
        Ok(connection)
    }
}

/// What an error means; `otherwise` where it carries no reply of the server.
fn outcome(error: &Error, otherwise: Reason) -> Outcome {
    let words = error.source().map_or_else(|| error.to_string(), ToString::to_string);
    match error.status() {
        Some(code) => {
            let read = read_reply(code.into(), &words);
            match &read {
                // Until the letter itself is spoken of, a refusal is about us and the server: it is no fault of the letter.
                Outcome::Rejected { answer, .. } if otherwise != Reason::Interrupted => {
                    Outcome::Postponed { reason: otherwise, answer: answer.clone() }
                }
                Outcome::Accepted { .. } | Outcome::Postponed { .. } | Outcome::Rejected { .. } => read,
            }
        }
        None => {
            let is_late = error.is_timeout() || would_block(error);
            let reason = if is_late && otherwise == Reason::Interrupted { Reason::TimedOut } else { otherwise };
            Outcome::Postponed { reason, answer: words }
        }
    }
}

/// On Unix a read that waited too long says so in these words.
fn would_block(error: &Error) -> bool {
    let source = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    source.is_some_and(|source| source.kind() == std::io::ErrorKind::WouldBlock)
}

/// What the encryption has against the server comes as data that cannot be.
fn is_about_tls(error: &Error) -> bool {
    let source = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    error.is_tls() || source.is_some_and(|source| source.kind() == std::io::ErrorKind::InvalidData)
}
