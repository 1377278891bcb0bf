use crate::bins::Bins;
use crate::disclosure::Disclosure;
use crate::estimate::{Base, Estimate};
use crate::level::Level;
use crate::math::float;
use crate::math::sum::Sum;
use crate::missing::MissingCounts;
use crate::moments::Moments;
use crate::published::{Published, Reason};
use crate::reach::Reach;
use crate::tally::{Nonresponse, NonresponseStanding};

/// A question answered with a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeric {
    /// Valid answers.
    pub n: u64,
    pub mean: Estimate,
    /// `None` with one answer.
    pub standard_deviation: Option<f64>,
    pub lowest: f64,
    pub highest: f64,
    /// The values that a quarter, a half and three quarters of the answers do not exceed.
    pub quartiles: [f64; 3],
    pub bins: Bins,
    pub missing: MissingCounts,
    pub nonresponse: Nonresponse,
}

impl Numeric {
    /// `values` are the answers in any order and the unit of the question; what is not a finite number counts as
    /// invalid. `whole` says that only whole numbers could be answered.
    ///
    /// The extremes are the answers of single persons, so fewer answers than a group needs are not summarised.
    pub fn of(
        values: &[f64],
        whole: bool,
        missing: MissingCounts,
        reach: Reach,
        level: Level,
        disclosure: &Disclosure,
    ) -> Published<Numeric> {
        let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        sorted.sort_by(f64::total_cmp);
        let answers = u64::try_from(sorted.len()).unwrap_or(u64::MAX);
        let mut missing = missing;
        missing.invalid += u64::try_from(values.len() - sorted.len()).unwrap_or(u64::MAX);
        let nonresponse = Nonresponse::of(answers, missing);
        if let Err(reason) = disclosure.audience(reach) {
            return Published::Suppressed(reason);
        }
        if answers == 0 {
            return Published::Suppressed(Reason::NobodyAnswered);
        }
        if let Err(reason) = disclosure.group(answers, &[]) {
            return Published::Suppressed(reason);
        }
        if nonresponse.standing == NonresponseStanding::TooHigh {
            return Published::Suppressed(Reason::TooManyMissing);
        }
        let summary = summarise(&sorted, answers, whole, missing, nonresponse, reach, level);
        summary.map_or(Published::Suppressed(Reason::NobodyAnswered), Published::Shown)
    }
}

fn summarise(
    sorted: &[f64],
    answers: u64,
    whole: bool,
    missing: MissingCounts,
    nonresponse: Nonresponse,
    reach: Reach,
    level: Level,
) -> Option<Numeric> {
    let moments = moments(sorted, answers);
    Some(Numeric {
        n: answers,
        mean: moments.estimate(Base::Answered, reach, level),
        standard_deviation: moments.standard_deviation(),
        lowest: *sorted.first()?,
        highest: *sorted.last()?,
        quartiles: [quantile(sorted, 1, 4)?, quantile(sorted, 1, 2)?, quantile(sorted, 3, 4)?],
        bins: Bins::of(sorted, whole)?,
        missing,
        nonresponse,
    })
}

/// The mean, then the squares around it in a second pass, so that large numbers close together keep their spread.
fn moments(values: &[f64], answers: u64) -> Moments {
    let n = float(answers);
    // Dividing first keeps even the largest floats from overflowing together.
    let mean = values.iter().map(|value| value / n).collect::<Sum>().value();
    let squares = values.iter().map(|value| (value - mean) * (value - mean)).collect::<Sum>().value();
    Moments { answers, mean, squares }
}

/// The smallest value whose share of values not above it reaches `of`/`parts` (the inverse of the distribution,
/// `qrule = "math"` of R survey). `sorted` ascends.
pub fn quantile(sorted: &[f64], of: usize, parts: usize) -> Option<f64> {
    let rank = sorted.len().checked_mul(of)?.div_ceil(parts.max(1));
    sorted.get(rank.saturating_sub(1)).copied()
}
