use super::function::Function;
use regex::Regex;

#[derive(Debug, Clone)]
pub(super) enum Node {
    Number(f64),
    Text(String),
    /// `${name}`
    Name(String),
    /// `.`
    Itself,
    Path(Path),
    Negative(Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Union(Box<Node>, Box<Node>),
    Call(Function, Vec<Node>),
    Matches(Box<Node>, Regex),
}

#[derive(Debug, Clone)]
pub(super) struct Path {
    pub(super) from: From,
    pub(super) steps: Vec<Step>,
}

/// Where a path begins.
#[derive(Debug, Clone)]
pub(super) enum From {
    /// `/data`
    Root,
    /// `../a`, `a/b`
    Here,
    /// `${a}/b`, `current()/../a`, `instance('x')/list/item`, and what stands in brackets after it.
    Node(Box<Node>, Vec<Node>),
}

#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) axis: Axis,
    /// `None`: whatever it is called.
    pub(super) name: Option<String>,
    pub(super) predicates: Vec<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Child,
    Parent,
    Own,
    Attribute,
    Descendant,
    DescendantOrSelf,
    Ancestor,
    AncestorOrSelf,
    FollowingSibling,
    PrecedingSibling,
}

impl Axis {
    pub(super) fn named(word: &str) -> Option<Axis> {
        Some(match word {
            "child" => Axis::Child,
            "parent" => Axis::Parent,
            "self" => Axis::Own,
            "attribute" => Axis::Attribute,
            "descendant" => Axis::Descendant,
            "descendant-or-self" => Axis::DescendantOrSelf,
            "ancestor" => Axis::Ancestor,
            "ancestor-or-self" => Axis::AncestorOrSelf,
            "following-sibling" => Axis::FollowingSibling,
            "preceding-sibling" => Axis::PrecedingSibling,
            _ => return None,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divided,
    Remainder,
}

impl Operator {
    pub(super) fn is_arithmetic(self) -> bool {
        matches!(self, Operator::Plus | Operator::Minus | Operator::Times | Operator::Divided | Operator::Remainder)
    }

    pub(super) fn is_order(self) -> bool {
        matches!(self, Operator::Less | Operator::LessOrEqual | Operator::Greater | Operator::GreaterOrEqual)
    }
}

impl Node {
    /// The node and everything under it, the outer before the inner.
    pub(super) fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a Node)) {
        see(self);
        match self {
            Node::Number(_) | Node::Text(_) | Node::Name(_) | Node::Itself => {}
            Node::Negative(inner) | Node::Matches(inner, _) => inner.visit(see),
            Node::Binary(_, left, right) | Node::Union(left, right) => {
                left.visit(see);
                right.visit(see);
            }
            Node::Call(_, arguments) => arguments.iter().for_each(|argument| argument.visit(see)),
            Node::Path(path) => {
                if let From::Node(inner, predicates) = &path.from {
                    inner.visit(see);
                    predicates.iter().for_each(|predicate| predicate.visit(see));
                }
                for predicate in path.steps.iter().flat_map(|step| &step.predicates) {
                    predicate.visit(see);
                }
            }
        }
    }
}

/// The question that a text names: `${a}`, `/data/a` or `a`.
pub(super) fn question_in(text: &str) -> &str {
    let name = text.trim().trim_start_matches("${").trim_end_matches('}').trim();
    name.rsplit('/').next().unwrap_or_default()
}
