use crate::Refusal;
use std::{fmt, path::PathBuf, str::FromStr};

/// Where the state lives: one data folder with an SQLite file, or one PostgreSQL database.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// The folder holds `glas.db`, `files/`, `glas.lock` and the copies kept before migrations.
    Folder(PathBuf),
    /// A connection string: `postgres://person:word@127.0.0.1/glas`.
    Postgres(String),
}

/// Whether a database that is not there may be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Creation {
    Never,
    Create,
}

impl FromStr for Location {
    type Err = Refusal;

    /// A plain path or `sqlite:PATH` is a data folder; `postgres://…` a server. Any other scheme is refused.
    fn from_str(text: &str) -> Result<Location, Refusal> {
        let refused = || Refusal::LocationUnreadable { text: text.chars().take(200).collect() };
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Location::Postgres(text.to_owned()));
        }
        let path = text.strip_prefix("sqlite:").unwrap_or(text);
        let has_scheme = path.split_once(':').is_some_and(|(scheme, _)| {
            scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'+')
        });
        if path.is_empty() || path.contains('\0') || has_scheme {
            return Err(refused());
        }
        Ok(Location::Folder(PathBuf::from(path)))
    }
}

/// Without the password.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Location::Folder(path) => write!(f, "{}", path.display()),
            Location::Postgres(address) => {
                let (scheme, rest) = address.split_once("://").unwrap_or(("postgres", ""));
                let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
                let place = place.split_once('?').map_or(place, |(place, _)| place);
                write!(f, "{scheme}://{place}")
            }
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
