#![expect(
    clippy::indexing_slicing,
    reason = "terms are numbered by this file, and every column has one entry for each unit"
)]

use crate::design::{Design, DesignRefusal};
use crate::linearised::Linearised;
use crate::math::sum::Sum;

/// One explaining column: its value for each unit.
pub type Term = Vec<Option<f64>>;

/// What the terms add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// The answer itself.
    Identity,
    /// The log-odds of an answer of 0 or 1.
    Logit,
}

/// Coefficients of a regression under a design.
#[derive(Debug, Clone, PartialEq)]
pub struct Regression {
    /// In the order of the terms.
    pub coefficients: Vec<Linearised>,
    /// ν of the units with all values + 1 − the number of coefficients.
    pub residual_degrees: f64,
}

/// Rounds after which coefficients that still move have no end: some answer is certain.
const ROUNDS: usize = 60;

/// Weighted regression with the sandwich of the design (Binder 1983; Lumley 2010, ch. 5): the influence on the
/// coefficients is (XᵀWX)⁻¹·x·(y−μ) per unit of weight. With terms 1, T, post and T·post the last coefficient is the
/// difference of differences; where people were asked twice, the person is the cluster.
///
/// Whoever lacks a value is outside the domain.
///
/// # Errors
/// When nobody has all values, a term repeats others, the coefficients have no end, or the design tells no variance.
pub fn regression(
    design: &Design,
    response: &[Option<f64>],
    terms: &[Term],
    link: Link,
) -> Result<Regression, DesignRefusal> {
    let lengths = terms.iter().map(Vec::len).chain([response.len()]);
    if let Some(found) = lengths.into_iter().find(|length| *length != design.units()) {
        return Err(DesignRefusal::LengthsDiffer { expected: design.units(), found });
    }
    let whole = |unit: &usize| {
        response[*unit].is_some_and(f64::is_finite) && terms.iter().all(|term| term[*unit].is_some_and(f64::is_finite))
    };
    let units: Vec<usize> = (0..design.units()).filter(whole).collect();
    if units.is_empty() || terms.is_empty() {
        return Err(DesignRefusal::Nobody);
    }
    let y: Vec<f64> = units.iter().filter_map(|unit| response[*unit]).collect();
    let weights: Vec<f64> = units.iter().map(|unit| design.weights()[*unit]).collect();
    let columns: Vec<Vec<f64>> =
        terms.iter().map(|term| units.iter().filter_map(|unit| term[*unit]).collect()).collect();
    let (coefficients, fitted, basis) = match link {
        Link::Identity => {
            let basis = Basis::of(&columns, &weights)?;
            let coefficients = basis.project(&y, &weights);
            (coefficients.clone(), predicted(&columns, &coefficients), basis)
        }
        Link::Logit => logistic(&columns, &weights, &y)?,
    };
    let residuals: Vec<f64> = y.iter().zip(&fitted).map(|(y, fitted)| y - fitted).collect();
    let influences = basis.influences(&residuals);
    let spread = |(value, influence): (f64, Vec<f64>)| {
        let mut all = vec![0.0; design.units()];
        for (unit, influence) in units.iter().zip(influence) {
            all[*unit] = influence;
        }
        Linearised { value, influence: all }
    };
    let mut members = vec![false; design.units()];
    units.iter().for_each(|unit| members[*unit] = true);
    let number = crate::math::float(u64::try_from(terms.len()).unwrap_or(u64::MAX));
    Ok(Regression {
        coefficients: coefficients.into_iter().zip(influences).map(spread).collect(),
        residual_degrees: design.degrees_of(&members) + 1.0 - number,
    })
}

