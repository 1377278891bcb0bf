use super::Value;
use super::tree::{Function, Node, Operator};
use crate::{Answer, Answers};
use jiff::civil::Date;

/// The longest text that a calculation may build, in characters.
const LONGEST_TEXT: usize = 10_000;

/// What an expression may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The answers that count so far.
    pub answers: &'a Answers,
    /// The answer that `.` stands for, in a constraint.
    pub own: Option<&'a Answer>,
    pub today: Date,
}

impl Context<'_> {
    /// `q_other` is what was typed beside „друго“ in `q`.
    fn named(&self, name: &str) -> Value {
        if let Some(answer) = self.answers.get(name) {
            return Value::of(answer);
        }
        let other = name.strip_suffix("_other").and_then(|question| self.answers.get(question));
        match other {
            Some(Answer::One(_, Some(words)) | Answer::Many(_, Some(words))) => Value::Text(words.clone()),
            _ => Value::empty(),
        }
    }
}

pub(super) fn value(node: &Node, context: &Context<'_>) -> Value {
    match node {
        Node::Number(number) => Value::Number(*number),
        Node::Text(text) => Value::Text(text.clone()),
        Node::Name(name) => context.named(name),
        Node::Itself => context.own.map_or_else(Value::empty, Value::of),
        Node::Negative(inner) => Value::Number(-value(inner, context).as_number()),
        Node::Binary(operator, left, right) => binary(*operator, left, right, context),
        Node::Call(function, arguments) => call(*function, arguments, context),
        Node::Matches(text, pattern) => Value::Boolean(pattern.is_match(&value(text, context).as_text())),
    }
}

fn binary(operator: Operator, left: &Node, right: &Node, context: &Context<'_>) -> Value {
    let one = value(left, context);
    match operator {
        Operator::Or => return Value::Boolean(one.as_boolean() || value(right, context).as_boolean()),
        Operator::And => return Value::Boolean(one.as_boolean() && value(right, context).as_boolean()),
        Operator::Equal
        | Operator::Unequal
        | Operator::Less
        | Operator::LessOrEqual
        | Operator::Greater
        | Operator::GreaterOrEqual
        | Operator::Plus
        | Operator::Minus
        | Operator::Times
        | Operator::Divided
        | Operator::Remainder => {}
    }
    let two = value(right, context);
    let (a, b) = (one.as_number(), two.as_number());
    match operator {
        Operator::Equal => Value::Boolean(equal(&one, &two)),
        Operator::Unequal => Value::Boolean(!equal(&one, &two)),
        Operator::Less => Value::Boolean(a < b),
        Operator::LessOrEqual => Value::Boolean(a <= b),
        Operator::Greater => Value::Boolean(a > b),
        Operator::GreaterOrEqual => Value::Boolean(a >= b),
        Operator::Plus => Value::Number(a + b),
        Operator::Minus => Value::Number(a - b),
        Operator::Times => Value::Number(a * b),
        Operator::Divided => Value::Number(a / b),
        Operator::Remainder => Value::Number(a % b),
        Operator::Or | Operator::And => Value::Boolean(false),
    }
}

/// As in XPath: a truth value beside anything compares truth; a number or a date compares numbers; texts compare as texts.
fn equal(one: &Value, two: &Value) -> bool {
    match (one, two) {
        (Value::Boolean(_), _) | (_, Value::Boolean(_)) => one.as_boolean() == two.as_boolean(),
        (Value::Text(one), Value::Text(two)) => one == two,
        _ => same_number(one.as_number(), two.as_number()),
    }
}

#[expect(clippy::float_cmp, reason = "the language defines equality of numbers as exact")]
fn same_number(one: f64, two: f64) -> bool {
    one == two
}

