use super::{Coding, Sampled, coding::codes_of, sample::agreed};
use serde::{Deserialize, Serialize};
use stats::{
    Level,
    agreement::{Kappa, Metric, krippendorff_of_two},
    comparisons::CrossTable,
    text::Quality,
};
use std::collections::BTreeMap;
use store::OpenAnswerKey;

/// How far two people who coded the same answers agree, and how the patterns do beside them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    pub answers: u64,
    /// Every theme of every answer: whether each of the two found it.
    pub together: Measured,
    /// In the order of the list.
    pub themes: Vec<ThemeAgreement>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ThemeAgreement {
    pub code: String,
    pub measured: Measured,
    /// How often patterns and people both found it, only the patterns, only the people; `None` before all is settled.
    pub patterns: Option<(u64, u64, u64)>,
}

/// `None` where both always said the same of everything: there is no chance to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    pub kappa: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub alpha: Option<f64>,
    /// The share of what both said alike.
    pub alike: f64,
}

impl Measured {
    /// From here on codes may be counted.
    pub const ENOUGH: f64 = Kappa::ENOUGH;

    /// `None` where there is nothing to judge by.
    pub fn is_enough(&self) -> Option<bool> {
        self.kappa.map(|kappa| kappa >= Measured::ENOUGH)
    }

    fn of(pairs: &[(bool, bool)]) -> Measured {
        let count = |wanted: (bool, bool)| {
            u64::try_from(pairs.iter().filter(|pair| **pair == wanted).count()).unwrap_or(u64::MAX)
        };
        let rows = [vec![count((true, true)), count((true, false))], vec![count((false, true)), count((false, false))]];
        let table = CrossTable::new(&rows).ok();
        let kappa = table.as_ref().and_then(|table| Kappa::of(table, Level::NINETY_FIVE).ok());
        let alpha = table.as_ref().and_then(|table| krippendorff_of_two(table, Metric::Nominal).ok());
        let alike = pairs.iter().filter(|(one, other)| one == other).count();
        let float = |count: usize| u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
        Measured {
            kappa: kappa.map(|kappa| kappa.kappa),
            low: kappa.map(|kappa| kappa.interval.low.max(-1.0)),
            high: kappa.map(|kappa| kappa.interval.high.min(1.0)),
            alpha,
            alike: if pairs.is_empty() { 0.0 } else { float(alike) / float(pairs.len()) },
        }
    }
}

impl ThemeAgreement {
    pub fn quality(&self) -> Option<Quality> {
        let (both, patterns_only, people_only) = self.patterns?;
        Some(Quality { both, patterns_only, people_only, neither: 0 })
    }
}

impl Agreement {
    /// `None` before both are done. `words` are those of the drawn answers; the patterns are those of `coding`, which may
    /// have been bettered since the draw.
    pub fn of(sampled: &Sampled, coding: &Coding, words: &BTreeMap<OpenAnswerKey, String>) -> Option<Agreement> {
        if !sampled.is_coded() {
            return None;
        }
        let both: Vec<_> = sampled
            .answers
            .iter()
            .filter_map(|answer| Some((answer.first.as_ref()?, answer.second.as_ref()?)))
            .collect();
        let found: Vec<_> = sampled
            .answers
            .iter()
            .filter_map(|answer| Some((codes_of(&coding.codebook.code(words.get(&answer.key)?)), agreed(answer)?)))
            .collect();
        let mut all = Vec::new();
        let theme = |theme: &survey::Theme| {
            let code = &theme.code;
            let pairs: Vec<(bool, bool)> =
                both.iter().map(|(first, second)| (first.contains(code), second.contains(code))).collect();
            let is_known = coding.codebook.codes().iter().any(|known| known.name == code.as_str());
            let quality =
                Quality::of(found.iter().map(|(found, people)| (found.contains(code), people.contains(code))));
            let patterns = (is_known && sampled.is_settled()).then_some((
                quality.both,
                quality.patterns_only,
                quality.people_only,
            ));
            all.extend(pairs.iter().copied());
            ThemeAgreement { code: code.to_string(), measured: Measured::of(&pairs), patterns }
        };
        let themes = sampled.list.themes.iter().map(theme).collect();
        let answers = u64::try_from(both.len()).unwrap_or(u64::MAX);
        Some(Agreement { answers, together: Measured::of(&all), themes })
    }
}
