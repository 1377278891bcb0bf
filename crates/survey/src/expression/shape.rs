#![expect(clippy::wildcard_enum_match_arm, reason = "whatever is not named here is no simple condition")]

use super::function::Function;
use super::node::{Node, Operator};

/// A condition as lists to pick from can show it: simple claims, all of them or any of them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    All(Vec<Shape>),
    Any(Vec<Shape>),
    Compared {
        name: String,
        comparison: Comparison,
        value: Literal,
    },
    /// Whether an option is among the chosen ones.
    Chosen {
        name: String,
        option: String,
        is_chosen: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    Unequal,
    AtLeast,
    AtMost,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Text(String),
    Number(f64),
}

/// `None` for what is more than that.
pub(super) fn shape(node: &Node) -> Option<Shape> {
    match node {
        Node::Binary(Operator::And, ..) => Some(Shape::All(joined(node, Operator::And)?)),
        Node::Binary(Operator::Or, ..) => Some(Shape::Any(joined(node, Operator::Or)?)),
        Node::Binary(operator, left, right) => {
            let comparison = match operator {
                Operator::Equal => Comparison::Equal,
                Operator::Unequal => Comparison::Unequal,
                Operator::GreaterOrEqual => Comparison::AtLeast,
                Operator::LessOrEqual => Comparison::AtMost,
                _ => return None,
            };
            let Node::Name(name) = left.as_ref() else { return None };
            Some(Shape::Compared { name: name.clone(), comparison, value: literal(right)? })
        }
        Node::Call(Function::Selected, arguments) => chosen(arguments, true),
        Node::Call(Function::Not, arguments) => match arguments.as_slice() {
            [Node::Call(Function::Selected, arguments)] => chosen(arguments, false),
            _ => None,
        },
        _ => None,
    }
}

/// What one operator joins, whatever the order in which it was read; as deep as the reader let it be.
fn joined(node: &Node, by: Operator) -> Option<Vec<Shape>> {
    match node {
        Node::Binary(operator, left, right) if *operator == by => {
            let mut all = joined(left, by)?;
            all.extend(joined(right, by)?);
            Some(all)
        }
        other => Some(vec![shape(other)?]),
    }
}

fn chosen(arguments: &[Node], is_chosen: bool) -> Option<Shape> {
    let [Node::Name(name), Node::Text(option)] = arguments else { return None };
    Some(Shape::Chosen { name: name.clone(), option: option.clone(), is_chosen })
}

fn literal(node: &Node) -> Option<Literal> {
    match node {
        Node::Text(text) => Some(Literal::Text(text.clone())),
        Node::Number(number) => Some(Literal::Number(*number)),
        Node::Negative(inner) => match inner.as_ref() {
            Node::Number(number) => Some(Literal::Number(-number)),
            _ => None,
        },
        _ => None,
    }
}
