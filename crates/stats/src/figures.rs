use crate::design::{Design, DesignRefusal};
use crate::estimate::{Base, Estimate, Method};
use crate::interval::Interval;
use crate::level::Level;
use crate::linearised::Linearised;
use crate::math::matrix::Matrix;
use crate::math::student;

/// Several figures of one design, with the covariances between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub values: Vec<f64>,
    /// V.
    pub covariance: Matrix,
    /// ν of the whole design.
    pub degrees: f64,
}

impl Figures {
    /// # Errors
    /// When the design tells no variance.
    pub fn of(design: &Design, figures: &[Linearised]) -> Result<Figures, DesignRefusal> {
        let influences: Vec<&[f64]> = figures.iter().map(|figure| figure.influence.as_slice()).collect();
        Ok(Figures {
            values: figures.iter().map(|figure| figure.value).collect(),
            covariance: design.covariance(&influences)?,
            degrees: design.degrees(),
        })
    }

    /// √V of each.
    pub fn standard_errors(&self) -> Vec<f64> {
        self.covariance.diagonal().into_iter().map(|variance| variance.max(0.0).sqrt()).collect()
    }

    /// Each value ∓ t·se with ν degrees of freedom.
    pub fn intervals(&self, level: Level) -> Vec<Interval> {
        let quantile = student::upper_quantile(level.tail(), self.degrees);
        let around = |(value, error): (&f64, f64)| Interval::around(*value, quantile * error);
        self.values.iter().zip(self.standard_errors()).map(around).collect()
    }

    /// Each with everything that must stand beside it; `answered` are the rows behind each, unweighted.
    pub fn estimates(&self, design: &Design, answered: &[u64], base: Base, level: Level) -> Vec<Estimate> {
        let inference = design.inference();
        let exact = inference == crate::collection::Inference::Exact;
        let errors = self.standard_errors();
        let figures = self.values.iter().zip(&errors).zip(self.intervals(level)).zip(answered);
        let estimate = |(((value, error), interval), n): (((&f64, &f64), Interval), &u64)| {
            let told = !exact && self.degrees > 0.0;
            Estimate {
                value: *value,
                standard_error: Some(*error),
                interval: told.then_some(interval),
                method: if told { Method::StudentT } else { Method::None },
                level,
                degrees: told.then_some(self.degrees),
                n: *n,
                base,
                weighting: design.weighting(),
                inference,
            }
        };
        figures.map(estimate).collect()
    }
}
