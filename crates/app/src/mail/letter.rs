use crate::account;
use base::{PersonId, Subject};
use store::QueuedLetter;

/// What is written to somebody. The words stand in the locale files under `letter-` and the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// To somebody who was added: what they sign in with, and a link by which they choose a password.
    Invitation { person: PersonId },
    /// A new link for somebody who was added before.
    SetupLink { person: PersonId },
    /// Shows that letters arrive.
    Trial,
}

impl Letter {
    pub fn code(self) -> &'static str {
        match self {
            Letter::Invitation { .. } => "invitation",
            Letter::SetupLink { .. } => "setup-link",
            Letter::Trial => "trial",
        }
    }

    /// The thing that it concerns.
    pub fn about(self) -> Option<Subject> {
        self.person().map(|person| Subject { noun: "person", key: person.0 })
    }

    /// To whom it is, where that is somebody who may sign in: the letter then holds a link for them alone.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Letter::Invitation { person } | Letter::SetupLink { person } => Some(person),
            Letter::Trial => None,
        }
    }

    /// How long what it says stays so, in seconds.
    pub fn good_for(self) -> i64 {
        match self {
            Letter::Invitation { .. } | Letter::SetupLink { .. } => account::link_good_for(),
            Letter::Trial => 24 * 3600,
        }
    }

    /// What was queued; `None` for what only another version of the program can write.
    pub(super) fn queued(letter: &QueuedLetter) -> Option<Letter> {
        let person = || {
            let (noun, key) = letter.about.as_ref()?;
            (noun == "person").then_some(PersonId(*key))
        };
        match letter.kind.as_str() {
            "invitation" => Some(Letter::Invitation { person: person()? }),
            "setup-link" => Some(Letter::SetupLink { person: person()? }),
            "trial" => Some(Letter::Trial),
            _ => None,
        }
    }
}
