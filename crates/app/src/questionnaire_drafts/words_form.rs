use crate::typed::Typed;
use base::{LanguageTag, Text};

/// The field for words in one language: `label_bg`.
pub fn in_language(field: &str, language: LanguageTag) -> String {
    format!("{field}_{language}")
}

/// The words of a form in each of the languages; empty where nobody wrote any.
pub fn spoken(typed: &Typed, field: &str, languages: &[LanguageTag]) -> Text {
    let mut words = Text::default();
    for language in languages.iter().copied() {
        let typed = typed.get(&in_language(field, language)).to_owned();
        match language {
            LanguageTag::BULGARIAN => words.bulgarian = typed,
            LanguageTag::ENGLISH => words.english = Some(typed).filter(|words| !words.is_empty()),
            further if !typed.is_empty() => {
                words.further.insert(further, typed);
            }
            _ => {}
        }
    }
    words
}

/// The form with the words in each of the languages.
pub fn with_words(typed: Typed, field: &str, words: &Text, languages: &[LanguageTag]) -> Typed {
    languages.iter().copied().fold(typed, |typed, language| {
        typed.with(&in_language(field, language), words.translation(language).unwrap_or_default())
    })
}

/// Words that need not be there.
pub(super) fn maybe_spoken(typed: &Typed, field: &str, languages: &[LanguageTag]) -> Option<Text> {
    Some(spoken(typed, field, languages)).filter(|words| words.all().any(|words| !words.is_empty()))
}
