//! The answers of one response as a compact document: what the store keeps in the row of a response.
//!
//! `{"q1":{"one":"a"},"q2":{"many":["a","other"],"other":"…"},"age":42,"rate":4.5,"open":"…","day":{"date":"2023-05-02"},
//! "hour":{"time":"08:30"},"order":{"ranked":["b","a"]},"agree":{"agreed":true},"where":{"point":[42054,24543]},
//! "photo":{"files":["DIGEST image/jpeg 120034"]}}`, questions in the order of their codes, so that the same answers always give the same bytes.

use crate::{Answer, Answers, AttachedFile, OptionCode, Point, QuestionCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A document that [`write`] did not make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unreadable answers: {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

pub fn write(answers: &Answers) -> String {
    let written: BTreeMap<&str, Written<'_>> =
        answers.iter().map(|(code, answer)| (code.as_str(), Written::from(answer))).collect();
    serde_json::to_string(&written).unwrap_or_default()
}

/// # Errors
/// [`Unreadable`] for anything that [`write`] did not make.
pub fn read(text: &str) -> Result<Answers, Unreadable> {
    let found: BTreeMap<String, Found> = serde_json::from_str(text).map_err(|error| Unreadable(error.to_string()))?;
    found
        .into_iter()
        .map(|(code, answer)| {
            let question = QuestionCode::parse(&code).map_err(|_| Unreadable(format!("code {code:?}")))?;
            Ok((question, answer.restore()?))
        })
        .collect()
}

#[derive(Serialize)]
#[serde(untagged)]
enum Written<'a> {
    Text(&'a str),
    Integer(i64),
    Decimal(f64),
    Date {
        date: String,
    },
    Time {
        time: String,
    },
    Ranking {
        ranked: Vec<&'a str>,
    },
    Agreed {
        agreed: bool,
    },
    Point {
        point: [i32; 2],
    },
    Files {
        files: Vec<String>,
    },
    One {
        one: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        other: Option<&'a str>,
    },
    Many {
        many: Vec<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        other: Option<&'a str>,
    },
}

impl<'a> From<&'a Answer> for Written<'a> {
    fn from(answer: &'a Answer) -> Written<'a> {
        match answer {
            Answer::Text(text) => Written::Text(text),
            Answer::Integer(number) => Written::Integer(*number),
            Answer::Decimal(number) => Written::Decimal(*number),
            Answer::Date(date) => Written::Date { date: date.to_string() },
            Answer::Time(time) => Written::Time { time: time.strftime("%H:%M").to_string() },
            Answer::Ranking(options) => Written::Ranking { ranked: options.iter().map(OptionCode::as_str).collect() },
            Answer::Agreed => Written::Agreed { agreed: true },
            Answer::Point(Point { latitude, longitude }) => Written::Point { point: [*latitude, *longitude] },
            Answer::Files(files) => Written::Files { files: files.iter().map(AttachedFile::to_field).collect() },
            Answer::One(option, other) => Written::One { one: option.as_str(), other: other.as_deref() },
            Answer::Many(options, other) => {
                Written::Many { many: options.iter().map(OptionCode::as_str).collect(), other: other.as_deref() }
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Found {
    Text(String),
    Integer(i64),
    Decimal(f64),
    Date { date: String },
    Time { time: String },
    Ranking { ranked: Vec<String> },
    Agreed { agreed: bool },
    Point { point: [i32; 2] },
    Files { files: Vec<String> },
    One { one: String, other: Option<String> },
    Many { many: Vec<String>, other: Option<String> },
}

impl Found {
    fn restore(self) -> Result<Answer, Unreadable> {
        let option = |text: String| OptionCode::parse(&text).map_err(|_| Unreadable(format!("option {text:?}")));
        Ok(match self {
            Found::Text(text) => Answer::Text(text),
            Found::Integer(number) => Answer::Integer(number),
            Found::Decimal(number) => Answer::Decimal(number),
            Found::Date { date } => Answer::Date(date.parse().map_err(|_| Unreadable(format!("date {date:?}")))?),
            Found::Time { time } => {
                Answer::Time(crate::entry::read_time(&time).ok_or_else(|| Unreadable(format!("time {time:?}")))?)
            }
            Found::Ranking { ranked } => Answer::Ranking(ranked.into_iter().map(option).collect::<Result<_, _>>()?),
            Found::Agreed { agreed: true } => Answer::Agreed,
            Found::Agreed { agreed: false } => return Err(Unreadable("a consent that is none".to_owned())),
            Found::Point { point: [latitude, longitude] } => Answer::Point(
                Point::new(latitude, longitude).ok_or_else(|| Unreadable(format!("point {latitude}, {longitude}")))?,
            ),
            Found::Files { files } => {
                let file = |field: String| {
                    AttachedFile::from_field(&field).ok_or_else(|| Unreadable(format!("file {field:?}")))
                };
                Answer::Files(files.into_iter().map(file).collect::<Result<_, _>>()?)
            }
            Found::One { one, other } => Answer::One(option(one)?, other),
            Found::Many { many, other } => Answer::Many(many.into_iter().map(option).collect::<Result<_, _>>()?, other),
        })
    }
}
