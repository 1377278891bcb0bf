use super::{Part, Rule};
use crate::{GroupCode, OptionCode, QuestionCode, ScaleCode};
use base::Argument;

/// One thing to look at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub subject: Subject,
    /// Which part of the subject.
    pub part: Part,
    pub rule: Rule,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot work as it stands: nobody sees the question, an answer is lost, a language has gaps.
    Error,
    /// It works, but the figures will suffer.
    Warning,
    /// Better otherwise; the author may know why not.
    Advice,
}

impl Severity {
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        }
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    Questionnaire,
    Question(QuestionCode),
    Group(GroupCode),
    /// The first question that offers it stands for it on a page.
    Scale(ScaleCode, Option<QuestionCode>),
    Option(ScaleCode, OptionCode, Option<QuestionCode>),
}

impl Subject {
    /// The code of the question or group beside which the finding is shown.
    pub fn code(&self) -> Option<&str> {
        match self {
            Subject::Questionnaire => None,
            Subject::Question(code) => Some(code.as_str()),
            Subject::Group(code) => Some(code.as_str()),
            Subject::Scale(_, asked) | Subject::Option(_, _, asked) => asked.as_ref().map(QuestionCode::as_str),
        }
    }

    /// The message that names it, in the locale files, and what that asks for.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, Argument)>) {
        match self {
            Subject::Questionnaire => ("lint-whole", Vec::new()),
            Subject::Question(code) => ("lint-question", vec![("code", code.to_string().into())]),
            Subject::Group(code) => ("lint-group", vec![("code", code.to_string().into())]),
            Subject::Scale(list, _) => ("lint-list", vec![("list", list.to_string().into())]),
            Subject::Option(list, option, _) => {
                ("lint-option", vec![("list", list.to_string().into()), ("option", option.to_string().into())])
            }
        }
    }

    /// The list of options, where it is about one.
    pub fn list(&self) -> Option<&ScaleCode> {
        match self {
            Subject::Scale(code, _) | Subject::Option(code, ..) => Some(code),
            Subject::Questionnaire | Subject::Question(_) | Subject::Group(_) => None,
        }
    }

    pub fn option(&self) -> Option<&OptionCode> {
        if let Subject::Option(_, code, _) = self { Some(code) } else { None }
    }
}
