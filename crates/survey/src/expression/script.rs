#![expect(clippy::wildcard_enum_match_arm, reason = "what is not named here has no counterpart there")]

use super::function::Function;
use super::node::{Node, Operator};

/// How another program spells what an expression of ours names.
pub(crate) trait Spelling {
    /// The value of a question.
    fn question(&self, name: &str) -> Option<String>;
    /// That an option of a question was chosen.
    fn chosen(&self, name: &str, option: &str) -> Option<String>;
    /// The value of each option of a question of several answers.
    fn options(&self, name: &str) -> Option<Vec<String>>;
    /// The name of the question whose answer `.` is.
    fn own(&self) -> Option<&str>;
}

pub(super) fn script(node: &Node, spelling: &dyn Spelling) -> Option<String> {
    let inner = |node: &Node| script(node, spelling);
    match node {
        Node::Number(number) => Some(super::Value::Number(*number).as_text()),
        Node::Text(text) => quoted(text),
        Node::Name(name) => spelling.question(name),
        Node::Itself => spelling.question(spelling.own()?),
        Node::Negative(of) => Some(format!("-({})", inner(of)?)),
        Node::Binary(operator @ (Operator::Equal | Operator::Unequal), left, right)
            if let Some(chosen) = chosen(left, right, spelling).or_else(|| chosen(right, left, spelling)) =>
        {
            Some(if *operator == Operator::Equal { chosen } else { format!("!{chosen}") })
        }
        Node::Binary(operator, left, right) => {
            let (left, right) = (inner(left)?, inner(right)?);
            Some(format!("({left} {} {right})", sign(*operator)))
        }
        Node::Call(function, arguments) => call(*function, arguments, spelling),
        Node::Matches(text, pattern) => {
            let pattern = pattern.as_str();
            let is_plain = !pattern.contains(['/', '"', '\n']);
            is_plain.then_some(())?;
            Some(format!("regexMatch(\"/{pattern}/u\", {})", inner(text)?))
        }
        _ => None,
    }
}

/// A choice compared with one of its options, whose code may be another there.
fn chosen(question: &Node, option: &Node, spelling: &dyn Spelling) -> Option<String> {
    let Node::Text(option) = option else { return None };
    spelling.chosen(named(question, spelling)?, option)
}

fn quoted(text: &str) -> Option<String> {
    let is_plain = !text.contains(['"', '\\', '{', '}']);
    is_plain.then(|| format!("\"{text}\""))
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Or => "or",
        Operator::And => "and",
        Operator::Equal => "==",
        Operator::Unequal => "!=",
        Operator::Less => "<",
        Operator::LessOrEqual => "<=",
        Operator::Greater => ">",
        Operator::GreaterOrEqual => ">=",
        Operator::Plus => "+",
        Operator::Minus => "-",
        Operator::Times => "*",
        Operator::Divided => "/",
        Operator::Remainder => "%",
    }
}

fn call(function: Function, arguments: &[Node], spelling: &dyn Spelling) -> Option<String> {
    let name = match function {
        Function::Selected => {
            let [question, Node::Text(option)] = arguments else { return None };
            return spelling.chosen(named(question, spelling)?, option);
        }
        Function::CountSelected => {
            let options = spelling.options(named(arguments.first()?, spelling)?)?;
            return Some(format!("count({})", options.join(", ")));
        }
        Function::Not => return Some(format!("!({})", script(arguments.first()?, spelling)?)),
        Function::True => return Some("1".to_owned()),
        Function::False => return Some("0".to_owned()),
        Function::Coalesce => {
            let [first, second] = arguments else { return None };
            let (first, second) = (script(first, spelling)?, script(second, spelling)?);
            return Some(format!("if(is_empty({first}), {second}, {first})"));
        }
        Function::Once | Function::String | Function::Number => return script(arguments.first()?, spelling),
        Function::If => "if",
        Function::StringLength => "strlen",
        Function::Concat => "join",
        Function::Int => "intval",
        Function::Floor => "floor",
        Function::Ceiling => "ceil",
        Function::Round => "round",
        Function::Abs => "abs",
        Function::Pow => "pow",
        Function::Sqrt => "sqrt",
        Function::Exp => "exp",
        Function::Log => "log",
        Function::Min => "min",
        Function::Max => "max",
        Function::Pi => "pi",
        Function::CountNonEmpty => "count",
        Function::UpperCase => "strtoupper",
        Function::LowerCase => "strtolower",
        Function::NormalizeSpace => "trim",
        _ => return None,
    };
    let given: Option<Vec<String>> = arguments.iter().map(|argument| script(argument, spelling)).collect();
    Some(format!("{name}({})", given?.join(", ")))
}

fn named<'a>(node: &'a Node, spelling: &'a dyn Spelling) -> Option<&'a str> {
    match node {
        Node::Name(name) => Some(name),
        Node::Itself => spelling.own(),
        _ => None,
    }
}
