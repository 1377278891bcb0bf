use crate::ExpressionProblem;
use base::{Argument, Explain};

/// What is wrong with an export of LimeSurvey, or could not be carried over from it.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    // The file.
    Empty,
    TooLarge {
        is: usize,
        max: usize,
    },
    NotAnExport,
    Damaged,
    Bomb {
        max: usize,
    },
    Entities,
    TooDeep {
        max: usize,
    },
    TooManyRows {
        max: usize,
    },
    TooLong {
        is: usize,
        max: usize,
    },
    /// A group, a question or answers instead of a whole survey.
    OtherKind {
        given: String,
    },
    NoSurvey,
    NoQuestions,
    /// Passwords of a mailbox or an account stand in the file; they are not taken over.
    Secrets,

    // Rows.
    Orphan {
        table: &'static str,
        code: String,
    },
    UnknownKind {
        question: String,
        given: String,
    },
    /// No word is in Bulgarian: those of another language stand for them until somebody translates.
    NotBulgarian {
        language: String,
    },
    LeftOutLanguage {
        language: String,
    },

    // What could not be carried, question by question.
    LeftOut {
        question: String,
        feature: Feature,
    },
    Renamed {
        question: String,
        code: String,
    },
    NotTranslated {
        question: String,
        source: String,
        why: Box<Untranslatable>,
    },
    NameInLabel {
        question: String,
        name: String,
    },
}

/// Parts of LimeSurvey that a questionnaire of ours does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    Ranking,
    File,
    LanguageSwitch,
    Comment,
    Time,
    Filter,
    RandomOrder,
    Hidden,
    DefaultValue,
    Quota,
    Validation,
    OptionCondition,
    TooManyFields,
}

/// Why a condition could not be translated.
#[derive(Debug, Clone, PartialEq)]
pub enum Untranslatable {
    UnknownName(String),
    LaterName(String),
    UnknownFunction(String),
    Unreadable(String),
    Refused(ExpressionProblem),
}

impl Feature {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Feature::Ranking => "ranking",
            Feature::File => "file",
            Feature::LanguageSwitch => "language",
            Feature::Comment => "comment",
            Feature::Time => "time",
            Feature::Filter => "filter",
            Feature::RandomOrder => "random",
            Feature::Hidden => "hidden",
            Feature::DefaultValue => "default",
            Feature::Quota => "quota",
            Feature::Validation => "validation",
            Feature::OptionCondition => "option",
            Feature::TooManyFields => "fields",
        }
    }
}

impl Untranslatable {
    fn parts(&self) -> (&'static str, String) {
        match self {
            Untranslatable::UnknownName(name) => ("name", name.clone()),
            Untranslatable::LaterName(name) => ("later", name.clone()),
            Untranslatable::UnknownFunction(name) => ("function", name.clone()),
            Untranslatable::Unreadable(near) => ("unreadable", near.clone()),
            Untranslatable::Refused(problem) => ("refused", problem.code().to_owned()),
        }
    }
}

impl Explain for Problem {
    fn code(&self) -> &'static str {
        match self {
            Problem::Empty => "limesurvey-empty",
            Problem::TooLarge { .. } => "limesurvey-too-large",
            Problem::NotAnExport => "limesurvey-not-an-export",
            Problem::Damaged => "limesurvey-damaged",
            Problem::Bomb { .. } => "limesurvey-bomb",
            Problem::Entities => "limesurvey-entities",
            Problem::TooDeep { .. } => "limesurvey-too-deep",
            Problem::TooManyRows { .. } => "limesurvey-too-many-rows",
            Problem::TooLong { .. } => "limesurvey-too-long",
            Problem::OtherKind { .. } => "limesurvey-other-kind",
            Problem::NoSurvey => "limesurvey-no-survey",
            Problem::NoQuestions => "limesurvey-no-questions",
            Problem::Secrets => "limesurvey-secrets",
            Problem::Orphan { .. } => "limesurvey-orphan",
            Problem::UnknownKind { .. } => "limesurvey-unknown-kind",
            Problem::NotBulgarian { .. } => "limesurvey-not-bulgarian",
            Problem::LeftOutLanguage { .. } => "limesurvey-left-out-language",
            Problem::LeftOut { .. } => "limesurvey-left-out",
            Problem::Renamed { .. } => "limesurvey-renamed",
            Problem::NotTranslated { .. } => "limesurvey-not-translated",
            Problem::NameInLabel { .. } => "limesurvey-name-in-label",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let text = |text: &String| Argument::from(text.clone());
        match self {
            Problem::Empty
            | Problem::NotAnExport
            | Problem::Damaged
            | Problem::Entities
            | Problem::NoSurvey
            | Problem::NoQuestions
            | Problem::Secrets => Vec::new(),
            Problem::TooLarge { is, max } => {
                vec![("is", crate::xlsform::megabytes(*is).into()), ("max", crate::xlsform::megabytes(*max).into())]
            }
            Problem::Bomb { max } => vec![("max", crate::xlsform::megabytes(*max).into())],
            Problem::TooDeep { max } | Problem::TooManyRows { max } => vec![("max", (*max).into())],
            Problem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
            Problem::OtherKind { given } => vec![("given", text(given))],
            Problem::Orphan { table, code } => vec![("table", (*table).into()), ("code", text(code))],
            Problem::UnknownKind { question, given } => vec![("question", text(question)), ("given", text(given))],
            Problem::NotBulgarian { language } | Problem::LeftOutLanguage { language } => {
                vec![("language", text(language))]
            }
            Problem::LeftOut { question, feature } => {
                vec![("question", text(question)), ("feature", feature.code().into())]
            }
            Problem::Renamed { question, code } => vec![("question", text(question)), ("code", text(code))],
            Problem::NotTranslated { question, source, why } => {
                let (why, near) = why.parts();
                vec![("question", text(question)), ("source", text(source)), ("why", why.into()), ("near", near.into())]
            }
            Problem::NameInLabel { question, name } => vec![("question", text(question)), ("name", text(name))],
        }
    }
}
