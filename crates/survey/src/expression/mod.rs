//! The part of the ODK expression language that questionnaires use in relevance, constraint and calculation.
//!
//! Semantics follow the ODK form reference. Where its two engines disagree: `regex` must match the whole text (as in
//! JavaRosa), `round` goes up at the half (as in JavaRosa), a question without an answer is the empty text.

mod evaluate;
mod problem;
mod token;
mod tree;
mod value;

pub use evaluate::Context;
pub use problem::ExpressionProblem;
pub use value::Value;

use std::fmt;
use tree::Node;

/// An expression that was read and understood. Two expressions are equal when they are written alike.
#[derive(Clone)]
pub struct Expression {
    source: String,
    node: Node,
}

impl Expression {
    /// The longest source, in characters.
    pub const LONGEST: usize = 4000;

    /// # Errors
    /// Says what is wrong and near which words; never goes deeper than a fixed limit.
    pub fn parse(source: &str) -> Result<Expression, ExpressionProblem> {
        let length = source.chars().count();
        if length > Expression::LONGEST {
            return Err(ExpressionProblem::TooLong { is: length, max: Expression::LONGEST });
        }
        let node = tree::parse(&token::split(source)?)?;
        Ok(Expression { source: source.trim().to_owned(), node })
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// The names in `${…}`, in order, repeated where they are.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.node.visit(&mut |node| {
            if let Node::Name(name) = node {
                names.push(name.as_str());
            }
        });
        names
    }

    /// Whether it asks for the answer itself, `.`.
    pub fn asks_for_itself(&self) -> bool {
        let mut asks = false;
        self.node.visit(&mut |node| asks |= matches!(node, Node::Itself));
        asks
    }

    pub fn value(&self, context: &Context<'_>) -> Value {
        evaluate::value(&self.node, context)
    }

    pub fn holds(&self, context: &Context<'_>) -> bool {
        self.value(context).as_boolean()
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Expression) -> bool {
        self.source == other.source
    }
}

impl Eq for Expression {}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Expression({:?})", self.source)
    }
}
