use crate::interval::Interval;

/// Whether a share is precise enough to stand without a warning (NCHS data presentation standards 2017, adapted).
///
/// A label, never a suppression: a town has no larger sample to offer, and hiding is a matter of privacy alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Nobody is missing; there is nothing to be imprecise about.
    Exact,
    Good,
    /// Fewer than 30 answers, or worth fewer than 30.
    FewAnswers,
    /// The interval is 30 points wide or wider.
    Wide,
    /// The interval is wider than 130 % of the share itself.
    WideForItsSize,
    /// Fewer than 8 degrees of freedom.
    FewDegrees,
}

impl Precision {
    pub fn of(p: f64, answers: u64, effective: f64, degrees: Option<f64>, interval: Option<Interval>) -> Precision {
        let Some(interval) = interval else { return Precision::Exact };
        let width = interval.width();
        if answers < 30 || effective < 30.0 {
            Precision::FewAnswers
        } else if degrees.is_some_and(|degrees| degrees < 8.0) {
            Precision::FewDegrees
        } else if width >= 0.30 {
            Precision::Wide
        } else if width > 0.05 && width > 1.30 * p {
            Precision::WideForItsSize
        } else {
            Precision::Good
        }
    }

    /// Whether „low precision“ must be printed beside the figure.
    pub fn is_low(self) -> bool {
        !matches!(self, Precision::Exact | Precision::Good)
    }
}
