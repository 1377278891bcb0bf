use crate::{Expression, GroupCode, Question, QuestionCode, QuestionKind, Scale, ScaleCode};
use base::{Language, Text};
use std::collections::BTreeMap;

/// One frozen version of a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Stable across versions: the `form_id`.
    pub code: String,
    pub title: Text,
    /// The author's name of this version.
    pub version: Option<String>,
    /// Bulgarian first; English where every label has it.
    pub languages: Vec<Language>,
    /// Words before the first page.
    pub introduction: Option<Text>,
    /// Words after the last one.
    pub thanks: Option<Text>,
    pub scales: BTreeMap<ScaleCode, Scale>,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "most items are questions; a box around each would cost more")]
pub enum Item {
    Question(Question),
    Group(Group),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub code: GroupCode,
    pub label: Option<Text>,
    pub hint: Option<Text>,
    pub relevance: Option<Expression>,
    pub layout: GroupLayout,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupLayout {
    /// All of it on one page.
    Page,
    /// Questions of one choice that share a scale, as the rows of one grid.
    Battery,
    /// Belongs together, asked one by one.
    Plain,
}

impl Questionnaire {
    /// Every question in the order of asking, notes and calculations included.
    pub fn questions(&self) -> Questions<'_> {
        Questions { left: self.items.iter().rev().collect() }
    }

    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code.as_str() == code)
    }

    pub fn scale_of(&self, question: &Question) -> Option<&Scale> {
        self.scales.get(question.scale()?)
    }

    /// The innermost battery that holds the question as a row.
    pub fn battery_of(&self, code: &str) -> Option<&Group> {
        let mut left: Vec<&Group> = self.items.iter().filter_map(Item::group).collect();
        while let Some(group) = left.pop() {
            let holds = group.items.iter().any(|item| matches!(item, Item::Question(row) if row.code.as_str() == code));
            if group.layout == GroupLayout::Battery && holds {
                return Some(group);
            }
            left.extend(group.items.iter().filter_map(Item::group));
        }
        None
    }
}

impl Item {
    pub fn group(&self) -> Option<&Group> {
        match self {
            Item::Group(group) => Some(group),
            Item::Question(_) => None,
        }
    }

    pub fn question(&self) -> Option<&Question> {
        match self {
            Item::Question(question) => Some(question),
            Item::Group(_) => None,
        }
    }
}

impl Group {
    pub fn is_battery(&self) -> bool {
        self.layout == GroupLayout::Battery
    }

    /// The scale that the rows of a battery share.
    pub fn battery_scale(&self) -> Option<&ScaleCode> {
        if self.layout != GroupLayout::Battery {
            return None;
        }
        self.items.iter().find_map(|item| match &item.question()?.kind {
            QuestionKind::One { scale, .. } => Some(scale),
            QuestionKind::Text { .. }
            | QuestionKind::Integer
            | QuestionKind::Decimal
            | QuestionKind::Date
            | QuestionKind::Note
            | QuestionKind::Many { .. }
            | QuestionKind::Calculated(_) => None,
        })
    }

    /// The codes of the rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = &QuestionCode> {
        self.items.iter().filter_map(Item::question).map(|question| &question.code)
    }
}

/// The questions of a questionnaire, depth first.
pub struct Questions<'a> {
    left: Vec<&'a Item>,
}

impl<'a> Iterator for Questions<'a> {
    type Item = &'a Question;

    fn next(&mut self) -> Option<&'a Question> {
        loop {
            match self.left.pop()? {
                Item::Question(question) => return Some(question),
                Item::Group(group) => self.left.extend(group.items.iter().rev()),
            }
        }
    }
}
