//! Questions as a page shows them: every word in its language, every field with its name, its value and what is wrong.

use crate::{
    Said,
    parts::{FieldError, FieldErrors},
};
use app::Words;
use base::{Language, Text};
use jiff::civil::Date;
use survey::{
    self, Group, GroupLayout, Item, Journey, OptionCode, Question, QuestionCode, QuestionKind, Questionnaire, Scale,
    Standing,
    entry::{Fields, Refused},
};

/// A part of a page, in order.
#[derive(Debug, Clone)]
pub enum Asked {
    Heading(Said),
    /// Words to read, as paragraphs.
    Note(Vec<Said>),
    Question(AskedQuestion),
    Battery(Battery),
}

#[derive(Debug, Clone)]
pub struct AskedQuestion {
    /// Of its first field; an error leads there.
    pub id: String,
    pub name: String,
    pub label: Said,
    pub hint: Option<Said>,
    /// „задължителен“, where it is.
    pub required: Option<String>,
    pub error: Option<Said>,
    pub control: Control,
}

#[derive(Debug, Clone)]
pub enum Control {
    /// `inputmode`: which keyboard a phone offers.
    Line {
        value: String,
        inputmode: &'static str,
        class: &'static str,
        example: Option<String>,
    },
    Area {
        value: String,
        advice: String,
    },
    Choice(Choice),
}

#[derive(Debug, Clone)]
pub struct Choice {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    pub options: Vec<Offered>,
}

#[derive(Debug, Clone)]
pub struct Offered {
    pub id: String,
    pub value: String,
    pub label: Said,
    pub is_chosen: bool,
    /// „Не мога да преценя“, „нито едно“: set apart from the rest.
    pub is_apart: bool,
    pub other: Option<OwnWords>,
}

/// The line beside „друго“.
#[derive(Debug, Clone)]
pub struct OwnWords {
    pub id: String,
    pub name: String,
    pub value: String,
}

/// Questions that share a scale: rows of one table, which becomes a card for each on a narrow screen.
#[derive(Debug, Clone)]
pub struct Battery {
    pub id: String,
    pub label: Said,
    pub hint: Option<Said>,
    pub columns: Vec<Column>,
    pub rows: Vec<AskedQuestion>,
}

#[derive(Debug, Clone)]
pub struct Column {
    pub label: Said,
    pub is_apart: bool,
}

impl AskedQuestion {
    /// For `aria-describedby`: the hint and the error, as far as they are there.
    pub fn described_by(&self) -> Option<String> {
        let hint = (self.hint.is_some() || self.advises()).then(|| format!("{}:hint", self.id));
        let error = self.error.is_some().then(|| format!("{}:error", self.id));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Whether there is a line of advice even where the author gave no hint.
    pub fn advises(&self) -> bool {
        matches!(self.control, Control::Line { example: Some(_), .. } | Control::Area { .. })
    }

    /// The options of a row of a battery.
    pub fn offered(&self) -> &[Offered] {
        match &self.control {
            Control::Choice(choice) => &choice.options,
            Control::Line { .. } | Control::Area { .. } => &[],
        }
    }
}

/// What is needed to tell questions: the words, what was typed, and what is wrong with it.
pub struct Teller<'a> {
    pub words: Words,
    pub questionnaire: &'a Questionnaire,
    pub fields: &'a Fields,
    pub refused: &'a [Refused],
}

