use super::{EditRefusal, MOST_LANGUAGES, question::within_bounds, settled};
use crate::Questionnaire;
use base::{LanguageTag, Text};

/// What is said of the questionnaire as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    pub code: String,
    pub title: Text,
    pub introduction: Option<Text>,
    pub thanks: Option<Text>,
    /// The author's name of the version.
    pub version: Option<String>,
}

/// The longest code and version, in characters, as files of the public format have them.
const LONGEST_CODE: usize = 100;

/// # Errors
/// [`EditRefusal::TooLong`], [`EditRefusal::BadCode`].
pub fn change_about(mut questionnaire: Questionnaire, about: About) -> Result<Questionnaire, EditRefusal> {
    within_bounds(Some(&about.title), "title")?;
    within_bounds(about.introduction.as_ref(), "introduction")?;
    within_bounds(about.thanks.as_ref(), "thanks")?;
    let code = about.code.trim();
    if code.is_empty() || code.chars().count() > LONGEST_CODE || code.chars().any(char::is_control) {
        return Err(EditRefusal::BadCode { field: "code", given: code.chars().take(60).collect() });
    }
    let version = about.version.map(|version| version.trim().to_owned()).filter(|version| !version.is_empty());
    if let Some(is) = version.as_ref().map(|version| version.chars().count()).filter(|is| *is > LONGEST_CODE) {
        return Err(EditRefusal::TooLong { field: "version".to_owned(), is, max: LONGEST_CODE });
    }
    questionnaire.code = code.to_owned();
    (questionnaire.title, questionnaire.version) = (about.title, version);
    (questionnaire.introduction, questionnaire.thanks) = (about.introduction, about.thanks);
    Ok(settled(questionnaire))
}

/// From now on everything is to be said in this language too.
///
/// # Errors
/// [`EditRefusal::LanguageKnown`], [`EditRefusal::TooManyLanguages`].
pub fn add_language(mut questionnaire: Questionnaire, language: LanguageTag) -> Result<Questionnaire, EditRefusal> {
    if questionnaire.languages.contains(&language) {
        return Err(EditRefusal::LanguageKnown);
    }
    if questionnaire.languages.len() >= MOST_LANGUAGES {
        return Err(EditRefusal::TooManyLanguages { max: MOST_LANGUAGES });
    }
    questionnaire.languages.push(language);
    Ok(settled(questionnaire))
}

/// Takes a language out, with every word in it.
///
/// # Errors
/// [`EditRefusal::BulgarianStays`], [`EditRefusal::UnknownLanguage`].
pub fn remove_language(mut questionnaire: Questionnaire, language: LanguageTag) -> Result<Questionnaire, EditRefusal> {
    if language == LanguageTag::BULGARIAN {
        return Err(EditRefusal::BulgarianStays);
    }
    if !questionnaire.languages.contains(&language) {
        return Err(EditRefusal::UnknownLanguage { given: language.to_string() });
    }
    questionnaire.languages.retain(|known| *known != language);
    Ok(settled(questionnaire))
}
