use super::{FigureAddress, NumberAddress};
use crate::{Block, Figure};

/// A number as a reader sees it, with all that makes it honest. Without a base, how many answers it is of and how it was
/// made there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    value: String,
    base: String,
    n: u64,
    method: String,
}

impl Number {
    /// `None` where the value, its base or its method has no words.
    pub fn new(value: impl Into<String>, base: impl Into<String>, n: u64, method: impl Into<String>) -> Option<Number> {
        let number = Number { value: value.into(), base: base.into(), n, method: method.into() };
        let has_all = [&number.value, &number.base, &number.method].iter().all(|words| !words.trim().is_empty());
        has_all.then_some(number)
    }

    /// „73 %“, „4 от 6“
    pub fn value(&self) -> &str {
        &self.value
    }

    /// „База: отговорилите на въпроса; n = 172“
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The answers that it is of.
    pub fn n(&self) -> u64 {
        self.n
    }

    pub fn method(&self) -> &str {
        &self.method
    }
}

/// Why a number or a figure cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unavailable {
    NoSuchAudience,
    NoSuchQuestion,
    NoSuchOption,
    /// There is such a question, but nothing of this kind can be said of it.
    OtherKind,
    /// Nobody has answered, or the plan does not tell.
    NobodyAnswered,
    TooFew,
    /// More were asked and did not answer than a figure bears.
    TooManyMissing,
    /// Somebody could be recognised by it.
    Hidden,
    /// The few people of the audience have not agreed to be counted.
    NotAgreed,
    /// Everybody answered, or a handful: there is no interval.
    NoInterval,
    /// The two are not compared: one is a handful, or complete.
    NotCompared,
    /// Answers are not counted for single groups.
    NotCounted,
}

impl Unavailable {
    pub const ALL: [Unavailable; 12] = [
        Unavailable::NoSuchAudience,
        Unavailable::NoSuchQuestion,
        Unavailable::NoSuchOption,
        Unavailable::OtherKind,
        Unavailable::NobodyAnswered,
        Unavailable::TooFew,
        Unavailable::TooManyMissing,
        Unavailable::Hidden,
        Unavailable::NotAgreed,
        Unavailable::NoInterval,
        Unavailable::NotCompared,
        Unavailable::NotCounted,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Unavailable::NoSuchAudience => "no-such-audience",
            Unavailable::NoSuchQuestion => "no-such-question",
            Unavailable::NoSuchOption => "no-such-option",
            Unavailable::OtherKind => "other-kind",
            Unavailable::NobodyAnswered => "nobody-answered",
            Unavailable::TooFew => "too-few",
            Unavailable::TooManyMissing => "too-many-missing",
            Unavailable::Hidden => "hidden",
            Unavailable::NotAgreed => "not-agreed",
            Unavailable::NoInterval => "no-interval",
            Unavailable::NotCompared => "not-compared",
            Unavailable::NotCounted => "not-counted",
        }
    }
}

/// What stands in the place of a number that cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// „скрито“
    pub words: String,
    pub why: String,
}

/// The data of a study as a manuscript asks for them, in one language.
pub trait LiveFigures {
    /// # Errors
    /// Why it cannot be shown.
    fn number(&self, address: &NumberAddress) -> Result<Number, Unavailable>;

    /// The figure in which a number can be looked up.
    fn figure_of(&self, address: &NumberAddress) -> Option<FigureAddress> {
        address.figure()
    }

    /// The figure without its number, which the document gives it.
    ///
    /// # Errors
    /// Why it cannot be shown.
    fn figure(&self, address: &FigureAddress) -> Result<Figure, Unavailable>;

    /// What people wrote in answer to an open question, as blocks.
    ///
    /// # Errors
    /// Why it cannot be shown.
    fn quotations(&self, address: &FigureAddress) -> Result<Vec<Block>, Unavailable>;

    fn absent(&self, why: Unavailable) -> Absent;
}
