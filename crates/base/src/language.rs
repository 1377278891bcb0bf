use std::{fmt, str::FromStr};

/// A language of the built-in words. A questionnaire may speak others too; the pages around it speak one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    #[default]
    Bulgarian,
    English,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::Bulgarian, Language::English];

    /// The IETF language tag (BCP 47), as written in `lang="…"`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Bulgarian => "bg",
            Language::English => "en",
        }
    }

    pub fn other(self) -> Language {
        match self {
            Language::Bulgarian => Language::English,
            Language::English => Language::Bulgarian,
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Language, UnknownLanguage> {
        Language::ALL.into_iter().find(|language| language.tag() == tag).ok_or_else(|| UnknownLanguage(tag.to_owned()))
    }
}
