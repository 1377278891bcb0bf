#![expect(clippy::wildcard_enum_match_arm, reason = "each file answers for its own functions; the dispatch lists all")]

use super::{Arguments, Evaluator, Found, Outcome, Value, count, whole};
use crate::expression::function::Function;
use crate::expression::node::{Node, question_in};

/// Choices and truth.
impl Evaluator<'_> {
    pub(super) fn choices(&self, function: Function, given: Arguments<'_>) -> Outcome<Found> {
        match function {
            // The branch that is not taken is not looked at, and places stay places.
            Function::If => {
                let branch = if self.argument(given, 0)?.as_boolean() { 1 } else { 2 };
                match given.all.get(branch) {
                    Some(node) => self.value(node, given.spot),
                    None => Ok(Found::Value(Value::empty())),
                }
            }
            _ => self.choice(function, given).map(Found::Value),
        }
    }

    fn choice(&self, function: Function, given: Arguments<'_>) -> Outcome<Value> {
        Ok(match function {
            Function::Selected => {
                let (chosen, wanted) = (self.text(given, 0)?, self.text(given, 1)?);
                Value::Boolean(chosen.split_whitespace().any(|option| option == wanted.trim()))
            }
            Function::SelectedAt => {
                let (chosen, place) = (self.text(given, 0)?, self.number(given, 1)?);
                let option = whole(place).and_then(|place| chosen.split_whitespace().nth(place));
                Value::Text(option.unwrap_or_default().to_owned())
            }
            Function::CountSelected => Value::Number(count(self.text(given, 0)?.split_whitespace().count())),
            Function::ChoiceName => self.choice_name(given)?,
            Function::Coalesce => {
                for place in 0..given.all.len() {
                    let value = self.argument(given, place)?;
                    if !value.is_empty() {
                        return Ok(value);
                    }
                }
                Value::empty()
            }
            Function::Once => self.once(given)?,
            Function::Not => Value::Boolean(!self.argument(given, 0)?.as_boolean()),
            Function::True => Value::Boolean(true),
            Function::Boolean => Value::Boolean(self.argument(given, 0)?.as_boolean()),
            Function::BooleanFromString => {
                Value::Boolean(matches!(self.text(given, 0)?.trim().to_lowercase().as_str(), "true" | "1"))
            }
            Function::Checklist => {
                let held = self.all(given, 2)?.iter().filter(|value| value.as_boolean()).count();
                self.between(given, count(held))?
            }
            Function::WeightedChecklist => {
                let mut weight = 0.0;
                for place in (2..given.all.len()).step_by(2) {
                    if self.argument(given, place)?.as_boolean() {
                        weight += self.number(given, place + 1)?;
                    }
                }
                self.between(given, weight)?
            }
            _ => Value::Boolean(false),
        })
    }

    /// The first two arguments are the least and the most; below zero there is no bound.
    fn between(&self, given: Arguments<'_>, amount: f64) -> Outcome<Value> {
        let (least, most) = (self.number(given, 0)?, self.number(given, 1)?);
        Ok(Value::Boolean((least < 0.0 || amount >= least) && (most < 0.0 || amount <= most)))
    }

    /// What is already there stays; a group has no answer of its own.
    fn once(&self, given: Arguments<'_>) -> Outcome<Value> {
        let is_container = match (&self.ground, given.spot.place) {
            (super::Ground::Form(scene), Some(place)) => scene.instance.is_container(place),
            _ => false,
        };
        let own = if is_container { Value::empty() } else { self.scalar(&Node::Itself, given.spot)? };
        if own.is_empty() { self.argument(given, 0) } else { Ok(own) }
    }

    /// The second argument names the question: in quotes, with or without a path.
    fn choice_name(&self, given: Arguments<'_>) -> Outcome<Value> {
        let option = self.text(given, 0)?;
        let question = match given.all.get(1) {
            Some(Node::Text(text)) => question_in(text).to_owned(),
            Some(Node::Name(name)) => name.clone(),
            _ => self.text(given, 1)?,
        };
        let label = self.surroundings.labels.and_then(|labels| labels.label(&question, option.trim()));
        Ok(label.map_or_else(Value::empty, Value::Text))
    }
}
