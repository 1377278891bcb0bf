use crate::math::float;
use crate::math::matrix::Matrix;
use crate::math::sum::Sum;

/// How several items vary together: variances on the diagonal, with n−1.
#[derive(Debug, Clone, PartialEq)]
pub struct Covariances {
    pub matrix: Matrix,
    /// People who answered all items; with [`Covariances::pairwise`] the fewest who answered any two.
    pub n: u64,
}

impl Covariances {
    /// Of those who answered every item. Each item is a column with one cell per person; `None` with fewer than two
    /// such people, or where the columns differ in length.
    pub fn listwise(items: &[Vec<Option<f64>>]) -> Option<Covariances> {
        let columns = complete(items)?;
        let n = columns.first().map_or(0, Vec::len);
        let deviations: Vec<Vec<f64>> = columns.iter().map(|column| deviations(column)).collect();
        let of = |row: usize, column: usize| match (deviations.get(row), deviations.get(column)) {
            (Some(a), Some(b)) => product(a, b),
            (_, _) => 0.0,
        };
        let matrix = (n > 1).then(|| Matrix::of(columns.len(), columns.len(), of))?;
        Some(Covariances { matrix, n: u64::try_from(n).ok()? })
    }

    /// Each two items of those who answered both. What comes out need not be possible for any one group of people.
    pub fn pairwise(items: &[Vec<Option<f64>>]) -> Option<Covariances> {
        let both = |row: usize, column: usize| {
            let pair = [items.get(row), items.get(column)].map(|item| item.cloned().unwrap_or_default());
            complete(&pair).unwrap_or_default()
        };
        let people = |columns: &[Vec<f64>]| columns.first().map_or(0, Vec::len);
        let matrix = Matrix::of(items.len(), items.len(), |row, column| match both(row, column).as_slice() {
            [a, b] if a.len() > 1 => product(&deviations(a), &deviations(b)),
            _ => f64::NAN,
        });
        let pairs = (0..items.len()).flat_map(|row| (0..=row).map(move |column| (row, column)));
        let fewest = pairs.map(|(row, column)| people(&both(row, column))).min()?;
        (fewest > 1).then_some(Covariances { matrix, n: u64::try_from(fewest).ok()? })
    }
}

/// The columns with only those people left who have a finite number in each.
pub fn complete(items: &[Vec<Option<f64>>]) -> Option<Vec<Vec<f64>>> {
    let people = items.first()?.len();
    if items.iter().any(|item| item.len() != people) {
        return None;
    }
    let cell = |item: &Vec<Option<f64>>, person: usize| item.get(person).copied().flatten().filter(|y| y.is_finite());
    let kept: Vec<usize> =
        (0..people).filter(|person| items.iter().all(|item| cell(item, *person).is_some())).collect();
    Some(items.iter().map(|item| kept.iter().filter_map(|person| cell(item, *person)).collect()).collect())
}

fn deviations(column: &[f64]) -> Vec<f64> {
    let n = float(u64::try_from(column.len()).unwrap_or(u64::MAX));
    let mean = column.iter().copied().collect::<Sum>().value() / n;
    column.iter().map(|value| value - mean).collect()
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    let n = float(u64::try_from(a.len()).unwrap_or(u64::MAX));
    a.iter().zip(b).map(|(a, b)| a * b).collect::<Sum>().value() / (n - 1.0)
}
