use super::{LiveFigures, Refusal, Written};
use base::Language;
use std::collections::BTreeMap;

/// The words of a part in every language that somebody wrote it in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording(BTreeMap<Language, Written>);

impl Wording {
    pub fn new(language: Language, words: Written) -> Wording {
        Wording(BTreeMap::from([(language, words)]))
    }

    /// # Errors
    /// As [`Written::read`].
    pub fn read(language: Language, text: &str) -> Result<Wording, Refusal> {
        Ok(Wording::new(language, Written::read(text)?))
    }

    /// In this very language.
    pub fn in_language(&self, language: Language) -> Option<&Written> {
        self.0.get(&language)
    }

    /// In this language, else in the other.
    pub fn say(&self, language: Language) -> Option<&Written> {
        self.in_language(language).or_else(|| self.in_language(language.other()))
    }

    pub fn all(&self) -> impl Iterator<Item = (Language, &Written)> {
        self.0.iter().map(|(language, written)| (*language, written))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words of this language replaced.
    #[must_use]
    pub fn with(mut self, language: Language, words: Written) -> Wording {
        self.0.insert(language, words);
        self
    }

    /// The words of the other languages alone.
    #[must_use]
    pub fn without(mut self, language: Language) -> Wording {
        self.0.remove(&language);
        self
    }

    /// These words, with those of the languages that only `other` has.
    #[must_use]
    pub fn joined(mut self, other: Wording) -> Wording {
        for (language, words) in other.0 {
            self.0.entry(language).or_insert(words);
        }
        self
    }

    pub(super) fn accept(&mut self, language: Language, figures: &dyn LiveFigures) {
        if let Some(words) = self.0.get_mut(&language) {
            *words = std::mem::take(words).accepted(figures);
        }
    }

    /// The numbers of the words before stay beside the words that still ask for them.
    pub(super) fn keep(&mut self, before: &Wording, language: Language, figures: &dyn LiveFigures) {
        if let Some(words) = self.0.get_mut(&language) {
            *words = std::mem::take(words).rewritten(before.in_language(language), figures);
        }
    }
}
