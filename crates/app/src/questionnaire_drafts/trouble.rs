use crate::{Failure, Refusal};
use base::{Argument, Explain};

/// Why a draft of a questionnaire was left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Somebody changed it since the page was made.
    Stale,
    /// Something is still missing or contradicts itself.
    NotReady {
        n: usize,
    },
    NoSuchTemplate,
    /// More drafts for one audience than anybody keeps apart.
    TooManyDrafts {
        most: usize,
    },
    UnknownKind,
}

impl Explain for Trouble {
    fn code(&self) -> &'static str {
        match self {
            Trouble::Stale => "changed-meanwhile",
            Trouble::NotReady { .. } => "draft-not-ready",
            Trouble::NoSuchTemplate => "draft-no-such-template",
            Trouble::TooManyDrafts { .. } => "draft-too-many",
            Trouble::UnknownKind => "draft-unknown-kind",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Trouble::UnknownKind => Some("kind".to_owned()),
            Trouble::NoSuchTemplate => Some("from".to_owned()),
            Trouble::Stale | Trouble::NotReady { .. } | Trouble::TooManyDrafts { .. } => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Trouble::NotReady { n } => vec![("n", (*n).into())],
            Trouble::TooManyDrafts { most } => vec![("most", (*most).into())],
            Trouble::Stale | Trouble::NoSuchTemplate | Trouble::UnknownKind => Vec::new(),
        }
    }
}

/// Keeps the refusals of one field, so that those of the next are told as well.
pub(super) fn noted<T>(read: Result<T, Failure>, refusals: &mut Vec<Refusal>) -> Result<Option<T>, Failure> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(Failure::Refused(more)) => {
            refusals.extend(more);
            Ok(None)
        }
        Err(failure) => Err(failure),
    }
}
