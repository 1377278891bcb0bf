use super::{FigureAddress, MethodTopic, Name, Wording};
use crate::NoticeKind;

/// One part of a manuscript; its number stays the same wherever it moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub id: PartId,
    pub body: Body,
}

/// Unique in one manuscript and never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartId(pub u32);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// `level` is 2 to 4; the anchor is part of public addresses.
    Heading {
        level: u8,
        anchor: String,
        words: Wording,
    },
    Prose(Wording),
    Figure(FigureAddress),
    /// The numbers of a figure alone.
    Table(FigureAddress),
    KeyNumbers(Vec<KeyNumber>),
    /// What people wrote in answer to an open question.
    Quotations(FigureAddress),
    /// What follows from figures, and how sure it is; those that stand together become one list.
    Finding {
        words: Wording,
        strength: Strength,
    },
    /// What should be done, and the findings that it follows from.
    Recommendation {
        words: Wording,
        follows_from: Vec<PartId>,
    },
    MethodSheet(Vec<MethodRow>),
    /// All that follows belongs to it, as far as the next annex.
    Annex {
        anchor: String,
        title: Wording,
    },
    Notice {
        kind: NoticeKind,
        title: Wording,
        words: Wording,
    },
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    Strong,
    /// Of those who chose to answer: it points somewhere.
    Indicative,
    /// Too few answers to say it.
    NotEnough,
}

impl Strength {
    pub const ALL: [Strength; 3] = [Strength::Strong, Strength::Indicative, Strength::NotEnough];

    pub fn code(self) -> &'static str {
        match self {
            Strength::Strong => "strong",
            Strength::Indicative => "indicative",
            Strength::NotEnough => "not-enough",
        }
    }

    pub fn from_code(code: &str) -> Option<Strength> {
        Strength::ALL.into_iter().find(|strength| strength.code() == code)
    }
}

/// A number that is a message, what it is of, and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyNumber {
    pub value: Wording,
    pub label: Wording,
    pub note: Wording,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MethodRow {
    /// What it tells of all that a sheet has to.
    pub tells: Vec<MethodTopic>,
    /// Of which audience alone.
    pub of: Option<Name>,
    pub term: Wording,
    pub words: Wording,
}

impl Body {
    /// What kind of part it is, for whoever keeps or lists it.
    pub fn kind(&self) -> &'static str {
        match self {
            Body::Heading { .. } => "heading",
            Body::Prose(_) => "prose",
            Body::Figure(_) => "figure",
            Body::Table(_) => "table",
            Body::KeyNumbers(_) => "key-numbers",
            Body::Quotations(_) => "quotations",
            Body::Finding { .. } => "finding",
            Body::Recommendation { .. } => "recommendation",
            Body::MethodSheet(_) => "method-sheet",
            Body::Annex { .. } => "annex",
            Body::Notice { .. } => "notice",
        }
    }

    /// Every text of the part.
    pub fn wordings(&self) -> Vec<&Wording> {
        match self {
            Body::Heading { words, .. }
            | Body::Prose(words)
            | Body::Finding { words, .. }
            | Body::Recommendation { words, .. }
            | Body::Annex { title: words, .. } => vec![words],
            Body::Notice { title, words, .. } => vec![title, words],
            Body::KeyNumbers(numbers) => {
                numbers.iter().flat_map(|number| [&number.value, &number.label, &number.note]).collect()
            }
            Body::MethodSheet(rows) => rows.iter().flat_map(|row| [&row.term, &row.words]).collect(),
            Body::Figure(_) | Body::Table(_) | Body::Quotations(_) => Vec::new(),
        }
    }

    pub(super) fn wordings_mut(&mut self) -> Vec<&mut Wording> {
        match self {
            Body::Heading { words, .. }
            | Body::Prose(words)
            | Body::Finding { words, .. }
            | Body::Recommendation { words, .. }
            | Body::Annex { title: words, .. } => vec![words],
            Body::Notice { title, words, .. } => vec![title, words],
            Body::KeyNumbers(numbers) => {
                numbers.iter_mut().flat_map(|one| [&mut one.value, &mut one.label, &mut one.note]).collect()
            }
            Body::MethodSheet(rows) => rows.iter_mut().flat_map(|row| [&mut row.term, &mut row.words]).collect(),
            Body::Figure(_) | Body::Table(_) | Body::Quotations(_) => Vec::new(),
        }
    }
}
