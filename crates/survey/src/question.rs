use crate::{ChoiceFilter, Expression, QuestionCode, QuestionKind, ScaleCode};
use base::Text;

#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub code: QuestionCode,
    /// Empty only for what nobody sees: a calculation, or what comes with the link. Earlier answers stand in it as
    /// `${code}` (see [`crate::pieces`]).
    pub label: Text,
    pub hint: Option<Text>,
    pub kind: QuestionKind,
    pub required: Option<Requirement>,
    /// Shown only when this holds.
    pub relevance: Option<Expression>,
    pub constraint: Option<Constraint>,
    /// Which options of the scale are offered; `None`: all.
    pub filter: Option<ChoiceFilter>,
    /// The options come in another order for each person, except those that stand apart.
    pub shuffled: bool,
    /// The same question in the questionnaires of the other audiences; `None`: the question with the same code, if there is one.
    pub mirror: Option<QuestionCode>,
    /// What it was in earlier versions of the questionnaire.
    pub earlier: Earlier,
    /// What it measures: „срочност“, „отношение“.
    pub dimension: Option<String>,
    /// Tells who answers, not what they say.
    pub profile: bool,
}

impl Question {
    /// A question of which nothing more is said.
    pub fn new(code: QuestionCode, label: Text, kind: QuestionKind) -> Question {
        Question {
            code,
            label,
            hint: None,
            kind,
            required: None,
            relevance: None,
            constraint: None,
            filter: None,
            shuffled: false,
            mirror: None,
            earlier: Earlier::SameCode,
            dimension: None,
            profile: false,
        }
    }

    /// The code under which this question is compared between audiences.
    pub fn mirrored_as(&self) -> &QuestionCode {
        self.mirror.as_ref().unwrap_or(&self.code)
    }

    /// Whether a person can answer it: notes and calculations cannot be answered, nor what comes with the link.
    pub fn is_asked(&self) -> bool {
        self.kind.is_asked()
    }

    /// Whether its answer is kept with the response.
    pub fn is_kept(&self) -> bool {
        self.kind.is_kept()
    }

    pub fn scale(&self) -> Option<&ScaleCode> {
        self.kind.scale()
    }

    /// Whether the option `other` of its scale takes words of one's own.
    pub fn takes_other(&self) -> bool {
        self.kind.takes_other()
    }
}

/// Where the answers to earlier versions of the questionnaire are found, so that results go on over versions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Earlier {
    /// Nothing was said: the question with the same code, as long as it is of the same kind.
    #[default]
    SameCode,
    /// It had these codes before: the meaning is the same.
    Called(Vec<QuestionCode>),
    /// The words have changed so much that earlier answers are no answers to it.
    Changed,
    /// Earlier versions did not have it, whatever bore its code.
    New,
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
