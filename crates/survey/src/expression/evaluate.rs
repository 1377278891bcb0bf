//! What an expression comes to, on the answers of a person or on the tree of a form.

mod calendar;
mod choices;
mod numbers;
mod paths;
mod places;
mod words;

use super::function::Function;
use super::instance::{Instance, Place, Work};
use super::labels::Labels;
use super::node::{Node, Operator};
use super::{ExpressionFault, Value};
use crate::{Answer, Answers};
use jiff::civil::{Date, DateTime};
use std::cell::Cell;

pub use calendar::CalendarNames;

/// What an expression may look at in a questionnaire.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The answers that count so far.
    pub answers: &'a Answers,
    /// The answer that `.` stands for, in a constraint.
    pub own: Option<&'a Answer>,
    pub today: Date,
    pub surroundings: Surroundings<'a>,
}

/// What an expression may look at in the tree of a form.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    pub instance: &'a Instance,
    /// What `.` stands for.
    pub at: Place,
    pub today: Date,
    pub surroundings: Surroundings<'a>,
}

/// Time, chance and words, which an expression is given and never fetches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Surroundings<'a> {
    /// What `now()` means; the beginning of the day where nobody may know it finer.
    pub now: Option<DateTime>,
    /// Where `random()`, `uuid()` and `randomize()` begin: the same seed, the same results.
    pub seed: Option<u64>,
    /// The words of the options, for `jr:choice-name`.
    pub labels: Option<&'a dyn Labels>,
    /// The short names of months and days, for `%b` and `%a`; in English where there are none.
    pub names: Option<&'a CalendarNames<'a>>,
}

/// What an expression came to: one value, or places in the form.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    Value(Value),
    Places(Vec<Place>),
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

/// In a questionnaire there is nothing to go through and no chance, so nothing can fail.
pub(super) fn of_answers(node: &Node, context: &Context<'_>) -> Value {
    let evaluator = Evaluator::new(Ground::Answers(context));
    evaluator.scalar(node, Spot::NOWHERE).unwrap_or_else(|_| Value::empty())
}

pub(super) fn of_form(node: &Node, scene: &Scene<'_>) -> Result<Found, ExpressionFault> {
    let evaluator = Evaluator::new(Ground::Form(scene));
    evaluator.value(node, Spot { place: Some(scene.at), current: Some(scene.at), position: 1, size: 1 })
}

type Outcome<T> = Result<T, ExpressionFault>;

enum Ground<'a> {
    Answers(&'a Context<'a>),
    Form(&'a Scene<'a>),
}

/// Where in a form an expression is evaluated, and which of how many it is.
#[derive(Debug, Clone, Copy)]
struct Spot {
    place: Option<Place>,
    /// Where the whole expression began.
    current: Option<Place>,
    position: usize,
    size: usize,
}

impl Spot {
    const NOWHERE: Spot = Spot { place: None, current: None, position: 1, size: 1 };
}

struct Evaluator<'a> {
    ground: Ground<'a>,
    surroundings: Surroundings<'a>,
    today: Date,
    work: Work,
    /// The state of chance.
    chance: Cell<Option<u64>>,
}

