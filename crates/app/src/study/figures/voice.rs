use super::Lens;
use document::{
    manuscript::{Name, NumberAddress, Statistic},
    markdown,
};
use survey::{OptionCode, QuestionCode};

/// How a sentence says its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// As they are, for the title of a figure.
    Plain,
    /// As references, for words that somebody may go on writing.
    Written,
}

impl Voice {
    /// `shown`, or where it comes from.
    pub fn number(self, shown: String, address: Option<NumberAddress>) -> String {
        match (self, address) {
            (Voice::Plain, _) => shown,
            (Voice::Written, Some(address)) => address.reference(),
            (Voice::Written, None) => markdown::escaped(&shown),
        }
    }

    /// Words of somebody else: a label, a name.
    pub fn words(self, words: &str) -> String {
        match self {
            Voice::Plain => words.to_owned(),
            Voice::Written => markdown::escaped(words),
        }
    }
}

impl Lens<'_> {
    pub fn audience_address(&self, statistic: Statistic) -> Option<NumberAddress> {
        Some(NumberAddress::of_audience(&Name::new(&self.data.audience.code)?, statistic))
    }

    pub fn address(&self, question: &QuestionCode, statistic: Statistic) -> Option<NumberAddress> {
        let (audience, question) = (Name::new(&self.data.audience.code)?, Name::new(question.as_str())?);
        Some(NumberAddress::of_question(&audience, &question, statistic))
    }

    pub fn option_address(
        &self,
        question: &QuestionCode,
        option: &OptionCode,
        statistic: Statistic,
    ) -> Option<NumberAddress> {
        let (audience, question) = (Name::new(&self.data.audience.code)?, Name::new(question.as_str())?);
        Some(NumberAddress::of_option(&audience, &question, &Name::new(option.as_str())?, statistic))
    }

    /// The reference to a number of a question.
    pub fn reference(&self, question: &QuestionCode, statistic: Statistic) -> String {
        Voice::Written.number(String::new(), self.address(question, statistic))
    }

    pub fn option_reference(&self, question: &QuestionCode, option: &OptionCode, statistic: Statistic) -> String {
        Voice::Written.number(String::new(), self.option_address(question, option, statistic))
    }
}
