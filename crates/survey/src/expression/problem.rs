use base::{Argument, Explain};

/// Why an expression cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpressionProblem {
    TooLong {
        is: usize,
        max: usize,
    },
    TooDeep,
    /// Something that cannot stand there.
    Unexpected {
        near: String,
    },
    /// It stops in the middle.
    Unfinished,
    UnknownFunction {
        name: String,
    },
    /// `takes` is how many it wants, as `2` or `1–3`.
    WrongArguments {
        function: String,
        given: usize,
        takes: String,
    },
    /// A path into the form (`/data/x`, `../x`): use `${x}`.
    Path {
        near: String,
    },
    /// The pattern of `regex` is not written out as text, is broken or too large.
    Pattern {
        pattern: String,
    },
}

impl Explain for ExpressionProblem {
    fn code(&self) -> &'static str {
        match self {
            ExpressionProblem::TooLong { .. } => "expression-too-long",
            ExpressionProblem::TooDeep => "expression-too-deep",
            ExpressionProblem::Unexpected { .. } => "expression-unexpected",
            ExpressionProblem::Unfinished => "expression-unfinished",
            ExpressionProblem::UnknownFunction { .. } => "expression-unknown-function",
            ExpressionProblem::WrongArguments { .. } => "expression-wrong-arguments",
            ExpressionProblem::Path { .. } => "expression-path",
            ExpressionProblem::Pattern { .. } => "expression-pattern",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            ExpressionProblem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
            ExpressionProblem::TooDeep | ExpressionProblem::Unfinished => Vec::new(),
            ExpressionProblem::Unexpected { near } | ExpressionProblem::Path { near } => {
                vec![("near", near.clone().into())]
            }
            ExpressionProblem::UnknownFunction { name } => vec![("name", name.clone().into())],
            ExpressionProblem::WrongArguments { function, given, takes } => {
                vec![("function", function.clone().into()), ("given", (*given).into()), ("takes", takes.clone().into())]
            }
            ExpressionProblem::Pattern { pattern } => vec![("pattern", pattern.clone().into())],
        }
    }
}
