use crate::{OptionCode, QuestionCode};
use jiff::civil::Date;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Text(String),
    Integer(i64),
    /// Always finite.
    Decimal(f64),
    Date(Date),
    /// The chosen option and the words typed beside „друго“.
    One(OptionCode, Option<String>),
    /// The chosen options in the order of the scale, at least one, each once.
    Many(Vec<OptionCode>, Option<String>),
}

impl Answer {
    /// The chosen options; none for an answer that is not a choice.
    pub fn options(&self) -> &[OptionCode] {
        match self {
            Answer::One(option, _) => std::slice::from_ref(option),
            Answer::Many(options, _) => options,
            Answer::Text(_) | Answer::Integer(_) | Answer::Decimal(_) | Answer::Date(_) => &[],
        }
    }

    /// The words that a person typed: open text or „друго“. They need redaction before anybody else reads them.
    pub fn words(&self) -> Option<&str> {
        match self {
            Answer::Text(words) => Some(words),
            Answer::One(_, other) | Answer::Many(_, other) => other.as_deref(),
            Answer::Integer(_) | Answer::Decimal(_) | Answer::Date(_) => None,
        }
    }

    pub fn number(&self) -> Option<f64> {
        match self {
            Answer::Integer(number) => Some(to_float(*number)),
            Answer::Decimal(number) => Some(*number),
            Answer::Text(_) | Answer::Date(_) | Answer::One(..) | Answer::Many(..) => None,
        }
    }
}

#[expect(
    clippy::as_conversions,
    reason = "the standard library has no other way; exact below 2⁵³, which typed numbers never reach"
)]
pub(crate) fn to_float(number: i64) -> f64 {
    number as f64
}

/// The answers of one person, by question. A question that was not answered is absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers(pub BTreeMap<QuestionCode, Answer>);

impl Answers {
    pub fn get(&self, code: &str) -> Option<&Answer> {
        self.0.get(code)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&QuestionCode, &Answer)> {
        self.0.iter()
    }
}

impl FromIterator<(QuestionCode, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionCode, Answer)>>(answers: I) -> Answers {
        Answers(answers.into_iter().collect())
    }
}
