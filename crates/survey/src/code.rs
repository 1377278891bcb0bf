use std::{borrow::Borrow, fmt, str::FromStr};

/// The longest code, in characters; SPSS takes names of 64 bytes, ODK of any length.
pub(crate) const LONGEST: usize = 64;

/// A text that cannot be a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadableCode(pub String);

fn parse_name(text: &str) -> Result<String, UnreadableCode> {
    let mut letters = text.chars();
    let begins_well = letters.next().is_some_and(|first| first.is_alphabetic() || first == '_');
    let goes_on_well = letters.all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'));
    if begins_well && goes_on_well && text.chars().count() <= LONGEST {
        Ok(text.to_owned())
    } else {
        Err(UnreadableCode(text.chars().take(LONGEST).collect()))
    }
}

fn parse_value(text: &str) -> Result<String, UnreadableCode> {
    let has_gaps = text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    if !text.is_empty() && !has_gaps && text.chars().count() <= LONGEST {
        Ok(text.to_owned())
    } else {
        Err(UnreadableCode(text.chars().take(LONGEST).collect()))
    }
}

macro_rules! codes {
    ($($(#[$meaning:meta])* $name:ident by $rule:ident),* $(,)?) => {$(
        $(#[$meaning])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// # Errors
            /// [`UnreadableCode`] with the beginning of the text.
            pub fn parse(text: &str) -> Result<$name, UnreadableCode> {
                $rule(text).map($name)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = UnreadableCode;

            fn from_str(text: &str) -> Result<$name, UnreadableCode> {
                $name::parse(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )*};
}

codes! {
    /// Names a question: a letter or `_`, then letters, digits, `_`, `-`, `.`; at most 64 characters.
    QuestionCode by parse_name,
    /// Names a group; the same rule, and unique among questions and groups together.
    GroupCode by parse_name,
    /// Names a list of options.
    ScaleCode by parse_value,
    /// Names an option within its scale: 1 to 64 characters without gaps.
    OptionCode by parse_value,
}

impl QuestionCode {
    /// The form field and the column that hold the words typed beside „друго“.
    pub fn other_field(&self) -> String {
        format!("{}_other", self.0)
    }

    /// The form field and the column that hold what is said about one option: its tick, or its place in a ranking.
    pub fn option_field(&self, option: &OptionCode) -> String {
        format!("{}/{}", self.0, option.0)
    }
}

impl OptionCode {
    /// The option that asks for words of one's own.
    pub fn other() -> OptionCode {
        OptionCode("other".to_owned())
    }

    pub fn is_other(&self) -> bool {
        self.0 == "other"
    }
}
