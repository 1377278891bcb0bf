use crate::xlsform;
use base::{Argument, Explain};

/// What is wrong with a sheet of answers, or with what was proposed for it.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetProblem {
    Empty,
    TooLarge {
        is: usize,
        max: usize,
    },
    NotASheet,
    /// A workbook that cannot be read, for the reason that a questionnaire in it could not be.
    Workbook(xlsform::Problem),
    TooManyRows {
        max: usize,
    },
    TooManyColumns {
        max: usize,
    },
    TooLong {
        is: usize,
        max: usize,
    },
    NoAnswers,
    NoColumn {
        column: u32,
    },
    /// A choice needs at least two options, each once and with words.
    FewOptions {
        header: String,
    },
    NoQuestions,
    /// The words are not in Bulgarian: they stand in its place until somebody translates.
    NotBulgarian,
}

impl Explain for SheetProblem {
    fn code(&self) -> &'static str {
        match self {
            SheetProblem::Empty => "sheet-empty",
            SheetProblem::TooLarge { .. } => "sheet-too-large",
            SheetProblem::NotASheet => "sheet-not-a-sheet",
            SheetProblem::Workbook(problem) => problem.code(),
            SheetProblem::TooManyRows { .. } => "sheet-too-many-rows",
            SheetProblem::TooManyColumns { .. } => "sheet-too-many-columns",
            SheetProblem::TooLong { .. } => "sheet-too-long",
            SheetProblem::NoAnswers => "sheet-no-answers",
            SheetProblem::NoColumn { .. } => "sheet-no-column",
            SheetProblem::FewOptions { .. } => "sheet-few-options",
            SheetProblem::NoQuestions => "sheet-no-questions",
            SheetProblem::NotBulgarian => "sheet-not-bulgarian",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            SheetProblem::Empty
            | SheetProblem::NotASheet
            | SheetProblem::NoAnswers
            | SheetProblem::NoQuestions
            | SheetProblem::NotBulgarian => Vec::new(),
            SheetProblem::TooLarge { is, max } => {
                vec![("is", xlsform::megabytes(*is).into()), ("max", xlsform::megabytes(*max).into())]
            }
            SheetProblem::Workbook(problem) => problem.arguments(),
            SheetProblem::TooManyRows { max } | SheetProblem::TooManyColumns { max } => vec![("max", (*max).into())],
            SheetProblem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
            SheetProblem::NoColumn { column } => vec![("column", i64::from(*column).into())],
            SheetProblem::FewOptions { header } => vec![("header", header.clone().into())],
        }
    }
}
