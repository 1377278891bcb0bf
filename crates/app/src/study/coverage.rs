//! Who answered beside who there is: the gaps between the answers to a question and the population that somebody else
//! counted.

use super::Counts;
use crate::fieldwork::{Told, population::share, tell};
use base::Text;
use jiff::civil::Date;
use survey::{Margin, Population, Questionnaire};

/// Of fewer answers no share is compared with anything.
pub const LEAST_COMPARED: u64 = 30;

/// The answers to one question beside its margin.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    pub label: Text,
    /// Who gave an answer that the margin has.
    pub answered: u64,
    /// Whether they are enough to be compared.
    pub is_enough: bool,
    pub rows: Vec<CoverageRow>,
    pub source: Text,
    pub as_of: Date,
    pub written_on: Date,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CoverageRow {
    pub label: Text,
    pub answered: Told,
    /// Out of the answered; `None` where it would tell a number that is not told, or they are too few.
    pub observed: Option<f64>,
    /// Out of the population.
    pub population: f64,
}

impl CoverageRow {
    /// In percentage points: how much more of the answers are theirs than of the people.
    pub fn difference(&self) -> Option<f64> {
        self.observed.map(|observed| (observed - self.population) * 100.0)
    }
}

/// Where answers are compared, each question that has a margin and is still asked.
///
/// No number below `least` is told, neither as it is nor as what the others leave: where one row is hidden, a second one is.
pub fn coverage(
    population: &Population,
    questionnaire: &Questionnaire,
    counts: &Counts,
    least: u64,
    is_tiny: bool,
) -> Vec<Coverage> {
    let of = |margin: &Margin| {
        let question = questionnaire.question(margin.question.as_str())?;
        let scale = questionnaire.scale_of(question)?;
        let chosen = counts.question(margin.question.as_str()).map_or(&[][..], |known| known.options.as_slice());
        let rows = margin.amounts.iter().filter_map(|(option, _)| {
            let place = scale.options.iter().position(|known| known.code == *option)?;
            let label = scale.options.get(place)?.label.clone();
            let count = chosen.get(place).copied().unwrap_or(0);
            Some((label, count, share(margin, option.as_str())?))
        });
        let rows: Vec<(Text, u64, f64)> = rows.collect();
        // An option that the questionnaire no longer has would leave shares that mean nothing.
        if rows.len() < margin.amounts.len() {
            return None;
        }
        let answered: u64 = rows.iter().map(|(_, count, _)| count).sum();
        let is_enough = answered >= LEAST_COMPARED && !is_tiny;
        let hidden = hidden(&rows.iter().map(|(_, count, _)| *count).collect::<Vec<_>>(), least);
        let rows = rows.into_iter().zip(hidden).map(|((label, count, population), is_hidden)| {
            let answered_so = match (is_tiny, is_hidden) {
                (true, _) => Told::TooFew,
                (false, true) if count > 0 => Told::Few,
                (false, _) => tell(count, answered),
            };
            let observed = answered_so.share(answered).filter(|_| is_enough);
            CoverageRow { label, answered: answered_so, observed, population }
        });
        Some(Coverage {
            label: question.label.clone(),
            answered,
            is_enough,
            rows: rows.collect(),
            source: margin.source.clone(),
            as_of: margin.as_of,
            written_on: margin.written_on,
        })
    };
    population.margins.iter().filter_map(of).collect()
}

/// Which of the counts are not told: those from one to below `least`, and where that is one alone, the smallest of the
/// others too, for the sum tells what is left.
fn hidden(counts: &[u64], least: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..least).contains(count)).collect();
    if hidden.iter().filter(|is_hidden| **is_hidden).count() == 1 {
        let others = counts.iter().enumerate().filter(|(place, _)| !hidden.get(*place).copied().unwrap_or(true));
        // Somebody has to be there to hide behind.
        let next = others.filter(|(_, count)| **count > 0).min_by_key(|(_, count)| **count).map(|(place, _)| place);
        if let Some(is_hidden) = next.and_then(|place| hidden.get_mut(place)) {
            *is_hidden = true;
        }
    }
    hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_small_number_is_told_or_left_over() {
        for (counts, expected) in [
            (&[40, 50][..], &[false, false][..]),
            (&[3, 50, 60], &[true, true, false]),
            (&[3, 4, 60], &[true, true, false]),
            (&[0, 50], &[false, false]),
            (&[0, 4, 50], &[false, true, true]),
            (&[4], &[true]),
            (&[], &[]),
        ] {
            assert_eq!(hidden(counts, 5), expected, "{counts:?}");
        }
        assert_eq!(hidden(&[9, 50, 60], 10), [true, true, false], "for everybody ten is the least");
    }
}
