#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "of the tree all that is not named is a fact of which nothing is known"
)]

use super::function::{Asks, Function};
use super::node::{Node, Operator};
use super::{Context, Expression, Surroundings, Value, evaluate};
use crate::Answers;
use jiff::civil::date;

/// What an expression demands of the answers, as far as that can be said without knowing them. What cannot be said may
/// hold or not, so whatever is found impossible truly is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Formula {
    Always,
    Never,
    /// It depends on what is not known here.
    Perhaps,
    Fact(Fact),
    All(Vec<Formula>),
    Any(Vec<Formula>),
}

/// One demand on one answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fact {
    /// The answer is this text or number, or is not.
    Is { name: String, value: Value, yes: bool },
    /// The option is among those chosen, or is not.
    Chosen { name: String, option: String, yes: bool },
    /// The answer is a number within these ends, each with whether it is one itself.
    Within { name: String, least: (f64, bool), most: (f64, bool) },
    /// So many options are chosen.
    Count { name: String, least: (f64, bool), most: (f64, bool) },
}

impl Expression {
    /// What it demands to hold, or not to hold. `own` is the question that `.` stands for.
    pub(crate) fn formula(&self, own: Option<&str>, holds: bool) -> Formula {
        of(&self.node, own, holds)
    }
}

fn of(node: &Node, own: Option<&str>, holds: bool) -> Formula {
    if let Some(value) = constant(node) {
        return if value.as_boolean() == holds { Formula::Always } else { Formula::Never };
    }
    match node {
        Node::Binary(Operator::And, left, right) => joined(true, [of(left, own, holds), of(right, own, holds)], holds),
        Node::Binary(Operator::Or, left, right) => joined(false, [of(left, own, holds), of(right, own, holds)], holds),
        Node::Binary(operator, left, right) => compared(*operator, left, right, own, holds),
        Node::Call(Function::Not, arguments) => {
            arguments.first().map_or(Formula::Perhaps, |inner| of(inner, own, !holds))
        }
        Node::Call(Function::Boolean, arguments) => {
            arguments.first().map_or(Formula::Perhaps, |inner| of(inner, own, holds))
        }
        Node::Call(Function::If, arguments) => match arguments.as_slice() {
            [condition, then, otherwise] => Formula::Any(vec![
                Formula::All(vec![of(condition, own, true), of(then, own, holds)]),
                Formula::All(vec![of(condition, own, false), of(otherwise, own, holds)]),
            ]),
            _ => Formula::Perhaps,
        },
        Node::Call(Function::Selected, arguments) => match arguments.as_slice() {
            [question, wanted] => match (name(question, own), constant(wanted)) {
                (Some(name), Some(option)) => {
                    Formula::Fact(Fact::Chosen { name, option: option.as_text().trim().to_owned(), yes: holds })
                }
                _ => Formula::Perhaps,
            },
            _ => Formula::Perhaps,
        },
        _ => Formula::Perhaps,
    }
}

/// „And“ that must not hold is „or“ of what must not.
fn joined(is_and: bool, parts: [Formula; 2], holds: bool) -> Formula {
    if is_and == holds { Formula::All(parts.into()) } else { Formula::Any(parts.into()) }
}

fn compared(operator: Operator, left: &Node, right: &Node, own: Option<&str>, holds: bool) -> Formula {
    // `5 < ${n}` is `${n} > 5`.
    let (asked, value, operator) = match (constant(left), constant(right)) {
        (None, Some(value)) => (left, value, operator),
        (Some(value), None) => (right, value, mirrored(operator)),
        _ => return Formula::Perhaps,
    };
    let counted = match asked {
        Node::Call(Function::CountSelected, arguments) => arguments.first().and_then(|inner| name(inner, own)),
        _ => None,
    };
    if let (Operator::Equal | Operator::Unequal, None) = (operator, &counted) {
        let yes = (operator == Operator::Equal) == holds;
        return name(asked, own).map_or(Formula::Perhaps, |name| Formula::Fact(Fact::Is { name, value, yes }));
    }
    let number = value.as_number();
    // What is not compared with a number never holds; not holding says nothing, for an empty answer is no number either.
    if number.is_nan() {
        return if holds { Formula::Never } else { Formula::Always };
    }
    let is_counted = counted.is_some();
    let Some(name) = counted.or_else(|| name(asked, own)) else { return Formula::Perhaps };
    let span = |least: (f64, bool), most: (f64, bool)| {
        Formula::Fact(if is_counted {
            Fact::Count { name: name.clone(), least, most }
        } else {
            Fact::Within { name: name.clone(), least, most }
        })
    };
    const LOW: (f64, bool) = (f64::NEG_INFINITY, true);
    const HIGH: (f64, bool) = (f64::INFINITY, true);
    let operator = if holds { operator } else { opposite(operator) };
    let demanded = match operator {
        Operator::Less => span(LOW, (number, false)),
        Operator::LessOrEqual => span(LOW, (number, true)),
        Operator::Greater => span((number, false), HIGH),
        Operator::GreaterOrEqual => span((number, true), HIGH),
        Operator::Equal => span((number, true), (number, true)),
        Operator::Unequal => Formula::Any(vec![span(LOW, (number, false)), span((number, false), HIGH)]),
        _ => Formula::Perhaps,
    };
    // An empty answer is no number, so it is on neither side: not being above 5 includes it.
    match (holds, is_counted, &demanded) {
        (false, false, Formula::Fact(_)) => {
            let empty = Fact::Is { name, value: Value::empty(), yes: true };
            Formula::Any(vec![demanded, Formula::Fact(empty)])
        }
        _ => demanded,
    }
}

fn mirrored(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::LessOrEqual => Operator::GreaterOrEqual,
        Operator::Greater => Operator::Less,
        Operator::GreaterOrEqual => Operator::LessOrEqual,
        other => other,
    }
}

fn opposite(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::GreaterOrEqual,
        Operator::LessOrEqual => Operator::Greater,
        Operator::Greater => Operator::LessOrEqual,
        Operator::GreaterOrEqual => Operator::Less,
        Operator::Equal => Operator::Unequal,
        Operator::Unequal => Operator::Equal,
        other => other,
    }
}

fn name(node: &Node, own: Option<&str>) -> Option<String> {
    match node {
        Node::Name(name) => Some(name.clone()),
        Node::Itself => own.map(str::to_owned),
        _ => None,
    }
}

/// The value of what asks for no answer, day or chance.
fn constant(node: &Node) -> Option<Value> {
    let mut is_constant = true;
    node.visit(&mut |node| {
        is_constant &= match node {
            Node::Name(_) | Node::Itself | Node::Path(_) | Node::Union(..) => false,
            Node::Call(Function::Today | Function::Now | Function::Once, _) => false,
            Node::Call(
                Function::String | Function::Number | Function::StringLength | Function::NormalizeSpace,
                arguments,
            ) => !arguments.is_empty(),
            Node::Call(function, _) => function.asks() == Asks::Answers,
            _ => true,
        };
    });
    let nobody = Answers::default();
    let context =
        Context { answers: &nobody, own: None, today: date(1970, 1, 1), surroundings: Surroundings::default() };
    is_constant.then(|| evaluate::of_answers(node, &context))
}
