use crate::change::detectable::detectable_difference;
use crate::change::verdict::{Verdict, Yardstick};
use crate::comparisons::{CrossTable, Sample, Untestable, mcnemar, welch};
use crate::difference::{Comparison, Difference, NotCompared, newcombe};
use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, normal};
use crate::reach::Reach;
use crate::share::Share;

/// A share or a mean in two waves, and what may be said of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Later minus earlier.
    pub difference: Difference,
    /// The interval of the test for equivalence: of twice the level, 90 % for 95 %.
    pub narrower: Interval,
    /// The smallest change that so many answers would have noticed four times of five.
    pub noticeable: Option<f64>,
    pub verdict: Verdict,
}

/// What was done otherwise in the later wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alteration {
    Wording,
    Scale,
    /// How people were reached: box cards then, a link now.
    Channel,
}

/// Why two waves are not held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotComparable {
    /// They did not ask the same, or not in the same way: what looks like a change may be that.
    Altered(Alteration),
    NotCompared(NotCompared),
    Untestable(Untestable),
}

/// How often a change should have been noticed.
const POWER: f64 = 0.8;

impl Change {
    /// Of other people in each wave, weighted to the same margins if at all.
    ///
    /// # Errors
    /// When anything was altered, a wave is complete, or has fewer than ten answers.
    pub fn independent(
        earlier: (Share, Reach),
        later: (Share, Reach),
        altered: &[Alteration],
        by: Yardstick,
        level: Level,
    ) -> Result<Change, NotComparable> {
        gate(altered)?;
        let difference = match Comparison::of(later, earlier, level) {
            Comparison::Difference(difference) => difference,
            Comparison::SideBySide(reason) => return Err(NotComparable::NotCompared(reason)),
        };
        let narrower = newcombe(later.0, earlier.0, half_as_sure(level));
        let before = earlier.0.value();
        let sizes = (earlier.0.whole(), later.0.whole());
        let noticeable = detectable_difference((before, sizes.0), (before, sizes.1), 1.0, level, POWER);
        Ok(Change::of(difference, narrower, noticeable, by))
    }

    /// Of the same people in both waves: yes and no later in the rows, earlier in the columns.
    ///
    /// # Errors
    /// When anything was altered, fewer than ten answered both times, or nobody changed.
    pub fn paired(
        table: &CrossTable,
        reach: Reach,
        altered: &[Alteration],
        by: Yardstick,
        level: Level,
    ) -> Result<Change, NotComparable> {
        gate(altered)?;
        let n = table.total();
        if reach.is_complete() {
            return Err(NotComparable::NotCompared(NotCompared::Complete));
        }
        if n < Comparison::FEWEST {
            return Err(NotComparable::NotCompared(NotCompared::FewAnswers { n }));
        }
        let of = |level| mcnemar(table, level).map_err(NotComparable::Untestable);
        let (found, narrower) = (of(level)?, of(half_as_sure(level))?);
        let value = found.difference;
        let difference = Difference { value, interval: found.interval, level, inference: reach.inference() };
        // If nothing changes on the whole, b and c are alike, and (b+c)/n² is the variance.
        let noticeable = detectable_difference((0.5, n), (0.5, n), 2.0 * float(found.changed) / float(n), level, POWER);
        Ok(Change::of(difference, narrower.interval, noticeable, by))
    }

    /// Of means or indices, of other people in each wave; everything is in the unit of the answers.
    ///
    /// # Errors
    /// As [`Change::independent`], and when nobody differs from anybody.
    pub fn of_means(
        earlier: (Sample, Reach),
        later: (Sample, Reach),
        altered: &[Alteration],
        by: Yardstick,
        level: Level,
    ) -> Result<Change, NotComparable> {
        gate(altered)?;
        if earlier.1.is_complete() || later.1.is_complete() {
            return Err(NotComparable::NotCompared(NotCompared::Complete));
        }
        let n = earlier.0.n.min(later.0.n);
        if n < Comparison::FEWEST {
            return Err(NotComparable::NotCompared(NotCompared::FewAnswers { n }));
        }
        let of = |level| welch(later.0, earlier.0, level).map_err(NotComparable::Untestable);
        let (found, narrower) = (of(level)?, of(half_as_sure(level))?.interval);
        let inference = earlier.1.inference().max(later.1.inference());
        let difference = Difference { value: found.difference, interval: found.interval, level, inference };
        let quantiles = normal::upper_quantile(level.tail()) + normal::quantile(POWER);
        Ok(Change::of(difference, narrower, Some(quantiles * found.standard_error), by))
    }

    fn of(difference: Difference, narrower: Interval, noticeable: Option<f64>, by: Yardstick) -> Change {
        let verdict = Verdict::of(difference.value, difference.interval, narrower, by, noticeable);
        Change { difference, narrower, noticeable, verdict }
    }
}

fn gate(altered: &[Alteration]) -> Result<(), NotComparable> {
    altered.iter().min().map_or(Ok(()), |first| Err(NotComparable::Altered(*first)))
}

/// 90 % for 95 %: each of the two one-sided tests has the whole of α.
fn half_as_sure(level: Level) -> Level {
    Level::new(1.0 - 4.0 * level.tail()).unwrap_or(level)
}