fn call(function: Function, arguments: &[Node], context: &Context<'_>) -> Value {
    let at = |place: usize| arguments.get(place).map_or_else(Value::empty, |node| value(node, context));
    let text = |place: usize| at(place).as_text();
    let number = |place: usize| at(place).as_number();
    let all = || arguments.iter().map(|node| value(node, context));
    match function {
        Function::Selected => {
            let (chosen, wanted) = (text(0), text(1));
            Value::Boolean(chosen.split_whitespace().any(|option| option == wanted.trim()))
        }
        Function::SelectedAt => {
            let place = number(1);
            let chosen = text(0);
            Value::Text(
                whole(place).and_then(|place| chosen.split_whitespace().nth(place)).unwrap_or_default().to_owned(),
            )
        }
        Function::CountSelected => Value::Number(count(text(0).split_whitespace().count())),
        Function::If => {
            if at(0).as_boolean() {
                at(1)
            } else {
                at(2)
            }
        }
        Function::Coalesce => all().find(|value| !value.is_empty()).unwrap_or_else(Value::empty),
        Function::Once => at(0),
        Function::Not => Value::Boolean(!at(0).as_boolean()),
        Function::True => Value::Boolean(true),
        Function::False => Value::Boolean(false),
        Function::Boolean => Value::Boolean(at(0).as_boolean()),
        Function::BooleanFromString => Value::Boolean(matches!(text(0).to_lowercase().as_str(), "true" | "1")),
        Function::String => Value::Text(text(0)),
        Function::Concat => bounded(all().map(|value| value.as_text()).collect()),
        Function::Join => {
            let parts: Vec<String> = all().skip(1).map(|value| value.as_text()).collect();
            bounded(parts.join(&text(0)))
        }
        Function::StringLength => Value::Number(count(text(0).chars().count())),
        Function::Substr => Value::Text(substr(&text(0), number(1), arguments.get(2).map(|_| number(2)))),
        Function::SubstringBefore => {
            Value::Text(text(0).split_once(&text(1)).map_or_else(String::new, |(before, _)| before.to_owned()))
        }
        Function::SubstringAfter => {
            Value::Text(text(0).split_once(&text(1)).map_or_else(String::new, |(_, after)| after.to_owned()))
        }
        Function::Contains => Value::Boolean(text(0).contains(&text(1))),
        Function::StartsWith => Value::Boolean(text(0).starts_with(&text(1))),
        Function::EndsWith => Value::Boolean(text(0).ends_with(&text(1))),
        Function::NormalizeSpace => Value::Text(text(0).split_whitespace().collect::<Vec<_>>().join(" ")),
        Function::Translate => Value::Text(translate(&text(0), &text(1), &text(2))),
        Function::UpperCase => bounded(text(0).to_uppercase()),
        Function::LowerCase => bounded(text(0).to_lowercase()),
        Function::Number => Value::Number(number(0)),
        Function::Int => Value::Number(number(0).trunc()),
        Function::Round => Value::Number(round(number(0), arguments.get(1).map_or(0.0, |_| number(1)))),
        Function::Floor => Value::Number(number(0).floor()),
        Function::Ceiling => Value::Number(number(0).ceil()),
        Function::Abs => Value::Number(number(0).abs()),
        Function::Pow => Value::Number(libm::pow(number(0), number(1))),
        Function::Min => extreme(all(), f64::min),
        Function::Max => extreme(all(), f64::max),
        Function::CountNonEmpty => Value::Number(count(all().filter(|value| !value.is_empty()).count())),
        Function::Today => Value::Date(context.today),
        Function::Date => {
            let given = text(0);
            given.trim().parse().map_or_else(|_| Value::empty(), Value::Date)
        }
    }
}

/// One argument that is not a number makes the result not a number.
fn extreme(values: impl Iterator<Item = Value>, pick: fn(f64, f64) -> f64) -> Value {
    let numbers = values.map(|value| value.as_number());
    Value::Number(
        numbers.reduce(|a, b| if a.is_nan() || b.is_nan() { f64::NAN } else { pick(a, b) }).unwrap_or(f64::NAN),
    )
}

/// Half goes up, towards the larger number.
fn round(number: f64, places: f64) -> f64 {
    let places = if places.is_nan() { 0.0 } else { places.trunc().clamp(-15.0, 15.0) };
    let unit = libm::pow(10.0, places.abs());
    if places < 0.0 { (number / unit + 0.5).floor() * unit } else { (number * unit + 0.5).floor() / unit }
}

fn substr(text: &str, start: f64, end: Option<f64>) -> String {
    let length = count(text.chars().count());
    let place = |at: f64| if at < 0.0 { (length + at).max(0.0) } else { at };
    let (Some(start), Some(end)) = (whole(place(start)), whole(place(end.unwrap_or(length)))) else {
        return String::new();
    };
    text.chars().take(end).skip(start).collect()
}

fn translate(text: &str, from: &str, to: &str) -> String {
    let pairs: Vec<(char, Option<char>)> = {
        let mut targets = to.chars();
        from.chars().map(|letter| (letter, targets.next())).collect()
    };
    text.chars()
        .filter_map(|letter| match pairs.iter().find(|(source, _)| *source == letter) {
            Some((_, target)) => *target,
            None => Some(letter),
        })
        .collect()
}

fn bounded(text: String) -> Value {
    Value::Text(if text.len() > LONGEST_TEXT { text.chars().take(LONGEST_TEXT).collect() } else { text })
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

/// A place in a text or list; `None` for anything that cannot be one.
#[expect(clippy::as_conversions, reason = "the value is within bounds by the line before")]
fn whole(number: f64) -> Option<usize> {
    if (0.0..=1e9).contains(&number) { Some(number as usize) } else { None }
}