impl Teller<'_> {
    /// The parts of one page of a journey. `told` are notes that the start page told already.
    pub fn page(&self, page: &survey::Page<'_>, journey: &Journey<'_>, told: &[&QuestionCode]) -> Vec<Asked> {
        let is_required = |question: &Question| journey.is_required(question);
        let blocks = page.blocks.iter().filter(|block| match block {
            survey::Block::Question(question) => !told.contains(&&question.code),
            survey::Block::Heading(_) | survey::Block::Battery { .. } => true,
        });
        blocks.map(|block| self.block(block, &is_required)).collect()
    }

    /// The whole questionnaire on one page, whatever the logic would say.
    pub fn whole(&self, told: &[&QuestionCode]) -> Vec<Asked> {
        let mut parts = Vec::new();
        let mut left: Vec<&Item> = self.questionnaire.items.iter().rev().collect();
        let is_required =
            |question: &Question| question.required.as_ref().is_some_and(|required| required.condition.is_none());
        while let Some(item) = left.pop() {
            match item {
                Item::Question(question) if told.contains(&&question.code) => {}
                Item::Question(question) if matches!(question.kind, QuestionKind::Calculated(_)) => {}
                Item::Question(question) => {
                    parts.push(self.block(&survey::Block::Question(question), &is_required));
                }
                Item::Group(group) => match battery(self.questionnaire, group) {
                    Some(block) => parts.push(self.block(&block, &is_required)),
                    None => {
                        parts.extend(group.label.as_ref().map(|label| Asked::Heading(self.said(label))));
                        left.extend(group.items.iter().rev());
                    }
                },
            }
        }
        parts
    }

    /// For the summary at the top of the page; each leads to the field. Where the page asks several things, each names
    /// its question.
    pub fn errors(&self, names_questions: bool) -> FieldErrors {
        let error = |refused| {
            let mut error = self.error(refused);
            if let Some(question) = self.questionnaire.question(refused.question.as_str()).filter(|_| names_questions) {
                error.sentence = format!("{} – {}", question.label.say(self.language()), error.sentence);
            }
            error
        };
        FieldErrors(self.refused.iter().map(error).collect())
    }

    /// One refusal, the author's own words before ours.
    pub fn error(&self, refused: &Refused) -> FieldError {
        let explained = self.words.refusal(refused);
        FieldError {
            field: id_of(&refused.question),
            sentence: refused.words().map_or(explained.sentence, |text| text.say(self.language()).to_owned()),
            hint: None,
        }
    }

    fn block(&self, block: &survey::Block<'_>, is_required: &dyn Fn(&Question) -> bool) -> Asked {
        match block {
            survey::Block::Heading(text) => Asked::Heading(self.said(text)),
            survey::Block::Question(question) if matches!(question.kind, QuestionKind::Note) => {
                Asked::Note(paragraphs(&question.label, self.language()))
            }
            survey::Block::Question(question) => Asked::Question(self.question(question, is_required(question))),
            survey::Block::Battery { group, scale, rows } => Asked::Battery(Battery {
                id: format!("g-{}", group.code),
                label: group.label.as_ref().map_or_else(|| Said::here(""), |label| self.said(label)),
                hint: group.hint.as_ref().map(|hint| self.said(hint)),
                columns: scale
                    .options
                    .iter()
                    .map(|option| Column { label: self.said(&option.label), is_apart: is_apart(option) })
                    .collect(),
                rows: rows.iter().map(|row| self.question(row, is_required(row))).collect(),
            }),
        }
    }

    fn question(&self, question: &Question, is_required: bool) -> AskedQuestion {
        let id = id_of(&question.code);
        let refused = self.refused.iter().find(|refused| refused.question == question.code);
        AskedQuestion {
            name: question.code.to_string(),
            label: self.said(&question.label),
            hint: question.hint.as_ref().map(|hint| self.said(hint)),
            required: is_required.then(|| self.words.say("answer-required-mark")),
            error: refused.map(|refused| match refused.words() {
                Some(words) => self.said(words),
                None => {
                    let explained = self.words.refusal(refused);
                    Said::here(
                        [Some(explained.sentence), explained.hint].into_iter().flatten().collect::<Vec<_>>().join(" "),
                    )
                }
            }),
            control: self.control(question, &id),
            id,
        }
    }

    fn control(&self, question: &Question, id: &str) -> Control {
        let value = self.value(question.code.as_str());
        let line = |inputmode, class, example| Control::Line { value: value.clone(), inputmode, class, example };
        match &question.kind {
            QuestionKind::Text { long: true } => {
                Control::Area { value: value.clone(), advice: self.words.say("answer-open-advice") }
            }
            QuestionKind::Text { long: false } | QuestionKind::Note | QuestionKind::Calculated(_) => {
                line("text", "", None)
            }
            QuestionKind::Integer => line("numeric", "short", None),
            QuestionKind::Decimal => match value.parse::<f64>() {
                Ok(_) if self.language() == Language::Bulgarian => Control::Line {
                    value: value.replace('.', ","),
                    inputmode: "decimal",
                    class: "short",
                    example: None,
                },
                Ok(_) | Err(_) => line("decimal", "short", None),
            },
            QuestionKind::Date => Control::Line {
                value: value.parse::<Date>().map_or(value.clone(), |day| self.words.date(day)),
                inputmode: "text",
                class: "short",
                example: Some(self.words.say("answer-date-example")),
            },
            QuestionKind::One { other, .. } => self.choice("radio", question, *other, id),
            QuestionKind::Many { other, .. } => self.choice("checkbox", question, *other, id),
        }
    }

    fn choice(&self, kind: &'static str, question: &Question, takes_other: bool, id: &str) -> Control {
        let options: &[survey::ScaleOption] = match self.questionnaire.scale_of(question) {
            Some(Scale { options, .. }) => options,
            None => &[],
        };
        let chosen = self.fields.get(question.code.as_str());
        let is_chosen =
            |code: &OptionCode| chosen.is_some_and(|values| values.iter().any(|value| value.trim() == code.as_str()));
        let offered = |(place, option): (usize, &survey::ScaleOption)| Offered {
            id: if place == 0 { id.to_owned() } else { format!("{id}:{place}") },
            value: option.code.to_string(),
            label: self.said(&option.label),
            is_chosen: is_chosen(&option.code),
            is_apart: is_apart(option),
            other: (takes_other && option.code.is_other()).then(|| OwnWords {
                id: format!("{id}:words"),
                name: question.code.other_field(),
                value: self.value(&question.code.other_field()),
            }),
        };
        Control::Choice(Choice { kind, options: options.iter().enumerate().map(offered).collect() })
    }

    fn value(&self, name: &str) -> String {
        self.fields.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    fn said(&self, text: &Text) -> Said {
        Said::of(text, self.language())
    }

    fn language(&self) -> Language {
        self.words.language()
    }
}

