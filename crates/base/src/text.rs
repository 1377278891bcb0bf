use crate::Language;

/// Words that people wrote: always in Bulgarian, often in English too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    pub bulgarian: String,
    pub english: Option<String>,
}

impl Text {
    pub fn new(bulgarian: impl Into<String>, english: impl Into<String>) -> Text {
        Text { bulgarian: bulgarian.into(), english: Some(english.into()) }
    }

    pub fn bulgarian(words: impl Into<String>) -> Text {
        Text { bulgarian: words.into(), english: None }
    }

    /// The words in `language`, or in Bulgarian where there is no translation. The page marks such words `lang="bg"`.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::Bulgarian => &self.bulgarian,
            Language::English => self.english.as_deref().unwrap_or(&self.bulgarian),
        }
    }

    /// The language that [`Text::say`] really answers in.
    pub fn spoken(&self, wanted: Language) -> Language {
        match (wanted, &self.english) {
            (Language::English, Some(_)) => Language::English,
            (Language::English, None) | (Language::Bulgarian, _) => Language::Bulgarian,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.bulgarian.trim().is_empty()
    }
}
