use base::{Argument, Explain, Language, Text};
use document::manuscript::{MethodTopic, Unavailable};

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
    /// What the words of one field of a form are refused for; `nearest` is what was probably meant.
    Words {
        field: String,
        refusal: document::manuscript::Refusal,
        nearest: Option<String>,
    },
    /// A number that the study does not have, with the nearest address that it has.
    NoSuchNumber {
        field: String,
        address: String,
        why: Unavailable,
        nearest: Option<String>,
    },
    NoSuchFigure {
        found: String,
        nearest: Option<String>,
    },
    /// A part without anything in it.
    EmptyPart,
    /// The public may not see the results yet.
    ResultsNotPublic,
    /// A heading with nothing below it.
    EmptySection {
        title: String,
    },
    /// How the study was made is not told as far as it has to be; for one audience or for the whole.
    MethodLacks {
        topic: MethodTopic,
        audience: Option<Text>,
    },
    /// The plan tells no more than the method sheet.
    NothingNew,
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
            Trouble::Words { nearest: Some(_), .. } => "report-unknown-statistic",
            Trouble::Words { refusal, .. } => refusal.code(),
            Trouble::NoSuchNumber { why: Unavailable::NoSuchAudience, .. } => "report-no-such-audience",
            Trouble::NoSuchNumber { why: Unavailable::NoSuchQuestion, .. } => "report-no-such-question",
            Trouble::NoSuchNumber { why: Unavailable::NoSuchOption, .. } => "report-no-such-option",
            Trouble::NoSuchNumber { why: Unavailable::NotCounted, .. } => "report-not-counted",
            Trouble::NoSuchNumber { .. } => "report-no-such-number",
            Trouble::NoSuchFigure { .. } => "report-no-such-figure",
            Trouble::EmptyPart => "report-empty-part",
            Trouble::ResultsNotPublic => "report-results-not-public",
            Trouble::EmptySection { .. } => "report-empty-section",
            Trouble::MethodLacks { topic, .. } => match topic {
                MethodTopic::Population => "report-method-population",
                MethodTopic::Entry => "report-method-entry",
                MethodTopic::Channels => "report-method-channels",
                MethodTopic::Dates => "report-method-dates",
                MethodTopic::Response => "report-method-response",
                MethodTopic::Weighting => "report-method-weighting",
                MethodTopic::Exclusions => "report-method-exclusions",
                MethodTopic::Limits => "report-method-limits",
                MethodTopic::Funding => "report-method-funding",
            },
            Trouble::NothingNew => "report-nothing-new",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::NoNote | Trouble::NoteTooLong { .. } => Some("note".to_owned()),
            Trouble::NoLanguage => Some("languages".to_owned()),
            Trouble::Words { field, .. } | Trouble::NoSuchNumber { field, .. } => Some(field.clone()),
            Trouble::NoSuchFigure { .. } => Some("of".to_owned()),
            Trouble::EmptyPart => Some("words".to_owned()),
            Trouble::Stale
            | Trouble::TooMany { .. }
            | Trouble::NumbersChanged { .. }
            | Trouble::ResultsNotPublic
            | Trouble::EmptySection { .. }
            | Trouble::MethodLacks { .. }
            | Trouble::NothingNew => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::TooMany { most } => vec![("most", (*most).into())],
            Trouble::NumbersChanged { n } => vec![("n", (*n).into())],
            Trouble::NoteTooLong { max } => vec![("max", (*max).into())],
            Trouble::Words { refusal, nearest, .. } => {
                let mut arguments = refusal.arguments();
                arguments.extend(nearest.as_ref().map(|nearest| ("nearest", nearest.as_str().into())));
                arguments
            }
            Trouble::NoSuchNumber { address, nearest, .. } => {
                vec![("found", address.as_str().into()), ("nearest", or_none(nearest.as_deref()))]
            }
            Trouble::NoSuchFigure { found, nearest } => {
                vec![("found", found.as_str().into()), ("nearest", or_none(nearest.as_deref()))]
            }
            Trouble::EmptySection { title } => vec![("title", title.as_str().into())],
            Trouble::MethodLacks { audience, .. } => {
                // Names of audiences stand in a sentence as their authors wrote them first.
                let name = audience.as_ref().map(|name| name.say(Language::Bulgarian));
                vec![("name", or_none(name))]
            }
            Trouble::Stale
            | Trouble::NoNote
            | Trouble::NoLanguage
            | Trouble::EmptyPart
            | Trouble::ResultsNotPublic
            | Trouble::NothingNew => Vec::new(),
        }
    }
}

/// The sentence asks for nothing where there is nothing near.
fn or_none(nearest: Option<&str>) -> Argument {
    nearest.unwrap_or("none").into()
}
