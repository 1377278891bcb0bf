use crate::math::float;

/// How p-values of one family are raised because there are many of them.
///
/// The family is one section of a table (all items by one breakdown); its size is printed. What was not tested is not
/// counted, but which items are tested must not depend on the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Correction {
    /// For the few questions named beforehand: the chance of one false finding (Holm 1979).
    Holm,
    /// For screens of many tests: the share of false ones among the findings (Benjamini & Hochberg 1995).
    BenjaminiHochberg,
    /// The same whatever the tests have to do with each other (Benjamini & Yekutieli 2001).
    BenjaminiYekutieli,
    /// Holm's from the other end, for independent tests (Hochberg 1988).
    Hochberg,
    /// Hommel (1988).
    Hommel,
    /// m·p (Dunn 1961).
    Bonferroni,
    /// 1−(1−p)ᵐ (Šidák 1967).
    Sidak,
}

/// The adjusted p-values, in the order given; none is below what it was or above 1.
pub fn adjust(p: &[f64], correction: Correction) -> Vec<f64> {
    let size = p.iter().fold(0.0, |size, _| size + 1.0);
    let harmonic = || (1u64..).take(p.len()).map(|i| 1.0 / float(i)).sum::<f64>();
    match correction {
        Correction::Bonferroni => p.iter().map(|p| (size * p).min(1.0)).collect(),
        // Of a small p, 1−(1−p)ᵐ is all in the last digits.
        Correction::Sidak => p.iter().map(|p| -libm::expm1(size * libm::log1p(-p.min(1.0)))).collect(),
        Correction::Holm => upward(p, |_, above| above),
        Correction::Hochberg => downward(p, |_, above| above),
        Correction::BenjaminiHochberg => downward(p, |rank, _| size / rank),
        Correction::BenjaminiYekutieli => {
            let harmonic = harmonic();
            downward(p, |rank, _| harmonic * size / rank)
        }
        Correction::Hommel => hommel(p),
    }
}

/// From the smallest p on, none may fall below the one before it. `factor` is told the rank i and m−i+1.
fn upward(p: &[f64], factor: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let size = p.iter().fold(0.0, |size, _| size + 1.0);
    let (mut rank, mut highest) = (0.0, 0.0_f64);
    in_order(p, ascending(p).into_iter(), |p| {
        rank += 1.0;
        highest = highest.max(factor(rank, size - rank + 1.0) * p).min(1.0);
        highest
    })
}

/// From the largest p on, none may rise above the one before it.
fn downward(p: &[f64], factor: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let size = p.iter().fold(0.0, |size, _| size + 1.0);
    let (mut rank, mut lowest) = (size + 1.0, 1.0_f64);
    in_order(p, ascending(p).into_iter().rev(), |p| {
        rank -= 1.0;
        lowest = lowest.min(factor(rank, size - rank + 1.0) * p);
        lowest
    })
}

fn in_order(p: &[f64], order: impl Iterator<Item = usize>, mut adjusted: impl FnMut(f64) -> f64) -> Vec<f64> {
    let mut found = vec![1.0; p.len()];
    for place in order {
        if let (Some(cell), Some(p)) = (found.get_mut(place), p.get(place)) {
            *cell = adjusted(*p);
        }
    }
    found
}

fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    let at = |place: usize| p.get(place).copied().unwrap_or(1.0);
    order.sort_by(|a, b| at(*a).total_cmp(&at(*b)));
    order
}

/// The smallest level at which a test would be rejected in every closed family that holds it, by Simes's rule, in the
/// form of Wright (1992).
fn hommel(p: &[f64]) -> Vec<f64> {
    let order = ascending(p);
    let sorted: Vec<f64> = order.iter().filter_map(|place| p.get(*place)).copied().collect();
    let size = sorted.len();
    let number = |n: usize| float(u64::try_from(n).unwrap_or(u64::MAX));
    let simes = |tail: &[f64], of: f64, first: f64| {
        tail.iter().enumerate().map(|(i, p)| of * p / (first + number(i))).fold(f64::INFINITY, f64::min)
    };
    let mut adjusted = vec![simes(&sorted, number(size), 1.0); size];
    for m in (2..size).rev() {
        let (low, high) = sorted.split_at(size - m + 1);
        let rest = simes(high, number(m), 2.0);
        let below = |p: f64| (number(m) * p).min(rest);
        let shared = low.last().map_or(1.0, |p| below(*p));
        for (at, (cell, p)) in adjusted.iter_mut().zip(&sorted).enumerate() {
            *cell = cell.max(if at < low.len() { below(*p) } else { shared });
        }
    }
    let mut found = vec![1.0; size];
    for ((place, p), adjusted) in order.into_iter().zip(&sorted).zip(adjusted) {
        if let Some(cell) = found.get_mut(place) {
            *cell = adjusted.max(*p).min(1.0);
        }
    }
    found
}
