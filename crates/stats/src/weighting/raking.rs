#![expect(clippy::indexing_slicing, reason = "cells and categories are numbered by the margins")]

use super::margin::{Cells, Margin};
use super::refusal::WeightingRefusal;
use crate::math::sum::Sum;

/// More rounds than that mean that the margins contradict each other in this sample.
const ROUNDS: usize = 5000;
/// The largest adjustment of a round after which the margins hold.
const ENOUGH: f64 = 1e-10;
/// After this there is nothing left but rounding.
const FINISHED: f64 = 1e-15;
const TREMBLING: f64 = 1e-13;

/// The factor of each cell by iterative proportional fitting.
pub fn factors(cells: &Cells, margins: &[Margin]) -> Result<Vec<f64>, WeightingRefusal> {
    let mut factors = vec![1.0; cells.weights.len()];
    let mut worst = (f64::INFINITY, 0, 0);
    for _ in 0..ROUNDS {
        let before = worst.0;
        worst = (0.0, 0, 0);
        for (place, margin) in margins.iter().enumerate() {
            let mut sums = vec![Sum::default(); margin.totals.len()];
            for (cell, categories) in cells.categories.iter().enumerate() {
                sums[categories[place]].add(cells.weights[cell] * factors[cell]);
            }
            let steps: Vec<f64> = sums.iter().zip(&margin.totals).map(|(sum, total)| total / sum.value()).collect();
            for (category, step) in steps.iter().enumerate() {
                let change = (step - 1.0).abs();
                if change > worst.0 || change.is_nan() {
                    worst = (change, place, category);
                }
            }
            for (factor, categories) in factors.iter_mut().zip(&cells.categories) {
                *factor *= steps[categories[place]];
            }
        }
        // Rounding may keep the last digits trembling for ever.
        if worst.0 <= FINISHED || (worst.0 <= TREMBLING && worst.0 >= before) {
            break;
        }
    }
    if worst.0 <= ENOUGH {
        Ok(factors)
    } else {
        Err(WeightingRefusal::OutOfReach { margin: worst.1, category: worst.2 })
    }
}
