use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::mann_whitney::two_rows;
use crate::comparisons::tested::{Degrees, Tested, Untestable};
use crate::math::sum::Sum;
use crate::math::{float, float_of_integer, student};

/// Whether the answers of the second of two groups tend to lie higher, for groups whose answers are spread differently
/// (Brunner & Munzel 2000). The statistic is positive when the second group lies higher; t with their degrees.
///
/// # Errors
/// When there are not two rows with two people in each, or the groups do not overlap, so that there is no variance.
pub fn brunner_munzel(table: &CrossTable) -> Result<Tested, Untestable> {
    let (first, second) = two_rows(table)?;
    let (m, n) = (first.iter().sum::<u64>(), second.iter().sum::<u64>());
    if m.min(n) < 2 {
        return Err(Untestable::FewAnswers { n: m.min(n), needed: 2 });
    }
    let (of_first, of_second) = (placements(first, second), placements(second, first));
    let (a, b) = (float(m) * spread(first, &of_first), float(n) * spread(second, &of_second));
    if a + b <= 0.0 {
        return Err(Untestable::NoSpread);
    }
    // The difference of the mean ranks among all, from twice W: (N/mn)·(mn/2 − W).
    let twice = super::mann_whitney::twice_w(first, second);
    let middle = i128::from(m) * i128::from(n);
    let between = float_of_integer(middle - twice) / 2.0 * (1.0 / float(m) + 1.0 / float(n));
    let statistic = float(m) * float(n) * between / ((float(m) + float(n)) * (a + b).sqrt());
    let degrees = (a + b) * (a + b) / (a * a / (float(m) - 1.0) + b * b / (float(n) - 1.0));
    Ok(Tested::new(statistic, Degrees::One(degrees), 2.0 * student::upper(statistic.abs(), degrees)))
}

/// Twice the number of the others below an answer in each column, ties counting half.
fn placements(own: &[u64], others: &[u64]) -> Vec<i128> {
    let mut below = 0i128;
    let mut placements = Vec::with_capacity(own.len());
    for other in others {
        placements.push(2 * below + i128::from(*other));
        below += i128::from(*other);
    }
    placements
}

/// The variance of the placements within a group.
fn spread(own: &[u64], placements: &[i128]) -> f64 {
    let n = own.iter().sum::<u64>();
    let pairs = || own.iter().zip(placements).filter(|(count, _)| **count > 0);
    let total: i128 = pairs().map(|(count, place)| i128::from(*count) * place).sum();
    let away = |place: i128| float_of_integer(i128::from(n) * place - total) / (2.0 * float(n));
    let squares: Sum = pairs().map(|(count, place)| float(*count) * away(*place) * away(*place)).collect();
    squares.value() / (float(n) - 1.0)
}
