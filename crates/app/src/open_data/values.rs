use super::{Shape, Spoken};
use dataset::{Absence, Value, Variable};
use jiff::{Span, civil::Date};
use std::collections::BTreeMap;
use survey::{Answer, Journey, Missing, OptionCode, Outcome, Point, Question, Questionnaire, Response};

/// Where a column's value is found in a response; a number is the place of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Mode,
    Language,
    /// The Monday of the week of answering.
    Week,
    Whole(usize),
    Ticked(usize, OptionCode),
    /// In a ranking.
    Place(usize, OptionCode),
    Other(usize),
    Latitude(usize),
    Longitude(usize),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub source: Source,
    /// Whether it tells who answered: a neighbour may know it.
    pub tells_who: bool,
    /// The places of the categories, by their codes.
    places: BTreeMap<String, usize>,
}

impl Column {
    pub fn new(variable: &Variable, source: Source, tells_who: bool) -> Column {
        let categories = variable.categories().iter().enumerate();
        let places = categories.map(|(place, category)| (category.code.clone(), place)).collect();
        Column { source, tells_who, places }
    }

    fn category(&self, code: &str) -> Value<'static> {
        self.places.get(code).map_or(Value::Absent(Absence::Invalid), |place| Value::Category(*place))
    }
}

/// What the questions of the current version were in another one.
pub struct Mapping(Vec<Option<Question>>);

impl Mapping {
    pub fn of(questions: &[Question], current: &Questionnaire, version: &Questionnaire) -> Mapping {
        let is_current = std::ptr::eq(current, version);
        let counterpart = |question: &Question| match is_current {
            true => Some(question.clone()),
            false => version.counterpart(question).cloned(),
        };
        Mapping(questions.iter().map(counterpart).collect())
    }
}

/// The cells of one response, in the order of the columns.
pub fn row<'a>(
    shape: &'a Shape,
    mapping: &Mapping,
    journey: &'a Journey<'_>,
    response: &'a Response,
    spoken: Spoken<'a>,
) -> Vec<Value<'a>> {
    let outcome = |question: &Option<Question>| match question {
        Some(question) => journey.outcome_of(question),
        None => Outcome::Missing(Missing::NotInVersion),
    };
    let outcomes: Vec<Outcome<'a>> = mapping.0.iter().map(outcome).collect();
    let code_of = |place: usize| mapping.0.get(place).and_then(Option::as_ref).map(|question| &question.code);
    let said = |place: usize, words: &'a str| match code_of(place) {
        Some(code) => match spoken.words(response.key, code, words) {
            Ok(words) => Value::Words(words),
            Err(absence) => Value::Absent(absence),
        },
        None => Value::Absent(Absence::NotInVersion),
    };
    let answered = |place: usize| match outcomes.get(place) {
        Some(Outcome::Answered(answer)) => Ok(*answer),
        Some(Outcome::Missing(missing)) => Err(Value::Absent(absence(*missing))),
        None => Err(Value::Absent(Absence::NotInVersion)),
    };
    let value = |column: &'a super::values::Column| -> Result<Value<'a>, Value<'a>> {
        Ok(match &column.source {
            Source::Mode => column.category(response.mode.code()),
            Source::Language => column.category(response.language.as_str()),
            Source::Week => Value::Day(monday(response.day)),
            Source::Whole(place) => whole(column, answered(*place)?, |words| said(*place, words)),
            Source::Ticked(place, option) => {
                let is_ticked = answered(*place)?.options().contains(option);
                Value::Category(usize::from(is_ticked))
            }
            Source::Place(place, option) => {
                let ranked = (1_u32..).zip(answered(*place)?.options()).find(|(_, code)| *code == option);
                ranked.map_or(Value::Absent(Absence::Skipped), |(rank, _)| Value::Number(f64::from(rank)))
            }
            Source::Other(place) => {
                let answer = answered(*place)?;
                match answer.words() {
                    Some(words) => said(*place, words),
                    None if answer.options().iter().any(OptionCode::is_other) => Value::Absent(Absence::Skipped),
                    None => Value::Absent(Absence::NotShown),
                }
            }
            Source::Latitude(place) => degrees(answered(*place)?, |(latitude, _)| latitude),
            Source::Longitude(place) => degrees(answered(*place)?, |(_, longitude)| longitude),
        })
    };
    shape.columns.iter().map(|column| value(column).unwrap_or_else(|absent| absent)).collect()
}

fn whole<'a>(column: &Column, answer: &'a Answer, said: impl FnOnce(&'a str) -> Value<'a>) -> Value<'a> {
    match answer {
        Answer::Text(words) => said(words),
        Answer::Integer(_) | Answer::Decimal(_) => {
            answer.number().map_or(Value::Absent(Absence::Invalid), Value::Number)
        }
        Answer::Date(day) => Value::Day(*day),
        Answer::Time(time) => Value::Hour(*time),
        Answer::One(option, _) => column.category(option.as_str()),
        Answer::Agreed => Value::Category(1),
        Answer::Many(..) | Answer::Ranking(_) | Answer::Point(_) => Value::Absent(Absence::Invalid),
    }
}

fn degrees(answer: &Answer, which: impl Fn((f64, f64)) -> f64) -> Value<'static> {
    match answer {
        Answer::Point(point) => Value::Number(which(Point::degrees(*point))),
        Answer::Text(_)
        | Answer::Integer(_)
        | Answer::Decimal(_)
        | Answer::Date(_)
        | Answer::Time(_)
        | Answer::One(..)
        | Answer::Many(..)
        | Answer::Ranking(_)
        | Answer::Agreed => Value::Absent(Absence::Invalid),
    }
}

fn absence(missing: Missing) -> Absence {
    match missing {
        Missing::NotShown => Absence::NotShown,
        Missing::Skipped => Absence::Skipped,
        Missing::DontKnow => Absence::DontKnow,
        Missing::NotApplicable => Absence::NotApplicable,
        Missing::Invalid => Absence::Invalid,
        Missing::NotInVersion => Absence::NotInVersion,
    }
}

fn monday(day: Date) -> Date {
    let days = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(Span::new().days(days)).unwrap_or(day)
}
