use base::{Argument, Explain};

/// What the desk is told when sheets cannot be printed, counted or typed in so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    NumberUnreadable {
        field: &'static str,
        given: String,
    },
    TooMany {
        most: u32,
    },
    /// The questionnaire does not speak it.
    LanguageUnknown,
    TooLong {
        field: &'static str,
        longest: usize,
        is: usize,
    },
    /// More than were printed.
    MoreIssued {
        sheets: u32,
    },
    /// More than were given out.
    MoreReturned {
        issued: u32,
    },
    /// Too short or too long for a code, or with a sign that no code has.
    CodeUnreadable,
    /// Its last sign tells that it was misread.
    CodeMisread,
    /// Nobody whose work this is had such a sheet printed.
    CodeUnknown,
    /// Its answers are among the others.
    EnteredAlready,
    SpoiledAlready,
    /// Nobody types in a sheet that waits for somebody to settle what was read.
    ToBeSettled,
    /// The other reading must be somebody else's.
    SamePerson,
    NothingTyped,
    NotYetOpen {
        first: String,
    },
    /// A difference that nobody has decided about.
    Undecided {
        question: String,
    },
    /// Somebody else went on with it meanwhile.
    MovedOn,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::NumberUnreadable { .. } => "sheets-number-unreadable",
            Trouble::TooMany { .. } => "sheets-too-many",
            Trouble::LanguageUnknown => "sheets-language-unknown",
            Trouble::TooLong { .. } => "text-too-long",
            Trouble::MoreIssued { .. } => "sheets-more-issued",
            Trouble::MoreReturned { .. } => "sheets-more-returned",
            Trouble::CodeUnreadable => "sheets-code-unreadable",
            Trouble::CodeMisread => "sheets-code-misread",
            Trouble::CodeUnknown => "sheets-code-unknown",
            Trouble::EnteredAlready => "sheets-entered-already",
            Trouble::SpoiledAlready => "sheets-spoiled-already",
            Trouble::ToBeSettled => "sheets-to-be-settled",
            Trouble::SamePerson => "sheets-same-person",
            Trouble::NothingTyped => "sheets-nothing-typed",
            Trouble::NotYetOpen { .. } => "sheets-not-yet-open",
            Trouble::Undecided { .. } => "sheets-undecided",
            Trouble::MovedOn => "sheets-moved-on",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::NumberUnreadable { field, .. } | Trouble::TooLong { field, .. } => Some((*field).to_owned()),
            Trouble::TooMany { .. } => Some("number".to_owned()),
            Trouble::LanguageUnknown => Some("language".to_owned()),
            Trouble::MoreIssued { .. } => Some("issued".to_owned()),
            Trouble::MoreReturned { .. } => Some("returned".to_owned()),
            Trouble::CodeUnreadable
            | Trouble::CodeMisread
            | Trouble::CodeUnknown
            | Trouble::EnteredAlready
            | Trouble::SpoiledAlready
            | Trouble::ToBeSettled
            | Trouble::SamePerson
            | Trouble::NotYetOpen { .. } => Some("code".to_owned()),
            Trouble::Undecided { question } => Some(format!("q-{question}")),
            Trouble::NothingTyped | Trouble::MovedOn => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::NumberUnreadable { given, .. } => vec![("given", given.clone().into())],
            Trouble::TooMany { most } => vec![("most", i64::from(*most).into())],
            Trouble::TooLong { longest, is, .. } => vec![("longest", (*longest).into()), ("is", (*is).into())],
            Trouble::MoreIssued { sheets } => vec![("sheets", i64::from(*sheets).into())],
            Trouble::MoreReturned { issued } => vec![("issued", i64::from(*issued).into())],
            Trouble::NotYetOpen { first } => vec![("first", first.clone().into())],
            Trouble::LanguageUnknown
            | Trouble::CodeUnreadable
            | Trouble::CodeMisread
            | Trouble::CodeUnknown
            | Trouble::EnteredAlready
            | Trouble::SpoiledAlready
            | Trouble::ToBeSettled
            | Trouble::SamePerson
            | Trouble::NothingTyped
            | Trouble::Undecided { .. }
            | Trouble::MovedOn => Vec::new(),
        }
    }
}
