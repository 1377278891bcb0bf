//! How far two or more people who coded the same answers agree, beyond what chance would give them.

use crate::comparisons::CrossTable;
use crate::interval::Interval;
use crate::level::Level;
use crate::math::sum::Sum;
use crate::math::{float, normal};
use crate::refusal::Refusal;

/// Two coders: rows are the codes of the first, columns those of the second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    /// Cohen's κ, 1 for full agreement and 0 for that of chance (Cohen 1960).
    pub kappa: f64,
    /// Of Fleiss, Cohen & Everitt (1969).
    pub standard_error: f64,
    pub interval: Interval,
    /// κ in which near misses count less, by |i−j| (Cohen 1968): for codes that rise.
    pub linear: f64,
    /// The share on which both agree.
    pub agreed: f64,
}

impl Kappa {
    /// Coding is good enough to be counted from here on.
    pub const ENOUGH: f64 = 0.7;

    /// Whether the codes may be counted; else the codebook is talked over and the sample coded anew.
    pub fn is_enough(&self) -> bool {
        self.kappa >= Kappa::ENOUGH
    }

    /// # Errors
    /// When the table is not square or empty, or both always gave one and the same code.
    pub fn of(table: &CrossTable, level: Level) -> Result<Kappa, Refusal> {
        let n = square(table)?;
        let rows: Vec<f64> = table.row_totals().into_iter().map(|count| float(count) / n).collect();
        let columns: Vec<f64> = table.column_totals().into_iter().map(|count| float(count) / n).collect();
        let expected = rows.iter().zip(&columns).map(|(a, b)| a * b).collect::<Sum>().value();
        let agreed = cells(table).filter(|(i, j, _)| i == j).map(|(_, _, count)| float(count)).sum::<f64>() / n;
        if expected >= 1.0 {
            return Err(Refusal::NoSpread);
        }
        let kappa = (agreed - expected) / (1.0 - expected);
        let open = 1.0 - kappa;
        let at = |shares: &[f64], place: usize| shares.get(place).copied().unwrap_or(0.0);
        let part = |(i, j, count): (usize, usize, u64)| {
            let p = float(count) / n;
            if i == j {
                let kept = 1.0 - (at(&rows, i) + at(&columns, i)) * open;
                p * kept * kept
            } else {
                let crossed = open * (at(&columns, i) + at(&rows, j));
                p * crossed * crossed
            }
        };
        let bias = kappa - expected * open;
        let variance = (cells(table).map(part).collect::<Sum>().value() - bias * bias).max(0.0) / n;
        let standard_error = variance.sqrt() / (1.0 - expected);
        let away = |i: usize, j: usize| float(u64::try_from(i.abs_diff(j)).unwrap_or(u64::MAX));
        let found = cells(table).map(|(i, j, count)| away(i, j) * float(count) / n).collect::<Sum>().value();
        let by_chance =
            cells(table).map(|(i, j, _)| away(i, j) * at(&rows, i) * at(&columns, j)).collect::<Sum>().value();
        Ok(Kappa {
            kappa,
            standard_error,
            interval: Interval::around(kappa, normal::upper_quantile(level.tail()) * standard_error),
            linear: 1.0 - found / by_chance,
            agreed,
        })
    }
}

/// What a difference between two codes weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// Codes are the same or not.
    Nominal,
    /// Codes rise: what lies between them counts.
    Ordinal,
    /// Codes are numbers 0, 1, 2 …: the squared distance counts.
    Interval,
}

/// Krippendorff's α = 1 − D_o/D_e for any number of coders, of whom not all need have coded everything (Krippendorff
/// 2004, chapter 11). `units` holds the codes that each answer was given; `codes` is how many there are.
///
/// # Errors
/// When no answer was coded twice, or all codes are one and the same.
pub fn krippendorff(units: &[Vec<usize>], codes: usize, metric: Metric) -> Result<f64, Refusal> {
    let mut together = vec![vec![0.0; codes]; codes];
    for unit in units {
        let given: Vec<usize> = unit.iter().copied().filter(|code| *code < codes).collect();
        let others = float(u64::try_from(given.len().saturating_sub(1)).unwrap_or(u64::MAX));
        for (i, a) in given.iter().enumerate() {
            for (_, b) in given.iter().enumerate().filter(|(j, _)| *j != i) {
                if let Some(cell) = together.get_mut(*a).and_then(|row| row.get_mut(*b)) {
                    *cell += 1.0 / others;
                }
            }
        }
    }
    alpha(&together, metric)
}

/// The same for two coders who both coded everything, from their table.
///
/// # Errors
/// When the table is not square or empty, or all codes are one and the same.
pub fn krippendorff_of_two(table: &CrossTable, metric: Metric) -> Result<f64, Refusal> {
    square(table)?;
    let both = |i: usize, j: usize| float(table.count(i, j) + table.count(j, i));
    let size = table.height();
    let together: Vec<Vec<f64>> = (0..size).map(|i| (0..size).map(|j| both(i, j)).collect()).collect();
    alpha(&together, metric)
}

fn alpha(together: &[Vec<f64>], metric: Metric) -> Result<f64, Refusal> {
    let totals: Vec<f64> = together.iter().map(|row| row.iter().copied().collect::<Sum>().value()).collect();
    let all = totals.iter().copied().collect::<Sum>().value();
    if all < 2.0 {
        return Err(Refusal::FewAnswers { n: 0, needed: 1 });
    }
    let (mut found, mut by_chance) = (Sum::default(), Sum::default());
    for (i, (row, a)) in together.iter().zip(&totals).enumerate() {
        for (j, (pairs, b)) in row.iter().zip(&totals).enumerate().filter(|(j, _)| *j != i) {
            let weight = distance(metric, &totals, i, j);
            found.add(weight * pairs);
            by_chance.add(weight * a * b);
        }
    }
    if by_chance.value() <= 0.0 {
        return Err(Refusal::NoSpread);
    }
    Ok(1.0 - (all - 1.0) * found.value() / by_chance.value())
}

fn distance(metric: Metric, totals: &[f64], i: usize, j: usize) -> f64 {
    let (low, high) = (i.min(j), i.max(j));
    match metric {
        Metric::Nominal => 1.0,
        Metric::Interval => {
            let away = float(u64::try_from(high - low).unwrap_or(u64::MAX));
            away * away
        }
        Metric::Ordinal => {
            let between: f64 = totals.iter().take(high + 1).skip(low).sum();
            let ends = [low, high].into_iter().filter_map(|place| totals.get(place)).sum::<f64>();
            let away = between - ends / 2.0;
            away * away
        }
    }
}

fn square(table: &CrossTable) -> Result<f64, Refusal> {
    if table.width() != table.height() {
        return Err(Refusal::LengthsDiffer { expected: table.height(), found: table.width() });
    }
    if table.total() == 0 { Err(Refusal::FewAnswers { n: 0, needed: 1 }) } else { Ok(float(table.total())) }
}

fn cells(table: &CrossTable) -> impl Iterator<Item = (usize, usize, u64)> + '_ {
    table.rows().enumerate().flat_map(|(i, row)| row.iter().enumerate().map(move |(j, count)| (i, j, *count)))
}
