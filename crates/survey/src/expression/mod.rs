//! The ODK expression language: relevance, constraint, calculation and all that a form computes.
//!
//! Semantics follow the ODK form reference. Every expression on which its two engines agree comes to the same here; for
//! those on which they do not, the choices and their reasons are in `docs/decisions`. In a questionnaire an expression
//! sees answers by their names; on the [`Instance`] of a form it also goes through groups and repeats by paths.

mod check;
mod evaluate;
mod formula;
mod function;
mod instance;
mod labels;
mod node;
mod parse;
mod problem;
mod read;
mod script;
mod shape;
mod token;
mod value;

pub use check::Asked;
pub use evaluate::{CalendarNames, Context, Found, Scene, Surroundings};
pub(crate) use formula::{Fact, Formula};
pub use instance::{Instance, Place};
pub use labels::Labels;
pub use problem::{ExpressionFault, ExpressionProblem};
pub use read::UnreadableInstance;
pub(crate) use script::Spelling;
pub(crate) use shape::{Comparison, Literal, Shape};
pub use value::Value;

use function::Function;
use instance::Work;
use node::Node;
use std::fmt;

/// An expression that was read and understood. Two expressions are equal when they are written alike.
#[derive(Clone)]
pub struct Expression {
    source: String,
    node: Node,
}

/// What an expression may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Paths, positions, other instances: where it is evaluated on the tree of a form.
    pub tree: bool,
    /// `random()`, `uuid()`, `randomize()`: where whoever evaluates it gives a seed.
    pub chance: bool,
}

impl Reach {
    /// The way through a questionnaire is computed anew for every page, so chance would change it under the person's hands.
    pub const QUESTIONNAIRE: Reach = Reach { tree: false, chance: false };
    pub const FORM: Reach = Reach { tree: true, chance: true };
}

impl Expression {
    /// The longest source, in characters.
    pub const LONGEST: usize = 4000;

    /// An expression of a questionnaire.
    ///
    /// # Errors
    /// Says what is wrong and near which words; never goes deeper than a fixed limit.
    pub fn parse(source: &str) -> Result<Expression, ExpressionProblem> {
        Expression::parse_within(source, Reach::QUESTIONNAIRE)
    }

    /// # Errors
    /// As [`Expression::parse`].
    pub fn parse_within(source: &str, reach: Reach) -> Result<Expression, ExpressionProblem> {
        let length = source.chars().count();
        if length > Expression::LONGEST {
            return Err(ExpressionProblem::TooLong { is: length, max: Expression::LONGEST });
        }
        let node = parse::parse(&token::split(source)?, reach)?;
        Ok(Expression { source: source.trim().to_owned(), node })
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// The names in `${…}`, in order, repeated where they are; `jr:choice-name` names a question in quotes.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.node.visit(&mut |node| {
            if let Node::Name(name) = node {
                names.push(name.as_str());
            } else if let Node::Call(Function::ChoiceName, arguments) = node
                && let Some(Node::Text(text)) = arguments.get(1)
            {
                names.push(node::question_in(text));
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

    /// The functions in it that neither engine of ODK knows, so that a form with them works here and nowhere else.
    pub fn beyond_odk(&self) -> Vec<&'static str> {
        let mut beyond = Vec::new();
        self.node.visit(&mut |node| {
            if let Node::Call(function, _) = node
                && !function.is_known_to_odk()
            {
                beyond.push(function.name());
            }
        });
        beyond
    }

    /// What was understood but cannot be meant: words for numbers, unknown options. `look` tells what is known of a name.
    pub fn check<'a>(&self, look: &dyn Fn(&str) -> Option<Asked<'a>>) -> Vec<ExpressionProblem> {
        check::check(&self.node, look)
    }

    /// As lists to pick from can show it; `None` where it says more.
    pub(crate) fn shape(&self) -> Option<Shape> {
        shape::shape(&self.node)
    }

    /// In ExpressionScript, the language of LimeSurvey; `None` where it has no words for it.
    pub(crate) fn script(&self, spelling: &dyn Spelling) -> Option<String> {
        script::script(&self.node, spelling)
    }

    pub fn value(&self, context: &Context<'_>) -> Value {
        evaluate::of_answers(&self.node, context)
    }

    pub fn holds(&self, context: &Context<'_>) -> bool {
        self.value(context).as_boolean()
    }

    /// On the tree of a form, within a fixed amount of work.
    ///
    /// # Errors
    /// [`ExpressionFault`] when it takes too long, or asks for chance and gets none.
    pub fn find(&self, scene: &Scene<'_>) -> Result<Found, ExpressionFault> {
        evaluate::of_form(&self.node, scene)
    }
}

impl Instance {
    /// The text of a place: its own, or that of everything in it.
    ///
    /// # Errors
    /// [`ExpressionFault::TooMuchWork`] where far too much stands in it.
    pub fn words(&self, place: Place) -> Result<String, ExpressionFault> {
        self.text(place, &Work::new())
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
