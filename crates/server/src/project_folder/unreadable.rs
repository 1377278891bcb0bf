use base::Explain;
use std::fmt;

/// Why a file of the demonstration cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub enum Unreadable {
    /// Not TOML, a key missing, or a key that nobody knows; the message names line and column.
    Form(toml::de::Error),
    /// The value of this key is not a calendar day.
    NotADay(&'static str),
    UnknownParty(String),
    UnknownKind(String),
    UnknownMode(String),
    UnknownCollection(String),
    /// A rule of the nouns themselves; the code is that of [`base::Explain`].
    Refused(&'static str),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Form(problem) => write!(f, "{problem}"),
            Unreadable::NotADay(key) => write!(f, "`{key}` is not a calendar day such as 2023-07-27"),
            Unreadable::UnknownParty(code) => write!(f, "no party of the project has the code `{code}`"),
            Unreadable::UnknownKind(code) => write!(f, "`{code}` is no kind of publication"),
            Unreadable::UnknownMode(code) => write!(f, "`{code}` is no way in which answers come in"),
            Unreadable::UnknownCollection(code) => write!(f, "`{code}` is no collection class"),
            Unreadable::Refused(code) => write!(f, "refused: {code}"),
        }
    }
}

impl std::error::Error for Unreadable {}

impl From<toml::de::Error> for Unreadable {
    fn from(problem: toml::de::Error) -> Unreadable {
        Unreadable::Form(problem)
    }
}

impl From<outreach::Refusal> for Unreadable {
    fn from(refusal: outreach::Refusal) -> Unreadable {
        Unreadable::Refused(refusal.code())
    }
}

impl From<survey::Refusal> for Unreadable {
    fn from(refusal: survey::Refusal) -> Unreadable {
        Unreadable::Refused(refusal.code())
    }
}
