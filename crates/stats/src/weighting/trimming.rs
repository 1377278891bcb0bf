use super::refusal::WeightingRefusal;
use crate::design::Design;
use crate::estimate::Weighting;
use crate::math::float;
use crate::math::sum::Sum;

/// Rounds after which what was handed on would have settled long ago.
const ROUNDS: usize = 10_000;

impl Design {
    /// Cuts weights outside the bounds to them and gives every row inside an equal part of what was cut; again, until
    /// none is outside, when `strict`. The margins no longer hold exactly afterwards; [`Balance`](super::Balance) tells
    /// by how much. Bounded calibration from the start is better.
    ///
    /// # Errors
    /// When no row is inside the bounds, or single rows are not known.
    pub fn trimmed(&self, lower: Option<f64>, upper: Option<f64>, strict: bool) -> Result<Design, WeightingRefusal> {
        if self.counts().iter().any(|count| *count != 1) {
            return Err(WeightingRefusal::NotRowByRow);
        }
        let (lower, upper) = (lower.unwrap_or(f64::NEG_INFINITY), upper.unwrap_or(f64::INFINITY));
        if lower.is_nan() || upper.is_nan() || lower > upper {
            return Err(WeightingRefusal::Bounds);
        }
        let mut weights = self.weights().to_vec();
        let mean = self.population() / float(self.rows());
        if mean < lower || mean > upper {
            return Err(WeightingRefusal::NothingInside);
        }
        let outside = |weight: &f64| *weight < lower || *weight > upper;
        for _ in 0..if strict { ROUNDS } else { 1 } {
            let inside = weights.iter().filter(|weight| !outside(weight)).count();
            if inside == weights.len() {
                break;
            }
            if inside == 0 {
                return Err(WeightingRefusal::NothingInside);
            }
            let cut = weights.iter().map(|weight| weight - weight.clamp(lower, upper)).collect::<Sum>().value();
            let part = cut / float(u64::try_from(inside).unwrap_or(u64::MAX));
            for weight in &mut weights {
                *weight = if outside(weight) { weight.clamp(lower, upper) } else { *weight + part };
            }
        }
        let factors: Vec<f64> = weights.iter().zip(self.weights()).map(|(after, before)| after / before).collect();
        Ok(self.clone().reweighted(&factors, Weighting::Trimmed, self.calibration().cloned()))
    }
}
