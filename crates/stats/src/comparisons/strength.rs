use crate::comparisons::chi_square::{degrees, pearson, testable};
use crate::comparisons::cross_table::CrossTable;
use crate::comparisons::mann_whitney::{twice_w, two_rows};
use crate::comparisons::tested::{Degrees, Tested, Untestable};
use crate::comparisons::welch::Sample;
use crate::difference::cohens_h;
use crate::interval::Interval;
use crate::level::Level;
use crate::math::root::crossing;
use crate::math::sum::Sum;
use crate::math::{float, float_of_integer, noncentral_chi_square, noncentral_t, normal};
use crate::share::Share;

/// How large a difference is, on a scale of its own. Verbal labels for it („small“, „large“) are at most a tooltip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strength {
    pub value: f64,
    /// `None` at the ends of the scale, where nothing is left to vary.
    pub interval: Option<Interval>,
}

/// Cramér's V = √(χ²/(n·(min(r, c)−1))), 0 to 1 (Cramér 1946), with the interval from the noncentral χ² (Smithson
/// 2003, chapter 4).
///
/// # Errors
/// When fewer than two rows or columns have anybody in them.
pub fn cramers_v(table: &CrossTable, level: Level) -> Result<Strength, Untestable> {
    let table = testable(table)?;
    let found = pearson(&table)?.tested;
    let (statistic, degrees) = (found.statistic.unwrap_or(0.0), degrees(&table));
    let shorter = u64::try_from(table.width().min(table.height()) - 1).unwrap_or(u64::MAX);
    let scale = float(table.total()) * float(shorter);
    let v = |square: f64| (square / scale).sqrt().min(1.0);
    let limits = noncentral_limits(statistic, degrees, level);
    let low = if limits.low > 0.0 { v(limits.low + degrees) } else { 0.0 };
    let value = v(statistic);
    let interval = Interval::new(low.min(value), v(limits.high + degrees).max(value));
    Ok(Strength { value, interval: Some(interval) })
}

/// Cramér's V without what chance alone would show (Bergsma 2013): φ̃² = max(0, φ²−(r−1)(c−1)/(n−1)) over
/// min(r̃, c̃)−1 with r̃ = r−(r−1)²/(n−1).
///
/// # Errors
/// When fewer than two rows or columns have anybody in them, or fewer than two people are left.
pub fn cramers_v_corrected(table: &CrossTable) -> Result<f64, Untestable> {
    let table = testable(table)?;
    let n = float(table.total());
    let statistic = pearson(&table)?.tested.statistic.unwrap_or(0.0);
    let square = (statistic / n - degrees(&table) / (n - 1.0)).max(0.0);
    let shrunk = |size: usize| {
        let size = float(u64::try_from(size).unwrap_or(u64::MAX));
        size - (size - 1.0) * (size - 1.0) / (n - 1.0)
    };
    let scale = shrunk(table.width()).min(shrunk(table.height())) - 1.0;
    if scale > 0.0 { Ok((square / scale).sqrt()) } else { Err(Untestable::FewAnswers { n: table.total(), needed: 3 }) }
}

/// The noncentralities between which a χ² statistic is not surprising, each tail α/2.
pub fn noncentral_limits(statistic: f64, degrees: f64, level: Level) -> Interval {
    let at = |tail| noncentral_chi_square::noncentrality(statistic, degrees, tail);
    Interval::new(at(level.tail()), at(1.0 - level.tail()))
}

/// Kruskal and Wallis's H as a part of all differences, ε² = H·(n+1)/(n²−1), 0 to 1 (Kelley 1935; Tomczak & Tomczak
/// 2014), with the interval from the noncentral χ² that H follows in large groups.
pub fn epsilon_squared(tested: &Tested, n: u64, level: Level) -> Option<Strength> {
    let (Some(h), Degrees::One(degrees)) = (tested.statistic, tested.degrees) else { return None };
    let scale = float(n.checked_sub(1).filter(|less| *less > 0)?);
    let limits = noncentral_limits(h, degrees, level);
    let value = h / scale;
    let interval = Interval::new((limits.low / scale).min(value), ((limits.high / scale).max(value)).min(1.0));
    Some(Strength { value, interval: Some(interval) })
}

