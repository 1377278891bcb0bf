#![expect(clippy::indexing_slicing, reason = "cells and columns are numbered by the margins")]

use super::calibration::{Distance, products};
use super::margin::{Cells, Margin};
use super::refusal::WeightingRefusal;
use crate::math::cholesky::Cholesky;
use crate::math::sum::Sum;

/// Newton needs a dozen steps where there is a solution.
const STEPS: usize = 200;
const HALVINGS: usize = 40;
/// The largest gap of a margin, as a part of the population, with which the margins hold.
const ENOUGH: f64 = 1e-12;

/// The factor of each cell with Σd·g(xᵀλ)·x = T, by Newton's steps on λ, each halved until it helps.
pub fn factors(cells: &Cells, margins: &[Margin], distance: Distance) -> Result<Vec<f64>, WeightingRefusal> {
    if let Distance::Logit { low, high } = distance
        && !(low.is_finite() && high.is_finite() && low < 1.0 && high > 1.0)
    {
        return Err(WeightingRefusal::Bounds);
    }
    if let Some(column) = Cholesky::of(&products(cells, &cells.weights)).dependent().first() {
        let (margin, category) = cells.place(*column);
        return Err(WeightingRefusal::Repeats { margin, category });
    }
    let targets = cells.targets(margins);
    let mut state = State::at(vec![0.0; cells.width()], cells, &targets, distance);
    for _ in 0..STEPS {
        let slopes: Vec<f64> = cells.weights.iter().zip(&state.slopes).map(|(weight, slope)| weight * slope).collect();
        let step = Cholesky::of(&products(cells, &slopes)).solve(&state.gaps);
        let tried = (0..HALVINGS).scan(1.0, |size, _| {
            let next: Vec<f64> = state.lambda.iter().zip(&step).map(|(value, step)| value + *size * step).collect();
            *size /= 2.0;
            Some(State::at(next, cells, &targets, distance))
        });
        let Some(better) = tried.into_iter().find(|next| next.worst < state.worst) else { break };
        state = better;
    }
    if state.worst <= ENOUGH {
        return Ok(state.factors);
    }
    let largest = state.gaps.iter().zip(&targets).map(|(gap, target)| gap.abs() / target).enumerate();
    let column = largest.max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(column, _)| column);
    let (margin, category) = cells.place(column);
    Err(WeightingRefusal::OutOfReach { margin, category })
}

struct State {
    lambda: Vec<f64>,
    factors: Vec<f64>,
    slopes: Vec<f64>,
    /// T − Σwx.
    gaps: Vec<f64>,
    /// The largest gap as a part of the population.
    worst: f64,
}

impl State {
    fn at(lambda: Vec<f64>, cells: &Cells, targets: &[f64], distance: Distance) -> State {
        let (mut factors, mut slopes) = (Vec::new(), Vec::new());
        let mut sums = vec![Sum::default(); targets.len()];
        for (cell, weight) in cells.weights.iter().enumerate() {
            let (factor, slope) = distance.factor(cells.columns(cell).map(|column| lambda[column]).sum());
            for column in cells.columns(cell) {
                sums[column].add(weight * factor);
            }
            factors.push(factor);
            slopes.push(slope);
        }
        let gaps: Vec<f64> = targets.iter().zip(sums).map(|(target, sum)| target - sum.value()).collect();
        let worst =
            gaps.iter().fold(0.0, |most: f64, gap| if gap.is_nan() { f64::INFINITY } else { most.max(gap.abs()) });
        State { worst: worst / targets[0], lambda, factors, slopes, gaps }
    }
}

impl Distance {
    /// g and its slope at u = xᵀλ.
    fn factor(self, u: f64) -> (f64, f64) {
        match self {
            Distance::Raking => (libm::exp(u), libm::exp(u)),
            Distance::Linear => (1.0 + u, 1.0),
            Distance::Logit { low, high } => {
                let steepness = (high - low) / ((1.0 - low) * (high - 1.0));
                let e = libm::exp(-(steepness * u).abs());
                // Written from whichever end is nearer, so that neither overflows.
                let g = if u > 0.0 {
                    (low * (high - 1.0) * e + high * (1.0 - low)) / ((high - 1.0) * e + (1.0 - low))
                } else {
                    (low * (high - 1.0) + high * (1.0 - low) * e) / ((high - 1.0) + (1.0 - low) * e)
                };
                (g, (g - low) * (high - g) / ((1.0 - low) * (high - 1.0)))
            }
        }
    }
}
