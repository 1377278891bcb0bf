use crate::QuestionCode;
use base::{Argument, Explain, Text};

/// One question that was not answered as it must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub question: QuestionCode,
    pub problem: AnswerProblem,
}

#[derive(Debug, Clone, PartialEq)]
pub enum AnswerProblem {
    Required {
        message: Option<Text>,
    },
    NotANumber {
        given: String,
    },
    NotWhole {
        given: String,
    },
    NumberTooLarge {
        limit: i64,
    },
    NotADate {
        given: String,
    },
    UnknownOption {
        given: String,
    },
    /// Several answers where one is meant.
    OneOnly,
    /// An option that stands alone („нито едно“), chosen with others.
    StandsAlone {
        option: Text,
    },
    /// Words beside „друго“, but another option chosen.
    OtherNotChosen {
        given: String,
    },
    TooLong {
        is: usize,
        max: usize,
    },
    Constraint {
        message: Option<Text>,
    },
}

impl Refused {
    /// The author's own words, to be shown instead of ours.
    pub fn words(&self) -> Option<&Text> {
        match &self.problem {
            AnswerProblem::Required { message } | AnswerProblem::Constraint { message } => message.as_ref(),
            AnswerProblem::NotANumber { .. }
            | AnswerProblem::NotWhole { .. }
            | AnswerProblem::NumberTooLarge { .. }
            | AnswerProblem::NotADate { .. }
            | AnswerProblem::UnknownOption { .. }
            | AnswerProblem::OneOnly
            | AnswerProblem::StandsAlone { .. }
            | AnswerProblem::OtherNotChosen { .. }
            | AnswerProblem::TooLong { .. } => None,
        }
    }
}

impl Explain for Refused {
    fn code(&self) -> &'static str {
        self.problem.code()
    }

    fn field(&self) -> Option<String> {
        Some(self.question.to_string())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        self.problem.arguments()
    }
}

impl Explain for AnswerProblem {
    fn code(&self) -> &'static str {
        match self {
            AnswerProblem::Required { .. } => "answer-required",
            AnswerProblem::NotANumber { .. } => "answer-not-a-number",
            AnswerProblem::NotWhole { .. } => "answer-not-whole",
            AnswerProblem::NumberTooLarge { .. } => "answer-number-too-large",
            AnswerProblem::NotADate { .. } => "answer-not-a-date",
            AnswerProblem::UnknownOption { .. } => "answer-unknown-option",
            AnswerProblem::OneOnly => "answer-one-only",
            AnswerProblem::StandsAlone { .. } => "answer-stands-alone",
            AnswerProblem::OtherNotChosen { .. } => "answer-other-not-chosen",
            AnswerProblem::TooLong { .. } => "answer-too-long",
            AnswerProblem::Constraint { .. } => "answer-constraint",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            AnswerProblem::Required { .. } | AnswerProblem::Constraint { .. } | AnswerProblem::OneOnly => Vec::new(),
            AnswerProblem::NotANumber { given }
            | AnswerProblem::NotWhole { given }
            | AnswerProblem::NotADate { given }
            | AnswerProblem::UnknownOption { given }
            | AnswerProblem::OtherNotChosen { given } => vec![("given", given.clone().into())],
            AnswerProblem::NumberTooLarge { limit } => vec![("limit", (*limit).into())],
            AnswerProblem::StandsAlone { option } => vec![
                ("option", option.bulgarian.clone().into()),
                ("optionEnglish", option.say(base::Language::English).to_owned().into()),
            ],
            AnswerProblem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
        }
    }
}
