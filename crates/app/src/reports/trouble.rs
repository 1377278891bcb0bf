use base::{Argument, Explain};

/// Why a report was left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Somebody changed it since the page was made.
    Stale,
    /// More reports of one study than anybody keeps apart.
    TooMany {
        most: usize,
    },
    /// Numbers read otherwise than when the words around them were written, and nobody has accepted them.
    NumbersChanged {
        n: usize,
    },
    /// A later version without a word on what was put right.
    NoNote,
    NoteTooLong {
        max: usize,
    },
    /// A report in no language.
    NoLanguage,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::Stale => "changed-meanwhile",
            Trouble::TooMany { .. } => "report-too-many",
            Trouble::NumbersChanged { .. } => "report-numbers-changed",
            Trouble::NoNote => "report-no-note",
            Trouble::NoteTooLong { .. } => "report-note-too-long",
            Trouble::NoLanguage => "report-no-language",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::NoNote | Trouble::NoteTooLong { .. } => Some("note".to_owned()),
            Trouble::NoLanguage => Some("languages".to_owned()),
            Trouble::Stale | Trouble::TooMany { .. } | Trouble::NumbersChanged { .. } => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::TooMany { most } => vec![("most", (*most).into())],
            Trouble::NumbersChanged { n } => vec![("n", (*n).into())],
            Trouble::NoteTooLong { max } => vec![("max", (*max).into())],
            Trouble::Stale | Trouble::NoNote | Trouble::NoLanguage => Vec::new(),
        }
    }
}
