use super::ExpressionProblem;
use super::token::Token;
use regex::{Regex, RegexBuilder};
use std::ops::RangeInclusive;

/// The longest way from the root to a leaf; evaluation goes no deeper than this.
const DEEPEST: usize = 200;
/// Brackets within brackets; reading goes no deeper than this.
const MOST_BRACKETS: usize = 40;
const LONGEST_PATTERN: usize = 500;
const LARGEST_PATTERN_BYTES: usize = 1 << 20;

#[derive(Debug, Clone)]
pub(super) enum Node {
    Number(f64),
    Text(String),
    Name(String),
    Itself,
    Negative(Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Call(Function, Vec<Node>),
    Matches(Box<Node>, Regex),
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

macro_rules! functions {
    ($($name:ident $text:literal $least:literal..=$most:literal),* $(,)?) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Function { $($name),* }

        impl Function {
            /// The function and how many arguments it takes.
            fn named(text: &str) -> Option<(Function, RangeInclusive<usize>)> {
                match text {
                    $($text => Some((Function::$name, $least..=$most)),)*
                    _ => None,
                }
            }
        }
    };
}

functions! {
    Selected "selected" 2..=2,
    SelectedAt "selected-at" 2..=2,
    CountSelected "count-selected" 1..=1,
    If "if" 3..=3,
    Coalesce "coalesce" 1..=20,
    Once "once" 1..=1,
    Not "not" 1..=1,
    True "true" 0..=0,
    False "false" 0..=0,
    Boolean "boolean" 1..=1,
    BooleanFromString "boolean-from-string" 1..=1,
    String "string" 1..=1,
    Concat "concat" 1..=50,
    Join "join" 1..=50,
    StringLength "string-length" 1..=1,
    Substr "substr" 2..=3,
    SubstringBefore "substring-before" 2..=2,
    SubstringAfter "substring-after" 2..=2,
    Contains "contains" 2..=2,
    StartsWith "starts-with" 2..=2,
    EndsWith "ends-with" 2..=2,
    NormalizeSpace "normalize-space" 1..=1,
    Translate "translate" 3..=3,
    UpperCase "upper-case" 1..=1,
    LowerCase "lower-case" 1..=1,
    Number "number" 1..=1,
    Int "int" 1..=1,
    Round "round" 1..=2,
    Floor "floor" 1..=1,
    Ceiling "ceiling" 1..=1,
    Abs "abs" 1..=1,
    Pow "pow" 2..=2,
    Min "min" 1..=50,
    Max "max" 1..=50,
    CountNonEmpty "count-non-empty" 1..=50,
    Today "today" 0..=0,
    Date "date" 1..=1,
}

impl Node {
    pub(super) fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a Node)) {
        see(self);
        match self {
            Node::Number(_) | Node::Text(_) | Node::Name(_) | Node::Itself => {}
            Node::Negative(inner) | Node::Matches(inner, _) => inner.visit(see),
            Node::Binary(_, left, right) => {
                left.visit(see);
                right.visit(see);
            }
            Node::Call(_, arguments) => {
                for argument in arguments {
                    argument.visit(see);
                }
            }
        }
    }
}

pub(super) fn parse(tokens: &[Token]) -> Result<Node, ExpressionProblem> {
    let mut parser = Parser { left: tokens.iter(), brackets: 0 };
    let tall = parser.level(0)?;
    match parser.peek() {
        None => Ok(tall.node),
        Some(token) => Err(unexpected(token)),
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
        while self.peek() == Some(&Token::Sign("-")) {
            self.left.next();
            signs += 1;
        }
        let inner = self.primary()?;
        // Two minuses cancel, so that a long row of them makes no tall tree.
        match signs {
            0 => Ok(inner),
            _ => {
                let once = tall(Node::Negative(Box::new(inner.node)), inner.height)?;
                if signs % 2 == 1 { Ok(once) } else { tall(Node::Negative(Box::new(once.node)), once.height) }
            }
        }
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
                self.close()?;
                Ok(inner)
            }
            Token::Word(word) if self.peek() == Some(&Token::Sign("(")) => {
                self.left.next();
                self.open()?;
                self.call(word)
            }
            token @ (Token::Word(_) | Token::Sign(_)) => Err(unexpected(token)),
        }
    }

    fn call(&mut self, name: &str) -> Result<Tall, ExpressionProblem> {
        let mut arguments = Vec::new();
        let mut height = 0;
        if self.peek() != Some(&Token::Sign(")")) {
            loop {
                let argument = self.level(0)?;
                height = height.max(argument.height);
                arguments.push(argument.node);
                if self.peek() != Some(&Token::Sign(",")) {
                    break;
                }
                self.left.next();
            }
        }
        self.close()?;
        if name == "regex" {
            return tall(matching(arguments)?, height);
        }
        let (function, takes) =
            Function::named(name).ok_or_else(|| ExpressionProblem::UnknownFunction { name: name.to_owned() })?;
        if !takes.contains(&arguments.len()) {
            return Err(wrong_arguments(name, arguments.len(), &takes));
        }
        tall(Node::Call(function, arguments), height)
    }

    fn open(&mut self) -> Result<(), ExpressionProblem> {
        self.brackets += 1;
        if self.brackets > MOST_BRACKETS { Err(ExpressionProblem::TooDeep) } else { Ok(()) }
    }

    fn close(&mut self) -> Result<(), ExpressionProblem> {
        self.brackets -= 1;
        match self.left.next() {
            Some(Token::Sign(")")) => Ok(()),
            Some(token) => Err(unexpected(token)),
            None => Err(ExpressionProblem::Unfinished),
        }
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

fn wrong_arguments(function: &str, given: usize, takes: &RangeInclusive<usize>) -> ExpressionProblem {
    let takes = if takes.start() == takes.end() {
        takes.start().to_string()
    } else {
        format!("{}–{}", takes.start(), takes.end())
    };
    ExpressionProblem::WrongArguments { function: function.to_owned(), given, takes }
}

fn unexpected(token: &Token) -> ExpressionProblem {
    let near = match token {
        Token::Number(number) => number.to_string(),
        Token::Text(text) => super::token::near(text),
        Token::Name(name) => format!("${{{}}}", super::token::near(name)),
        Token::Word(word) => super::token::near(word),
        Token::Dot => ".".to_owned(),
        Token::Sign(sign) => (*sign).to_owned(),
    };
    ExpressionProblem::Unexpected { near }
}
