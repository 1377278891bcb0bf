use base::{Argument, Explain};

/// What is wrong with one field of a form, whatever the form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    Missing {
        field: String,
    },
    /// In characters.
    TooLong {
        field: String,
        longest: usize,
        is: usize,
    },
    /// More lines or paragraphs than there is room for.
    TooMany {
        field: String,
        most: usize,
        is: usize,
    },
    /// The translation has another number of lines or paragraphs.
    TranslationUnlike {
        field: String,
        bulgarian: usize,
        english: usize,
    },
    DayUnreadable {
        field: String,
        given: String,
    },
    /// Only what has happened already can be told here.
    DayAhead {
        field: String,
    },
    NumberUnreadable {
        field: String,
        given: String,
    },
    CountZero {
        field: String,
    },
    CountTooLarge {
        field: String,
        most: u32,
    },
    AddressUnreadable {
        field: String,
        given: String,
    },
    NothingChosen {
        field: String,
    },
    /// Somebody else saved the same while this form was open.
    ChangedMeanwhile,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::Missing { .. } => "typed-missing",
            Trouble::TooLong { .. } => "text-too-long",
            Trouble::TooMany { .. } => "typed-too-many",
            Trouble::TranslationUnlike { .. } => "translation-unlike",
            Trouble::DayUnreadable { .. } => "day-unreadable",
            Trouble::DayAhead { .. } => "day-ahead",
            Trouble::NumberUnreadable { .. } => "number-unreadable",
            Trouble::CountZero { .. } => "count-zero",
            Trouble::CountTooLarge { .. } => "count-too-large",
            Trouble::AddressUnreadable { .. } => "web-address-unreadable",
            Trouble::NothingChosen { .. } => "nothing-chosen",
            Trouble::ChangedMeanwhile => "changed-meanwhile",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::Missing { field }
            | Trouble::TooLong { field, .. }
            | Trouble::TooMany { field, .. }
            | Trouble::TranslationUnlike { field, .. }
            | Trouble::DayUnreadable { field, .. }
            | Trouble::DayAhead { field }
            | Trouble::NumberUnreadable { field, .. }
            | Trouble::CountZero { field }
            | Trouble::CountTooLarge { field, .. }
            | Trouble::AddressUnreadable { field, .. }
            | Trouble::NothingChosen { field } => Some(field.clone()),
            Trouble::ChangedMeanwhile => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::Missing { field } | Trouble::NothingChosen { field } => vec![("field", field.clone().into())],
            Trouble::TooLong { longest, is, .. } => vec![("longest", (*longest).into()), ("is", (*is).into())],
            Trouble::TooMany { most, is, .. } => vec![("most", (*most).into()), ("is", (*is).into())],
            Trouble::TranslationUnlike { bulgarian, english, .. } => {
                vec![("bulgarian", (*bulgarian).into()), ("english", (*english).into())]
            }
            Trouble::DayUnreadable { given, .. }
            | Trouble::NumberUnreadable { given, .. }
            | Trouble::AddressUnreadable { given, .. } => vec![("given", given.clone().into())],
            Trouble::CountTooLarge { most, .. } => vec![("most", i64::from(*most).into())],
            Trouble::DayAhead { .. } | Trouble::CountZero { .. } | Trouble::ChangedMeanwhile => Vec::new(),
        }
    }
}
