use crate::interval::Interval;
use crate::level::Level;
use crate::math::{fisher, float};
use crate::scales::covariances::Covariances;

/// How well several items measure one thing together. A high α does not show that it *is* one thing: the mean
/// correlation of the items stands beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliability {
    pub n: u64,
    /// Cronbach's α = k/(k−1)·(1−Σs²ⱼ/s²) of the sum (Cronbach 1951).
    pub alpha: f64,
    /// 1−(1−α)·F with n−1 and (n−1)(k−1) degrees (Feldt 1965).
    pub interval: Interval,
    /// α of the items when each is brought to variance 1.
    pub standardised: f64,
    /// The mean correlation of two items.
    pub mean_correlation: f64,
    /// α without each item; empty for two items.
    pub if_dropped: Vec<f64>,
    /// The correlation of each item with the sum of the others.
    pub item_rest: Vec<f64>,
}

/// Why no reliability is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotReliable {
    /// Fewer than 30 people answered all items.
    FewPeople { n: u64 },
    /// Fewer than three items.
    FewItems { items: usize },
    /// Everybody gave this item, by its place from 0, the same answer.
    ConstantItem { item: usize },
}

impl Reliability {
    /// The fewest people and items of a report.
    pub const FEWEST: (u64, usize) = (30, 3);

    /// With the rules of a report.
    ///
    /// # Errors
    /// With fewer people or items than [`Reliability::FEWEST`], and where an item does not vary.
    pub fn of(items: &Covariances, level: Level) -> Result<Reliability, NotReliable> {
        if items.n < Reliability::FEWEST.0 {
            return Err(NotReliable::FewPeople { n: items.n });
        }
        if items.matrix.rows() < Reliability::FEWEST.1 {
            return Err(NotReliable::FewItems { items: items.matrix.rows() });
        }
        Reliability::computed(items, level)
    }

    /// Wherever it can be computed: two people and two items.
    ///
    /// # Errors
    /// With fewer, and where an item does not vary.
    pub fn computed(items: &Covariances, level: Level) -> Result<Reliability, NotReliable> {
        let matrix = &items.matrix;
        let size = matrix.rows();
        if items.n < 2 {
            return Err(NotReliable::FewPeople { n: items.n });
        }
        if size < 2 {
            return Err(NotReliable::FewItems { items: size });
        }
        // Of an item that never changes, rounding of the mean alone may leave a trace.
        let largest = (0..size).map(|item| matrix.at(item, item)).fold(0.0, f64::max);
        let varies = |item: &usize| matrix.at(*item, *item) > 1e-24 * largest;
        if let Some(item) = (0..size).find(|item| !varies(item)) {
            return Err(NotReliable::ConstantItem { item });
        }
        let alpha = alpha(items);
        let k = float(u64::try_from(size).unwrap_or(u64::MAX));
        let mean_correlation = mean_correlation(items);
        let (above, below) = (float(items.n) - 1.0, (float(items.n) - 1.0) * (k - 1.0));
        let low = 1.0 - (1.0 - alpha) * fisher::upper_quantile(level.tail(), above, below);
        let high = 1.0 - (1.0 - alpha) * fisher::quantile(level.tail(), above, below);
        let without = |item: usize| alpha_of(&items.matrix.without(item));
        Ok(Reliability {
            n: items.n,
            alpha,
            interval: Interval::new(low, high),
            standardised: k * mean_correlation / (1.0 + (k - 1.0) * mean_correlation),
            mean_correlation,
            if_dropped: if size > 2 { (0..size).map(without).collect() } else { Vec::new() },
            item_rest: (0..size).map(|item| item_rest(items, item)).collect(),
        })
    }

    /// The items, by place, that go against the others: probably worded the other way round.
    pub fn possibly_reversed(&self) -> Vec<usize> {
        self.item_rest.iter().enumerate().filter(|(_, r)| **r < 0.0).map(|(item, _)| item).collect()
    }
}

/// α from any covariances, listwise or pairwise.
pub(super) fn alpha(items: &Covariances) -> f64 {
    alpha_of(&items.matrix)
}

fn alpha_of(matrix: &crate::math::matrix::Matrix) -> f64 {
    let k = float(u64::try_from(matrix.rows()).unwrap_or(u64::MAX));
    k / (k - 1.0) * (1.0 - matrix.trace() / matrix.total())
}

impl Covariances {
    /// Cronbach's α as these covariances give it, without any rule: for pairwise ones, to compare with others.
    pub fn alpha(&self) -> f64 {
        alpha(self)
    }
}

fn mean_correlation(items: &Covariances) -> f64 {
    let matrix = &items.matrix;
    let pairs = (0..matrix.rows()).flat_map(|i| (0..i).map(move |j| (i, j)));
    let r = |(i, j)| matrix.at(i, j) / (matrix.at(i, i) * matrix.at(j, j)).sqrt();
    let count = float(u64::try_from(matrix.rows() * (matrix.rows() - 1) / 2).unwrap_or(u64::MAX));
    pairs.map(r).collect::<crate::math::sum::Sum>().value() / count
}

fn item_rest(items: &Covariances, item: usize) -> f64 {
    let matrix = &items.matrix;
    let others = (0..matrix.rows()).filter(|other| *other != item);
    let common = others.map(|other| matrix.at(item, other)).collect::<crate::math::sum::Sum>().value();
    let rest = matrix.without(item).total();
    (common / (matrix.at(item, item) * rest).sqrt()).clamp(-1.0, 1.0)
}
