use super::{Shape, Spoken, treatment::step};
use dataset::{Absence, Value, Variable};
use jiff::{Span, civil::Date};
use std::collections::BTreeMap;
use store::Codes;
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
    /// Whether an open answer speaks of a theme; `themed` is the place of the question among those with themes.
    Theme {
        place: usize,
        themed: usize,
        code: OptionCode,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub source: Source,
    /// Whether it tells who answered: a neighbour may know it.
    pub tells_who: bool,
    /// How its values are told together.
    pub recode: Option<Recode>,
    /// The places of the categories, by their codes.
    places: BTreeMap<String, usize>,
}

impl Column {
    pub fn new(variable: &Variable, source: Source, tells_who: bool) -> Column {
        let categories = variable.categories().iter().enumerate();
        let places = categories.map(|(place, category)| (category.code.clone(), place)).collect();
        Column { source, tells_who, recode: None, places }
    }

    /// The place of its question.
    pub fn question(&self) -> Option<usize> {
        match &self.source {
            Source::Mode | Source::Language | Source::Week => None,
            Source::Whole(place)
            | Source::Ticked(place, _)
            | Source::Place(place, _)
            | Source::Other(place)
            | Source::Latitude(place)
            | Source::Longitude(place)
            | Source::Theme { place, .. } => Some(*place),
        }
    }

    fn recoded<'a>(&self, value: Value<'a>) -> Value<'a> {
        let Some(recode) = &self.recode else { return value };
        let Some(step) = step(value) else { return value };
        let place = match recode {
            Recode::Places(places) => usize::try_from(step).ok().and_then(|step| places.get(step)).copied(),
            Recode::Bands { uppers } => {
                let place = uppers.iter().position(|upper| step <= *upper);
                place.or_else(|| uppers.len().checked_sub(1))
            }
        };
        place.map_or(Value::Absent(Absence::Withheld), Value::Category)
    }

    fn category(&self, code: &str) -> Value<'static> {
        self.places.get(code).map_or(Value::Absent(Absence::Invalid), |place| Value::Category(*place))
    }
}

/// How values are told together; the result is the place of a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recode {
    /// By the place of the category before.
    Places(Vec<usize>),
    /// The greatest whole number, year or hour of each band.
    Bands { uppers: Vec<i64> },
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
    let codes: Vec<Option<Codes>> = shape.themed.iter().map(|themed| themed.codes(response)).collect();
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
            Source::Theme { place, themed, code } => {
                answered(*place)?;
                // Whoever lets nobody quote their words is not coded either.
                let codes = codes.get(*themed).and_then(Option::as_ref).ok_or(Value::Absent(Absence::Withheld))?;
                Value::Category(usize::from(codes.contains(code)))
            }
            Source::Latitude(place) => degrees(answered(*place)?, |(latitude, _)| latitude),
            Source::Longitude(place) => degrees(answered(*place)?, |(_, longitude)| longitude),
        })
    };
    let told = |column| -> Value<'a> { Column::recoded(column, value(column).unwrap_or_else(|absent| absent)) };
    let mut row: Vec<Value<'a>> = shape.columns.iter().map(told).collect();
    if !shape.withheld.is_empty() && shape.withheld.contains(&shape.key(&row)) {
        for (value, _) in row.iter_mut().zip(&shape.columns).filter(|(_, column)| column.tells_who) {
            *value = Value::Absent(Absence::Withheld);
        }
    }
    row
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
        Answer::Files(files) => Value::Number(u32::try_from(files.len()).map_or(f64::NAN, f64::from)),
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
        | Answer::Agreed
        | Answer::Files(_) => Value::Absent(Absence::Invalid),
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
