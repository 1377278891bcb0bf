/// A refusal that can explain itself: a stable code to translate, the field at fault, and the data of the sentence.
///
/// The words live in the locale files under `refusal-` and the code; what to do about it under `.hint`.
pub trait Explain {
    /// For instance `answer-too-long`; the message id is `refusal-answer-too-long`.
    fn code(&self) -> &'static str;

    /// The form field or question at fault, where there is one.
    fn field(&self) -> Option<String> {
        None
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        Vec::new()
    }
}

/// A value inside a translated sentence; numbers decide the plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    Text(String),
    Number(i64),
    Decimal(f64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Argument {
        Argument::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Argument {
        Argument::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Argument {
        Argument::Number(number)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Argument {
        Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
