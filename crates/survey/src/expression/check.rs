#![expect(clippy::wildcard_enum_match_arm, reason = "of the tree all that is not named has nothing to object to")]

use super::function::Function;
use super::node::{Node, Operator};
use super::{ExpressionProblem, token};
use crate::nearest::nearest;

/// What a check knows of a question that an expression names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked<'a> {
    /// Words, a day, a calculation: anything may come.
    Anything,
    Number,
    /// One of these options.
    One(&'a [&'a str]),
    /// Any number of these options.
    Many(&'a [&'a str]),
}

/// Finds what was understood but can never be meant: words where a number must be, several answers taken for one number,
/// an option that the question does not offer. `look` tells what is known of a name; of `None` nothing is said.
pub(super) fn check<'a>(node: &Node, look: &dyn Fn(&str) -> Option<Asked<'a>>) -> Vec<ExpressionProblem> {
    let mut problems = Vec::new();
    node.visit(&mut |node| match node {
        Node::Negative(inner) => number(inner, look, &mut problems),
        Node::Binary(operator, left, right) if operator.is_arithmetic() || operator.is_order() => {
            number(left, look, &mut problems);
            number(right, look, &mut problems);
        }
        Node::Binary(Operator::Equal | Operator::Unequal, left, right) => {
            option(left, right, look, &mut problems);
            option(right, left, look, &mut problems);
        }
        Node::Call(Function::Selected, arguments) => {
            if let [question, wanted] = arguments.as_slice() {
                option(question, wanted, look, &mut problems);
            }
        }
        Node::Call(function, arguments) if takes_numbers(*function) => {
            arguments.iter().for_each(|argument| number(argument, look, &mut problems));
        }
        _ => {}
    });
    problems
}

fn takes_numbers(function: Function) -> bool {
    matches!(
        function,
        Function::Int
            | Function::Round
            | Function::Floor
            | Function::Ceiling
            | Function::Abs
            | Function::Pow
            | Function::Sqrt
            | Function::Exp
            | Function::Exp10
            | Function::Log
            | Function::Log10
            | Function::Min
            | Function::Max
            | Function::Sum
    )
}

fn number<'a>(node: &Node, look: &dyn Fn(&str) -> Option<Asked<'a>>, problems: &mut Vec<ExpressionProblem>) {
    match node {
        Node::Text(text) if super::Value::Text(text.clone()).as_number().is_nan() => {
            problems.push(ExpressionProblem::NotANumber { near: token::near(text) });
        }
        Node::Name(name) if matches!(look(name), Some(Asked::Many(_))) => {
            problems.push(ExpressionProblem::SeveralAnswers { name: name.clone() });
        }
        _ => {}
    }
}

fn option<'a>(
    question: &Node,
    wanted: &Node,
    look: &dyn Fn(&str) -> Option<Asked<'a>>,
    problems: &mut Vec<ExpressionProblem>,
) {
    let (Node::Name(name), Node::Text(text)) = (question, wanted) else { return };
    let (Some(Asked::One(options)) | Some(Asked::Many(options))) = look(name) else { return };
    let is_known = text.split_whitespace().all(|word| options.contains(&word));
    if !is_known {
        problems.push(ExpressionProblem::NoSuchOption {
            name: name.clone(),
            option: token::near(text),
            similar: nearest(text, options.iter().copied()),
        });
    }
}