/// Iteratively reweighted least squares, until the coefficients stand still.
fn logistic(columns: &[Vec<f64>], weights: &[f64], y: &[f64]) -> Result<(Vec<f64>, Vec<f64>, Basis), DesignRefusal> {
    if y.iter().any(|y| !(0.0..=1.0).contains(y)) {
        return Err(DesignRefusal::NotANumber);
    }
    let mut coefficients = vec![0.0; columns.len()];
    // A first step from (y + ½)/2 keeps the start away from the ends.
    let mut fitted: Vec<f64> = y.iter().map(|y| (y + 0.5) / 2.0).collect();
    let mut link: Vec<f64> = fitted.iter().map(|mean| libm::log(mean / (1.0 - mean))).collect();
    for round in 0..ROUNDS {
        let slopes: Vec<f64> = fitted.iter().map(|mean| (mean * (1.0 - mean)).max(f64::EPSILON)).collect();
        let working: Vec<f64> = weights.iter().zip(&slopes).map(|(weight, slope)| weight * slope).collect();
        let basis = Basis::of(columns, &working)?;
        let target: Vec<f64> = (0..y.len()).map(|unit| link[unit] + (y[unit] - fitted[unit]) / slopes[unit]).collect();
        let next = basis.project(&target, &working);
        let moved = next
            .iter()
            .zip(&coefficients)
            .fold(0.0, |most: f64, (next, before)| most.max((next - before).abs() / next.abs().max(1e-3)));
        coefficients = next;
        link = predicted(columns, &coefficients);
        fitted = link.iter().map(|link| 1.0 / (1.0 + libm::exp(-link))).collect();
        if !moved.is_finite() || link.iter().any(|link| link.abs() > 300.0) {
            return Err(DesignRefusal::NotFound);
        }
        if round > 0 && moved < 1e-13 {
            let working: Vec<f64> =
                weights.iter().zip(&fitted).map(|(weight, mean)| weight * mean * (1.0 - mean)).collect();
            return Ok((coefficients, fitted, Basis::of(columns, &working)?));
        }
    }
    Err(DesignRefusal::NotFound)
}

fn predicted(columns: &[Vec<f64>], coefficients: &[f64]) -> Vec<f64> {
    let units = columns.first().map_or(0, Vec::len);
    let value = |unit: usize| columns.iter().zip(coefficients).map(|(column, value)| column[unit] * value).sum();
    (0..units).map(value).collect()
}

/// X = QR with QᵀWQ = 1: the columns made orthogonal one after the other, twice, so that nearly equal ones stay exact.
struct Basis {
    orthogonal: Vec<Vec<f64>>,
    /// The upper triangle, column by column.
    upper: Vec<Vec<f64>>,
}

/// What is left of a column's length after taking away the earlier ones, below which it repeats them.
const DEPENDENT: f64 = 1e-9;

impl Basis {
    fn of(columns: &[Vec<f64>], weights: &[f64]) -> Result<Basis, DesignRefusal> {
        let mut basis = Basis { orthogonal: Vec::new(), upper: Vec::new() };
        for (place, column) in columns.iter().enumerate() {
            let mut rest = column.clone();
            let mut upper = vec![0.0; place + 1];
            let length = product(column, column, weights).sqrt();
            for _ in 0..2 {
                for (earlier, other) in basis.orthogonal.iter().enumerate() {
                    let part = product(&rest, other, weights);
                    upper[earlier] += part;
                    rest.iter_mut().zip(other).for_each(|(value, other)| *value -= part * other);
                }
            }
            let left = product(&rest, &rest, weights).sqrt();
            // Written so that what is not a number counts as dependent too.
            if !(left > DEPENDENT * length && left.is_finite()) {
                return Err(DesignRefusal::Dependent { column: place });
            }
            rest.iter_mut().for_each(|value| *value /= left);
            upper[place] = left;
            basis.orthogonal.push(rest);
            basis.upper.push(upper);
        }
        Ok(basis)
    }

    /// The coefficients of the columns that come nearest to the target.
    fn project(&self, target: &[f64], weights: &[f64]) -> Vec<f64> {
        let mut rest = target.to_vec();
        let mut parts = Vec::with_capacity(self.orthogonal.len());
        for column in &self.orthogonal {
            let part = product(&rest, column, weights);
            rest.iter_mut().zip(column).for_each(|(value, other)| *value -= part * other);
            parts.push(part);
        }
        self.back(parts)
    }

    /// (XᵀWX)⁻¹·x·residual for each unit, a column for each coefficient.
    fn influences(&self, residuals: &[f64]) -> Vec<Vec<f64>> {
        let mut influences = vec![Vec::with_capacity(residuals.len()); self.orthogonal.len()];
        for (unit, residual) in residuals.iter().enumerate() {
            let parts = self.orthogonal.iter().map(|column| column[unit] * residual).collect();
            for (influence, value) in influences.iter_mut().zip(self.back(parts)) {
                influence.push(value);
            }
        }
        influences
    }

    /// R⁻¹·parts.
    fn back(&self, mut parts: Vec<f64>) -> Vec<f64> {
        for place in (0..parts.len()).rev() {
            parts[place] /= self.upper[place][place];
            for earlier in 0..place {
                parts[earlier] -= self.upper[place][earlier] * parts[place];
            }
        }
        parts
    }
}

fn product(a: &[f64], b: &[f64], weights: &[f64]) -> f64 {
    a.iter().zip(b).zip(weights).map(|((a, b), weight)| weight * a * b).collect::<Sum>().value()
}
