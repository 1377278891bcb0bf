use data_encoding::BASE32_NOPAD;
use std::{fmt, str::FromStr};

/// 128 random bits that name a thing; written as 26 small letters and digits (RFC 4648 base 32).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub [u8; 16]);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableKey;

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE32_NOPAD.encode(&self.0).to_ascii_lowercase())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Key {
    type Err = UnreadableKey;

    fn from_str(text: &str) -> Result<Key, UnreadableKey> {
        if text.len() != 26 || text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(UnreadableKey);
        }
        let bytes = BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).map_err(|_| UnreadableKey)?;
        bytes.try_into().map(Key).map_err(|_| UnreadableKey)
    }
}

macro_rules! typed_ids {
    ($($(#[$meaning:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meaning])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Key);

        impl $name {
            pub fn new(chance: &mut dyn crate::Chance) -> $name {
                $name(chance.key())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = UnreadableKey;

            fn from_str(text: &str) -> Result<$name, UnreadableKey> {
                text.parse().map($name)
            }
        }
    )*};
}

typed_ids! {
    /// The household in one instance to which a row belongs; first column of every key.
    TenantId,
    ProjectId,
    PartyId,
    PersonId,
    SessionId,
    StudyId,
    AudienceId,
    /// One frozen version of a questionnaire.
    QuestionnaireId,
    /// A questionnaire that is being made.
    QuestionnaireDraftId,
    /// A written report of a study.
    ReportId,
    /// The random key of one response. It tells neither who answered nor when.
    ResponseKey,
    /// A batch of answers that came in together: paper cards from one box, or an imported file.
    BatchId,
    PublicationId,
    /// A code with which one person answers once.
    PersonalCodeId,
    /// A letter sent by e-mail.
    LetterId,
    /// Questionnaires printed together.
    PrintingId,
    /// Names a passkey in the list of one's keys.
    PasskeyId,
}
