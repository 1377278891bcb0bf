//! One invented person's answers, by the code of the question.

use super::chance::Seeded;
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Person {
    answers: BTreeMap<String, String>,
}

impl Person {
    pub fn says(&mut self, code: &str, answer: impl ToString) {
        self.answers.insert(code.to_owned(), answer.to_string());
    }

    /// Several options; none of them is no answer.
    pub fn chooses(&mut self, code: &str, options: &[&str]) {
        if !options.is_empty() {
            self.says(code, options.join(" "));
        }
    }

    /// What was answered; empty for nothing.
    pub fn said(&self, code: &str) -> &str {
        self.answers.get(code).map_or("", String::as_str)
    }

    pub fn forgets(&mut self, code: &str) {
        self.answers.remove(code);
        self.answers.remove(&format!("{code}_other"));
    }

    /// Leaves out each of the questions this often. Who was not asked cannot skip: nothing changes there.
    pub fn skips(&mut self, codes: &[&str], share: f64, chance: &mut Seeded) {
        for code in codes {
            if chance.happens(share) {
                self.forgets(code);
            }
        }
    }

    pub fn take(&mut self, column: &str) -> String {
        self.answers.remove(column).unwrap_or_default()
    }

    pub fn left_over(&self) -> Option<&str> {
        self.answers.keys().next().map(String::as_str)
    }
}

/// The step of a scale that a disposition leads to: between the cuts, from the lowest step up.
pub fn step<'a>(disposition: f64, cuts: &[f64], steps: &[&'a str]) -> &'a str {
    let above = cuts.iter().filter(|cut| disposition > **cut).count();
    steps.get(above).copied().unwrap_or("")
}
