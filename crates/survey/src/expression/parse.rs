use super::function::{Asks, Function, NAMES, is_refused_on_purpose};
use super::node::{Axis, From, Node, Operator, Path, Step};
use super::token::{self, Token};
use super::{ExpressionProblem, Reach};
use crate::nearest::nearest;
use regex::RegexBuilder;
use std::ops::RangeInclusive;

/// The longest way from the root to a leaf; evaluation goes no deeper than this.
const DEEPEST: usize = 200;
/// Brackets within brackets; reading goes no deeper than this.
const MOST_BRACKETS: usize = 40;
const MOST_STEPS: usize = 60;
const LONGEST_PATTERN: usize = 500;
const LARGEST_PATTERN_BYTES: usize = 1 << 20;

pub(super) fn parse(tokens: &[Token], reach: Reach) -> Result<Node, ExpressionProblem> {
    let mut parser = Parser { left: tokens.iter(), brackets: 0, reach };
    let tall = parser.level(0)?;
    match parser.peek() {
        None => Ok(tall.node),
        Some(token) => Err(parser.objection(token)),
    }
}

/// A node and how tall it is.
struct Tall {
    node: Node,
    height: usize,
}

struct Parser<'a> {
    left: std::slice::Iter<'a, Token>,
    brackets: usize,
    reach: Reach,
}

