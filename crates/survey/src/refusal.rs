use base::{Argument, Explain};
use jiff::civil::Date;

/// Why a study cannot be as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    FieldworkEndsBeforeItBegins { first: Date, last: Date },
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::FieldworkEndsBeforeItBegins { .. } => "fieldwork-ends-before-it-begins",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Refusal::FieldworkEndsBeforeItBegins { .. } => Some("last".to_owned()),
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::FieldworkEndsBeforeItBegins { first, last } => {
                vec![("first", first.to_string().into()), ("last", last.to_string().into())]
            }
        }
    }
}
