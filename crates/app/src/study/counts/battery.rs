use survey::{Answer, Group, GroupCode, Item, Journey, OptionCode, Outcome, Questionnaire};

/// In a battery of fewer rows the same answer throughout is nothing to wonder at.
pub const LEAST_ROWS: usize = 3;

/// How a battery was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BatteryCounts {
    /// Who answered every row that they were shown.
    pub whole: u64,
    /// Those of them who gave the same answer in every row.
    pub alike: u64,
}

impl BatteryCounts {
    pub(super) fn add(&mut self, is_alike: bool) {
        self.whole += 1;
        self.alike += u64::from(is_alike);
    }
}

/// The batteries of `current` of which this person answered every row that was shown, and at least [`LEAST_ROWS`], with
/// whether all the answers are alike.
pub fn filled<'q>(
    current: &'q Questionnaire,
    version: &Questionnaire,
    journey: &Journey<'_>,
) -> Vec<(&'q GroupCode, bool)> {
    let mut found = Vec::new();
    let mut left: Vec<&Group> = current.items.iter().filter_map(Item::group).collect();
    while let Some(group) = left.pop() {
        if group.is_battery() {
            if let Some(is_alike) = is_alike(group, current, version, journey) {
                found.push((&group.code, is_alike));
            }
        } else {
            left.extend(group.items.iter().filter_map(Item::group));
        }
    }
    found
}

/// `None` where not every row was answered, or too few were shown.
fn is_alike(battery: &Group, current: &Questionnaire, version: &Questionnaire, journey: &Journey<'_>) -> Option<bool> {
    let mut chosen: Vec<&OptionCode> = Vec::new();
    for row in battery.items.iter().filter_map(Item::question) {
        let asked = if std::ptr::eq(current, version) { row } else { version.counterpart(row)? };
        if !journey.is_shown(asked.code.as_str()) {
            continue;
        }
        let Outcome::Answered(Answer::One(option, _)) = journey.outcome_of(asked) else { return None };
        chosen.push(option);
    }
    let first = *chosen.first()?;
    (chosen.len() >= LEAST_ROWS).then(|| chosen.iter().all(|option| *option == first))
}
