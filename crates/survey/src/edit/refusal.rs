use super::Dependent;
use crate::ExpressionProblem;
use base::{Argument, Explain};

/// Why a change of a questionnaire was not made.
#[derive(Debug, Clone, PartialEq)]
pub enum EditRefusal {
    NoSuchItem {
        code: String,
    },
    NoSuchScale {
        code: String,
    },
    /// The code cannot be one: a letter first, then letters, digits, `_`, `-`, `.`.
    BadCode {
        field: &'static str,
        given: String,
    },
    CodeTaken {
        code: String,
    },
    /// Such a thing cannot stand in that group: a page within a page, a question without the shared scale in a grid.
    NotThere {
        code: String,
        group: String,
    },
    /// Already the first, or the last.
    AtTheEdge,
    TooDeep {
        max: usize,
    },
    TooManyQuestions {
        max: usize,
    },
    TooManyOptions {
        max: usize,
    },
    TooManyLanguages {
        max: usize,
    },
    TooFewOptions {
        least: usize,
    },
    RepeatedOption {
        code: String,
    },
    BadOption {
        given: String,
    },
    /// An option has no words.
    OptionWithoutWords {
        code: String,
    },
    LanguageKnown,
    UnknownLanguage {
        given: String,
    },
    /// Without Bulgarian nothing is shown.
    BulgarianStays,
    /// It is asked several times and is changed in a file, where it stands once.
    Repeated {
        code: String,
    },
    /// So often nobody is asked the same, or only once.
    BadRounds {
        max: u32,
    },
    /// What is asked several times cannot hold something else that is.
    RepeatWithinRepeat {
        code: String,
    },
    /// Its rounds cannot be written out: codes or conditions become too long, a code is taken, or there are too many questions.
    Unrepeatable {
        code: String,
    },
    /// Others need it, and it was not said that they are to be mended.
    Needed {
        by: Vec<Dependent>,
    },
    /// A calculation needs it: without it there is nothing left to compute.
    NeededByCalculation {
        code: String,
    },
    /// The least is above the most, or a step leads nowhere.
    BadBounds {
        field: &'static str,
    },
    TooLong {
        field: String,
        is: usize,
        max: usize,
    },
    /// An expression that cannot be read.
    Expression {
        field: &'static str,
        problem: ExpressionProblem,
    },
    NoWords,
}

