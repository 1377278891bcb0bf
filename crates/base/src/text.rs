use crate::LanguageTag;
use std::collections::BTreeMap;

/// Words that people wrote: always in Bulgarian, often in English too. Words of a questionnaire may stand in further
/// languages, and until they are translated in those alone.
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
    /// Where nobody has written the Bulgarian yet, those of another language stand for it.
    pub fn say(&self, language: impl Into<LanguageTag>) -> &str {
        self.translation(self.spoken(language)).unwrap_or(&self.bulgarian)
    }

    /// The language that [`Text::say`] really answers in.
    pub fn spoken(&self, wanted: impl Into<LanguageTag>) -> LanguageTag {
        let first = [wanted.into(), LanguageTag::BULGARIAN, LanguageTag::ENGLISH];
        let first = first.into_iter().find(|language| self.speaks(*language));
        first.or_else(|| self.further.keys().next().copied()).unwrap_or(LanguageTag::BULGARIAN)
    }

    /// Whether there are words in this very language.
    pub fn speaks(&self, language: LanguageTag) -> bool {
        self.translation(language).is_some_and(|words| !words.trim().is_empty())
    }

    /// The same with `words` in `language`.
    #[must_use]
    pub fn and(mut self, language: LanguageTag, words: impl Into<String>) -> Text {
        match language {
            LanguageTag::BULGARIAN => self.bulgarian = words.into(),
            LanguageTag::ENGLISH => self.english = Some(words.into()),
            further => {
                self.further.insert(further, words.into());
            }
        }
        self
    }

    /// The same in every language with other words.
    #[must_use]
    pub fn map(&self, mut change: impl FnMut(&str) -> String) -> Text {
        Text {
            bulgarian: change(&self.bulgarian),
            english: self.english.as_deref().map(&mut change),
            further: self.further.iter().map(|(language, words)| (*language, change(words))).collect(),
        }
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

    /// The words of every language there is, each with its own.
    pub fn by_language(&self) -> impl Iterator<Item = (LanguageTag, &str)> {
        let english = self.english.as_deref().map(|english| (LanguageTag::ENGLISH, english));
        let further = self.further.iter().map(|(language, words)| (*language, words.as_str()));
        std::iter::once((LanguageTag::BULGARIAN, self.bulgarian.as_str())).chain(english).chain(further)
    }

    /// Whether the Bulgarian is missing, without which nothing is published.
    pub fn is_empty(&self) -> bool {
        self.bulgarian.trim().is_empty()
    }

    /// Whether there is not a word in any language.
    pub fn is_silent(&self) -> bool {
        self.all().all(|words| words.trim().is_empty())
    }
}

/// Words by their languages; a language with nothing but gaps has none.
impl<W: Into<String>> FromIterator<(LanguageTag, W)> for Text {
    fn from_iter<I: IntoIterator<Item = (LanguageTag, W)>>(spoken: I) -> Text {
        let spoken = spoken.into_iter().map(|(language, words)| (language, words.into()));
        let spoken = spoken.filter(|(_, words): &(LanguageTag, String)| !words.trim().is_empty());
        spoken.fold(Text::default(), |text, (language, words)| text.and(language, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_said_in_the_language_that_has_them() {
        let german: LanguageTag = "de".parse().unwrap();
        let check = |text: &Text, wanted: LanguageTag, expect: (&str, &str)| {
            assert_eq!((text.say(wanted), text.spoken(wanted).as_str()), expect, "{text:?}");
        };
        let (bulgarian, english) = (LanguageTag::BULGARIAN, LanguageTag::ENGLISH);
        let both = Text::new("Какво?", "What?");
        check(&both, bulgarian, ("Какво?", "bg"));
        check(&both, english, ("What?", "en"));
        check(&both, german, ("Какво?", "bg"));
        check(&Text::bulgarian("Какво?"), english, ("Какво?", "bg"));
        // Not translated into Bulgarian yet.
        let english_only = Text::default().and(english, "What?");
        check(&english_only, bulgarian, ("What?", "en"));
        let german_only = Text::default().and(german, "Was?");
        check(&german_only, bulgarian, ("Was?", "de"));
        check(&german_only.clone().and(english, " "), bulgarian, ("Was?", "de"));
        check(&Text::default(), english, ("", "bg"));
        assert_eq!([(german, "Was?"), (english, " ")].into_iter().collect::<Text>(), german_only);
        assert_eq!(
            both.clone().and(german, "Was?").map(str::to_uppercase).all().collect::<Vec<_>>(),
            ["КАКВО?", "WHAT?", "WAS?"]
        );
        assert!(german_only.is_empty() && !german_only.is_silent() && Text::default().is_silent());
    }
}