/// Notes at the very beginning are the introduction where the author wrote none; the start page tells them.
pub fn opening_notes(questionnaire: &Questionnaire) -> Vec<&Question> {
    if questionnaire.introduction.is_some() {
        return Vec::new();
    }
    let questions = questionnaire.items.iter().map_while(Item::question);
    questions
        .take_while(|question| matches!(question.kind, QuestionKind::Note) && question.relevance.is_none())
        .collect()
}

/// Words with empty lines between their paragraphs.
pub fn paragraphs(text: &Text, language: Language) -> Vec<Said> {
    let spoken = Text { bulgarian: text.say(text.spoken(language)).to_owned(), english: None };
    let is_foreign = text.spoken(language) != language;
    spoken
        .bulgarian
        .replace("\r\n", "\n")
        .split("\n\n")
        .map(str::trim)
        .filter(|words| !words.is_empty())
        .map(|words| if is_foreign { Said::of(&Text::bulgarian(words), language) } else { Said::here(words) })
        .collect()
}

fn battery<'q>(questionnaire: &'q Questionnaire, group: &'q Group) -> Option<survey::Block<'q>> {
    if group.layout != GroupLayout::Battery {
        return None;
    }
    let scale = questionnaire.scales.get(group.battery_scale()?)?;
    let rows: Vec<&Question> = group.items.iter().filter_map(Item::question).collect();
    let is_row = |question: &&Question| matches!(question.kind, QuestionKind::One { .. });
    // Something else stands between the rows: then they are asked one below the other.
    rows.iter().all(is_row).then_some(survey::Block::Battery { group, scale, rows })
}

fn is_apart(option: &survey::ScaleOption) -> bool {
    option.exclusive || matches!(option.standing, Standing::DontKnow | Standing::NotApplicable)
}

/// The id of a question's first field. A colon stands in no code, so what follows one cannot be another question.
pub fn id_of(code: &QuestionCode) -> String {
    format!("q-{code}")
}

/// Whether some people are not asked everything.
pub fn has_conditions(questionnaire: &Questionnaire) -> bool {
    let mut left: Vec<&Item> = questionnaire.items.iter().collect();
    while let Some(item) = left.pop() {
        match item {
            Item::Question(question) if question.relevance.is_some() => return true,
            Item::Question(_) => {}
            Item::Group(group) if group.relevance.is_some() => return true,
            Item::Group(group) => left.extend(&group.items),
        }
    }
    false
}
