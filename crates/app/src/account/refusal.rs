use super::Weakness;
use base::{Argument, Explain};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    PasswordTooShort {
        shortest: usize,
        is: usize,
    },
    PasswordTooLong {
        longest: usize,
    },
    PasswordWeak(Weakness),
    PasswordsDiffer,
    /// The same words for an unknown name and for a wrong password.
    SignInRefused,
    /// Of somebody who is signed in and gives their own once more.
    PasswordWrong,
    TooManyAttempts {
        minutes: i64,
    },
    /// So many passwords are being checked that this one has to wait; it was neither checked nor counted.
    SignInBusy,
    SetupLinkUsed,
    /// Of the second factor.
    CodeWrong,
    /// The password was right too long ago, or too many codes were wrong.
    SignInStepOver,
    /// Browsers know sites with passkeys by a name, and this one has an address of numbers.
    PasskeyNeedsName,
    PasskeyNameWrong {
        longest: usize,
    },
    PasskeysFull {
        most: usize,
    },
    /// It is somebody's already.
    PasskeyKnown,
    /// The same words for a key that nobody has here, for another tenant's, and for that of somebody who may not come in.
    PasskeyUnknown,
    /// Asked too long ago, or answered before.
    PasskeyTooLate,
    /// Another site asked for it.
    PasskeyOfElsewhere,
    /// The key did not make sure who holds it.
    PasskeyNotVerified,
    /// It counts its uses, and has counted fewer than we have.
    PasskeyCopied,
    PasskeyUnreadable,
    /// The sign-in service of the organisation does not answer.
    OpenidUnreached,
    /// Sent away too long ago, back before, or in another browser.
    OpenidTooLate,
    /// The service says no, or the person did there.
    OpenidDeclined,
    /// What came back was not signed by the service, for us, for this attempt, in time.
    OpenidUnbelieved,
    /// Nobody of us is meant: not put together, not invited, of another party, or stopped.
    OpenidUnknown,
    /// Somebody else of us is put together with that one.
    OpenidTaken,
    /// There would be no way in left.
    OpenidIsTheOnlyWay,
}

impl Refusal {
    pub(super) fn waiting(seconds: i64) -> Refusal {
        Refusal::TooManyAttempts { minutes: (seconds / 60 + 1).max(1) }
    }
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::PasswordTooShort { .. } => "password-too-short",
            Refusal::PasswordTooLong { .. } => "password-too-long",
            Refusal::PasswordWeak(weakness) => match weakness {
                Weakness::Common => "password-weak-common",
                Weakness::OwnName => "password-weak-name",
                Weakness::Keyboard => "password-weak-keyboard",
                Weakness::Repeat => "password-weak-repeat",
                Weakness::Sequence => "password-weak-sequence",
                Weakness::Date => "password-weak-date",
                Weakness::Word => "password-weak-word",
                Weakness::Simple => "password-weak-simple",
            },
            Refusal::PasswordsDiffer => "passwords-differ",
            Refusal::SignInRefused => "sign-in-refused",
            Refusal::PasswordWrong => "password-wrong",
            Refusal::TooManyAttempts { .. } => "too-many-attempts",
            Refusal::SignInBusy => "sign-in-busy",
            Refusal::SetupLinkUsed => "setup-link-used",
            Refusal::CodeWrong => "code-wrong",
            Refusal::SignInStepOver => "sign-in-step-over",
            Refusal::PasskeyNeedsName => "passkey-needs-name",
            Refusal::PasskeyNameWrong { .. } => "passkey-name-wrong",
            Refusal::PasskeysFull { .. } => "passkeys-full",
            Refusal::PasskeyKnown => "passkey-known",
            Refusal::PasskeyUnknown => "passkey-unknown",
            Refusal::PasskeyTooLate => "passkey-too-late",
            Refusal::PasskeyOfElsewhere => "passkey-of-elsewhere",
            Refusal::PasskeyNotVerified => "passkey-not-verified",
            Refusal::PasskeyCopied => "passkey-copied",
            Refusal::PasskeyUnreadable => "passkey-unreadable",
            Refusal::OpenidUnreached => "openid-unreached",
            Refusal::OpenidTooLate => "openid-too-late",
            Refusal::OpenidDeclined => "openid-declined",
            Refusal::OpenidUnbelieved => "openid-unbelieved",
            Refusal::OpenidUnknown => "openid-unknown",
            Refusal::OpenidTaken => "openid-taken",
            Refusal::OpenidIsTheOnlyWay => "openid-only-way",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Refusal::PasswordTooShort { .. }
            | Refusal::PasswordTooLong { .. }
            | Refusal::PasswordWeak(_)
            | Refusal::PasswordWrong => Some("password".to_owned()),
            Refusal::PasswordsDiffer => Some("again".to_owned()),
            Refusal::CodeWrong => Some("code".to_owned()),
            Refusal::PasskeyNameWrong { .. } => Some("name".to_owned()),
            Refusal::SignInRefused => Some("name".to_owned()),
            Refusal::TooManyAttempts { .. }
            | Refusal::SignInBusy
            | Refusal::SetupLinkUsed
            | Refusal::SignInStepOver
            | Refusal::PasskeyNeedsName
            | Refusal::PasskeysFull { .. }
            | Refusal::PasskeyKnown
            | Refusal::PasskeyUnknown
            | Refusal::PasskeyTooLate
            | Refusal::PasskeyOfElsewhere
            | Refusal::PasskeyNotVerified
            | Refusal::PasskeyCopied
            | Refusal::PasskeyUnreadable
            | Refusal::OpenidUnreached
            | Refusal::OpenidTooLate
            | Refusal::OpenidDeclined
            | Refusal::OpenidUnbelieved
            | Refusal::OpenidUnknown
            | Refusal::OpenidTaken
            | Refusal::OpenidIsTheOnlyWay => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::PasswordTooShort { shortest, is } => vec![("shortest", (*shortest).into()), ("is", (*is).into())],
            Refusal::PasswordTooLong { longest } | Refusal::PasskeyNameWrong { longest } => {
                vec![("longest", (*longest).into())]
            }
            Refusal::PasskeysFull { most } => vec![("most", (*most).into())],
            Refusal::TooManyAttempts { minutes } => vec![("minutes", (*minutes).into())],
            Refusal::PasswordWeak(_)
            | Refusal::PasswordsDiffer
            | Refusal::SignInRefused
            | Refusal::PasswordWrong
            | Refusal::SignInBusy
            | Refusal::SetupLinkUsed
            | Refusal::CodeWrong
            | Refusal::SignInStepOver
            | Refusal::PasskeyNeedsName
            | Refusal::PasskeyKnown
            | Refusal::PasskeyUnknown
            | Refusal::PasskeyTooLate
            | Refusal::PasskeyOfElsewhere
            | Refusal::PasskeyNotVerified
            | Refusal::PasskeyCopied
            | Refusal::PasskeyUnreadable
            | Refusal::OpenidUnreached
            | Refusal::OpenidTooLate
            | Refusal::OpenidDeclined
            | Refusal::OpenidUnbelieved
            | Refusal::OpenidUnknown
            | Refusal::OpenidTaken
            | Refusal::OpenidIsTheOnlyWay => Vec::new(),
        }
    }
}
