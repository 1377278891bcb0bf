use super::{Findings, Problem};
use crate::expression::Asked;
use crate::nearest::nearest;
use crate::{Expression, ExpressionProblem, Located, OptionCode};
use std::collections::BTreeMap;

/// All names of the sheet and what expressions said about them, checked together at the end.
#[derive(Default)]
pub(super) struct Names {
    known: BTreeMap<String, Known>,
    meanings: BTreeMap<String, Meaning>,
    uses: Vec<Use>,
}

/// What an answer can be, as far as an expression cares.
pub(super) enum Meaning {
    Number,
    One(Vec<OptionCode>),
    Many(Vec<OptionCode>),
}

struct Known {
    row: u32,
    place: Located<Problem>,
    is_question: bool,
    takes_other: bool,
}

struct Use {
    /// Where the expression stands.
    place: Located<Problem>,
    row: u32,
    expression: Expression,
    /// In a constraint a question may name itself.
    own: Option<String>,
}

impl Names {
    /// Takes a name; a repeated one is refused with the row of the first.
    pub(super) fn take(
        &mut self,
        name: &str,
        row: u32,
        place: Located<Problem>,
        is_question: bool,
        takes_other: bool,
        findings: &mut Findings,
    ) {
        match self.known.get(name) {
            Some(first) => {
                let problem = Problem::RepeatedName { name: name.to_owned(), first_row: first.row };
                findings.refuse(Located { problem, ..place });
            }
            None => {
                self.known.insert(name.to_owned(), Known { row, place, is_question, takes_other });
            }
        }
    }

    pub(super) fn is_taken(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    pub(super) fn used(&mut self, expression: &Expression, row: u32, place: Located<Problem>, own: Option<&str>) {
        self.uses.push(Use { place, row, expression: expression.clone(), own: own.map(str::to_owned) });
    }

    pub(super) fn means(&mut self, name: &str, meaning: Meaning) {
        self.meanings.insert(name.to_owned(), meaning);
    }

    /// Names only ever point backwards: so there is no circle, and no page depends on a later one.
    pub(super) fn check(self, findings: &mut Findings) {
        let options = self.options();
        for usage in &self.uses {
            for name in usage.expression.names() {
                if let Some(problem) = self.objection(usage, name) {
                    findings.refuse(Located { problem, ..usage.place.clone() });
                }
            }
            for problem in self.doubts(&usage.expression, &options) {
                findings.warn(Located { problem: Problem::Expression(problem), ..usage.place.clone() });
            }
        }
        for (name, known) in &self.known {
            let question = name.strip_suffix("_other").and_then(|name| self.known.get(name));
            if let Some(question) = question.filter(|question| question.takes_other) {
                let problem = Problem::RepeatedName { name: name.clone(), first_row: question.row };
                findings.refuse(Located { problem, ..known.place.clone() });
            }
        }
    }

    fn options(&self) -> BTreeMap<&str, Vec<&str>> {
        let choices = self.meanings.iter().filter_map(|(name, meaning)| match meaning {
            Meaning::Number => None,
            Meaning::One(options) | Meaning::Many(options) => Some((name.as_str(), options)),
        });
        choices.map(|(name, options)| (name, options.iter().map(OptionCode::as_str).collect())).collect()
    }

    /// What can be written but hardly be meant.
    fn doubts(&self, expression: &Expression, options: &BTreeMap<&str, Vec<&str>>) -> Vec<ExpressionProblem> {
        expression.check(&|name| match (self.meanings.get(name)?, options.get(name)) {
            (Meaning::Number, _) => Some(Asked::Number),
            (Meaning::One(_), options) => Some(Asked::One(options?)),
            (Meaning::Many(_), options) => Some(Asked::Many(options?)),
        })
    }

    fn objection(&self, usage: &Use, name: &str) -> Option<Problem> {
        let direct = self.known.get(name).filter(|known| known.is_question);
        let other =
            || name.strip_suffix("_other").and_then(|name| self.known.get(name)).filter(|known| known.takes_other);
        let Some(known) = direct.or_else(other) else {
            let questions = self.known.iter().filter(|(_, known)| known.is_question).map(|(name, _)| name.as_str());
            return Some(Problem::UnknownName {
                name: name.chars().take(60).collect(),
                similar: nearest(name, questions),
            });
        };
        if known.row < usage.row || usage.own.as_deref() == Some(name) {
            None
        } else if known.row == usage.row {
            Some(Problem::OwnName { name: name.to_owned() })
        } else {
            Some(Problem::LaterName { name: name.to_owned(), row: known.row })
        }
    }
}
