use base::{Argument, Explain};

/// What is wrong with a survey of SurveyJS, or could not be carried over from it.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    TooLarge {
        is: usize,
        max: usize,
    },
    NotJson,
    NotASurvey,
    NoQuestions,
    TooDeep {
        max: usize,
    },
    TooManyQuestions {
        max: usize,
    },
    TooLong {
        question: String,
        is: usize,
        max: usize,
    },
    /// No word is in Bulgarian: those of another language stand for them until somebody translates.
    NotBulgarian {
        language: String,
    },
    UnknownKind {
        question: String,
        given: String,
    },
    /// A choice without options.
    NoOptions {
        question: String,
    },
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
        near: String,
    },
}

/// Parts of SurveyJS that a questionnaire of ours does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    File,
    Picture,
    Table,
    Repeat,
    /// A panel that is filled in several times, within another one.
    RepeatWithin,
    /// More panels than there are rounds.
    MoreRounds,
    Comment,
    Filter,
    DefaultValue,
    Hidden,
    Enabled,
    Trigger,
    Variable,
    Time,
    Validation,
    FromElsewhere,
}

impl Feature {
    pub const ALL: [Feature; 16] = [
        Feature::File,
        Feature::Picture,
        Feature::Table,
        Feature::Repeat,
        Feature::RepeatWithin,
        Feature::MoreRounds,
        Feature::Comment,
        Feature::Filter,
        Feature::DefaultValue,
        Feature::Hidden,
        Feature::Enabled,
        Feature::Trigger,
        Feature::Variable,
        Feature::Time,
        Feature::Validation,
        Feature::FromElsewhere,
    ];

    fn code(self) -> &'static str {
        match self {
            Feature::File => "file",
            Feature::Picture => "picture",
            Feature::Table => "table",
            Feature::Repeat => "repeat",
            Feature::RepeatWithin => "within",
            Feature::MoreRounds => "rounds",
            Feature::Comment => "comment",
            Feature::Filter => "filter",
            Feature::DefaultValue => "default",
            Feature::Hidden => "hidden",
            Feature::Enabled => "enabled",
            Feature::Trigger => "trigger",
            Feature::Variable => "variable",
            Feature::Time => "time",
            Feature::Validation => "validation",
            Feature::FromElsewhere => "elsewhere",
        }
    }
}

impl Explain for Problem {
    fn code(&self) -> &'static str {
        match self {
            Problem::TooLarge { .. } => "surveyjs-too-large",
            Problem::NotJson => "surveyjs-not-json",
            Problem::NotASurvey => "surveyjs-not-a-survey",
            Problem::NoQuestions => "surveyjs-no-questions",
            Problem::TooDeep { .. } => "surveyjs-too-deep",
            Problem::TooManyQuestions { .. } => "surveyjs-too-many-questions",
            Problem::TooLong { .. } => "surveyjs-too-long",
            Problem::NotBulgarian { .. } => "surveyjs-not-bulgarian",
            Problem::UnknownKind { .. } => "surveyjs-unknown-kind",
            Problem::NoOptions { .. } => "surveyjs-no-options",
            Problem::LeftOut { .. } => "surveyjs-left-out",
            Problem::Renamed { .. } => "surveyjs-renamed",
            Problem::NotTranslated { .. } => "surveyjs-not-translated",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let text = |text: &String| Argument::from(text.clone());
        match self {
            Problem::NotJson | Problem::NotASurvey | Problem::NoQuestions => Vec::new(),
            Problem::TooLarge { is, max } => {
                vec![("is", crate::xlsform::megabytes(*is).into()), ("max", crate::xlsform::megabytes(*max).into())]
            }
            Problem::TooDeep { max } | Problem::TooManyQuestions { max } => vec![("max", (*max).into())],
            Problem::TooLong { question, is, max } => {
                vec![("question", text(question)), ("is", (*is).into()), ("max", (*max).into())]
            }
            Problem::NotBulgarian { language } => vec![("language", text(language))],
            Problem::UnknownKind { question, given } => vec![("question", text(question)), ("given", text(given))],
            Problem::NoOptions { question } => vec![("question", text(question))],
            Problem::LeftOut { question, feature } => {
                vec![("question", text(question)), ("feature", feature.code().into())]
            }
            Problem::Renamed { question, code } => vec![("question", text(question)), ("code", text(code))],
            Problem::NotTranslated { question, source, near } => {
                vec![("question", text(question)), ("source", text(source)), ("near", text(near))]
            }
        }
    }
}
