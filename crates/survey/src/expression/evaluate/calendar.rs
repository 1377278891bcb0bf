#![expect(clippy::wildcard_enum_match_arm, reason = "each file answers for its own functions; the dispatch lists all")]

use super::{Arguments, Evaluator, Outcome, Value};
use crate::expression::function::Function;
use crate::expression::value::{date_and_time, days, seconds, time_of_day};
use jiff::civil::{Date, DateTime, date};
use jiff::{RoundMode, SignedDuration, Unit};

/// The short names of months and of days from Monday on.
#[derive(Debug, Clone, Copy)]
pub struct CalendarNames<'a> {
    pub months: [&'a str; 12],
    pub days: [&'a str; 7],
}

/// As the public format names them.
const ENGLISH: CalendarNames<'static> = CalendarNames {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

/// Days and times. A time is read as it was written, wherever that was: an offset behind it is passed over.
impl Evaluator<'_> {
    pub(super) fn calendar(&self, function: Function, given: Arguments<'_>) -> Outcome<Value> {
        Ok(match function {
            Function::Today => Value::Date(self.today),
            Function::Now => Value::Text(written(self.surroundings.now.unwrap_or_else(|| self.today.into()))),
            Function::Date => self.moment(given)?.map_or_else(Value::empty, |moment| Value::Date(moment.date())),
            Function::DateTime => self.moment(given)?.map_or_else(Value::empty, |moment| Value::Text(written(moment))),
            Function::FormatDate | Function::FormatDateTime => {
                let names = self.surroundings.names.unwrap_or(&ENGLISH);
                let pattern = self.text(given, 1)?;
                self.moment(given)?.map_or_else(Value::empty, |moment| Value::Text(formatted(moment, &pattern, names)))
            }
            Function::DecimalDateTime => {
                Value::Number(self.moment(given)?.map_or(f64::NAN, |moment| days(moment.date()) + part_of_day(moment)))
            }
            Function::DecimalTime => {
                let text = self.text(given, 0)?;
                let midnight = DateTime::from(date(1970, 1, 1));
                let moment = date_and_time(&text).or_else(|| Some(midnight.date().to_datetime(time_of_day(&text)?)));
                Value::Number(moment.map_or(f64::NAN, part_of_day))
            }
            _ => Value::empty(),
        })
    }

    /// A day, a day with a time, or days since 1970-01-01.
    fn moment(&self, given: Arguments<'_>) -> Outcome<Option<DateTime>> {
        let value = self.argument(given, 0)?;
        let text = value.as_text();
        Ok(match &value {
            Value::Date(date) => Some((*date).into()),
            Value::Number(number) => after(*number),
            Value::Text(_) | Value::Boolean(_) => {
                let day = || text.trim().parse::<Date>().ok().filter(|_| text.trim().len() == 10).map(DateTime::from);
                date_and_time(&text).or_else(day).or_else(|| after(value.as_number()))
            }
        })
    }
}

fn after(days: f64) -> Option<DateTime> {
    let seconds = days * 86_400.0;
    if !(-1e13..=1e13).contains(&seconds) {
        return None;
    }
    let moment = DateTime::from(date(1970, 1, 1)).checked_add(SignedDuration::try_from_secs_f64(seconds).ok()?).ok()?;
    // A fraction of days is never exact to the last digit.
    moment.round(jiff::civil::DateTimeRound::new().smallest(Unit::Millisecond).mode(RoundMode::HalfExpand)).ok()
}

fn part_of_day(moment: DateTime) -> f64 {
    seconds(moment.time()) / 86_400.0
}

fn written(moment: DateTime) -> String {
    format!(
        "{}T{:02}:{:02}:{:02}.{:03}",
        moment.date(),
        moment.hour(),
        moment.minute(),
        moment.second(),
        moment.millisecond()
    )
}

/// A letter that means nothing stays as it is.
fn formatted(moment: DateTime, pattern: &str, names: &CalendarNames<'_>) -> String {
    let mut text = String::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            text.push(letter);
            continue;
        }
        match letters.next() {
            Some('Y') => text.push_str(&format!("{:04}", moment.year())),
            Some('y') => text.push_str(&format!("{:02}", moment.year().rem_euclid(100))),
            Some('m') => text.push_str(&format!("{:02}", moment.month())),
            Some('n') => text.push_str(&moment.month().to_string()),
            Some('b') => text.push_str(named(&names.months, moment.month() - 1)),
            Some('d') => text.push_str(&format!("{:02}", moment.day())),
            Some('e') => text.push_str(&moment.day().to_string()),
            Some('a') => text.push_str(named(&names.days, moment.weekday().to_monday_zero_offset())),
            Some('W') => text.push_str(&format!("{:02}", moment.date().iso_week_date().week())),
            Some('H') => text.push_str(&format!("{:02}", moment.hour())),
            Some('h') => text.push_str(&moment.hour().to_string()),
            Some('M') => text.push_str(&format!("{:02}", moment.minute())),
            Some('S') => text.push_str(&format!("{:02}", moment.second())),
            Some('3') => text.push_str(&format!("{:03}", moment.millisecond())),
            Some('%') | None => text.push('%'),
            Some(other) => {
                text.push('%');
                text.push(other);
            }
        }
    }
    text
}

fn named<'a>(names: &[&'a str], place: i8) -> &'a str {
    usize::try_from(place).ok().and_then(|place| names.get(place)).copied().unwrap_or_default()
}
