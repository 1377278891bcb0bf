use crate::answers_csv::CsvProblem;
use base::{Argument, Explain};

/// What is wrong with a list of places, or with one of its rows.
#[derive(Debug, Clone, PartialEq)]
pub enum PlaceListProblem {
    /// With the file, whatever is in it.
    File(CsvProblem),
    /// Without it nobody knows what a row is.
    MissingColumn {
        name: &'static str,
    },
    RepeatedColumn {
        name: &'static str,
    },
    BadCode {
        given: String,
    },
    RepeatedCode {
        code: String,
        /// The row in which it stands already.
        first: u32,
    },
    NoName,
    TooLong {
        is: usize,
        max: usize,
    },
    /// Fewer than two places are no list.
    TooFew,
    TooMany {
        max: usize,
    },
}

impl From<CsvProblem> for PlaceListProblem {
    fn from(problem: CsvProblem) -> PlaceListProblem {
        PlaceListProblem::File(problem)
    }
}

impl Explain for PlaceListProblem {
    fn code(&self) -> &'static str {
        match self {
            PlaceListProblem::File(problem) => problem.code(),
            PlaceListProblem::MissingColumn { .. } => "places-missing-column",
            PlaceListProblem::RepeatedColumn { .. } => "csv-repeated-column",
            PlaceListProblem::BadCode { .. } => "places-bad-code",
            PlaceListProblem::RepeatedCode { .. } => "places-repeated-code",
            PlaceListProblem::NoName => "places-no-name",
            PlaceListProblem::TooLong { .. } => "places-too-long",
            PlaceListProblem::TooFew => "places-too-few",
            PlaceListProblem::TooMany { .. } => "csv-too-many-rows",
        }
    }

    fn field(&self) -> Option<String> {
        Some("file".to_owned())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            PlaceListProblem::File(problem) => problem.arguments(),
            PlaceListProblem::MissingColumn { name } | PlaceListProblem::RepeatedColumn { name } => {
                vec![("name", (*name).to_owned().into())]
            }
            PlaceListProblem::BadCode { given } => vec![("given", given.clone().into())],
            PlaceListProblem::RepeatedCode { code, first } => {
                vec![("code", code.clone().into()), ("first", i64::from(*first).into())]
            }
            PlaceListProblem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
            PlaceListProblem::TooMany { max } => vec![("max", (*max).into())],
            PlaceListProblem::NoName | PlaceListProblem::TooFew => Vec::new(),
        }
    }
}
