//! The simple random sample: every one of N could come in equally.

use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, student};
use crate::reach::Reach;

/// A sample without strata, clusters or weights. Who did not answer an item is outside the domain, not outside the
/// sample: such rows count in the degrees of freedom and add nothing else.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SimpleSample {
    rows: u64,
    fraction: f64,
}

impl SimpleSample {
    /// `fraction` is f = n/N, 0 where no correction for the population is allowed.
    pub fn new(rows: u64, fraction: f64) -> SimpleSample {
        SimpleSample { rows, fraction: fraction.clamp(0.0, 1.0) }
    }

    pub fn of(reach: Reach) -> SimpleSample {
        SimpleSample::new(reach.respondents(), reach.sampling_fraction())
    }

    pub fn degrees(self) -> f64 {
        float(self.rows.saturating_sub(1))
    }

    /// V = (1−f) · n/(n−1) · Σ(y−ȳ)²/m² for the mean of the m answers (Taylor, ultimate clusters of one).
    ///
    /// `None` with fewer than two rows or no answer.
    pub fn variance_of_mean(self, squares: f64, answers: u64) -> Option<f64> {
        if self.rows < 2 || answers == 0 {
            return None;
        }
        let m = float(answers);
        Some((1.0 - self.fraction) * float(self.rows) / self.degrees() * squares / (m * m))
    }

    /// p(1−p)/V for a proportion among m answers, which does not depend on p and so holds at 0 and 1 too.
    pub fn effective_answers(self, answers: u64) -> f64 {
        float(answers) * self.degrees() / (float(self.rows.max(1)) * (1.0 - self.fraction))
    }

    /// ȳ ∓ t·√V.
    pub fn interval(self, mean: f64, variance: f64, level: Level) -> Interval {
        Interval::around(mean, student::upper_quantile(level.tail(), self.degrees()) * variance.sqrt())
    }
}
