//! The settings: one TOML file, environment variables over it, the command line over both.

mod mail;
mod metrics;
mod tls;

#[cfg(test)]
pub use mail::Credentials;
pub use mail::{MailSettings, Password, Security};
pub use metrics::MetricsSettings;
pub use tls::TlsSettings;

use app::Words;
use base::{Argument, Role};
use jiff::civil::Date;
use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};

/// What the program runs with.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub data: PathBuf,
    /// `sqlite` in the data folder, unless this names a PostgreSQL database.
    pub database: Option<String>,
    pub listen: SocketAddr,
    /// Where the public reaches the site: `https://glas.example.bg`.
    pub address: Option<String>,
    /// From one network; 0 for as many as come.
    pub answers_per_minute: u32,
    /// Where the key lies that signs the heads of the journal.
    pub journal_key: Option<PathBuf>,
    /// Roles that open only to whoever has a second factor.
    pub second_factor_for: Vec<Role>,
    pub today: Option<Date>,
    pub log: String,
    /// `None`: letters are held.
    pub mail: Option<MailSettings>,
    pub tls: TlsSettings,
    pub tls_redirect: Option<SocketAddr>,
    /// `None`: nobody counts.
    pub metrics: Option<MetricsSettings>,
    /// Whom the doctor asks for names; `None`: whom the machine asks.
    pub resolver: Option<SocketAddr>,
}

/// One setting, as the file, the environment and the documentation know it.
pub struct Setting {
    pub name: &'static str,
    pub default: &'static str,
}

/// In the order in which the documentation lists them; their meaning is in the locale files under `setting-…`.
pub const ALL: [Setting; 27] = [
    Setting { name: "data", default: "data" },
    Setting { name: "database", default: "" },
    Setting { name: "listen", default: "127.0.0.1:8080" },
    Setting { name: "address", default: "" },
    Setting { name: "answers_per_minute", default: "600" },
    Setting { name: "journal_key", default: "" },
    Setting { name: "second_factor_for", default: "" },
    Setting { name: "today", default: "" },
    Setting { name: "log", default: "info" },
    Setting { name: "mail_server", default: "" },
    Setting { name: "mail_security", default: "starttls" },
    Setting { name: "mail_from", default: "" },
    Setting { name: "mail_user", default: "" },
    Setting { name: "mail_password", default: "" },
    Setting { name: "mail_password_file", default: "" },
    Setting { name: "mail_certificate", default: "" },
    Setting { name: "mail_bounces", default: "" },
    Setting { name: "mail_dkim_selector", default: "" },
    Setting { name: "resolver", default: "" },
    Setting { name: "tls", default: "" },
    Setting { name: "tls_certificate", default: "" },
    Setting { name: "tls_key", default: "" },
    Setting { name: "tls_contact", default: "" },
    Setting { name: "tls_directory", default: "" },
    Setting { name: "tls_redirect", default: "" },
    Setting { name: "metrics", default: "" },
    Setting { name: "metrics_token_file", default: "" },
];

impl Setting {
    pub fn variable(&self) -> String {
        format!("GLAS_{}", self.name.to_uppercase())
    }
}

/// A setting that cannot be what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    Unreadable {
        path: PathBuf,
        why: String,
    },
    Unknown {
        name: String,
    },
    Wrong {
        name: String,
        value: String,
    },
    /// One setting is of no use without the other.
    Needed {
        name: String,
        by: String,
    },
}

impl Problem {
    pub fn explain(&self, words: &Words) -> String {
        match self {
            Problem::Unreadable { path, why } => words.tell(
                "settings-unreadable",
                &[("path", path.display().to_string().into()), ("why", why.clone().into())],
            ),
            Problem::Unknown { name } => {
                let known: Vec<&str> = ALL.iter().map(|setting| setting.name).collect();
                words.tell(
                    "settings-unknown",
                    &[("name", name.clone().into()), ("known", Argument::Text(known.join(", ")))],
                )
            }
            Problem::Wrong { name, value } => {
                words.tell("settings-wrong", &[("name", name.clone().into()), ("value", value.clone().into())])
            }
            Problem::Needed { name, by } => {
                words.tell("settings-needed", &[("name", name.clone().into()), ("by", by.clone().into())])
            }
        }
    }
}

