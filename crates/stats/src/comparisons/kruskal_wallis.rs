use crate::comparisons::chi_square::testable;
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::mann_whitney::ties;
use crate::comparisons::tested::{Tested, Untestable};
use crate::math::sum::Sum;
use crate::math::{float, float_of_integer};

/// Whether the answers of some group tend to lie higher than those of the others: H, corrected for ties, against χ² on
/// k−1 degrees (Kruskal & Wallis 1952). Rows are groups, and answers rise from column to column.
///
/// # Errors
/// [`Untestable::OneLevel`] when fewer than two groups or two answers have anybody in them.
pub fn kruskal_wallis(table: &CrossTable) -> Result<Tested, Untestable> {
    let table = testable(table)?;
    let n = i128::from(table.total());
    let groups = table.rows().zip(table.row_totals()).zip(twice_ranks(&table));
    // How far twice the rank sum of a group lies from its expectation, exactly.
    let part = |((_, size), ranks): ((&[u64], u64), i128)| {
        let away = float_of_integer(ranks - i128::from(size) * (n + 1));
        away * away / float(size)
    };
    let spread = groups.map(part).collect::<Sum>().value();
    let untied = n * n * n - n - ties(&table.column_totals());
    // 12/(N(N+1))·Σ(…)²/4nᵢ, over 1 − Σ(t³−t)/(N³−N).
    let h = 3.0 * spread * float_of_integer(n - 1) / float_of_integer(untied);
    let degrees = u64::try_from(table.height() - 1).unwrap_or(u64::MAX);
    Ok(Tested::chi_square(h, float(degrees)))
}

/// Twice the sum of the mid-ranks of each row.
pub(super) fn twice_ranks(table: &CrossTable) -> Vec<i128> {
    let columns = table.column_totals();
    let mut ranks = Vec::with_capacity(columns.len());
    let mut below = 0i128;
    for column in columns {
        ranks.push(2 * below + i128::from(column) + 1);
        below += i128::from(column);
    }
    let sum = |row: &[u64]| row.iter().zip(&ranks).map(|(count, rank)| i128::from(*count) * rank).sum();
    table.rows().map(sum).collect()
}
