use base::{Argument, Explain};

/// Why codes are not made, sent or called to mind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    NumberUnreadable {
        given: String,
    },
    TooMany {
        most: u32,
    },
    NobodyNamed,
    /// Lines of a list of addresses that are none.
    AddressesUnreadable {
        lines: String,
    },
    TooManyAddresses {
        most: u32,
    },
    /// The fieldwork is over.
    OverAlready,
    /// What the letter leads to is not open to anybody yet.
    ProjectUnopened,
    /// Everybody who has not answered was reminded lately, or often enough.
    NobodyToRemind,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::NumberUnreadable { .. } => "codes-number-unreadable",
            Trouble::TooMany { .. } => "codes-too-many",
            Trouble::NobodyNamed => "codes-nobody-named",
            Trouble::AddressesUnreadable { .. } => "codes-addresses-unreadable",
            Trouble::TooManyAddresses { .. } => "codes-too-many-addresses",
            Trouble::OverAlready => "codes-over-already",
            Trouble::ProjectUnopened => "codes-project-unopened",
            Trouble::NobodyToRemind => "codes-nobody-to-remind",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::NumberUnreadable { .. } | Trouble::TooMany { .. } => Some("number".to_owned()),
            Trouble::NobodyNamed | Trouble::AddressesUnreadable { .. } | Trouble::TooManyAddresses { .. } => {
                Some("addresses".to_owned())
            }
            Trouble::OverAlready | Trouble::ProjectUnopened | Trouble::NobodyToRemind => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::NumberUnreadable { given } => vec![("given", given.clone().into())],
            Trouble::TooMany { most } | Trouble::TooManyAddresses { most } => vec![("most", i64::from(*most).into())],
            Trouble::AddressesUnreadable { lines } => vec![("lines", lines.clone().into())],
            Trouble::NobodyNamed | Trouble::OverAlready | Trouble::ProjectUnopened | Trouble::NobodyToRemind => {
                Vec::new()
            }
        }
    }
}
