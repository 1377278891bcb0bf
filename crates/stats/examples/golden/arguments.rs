//! Reading arguments and writing answers.

use serde_json::{Map, Value, json};
use stats::{Interval, Level, Share};

/// A value, or in words for people why there is none.
pub type Answer<T = Value> = Result<T, Box<dyn std::error::Error>>;

pub fn field<'a>(of: &'a Value, name: &str) -> Answer<&'a Value> {
    Ok(of.get(name).ok_or_else(|| format!("{name} is missing"))?)
}

/// A field that may be switched off.
pub fn optional<'a>(of: &'a Value, name: &str) -> Option<&'a Value> {
    of.get(name).filter(|value| !value.is_null())
}

pub fn number(of: &Value, name: &str) -> Answer<f64> {
    Ok(field(of, name)?.as_f64().ok_or_else(|| format!("{name} is no number"))?)
}

/// A number at a place of a list.
pub fn number_at(of: &Value, place: usize) -> Answer<f64> {
    Ok(of.get(place).and_then(Value::as_f64).ok_or("a number is missing in a list")?)
}

pub fn count(of: &Value, name: &str) -> Answer<u64> {
    let value = number(of, name)?;
    if !(0.0..=9e15).contains(&value) || value.fract().abs() > 0.0 {
        return Err(format!("{name} is no count").into());
    }
    Ok(stats::math::count(value))
}

pub fn text<'a>(of: &'a Value, name: &str) -> Answer<&'a str> {
    Ok(field(of, name)?.as_str().ok_or_else(|| format!("{name} is no text"))?)
}

pub fn truth(of: &Value, name: &str) -> Answer<bool> {
    Ok(field(of, name)?.as_bool().ok_or_else(|| format!("{name} is neither true nor false"))?)
}

pub fn list<'a>(of: &'a Value, name: &str) -> Answer<&'a [Value]> {
    Ok(field(of, name)?.as_array().ok_or_else(|| format!("{name} is no list"))?)
}

pub fn numbers(of: &Value, name: &str) -> Answer<Vec<f64>> {
    let all: Option<Vec<f64>> = list(of, name)?.iter().map(Value::as_f64).collect();
    Ok(all.ok_or_else(|| format!("{name} holds something else than numbers"))?)
}

pub fn texts<'a>(of: &'a Value, name: &str) -> Answer<Vec<&'a str>> {
    let all: Option<Vec<&str>> = list(of, name)?.iter().map(Value::as_str).collect();
    Ok(all.ok_or_else(|| format!("{name} holds something else than texts"))?)
}

pub fn level(of: &Value) -> Answer<Level> {
    Ok(Level::new(number(of, "conf_level")?).ok_or("conf_level does not lie between 0 and 1")?)
}

/// `x` of `n`.
pub fn share(of: &Value) -> Answer<Share> {
    share_of(count(of, "x")?, count(of, "n")?)
}

pub fn share_of(part: u64, whole: u64) -> Answer<Share> {
    Ok(Share::new(part, whole).ok_or_else(|| format!("{part} of {whole} is no share"))?)
}

pub fn pair(interval: Interval) -> Value {
    json!([interval.low, interval.high])
}

/// One answer for each request, under its `key`, or taken apart under its `keys`.
pub fn each(requests: &[Value], answer: impl Fn(&Value) -> Answer) -> Answer<Map<String, Value>> {
    let mut found = Map::new();
    for request in requests {
        let value = answer(request)?;
        match (request.get("keys").and_then(Value::as_array), &value) {
            (Some(keys), Value::Array(parts)) => {
                for (key, part) in keys.iter().zip(parts) {
                    found.insert(key.as_str().ok_or("a key is no text")?.to_owned(), part.clone());
                }
            }
            _ => drop(found.insert(text(request, "key")?.to_owned(), value)),
        }
    }
    Ok(found)
}

/// One answer for each of the `methods`, under its name.
pub fn methods(args: &Value, answer: impl Fn(&str) -> Answer) -> Answer {
    let mut found = Map::new();
    for method in texts(args, "methods")? {
        found.insert(method.to_owned(), answer(method)?);
    }
    Ok(found.into())
}

pub fn unknown<T>(what: &str, name: &str) -> Answer<T> {
    Err(format!("the {what} {name} is not known").into())
}
