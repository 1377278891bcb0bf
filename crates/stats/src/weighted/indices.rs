use crate::design::{Design, DesignRefusal};
use crate::linearised::Linearised;
use crate::math::float;
use crate::math::sum::Sum;

/// 100·(P_promoters − P_detractors): the mean of scores of 100, 0 and −100 (Reichheld 2003).
///
/// # Errors
/// When nobody answered, or the columns differ in length.
pub fn weighted_promoters(
    design: &Design,
    answers: &[Option<f64>],
    promoters_from: f64,
    detractors_to: f64,
) -> Result<Linearised, DesignRefusal> {
    let is = |holds: bool| if holds { 100.0 } else { 0.0 };
    let score = |answer: f64| is(answer >= promoters_from) - is(answer <= detractors_to);
    Linearised::mean(design, &answers.iter().map(|answer| answer.map(score)).collect::<Vec<_>>())
}

/// CSI = Σa_j·m_j/Σa_j with the importance a_j asked of the same respondents (means), so that its own uncertainty is
/// in the variance: u = Σ_j[a_j·u(m_j) + (m_j−CSI)·u(a_j)]/Σa_j. Without it the interval would be too short.
///
/// # Errors
/// When nobody answered some item, or the importances add up to nought.
pub fn satisfaction(
    design: &Design,
    performance: &[Vec<Option<f64>>],
    importance: &[Vec<Option<f64>>],
) -> Result<Linearised, DesignRefusal> {
    if performance.len() != importance.len() || performance.is_empty() {
        return Err(DesignRefusal::LengthsDiffer { expected: performance.len(), found: importance.len() });
    }
    let means = |items: &[Vec<Option<f64>>]| -> Result<Vec<Linearised>, DesignRefusal> {
        items.iter().map(|item| Linearised::mean(design, item)).collect()
    };
    let (performance, importance) = (means(performance)?, means(importance)?);
    let all = importance.iter().map(|item| item.value).collect::<Sum>().value();
    let weighted = performance.iter().zip(&importance).map(|(item, importance)| item.value * importance.value);
    let index = weighted.collect::<Sum>().value() / all;
    if !index.is_finite() {
        return Err(DesignRefusal::NotANumber);
    }
    let parts: Vec<(f64, &Linearised)> = performance
        .iter()
        .zip(&importance)
        .flat_map(|(item, own)| [(own.value / all, item), ((item.value - index) / all, own)])
        .collect();
    Ok(Linearised { value: index, ..Linearised::combined(&parts) })
}

/// Cronbach's α = K/(K−1)·(1−Σv_j/v_total) from weighted variances, among those who answered all items.
///
/// # Errors
/// With fewer than two items, nobody who answered all, or no spread.
pub fn weighted_alpha(design: &Design, items: &[Vec<Option<f64>>]) -> Result<f64, DesignRefusal> {
    if items.len() < 2 {
        return Err(DesignRefusal::Nobody);
    }
    if let Some(item) = items.iter().find(|item| item.len() != design.units()) {
        return Err(DesignRefusal::LengthsDiffer { expected: design.units(), found: item.len() });
    }
    let mut whole = Vec::new();
    for (unit, weight) in design.weights().iter().enumerate() {
        let row: Option<Vec<f64>> = items.iter().map(|item| item.get(unit).copied().flatten()).collect();
        whole.extend(row.map(|row| (*weight, row)));
    }
    if whole.is_empty() {
        return Err(DesignRefusal::Nobody);
    }
    let population = whole.iter().map(|(weight, _)| *weight).collect::<Sum>().value();
    let variance = |value: &dyn Fn(&[f64]) -> f64| {
        let mean = whole.iter().map(|(weight, row)| weight * value(row)).collect::<Sum>().value() / population;
        let square = |row: &[f64]| (value(row) - mean) * (value(row) - mean);
        whole.iter().map(|(weight, row)| weight * square(row)).collect::<Sum>().value() / population
    };
    let of_items =
        (0..items.len()).map(|item| variance(&|row| row.get(item).copied().unwrap_or(0.0))).collect::<Sum>().value();
    let total = variance(&|row| row.iter().sum());
    let number = float(u64::try_from(items.len()).unwrap_or(u64::MAX));
    let alpha = number / (number - 1.0) * (1.0 - of_items / total);
    if alpha.is_finite() { Ok(alpha) } else { Err(DesignRefusal::NotANumber) }
}
