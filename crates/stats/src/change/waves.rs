use crate::change::detectable::detectable_difference;
use crate::change::verdict::{Verdict, Yardstick};
use crate::comparisons::{CrossTable, Untestable, mcnemar};
use crate::difference::{Comparison, Difference, NotCompared, newcombe};
use crate::interval::Interval;
use crate::level::Level;
use crate::math::float;
use crate::reach::Reach;
use crate::share::Share;

/// A share in two waves, and what may be said of it.
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
