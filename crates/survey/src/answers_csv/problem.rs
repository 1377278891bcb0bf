use crate::QuestionCode;
use crate::entry::AnswerProblem;
use crate::xlsform::megabytes;
use base::{Argument, Explain};

/// What is wrong with a file of answers, or with one of its rows.
#[derive(Debug, Clone, PartialEq)]
pub enum CsvProblem {
    Empty,
    TooLarge {
        is: usize,
        max: usize,
    },
    /// A workbook or another binary file.
    NotText,
    /// No column is named as a question of this questionnaire.
    NoKnownColumn,
    TooManyColumns {
        max: usize,
    },
    TooManyRows {
        max: usize,
    },
    RepeatedColumn {
        name: String,
    },
    /// The column was left out.
    UnknownColumn {
        name: String,
        similar: Option<String>,
    },
    TooManyCells {
        is: usize,
        expected: usize,
    },
    BadDay {
        given: String,
    },
    BadMode {
        given: String,
    },
    /// Neither ticked nor not.
    BadTick {
        given: String,
    },
    NothingAnswered,
    Answer {
        question: QuestionCode,
        problem: Box<AnswerProblem>,
    },
}

impl Explain for CsvProblem {
    fn code(&self) -> &'static str {
        match self {
            CsvProblem::Empty => "csv-empty",
            CsvProblem::TooLarge { .. } => "csv-too-large",
            CsvProblem::NotText => "csv-not-text",
            CsvProblem::NoKnownColumn => "csv-no-known-column",
            CsvProblem::TooManyColumns { .. } => "csv-too-many-columns",
            CsvProblem::TooManyRows { .. } => "csv-too-many-rows",
            CsvProblem::RepeatedColumn { .. } => "csv-repeated-column",
            CsvProblem::UnknownColumn { .. } => "csv-unknown-column",
            CsvProblem::TooManyCells { .. } => "csv-too-many-cells",
            CsvProblem::BadDay { .. } => "csv-bad-day",
            CsvProblem::BadMode { .. } => "csv-bad-mode",
            CsvProblem::BadTick { .. } => "csv-bad-tick",
            CsvProblem::NothingAnswered => "csv-nothing-answered",
            CsvProblem::Answer { problem, .. } => problem.code(),
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            CsvProblem::Answer { question, .. } => Some(question.to_string()),
            CsvProblem::Empty
            | CsvProblem::TooLarge { .. }
            | CsvProblem::NotText
            | CsvProblem::NoKnownColumn
            | CsvProblem::TooManyColumns { .. }
            | CsvProblem::TooManyRows { .. }
            | CsvProblem::RepeatedColumn { .. }
            | CsvProblem::UnknownColumn { .. }
            | CsvProblem::TooManyCells { .. }
            | CsvProblem::BadDay { .. }
            | CsvProblem::BadMode { .. }
            | CsvProblem::BadTick { .. }
            | CsvProblem::NothingAnswered => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            CsvProblem::Empty | CsvProblem::NotText | CsvProblem::NoKnownColumn | CsvProblem::NothingAnswered => {
                Vec::new()
            }
            CsvProblem::TooLarge { is, max } => {
                vec![("is", megabytes(*is).into()), ("max", megabytes(*max).into())]
            }
            CsvProblem::TooManyColumns { max } | CsvProblem::TooManyRows { max } => vec![("max", (*max).into())],
            CsvProblem::RepeatedColumn { name } => vec![("name", name.clone().into())],
            CsvProblem::UnknownColumn { name, similar } => vec![
                ("name", name.clone().into()),
                ("similar", similar.clone().unwrap_or_else(|| "none".to_owned()).into()),
            ],
            CsvProblem::TooManyCells { is, expected } => vec![("is", (*is).into()), ("expected", (*expected).into())],
            CsvProblem::BadDay { given } | CsvProblem::BadMode { given } | CsvProblem::BadTick { given } => {
                vec![("given", given.clone().into())]
            }
            CsvProblem::Answer { problem, .. } => problem.arguments(),
        }
    }
}
