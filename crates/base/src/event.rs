use crate::{Actor, Key, Moment};

/// One official act, for the journal. A respondent's answer is never an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub at: Moment,
    /// `None` for what the program does by itself: loading the demonstration, a scheduled job.
    pub by: Option<Actor>,
    /// A stable code: `publication.published`, `questionnaire.imported`.
    pub kind: &'static str,
    pub subject: Subject,
    /// What changed, as pairs of a stable field name and a value safe to show to the public.
    pub facts: Vec<(&'static str, String)>,
}

/// The thing that an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// A stable code: `project`, `study`, `publication`, `person`.
    pub noun: &'static str,
    pub key: Key,
}
