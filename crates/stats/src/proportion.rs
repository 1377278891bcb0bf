//! Shares with their intervals: which one by default, and every one that can be asked for.

mod compatible;
mod exact;
mod hypergeometric;
mod wilson;

pub use compatible::{agresti_coull, arcsine, logit, wald};
pub use exact::{binomial_test, clopper_pearson, clopper_pearson_effective, jeffreys, korn_graubard};
pub use hypergeometric::{CountInterval, hypergeometric};
pub use wilson::{wilson, wilson_corrected, wilson_effective};

use crate::collection::Collection;
use crate::digits::Digits;
use crate::estimate::{Base, Estimate, Method, Weighting};
use crate::interval::Interval;
use crate::level::Level;
use crate::math::{float, normal, student};
use crate::precision::Precision;
use crate::reach::Reach;
use crate::share::Share;
use crate::simple::SimpleSample;

/// One share with its interval, and how it may be printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Proportion {
    pub share: Share,
    pub estimate: Estimate,
    pub digits: Digits,
    pub precision: Precision,
}

impl Proportion {
    /// The share with the interval that its collection calls for:
    ///
    /// - nobody missing: none;
    /// - drawn by chance, more than 5 % of the population or fewer than 500 people: exact hypergeometric;
    /// - fewer than 30 answers, or none or all of them: Clopper–Pearson, with the effective number where the
    ///   population corrects it (never more than half above the true number: few answers must not seem many);
    /// - otherwise Wilson, likewise with the effective number and a t quantile where the population corrects it.
    pub fn of(share: Share, base: Base, reach: Reach, level: Level) -> Proportion {
        let sample = SimpleSample::new(reach.respondents().max(share.whole()), reach.sampling_fraction());
        let Choice { method, interval, effective, degrees } = choose(share, reach, sample, level);
        let squares = float(share.part()) * share.complement().value();
        let variance = match degrees {
            Some(_) => sample.variance_of_mean(squares, share.whole()),
            None => SimpleSample::new(share.whole(), 0.0).variance_of_mean(squares, share.whole()),
        };
        let exact = method == Method::None;
        let estimate = Estimate {
            value: share.value(),
            standard_error: if exact { Some(0.0) } else { variance.map(f64::sqrt) },
            interval,
            method,
            level,
            degrees,
            n: share.whole(),
            base,
            weighting: Weighting::Unweighted,
            inference: reach.inference(),
        };
        Proportion {
            share,
            digits: Digits::of(share.whole(), interval.map(Interval::half_width)),
            precision: Precision::of(share.value(), share.whole(), effective, degrees, interval),
            estimate,
        }
    }
}

/// Above this the exact interval takes long, and Wilson's with the correction differs in no printed digit.
const LARGEST_LIST: u64 = 10_000_000;

struct Choice {
    method: Method,
    interval: Option<Interval>,
    effective: f64,
    degrees: Option<f64>,
}

fn choose(share: Share, reach: Reach, sample: SimpleSample, level: Level) -> Choice {
    let n = share.whole();
    let answers = float(n);
    let choice = |method, interval, effective, degrees| Choice { method, interval: Some(interval), effective, degrees };
    if reach.is_complete() {
        return Choice { method: Method::None, interval: None, effective: answers, degrees: None };
    }
    let fraction = reach.sampling_fraction();
    if reach.collection() == Collection::Probability
        && let Some(population) = reach.population()
        && (fraction > 0.05 || population < 500)
        && population <= LARGEST_LIST
        && let Ok(counts) = hypergeometric(share, population, level)
    {
        return choice(Method::Hypergeometric, counts.shares(), answers, None);
    }
    let corrected = fraction > 0.0;
    let exact = n < 30 || share.is_none() || share.is_all();
    match (exact, corrected) {
        (true, false) => choice(Method::ClopperPearson, clopper_pearson(share, level), answers, None),
        (true, true) => {
            let effective = sample.effective_answers(n).clamp(answers, 1.5 * answers);
            let interval = exact::beta_interval(effective * share.value(), effective, level);
            choice(Method::KornGraubard, interval, effective, Some(sample.degrees()))
        }
        (false, false) => {
            let interval = wilson_effective(share.value(), answers, normal::upper_quantile(level.tail()));
            choice(Method::Wilson, interval, answers, None)
        }
        (false, true) => {
            let (effective, degrees) = (sample.effective_answers(n), sample.degrees());
            let quantile = student::upper_quantile(level.tail(), degrees);
            let interval = wilson_effective(share.value(), effective, quantile);
            choice(Method::WilsonEffective, interval, effective, Some(degrees))
        }
    }
}
