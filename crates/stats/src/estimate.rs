use crate::collection::Inference;
use crate::interval::Interval;
use crate::level::Level;

/// A figure with everything that must stand beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Standard error, in the unit of the value; `None` where it cannot be known (one answer) and for hidden variance.
    pub standard_error: Option<f64>,
    /// `None` when nobody is missing, or one answer alone tells nothing about the others.
    pub interval: Option<Interval>,
    pub method: Method,
    pub level: Level,
    /// Degrees of freedom, where the interval rests on a t quantile.
    pub degrees: Option<f64>,
    /// Unweighted answers in the base.
    pub n: u64,
    pub base: Base,
    pub weighting: Weighting,
    pub inference: Inference,
}

/// How an interval was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// No interval.
    None,
    Wilson,
    /// Wilson with the effective number of answers and a t quantile.
    WilsonEffective,
    ClopperPearson,
    /// Clopper–Pearson with the effective number of answers.
    KornGraubard,
    Hypergeometric,
    StudentT,
    Newcombe,
}

/// Whose answers make the hundred percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Base {
    /// Everybody to whom the question was shown.
    Shown,
    /// Everybody who gave a valid answer. The default.
    Answered,
    /// Everybody who chose at least one option.
    ChoseAny,
}

/// Which weights made the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weighting {
    Unweighted,
    /// By how people were drawn.
    Drawn,
    /// To one margin of the population.
    PostStratified,
    /// To several margins.
    Raked,
    /// To several margins, within bounds or by another distance than raking's.
    Calibrated,
    /// Cut afterwards, so that the margins no longer hold exactly.
    Trimmed,
}
