use crate::interval::Interval;
use crate::math::float;
use crate::math::sum::Sum;

/// One item of the map of importance and performance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    pub performance: f64,
    /// `None` where the figure is exact.
    pub performance_interval: Option<Interval>,
    pub importance: f64,
    pub importance_interval: Option<Interval>,
}

/// Where the lines of the map lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Split {
    /// At the mean of the items: some are then always „worse“, however good all are. Say so.
    MeanOfItems,
    /// At what was declared beforehand.
    Declared { performance: f64, importance: f64 },
}

/// The field of an item (Martilla & James 1977).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Important, and done worse: here first.
    Improve,
    /// Important, and done well.
    KeepUp,
    /// Less important, and done worse.
    Later,
    /// Less important, and done well.
    Enough,
    /// Its interval crosses a line: the answers do not tell.
    Undetermined,
}

/// The field of each item.
pub fn quadrants(items: &[Item], split: Split) -> Vec<Quadrant> {
    let count = float(u64::try_from(items.len()).unwrap_or(u64::MAX));
    let mean = |of: fn(&Item) -> f64| items.iter().map(of).collect::<Sum>().value() / count;
    let (performance, importance) = match split {
        Split::MeanOfItems => (mean(|item| item.performance), mean(|item| item.importance)),
        Split::Declared { performance, importance } => (performance, importance),
    };
    let quadrant = |item: &Item| {
        let done = side(item.performance, item.performance_interval, performance);
        let matters = side(item.importance, item.importance_interval, importance);
        match (matters, done) {
            (Some(true), Some(false)) => Quadrant::Improve,
            (Some(true), Some(true)) => Quadrant::KeepUp,
            (Some(false), Some(false)) => Quadrant::Later,
            (Some(false), Some(true)) => Quadrant::Enough,
            (None, _) | (_, None) => Quadrant::Undetermined,
        }
    };
    items.iter().map(quadrant).collect()
}

/// Whether a figure lies above the line; `None` where its interval holds the line, or it lies on it.
fn side(value: f64, interval: Option<Interval>, line: f64) -> Option<bool> {
    let interval = interval.unwrap_or(Interval::new(value, value));
    match (interval.low > line, interval.high < line) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        (false, false) => None,
    }
}
