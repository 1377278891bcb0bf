//! Figures of a design, each with how far every unit pulls it.

use crate::design::{Design, DesignRefusal};
use crate::math::sum::Sum;

/// A figure, and the influence of each unit on it per unit of weight: its first-order change when the unit's weight
/// grows (Deville 1999; Lumley 2010, appendix C). Sums of figures are sums of influences, so whatever is computed from
/// linearised figures brings its own covariances along.
///
/// Answers are one value for each unit of the design; `None` lies outside the domain and pulls nothing, but its cluster
/// counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Linearised {
    pub value: f64,
    pub influence: Vec<f64>,
}

impl Linearised {
    /// ȳ = Σwy/Σw with e = (y−ȳ)/Σw.
    ///
    /// # Errors
    /// When nobody answered, or the columns differ in length.
    pub fn mean(design: &Design, answers: &[Option<f64>]) -> Result<Linearised, DesignRefusal> {
        let ones: Vec<Option<f64>> = answers.iter().map(|answer| answer.map(|_| 1.0)).collect();
        Linearised::ratio(design, answers, &ones)
    }

    /// Σwy with e = y; whoever gave no answer adds nothing.
    ///
    /// # Errors
    /// When the columns differ in length.
    pub fn total(design: &Design, answers: &[Option<f64>]) -> Result<Linearised, DesignRefusal> {
        same_length(design, answers)?;
        let influence: Vec<f64> = answers.iter().map(|answer| answer.unwrap_or(0.0)).collect();
        let value = design.weights().iter().zip(&influence).map(|(weight, answer)| weight * answer).collect::<Sum>();
        finite(Linearised { value: value.value(), influence })
    }

    /// R = ΣwY/ΣwX among those with both, with e = (Y−RX)/ΣwX.
    ///
    /// # Errors
    /// When nobody has both, the columns differ in length, or X adds up to nought.
    pub fn ratio(design: &Design, above: &[Option<f64>], below: &[Option<f64>]) -> Result<Linearised, DesignRefusal> {
        same_length(design, above)?;
        same_length(design, below)?;
        let both = || above.iter().zip(below).map(|(above, below)| above.zip(*below));
        let (mut numerator, mut denominator) = (Sum::default(), Sum::default());
        for (weight, (above, below)) in design.weights().iter().zip(both()).filter_map(|(w, pair)| Some((w, pair?))) {
            numerator.add(weight * above);
            denominator.add(weight * below);
        }
        if both().flatten().next().is_none() {
            return Err(DesignRefusal::Nobody);
        }
        let below = denominator.value();
        let value = numerator.value() / below;
        let influence = both().map(|pair| pair.map_or(0.0, |(y, x)| (y - value * x) / below)).collect();
        finite(Linearised { value, influence })
    }

    /// Σ c·figure.
    pub fn combined(parts: &[(f64, &Linearised)]) -> Linearised {
        let units = parts.first().map_or(0, |(_, part)| part.influence.len());
        let mut sum = Linearised { value: 0.0, influence: vec![0.0; units] };
        for (factor, part) in parts {
            sum.value += factor * part.value;
            for (influence, other) in sum.influence.iter_mut().zip(&part.influence) {
                *influence += factor * other;
            }
        }
        sum
    }

    /// V, by the design.
    ///
    /// # Errors
    /// As for covariances.
    pub fn variance(&self, design: &Design) -> Result<f64, DesignRefusal> {
        Ok(design.covariance(&[&self.influence])?.at(0, 0).max(0.0))
    }
}

fn same_length(design: &Design, answers: &[Option<f64>]) -> Result<(), DesignRefusal> {
    if answers.len() == design.units() {
        Ok(())
    } else {
        Err(DesignRefusal::LengthsDiffer { expected: design.units(), found: answers.len() })
    }
}

fn finite(figure: Linearised) -> Result<Linearised, DesignRefusal> {
    if figure.value.is_finite() { Ok(figure) } else { Err(DesignRefusal::NotANumber) }
}
