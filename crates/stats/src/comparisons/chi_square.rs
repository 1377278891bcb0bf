use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::tested::{Degrees, Tested, Untestable};
use crate::math::sum::Sum;
use crate::math::{chi_square, float};

/// Pearson's test of a table, and where in the table the difference lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Independence {
    pub tested: Tested,
    /// χ²·(n−1)/n, better than Pearson's own for small tables of two by two (Campbell 2007).
    pub n_minus_1: Tested,
    pub expected: Vec<Vec<f64>>,
    /// (O−E)/√(E(1−r/n)(1−c/n)) of each cell: beyond ∓2 the cell is out of the ordinary (Agresti 2013, 3.3.1).
    pub residuals: Vec<Vec<f64>>,
    pub n: u64,
}

/// Pearson's χ² = Σ(O−E)²/E on (r−1)(c−1) degrees, without continuity correction (Pearson 1900).
///
/// Rows and columns without anybody are left out.
///
/// # Errors
/// [`Untestable::OneLevel`] when fewer than two rows or columns are left.
pub fn pearson(table: &CrossTable) -> Result<Independence, Untestable> {
    let table = testable(table)?;
    let n = float(table.total());
    let statistic = distance(&table, 0.0);
    let degrees = degrees(&table);
    let expected = table.expected();
    Ok(Independence {
        tested: Tested::chi_square(statistic, degrees),
        n_minus_1: Tested::chi_square(statistic * (n - 1.0) / n, degrees),
        residuals: residuals(&table, &expected),
        expected,
        n: table.total(),
    })
}

/// χ² of a table of two by two with Yates's correction, min(½, min|O−E|) off every distance (Yates 1934). Reports do
/// not use it: it errs on the side of finding nothing.
///
/// # Errors
/// When the table is not of two by two, or has an empty row or column.
pub fn yates(table: &CrossTable) -> Result<Tested, Untestable> {
    if table.fourfold().is_none() {
        return Err(Untestable::WrongShape);
    }
    let table = testable(table)?;
    let expected = table.expected();
    let distances = table.rows().zip(&expected).flat_map(|(row, expected)| row.iter().zip(expected));
    let least = distances.map(|(o, e)| (float(*o) - e).abs()).fold(0.5, f64::min);
    let statistic = distance(&table, least);
    Ok(Tested::new(statistic, Degrees::One(1.0), chi_square::upper(statistic, 1.0)))
}

pub(super) fn testable(table: &CrossTable) -> Result<CrossTable, Untestable> {
    let table = table.without_empty();
    if table.width() < 2 || table.height() < 2 { Err(Untestable::OneLevel) } else { Ok(table) }
}

pub(super) fn degrees(table: &CrossTable) -> f64 {
    let less = |size: usize| float(u64::try_from(size.saturating_sub(1)).unwrap_or(u64::MAX));
    less(table.height()) * less(table.width())
}

/// Σ(|O−E|−correction)²/E.
fn distance(table: &CrossTable, correction: f64) -> f64 {
    let expected = table.expected();
    let cells = table.rows().zip(&expected).flat_map(|(row, expected)| row.iter().zip(expected));
    let part = |(o, e): (&u64, &f64)| {
        let away = (float(*o) - e).abs() - correction;
        away * away / e
    };
    cells.map(part).collect::<Sum>().value()
}

fn residuals(table: &CrossTable, expected: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = float(table.total());
    let columns = table.column_totals();
    let rest = |total: u64| 1.0 - float(total) / n;
    let mut residuals = Vec::with_capacity(expected.len());
    for ((row, expected), total) in table.rows().zip(expected).zip(table.row_totals()) {
        let cells = row.iter().zip(expected).zip(&columns);
        let residual =
            |((o, e), column): ((&u64, &f64), &u64)| (float(*o) - e) / (e * rest(total) * rest(*column)).sqrt();
        residuals.push(cells.map(residual).collect());
    }
    residuals
}
