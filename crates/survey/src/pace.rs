//! How long answering takes, and how that is told: in bands, relative to what a careful reader needs.

use crate::{Question, QuestionKind, Questionnaire, TextShape};

/// Seconds that a careful reader needs for a question.
pub fn reading_seconds(questionnaire: &Questionnaire, question: &Question) -> u32 {
    match &question.kind {
        QuestionKind::One { .. } if questionnaire.battery_of(question.code.as_str()).is_some() => 7,
        QuestionKind::One { .. } => 12,
        QuestionKind::Many { .. } => 20,
        QuestionKind::Integer(_) | QuestionKind::Decimal(_) | QuestionKind::Date | QuestionKind::Time => 15,
        QuestionKind::Text(TextShape { long: false, .. }) => 20,
        QuestionKind::Text(TextShape { long: true, .. }) | QuestionKind::Ranking { .. } => 45,
        QuestionKind::Point | QuestionKind::File(_) => 30,
        QuestionKind::Note | QuestionKind::Consent => 5,
        QuestionKind::Given | QuestionKind::Calculated(_) => 0,
    }
}

/// How long somebody took, beside what a careful reader needs for the same questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Less than a third: hardly anybody has read the questions in that time.
    Hasty,
    /// From a third up to two thirds.
    Quick,
    /// From two thirds up to half as much again.
    Usual,
    /// Up to three times as much.
    Slow,
    /// More, or with a pause.
    Long,
}

impl Band {
    pub const ALL: [Band; 5] = [Band::Hasty, Band::Quick, Band::Usual, Band::Slow, Band::Long];

    /// `None` where nothing was to be read.
    pub fn of(seconds: u32, needed: u32) -> Option<Band> {
        let sixths = u64::from(seconds) * 6;
        let needed = u64::from(needed);
        if needed == 0 {
            return None;
        }
        Some(match sixths {
            _ if sixths < needed * 2 => Band::Hasty,
            _ if sixths < needed * 4 => Band::Quick,
            _ if sixths < needed * 9 => Band::Usual,
            _ if sixths < needed * 18 => Band::Slow,
            _ => Band::Long,
        })
    }

    pub fn code(self) -> &'static str {
        match self {
            Band::Hasty => "hasty",
            Band::Quick => "quick",
            Band::Usual => "usual",
            Band::Slow => "slow",
            Band::Long => "long",
        }
    }

    pub fn from_code(code: &str) -> Option<Band> {
        Band::ALL.into_iter().find(|band| band.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_is_relative_to_what_reading_takes() {
        for (seconds, needed, band) in [
            (0, 60, Some(Band::Hasty)),
            (19, 60, Some(Band::Hasty)),
            (20, 60, Some(Band::Quick)),
            (39, 60, Some(Band::Quick)),
            (40, 60, Some(Band::Usual)),
            (89, 60, Some(Band::Usual)),
            (90, 60, Some(Band::Slow)),
            (180, 60, Some(Band::Long)),
            (u32::MAX, u32::MAX, Some(Band::Usual)),
            (5, 0, None),
        ] {
            assert_eq!(Band::of(seconds, needed), band, "{seconds} of {needed}");
        }
    }
}
