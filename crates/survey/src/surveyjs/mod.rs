//! Surveys of SurveyJS: the JSON of its library and its builder.
//!
//! Taken over are pages, panels, texts, comments, choices of one and of several, menus, yes and no, ratings, rankings,
//! sliders, simple matrices, several texts in one question, notes, calculations
//! and panels filled in several times; required, conditions, constraints, „друго“, „нито
//! едно“, orders drawn for each person, earlier answers within labels, any number of languages. Files, pictures, tables of
//! several kinds, panels within panels that are filled in several times, triggers and whatever is fetched from elsewhere are listed question by question. Labels lose
//! their HTML and keep their words; conditions become expressions of ours where they can.
//!
//! Source: the schema `surveyjs_definition.json` and „Design Survey Conditional Logic“ of SurveyJS.

mod carry;
mod codes;
mod element;
mod options;
mod problem;
mod repeats;
mod script;
mod words;

pub use problem::{Feature, Problem};

use crate::{Located, Questionnaire};

/// The largest file taken, in bytes; the surveys that people make have some hundred thousand.
pub const LARGEST_FILE: usize = 4 << 20;
/// The most questions that a survey may come to; each row of a matrix is one.
pub const MOST_QUESTIONS: usize = 2000;

/// A survey in the shape of ours, and question by question what could not be carried over.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    pub questionnaire: Questionnaire,
    pub left_out: Vec<Located<Problem>>,
}

/// Reads a survey.
///
/// # Errors
/// Every problem found; in JSON that is none, with its line and column.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Carried, Vec<Located<Problem>>> {
    let whole = |problem| vec![Located::whole(problem)];
    if bytes.len() > LARGEST_FILE {
        return Err(whole(Problem::TooLarge { is: bytes.len(), max: LARGEST_FILE }));
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let survey: serde_json::Value = serde_json::from_slice(text).map_err(|error| {
        let place = |place: usize| u32::try_from(place).ok();
        let column = place(error.column().saturating_sub(1));
        vec![Located { sheet: None, row: place(error.line()), column, problem: Problem::NotJson }]
    })?;
    let survey = survey.as_object().ok_or_else(|| whole(Problem::NotASurvey))?;
    carry::carry(survey, file_name)
}
