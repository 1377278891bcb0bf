use crate::{Group, GroupCode, Item, OptionCode, QuestionCode, Questionnaire, ScaleCode};
use std::collections::{BTreeMap, BTreeSet};

/// LimeSurvey takes Latin letters and digits only: twenty for a question and its rows, five for an option.
pub(super) struct Codes {
    questions: BTreeMap<String, String>,
    rows: BTreeMap<String, String>,
    options: BTreeMap<(ScaleCode, OptionCode), String>,
    /// How a script names a question: by its code, or by that of its array and its own.
    places: BTreeMap<String, String>,
}

impl Codes {
    pub(super) fn of(questionnaire: &Questionnaire) -> Codes {
        let mut codes = Codes {
            questions: BTreeMap::new(),
            rows: BTreeMap::new(),
            options: BTreeMap::new(),
            places: BTreeMap::new(),
        };
        let mut taken = BTreeSet::new();
        let mut left: Vec<&Item> = questionnaire.items.iter().rev().collect();
        while let Some(item) = left.pop() {
            match item {
                Item::Question(question) => codes.name(&question.code, &mut taken),
                Item::Group(group) => {
                    if group.is_battery() {
                        codes.battery(group, &mut taken);
                    } else {
                        left.extend(group.items.iter().rev());
                    }
                }
            }
        }
        for (scale, options) in &questionnaire.scales {
            let mut taken = BTreeSet::new();
            for option in &options.options {
                let code = fitting(option.code.as_str(), "A", 5, &mut taken);
                codes.options.insert((scale.clone(), option.code.clone()), code);
            }
        }
        codes
    }

    fn name(&mut self, code: &QuestionCode, taken: &mut BTreeSet<String>) {
        let name = fitting(code.as_str(), "Q", 20, taken);
        self.places.insert(code.to_string(), name.clone());
        self.questions.insert(code.to_string(), name);
    }

    fn battery(&mut self, group: &Group, taken: &mut BTreeSet<String>) {
        let name = fitting(group.code.as_str(), "Q", 20, taken);
        self.questions.insert(group.code.to_string(), name.clone());
        let scale = group.battery_scale();
        let mut within = BTreeSet::new();
        for question in group.items.iter().filter_map(Item::question) {
            if question.scale() == scale {
                let row = fitting(question.code.as_str(), "SQ", 20, &mut within);
                self.places.insert(question.code.to_string(), format!("{name}_{row}"));
                self.rows.insert(question.code.to_string(), row);
            } else {
                self.name(&question.code, taken);
            }
        }
    }

    pub(super) fn question(&self, code: &QuestionCode) -> String {
        self.questions.get(code.as_str()).cloned().unwrap_or_default()
    }

    pub(super) fn group(&self, code: &GroupCode) -> String {
        self.questions.get(code.as_str()).cloned().unwrap_or_default()
    }

    pub(super) fn row(&self, code: &QuestionCode) -> String {
        self.rows.get(code.as_str()).cloned().unwrap_or_default()
    }

    pub(super) fn option(&self, scale: &ScaleCode, option: &OptionCode) -> String {
        self.options.get(&(scale.clone(), option.clone())).cloned().unwrap_or_default()
    }

    pub(super) fn place(&self, code: &str) -> Option<&str> {
        self.places.get(code).map(String::as_str)
    }
}

/// The code itself where it fits and is free, else one that counts.
fn fitting(code: &str, mark: &str, most: usize, taken: &mut BTreeSet<String>) -> String {
    let kept: String = code.chars().filter(char::is_ascii_alphanumeric).take(most).collect();
    let is_question = most > 5;
    let begins_well = !is_question || kept.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let mut name = if kept.is_empty() || !begins_well { format!("{mark}1") } else { kept };
    let mut next = 1;
    while taken.contains(&name.to_lowercase()) {
        next += 1;
        name = format!("{mark}{next}");
    }
    taken.insert(name.to_lowercase());
    name
}
