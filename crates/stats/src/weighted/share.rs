use crate::collection::Inference;
use crate::design::{Design, DesignRefusal};
use crate::digits::Digits;
use crate::estimate::{Base, Estimate, Method};
use crate::interval::Interval;
use crate::level::Level;
use crate::linearised::Linearised;
use crate::math::{count, float, student};
use crate::precision::Precision;
use crate::proportion;
use crate::share::{Percentage, Share};

/// A share of the population with its interval, beside the share of the rows that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedShare {
    /// As answered, without weights: what disclosure control and the reader's check look at.
    pub unweighted: Share,
    pub estimate: Estimate,
    /// How many equally weighted answers of a simple sample these are worth.
    pub effective_answers: f64,
    pub digits: Digits,
    pub precision: Precision,
}

impl WeightedShare {
    /// The weighted share of those who answered `true`, with the interval that its collection calls for:
    ///
    /// - nobody missing: none;
    /// - none or all of them, or no spread between clusters: Clopper–Pearson with n/(Kish's effect)/(1−f) answers;
    /// - fewer than 30 answers: Korn–Graubard, with never more than half again the true number;
    /// - otherwise Wilson with n* = p(1−p)/V and a t quantile (`svyciprop(method = "wilson")` of R survey 4.5).
    ///
    /// An interval from the unweighted number of answers would be too short: weights make answers worth fewer.
    ///
    /// # Errors
    /// When nobody answered, the columns differ in length, or the design tells no variance.
    pub fn of(
        design: &Design,
        answers: &[Option<bool>],
        base: Base,
        level: Level,
    ) -> Result<WeightedShare, DesignRefusal> {
        let scores: Vec<Option<f64>> =
            answers.iter().map(|answer| answer.map(|yes| if yes { 1.0 } else { 0.0 })).collect();
        let share = Linearised::mean(design, &scores)?;
        let variance = share.variance(design)?;
        let (unweighted, answered_effect) = unweighted(design, answers).ok_or(DesignRefusal::Nobody)?;
        let (p, n, degrees) = (share.value, float(unweighted.whole()), design.degrees());
        let inference = design.inference();
        let quantile = student::upper_quantile(level.tail(), degrees);
        let spread = p * (1.0 - p) / variance;
        let exact = |effective: f64| (Method::KornGraubard, effective, exact_interval(p, effective, level));
        let (method, effective, interval) = if inference == Inference::Exact || degrees <= 0.0 {
            (Method::None, n, None)
        } else if unweighted.is_none() || unweighted.is_all() || !spread.is_finite() {
            exact((n / answered_effect / (1.0 - design.fraction())).min(1.5 * n))
        } else if unweighted.whole() < 30 {
            let ratio = student::upper_quantile(level.tail(), float(design.rows()) - 1.0) / quantile;
            exact((spread * ratio * ratio).min(1.5 * n))
        } else {
            (Method::WilsonEffective, spread, Some(proportion::wilson_effective(p, spread, quantile)))
        };
        let told = method != Method::None;
        let estimate = Estimate {
            value: p,
            standard_error: Some(variance.sqrt()),
            interval,
            method,
            level,
            degrees: told.then_some(degrees),
            n: unweighted.whole(),
            base,
            weighting: design.weighting(),
            inference,
        };
        Ok(WeightedShare {
            unweighted,
            effective_answers: effective,
            digits: Digits::of(unweighted.whole(), interval.map(Interval::half_width)),
            precision: Precision::of(p, unweighted.whole(), effective, told.then_some(degrees), interval),
            estimate,
        })
    }

    /// The weighted percentage, rounded half up.
    pub fn percentage(&self) -> Percentage {
        let decimals = self.digits.decimals();
        let units = count(self.estimate.value * 100.0 * f64::from(10u32.pow(decimals)) + 0.5);
        Percentage { units: u32::try_from(units).unwrap_or(u32::MAX), decimals }
    }
}

fn exact_interval(p: f64, effective: f64, level: Level) -> Option<Interval> {
    Some(proportion::clopper_pearson_effective(p, effective, level))
}

/// The share of the rows, and Kish's effect among those who answered.
fn unweighted(design: &Design, answers: &[Option<bool>]) -> Option<(Share, f64)> {
    let (mut part, mut whole, mut weight, mut square) = (0, 0, 0.0, 0.0);
    for (unit, answer) in answers.iter().enumerate() {
        let Some(answer) = answer else { continue };
        let rows = design.counts().get(unit)?;
        whole += rows;
        part += if *answer { *rows } else { 0 };
        weight += design.weights().get(unit)?;
        square += design.squares().get(unit)?;
    }
    Some((Share::new(part, whole)?, float(whole) * square / (weight * weight)))
}
