use crate::interval::Interval;
use crate::level::Level;
use crate::math::sum::Sum;
use crate::math::{float, student};
use crate::refusal::Refusal;

/// The weight of each item in an index.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Importance<'a> {
    /// Declared once, for everybody.
    Fixed(&'a [f64]),
    /// The mean of what the same people said of each item's importance: it varies too, and the interval says so.
    Estimated(&'a [Vec<Option<f64>>]),
}

/// The customer satisfaction index Σaⱼmⱼ/Σaⱼ: the mean of the items' means, each as important as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SatisfactionIndex {
    /// In units of the answers.
    pub value: f64,
    pub standard_error: f64,
    pub interval: Interval,
    /// Everybody who answered anything in it.
    pub n: u64,
    /// The plain mean of the items. Where it lies inside the interval, importance changes nothing, and a report says so.
    pub unweighted: f64,
}

/// The index over items, one column of cells per item.
///
/// Its variance is n/(n−1)·Σu², with the influence of a person uᵢ = Σⱼ[aⱼuᵢⱼᵐ + (mⱼ−CSI)uᵢⱼᵃ]/Σaⱼ, where uᵢⱼ is what the
/// person adds to a mean, and nothing where there is no answer (the delta method; Särndal, Swensson & Wretman 1992,
/// section 5.5).
///
/// # Errors
/// When the columns are not of one length, the weights not one for each item and positive together, an item has no
/// answer, or fewer than two people answered.
pub fn satisfaction_index(
    items: &[Vec<Option<f64>>],
    importance: Importance,
    level: Level,
) -> Result<SatisfactionIndex, Refusal> {
    let people = items.first().map_or(0, Vec::len);
    let performance = items.iter().map(|item| Mean::of(item, people)).collect::<Result<Vec<_>, _>>()?;
    let weights = match importance {
        Importance::Fixed(weights) => weights.iter().map(|weight| Mean::fixed(*weight)).collect(),
        Importance::Estimated(columns) => {
            columns.iter().map(|column| Mean::of(column, people)).collect::<Result<Vec<_>, _>>()?
        }
    };
    if weights.len() != items.len() {
        return Err(Refusal::LengthsDiffer { expected: items.len(), found: weights.len() });
    }
    let all = weights.iter().map(|weight| weight.value).collect::<Sum>().value();
    if !(all > 0.0 && all.is_finite()) {
        return Err(Refusal::WithoutWeight);
    }
    let pairs = || performance.iter().zip(&weights);
    let value = pairs().map(|(mean, weight)| mean.value * weight.value).collect::<Sum>().value() / all;
    let influence = |person: usize| -> Option<f64> {
        let mut answered = false;
        let mut total = Sum::default();
        for (mean, weight) in pairs() {
            for (distance, scale) in [(mean.at(person), weight.value), (weight.at(person), mean.value - value)] {
                answered |= distance.is_some();
                total.add(distance.unwrap_or(0.0) * scale);
            }
        }
        answered.then(|| total.value() / all)
    };
    let influences: Vec<f64> = (0..people).filter_map(influence).collect();
    let n = u64::try_from(influences.len()).unwrap_or(u64::MAX);
    if n < 2 {
        return Err(Refusal::FewAnswers { n, needed: 2 });
    }
    let size = float(n);
    let variance = size / (size - 1.0) * influences.iter().map(|u| u * u).collect::<Sum>().value();
    let standard_error = variance.sqrt();
    let count = float(u64::try_from(items.len()).unwrap_or(u64::MAX));
    Ok(SatisfactionIndex {
        value,
        standard_error,
        interval: Interval::around(value, student::upper_quantile(level.tail(), size - 1.0) * standard_error),
        n,
        unweighted: performance.iter().map(|mean| mean.value).collect::<Sum>().value() / count,
    })
}

/// A mean and what each person adds to it.
struct Mean<'a> {
    value: f64,
    answers: f64,
    column: &'a [Option<f64>],
}

impl<'a> Mean<'a> {
    fn of(column: &'a [Option<f64>], people: usize) -> Result<Mean<'a>, Refusal> {
        if column.len() != people {
            return Err(Refusal::LengthsDiffer { expected: people, found: column.len() });
        }
        let answered = || column.iter().copied().flatten().filter(|y| y.is_finite());
        let count = u64::try_from(answered().count()).unwrap_or(u64::MAX);
        if count == 0 {
            return Err(Refusal::FewAnswers { n: 0, needed: 1 });
        }
        let answers = float(count);
        Ok(Mean { value: answered().collect::<Sum>().value() / answers, answers, column })
    }

    fn fixed(value: f64) -> Mean<'a> {
        Mean { value, answers: 1.0, column: &[] }
    }

    fn at(&self, person: usize) -> Option<f64> {
        let answer = self.column.get(person).copied().flatten().filter(|y| y.is_finite())?;
        Some((answer - self.value) / self.answers)
    }
}
