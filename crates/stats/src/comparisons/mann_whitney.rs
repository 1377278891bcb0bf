use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::tested::{Degrees, Tested, Untestable};
use crate::math::{float, float_of_integer, normal};

/// Whether the answers of the first of two groups tend to lie higher.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankSum {
    /// Pairs in which the first group's answer is the higher one, ties counting half.
    pub w: f64,
    /// The normal approximation with ties and continuity, z in units of its standard deviation.
    pub corrected: Tested,
    /// The same without the continuity correction.
    pub plain: Tested,
}

/// The rank-sum test of Wilcoxon (1945) and Mann & Whitney (1947) for two rows of answers that rise from column to
/// column, with the variance that ties leave: mn/12·(N+1 − Σ(t³−t)/(N(N−1))) (Lehmann 1975, section 1.4).
///
/// # Errors
/// When there are not two rows with somebody in each, or everybody answered alike.
pub fn mann_whitney(table: &CrossTable) -> Result<RankSum, Untestable> {
    let (first, second) = two_rows(table)?;
    let (m, n) = (first.iter().sum::<u64>(), second.iter().sum::<u64>());
    let all = i128::from(m) + i128::from(n);
    let twice = twice_w(first, second);
    let away = float_of_integer(twice - i128::from(m) * i128::from(n)) / 2.0;
    let untied = all * all * all - all - ties(&table.column_totals());
    if untied <= 0 {
        return Err(Untestable::NoSpread);
    }
    let product = float(m) * float(n);
    let deviation = (product / 12.0 * (float_of_integer(untied) / float_of_integer(all * (all - 1)))).sqrt();
    let tested = |away: f64| {
        let z = away / deviation;
        Tested::new(z, Degrees::None, 2.0 * normal::upper(z.abs()))
    };
    let step = 0.5_f64.min(away.abs()).copysign(away);
    Ok(RankSum { w: float_of_integer(twice) / 2.0, corrected: tested(away - step), plain: tested(away) })
}

/// More steps than this are too many for the exact distribution.
const MOST_STEPS: u64 = 50_000_000;

/// The same by going through every way in which the answers could have fallen to the two groups, ties included: the
/// chance of a W as far from its mean as the one found.
///
/// # Errors
/// As [`mann_whitney`], and [`Untestable::TooManyOutcomes`] for large groups.
pub fn mann_whitney_exact(table: &CrossTable) -> Result<RankSum, Untestable> {
    let approximate = mann_whitney(table)?;
    let (first, second) = two_rows(table)?;
    let (m, n) = (first.iter().sum::<u64>(), second.iter().sum::<u64>());
    let columns = u64::try_from(table.width()).unwrap_or(u64::MAX);
    let span = m.saturating_mul(n).saturating_mul(2).saturating_add(1);
    let steps = span.saturating_mul(m.min(n)).saturating_mul(columns);
    if steps > MOST_STEPS {
        return Err(Untestable::TooManyOutcomes);
    }
    // W of one group is mn less that of the other: the smaller group makes the smaller table of states.
    let smaller = m.min(n);
    let chances = chances(&table.column_totals(), smaller, m.max(n));
    let middle = i128::from(m) * i128::from(n);
    let away = (twice_w(first, second) - middle).abs();
    let as_far = |(twice, chance): (i128, &f64)| ((twice - middle).abs() >= away).then_some(*chance);
    let p = (0i128..).zip(&chances).filter_map(as_far).collect::<crate::math::sum::Sum>().value();
    let tested = Tested::counted(p);
    Ok(RankSum { w: approximate.w, corrected: tested, plain: tested })
}

/// The chance of each 2W of a group of `size` among `others`, over columns of so many answers each.
fn chances(columns: &[u64], size: u64, others: u64) -> Vec<f64> {
    let at = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let width = at(2 * size * others) + 1;
    // chance[taken][2W], before each column; the draw from a column follows the hypergeometric law given what is left.
    let mut states: Vec<Vec<f64>> = vec![Vec::new(); at(size) + 1];
    if let Some(start) = states.first_mut() {
        *start = vec![0.0; width];
        if let Some(cell) = start.first_mut() {
            *cell = 1.0;
        }
    }
    let (mut before, all) = (0u64, size + others);
    for &column in columns {
        let mut next: Vec<Vec<f64>> = vec![Vec::new(); at(size) + 1];
        for (taken, ways) in (0u64..).zip(&states).filter(|(_, ways)| !ways.is_empty()) {
            let left = all - before;
            for count in 0..=column.min(size - taken) {
                let chance =
                    crate::math::mass::hypergeometric(float(count), float(size - taken), float(column), float(left));
                if chance <= 0.0 {
                    continue;
                }
                // Others below this column, once each way; others in it, half.
                let gain = at(count * (2 * (before - taken.min(before)) + (column - count)));
                let Some(target) = next.get_mut(at(taken + count)) else { continue };
                if target.is_empty() {
                    *target = vec![0.0; width];
                }
                for (place, way) in target.iter_mut().skip(gain).zip(ways) {
                    *place += way * chance;
                }
            }
        }
        states = next;
        before += column;
    }
    states.pop().unwrap_or_default()
}

pub(super) fn two_rows(table: &CrossTable) -> Result<(&[u64], &[u64]), Untestable> {
    let mut rows = table.rows();
    let (Some(first), Some(second), None) = (rows.next(), rows.next(), rows.next()) else {
        return Err(Untestable::WrongShape);
    };
    let is_empty = |row: &[u64]| row.iter().all(|count| *count == 0);
    if is_empty(first) || is_empty(second) { Err(Untestable::OneLevel) } else { Ok((first, second)) }
}

/// 2W: two for every pair in which the first is higher, one for every tie.
pub(super) fn twice_w(first: &[u64], second: &[u64]) -> i128 {
    let (mut below, mut twice) = (0i128, 0i128);
    for (a, b) in first.iter().zip(second) {
        twice += i128::from(*a) * (2 * below + i128::from(*b));
        below += i128::from(*b);
    }
    twice
}

/// Σ(t³−t) over the columns.
pub(super) fn ties(columns: &[u64]) -> i128 {
    columns.iter().map(|t| i128::from(*t)).map(|t| t * t * t - t).sum()
}
