use crate::comparisons::pearson_correlation;
use crate::math::matrix::Matrix;
use crate::refusal::Refusal;
use crate::scales::complete;

/// How several items go together with each other and with an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlations {
    /// Of each two items; 1 on the diagonal.
    pub items: Matrix,
    /// Of each item with the outcome.
    pub outcome: Vec<f64>,
    /// People who answered all of them.
    pub n: u64,
}

impl Correlations {
    /// Pearson's r among those who answered the outcome and every item; each column has one cell per person.
    ///
    /// # Errors
    /// When the columns differ in length, or one of them does not vary.
    pub fn of(outcome: &[Option<f64>], items: &[Vec<Option<f64>>]) -> Result<Correlations, Refusal> {
        let mut columns = vec![outcome.to_vec()];
        columns.extend_from_slice(items);
        let different = || items.iter().map(Vec::len).find(|found| *found != outcome.len()).unwrap_or(0);
        let Some(columns) = complete(&columns) else {
            return Err(Refusal::LengthsDiffer { expected: outcome.len(), found: different() });
        };
        let Some((outcome, items)) = columns.split_first() else { return Err(Refusal::NoSpread) };
        let with_outcome: Option<Vec<f64>> = items.iter().map(|item| pearson_correlation(item, outcome)).collect();
        let among = Matrix::of(items.len(), items.len(), |row, column| match (items.get(row), items.get(column)) {
            (Some(_), Some(_)) if row == column => 1.0,
            (Some(a), Some(b)) => pearson_correlation(a, b).unwrap_or(f64::NAN),
            (_, _) => f64::NAN,
        });
        let outcome_n = u64::try_from(outcome.len()).unwrap_or(u64::MAX);
        match with_outcome {
            Some(outcome) => Ok(Correlations { items: among, outcome, n: outcome_n }),
            None => Err(Refusal::NoSpread),
        }
    }

    /// The slopes of the regression on all items, each in standard deviations. Never shown as importance: among items
    /// that go together their signs turn. `None` where an item follows from the others.
    pub fn standardised_slopes(&self) -> Option<Vec<f64>> {
        let outcome = Matrix::of(self.outcome.len(), 1, |row, _| self.outcome.get(row).copied().unwrap_or(f64::NAN));
        Some(self.items.solve(&outcome)?.transposed().row(0).to_vec())
    }
}
