use crate::math::float;
use crate::missing::MOST;
use crate::refusal::Refusal;

/// Counts of two questions at once: usually groups in the rows and answers in the columns.
///
/// Where the answers rise from column to column, the rank tests read the same table as an ordered one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossTable {
    columns: usize,
    /// Row after row.
    counts: Vec<u64>,
}

impl CrossTable {
    /// Counts so large that all cells together could exceed 2⁴⁰ are cut to that: there are not so many people.
    ///
    /// # Errors
    /// When the rows are not of one length.
    pub fn new(rows: &[Vec<u64>]) -> Result<CrossTable, Refusal> {
        let columns = rows.first().map_or(0, Vec::len);
        if let Some(other) = rows.iter().find(|row| row.len() != columns) {
            return Err(Refusal::LengthsDiffer { expected: columns, found: other.len() });
        }
        let cells = u64::try_from(columns.saturating_mul(rows.len())).unwrap_or(MOST).clamp(1, MOST);
        Ok(CrossTable { columns, counts: rows.iter().flatten().map(|count| (*count).min(MOST / cells)).collect() })
    }

    /// One row per sample and one rising column per different value. What is not a number is left out.
    pub fn of_samples(samples: &[Vec<f64>]) -> CrossTable {
        let once = |sample: &Vec<f64>| sample.iter().map(|value| (*value, 1)).collect();
        CrossTable::of_counted(&samples.iter().map(once).collect::<Vec<_>>())
    }

    /// The same of values with how often each occurs.
    pub fn of_counted(samples: &[Vec<(f64, u64)>]) -> CrossTable {
        // Adding nought makes one value of the two noughts.
        let clean = |sample: &Vec<(f64, u64)>| -> Vec<(f64, u64)> {
            let numbers = sample.iter().filter(|(value, count)| !value.is_nan() && *count > 0);
            let mut values: Vec<(f64, u64)> = numbers.map(|(value, count)| (value + 0.0, *count)).collect();
            values.sort_by(|a, b| a.0.total_cmp(&b.0));
            values
        };
        let samples: Vec<Vec<(f64, u64)>> = samples.iter().map(clean).collect();
        let mut levels: Vec<f64> = samples.iter().flatten().map(|(value, _)| *value).collect();
        levels.sort_by(f64::total_cmp);
        levels.dedup_by(|a, b| a.total_cmp(b).is_eq());
        let most = MOST / u64::try_from(levels.len().saturating_mul(samples.len())).unwrap_or(MOST).clamp(1, MOST);
        let mut counts = Vec::with_capacity(levels.len() * samples.len());
        for sample in &samples {
            let mut values = sample.iter().peekable();
            for level in &levels {
                let mut count = 0u64;
                while let Some((_, more)) = values.next_if(|(value, _)| value.total_cmp(level).is_eq()) {
                    count = count.saturating_add(*more);
                }
                counts.push(count.min(most));
            }
        }
        CrossTable { columns: levels.len(), counts }
    }

    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &[u64]> + ExactSizeIterator + Clone {
        // A table without columns has no rows either.
        self.counts.chunks_exact(self.columns.max(1))
    }

    pub fn width(&self) -> usize {
        if self.counts.is_empty() { 0 } else { self.columns }
    }

    pub fn height(&self) -> usize {
        self.rows().len()
    }

    /// Nought outside the table.
    pub fn count(&self, row: usize, column: usize) -> u64 {
        self.rows().nth(row).and_then(|row| row.get(column)).copied().unwrap_or(0)
    }

    pub fn row_totals(&self) -> Vec<u64> {
        self.rows().map(|row| row.iter().sum()).collect()
    }

    pub fn column_totals(&self) -> Vec<u64> {
        let mut totals = vec![0; self.width()];
        for row in self.rows() {
            for (total, count) in totals.iter_mut().zip(row) {
                *total += count;
            }
        }
        totals
    }

    pub fn total(&self) -> u64 {
        self.counts.iter().sum()
    }

    pub fn transposed(&self) -> CrossTable {
        let column = |j: usize| self.rows().filter_map(move |row| row.get(j).copied());
        CrossTable { columns: self.height(), counts: (0..self.width()).flat_map(column).collect() }
    }

    /// Without the rows and columns in which there is nobody: they say nothing about the others.
    pub fn without_empty(&self) -> CrossTable {
        let full = self.column_totals();
        let columns = full.iter().filter(|total| **total > 0).count();
        let kept = |row: &[u64]| -> Vec<u64> {
            row.iter().zip(&full).filter(|(_, total)| **total > 0).map(|(count, _)| *count).collect()
        };
        let counts = self.rows().filter(|row| row.iter().any(|count| *count > 0)).flat_map(kept).collect();
        CrossTable { columns, counts }
    }

    /// What each cell would hold if the rows did not differ: row total · column total / n.
    pub fn expected(&self) -> Vec<Vec<f64>> {
        let (columns, n) = (self.column_totals(), float(self.total()));
        let cells = |row: u64| columns.iter().map(|column| float(row) * float(*column) / n).collect();
        self.row_totals().into_iter().map(cells).collect()
    }

    /// The counts of one row, if there is one.
    pub fn row(&self, row: usize) -> Option<&[u64]> {
        self.rows().nth(row)
    }

    /// a, b, c, d of a table of two rows and two columns.
    pub fn fourfold(&self) -> Option<[u64; 4]> {
        let is_fourfold = self.width() == 2 && self.height() == 2;
        is_fourfold.then_some(())?;
        self.counts.as_slice().try_into().ok()
    }
}