/// Binary operators, loosest first.
const LEVELS: [&[(&str, Operator)]; 6] = [
    &[("or", Operator::Or)],
    &[("and", Operator::And)],
    &[("=", Operator::Equal), ("!=", Operator::Unequal)],
    &[("<", Operator::Less), ("<=", Operator::LessOrEqual), (">", Operator::Greater), (">=", Operator::GreaterOrEqual)],
    &[("+", Operator::Plus), ("-", Operator::Minus)],
    &[("*", Operator::Times), ("div", Operator::Divided), ("mod", Operator::Remainder)],
];

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.left.as_slice().first()
    }

    fn is_next(&self, sign: &'static str) -> bool {
        self.peek() == Some(&Token::Sign(sign))
    }

    fn take(&mut self, sign: &'static str) -> bool {
        let is_there = self.is_next(sign);
        if is_there {
            self.left.next();
        }
        is_there
    }

    fn level(&mut self, level: usize) -> Result<Tall, ExpressionProblem> {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.level(level + 1)?;
        while let Some(operator) = self.operator(operators) {
            let right = self.level(level + 1)?;
            let height = left.height.max(right.height);
            left = tall(Node::Binary(operator, Box::new(left.node), Box::new(right.node)), height)?;
        }
        Ok(left)
    }

    fn operator(&mut self, operators: &[(&str, Operator)]) -> Option<Operator> {
        let written = match self.peek()? {
            Token::Word(word) => word.as_str(),
            Token::Sign(sign) => sign,
            Token::Number(_) | Token::Text(_) | Token::Name(_) | Token::Dot => return None,
        };
        let operator = operators.iter().find(|(text, _)| *text == written)?.1;
        self.left.next();
        Some(operator)
    }

    fn unary(&mut self) -> Result<Tall, ExpressionProblem> {
        let mut signs = 0;
        while self.take("-") {
            signs += 1;
        }
        let inner = self.union()?;
        // Two minuses cancel, so that a long row of them makes no tall tree.
        match signs {
            0 => Ok(inner),
            _ => {
                let once = tall(Node::Negative(Box::new(inner.node)), inner.height)?;
                if signs % 2 == 1 { Ok(once) } else { tall(Node::Negative(Box::new(once.node)), once.height) }
            }
        }
    }

    fn union(&mut self) -> Result<Tall, ExpressionProblem> {
        let mut left = self.path()?;
        while self.is_next("|") {
            self.needs_tree("|")?;
            self.left.next();
            let right = self.path()?;
            let height = left.height.max(right.height);
            left = tall(Node::Union(Box::new(left.node), Box::new(right.node)), height)?;
        }
        Ok(left)
    }

    fn path(&mut self) -> Result<Tall, ExpressionProblem> {
        match self.peek().ok_or(ExpressionProblem::Unfinished)? {
            Token::Sign(sign @ ("/" | "//")) => {
                self.needs_tree(sign)?;
                self.left.next();
                let mut steps = Steps::default();
                if *sign == "//" {
                    steps.everything_below();
                }
                if *sign == "//" || self.begins_a_step() {
                    self.step(&mut steps)?;
                }
                self.steps(From::Root, 1, steps)
            }
            Token::Sign(sign @ (".." | "@" | "*")) => {
                self.needs_tree(sign)?;
                self.relative()
            }
            Token::Dot if self.reach.tree && matches!(self.after(), Some(Token::Sign("/" | "//"))) => self.relative(),
            Token::Word(word) if self.reach.tree && !self.calls() => {
                let is_operator = matches!(word.as_str(), "or" | "and" | "div" | "mod");
                if is_operator {
                    Err(ExpressionProblem::Unexpected { near: token::near(word) })
                } else {
                    self.relative()
                }
            }
            Token::Number(_) | Token::Text(_) | Token::Name(_) | Token::Word(_) | Token::Dot | Token::Sign(_) => {
                self.filtered()
            }
        }
    }

    fn after(&self) -> Option<&'a Token> {
        self.left.as_slice().get(1)
    }

    /// A word with an opening bracket is a function; `node()` is a step.
    fn calls(&self) -> bool {
        let is_step = matches!(self.peek(), Some(Token::Word(word)) if word == "node");
        self.after() == Some(&Token::Sign("(")) && !is_step
    }

    fn begins_a_step(&self) -> bool {
        matches!(self.peek(), Some(Token::Word(_) | Token::Dot | Token::Sign(".." | "@" | "*")))
    }

    fn relative(&mut self) -> Result<Tall, ExpressionProblem> {
        let mut steps = Steps::default();
        self.step(&mut steps)?;
        self.steps(From::Here, 1, steps)
    }

    /// A value, and the conditions and steps that may follow it.
    fn filtered(&mut self) -> Result<Tall, ExpressionProblem> {
        let first = self.primary()?;
        if !matches!(self.peek(), Some(Token::Sign("[" | "/" | "//"))) {
            return Ok(first);
        }
        let sign = self.peek().map(Token::near).unwrap_or_default();
        self.needs_tree(&sign)?;
        let mut height = first.height;
        let predicates = self.predicates(&mut height)?;
        self.steps(From::Node(Box::new(first.node), predicates), height, Steps::default())
    }

    fn steps(&mut self, from: From, height: usize, mut steps: Steps) -> Result<Tall, ExpressionProblem> {
        loop {
            if self.take("//") {
                steps.everything_below();
            } else if !self.take("/") {
                break;
            }
            self.step(&mut steps)?;
        }
        if steps.all.len() > MOST_STEPS {
            return Err(ExpressionProblem::TooDeep);
        }
        tall(Node::Path(Path { from, steps: steps.all }), height.max(steps.height))
    }

    fn step(&mut self, steps: &mut Steps) -> Result<(), ExpressionProblem> {
        let token = self.left.next().ok_or(ExpressionProblem::Unfinished)?;
        let (axis, name) = match token {
            Token::Dot => (Axis::Own, None),
            Token::Sign("..") => (Axis::Parent, None),
            Token::Sign("*") => (Axis::Child, None),
            Token::Sign("@") => (Axis::Attribute, self.test()?),
            Token::Word(word) if self.take("::") => {
                let axis = Axis::named(word).ok_or_else(|| unexpected(token))?;
                (axis, self.test()?)
            }
            Token::Word(word) => (Axis::Child, self.named(word)?),
            Token::Number(_) | Token::Text(_) | Token::Name(_) | Token::Sign(_) => return Err(unexpected(token)),
        };
        let predicates = self.predicates(&mut steps.height)?;
        steps.all.push(Step { axis, name, predicates });
        Ok(())
    }

    fn test(&mut self) -> Result<Option<String>, ExpressionProblem> {
        match self.left.next().ok_or(ExpressionProblem::Unfinished)? {
            Token::Sign("*") => Ok(None),
            Token::Word(word) => self.named(word),
            token @ (Token::Number(_) | Token::Text(_) | Token::Name(_) | Token::Dot | Token::Sign(_)) => {
                Err(unexpected(token))
            }
        }
    }

    fn named(&mut self, word: &str) -> Result<Option<String>, ExpressionProblem> {
        if word == "node" && self.take("(") {
            return if self.take(")") { Ok(None) } else { Err(ExpressionProblem::Unfinished) };
        }
        Ok(Some(word.to_owned()))
    }

    fn predicates(&mut self, height: &mut usize) -> Result<Vec<Node>, ExpressionProblem> {
        let mut predicates = Vec::new();
        while self.take("[") {
            self.open()?;
            let inner = self.level(0)?;
            self.close("]")?;
            *height = (*height).max(inner.height);
            predicates.push(inner.node);
            if predicates.len() > MOST_STEPS {
                return Err(ExpressionProblem::TooDeep);
            }
        }
        Ok(predicates)
    }

    fn primary(&mut self) -> Result<Tall, ExpressionProblem> {
        let leaf = |node| Ok(Tall { node, height: 1 });
        match self.left.next().ok_or(ExpressionProblem::Unfinished)? {
            Token::Number(number) => leaf(Node::Number(*number)),
            Token::Text(text) => leaf(Node::Text(text.clone())),
            Token::Name(name) => leaf(Node::Name(name.clone())),
            Token::Dot => leaf(Node::Itself),
            Token::Sign("(") => {
                self.open()?;
                let inner = self.level(0)?;
                self.close(")")?;
                Ok(inner)
            }
            Token::Word(word) if self.is_next("(") => {
                self.left.next();
                self.open()?;
                self.call(word)
            }
            token @ (Token::Word(_) | Token::Sign(_)) => Err(self.objection(token)),
        }
    }

    fn call(&mut self, name: &str) -> Result<Tall, ExpressionProblem> {
        let mut arguments = Vec::new();
        let mut height = 0;
        if !self.is_next(")") {
            loop {
                let argument = self.level(0)?;
                height = height.max(argument.height);
                arguments.push(argument.node);
                if !self.take(",") {
                    break;
                }
            }
        }
        self.close(")")?;
        if name == "regex" {
            return tall(matching(arguments)?, height);
        }
        let function = Function::named(name).ok_or_else(|| unknown(name))?;
        match function.asks() {
            Asks::Tree if !self.reach.tree => {
                return Err(ExpressionProblem::OnlyInForms { function: name.to_owned() });
            }
            Asks::Chance if !self.reach.chance => {
                return Err(ExpressionProblem::Chance { function: name.to_owned() });
            }
            Asks::Answers | Asks::Tree | Asks::Chance => {}
        }
        let (given, takes) = (arguments.len(), function.takes());
        // Weights come in pairs, and so do the repeats of `indexed-repeat` with their places.
        let is_odd = function == Function::WeightedChecklist && !given.is_multiple_of(2)
            || function == Function::IndexedRepeat && given.is_multiple_of(2);
        if !takes.contains(&given) || is_odd {
            return Err(wrong_arguments(name, given, &takes));
        }
        tall(Node::Call(function, arguments), height)
    }

    fn open(&mut self) -> Result<(), ExpressionProblem> {
        self.brackets += 1;
        if self.brackets > MOST_BRACKETS { Err(ExpressionProblem::TooDeep) } else { Ok(()) }
    }

    fn close(&mut self, bracket: &'static str) -> Result<(), ExpressionProblem> {
        self.brackets -= 1;
        if self.take(bracket) {
            return Ok(());
        }
        Err(self.peek().map_or(ExpressionProblem::Unfinished, |token| self.objection(token)))
    }

    fn needs_tree(&self, sign: &str) -> Result<(), ExpressionProblem> {
        if self.reach.tree {
            return Ok(());
        }
        if sign == "*" {
            return Err(ExpressionProblem::Unexpected { near: sign.to_owned() });
        }
        let words: String = self.left.as_slice().iter().take(4).map(Token::near).collect();
        Err(ExpressionProblem::Path { near: token::near(&words) })
    }

    /// Where a path begins in a questionnaire, it is told to be one.
    fn objection(&self, token: &Token) -> ExpressionProblem {
        let is_path = matches!(token, Token::Sign("/" | "//" | ".." | "@" | "[" | "::" | "|"));
        if is_path && !self.reach.tree { ExpressionProblem::Path { near: token.near() } } else { unexpected(token) }
    }
}

