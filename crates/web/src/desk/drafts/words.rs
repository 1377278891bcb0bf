use crate::{Frame, language::own_name, parts::FieldErrors};
use app::{questionnaire_drafts::in_language, typed::Typed};
use base::LanguageTag;
use survey::Questionnaire;

/// One field for words in one language; several stand side by side.
pub struct WordsField {
    pub id: String,
    pub tag: String,
    pub label: String,
    pub value: String,
    /// So many lines high; one is a line.
    pub lines: u8,
    /// The translation is missing where the Bulgarian words are there.
    pub is_missing: bool,
    pub error: Option<String>,
}

/// The same words in every language of the questionnaire, under one heading.
pub struct WordsFields {
    pub hint: String,
    pub fields: Vec<WordsField>,
}

/// `key` names the heading, its `.hint` what is said below.
pub fn words_fields(
    frame: &Frame,
    key: &str,
    field: &str,
    lines: u8,
    typed: &Typed,
    questionnaire: &Questionnaire,
    errors: &FieldErrors,
) -> WordsFields {
    let label = frame.say(key);
    let bulgarian = typed.get(&in_language(field, LanguageTag::BULGARIAN)).to_owned();
    let one = |language: &LanguageTag| {
        let id = in_language(field, *language);
        let value = typed.get(&id).to_owned();
        WordsField {
            tag: language.to_string(),
            label: if questionnaire.languages.len() > 1 {
                frame.words.tell(
                    "drafts-in-language",
                    &[("label", label.clone().into()), ("language", own_name(*language).into())],
                )
            } else {
                label.clone()
            },
            is_missing: value.is_empty() && !bulgarian.is_empty(),
            error: errors.of(&id),
            lines,
            value,
            id,
        }
    };
    WordsFields {
        hint: frame.words.find(&format!("{key}.hint"), &[]).unwrap_or_default(),
        fields: questionnaire.languages.iter().map(one).collect(),
    }
}

impl WordsFields {
    pub fn hint_id(&self, name: &str) -> String {
        format!("{name}-hint")
    }
}

impl WordsField {
    /// What ties the field to its error and its hint; ids are ours, so they are safe to write into a tag.
    pub fn described(&self, hint: &str) -> String {
        let mut ids = Vec::new();
        if !hint.is_empty() {
            ids.push(hint.to_owned());
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.id));
        }
        let wrong = if self.error.is_some() { " aria-invalid=\"true\"" } else { "" };
        if ids.is_empty() { wrong.to_owned() } else { format!("{wrong} aria-describedby=\"{}\"", ids.join(" ")) }
    }
}
