use crate::LanguageTag;
use std::collections::BTreeMap;

/// Words that people wrote: always in Bulgarian, often in English too. Words of a questionnaire may stand in further
/// languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    pub bulgarian: String,
    pub english: Option<String>,
    /// Never Bulgarian or English.
    pub further: BTreeMap<LanguageTag, String>,
}

impl Text {
    pub fn new(bulgarian: impl Into<String>, english: impl Into<String>) -> Text {
        Text { english: Some(english.into()), ..Text::bulgarian(bulgarian) }
    }

    pub fn bulgarian(words: impl Into<String>) -> Text {
        Text { bulgarian: words.into(), ..Text::default() }
    }

    /// Both languages of the built-in words, the second where somebody wrote it.
    pub fn both(bulgarian: impl Into<String>, english: Option<String>) -> Text {
        Text { english, ..Text::bulgarian(bulgarian) }
    }

    /// The words in `language`, or in Bulgarian where there is no translation. The page marks such words `lang="bg"`.
    pub fn say(&self, language: impl Into<LanguageTag>) -> &str {
        self.translation(language.into()).unwrap_or(&self.bulgarian)
    }

    /// The language that [`Text::say`] really answers in.
    pub fn spoken(&self, wanted: impl Into<LanguageTag>) -> LanguageTag {
        let wanted = wanted.into();
        if self.translation(wanted).is_some() { wanted } else { LanguageTag::BULGARIAN }
    }

    /// The words in this very language.
    pub fn translation(&self, language: LanguageTag) -> Option<&str> {
        match language {
            LanguageTag::BULGARIAN => Some(&self.bulgarian),
            LanguageTag::ENGLISH => self.english.as_deref(),
            further => self.further.get(&further).map(String::as_str),
        }
    }

    /// The words of every language there is.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let first = [Some(&self.bulgarian), self.english.as_ref()];
        first.into_iter().flatten().chain(self.further.values()).map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.bulgarian.trim().is_empty()
    }
}
