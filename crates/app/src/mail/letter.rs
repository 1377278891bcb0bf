use super::AccountNews;
use crate::account;
use base::{PersonId, PersonalCodeId, Subject};
use store::QueuedLetter;

/// What is written to somebody. The words stand in the locale files under `letter-` and the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// To somebody who was added: what they sign in with, and a link by which they choose a password.
    Invitation { person: PersonId },
    /// A new link for somebody who was added before.
    SetupLink { person: PersonId },
    /// To somebody who is asked to answer, with a link of their own.
    StudyInvitation { code: PersonalCodeId },
    /// The same once more, as long as they have not answered.
    StudyReminder { code: PersonalCodeId },
    /// To somebody whose way in has changed.
    Account { person: PersonId, news: AccountNews },
    /// Shows that letters arrive.
    Trial,
}

impl Letter {
    pub fn code(self) -> &'static str {
        match self {
            Letter::Invitation { .. } => "invitation",
            Letter::SetupLink { .. } => "setup-link",
            Letter::StudyInvitation { .. } => "study-invitation",
            Letter::StudyReminder { .. } => "study-reminder",
            Letter::Account { news, .. } => news.code(),
            Letter::Trial => "trial",
        }
    }

    /// The thing that it concerns.
    pub fn about(self) -> Option<Subject> {
        let person = self.person().map(|person| Subject { noun: "person", key: person.0 });
        person.or_else(|| self.personal_code().map(|code| Subject { noun: "personal-code", key: code.0 }))
    }

    /// To whom it is, where that is somebody who may sign in.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Letter::Invitation { person } | Letter::SetupLink { person } | Letter::Account { person, .. } => {
                Some(person)
            }
            Letter::StudyInvitation { .. } | Letter::StudyReminder { .. } | Letter::Trial => None,
        }
    }

    /// The code of which it holds the link.
    pub fn personal_code(self) -> Option<PersonalCodeId> {
        match self {
            Letter::StudyInvitation { code } | Letter::StudyReminder { code } => Some(code),
            Letter::Invitation { .. } | Letter::SetupLink { .. } | Letter::Account { .. } | Letter::Trial => None,
        }
    }

    /// Whether it holds a link that opens something for its reader alone.
    pub fn holds_secret(self) -> bool {
        matches!(self, Letter::Invitation { .. } | Letter::SetupLink { .. })
    }

    /// How long what it says stays so, in seconds.
    pub fn good_for(self) -> i64 {
        match self {
            Letter::Invitation { .. } | Letter::SetupLink { .. } => account::link_good_for(),
            Letter::StudyInvitation { .. } | Letter::StudyReminder { .. } => 7 * 24 * 3600,
            Letter::Account { .. } => 7 * 24 * 3600,
            Letter::Trial => 24 * 3600,
        }
    }

    /// What was queued; `None` for what only another version of the program can write.
    pub(super) fn queued(letter: &QueuedLetter) -> Option<Letter> {
        let person = || {
            let (noun, key) = letter.about.as_ref()?;
            (noun == "person").then_some(PersonId(*key))
        };
        let code = || {
            let (noun, key) = letter.about.as_ref()?;
            (noun == "personal-code").then_some(PersonalCodeId(*key))
        };
        match letter.kind.as_str() {
            "invitation" => Some(Letter::Invitation { person: person()? }),
            "setup-link" => Some(Letter::SetupLink { person: person()? }),
            "study-invitation" => Some(Letter::StudyInvitation { code: code()? }),
            "study-reminder" => Some(Letter::StudyReminder { code: code()? }),
            "trial" => Some(Letter::Trial),
            code => Some(Letter::Account { news: AccountNews::from_code(code)?, person: person()? }),
        }
    }
}
