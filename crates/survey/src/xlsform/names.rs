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
    /// The row of the repeat that is open.
    pub(super) within: Option<u32>,
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
    within: Option<u32>,
}

struct Use {
    /// Where the expression stands.
    place: Located<Problem>,
    row: u32,
    names: Vec<String>,
    /// `None` for words that only name answers.
    expression: Option<Expression>,
    /// In a constraint a question may name itself.
    own: Option<String>,
    within: Option<u32>,
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
                self.known.insert(name.to_owned(), Known { row, place, is_question, takes_other, within: self.within });
            }
        }
    }

    /// What was named within the repeat that is open.
    pub(super) fn in_repeat(&self) -> Vec<String> {
        let inside = self.known.iter().filter(|(_, known)| known.within.is_some() && known.within == self.within);
        inside.map(|(name, _)| name.clone()).collect()
    }

    pub(super) fn is_taken(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    pub(super) fn used(&mut self, expression: &Expression, row: u32, place: Located<Problem>, own: Option<&str>) {
        let names = expression.names().into_iter().map(str::to_owned).collect();
        self.uses.push(Use {
            place,
            row,
            names,
            expression: Some(expression.clone()),
            own: own.map(str::to_owned),
            within: self.within,
        });
    }

    pub(super) fn means(&mut self, name: &str, meaning: Meaning) {
        self.meanings.insert(name.to_owned(), meaning);
    }

    /// Names in words that people read, or in a filter.
    pub(super) fn mentioned(&mut self, names: Vec<String>, row: u32, place: Located<Problem>) {
        if !names.is_empty() {
            self.uses.push(Use { place, row, names, expression: None, own: None, within: self.within });
        }
    }

    /// Names only ever point backwards: so there is no circle, and no page depends on a later one.
    pub(super) fn check(self, findings: &mut Findings) {
        let options = self.options();
        for usage in &self.uses {
            for name in &usage.names {
                if let Some(problem) = self.objection(usage, name) {
                    findings.refuse(Located { problem, ..usage.place.clone() });
                }
            }
            let doubts = usage.expression.iter().flat_map(|expression| self.doubts(expression, &options));
            for problem in doubts {
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
        // From outside nobody knows which round is meant.
        if known.within.is_some() && known.within != usage.within {
            return Some(Problem::WithinRepeat { name: name.to_owned() });
        }
        if known.row < usage.row || usage.own.as_deref() == Some(name) {
            None
        } else if known.row == usage.row {
            Some(Problem::OwnName { name: name.to_owned() })
        } else {
            Some(Problem::LaterName { name: name.to_owned(), row: known.row })
        }
    }
}