#[derive(Default)]
struct Steps {
    all: Vec<Step>,
    height: usize,
}

impl Steps {
    /// `//` is short for a step to everything below.
    fn everything_below(&mut self) {
        self.all.push(Step { axis: Axis::DescendantOrSelf, name: None, predicates: Vec::new() });
    }
}

fn tall(node: Node, below: usize) -> Result<Tall, ExpressionProblem> {
    let height = below + 1;
    if height > DEEPEST { Err(ExpressionProblem::TooDeep) } else { Ok(Tall { node, height }) }
}

/// The pattern is compiled once, here, and must match the whole text.
fn matching(arguments: Vec<Node>) -> Result<Node, ExpressionProblem> {
    let given = arguments.len();
    let Ok([text, pattern]) = <[Node; 2]>::try_from(arguments) else {
        return Err(wrong_arguments("regex", given, &(2..=2)));
    };
    let Node::Text(pattern) = pattern else {
        return Err(ExpressionProblem::Pattern { pattern: "…".to_owned() });
    };
    let refuse = || ExpressionProblem::Pattern { pattern: pattern.chars().take(60).collect() };
    if pattern.chars().count() > LONGEST_PATTERN {
        return Err(refuse());
    }
    let regex = RegexBuilder::new(&format!("^(?:{pattern})$"))
        .size_limit(LARGEST_PATTERN_BYTES)
        .dfa_size_limit(LARGEST_PATTERN_BYTES)
        .nest_limit(30)
        .build()
        .map_err(|_| refuse())?;
    Ok(Node::Matches(Box::new(text), regex))
}

fn unknown(name: &str) -> ExpressionProblem {
    let short = token::near(name);
    if is_refused_on_purpose(name) {
        ExpressionProblem::Outside { function: short }
    } else {
        ExpressionProblem::UnknownFunction { similar: nearest(&short, NAMES.iter().copied()), name: short }
    }
}

fn wrong_arguments(function: &str, given: usize, takes: &RangeInclusive<usize>) -> ExpressionProblem {
    let takes = if takes.start() == takes.end() {
        takes.start().to_string()
    } else {
        format!("{}–{}", takes.start(), takes.end())
    };
    ExpressionProblem::WrongArguments { function: function.to_owned(), given, takes }
}

fn unexpected(token: &Token) -> ExpressionProblem {
    ExpressionProblem::Unexpected { near: token.near() }
}
