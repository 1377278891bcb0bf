//! A whole questionnaire at once: to be looked through before it is adopted, and to be typed into from a card.

use crate::{
    Frame, Said,
    parts::FieldErrors,
    respondent::asked::{self, Files},
};
use app::fieldwork::option_keys;
use base::LanguageTag;
use std::collections::BTreeMap;
use survey::{Expression, Group, GroupLayout, Item, Question, QuestionKind, Questionnaire, Scale, TextShape};

pub enum Part {
    Heading {
        words: Said,
        hint: Said,
        condition: String,
    },
    Note(Said),
    Question(Entry),
    /// One scale, a row for each question.
    Battery {
        words: Said,
        hint: Said,
        condition: String,
        options: Vec<Choice>,
        rows: Vec<Entry>,
    },
}

pub struct Entry {
    pub code: String,
    /// „7“, as counted through the questionnaire.
    pub number: String,
    pub words: Said,
    pub hint: Said,
    /// „Показва се само ако …“, or nothing.
    pub condition: String,
    pub is_required: bool,
    pub kind: Kind,
    pub options: Vec<Choice>,
    /// What was attached already, and what may be.
    pub files: Option<Box<Files>>,
    /// The field for the words beside „друго“.
    pub other: Option<String>,
    /// What was typed, where something was.
    pub typed: String,
    pub typed_other: String,
    pub error: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Words,
    Lines,
    Number,
    Date,
    Time,
    /// One box, ticked or not.
    Consent,
    One,
    Many,
    /// The keys of the options in their order, the best first.
    Ranking,
    /// Scans and other files.
    Files,
}

pub struct Choice {
    /// What is typed for it.
    pub key: String,
    pub words: Said,
}

impl Entry {
    pub fn is_choice(&self) -> bool {
        matches!(self.kind, Kind::One | Kind::Many | Kind::Ranking)
    }

    pub fn is_one(&self) -> bool {
        self.kind == Kind::One
    }

    pub fn is_lines(&self) -> bool {
        self.kind == Kind::Lines
    }

    pub fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    pub fn is_date(&self) -> bool {
        self.kind == Kind::Date
    }

    pub fn is_time(&self) -> bool {
        self.kind == Kind::Time
    }

    pub fn is_consent(&self) -> bool {
        self.kind == Kind::Consent
    }

    pub fn is_ranking(&self) -> bool {
        self.kind == Kind::Ranking
    }
}

/// The questionnaire in its order; `typed` and `errors` fill the fields of a card that came back.
pub fn parts(
    frame: &Frame,
    questionnaire: &Questionnaire,
    typed: &BTreeMap<String, Vec<String>>,
    errors: &FieldErrors,
) -> Vec<Part> {
    parts_in(frame, questionnaire, frame.words.language().into(), typed, errors)
}

/// The same with the questions in the language of a sheet, whatever the page speaks.
pub fn parts_in(
    frame: &Frame,
    questionnaire: &Questionnaire,
    language: LanguageTag,
    typed: &BTreeMap<String, Vec<String>>,
    errors: &FieldErrors,
) -> Vec<Part> {
    let mut sheet = Sheet { frame, questionnaire, language, typed, errors, number: 0, parts: Vec::new() };
    sheet.items(&questionnaire.items);
    sheet.parts
}

/// The id of a question's field on the page, which no other part of the page has.
pub fn field_id(code: &str) -> String {
    format!("q-{code}")
}

struct Sheet<'a> {
    frame: &'a Frame,
    questionnaire: &'a Questionnaire,
    language: LanguageTag,
    typed: &'a BTreeMap<String, Vec<String>>,
    errors: &'a FieldErrors,
    number: u32,
    parts: Vec<Part>,
}

