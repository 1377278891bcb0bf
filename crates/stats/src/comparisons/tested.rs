/// What a test found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tested {
    /// In the test's own unit; `None` for tests that count outcomes and have no statistic.
    pub statistic: Option<f64>,
    pub degrees: Degrees,
    /// How often chance alone would do as much or more, if nothing differed. Below 1e-300 print „< 1e-300“.
    pub p: f64,
}

/// Degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Degrees {
    /// The normal distribution, or exact counting.
    None,
    /// χ² or t.
    One(f64),
    /// F: of the numerator and of the denominator.
    Two(f64, f64),
}

/// Why there is nothing to test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untestable {
    /// Fewer than two groups, or fewer than two different answers, have anybody in them.
    OneLevel,
    /// Within the groups nobody differs from anybody, so there is no measure of chance.
    NoSpread,
    /// Nobody of some group is missing, so its figures are exact and chance has no part in them.
    Complete,
    /// Weights, strata or clusters stand behind the counts, which do not tell enough by themselves.
    Weighted,
    /// Fewer answers than the test needs.
    FewAnswers { n: u64, needed: u64 },
    /// More possible outcomes than can be gone through. Ask for random permutations instead.
    TooManyOutcomes,
    /// The table has not the number of rows and columns that the test is for, or not one score for each of them.
    WrongShape,
}

impl Tested {
    pub(super) fn new(statistic: f64, degrees: Degrees, p: f64) -> Tested {
        Tested { statistic: Some(statistic), degrees, p: p.clamp(0.0, 1.0) }
    }

    /// χ² with its upper tail.
    pub(super) fn chi_square(statistic: f64, degrees: f64) -> Tested {
        Tested::new(statistic, Degrees::One(degrees), crate::math::chi_square::upper(statistic, degrees))
    }

    pub(super) fn counted(p: f64) -> Tested {
        Tested { statistic: None, degrees: Degrees::None, p: p.clamp(0.0, 1.0) }
    }
}

impl std::fmt::Display for Untestable {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Untestable::OneLevel => write!(out, "only one group or one answer is left"),
            Untestable::NoSpread => write!(out, "nobody differs from anybody within the groups"),
            Untestable::Complete => write!(out, "a complete group is not tested"),
            Untestable::Weighted => write!(out, "the design behind the counts is needed"),
            Untestable::FewAnswers { n, needed } => write!(out, "{n} answers where {needed} are needed"),
            Untestable::TooManyOutcomes => write!(out, "too many outcomes to go through"),
            Untestable::WrongShape => write!(out, "the table is not of the shape that the test is for"),
        }
    }
}

impl std::error::Error for Untestable {}
