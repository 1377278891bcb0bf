use crate::design::{Design, DesignRefusal};
use crate::interval::Interval;
use crate::level::Level;
use crate::linearised::Linearised;
use crate::math::student;

/// A difference between two groups of one design.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedDifference {
    /// The second group's figure minus the first's.
    pub value: f64,
    pub standard_error: f64,
    pub t: f64,
    pub degrees: f64,
    /// Two-sided.
    pub p: f64,
}

impl WeightedDifference {
    /// d ∓ t·se.
    pub fn interval(&self, level: Level) -> Interval {
        Interval::around(self.value, student::upper_quantile(level.tail(), self.degrees) * self.standard_error)
    }

    pub(super) fn of(figure: &Linearised, design: &Design, degrees: f64) -> Result<WeightedDifference, DesignRefusal> {
        let standard_error = figure.variance(design)?.sqrt();
        let t = figure.value / standard_error;
        if degrees <= 0.0 || !t.is_finite() {
            return Err(DesignRefusal::NotANumber);
        }
        let p = (2.0 * student::upper(t.abs(), degrees)).min(1.0);
        Ok(WeightedDifference { value: figure.value, standard_error, t, degrees, p })
    }
}

/// The mean of each group, numbered from 0; whoever is in none is outside all of them.
///
/// # Errors
/// When nobody of a group answered, or the columns differ in length.
pub fn domain_means(
    design: &Design,
    answers: &[Option<f64>],
    groups: &[Option<usize>],
    number: usize,
) -> Result<Vec<Linearised>, DesignRefusal> {
    if groups.len() != design.units() {
        return Err(DesignRefusal::LengthsDiffer { expected: design.units(), found: groups.len() });
    }
    let mean = |group: usize| {
        let own = answers.iter().zip(groups).map(|(answer, own)| answer.filter(|_| *own == Some(group)));
        Linearised::mean(design, &own.collect::<Vec<_>>())
    };
    (0..number).map(mean).collect()
}

/// Whether the means of group 0 and group 1 differ: the linearised difference with t on ν−1 degrees of freedom, ν of
/// those who answered and are in one of the two (`svyttest` of R survey; Lumley 2010, 2.3).
///
/// # Errors
/// When a group is empty, the design tells no variance, or nobody differs from anybody.
pub fn t_test(
    design: &Design,
    answers: &[Option<f64>],
    groups: &[Option<usize>],
) -> Result<WeightedDifference, DesignRefusal> {
    let means = domain_means(design, answers, groups, 2)?;
    let [base, other] = means.as_slice() else { return Err(DesignRefusal::Nobody) };
    let inside = |(answer, group): (&Option<f64>, &Option<usize>)| answer.is_some() && matches!(group, Some(0 | 1));
    let members: Vec<bool> = answers.iter().zip(groups).map(inside).collect();
    let difference = Linearised::combined(&[(-1.0, base), (1.0, other)]);
    WeightedDifference::of(&difference, design, design.degrees_of(&members) - 1.0)
}
