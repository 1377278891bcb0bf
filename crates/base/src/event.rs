use crate::{Actor, Digest, Key, Moment};

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
    pub digests: Digests,
}

/// What a thing said before and after an event, as digests: who has the words can prove that they are the ones, and the
/// journal does not repeat them. Never of a person's own data, which could be guessed from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Digests {
    pub before: Option<Digest>,
    pub after: Option<Digest>,
}

impl Digests {
    /// Of something that was not there before.
    pub fn first(after: Digest) -> Digests {
        Digests { before: None, after: Some(after) }
    }

    pub fn change(before: Digest, after: Digest) -> Digests {
        Digests { before: Some(before), after: Some(after) }
    }
}

/// The thing that an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// A stable code: `project`, `study`, `publication`, `person`.
    pub noun: &'static str,
    pub key: Key,
}