impl Settings {
    /// Reads the file's text, lets the environment and then the command line speak over it.
    ///
    /// # Errors
    /// The first [`Problem`], with the name of the setting at fault.
    pub fn gather(
        file: Option<(PathBuf, String)>,
        environment: impl Fn(&str) -> Option<String>,
        command_line: &BTreeMap<&str, String>,
    ) -> Result<Settings, Problem> {
        let mut values = match file {
            Some((path, text)) => read_file(path, &text)?,
            None => BTreeMap::new(),
        };
        for setting in &ALL {
            if let Some(value) = environment(&setting.variable()) {
                values.insert(setting.name.to_owned(), value);
            }
            if let Some(value) = command_line.get(setting.name) {
                values.insert(setting.name.to_owned(), value.clone());
            }
        }
        let value = |name: &str| {
            let default = ALL.iter().find(|setting| setting.name == name).map_or("", |setting| setting.default);
            values.get(name).map_or(default, String::as_str).to_owned()
        };
        let optional = |name: &str| Some(value(name)).filter(|value| !value.is_empty());
        let wrong = |name: &str| Problem::Wrong { name: name.to_owned(), value: value(name) };
        let address = optional("address").map(|address| address.trim_end_matches('/').to_owned());
        if address.as_ref().is_some_and(|address| !address.starts_with("http://") && !address.starts_with("https://")) {
            return Err(wrong("address"));
        }
        let tls = tls::read(&value, address.as_deref())?;
        let resolver = optional("resolver").map(|text| text.parse().map_err(|_| wrong("resolver"))).transpose()?;
        Ok(Settings {
            data: PathBuf::from(value("data")),
            database: optional("database"),
            listen: value("listen").parse().map_err(|_| wrong("listen"))?,
            address,
            answers_per_minute: value("answers_per_minute").parse().map_err(|_| wrong("answers_per_minute"))?,
            journal_key: optional("journal_key").map(PathBuf::from),
            second_factor_for: roles(&value("second_factor_for")).ok_or_else(|| wrong("second_factor_for"))?,
            today: optional("today").map(|day| day.parse().map_err(|_| wrong("today"))).transpose()?,
            log: value("log"),
            mail: mail::read(&value)?,
            tls,
            tls_redirect: tls::redirect(&value)?,
            metrics: metrics::read(&value)?,
            resolver,
        })
    }
}

/// Codes of roles, separated by commas.
fn roles(text: &str) -> Option<Vec<Role>> {
    text.split(',').map(str::trim).filter(|code| !code.is_empty()).map(Role::from_code).collect()
}

fn read_file(path: PathBuf, text: &str) -> Result<BTreeMap<String, String>, Problem> {
    let table: toml::Table =
        text.parse().map_err(|error: toml::de::Error| Problem::Unreadable { path, why: error.message().to_owned() })?;
    let mut values = BTreeMap::new();
    for (name, value) in table {
        if !ALL.iter().any(|setting| setting.name == name) {
            return Err(Problem::Unknown { name });
        }
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(truth) => truth.to_string(),
            toml::Value::Datetime(day) => day.to_string(),
            toml::Value::Float(_) | toml::Value::Array(_) | toml::Value::Table(_) => {
                return Err(Problem::Wrong { value: format!("{value:?}"), name });
            }
        };
        values.insert(name, text);
    }
    Ok(values)
}

