use crate::disclosure::Disclosure;
use crate::distribution::Distribution;
use crate::estimate::{Base, Estimate};
use crate::level::Level;
use crate::moments::Moments;
use crate::proportion::Proportion;
use crate::published::{Published, Reason};
use crate::reach::Reach;
use crate::refusal::Refusal;
use crate::share::Share;
use crate::tally::Tally;

/// A question answered on an ordered scale.
///
/// The headline is the top boxes together: readable, and comparable between scales once the number of steps is told.
/// The mean stands beside the distribution, never without it; the median of a five-point item is nearly useless.
#[derive(Debug, Clone, PartialEq)]
pub struct Likert {
    pub distribution: Distribution,
    pub boxes: Boxes,
    /// Chose one of the highest steps. The headline.
    pub top: Proportion,
    /// Chose one of the lowest steps.
    pub bottom: Proportion,
    /// Top minus bottom, from −1 to 1, with a t interval.
    pub net: Estimate,
    /// In units of the scores, with a t interval. Shown to two decimals.
    pub mean: Estimate,
    /// `None` with one answer.
    pub standard_deviation: Option<f64>,
    /// The mean on a scale from 0 (lowest step) to 100 (highest).
    pub index: Estimate,
}

/// How many steps at each end are taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Boxes {
    pub top: usize,
    pub bottom: usize,
}

impl Boxes {
    /// Two of four steps or more, one of fewer.
    pub fn of_steps(steps: usize) -> Boxes {
        let boxes = if steps >= 4 { 2 } else { 1 };
        Boxes { top: boxes, bottom: boxes }
    }
}

impl Likert {
    /// `tally` counts the steps from the lowest to the highest, and `scores` says what each is worth, rising.
    ///
    /// When any step must be hidden, everything is: the mean times n is a sum of cells.
    ///
    /// # Errors
    /// When there is not one rising score for each step.
    pub fn of(
        tally: &Tally,
        scores: &[i64],
        boxes: Boxes,
        reach: Reach,
        level: Level,
        disclosure: &Disclosure,
    ) -> Result<Published<Likert>, Refusal> {
        let steps = tally.counts().len();
        if scores.len() != steps {
            return Err(Refusal::LengthsDiffer { expected: steps, found: scores.len() });
        }
        if !scores.is_sorted_by(|a, b| a < b) {
            return Err(Refusal::NotAscending);
        }
        let distribution = match Distribution::of(tally, reach, level, disclosure) {
            Published::Shown(distribution) if distribution.hides_something() => {
                return Ok(Published::Suppressed(Reason::SmallCell));
            }
            Published::Shown(distribution) => distribution,
            Published::Suppressed(reason) => return Ok(Published::Suppressed(reason)),
        };
        let likert = summarise(distribution, tally.counts(), scores, boxes, reach, level);
        Ok(likert.map_or(Published::Suppressed(Reason::NobodyAnswered), Published::Shown))
    }
}

fn summarise(
    distribution: Distribution,
    counts: &[u64],
    scores: &[i64],
    boxes: Boxes,
    reach: Reach,
    level: Level,
) -> Option<Likert> {
    let base = Base::Answered;
    let n = distribution.n;
    let part = |count: u64| Share::new(count, n).map(|share| Proportion::of(share, base, reach, level));
    let top: u64 = counts.iter().rev().take(boxes.top).sum();
    let bottom: u64 = counts.iter().take(boxes.bottom).sum();
    let (lowest, highest) = (*scores.first()?, *scores.last()?);
    let moments = Moments::of_scores(scores.iter().copied().zip(counts.iter().copied()))?;
    let net = Moments::of_scores([(1, top), (0, n.saturating_sub(top + bottom)), (-1, bottom)].into_iter())?;
    let mean = moments.estimate(base, reach, level);
    let index = rescaled(&mean, lowest, highest);
    Some(Likert {
        distribution,
        boxes,
        top: part(top)?,
        bottom: part(bottom)?,
        net: net.estimate(base, reach, level),
        mean,
        standard_deviation: moments.standard_deviation(),
        index,
    })
}

/// 100·(y − lowest)/(highest − lowest), for the mean and for all that stands with it.
fn rescaled(mean: &Estimate, lowest: i64, highest: i64) -> Estimate {
    let lowest_score = crate::math::float_of_integer(i128::from(lowest));
    let range = crate::math::float_of_integer(i128::from(highest) - i128::from(lowest)).max(1.0);
    let place = |value: f64| 100.0 * (value - lowest_score) / range;
    Estimate {
        value: place(mean.value),
        standard_error: mean.standard_error.map(|error| 100.0 * error / range),
        interval: mean
            .interval
            .map(|interval| crate::interval::Interval::new(place(interval.low), place(interval.high))),
        ..mean.clone()
    }
}
