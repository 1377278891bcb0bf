#![expect(clippy::wildcard_enum_match_arm, reason = "each file answers for its own functions; the dispatch lists all")]

use super::{Arguments, Evaluator, Outcome, Value, count, whole};
use crate::expression::function::Function;

/// The longest text that a calculation may build, in characters.
const LONGEST_TEXT: usize = 10_000;

/// Texts.
impl Evaluator<'_> {
    pub(super) fn words(&self, function: Function, given: Arguments<'_>) -> Outcome<Value> {
        let text = |place: usize| self.text(given, place);
        Ok(match function {
            Function::String => Value::Text(text(0)?),
            Function::Concat => bounded(self.all(given, 0)?.iter().map(Value::as_text)),
            Function::Join => {
                let gap = text(0)?;
                let parts = self.all(given, 1)?;
                let gaps = std::iter::once(String::new()).chain(std::iter::repeat(gap));
                bounded(parts.iter().zip(gaps).map(|(part, gap)| format!("{gap}{}", part.as_text())))
            }
            Function::StringLength => Value::Number(count(text(0)?.chars().count())),
            Function::Substr => {
                let end = if given.has(2) { Some(self.number(given, 2)?) } else { None };
                Value::Text(substr(&text(0)?, self.number(given, 1)?, end))
            }
            Function::Substring => {
                let length = if given.has(2) { self.number(given, 2)? } else { f64::INFINITY };
                Value::Text(substring(&text(0)?, self.number(given, 1)?, length))
            }
            Function::SubstringBefore => {
                let (whole, part) = (text(0)?, text(1)?);
                Value::Text(whole.split_once(&part).map_or_else(String::new, |(before, _)| before.to_owned()))
            }
            Function::SubstringAfter => {
                let (whole, part) = (text(0)?, text(1)?);
                Value::Text(whole.split_once(&part).map_or_else(String::new, |(_, after)| after.to_owned()))
            }
            Function::Contains => Value::Boolean(text(0)?.contains(&text(1)?)),
            Function::StartsWith => Value::Boolean(text(0)?.starts_with(&text(1)?)),
            Function::EndsWith => Value::Boolean(text(0)?.ends_with(&text(1)?)),
            Function::NormalizeSpace => Value::Text(text(0)?.split_whitespace().collect::<Vec<_>>().join(" ")),
            Function::Translate => {
                let (source, from, to) = (text(0)?, text(1)?, text(2)?);
                self.work.some(source.len().saturating_mul(from.len()) / 1024)?;
                Value::Text(translate(&source, &from, &to))
            }
            Function::UpperCase => bounded([text(0)?.to_uppercase()]),
            Function::LowerCase => bounded([text(0)?.to_lowercase()]),
            Function::DecodeBase64 => Value::Text(decoded(&text(0)?)),
            _ => Value::empty(),
        })
    }
}

fn bounded(parts: impl IntoIterator<Item = String>) -> Value {
    let mut text = String::new();
    for part in parts {
        text.push_str(&part);
        if text.len() > LONGEST_TEXT {
            return Value::Text(text.chars().take(LONGEST_TEXT).collect());
        }
    }
    Value::Text(text)
}

/// From the first place, counted from zero, to before the second; below zero it is counted from the end.
fn substr(text: &str, start: f64, end: Option<f64>) -> String {
    let length = count(text.chars().count());
    let place = |at: f64| if at < 0.0 { (length + at).max(0.0) } else { at };
    let (Some(start), Some(end)) = (whole(place(start)), whole(place(end.unwrap_or(length)))) else {
        return String::new();
    };
    text.chars().take(end).skip(start).collect()
}

/// As in XPath 1.0 (§4.2): places are counted from one, and both numbers are rounded.
fn substring(text: &str, start: f64, length: f64) -> String {
    let round = |number: f64| (number + 0.5).floor();
    let first = round(start);
    let end = first + round(length);
    let is_within = |place: usize| {
        let place = count(place) + 1.0;
        place >= first && place < end
    };
    text.chars().enumerate().filter(|(place, _)| is_within(*place)).map(|(_, letter)| letter).collect()
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

/// The text that was written in base 64 (RFC 4648); empty where it was not.
fn decoded(text: &str) -> String {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for letter in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return String::new(),
        };
        bits = (bits << 6) | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xFF).unwrap_or(0));
            bits &= (1 << held) - 1;
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}
