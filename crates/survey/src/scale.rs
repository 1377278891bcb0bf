use crate::{OptionCode, ScaleCode};
use base::Text;
use std::collections::BTreeMap;

/// The options that a question offers, in order; several questions may share one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    pub code: ScaleCode,
    pub options: Vec<ScaleOption>,
    /// The options have values, so a mean, a median and the upper two make sense.
    pub ordered: bool,
}

impl Scale {
    pub fn option(&self, code: &str) -> Option<&ScaleOption> {
        self.options.iter().find(|option| option.code.as_str() == code)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct ScaleOption {
    pub code: OptionCode,
    pub label: Text,
    pub standing: Standing,
    /// Chosen alone or not at all: „нито едно от изброените“.
    pub exclusive: bool,
    /// What a filter may ask about it: the oblast of a settlement.
    pub properties: BTreeMap<String, String>,
}

impl ScaleOption {
    /// An option of which nothing more is said.
    pub fn new(code: OptionCode, label: Text, standing: Standing) -> ScaleOption {
        ScaleOption { code, label, standing, exclusive: false, properties: BTreeMap::new() }
    }

    /// Set apart from the others, and never moved: „не мога да преценя“, „нито едно“, „друго“.
    pub fn stands_apart(&self) -> bool {
        self.exclusive || self.code.is_other() || matches!(self.standing, Standing::DontKnow | Standing::NotApplicable)
    }
}

/// What an option means for the figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// A place on the scale: counts in the mean.
    Value(f64),
    /// A category without order.
    Unordered,
    /// „Не мога да преценя“: an answer, outside the base of the scale.
    DontKnow,
    /// „Не се отнася за мен“: outside the base.
    NotApplicable,
}

/// How labels begin that are no answer: such an option must stand outside the base.
pub(crate) const MISSING_PHRASES: [&str; 8] = [
    "не знам",
    "не мога да преценя",
    "не мога да кажа",
    "нямам мнение",
    "не се отнася",
    "неприложимо",
    "don't know",
    "not applicable",
];
