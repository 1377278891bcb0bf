use crate::math;

/// Columns of equal width under a set of numbers, with edges that people would choose: steps of 1, 2 or 5 times ten.
#[derive(Debug, Clone, PartialEq)]
pub struct Bins {
    /// The lower edge of the first column.
    pub start: f64,
    /// The width of each column, in the unit of the answers.
    pub width: f64,
    /// A column holds its lower edge, and not its upper one.
    pub counts: Vec<u64>,
}

impl Bins {
    /// At most so many columns are drawn.
    pub const MOST: u32 = 12;

    /// `whole` keeps the width at 1 or more, for answers that are whole numbers. `None` without a finite answer.
    pub fn of(values: &[f64], whole: bool) -> Option<Bins> {
        let finite = || values.iter().copied().filter(|value| value.is_finite());
        let lowest = finite().reduce(f64::min)?;
        let highest = finite().reduce(f64::max)?;
        let width = width(highest / 2.0 - lowest / 2.0, whole);
        // In units of the width, so that not even the ends of all floats overflow; the hair is for edges like 0.3.
        let first = (lowest / width + 1e-9).floor();
        let column = |value: f64| usize::try_from(math::count(value / width + 1e-9 - first)).unwrap_or(usize::MAX);
        let mut counts = vec![0; column(highest).min(2 * usize::try_from(Bins::MOST).unwrap_or(0)) + 1];
        for value in finite() {
            if let Some(count) = counts.get_mut(column(value)) {
                *count += 1;
            }
        }
        Some(Bins { start: first * width, width, counts })
    }

    /// The lower edge of each column and, last, the upper edge of the last.
    pub fn edges(&self) -> Vec<f64> {
        (0u32..).take(self.counts.len() + 1).map(|i| self.start + f64::from(i) * self.width).collect()
    }
}

/// The smallest of 1, 2, 5 × 10^k that covers twice the half range within the columns there may be.
fn width(half_range: f64, whole: bool) -> f64 {
    let least = 2.0 * (half_range / f64::from(Bins::MOST - 1));
    let ten = libm::pow(10.0, libm::floor(libm::log10(least)));
    let nice = if !ten.is_finite() || ten <= 0.0 {
        1.0
    } else {
        let steps = [1.0, 2.0, 5.0, 10.0];
        steps.into_iter().map(|step| step * ten).find(|width| *width >= least * (1.0 - 1e-12)).unwrap_or(10.0 * ten)
    };
    if whole { nice.max(1.0) } else { nice }
}