impl Explain for EditRefusal {
    fn code(&self) -> &'static str {
        match self {
            EditRefusal::NoSuchItem { .. } => "edit-no-such-item",
            EditRefusal::NoSuchScale { .. } => "edit-no-such-scale",
            EditRefusal::BadCode { .. } => "edit-bad-code",
            EditRefusal::CodeTaken { .. } => "edit-code-taken",
            EditRefusal::NotThere { .. } => "edit-not-there",
            EditRefusal::AtTheEdge => "edit-at-the-edge",
            EditRefusal::TooDeep { .. } => "edit-too-deep",
            EditRefusal::TooManyQuestions { .. } => "edit-too-many-questions",
            EditRefusal::TooManyOptions { .. } => "edit-too-many-options",
            EditRefusal::TooManyLanguages { .. } => "edit-too-many-languages",
            EditRefusal::TooFewOptions { .. } => "edit-too-few-options",
            EditRefusal::RepeatedOption { .. } => "edit-repeated-option",
            EditRefusal::BadOption { .. } => "edit-bad-option",
            EditRefusal::OptionWithoutWords { .. } => "edit-option-without-words",
            EditRefusal::LanguageKnown => "edit-language-known",
            EditRefusal::UnknownLanguage { .. } => "edit-unknown-language",
            EditRefusal::BulgarianStays => "edit-bulgarian-stays",
            EditRefusal::Repeated { .. } => "edit-repeated",
            EditRefusal::BadRounds { .. } => "edit-bad-rounds",
            EditRefusal::RepeatWithinRepeat { .. } => "edit-repeat-within-repeat",
            EditRefusal::Unrepeatable { .. } => "edit-unrepeatable",
            EditRefusal::Needed { .. } => "edit-needed",
            EditRefusal::NeededByCalculation { .. } => "edit-needed-by-calculation",
            EditRefusal::BadBounds { .. } => "edit-bad-bounds",
            EditRefusal::TooLong { .. } => "text-too-long",
            EditRefusal::Expression { problem, .. } => problem.code(),
            EditRefusal::NoWords => "edit-no-words",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            EditRefusal::BadCode { field, .. }
            | EditRefusal::BadBounds { field }
            | EditRefusal::Expression { field, .. } => Some((*field).to_owned()),
            EditRefusal::TooLong { field, .. } => Some(field.clone()),
            EditRefusal::CodeTaken { .. } => Some("code".to_owned()),
            EditRefusal::TooFewOptions { .. }
            | EditRefusal::TooManyOptions { .. }
            | EditRefusal::RepeatedOption { .. }
            | EditRefusal::BadOption { .. }
            | EditRefusal::OptionWithoutWords { .. } => Some("options".to_owned()),
            EditRefusal::LanguageKnown
            | EditRefusal::UnknownLanguage { .. }
            | EditRefusal::TooManyLanguages { .. }
            | EditRefusal::BulgarianStays => Some("language".to_owned()),
            EditRefusal::NoWords => Some("label_bg".to_owned()),
            EditRefusal::BadRounds { .. } => Some("rounds".to_owned()),
            EditRefusal::RepeatWithinRepeat { .. } | EditRefusal::Unrepeatable { .. } => Some("repeats".to_owned()),
            EditRefusal::NoSuchItem { .. }
            | EditRefusal::NoSuchScale { .. }
            | EditRefusal::NotThere { .. }
            | EditRefusal::AtTheEdge
            | EditRefusal::TooDeep { .. }
            | EditRefusal::TooManyQuestions { .. }
            | EditRefusal::Repeated { .. }
            | EditRefusal::Needed { .. }
            | EditRefusal::NeededByCalculation { .. } => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            EditRefusal::NoSuchItem { code }
            | EditRefusal::NoSuchScale { code }
            | EditRefusal::CodeTaken { code }
            | EditRefusal::RepeatedOption { code }
            | EditRefusal::OptionWithoutWords { code }
            | EditRefusal::Repeated { code }
            | EditRefusal::RepeatWithinRepeat { code }
            | EditRefusal::Unrepeatable { code }
            | EditRefusal::NeededByCalculation { code } => vec![("code", code.clone().into())],
            EditRefusal::BadCode { given, .. }
            | EditRefusal::BadOption { given }
            | EditRefusal::UnknownLanguage { given } => vec![("given", given.clone().into())],
            EditRefusal::NotThere { code, group } => {
                vec![("code", code.clone().into()), ("group", group.clone().into())]
            }
            EditRefusal::TooDeep { max }
            | EditRefusal::TooManyQuestions { max }
            | EditRefusal::TooManyOptions { max }
            | EditRefusal::TooManyLanguages { max } => vec![("max", (*max).into())],
            EditRefusal::BadRounds { max } => vec![("max", i64::from(*max).into())],
            EditRefusal::TooFewOptions { least } => vec![("least", (*least).into())],
            EditRefusal::Needed { by } => {
                let mut codes: Vec<&str> = by.iter().map(|dependent| dependent.code.as_str()).collect();
                codes.dedup();
                vec![("by", codes.join(", ").into())]
            }
            EditRefusal::TooLong { is, max, .. } => vec![("is", (*is).into()), ("longest", (*max).into())],
            EditRefusal::Expression { problem, .. } => problem.arguments(),
            EditRefusal::AtTheEdge
            | EditRefusal::LanguageKnown
            | EditRefusal::BulgarianStays
            | EditRefusal::BadBounds { .. }
            | EditRefusal::NoWords => Vec::new(),
        }
    }
}
