use crate::Answer;
use jiff::civil::{Date, DateTime, Time, date};

/// What an expression comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Number(f64),
    Boolean(bool),
    Date(Date),
}

impl Value {
    /// An answer as expressions see it: a choice is its codes with gaps between them.
    pub fn of(answer: &Answer) -> Value {
        match answer {
            Answer::Text(text) => Value::Text(text.clone()),
            Answer::Integer(_) | Answer::Decimal(_) => Value::Number(answer.number().unwrap_or(f64::NAN)),
            Answer::Date(date) => Value::Date(*date),
            Answer::Time(time) => Value::Text(time.strftime("%H:%M").to_string()),
            // What ODK keeps for a ticked box and for a point.
            Answer::Agreed => Value::Text("OK".to_owned()),
            Answer::Point(point) => {
                let (latitude, longitude) = point.degrees();
                Value::Text(format!("{latitude} {longitude} 0 0"))
            }
            // ODK keeps a name; ours are marks, and what matters is whether there is any.
            Answer::Files(files) => {
                Value::Text(files.iter().map(crate::AttachedFile::mark).collect::<Vec<_>>().join(" "))
            }
            Answer::One(option, _) => Value::Text(option.as_str().to_owned()),
            Answer::Many(options, _) | Answer::Ranking(options) => {
                Value::Text(options.iter().map(crate::OptionCode::as_str).collect::<Vec<_>>().join(" "))
            }
        }
    }

    pub fn empty() -> Value {
        Value::Text(String::new())
    }

    /// A text that is a number, a date as days since 1970-01-01, true as 1; anything else is not a number.
    pub fn as_number(&self) -> f64 {
        match self {
            Value::Number(number) => *number,
            Value::Boolean(yes) => f64::from(u8::from(*yes)),
            Value::Date(date) => days(*date),
            Value::Text(text) => text_as_number(text.trim()),
        }
    }

    pub fn as_boolean(&self) -> bool {
        match self {
            Value::Boolean(yes) => *yes,
            Value::Number(number) => !number.is_nan() && number.abs() > 0.0,
            Value::Text(text) => !text.is_empty(),
            Value::Date(_) => true,
        }
    }

    pub fn as_text(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Boolean(yes) => yes.to_string(),
            Value::Date(date) => date.to_string(),
            Value::Number(number) => number_as_text(*number),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Value::Text(text) if text.is_empty())
    }
}

/// As in XPath: digits with one point and a leading minus; no exponent, no plus, no „inf“.
fn text_as_number(text: &str) -> f64 {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_plain && !digits.is_empty() {
        return text.parse().unwrap_or(f64::NAN);
    }
    match (iso_date(text), date_and_time(text)) {
        (Some(date), _) => days(date),
        (None, Some(moment)) => days(moment.date()) + seconds(moment.time()) / 86_400.0,
        (None, None) => f64::NAN,
    }
}

fn iso_date(text: &str) -> Option<Date> {
    if text.len() != 10 { None } else { text.parse().ok() }
}

/// `2026-08-07T06:31:13.834-03:00` as it was written there; the offset is passed over.
pub(super) fn date_and_time(text: &str) -> Option<DateTime> {
    let (day, time) = text.trim().split_once(['T', ' '])?;
    Some(iso_date(day)?.to_datetime(time_of_day(time)?))
}

/// `06:31`, `06:31:13`, `06:31:13.834-03:00`.
pub(super) fn time_of_day(text: &str) -> Option<Time> {
    let clock = text.trim().split(['+', '-', 'Z', 'z']).next().unwrap_or_default();
    let is_plain = clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':' || byte == b'.');
    if is_plain && clock.contains(':') { clock.parse().ok() } else { None }
}

pub(super) fn seconds(time: Time) -> f64 {
    f64::from(time.hour()) * 3600.0
        + f64::from(time.minute()) * 60.0
        + f64::from(time.second())
        + f64::from(time.subsec_nanosecond()) / 1e9
}

pub(super) fn days(day: Date) -> f64 {
    f64::from((day - date(1970, 1, 1)).get_days())
}

fn number_as_text(number: f64) -> String {
    if number.is_nan() {
        "NaN".to_owned()
    } else if number.is_infinite() {
        if number > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() }
    } else if number.abs() > 0.0 {
        number.to_string()
    } else {
        "0".to_owned()
    }
}