impl<'a> Evaluator<'a> {
    fn new(ground: Ground<'a>) -> Evaluator<'a> {
        let (surroundings, today) = match ground {
            Ground::Answers(context) => (context.surroundings, context.today),
            Ground::Form(scene) => (scene.surroundings, scene.today),
        };
        Evaluator { ground, surroundings, today, work: Work::new(), chance: Cell::new(surroundings.seed) }
    }

    fn value(&self, node: &Node, spot: Spot) -> Outcome<Found> {
        self.work.one()?;
        Ok(match node {
            Node::Number(number) => Found::Value(Value::Number(*number)),
            Node::Text(text) => Found::Value(Value::Text(text.clone())),
            Node::Name(name) => match self.ground {
                Ground::Answers(context) => Found::Value(context.named(name)),
                Ground::Form(scene) => Found::Places(self.named(scene.instance, name, spot)?),
            },
            Node::Itself => self.own(spot),
            Node::Path(path) => Found::Places(self.path(path, spot)?),
            Node::Negative(inner) => Found::Value(Value::Number(-self.scalar(inner, spot)?.as_number())),
            Node::Binary(operator, left, right) => Found::Value(self.binary(*operator, left, right, spot)?),
            Node::Union(left, right) => Found::Places(self.union(left, right, spot)?),
            Node::Call(function, arguments) => self.call(*function, Arguments { all: arguments, spot })?,
            Node::Matches(text, pattern) => {
                Found::Value(Value::Boolean(pattern.is_match(&self.scalar(text, spot)?.as_text())))
            }
        })
    }

    fn own(&self, spot: Spot) -> Found {
        match self.ground {
            Ground::Answers(context) => Found::Value(context.own.map_or_else(Value::empty, Value::of)),
            Ground::Form(_) => Found::Places(spot.place.into_iter().collect()),
        }
    }

    /// One value: of places the text of the first, and the empty text where there is none.
    fn scalar(&self, node: &Node, spot: Spot) -> Outcome<Value> {
        match self.value(node, spot)? {
            Found::Value(value) => Ok(value),
            Found::Places(places) => match places.first() {
                Some(place) => Ok(Value::Text(self.text_of(*place)?)),
                None => Ok(Value::empty()),
            },
        }
    }

    /// Every value: of places the text of each.
    fn every(&self, node: &Node, spot: Spot) -> Outcome<Vec<Value>> {
        let found = self.value(node, spot)?;
        self.each(found)
    }

    fn each(&self, found: Found) -> Outcome<Vec<Value>> {
        match found {
            Found::Value(value) => Ok(vec![value]),
            Found::Places(places) => places.into_iter().map(|place| self.text_of(place).map(Value::Text)).collect(),
        }
    }

    fn text_of(&self, place: Place) -> Outcome<String> {
        match self.ground {
            Ground::Answers(_) => Ok(String::new()),
            Ground::Form(scene) => scene.instance.text(place, &self.work),
        }
    }

    fn binary(&self, operator: Operator, left: &Node, right: &Node, spot: Spot) -> Outcome<Value> {
        let holds = |node: &Node| self.scalar(node, spot).map(|value| value.as_boolean());
        match operator {
            Operator::Or => Ok(Value::Boolean(holds(left)? || holds(right)?)),
            Operator::And => Ok(Value::Boolean(holds(left)? && holds(right)?)),
            Operator::Equal
            | Operator::Unequal
            | Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual => {
                if let Some(holds) = self.chosen(operator, left, right) {
                    return Ok(Value::Boolean(holds));
                }
                let (left, right) = (self.value(left, spot)?, self.value(right, spot)?);
                Ok(Value::Boolean(self.compares(operator, left, right)?))
            }
            Operator::Plus => self.computed(|a, b| a + b, left, right, spot),
            Operator::Minus => self.computed(|a, b| a - b, left, right, spot),
            Operator::Times => self.computed(|a, b| a * b, left, right, spot),
            Operator::Divided => self.computed(|a, b| a / b, left, right, spot),
            Operator::Remainder => self.computed(|a, b| a % b, left, right, spot),
        }
    }

    /// Whether one option was chosen, which is what most conditions ask: answered without making a value of anything.
    fn chosen(&self, operator: Operator, left: &Node, right: &Node) -> Option<bool> {
        let Ground::Answers(context) = self.ground else { return None };
        let ((Node::Name(name), Node::Text(text)) | (Node::Text(text), Node::Name(name))) = (left, right) else {
            return None;
        };
        let Some(Answer::One(option, _)) = context.answers.get(name) else { return None };
        let is_asked = matches!(operator, Operator::Equal | Operator::Unequal);
        is_asked.then(|| (option.as_str() == text) == (operator == Operator::Equal))
    }

    fn computed(&self, with: fn(f64, f64) -> f64, left: &Node, right: &Node, spot: Spot) -> Outcome<Value> {
        Ok(Value::Number(with(self.scalar(left, spot)?.as_number(), self.scalar(right, spot)?.as_number())))
    }

    /// Places compare when any of them does. Where there is none, the empty text stands for it, so that a question that
    /// was not answered and one that is not there read alike.
    fn compares(&self, operator: Operator, left: Found, right: Found) -> Outcome<bool> {
        if let (Found::Value(one), Found::Value(two)) = (&left, &right) {
            self.work.some(1)?;
            return Ok(compare(operator, one, two));
        }
        let (left, right) = (self.compared(left)?, self.compared(right)?);
        for one in &left {
            self.work.some(right.len())?;
            if right.iter().any(|two| compare(operator, one, two)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn compared(&self, found: Found) -> Outcome<Vec<Value>> {
        let mut values = self.each(found)?;
        if values.is_empty() {
            values.push(Value::empty());
        }
        Ok(values)
    }

    fn call(&self, function: Function, given: Arguments<'_>) -> Outcome<Found> {
        match function {
            Function::Selected
            | Function::SelectedAt
            | Function::CountSelected
            | Function::ChoiceName
            | Function::If
            | Function::Coalesce
            | Function::Once
            | Function::Not
            | Function::True
            | Function::False
            | Function::Boolean
            | Function::BooleanFromString
            | Function::Checklist
            | Function::WeightedChecklist => self.choices(function, given),
            Function::String
            | Function::Concat
            | Function::Join
            | Function::StringLength
            | Function::Substr
            | Function::Substring
            | Function::SubstringBefore
            | Function::SubstringAfter
            | Function::Contains
            | Function::StartsWith
            | Function::EndsWith
            | Function::NormalizeSpace
            | Function::Translate
            | Function::UpperCase
            | Function::LowerCase
            | Function::DecodeBase64 => self.words(function, given).map(Found::Value),
            Function::Today
            | Function::Now
            | Function::Date
            | Function::DateTime
            | Function::FormatDate
            | Function::FormatDateTime
            | Function::DecimalDateTime
            | Function::DecimalTime => self.calendar(function, given).map(Found::Value),
            Function::Area | Function::Distance | Function::Geofence => {
                self.geography(function, given).map(Found::Value)
            }
            Function::Position
            | Function::Last
            | Function::LocalName
            | Function::Name
            | Function::Current
            | Function::Instance
            | Function::IndexedRepeat
            | Function::Version
            | Function::Count
            | Function::Randomize => self.nodes(function, given),
            Function::Number
            | Function::Int
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
            | Function::Sin
            | Function::Cos
            | Function::Tan
            | Function::Asin
            | Function::Acos
            | Function::Atan
            | Function::Atan2
            | Function::Pi
            | Function::Min
            | Function::Max
            | Function::Sum
            | Function::CountNonEmpty
            | Function::Random
            | Function::Uuid => self.numbers(function, given).map(Found::Value),
        }
    }

    /// The argument at a place; without one, what `.` stands for.
    fn argument(&self, given: Arguments<'_>, place: usize) -> Outcome<Value> {
        match given.all.get(place) {
            Some(node) => self.scalar(node, given.spot),
            None => self.scalar(&Node::Itself, given.spot),
        }
    }

    fn text(&self, given: Arguments<'_>, place: usize) -> Outcome<String> {
        let text = self.argument(given, place)?.as_text();
        self.work.some(text.len() / 64)?;
        Ok(text)
    }

    fn number(&self, given: Arguments<'_>, place: usize) -> Outcome<f64> {
        Ok(self.argument(given, place)?.as_number())
    }

    /// All values of all arguments from a place on, the places of a form one by one.
    fn all(&self, given: Arguments<'_>, from: usize) -> Outcome<Vec<Value>> {
        let mut values = Vec::new();
        for node in given.all.iter().skip(from) {
            values.extend(self.every(node, given.spot)?);
        }
        Ok(values)
    }

    /// The next 64 bits of chance, from the seed alone (SplitMix64, Steele, Lea and Flood 2014).
    fn bits(&self) -> Outcome<u64> {
        let state = self.chance.get().ok_or(ExpressionFault::NoChance)?.wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.chance.set(Some(state));
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Ok(mixed ^ (mixed >> 31))
    }
}

/// The arguments of a function, not evaluated yet, and where to evaluate them.
#[derive(Clone, Copy)]
struct Arguments<'a> {
    all: &'a [Node],
    spot: Spot,
}

impl Arguments<'_> {
    fn has(&self, place: usize) -> bool {
        place < self.all.len()
    }
}

fn compare(operator: Operator, one: &Value, two: &Value) -> bool {
    // Whether a text is a number, or a day, takes a while to find out: only an order asks for it.
    let numbers = |holds: fn(&f64, &f64) -> bool| holds(&one.as_number(), &two.as_number());
    match operator {
        Operator::Equal => equal(one, two),
        Operator::Unequal => !equal(one, two),
        Operator::Less => numbers(f64::lt),
        Operator::LessOrEqual => numbers(f64::le),
        Operator::Greater => numbers(f64::gt),
        Operator::GreaterOrEqual => numbers(f64::ge),
        Operator::Or
        | Operator::And
        | Operator::Plus
        | Operator::Minus
        | Operator::Times
        | Operator::Divided
        | Operator::Remainder => false,
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

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

/// A place in a text or list; `None` for anything that cannot be one.
#[expect(clippy::as_conversions, reason = "the value is within bounds by the line before")]
fn whole(number: f64) -> Option<usize> {
    if (0.0..=1e9).contains(&number) { Some(number as usize) } else { None }
}
