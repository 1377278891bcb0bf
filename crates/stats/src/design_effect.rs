use crate::design::{Design, DesignRefusal};
use crate::linearised::Linearised;
use crate::math::float;
use crate::math::sum::Sum;

/// How many times wider the design makes a variance than a simple random sample of as many answers would.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DesignEffect {
    /// V/[(s²/n)·(N̂−n)/N̂]: against a draw without replacement.
    pub without_replacement: f64,
    /// V/(s²/n): against a draw with replacement.
    pub with_replacement: f64,
}

/// The effect for the mean of the answers, with s² = n/(n−1)·Σw(y−ȳ)²/Σw over those who answered (Kish 1965, 8.2).
///
/// # Errors
/// When fewer than two answered, or all the same.
pub fn design_effect(design: &Design, answers: &[Option<f64>]) -> Result<DesignEffect, DesignRefusal> {
    let mean = Linearised::mean(design, answers)?;
    let variance = mean.variance(design)?;
    let (mut rows, mut population, mut squares) = (0, Sum::default(), Sum::default());
    for ((answer, weight), count) in answers.iter().zip(design.weights()).zip(design.counts()) {
        if let Some(answer) = answer {
            rows += count;
            population.add(*weight);
            squares.add(weight * (answer - mean.value) * (answer - mean.value));
        }
    }
    let (n, population) = (float(rows), population.value());
    let simple = n / (n - 1.0) * squares.value() / population / n;
    let with_replacement = variance / simple;
    let without_replacement = with_replacement * population / (population - n);
    if with_replacement.is_finite() {
        Ok(DesignEffect { without_replacement, with_replacement })
    } else {
        Err(DesignRefusal::NotANumber)
    }
}
