use crate::{Dataset, Value};

/// What a first walk over the rows found: how many there are, how wide the words are and how often each answer was given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    pub rows: u64,
    pub variables: Vec<VariableSummary>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct VariableSummary {
    /// Bytes of the longest words.
    pub widest: usize,
    /// By the place of the category.
    pub categories: Vec<u64>,
    /// By [`crate::Absence::place`].
    pub absences: [u64; 7],
    /// Cells with an answer.
    pub present: u64,
    /// Of numbers.
    pub least: Option<f64>,
    pub most: Option<f64>,
    sum: f64,
}

impl Summary {
    pub fn new(dataset: &Dataset) -> Summary {
        let empty = |variable: &crate::Variable| VariableSummary {
            categories: vec![0; variable.categories().len()],
            ..VariableSummary::default()
        };
        Summary { rows: 0, variables: dataset.variables.iter().map(empty).collect() }
    }

    pub fn add(&mut self, row: &[Value<'_>]) {
        self.rows += 1;
        for (summary, value) in self.variables.iter_mut().zip(row) {
            summary.add(*value);
        }
    }
}

impl VariableSummary {
    fn add(&mut self, value: Value<'_>) {
        if let Value::Absent(absence) = value {
            if let Some(count) = self.absences.get_mut(absence.place()) {
                *count += 1;
            }
            return;
        }
        self.present += 1;
        match value {
            Value::Category(place) => {
                if let Some(count) = self.categories.get_mut(place) {
                    *count += 1;
                }
            }
            Value::Number(number) => {
                self.sum += number;
                self.least = Some(self.least.map_or(number, |least| least.min(number)));
                self.most = Some(self.most.map_or(number, |most| most.max(number)));
            }
            Value::Words(words) => self.widest = self.widest.max(words.len()),
            Value::Absent(_) | Value::Day(_) | Value::Hour(_) => {}
        }
    }

    /// Of numbers; `None` where there is none.
    pub fn mean(&self) -> Option<f64> {
        self.least?;
        u32::try_from(self.present).ok().filter(|present| *present > 0).map(|present| self.sum / f64::from(present))
    }
}
