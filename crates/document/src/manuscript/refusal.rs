use super::{PartId, Statistic};
use base::{Argument, Explain};

/// What is wrong with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// `{` without a `}` on the same line.
    NotClosed,
    NotAnAddress,
    NotAFigure,
    /// Brackets that do not hold `question=option`.
    NotAGroup,
    TooManyNames,
    UnknownStatistic(String),
    /// The statistic is of something else: a mean is of a question, a share of an option.
    OtherPlace(Statistic),
    /// A difference of one audience only.
    NeedsTwo(Statistic),
    /// Two audiences for what is of one.
    OnlyOfOne(Statistic),
}

/// Why written words, or a change of the manuscript, are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Counted from one, in characters.
    Reference {
        line: usize,
        column: usize,
        found: String,
        fault: Fault,
    },
    TooManyReferences {
        max: usize,
    },
    /// Bytes of one text.
    TooLong {
        max: usize,
        is: usize,
    },
    /// What the words are as a document: too deep, too large a table.
    Text(crate::Refusal),
    Empty,
    TooManyParts {
        max: usize,
    },
    NoSuchPart(PartId),
    /// Somebody asked a part for what it does not have.
    OtherPart(PartId),
}

impl Fault {
    fn code(&self) -> &'static str {
        match self {
            Fault::NotClosed => "manuscript-not-closed",
            Fault::NotAnAddress => "manuscript-not-an-address",
            Fault::NotAFigure => "manuscript-not-a-figure",
            Fault::NotAGroup => "manuscript-not-a-group",
            Fault::TooManyNames => "manuscript-too-many-names",
            Fault::UnknownStatistic(_) => "manuscript-unknown-statistic",
            Fault::OtherPlace(_) => "manuscript-other-place",
            Fault::NeedsTwo(_) => "manuscript-needs-two",
            Fault::OnlyOfOne(_) => "manuscript-only-of-one",
        }
    }

    fn statistic(&self) -> Option<&str> {
        match self {
            Fault::UnknownStatistic(word) => Some(word),
            Fault::OtherPlace(one) | Fault::NeedsTwo(one) | Fault::OnlyOfOne(one) => Some(one.code()),
            Fault::NotClosed | Fault::NotAnAddress | Fault::NotAFigure | Fault::NotAGroup | Fault::TooManyNames => None,
        }
    }
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::Reference { fault, .. } => fault.code(),
            Refusal::TooManyReferences { .. } => "manuscript-too-many-references",
            Refusal::TooLong { .. } => "manuscript-too-long",
            Refusal::Text(refusal) => refusal.code(),
            Refusal::Empty => "manuscript-empty",
            Refusal::TooManyParts { .. } => "manuscript-too-many-parts",
            Refusal::NoSuchPart(_) => "manuscript-no-such-part",
            Refusal::OtherPart(_) => "manuscript-other-part",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Refusal::Reference { .. }
            | Refusal::TooManyReferences { .. }
            | Refusal::TooLong { .. }
            | Refusal::Text(_)
            | Refusal::Empty => Some("words".to_owned()),
            Refusal::TooManyParts { .. } | Refusal::NoSuchPart(_) | Refusal::OtherPart(_) => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::Reference { line, column, found, fault } => vec![
                ("line", (*line).into()),
                ("column", (*column).into()),
                ("found", found.as_str().into()),
                ("statistic", fault.statistic().unwrap_or_default().into()),
            ],
            Refusal::TooManyReferences { max } | Refusal::TooManyParts { max } => vec![("max", (*max).into())],
            Refusal::TooLong { max, is } => vec![("max", (*max).into()), ("is", (*is).into())],
            Refusal::Text(refusal) => refusal.arguments(),
            Refusal::NoSuchPart(_) | Refusal::OtherPart(_) | Refusal::Empty => Vec::new(),
        }
    }
}