/// The page of the documentation that lists every setting.
pub fn documentation(words: &Words) -> String {
    let mut page = format!("# {}\n\n{}\n\n", words.say("settings-title"), words.say("settings-lede"));
    page.push_str(&format!(
        "| {} | {} | {} | {} |\n",
        words.say("settings-name"),
        words.say("settings-variable"),
        words.say("settings-default"),
        words.say("settings-meaning")
    ));
    page.push_str("|---|---|---|---|\n");
    for setting in &ALL {
        let default = if setting.default.is_empty() { "–".to_owned() } else { format!("`{}`", setting.default) };
        let meaning = words.say(&format!("setting-{}", setting.name));
        page.push_str(&format!("| `{}` | `{}` | {default} | {meaning} |\n", setting.name, setting.variable()));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Language;

    fn gather(
        file: &str,
        environment: &[(&str, &str)],
        command_line: &[(&'static str, &str)],
    ) -> Result<Settings, Problem> {
        let environment: BTreeMap<&str, &str> = environment.iter().copied().collect();
        let command_line = command_line.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Settings::gather(
            Some((PathBuf::from("glas.toml"), file.to_owned())),
            |name| environment.get(name).map(|value| (*value).to_owned()),
            &command_line,
        )
    }

    #[test]
    fn the_command_line_speaks_over_the_environment_and_both_over_the_file() {
        let file = "listen = \"127.0.0.1:1\"\ndata = \"here\"\n";
        let settings =
            gather(file, &[("GLAS_LISTEN", "127.0.0.1:2"), ("GLAS_DATA", "there")], &[("listen", "127.0.0.1:3")])
                .unwrap();
        assert_eq!(settings.listen.port(), 3);
        assert_eq!(settings.data, PathBuf::from("there"));
    }

    #[test]
    fn a_wrong_setting_is_named() {
        let check = |file: &str, expected: &str| match gather(file, &[], &[]) {
            Err(Problem::Unknown { name } | Problem::Wrong { name, .. }) => assert_eq!(name, expected, "{file}"),
            other => panic!("{file}: {other:?}"),
        };
        check("lisen = \"127.0.0.1:1\"", "lisen");
        check("listen = \"here\"", "listen");
        check("answers_per_minute = -1", "answers_per_minute");
        check("today = \"27.07.2023\"", "today");
        check("address = \"glas.bg\"", "address");
        check("log = [1]", "log");
        assert!(matches!(gather("listen = ", &[], &[]), Err(Problem::Unreadable { .. })));
    }

    #[test]
    fn a_mail_server_needs_a_sender_and_encryption() {
        let check = |file: &str, expected: &str| match gather(file, &[], &[]) {
            Err(Problem::Wrong { name, .. } | Problem::Needed { name, .. }) => assert_eq!(name, expected, "{file}"),
            other => panic!("{file}: {other:?}"),
        };
        check("mail_server = \"smtp.example.bg\"", "mail_from");
        check("mail_from = \"glas@example.bg\"", "mail_server");
        let with = |line: &str| format!("mail_server = \"smtp.example.bg\"\nmail_from = \"glas@example.bg\"\n{line}");
        check(&with("mail_security = \"none\""), "mail_security");
        check(&with("mail_security = \"ssl\""), "mail_security");
        check(&with("mail_user = \"glas\""), "mail_password_file");
        check(&with("mail_password = \"secret\""), "mail_user");
        check(&with("mail_bounces = \"nobody\""), "mail_bounces");
        check("mail_server = \"smtp.example.bg:no\"\nmail_from = \"glas@example.bg\"", "mail_server");
        check("mail_server = \"smtp.example.bg\"\nmail_from = \"Глас <glas>\"", "mail_from");

        let mail = gather(&with("mail_user = \"glas\""), &[("GLAS_MAIL_PASSWORD", "correct horse")], &[]).unwrap().mail;
        let mail = mail.unwrap();
        assert_eq!((mail.host.as_str(), mail.port, mail.security), ("smtp.example.bg", 587, Security::StartTls));
        assert!(!format!("{mail:?}").contains("horse"), "a password never comes into a log");
        let local = gather(
            "mail_server = \"127.0.0.1:2525\"\nmail_from = \"Глас <glas@example.bg>\"\nmail_security = \"none\"",
            &[],
            &[],
        );
        let local = local.unwrap().mail.unwrap();
        assert_eq!((local.port, local.from_name.as_str()), (2525, "Глас"));
        assert_eq!(gather("", &[], &[]).unwrap().mail, None);
    }

    #[test]
    fn encryption_needs_what_it_is_made_of_and_an_address() {
        let check = |file: &str, expected: &str| match gather(file, &[], &[]) {
            Err(Problem::Wrong { name, .. } | Problem::Needed { name, .. }) => assert_eq!(name, expected, "{file}"),
            other => panic!("{file}: {other:?}"),
        };
        let at = "address = \"https://glas.example.bg\"\n";
        check("tls = \"yes\"", "tls");
        check("tls = \"files\"", "tls_certificate");
        check("tls = \"files\"\ntls_certificate = \"c.pem\"", "tls_key");
        check("tls = \"files\"\ntls_certificate = \"c.pem\"\ntls_key = \"k.pem\"", "address");
        check(&format!("{at}tls = \"acme\""), "tls_contact");
        check(&format!("{at}tls = \"acme\"\ntls_contact = \"nobody\""), "tls_contact");
        let acme = format!("{at}tls = \"acme\"\ntls_contact = \"it@example.bg\"\n");
        check(&format!("{acme}tls_directory = \"http://example.bg\""), "tls_directory");
        check(&format!("{acme}tls_redirect = \"80\""), "tls_redirect");
        let read = gather(&acme, &[], &[]).unwrap().tls;
        assert!(matches!(read, TlsSettings::Acme { directory, .. } if directory.contains("letsencrypt")));
        assert_eq!(gather("", &[], &[]).unwrap().tls, TlsSettings::Elsewhere);
    }

    #[test]
    fn figures_are_given_to_this_machine_or_to_whoever_knows_the_token() {
        let metrics = |file: &str| gather(file, &[], &[]).map(|settings| settings.metrics);
        assert_eq!(metrics(""), Ok(None));
        assert!(metrics("metrics = \"127.0.0.1:9464\"").unwrap().is_some());
        assert!(metrics("metrics = \"[::1]:9464\"").unwrap().is_some());
        let open = metrics("metrics = \"0.0.0.0:9464\"");
        assert!(matches!(open, Err(Problem::Needed { name, .. }) if name == "metrics_token_file"));
        assert!(metrics("metrics = \"0.0.0.0:9464\"\nmetrics_token_file = \"t\"").unwrap().is_some());
        assert!(matches!(metrics("metrics = \"9464\""), Err(Problem::Wrong { name, .. }) if name == "metrics"));
    }

    #[test]
    fn the_documentation_lists_every_setting_and_is_up_to_date() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/generated/settings.md");
        let mut page = documentation(&Words::new(Language::Bulgarian));
        page.push('\n');
        page.push_str(&documentation(&Words::new(Language::English)));
        assert!(!page.contains('⟦'), "{page}");
        if std::env::var_os("GLAS_WRITE_DOCS").is_some() {
            std::fs::write(path, &page).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(path).unwrap_or_default(),
            page,
            "run with GLAS_WRITE_DOCS=1 to write it anew"
        );
    }
}
