use crate::collection::Inference;
use crate::estimate::Method;
use crate::interval::Interval;
use crate::precision::Precision;
use crate::proportion::Proportion;
use crate::reach::{Reach, Sensitivity};
use crate::share::Share;
use crate::tally::{Nonresponse, NonresponseStanding};

/// How one share is to be read, as data: what its interval may be called, how it was made, and what must be said with
/// it. The words stand in the reader's language elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub inference: Inference,
    pub method: Method,
    pub interval: Option<Interval>,
    /// In the order in which they are said.
    pub cautions: Vec<Caution>,
    /// For „if those who did not answer differ by …“, where that must be said.
    pub sensitivity: Option<Sensitivity>,
}

/// What must be said with a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// Whoever wished to answer did: „among respondents“, and no margin of error.
    AmongRespondents,
    /// The interval holds if those who did not answer are like those who did; of so many people these did.
    IfOthersAreAlike { answered: Option<Share> },
    /// Nobody of so many: say the upper limit, never „0 % ± 0“.
    NobodyDid,
    /// Everybody of so many: say the lower limit.
    EverybodyDid,
    /// The answers are few, or the interval is wide: „low precision“.
    LowPrecision(Precision),
    /// More than a fifth of those who should have answered did not.
    ManyUnanswered { share: Share },
    /// So many could not say that it must be printed beside the figure.
    ManyDontKnow { share: Share },
    /// To so many it did not apply that it must be printed beside the figure.
    ManyNotApplicable { share: Share },
}

impl Reading {
    /// Of a share among those who answered its question, with who did not.
    pub fn of(proportion: &Proportion, reach: Reach, nonresponse: Nonresponse) -> Reading {
        let estimate = &proportion.estimate;
        let mut cautions = Vec::new();
        match estimate.inference {
            Inference::Indicative => cautions.push(Caution::AmongRespondents),
            Inference::Assumed => cautions.push(Caution::IfOthersAreAlike { answered: reach.rate() }),
            Inference::Exact | Inference::Confidence => {}
        }
        let inexact = estimate.inference != Inference::Exact;
        if inexact && proportion.share.is_none() {
            cautions.push(Caution::NobodyDid);
        }
        if inexact && proportion.share.is_all() {
            cautions.push(Caution::EverybodyDid);
        }
        if proportion.precision.is_low() {
            cautions.push(Caution::LowPrecision(proportion.precision));
        }
        if nonresponse.standing != NonresponseStanding::Fine {
            cautions.extend(nonresponse.unanswered.map(|share| Caution::ManyUnanswered { share }));
        }
        if nonresponse.prints_dont_know() {
            cautions.extend(nonresponse.dont_know.map(|share| Caution::ManyDontKnow { share }));
        }
        if nonresponse.prints_not_applicable() {
            cautions.extend(nonresponse.not_applicable.map(|share| Caution::ManyNotApplicable { share }));
        }
        Reading {
            inference: estimate.inference,
            method: estimate.method,
            interval: estimate.interval,
            cautions,
            sensitivity: reach.sensitivity(),
        }
    }
}
