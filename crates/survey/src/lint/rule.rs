use super::Severity;
use crate::ExpressionProblem;
use base::{Argument, Explain, LanguageTag};

/// What can be said of a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    // Codes.
    NoQuestions,
    RepeatedCode {
        name: String,
    },
    /// Differ in capitals only, which other programs take for one name.
    AlikeCodes {
        name: String,
        other: String,
    },
    RepeatedOption {
        option: String,
    },
    /// The list is not there, or nothing is in it.
    NoOptions {
        list: String,
    },
    OneOption,

    // Names in expressions and labels.
    UnknownName {
        name: String,
        similar: Option<String>,
    },
    LaterName {
        name: String,
    },
    OwnName {
        name: String,
    },
    Doubtful(ExpressionProblem),

    // Logic.
    /// The condition can never hold, so nobody is asked.
    Unreachable {
        source: String,
    },
    /// Reachable by its own condition, but not together with those around it or before it.
    UnreachableHere {
        source: String,
    },
    AlwaysShown {
        source: String,
    },
    ImpossibleConstraint {
        source: String,
    },

    // Words.
    Untranslated {
        language: LanguageTag,
    },
    NoWords,
    DoubleBarrelled {
        joint: String,
    },
    Leading {
        words: String,
    },
    DoubleNegative,
    LongSentence {
        words: usize,
    },

    // Scales.
    Unbalanced {
        good: usize,
        bad: usize,
    },
    UnevenValues,
    MixedOrder,
    RepeatedValue {
        option: String,
        other: String,
    },
    SoundsLikeMissing {
        option: String,
    },
    NoWayOut,
    LongList {
        options: usize,
    },

    // Demands.
    RequiredWithoutReason,
    ConstraintWithoutReason,

    // The whole.
    TooLong {
        minutes: u32,
    },
    HardToRead {
        lix: u32,
    },
    Travel {
        to: Program,
        what: &'static str,
        questions: Vec<String>,
    },
}

/// Where a questionnaire may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Program {
    /// ODK and KoboToolbox, which read the same format.
    Odk,
    LimeSurvey,
}

impl Program {
    pub fn code(self) -> &'static str {
        match self {
            Program::Odk => "odk",
            Program::LimeSurvey => "limesurvey",
        }
    }
}

