use base::{Argument, Explain};
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    SlugUnreadable { text: String },
    PeriodEndsBeforeItBegins { first: Date, last: Date },
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::SlugUnreadable { .. } => "slug-unreadable",
            Refusal::PeriodEndsBeforeItBegins { .. } => "period-ends-before-it-begins",
        }
    }

    fn field(&self) -> Option<String> {
        Some(match self {
            Refusal::SlugUnreadable { .. } => "slug".to_owned(),
            Refusal::PeriodEndsBeforeItBegins { .. } => "last".to_owned(),
        })
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::SlugUnreadable { text } => vec![("text", text.clone().into())],
            Refusal::PeriodEndsBeforeItBegins { first, last } => {
                vec![("first", first.to_string().into()), ("last", last.to_string().into())]
            }
        }
    }
}
