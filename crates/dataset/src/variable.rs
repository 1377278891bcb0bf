use crate::VariableName;
use base::Text;

/// One column and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    pub name: VariableName,
    /// A line: what stands above a column of a table.
    pub label: Text,
    /// What people were asked, word for word, with what surrounded it; `None` for what they were not asked.
    pub wording: Option<Text>,
    /// Who was asked, where not everybody was.
    pub universe: Option<Text>,
    /// What was done to the values so that nobody is recognised.
    pub treatment: Option<Text>,
    pub kind: Kind,
    pub level: Level,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Categories(Vec<Category>),
    /// `signed`: may lie below zero.
    Number {
        decimals: u8,
        signed: bool,
    },
    Words,
    Day,
    Hour,
}

/// One of the answers that there are to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// As in the questionnaire.
    pub code: String,
    /// Where only numbers can stand; never negative, unlike all others of the variable.
    pub number: i32,
    pub label: Text,
}

/// What may be computed with the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Nominal,
    Ordinal,
    Scale,
}

impl Variable {
    pub fn categories(&self) -> &[Category] {
        match &self.kind {
            Kind::Categories(categories) => categories,
            Kind::Number { .. } | Kind::Words | Kind::Day | Kind::Hour => &[],
        }
    }
}

impl Level {
    pub fn code(self) -> &'static str {
        match self {
            Level::Nominal => "nominal",
            Level::Ordinal => "ordinal",
            Level::Scale => "scale",
        }
    }
}
