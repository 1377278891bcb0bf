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
        similar: Option<String>,
    },
    /// A function that looks beyond the form: files, the device, keys.
    Outside {
        function: String,
    },
    /// A function that only makes sense where a form is a tree, such as `position`.
    OnlyInForms {
        function: String,
    },
    /// A function of chance, where the way through a questionnaire is computed anew for every page.
    Chance {
        function: String,
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
    /// Words where only a number can be: the result would never be one.
    NotANumber {
        near: String,
    },
    /// A question with several answers where one number is needed.
    SeveralAnswers {
        name: String,
    },
    /// An option that the question does not offer.
    NoSuchOption {
        name: String,
        option: String,
        similar: Option<String>,
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
            ExpressionProblem::Outside { .. } => "expression-outside",
            ExpressionProblem::OnlyInForms { .. } => "expression-only-in-forms",
            ExpressionProblem::Chance { .. } => "expression-chance",
            ExpressionProblem::WrongArguments { .. } => "expression-wrong-arguments",
            ExpressionProblem::Path { .. } => "expression-path",
            ExpressionProblem::Pattern { .. } => "expression-pattern",
            ExpressionProblem::NotANumber { .. } => "expression-not-a-number",
            ExpressionProblem::SeveralAnswers { .. } => "expression-several-answers",
            ExpressionProblem::NoSuchOption { .. } => "expression-no-such-option",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let similar = |similar: &Option<String>| similar.clone().unwrap_or_else(|| "none".to_owned());
        match self {
            ExpressionProblem::TooLong { is, max } => vec![("is", (*is).into()), ("max", (*max).into())],
            ExpressionProblem::TooDeep | ExpressionProblem::Unfinished => Vec::new(),
            ExpressionProblem::Unexpected { near }
            | ExpressionProblem::Path { near }
            | ExpressionProblem::NotANumber { near } => {
                vec![("near", near.clone().into())]
            }
            ExpressionProblem::UnknownFunction { name, similar: meant } => {
                vec![("name", name.clone().into()), ("similar", similar(meant).into())]
            }
            ExpressionProblem::Outside { function }
            | ExpressionProblem::OnlyInForms { function }
            | ExpressionProblem::Chance { function } => vec![("function", function.clone().into())],
            ExpressionProblem::WrongArguments { function, given, takes } => {
                vec![("function", function.clone().into()), ("given", (*given).into()), ("takes", takes.clone().into())]
            }
            ExpressionProblem::Pattern { pattern } => vec![("pattern", pattern.clone().into())],
            ExpressionProblem::SeveralAnswers { name } => vec![("name", name.clone().into())],
            ExpressionProblem::NoSuchOption { name, option, similar: meant } => vec![
                ("name", name.clone().into()),
                ("option", option.clone().into()),
                ("similar", similar(meant).into()),
            ],
        }
    }
}

/// Why an expression that was understood came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpressionFault {
    /// More steps than an evaluation may take.
    TooMuchWork,
    /// It asks for chance, and none was given.
    NoChance,
}
