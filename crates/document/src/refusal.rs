use base::{Argument, Explain};

/// Why written text does not become a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Longer than we read; both in bytes of UTF-8.
    TextTooLong { max: usize, is: usize },
    /// Lists in lists in lists: more levels than anybody can follow.
    TextTooDeep { max: usize },
    /// More cells than a table for people has, empty ones counted.
    TableTooLarge { max: usize },
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::TextTooLong { .. } => "document-too-long",
            Refusal::TextTooDeep { .. } => "document-too-deep",
            Refusal::TableTooLarge { .. } => "document-table-too-large",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::TextTooLong { max, is } => vec![("max", (*max).into()), ("is", (*is).into())],
            Refusal::TextTooDeep { max } | Refusal::TableTooLarge { max } => vec![("max", (*max).into())],
        }
    }
}
