use base::{Argument, Explain, LanguageTag};

/// What the desk is told when fieldwork cannot go on so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The protocol names nobody who opened the box.
    NobodyOpened,
    DayUnreadable {
        given: String,
    },
    DayToCome,
    DayBeforeFieldwork {
        /// 08.05.2023
        first: String,
    },
    NumberUnreadable {
        field: &'static str,
        given: String,
    },
    /// Beside one option.
    QuotaUnreadable {
        field: String,
        given: String,
    },
    NoCards,
    TooManyCards {
        most: u32,
    },
    MoreInvalidThanCards {
        cards: u32,
    },
    /// Fewer cards than were already typed in or found invalid.
    FewerCardsThanDone {
        done: u64,
    },
    TooLong {
        field: &'static str,
        longest: usize,
        is: usize,
    },
    /// Nothing of the card was typed.
    CardEmpty,
    /// All cards of the protocol are there already.
    NoCardLeft,
    NoQuestionnaire,
    /// The audience got another questionnaire while this page was open.
    QuestionnaireChanged,
    FileTakenBefore,
    NothingToTakeIn,
    /// The questionnaire speaks a language in which some of its words are missing.
    Untranslated {
        code: String,
        language: LanguageTag,
    },
    FileMissing,
    /// The words to be read are empty, or longer than they were.
    RedactedEmpty,
    /// A file is taken back only by somebody who says that they mean it.
    NotConfirmed,
    /// Something of the file was published, so others are told why it is taken back.
    NoteNeeded,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::NobodyOpened => "nobody-opened",
            Trouble::DayUnreadable { .. } => "day-unreadable",
            Trouble::DayToCome => "day-to-come",
            Trouble::DayBeforeFieldwork { .. } => "day-before-fieldwork",
            Trouble::NumberUnreadable { .. } => "number-unreadable",
            Trouble::QuotaUnreadable { .. } => "quota-unreadable",
            Trouble::NoCards => "no-cards",
            Trouble::TooManyCards { .. } => "too-many-cards",
            Trouble::MoreInvalidThanCards { .. } => "more-invalid-than-cards",
            Trouble::FewerCardsThanDone { .. } => "fewer-cards-than-done",
            Trouble::TooLong { .. } => "text-too-long",
            Trouble::CardEmpty => "card-empty",
            Trouble::NoCardLeft => "no-card-left",
            Trouble::NoQuestionnaire => "no-questionnaire",
            Trouble::QuestionnaireChanged => "questionnaire-changed",
            Trouble::FileTakenBefore => "file-taken-before",
            Trouble::NothingToTakeIn => "nothing-to-take-in",
            Trouble::Untranslated { .. } => "questionnaire-untranslated",
            Trouble::FileMissing => "file-missing",
            Trouble::RedactedEmpty => "redacted-empty",
            Trouble::NotConfirmed => "undoing-not-confirmed",
            Trouble::NoteNeeded => "undoing-note-needed",
        }
    }

    fn field(&self) -> Option<String> {
        if let Trouble::QuotaUnreadable { field, .. } = self {
            return Some(field.clone());
        }
        match self {
            Trouble::NobodyOpened => Some("opened_by"),
            Trouble::DayUnreadable { .. } | Trouble::DayToCome | Trouble::DayBeforeFieldwork { .. } => {
                Some("opened_on")
            }
            Trouble::NumberUnreadable { field, .. } | Trouble::TooLong { field, .. } => Some(*field),
            Trouble::NoCards | Trouble::TooManyCards { .. } | Trouble::FewerCardsThanDone { .. } => Some("cards"),
            Trouble::MoreInvalidThanCards { .. } => Some("invalid"),
            Trouble::FileMissing | Trouble::FileTakenBefore | Trouble::Untranslated { .. } => Some("file"),
            Trouble::RedactedEmpty => Some("words"),
            Trouble::NotConfirmed => Some("confirmed"),
            Trouble::NoteNeeded => Some("note"),
            Trouble::CardEmpty
            | Trouble::QuotaUnreadable { .. }
            | Trouble::NoCardLeft
            | Trouble::NoQuestionnaire
            | Trouble::QuestionnaireChanged
            | Trouble::NothingToTakeIn => None,
        }
        .map(str::to_owned)
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::DayUnreadable { given }
            | Trouble::NumberUnreadable { given, .. }
            | Trouble::QuotaUnreadable { given, .. } => {
                vec![("given", given.clone().into())]
            }
            Trouble::DayBeforeFieldwork { first } => vec![("first", first.clone().into())],
            Trouble::TooManyCards { most } => vec![("most", i64::from(*most).into())],
            Trouble::MoreInvalidThanCards { cards } => vec![("cards", i64::from(*cards).into())],
            Trouble::FewerCardsThanDone { done } => {
                vec![("done", i64::try_from(*done).unwrap_or(i64::MAX).into())]
            }
            Trouble::Untranslated { code, language } => {
                vec![("code", code.clone().into()), ("language", language.to_string().into())]
            }
            Trouble::TooLong { longest, is, .. } => vec![("longest", (*longest).into()), ("is", (*is).into())],
            Trouble::NobodyOpened
            | Trouble::DayToCome
            | Trouble::NoCards
            | Trouble::CardEmpty
            | Trouble::NoCardLeft
            | Trouble::NoQuestionnaire
            | Trouble::QuestionnaireChanged
            | Trouble::FileTakenBefore
            | Trouble::NothingToTakeIn
            | Trouble::FileMissing
            | Trouble::RedactedEmpty
            | Trouble::NotConfirmed
            | Trouble::NoteNeeded => Vec::new(),
        }
    }
}
