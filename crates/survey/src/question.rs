use crate::{Expression, QuestionCode, ScaleCode};
use base::Text;

#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub code: QuestionCode,
    /// Empty only for a calculation, which nobody sees.
    pub label: Text,
    pub hint: Option<Text>,
    pub kind: QuestionKind,
    pub required: Option<Requirement>,
    /// Shown only when this holds.
    pub relevance: Option<Expression>,
    pub constraint: Option<Constraint>,
    /// The same question in the questionnaires of the other audiences; `None`: the question with the same code, if there is one.
    pub mirror: Option<QuestionCode>,
    /// What it measures: „срочност“, „отношение“.
    pub dimension: Option<String>,
    /// Tells who answers, not what they say.
    pub profile: bool,
}

impl Question {
    /// The code under which this question is compared between audiences.
    pub fn mirrored_as(&self) -> &QuestionCode {
        self.mirror.as_ref().unwrap_or(&self.code)
    }

    /// Whether a person can answer it: notes and calculations cannot be answered.
    pub fn is_asked(&self) -> bool {
        !matches!(self.kind, QuestionKind::Note | QuestionKind::Calculated(_))
    }

    pub fn scale(&self) -> Option<&ScaleCode> {
        match &self.kind {
            QuestionKind::One { scale, .. } | QuestionKind::Many { scale, .. } => Some(scale),
            QuestionKind::Text { .. }
            | QuestionKind::Integer
            | QuestionKind::Decimal
            | QuestionKind::Date
            | QuestionKind::Note
            | QuestionKind::Calculated(_) => None,
        }
    }

    /// Whether the option `other` of its scale takes words of one's own.
    pub fn takes_other(&self) -> bool {
        matches!(self.kind, QuestionKind::One { other: true, .. } | QuestionKind::Many { other: true, .. })
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum QuestionKind {
    /// Open words; `long`: a box of several lines.
    Text {
        long: bool,
    },
    Integer,
    Decimal,
    Date,
    /// Words to read, nothing to answer.
    Note,
    /// One option; `other`: the option `other` of the scale takes words too.
    One {
        scale: ScaleCode,
        other: bool,
    },
    /// Any number of options.
    Many {
        scale: ScaleCode,
        other: bool,
    },
    /// Computed from other answers, never shown.
    Calculated(Expression),
}

/// An answer must be given before going on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Requirement {
    /// Only when this holds; `None`: always.
    pub condition: Option<Expression>,
    /// The author's own words for it.
    pub message: Option<Text>,
}

/// What an answer must satisfy; `.` in the expression is the answer itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Constraint {
    pub expression: Expression,
    pub message: Option<Text>,
}
