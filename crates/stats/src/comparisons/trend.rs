use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::pairs::Pairs;
use crate::comparisons::tested::{Tested, Untestable};
use crate::math::float;
use crate::math::sum::Sum;
use crate::share::Share;

/// Whether a share rises or falls steadily over groups in an order: one degree of freedom, so it notices a steady
/// change sooner than a test of all groups against each other (Cochran 1954; Armitage 1955).
///
/// # Errors
/// When there are not two groups with one score for each, the scores do not differ, or all answered alike.
pub fn cochran_armitage(shares: &[Share], scores: &[f64]) -> Result<Tested, Untestable> {
    if shares.len() != scores.len() || scores.iter().any(|score| !score.is_finite()) {
        return Err(Untestable::WrongShape);
    }
    let people: f64 = shares.iter().map(|share| float(share.whole())).sum();
    let found: f64 = shares.iter().map(|share| float(share.part())).sum();
    let p = found / people;
    let groups = || shares.iter().zip(scores);
    let middle = groups().map(|(share, score)| float(share.whole()) * score).collect::<Sum>().value() / people;
    let slope: Sum =
        groups().map(|(share, score)| (float(share.part()) - float(share.whole()) * p) * (score - middle)).collect();
    let spread: Sum =
        groups().map(|(share, score)| float(share.whole()) * (score - middle) * (score - middle)).collect();
    let variance = p * (1.0 - p) * spread.value();
    if variance.is_nan() || variance <= 0.0 {
        return Err(Untestable::OneLevel);
    }
    Ok(Tested::chi_square(slope.value() * slope.value() / variance, 1.0))
}

/// Whether two ordered questions rise together: M² = (n−1)r² on one degree (Mantel 1963; Agresti 2013, 3.4.1), with
/// the scores of the rows and of the columns.
///
/// # Errors
/// When the scores do not fit the table, or one of the questions has only one answer.
pub fn linear_by_linear(table: &CrossTable, rows: &[f64], columns: &[f64]) -> Result<Tested, Untestable> {
    if rows.len() != table.height() || columns.len() != table.width() {
        return Err(Untestable::WrongShape);
    }
    let cells = table.rows().zip(rows).flat_map(|(row, y)| row.iter().zip(columns).map(|(count, x)| (*x, *y, *count)));
    Pairs::new(cells).linear().ok_or(Untestable::OneLevel)
}