impl Rule {
    /// Its short name; the words stand under `lint-` and this.
    pub fn name(&self) -> &'static str {
        match self {
            Rule::NoQuestions => "no-questions",
            Rule::RepeatedCode { .. } => "repeated-code",
            Rule::AlikeCodes { .. } => "alike-codes",
            Rule::RepeatedOption { .. } => "repeated-option",
            Rule::NoOptions { .. } => "no-options",
            Rule::OneOption => "one-option",
            Rule::UnknownName { .. } => "unknown-name",
            Rule::LaterName { .. } => "later-name",
            Rule::OwnName { .. } => "own-name",
            Rule::Doubtful(problem) => match problem {
                ExpressionProblem::NoSuchOption { .. } => "no-such-option",
                ExpressionProblem::SeveralAnswers { .. } => "several-answers",
                ExpressionProblem::NotANumber { .. }
                | ExpressionProblem::TooLong { .. }
                | ExpressionProblem::TooDeep
                | ExpressionProblem::Unexpected { .. }
                | ExpressionProblem::Unfinished
                | ExpressionProblem::UnknownFunction { .. }
                | ExpressionProblem::Outside { .. }
                | ExpressionProblem::OnlyInForms { .. }
                | ExpressionProblem::Chance { .. }
                | ExpressionProblem::WrongArguments { .. }
                | ExpressionProblem::Path { .. }
                | ExpressionProblem::Pattern { .. } => "not-a-number",
            },
            Rule::Unreachable { .. } => "unreachable",
            Rule::UnreachableHere { .. } => "unreachable-here",
            Rule::AlwaysShown { .. } => "always-shown",
            Rule::ImpossibleConstraint { .. } => "impossible-constraint",
            Rule::Untranslated { .. } => "untranslated",
            Rule::NoWords => "no-words",
            Rule::DoubleBarrelled { .. } => "double-barrelled",
            Rule::Leading { .. } => "leading",
            Rule::DoubleNegative => "double-negative",
            Rule::LongSentence { .. } => "long-sentence",
            Rule::Unbalanced { .. } => "unbalanced",
            Rule::UnevenValues => "uneven-values",
            Rule::MixedOrder => "mixed-order",
            Rule::RepeatedValue { .. } => "repeated-value",
            Rule::SoundsLikeMissing { .. } => "sounds-like-missing",
            Rule::NoWayOut => "no-way-out",
            Rule::LongList { .. } => "long-list",
            Rule::RequiredWithoutReason => "required-without-reason",
            Rule::ConstraintWithoutReason => "constraint-without-reason",
            Rule::TooLong { .. } => "too-long",
            Rule::HardToRead { .. } => "hard-to-read",
            Rule::Travel { to: Program::Odk, .. } => "travel-odk",
            Rule::Travel { to: Program::LimeSurvey, .. } => "travel-limesurvey",
        }
    }

    pub fn severity(&self) -> Severity {
        match self {
            Rule::NoQuestions
            | Rule::RepeatedCode { .. }
            | Rule::RepeatedOption { .. }
            | Rule::NoOptions { .. }
            | Rule::UnknownName { .. }
            | Rule::LaterName { .. }
            | Rule::OwnName { .. }
            | Rule::Unreachable { .. }
            | Rule::UnreachableHere { .. }
            | Rule::ImpossibleConstraint { .. }
            | Rule::Untranslated { .. }
            | Rule::NoWords => Severity::Error,
            Rule::AlikeCodes { .. }
            | Rule::OneOption
            | Rule::Doubtful(_)
            | Rule::AlwaysShown { .. }
            | Rule::Leading { .. }
            | Rule::Unbalanced { .. }
            | Rule::UnevenValues
            | Rule::MixedOrder
            | Rule::RepeatedValue { .. }
            | Rule::SoundsLikeMissing { .. }
            | Rule::NoWayOut
            | Rule::ConstraintWithoutReason
            | Rule::TooLong { .. } => Severity::Warning,
            Rule::DoubleBarrelled { .. }
            | Rule::DoubleNegative
            | Rule::LongSentence { .. }
            | Rule::LongList { .. }
            | Rule::RequiredWithoutReason
            | Rule::HardToRead { .. }
            | Rule::Travel { .. } => Severity::Advice,
        }
    }

    /// What the sentence asks for.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let text = |text: &String| Argument::from(text.clone());
        match self {
            Rule::NoQuestions
            | Rule::OneOption
            | Rule::NoWords
            | Rule::DoubleNegative
            | Rule::UnevenValues
            | Rule::MixedOrder
            | Rule::NoWayOut
            | Rule::RequiredWithoutReason
            | Rule::ConstraintWithoutReason => Vec::new(),
            Rule::RepeatedCode { name } | Rule::LaterName { name } | Rule::OwnName { name } => {
                vec![("name", text(name))]
            }
            Rule::AlikeCodes { name, other } => vec![("name", text(name)), ("other", text(other))],
            Rule::RepeatedOption { option } | Rule::SoundsLikeMissing { option } => vec![("option", text(option))],
            Rule::NoOptions { list } => vec![("list", text(list))],
            Rule::UnknownName { name, similar } => {
                let similar = similar.clone().unwrap_or_else(|| "none".to_owned());
                vec![("name", text(name)), ("similar", similar.into())]
            }
            Rule::Doubtful(problem) => problem.arguments(),
            Rule::Unreachable { source }
            | Rule::UnreachableHere { source }
            | Rule::AlwaysShown { source }
            | Rule::ImpossibleConstraint { source } => vec![("source", text(source))],
            Rule::Untranslated { language } => vec![("language", language.to_string().into())],
            Rule::DoubleBarrelled { joint } => vec![("joint", text(joint))],
            Rule::Leading { words } => vec![("words", text(words))],
            Rule::LongSentence { words } => vec![("n", (*words).into())],
            Rule::Unbalanced { good, bad } => vec![("good", (*good).into()), ("bad", (*bad).into())],
            Rule::RepeatedValue { option, other } => vec![("option", text(option)), ("other", text(other))],
            Rule::LongList { options } => vec![("n", (*options).into())],
            Rule::TooLong { minutes } => vec![("n", i64::from(*minutes).into())],
            Rule::HardToRead { lix } => vec![("lix", i64::from(*lix).into())],
            Rule::Travel { what, questions, .. } => {
                vec![("what", (*what).into()), ("n", questions.len().into()), ("questions", few(questions).into())]
            }
        }
    }
}

/// The first few names, and dots where there are more.
fn few(names: &[String]) -> String {
    const SHOWN: usize = 8;
    let shown = names.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN { format!("{shown}, …") } else { shown }
}