impl Sheet<'_> {
    /// As deep as groups lie in groups, which the import bounds.
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Question(question) => self.question(question),
                Item::Group(group) if group.layout == GroupLayout::Battery => self.battery(group),
                Item::Group(group) => {
                    let condition = self.condition(group.relevance.as_ref());
                    if group.label.is_some() || !condition.is_empty() {
                        let (words, hint) = (self.said(group.label.as_ref()), self.said(group.hint.as_ref()));
                        self.parts.push(Part::Heading { words, hint, condition });
                    }
                    self.items(&group.items);
                }
            }
        }
    }

    fn question(&mut self, question: &Question) {
        match question.kind {
            // What comes with a link does not come with a card.
            QuestionKind::Calculated(_) | QuestionKind::Given => {}
            QuestionKind::Note => self.parts.push(Part::Note(self.words(&question.label))),
            QuestionKind::Text(_)
            | QuestionKind::Integer(_)
            | QuestionKind::Decimal(_)
            | QuestionKind::Date
            | QuestionKind::Time
            | QuestionKind::Consent
            | QuestionKind::Point
            | QuestionKind::File(_)
            | QuestionKind::Ranking { .. }
            | QuestionKind::One { .. }
            | QuestionKind::Many { .. } => {
                let entry = self.entry(question);
                self.parts.push(Part::Question(entry));
            }
        }
    }

    fn battery(&mut self, group: &Group) {
        let scale = group.battery_scale().and_then(|code| self.questionnaire.scales.get(code));
        let Some(scale) = scale else { return self.items(&group.items) };
        let mut rows = Vec::new();
        for question in group.items.iter().filter_map(Item::question) {
            if matches!(question.kind, QuestionKind::One { .. }) {
                rows.push(self.entry(question));
            } else {
                self.question(question);
            }
        }
        let (words, hint) = (self.said(group.label.as_ref()), self.said(group.hint.as_ref()));
        let condition = self.condition(group.relevance.as_ref());
        self.parts.push(Part::Battery { words, hint, condition, options: self.choices(scale), rows });
    }

    fn entry(&mut self, question: &Question) -> Entry {
        self.number += 1;
        let code = question.code.to_string();
        let typed = |name: &str| self.typed.get(name).map(|values| values.join(" ")).unwrap_or_default();
        let scale = self.questionnaire.scale_of(question);
        let is_long = scale.is_some_and(Scale::is_long);
        let kind = match question.kind {
            QuestionKind::Text(TextShape { long: true, .. }) => Kind::Lines,
            QuestionKind::Integer(_) | QuestionKind::Decimal(_) => Kind::Number,
            QuestionKind::Date => Kind::Date,
            QuestionKind::Time => Kind::Time,
            QuestionKind::Consent => Kind::Consent,
            // Typed by name, as it is written on the card.
            QuestionKind::One { .. } if is_long => Kind::Words,
            QuestionKind::One { .. } => Kind::One,
            QuestionKind::Many { .. } => Kind::Many,
            QuestionKind::Ranking { .. } => Kind::Ranking,
            QuestionKind::File(_) => Kind::Files,
            QuestionKind::Text(TextShape { long: false, .. })
            | QuestionKind::Point
            | QuestionKind::Note
            | QuestionKind::Given
            | QuestionKind::Calculated(_) => Kind::Words,
        };
        let other = question.takes_other().then(|| question.code.other_field());
        Entry {
            number: self.number.to_string(),
            words: self.words(&question.label),
            hint: self.said(question.hint.as_ref()),
            condition: self.condition(question.relevance.as_ref()),
            is_required: question.required.is_some(),
            options: scale.filter(|_| !is_long).map(|scale| self.choices(scale)).unwrap_or_default(),
            files: app::answer_files::shape(question)
                .map(|shape| Box::new(asked::files(self.frame.words, self.typed, question, shape, false))),
            typed: typed(&code),
            typed_other: other.as_deref().map(typed).unwrap_or_default(),
            error: self.errors.of(&field_id(&code)),
            kind,
            other,
            code,
        }
    }

    fn choices(&self, scale: &Scale) -> Vec<Choice> {
        let labels = scale.options.iter().map(|option| self.words(&option.label));
        option_keys(scale).into_iter().zip(labels).map(|((key, _), words)| Choice { key, words }).collect()
    }

    fn said(&self, text: Option<&base::Text>) -> Said {
        text.map_or_else(|| Said::here(""), |text| self.words(text))
    }

    /// On a card nobody's earlier answers are known.
    fn words(&self, text: &base::Text) -> Said {
        Said::told(text, self.language, self.frame.words.language()).map(survey::unpiped)
    }

    fn condition(&self, relevance: Option<&Expression>) -> String {
        relevance
            .map(|expression| self.frame.tell("desk-sheet-condition", "expression", expression.source()))
            .unwrap_or_default()
    }
}
