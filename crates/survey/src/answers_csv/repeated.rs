use super::AcceptedRow;
use std::collections::BTreeMap;

/// A row whose answers all equal those of an earlier one: perhaps the same person twice, perhaps two who think alike. It
/// is told and never dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Repeated {
    pub row: u32,
    /// The first row with these answers.
    pub first: u32,
}

/// Fewer answers are easily given by two people.
const LEAST_ANSWERS: usize = 5;

/// The rows that repeat an earlier one, in the order of the file.
pub fn repeated(rows: &[AcceptedRow]) -> Vec<Repeated> {
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let told = rows.iter().filter(|row| row.answers.len() >= LEAST_ANSWERS);
    told.filter_map(|row| match known.entry(crate::response_json::write(&row.answers)) {
        std::collections::btree_map::Entry::Occupied(first) => Some(Repeated { row: row.row, first: *first.get() }),
        std::collections::btree_map::Entry::Vacant(place) => {
            place.insert(row.row);
            None
        }
    })
    .collect()
}
