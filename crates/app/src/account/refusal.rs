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
    PasswordTooSimple,
    PasswordsDiffer,
    /// The same words for an unknown name and for a wrong password.
    SignInRefused,
    TooManyAttempts {
        minutes: i64,
    },
    SetupLinkUsed,
}

impl Explain for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::PasswordTooShort { .. } => "password-too-short",
            Refusal::PasswordTooLong { .. } => "password-too-long",
            Refusal::PasswordTooSimple => "password-too-simple",
            Refusal::PasswordsDiffer => "passwords-differ",
            Refusal::SignInRefused => "sign-in-refused",
            Refusal::TooManyAttempts { .. } => "too-many-attempts",
            Refusal::SetupLinkUsed => "setup-link-used",
        }
    }

    fn field(&self) -> Option<String> {
        match self {
            Refusal::PasswordTooShort { .. } | Refusal::PasswordTooLong { .. } | Refusal::PasswordTooSimple => {
                Some("password".to_owned())
            }
            Refusal::PasswordsDiffer => Some("again".to_owned()),
            Refusal::SignInRefused => Some("name".to_owned()),
            Refusal::TooManyAttempts { .. } | Refusal::SetupLinkUsed => None,
        }
    }

    fn arguments(&self) -> Vec<(&'static str, Argument)> {
        match self {
            Refusal::PasswordTooShort { shortest, is } => vec![("shortest", (*shortest).into()), ("is", (*is).into())],
            Refusal::PasswordTooLong { longest } => vec![("longest", (*longest).into())],
            Refusal::TooManyAttempts { minutes } => vec![("minutes", (*minutes).into())],
            Refusal::PasswordTooSimple | Refusal::PasswordsDiffer | Refusal::SignInRefused | Refusal::SetupLinkUsed => {
                Vec::new()
            }
        }
    }
}
