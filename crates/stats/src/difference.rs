use crate::collection::Inference;
use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, normal};
use crate::proportion::{wald, wilson};
use crate::reach::Reach;
use crate::share::Share;

/// Two groups beside each other on one share.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison {
    Difference(Difference),
    /// Both stand side by side, without a difference.
    SideBySide(NotCompared),
}

/// How much higher the share of the first group is, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// First minus second, as a share: 0.09 is nine points.
    pub value: f64,
    /// Newcombe's hybrid score interval.
    pub interval: Interval,
    pub level: Level,
    pub inference: Inference,
}

/// Why two groups are not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotCompared {
    /// One of them has fewer than ten answers.
    FewAnswers { n: u64 },
    /// One of them is complete: its figure is exact, and a comparison would ask about a process, not about a list.
    Complete,
}

impl Comparison {
    /// The fewest answers in each group.
    pub const FEWEST: u64 = 10;

    pub fn of(first: (Share, Reach), second: (Share, Reach), level: Level) -> Comparison {
        let fewest = first.0.whole().min(second.0.whole());
        if first.1.is_complete() || second.1.is_complete() {
            return Comparison::SideBySide(NotCompared::Complete);
        }
        if fewest < Comparison::FEWEST {
            return Comparison::SideBySide(NotCompared::FewAnswers { n: fewest });
        }
        // What may be said of the difference is what may be said of the weaker of the two.
        let inference = first.1.inference().max(second.1.inference());
        Comparison::Difference(Difference {
            value: first.0.value() - second.0.value(),
            interval: newcombe(first.0, second.0, level),
            level,
            inference,
        })
    }
}

impl Difference {
    /// Whether the interval leaves no doubt of the direction, and the difference is large enough to matter.
    ///
    /// Among very many answers everything is beyond doubt, so `relevant` (3 points by default) is asked for as well.
    pub fn is_told(&self, relevant: f64) -> bool {
        !self.interval.contains(0.0) && self.value.abs() >= relevant
    }
}

/// The hybrid score interval for p₁ − p₂ (Newcombe 1998, method 10), from Wilson's intervals of both.
pub fn newcombe(first: Share, second: Share, level: Level) -> Interval {
    let (a, b) = (wilson(first, level), wilson(second, level));
    let (p, q) = (first.value(), second.value());
    let difference = p - q;
    Interval::new(difference - libm::hypot(p - a.low, b.high - q), difference + libm::hypot(a.high - p, q - b.low))
}

/// Wald's, for comparison with others: too narrow for few answers and near 0 and 1.
pub fn wald_difference(first: Share, second: Share, level: Level) -> Interval {
    let (a, b) = (wald(first, level), wald(second, level));
    Interval::around(first.value() - second.value(), libm::hypot(a.half_width(), b.half_width()))
}

/// Wald's after one success and one failure more in each group (Agresti & Caffo 2000), for comparison with others.
pub fn agresti_caffo(first: Share, second: Share, level: Level) -> Interval {
    let more = |share: Share| {
        let n = float(share.whole()) + 2.0;
        let p = (float(share.part()) + 1.0) / n;
        (p, p * (1.0 - p) / n)
    };
    let ((p, v), (q, w)) = (more(first), more(second));
    Interval::around(p - q, normal::upper_quantile(level.tail()) * (v + w).sqrt())
}

/// Cohen's h: 2·asin√p₁ − 2·asin√p₂, the size of a difference regardless of where it lies.
pub fn cohens_h(first: f64, second: f64) -> f64 {
    2.0 * libm::asin(first.sqrt()) - 2.0 * libm::asin(second.sqrt())
}
