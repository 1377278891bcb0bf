use crate::missing::{FIRST_CODE, Missing};
use crate::tally::Tally;

/// The answers to one question, one code for each row: options count up from 0, and the highest six codes are the
/// reasons why there is none, in the order of [`Missing::ALL`]. Any other code is an invalid answer.
///
/// Questions with at most 250 options take one byte for each answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    options: u16,
    codes: Codes,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Codes {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
}

/// The first reason among codes of one byte.
pub(super) const FIRST_NARROW: u8 = u8::MAX - 5;

impl Column {
    /// From codes as [`Missing::code`] has them.
    pub fn new(options: u16, codes: &[u16]) -> Column {
        let codes = if options <= u16::from(FIRST_NARROW) {
            Codes::Narrow(codes.iter().map(|code| narrow(options, *code)).collect())
        } else {
            Codes::Wide(codes.to_vec())
        };
        Column { options, codes }
    }

    /// From codes of one byte, whose highest six are the reasons; more than 250 options are taken as 250.
    pub fn of_bytes(options: u8, codes: Vec<u8>) -> Column {
        Column { options: u16::from(options.min(FIRST_NARROW)), codes: Codes::Narrow(codes) }
    }

    pub fn rows(&self) -> usize {
        match &self.codes {
            Codes::Narrow(codes) => codes.len(),
            Codes::Wide(codes) => codes.len(),
        }
    }

    pub fn options(&self) -> u16 {
        self.options
    }

    /// The option that each row chose, or why none.
    pub fn answers(&self) -> Vec<Result<usize, Missing>> {
        let read = |code: u16| if code < self.options { Ok(usize::from(code)) } else { Err(reason(code)) };
        match &self.codes {
            Codes::Narrow(codes) => codes.iter().map(|code| read(wide(*code))).collect(),
            Codes::Wide(codes) => codes.iter().map(|code| read(*code)).collect(),
        }
    }

    /// The option that each row chose.
    pub fn places(&self) -> Vec<Option<usize>> {
        self.answers().into_iter().map(Result::ok).collect()
    }

    /// The score of the option that each row chose; an option without a score is outside.
    pub fn scores(&self, scores: &[f64]) -> Vec<Option<f64>> {
        self.answers().into_iter().map(|answer| scores.get(answer.ok()?).copied()).collect()
    }

    /// The codes, where they take one byte each.
    pub fn bytes(&self) -> &[u8] {
        match &self.codes {
            Codes::Narrow(codes) => codes,
            Codes::Wide(_) => &[],
        }
    }

    pub fn tally(&self) -> Tally {
        match &self.codes {
            Codes::Narrow(codes) => {
                Tally::count(self.options, &codes.iter().map(|code| wide(*code)).collect::<Vec<_>>())
            }
            Codes::Wide(codes) => Tally::count(self.options, codes),
        }
    }

    pub(super) fn append(&mut self, other: &Column) {
        match (&mut self.codes, &other.codes) {
            (Codes::Narrow(own), Codes::Narrow(other)) => own.extend(other),
            (Codes::Wide(own), Codes::Wide(other)) => own.extend(other),
            (Codes::Narrow(own), Codes::Wide(other)) => {
                own.extend(other.iter().map(|code| narrow(self.options, *code)))
            }
            (Codes::Wide(own), Codes::Narrow(other)) => own.extend(other.iter().map(|code| wide(*code))),
        }
    }

    /// Each row with its option, or with the number of options where it has none.
    pub(super) fn each_place(&self, mut each: impl FnMut(usize, u16)) {
        match &self.codes {
            Codes::Narrow(codes) => {
                codes.iter().enumerate().for_each(|(row, code)| each(row, u16::from(*code).min(self.options)));
            }
            Codes::Wide(codes) => codes.iter().enumerate().for_each(|(row, code)| each(row, (*code).min(self.options))),
        }
    }

    pub(super) fn codes(&self) -> &Codes {
        &self.codes
    }
}

/// A reason keeps its place among the highest codes; whatever is neither option nor reason is invalid.
fn narrow(options: u16, code: u16) -> u8 {
    match (u8::try_from(code), code.checked_sub(FIRST_CODE)) {
        (_, Some(reason)) => FIRST_NARROW.saturating_add(u8::try_from(reason).unwrap_or(u8::MAX)),
        (Ok(option), None) if code < options => option,
        _ => narrow(options, Missing::Invalid.code()),
    }
}

fn wide(code: u8) -> u16 {
    match code.checked_sub(FIRST_NARROW) {
        Some(reason) => FIRST_CODE + u16::from(reason),
        None => u16::from(code),
    }
}

fn reason(code: u16) -> Missing {
    let place = code.checked_sub(FIRST_CODE).map(usize::from);
    place.and_then(|place| Missing::ALL.get(place)).copied().unwrap_or(Missing::Invalid)
}
