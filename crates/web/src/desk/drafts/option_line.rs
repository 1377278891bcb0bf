use super::words::{WordsField, words_fields};
use crate::{Frame, parts::FieldErrors};
use app::{
    questionnaire_drafts::{MOST_NEW_OPTIONS, option_field},
    typed::Typed,
};
use survey::{Item, Questionnaire, Scale, edit};

/// The options of a question or a grid, as the page shows them.
pub struct OptionsPart {
    pub rows: Vec<OptionLine>,
    /// Code and words of each.
    pub standings: Vec<(String, String)>,
    pub shared: Vec<(String, String)>,
    pub ready: Vec<(String, String)>,
    pub chosen: String,
    /// The labels of other questions that share the scale.
    pub others: String,
    pub it_alone: bool,
    /// In more languages than one.
    pub is_spoken: bool,
}

pub struct OptionLine {
    pub row: usize,
    pub number: String,
    pub words: Vec<WordsField>,
    pub value_id: String,
    pub value: String,
    pub standing_id: String,
    pub standing: String,
    pub code_id: String,
    pub code: String,
    pub is_new: bool,
    pub is_first: bool,
    pub is_last: bool,
}

pub fn options_part(
    frame: &Frame,
    typed: &Typed,
    item: &Item,
    scale: &Scale,
    questionnaire: &Questionnaire,
    errors: &FieldErrors,
) -> OptionsPart {
    let is_there = |row: usize| !typed.get(&option_field(row, "code")).is_empty();
    let known = (0..edit::MOST_OPTIONS).filter(|row| is_there(*row)).max().map_or(0, |last| last + 1);
    let standings = ["", "exclusive", "dont_know", "not_applicable"].map(|code| {
        let end = if code.is_empty() { "none" } else { code };
        (code.to_owned(), frame.say(&format!("drafts-standing-{}", end.replace('_', "-"))))
    });
    let line = |row: usize| OptionLine {
        row,
        number: (row + 1).to_string(),
        words: words_fields(frame, "drafts-option", &option_field(row, "label"), 1, typed, questionnaire, errors)
            .fields,
        value_id: option_field(row, "value"),
        value: typed.get(&option_field(row, "value")).to_owned(),
        standing_id: option_field(row, "standing"),
        standing: typed.get(&option_field(row, "standing")).to_owned(),
        code_id: option_field(row, "code"),
        code: typed.get(&option_field(row, "code")).to_owned(),
        is_new: row >= known,
        is_first: row == 0,
        is_last: row + 1 == known,
    };
    let sharing = questionnaire.questions().filter(|other| other.scale() == Some(&scale.code));
    let is_within = |code: &str| edit::item(std::slice::from_ref(item), code).is_some();
    let others: Vec<String> = sharing
        .filter(|other| !is_within(other.code.as_str()))
        .map(|other| super::told::short(other.label.say(frame.words.language())))
        .collect();
    let first_words = |scale: &Scale| {
        let labels: Vec<&str> = scale.options.iter().map(|option| option.label.say(frame.words.language())).collect();
        match labels.as_slice() {
            [first, .., last] if labels.len() > 3 => format!("{first} … {last} ({})", labels.len()),
            few => few.join(" / "),
        }
    };
    let shared = questionnaire.scales.values().filter(|other| other.code != scale.code);
    OptionsPart {
        rows: (0..known + MOST_NEW_OPTIONS).map(line).collect(),
        standings: standings.into(),
        shared: shared.map(|scale| (format!("share:{}", scale.code), first_words(scale))).collect(),
        ready: edit::ready_scales()
            .into_iter()
            .map(|scale| (format!("ready:{}", scale.code), first_words(scale)))
            .collect(),
        chosen: typed.get("scale").to_owned(),
        others: others.join("; "),
        it_alone: typed.get("options_of") == "it_alone",
        is_spoken: questionnaire.languages.len() > 1,
    }
}