/// Cliff's δ = P(X > Y) − P(X < Y) of the first of two rows against the second, −1 to 1 (Cliff 1993).
///
/// The variance is [m²Σ(dᵢ−δ)² + n²Σ(dⱼ−δ)² − ΣΣ(dᵢⱼ−δ)²]/(mn(m−1)(n−1)), and the interval the asymmetric one of Feng &
/// Cliff (2004).
///
/// # Errors
/// When there are not two rows with two people in each.
pub fn cliffs_delta(table: &CrossTable, level: Level) -> Result<(Strength, f64), Untestable> {
    let (first, second) = two_rows(table)?;
    let (m, n) = (first.iter().sum::<u64>(), second.iter().sum::<u64>());
    if m.min(n) < 2 {
        return Err(Untestable::FewAnswers { n: m.min(n), needed: 2 });
    }
    let (rows, columns) = (float(m), float(n));
    let pairs = rows * columns;
    let delta = float_of_integer(twice_w(first, second) - i128::from(m) * i128::from(n)) / pairs;
    let squares = |own: &[u64], others: &[u64], mirrored: f64| {
        let whole = others.iter().map(|count| float(*count)).sum::<f64>();
        let mut below = 0.0;
        let mut total = Sum::default();
        for (count, other) in own.iter().zip(others) {
            let above = whole - below - float(*other);
            let away = (below - above) / whole - mirrored * delta;
            total.add(float(*count) * away * away);
            below += float(*other);
        }
        total.value()
    };
    let ties: f64 = first.iter().zip(second).map(|(a, b)| float(*a) * float(*b)).sum();
    let within = pairs - ties - pairs * delta * delta;
    let sums = rows * rows * squares(first, second, 1.0) + columns * columns * squares(second, first, -1.0) - within;
    let variance = sums / (pairs * (rows - 1.0) * (columns - 1.0));
    Ok((Strength { value: delta, interval: around_delta(delta, variance, level) }, variance))
}

fn around_delta(delta: f64, variance: f64, level: Level) -> Option<Interval> {
    let z = normal::upper_quantile(level.tail());
    let open = 1.0 - delta * delta;
    let spread = variance.max(0.0);
    let scale = open + z * z * spread;
    let reach = z * (spread * (open * open + z * z * spread)).sqrt();
    (open > 0.0).then(|| Interval::new((delta * open - reach) / scale, (delta * open + reach) / scale))
}

/// Cohen's h with the interval h ∓ z·√(1/n₁+1/n₂), since the arcsine makes the variance the same everywhere (Cohen
/// 1988, section 6.2).
pub fn cohens_h_interval(first: Share, second: Share, level: Level) -> Strength {
    let value = cohens_h(first.value(), second.value());
    let error = (1.0 / float(first.whole()) + 1.0 / float(second.whole())).sqrt();
    Strength { value, interval: Some(Interval::around(value, normal::upper_quantile(level.tail()) * error)) }
}

/// Hedges's g: the difference of two means in pooled standard deviations, d·(1 − 3/(4(n₁+n₂−2)−1)) (Hedges 1981),
/// with the interval from the noncentral t. Also Cohen's d, without the factor.
///
/// # Errors
/// When there are fewer than two people in a group or nothing varies in either.
pub fn hedges_g(first: Sample, second: Sample, level: Level) -> Result<(Strength, f64), Untestable> {
    let fewest = first.n.min(second.n);
    if fewest < 2 {
        return Err(Untestable::FewAnswers { n: fewest, needed: 2 });
    }
    let (m, n) = (float(first.n), float(second.n));
    let degrees = m + n - 2.0;
    let pooled = ((m - 1.0) * first.variance + (n - 1.0) * second.variance) / degrees;
    if pooled.is_nan() || pooled <= 0.0 {
        return Err(Untestable::NoSpread);
    }
    let d = (first.mean - second.mean) / pooled.sqrt();
    let factor = 1.0 - 3.0 / (4.0 * degrees - 1.0);
    let root = (m * n / (m + n)).sqrt();
    let t = d * root;
    let reach = t.abs() + 50.0;
    let at = |tail: f64| crossing(-reach, reach, |delta| noncentral_t::upper(t, degrees, delta) - tail) / root * factor;
    let interval = t.is_finite().then(|| Interval::new(at(level.tail()), at(1.0 - level.tail())));
    Ok((Strength { value: d * factor, interval }, d))
}
