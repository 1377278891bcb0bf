//! The few parts that pages are made of; `parts.html` draws them.

use crate::Said;

/// One thing done, going on, or to be done.
#[derive(Debug, Clone)]
pub struct Step {
    pub title: Said,
    /// The rest of the sentence.
    pub rest: Said,
    pub state: StepState,
    /// „Направено“, „Предстои“: the state in words.
    pub state_words: String,
    pub date: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Underway,
    ToDo,
}

impl StepState {
    pub fn class(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Underway => "underway",
            StepState::ToDo => "todo",
        }
    }
}

/// A document or publication in a list.
#[derive(Debug, Clone)]
pub struct DocumentRow {
    pub title: Said,
    pub address: String,
    /// „Доклад“
    pub kind: String,
    pub date: String,
    /// „PDF, 1,2 MB“, or where the original is.
    pub notes: Vec<Said>,
}

/// What is wrong with one field of a sent form, and what to do about it.
#[derive(Debug, Clone)]
pub struct FieldError {
    /// The `id` of the input that the summary leads to.
    pub field: String,
    pub sentence: String,
    pub hint: Option<String>,
}

/// The errors of a form, for the summary above it and beside its fields.
#[derive(Debug, Clone, Default)]
pub struct FieldErrors(pub Vec<FieldError>);

impl FieldErrors {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// What is wrong with `field`, in one line.
    pub fn of(&self, field: &str) -> Option<String> {
        let error = self.0.iter().find(|error| error.field == field)?;
        Some(match &error.hint {
            Some(hint) => format!("{} {hint}", error.sentence),
            None => error.sentence.clone(),
        })
    }
}
