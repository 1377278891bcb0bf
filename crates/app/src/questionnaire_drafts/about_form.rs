use super::words_form::{maybe_spoken, spoken, with_words};
use crate::typed::Typed;
use survey::{Questionnaire, edit::About};

/// What is said of the questionnaire as a whole, as one form holds it.
#[derive(Debug, Clone, Copy)]
pub struct AboutForm;

impl AboutForm {
    pub fn typed(questionnaire: &Questionnaire) -> Typed {
        let languages = &questionnaire.languages;
        let typed = Typed::default()
            .with("code", questionnaire.code.clone())
            .with("version", questionnaire.version.clone().unwrap_or_default());
        let typed = with_words(typed, "title", &questionnaire.title, languages);
        let introduction = questionnaire.introduction.clone().unwrap_or_default();
        let typed = with_words(typed, "introduction", &introduction, languages);
        with_words(typed, "thanks", &questionnaire.thanks.clone().unwrap_or_default(), languages)
    }

    pub fn read(typed: &Typed, questionnaire: &Questionnaire) -> About {
        let languages = &questionnaire.languages;
        About {
            code: typed.get("code").to_owned(),
            title: spoken(typed, "title", languages),
            introduction: maybe_spoken(typed, "introduction", languages),
            thanks: maybe_spoken(typed, "thanks", languages),
            version: Some(typed.get("version").to_owned()),
        }
    }
}
