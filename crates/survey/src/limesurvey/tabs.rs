//! A questionnaire as the table with tabs that LimeSurvey imports: one row for each group, question, row and option, once
//! for every language.

mod codes;

use super::problem::{Feature, Problem, Untranslatable};
use crate::expression::Spelling;
use crate::{
    Bounds, Expression, FileShape, GroupLayout, Item, Look, Question, QuestionKind, Questionnaire, Scale, TextForm,
    TextShape,
};
use base::{LanguageTag, Text};
use codes::Codes;

/// The table, and what LimeSurvey has no place for.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub text: String,
    pub left_out: Vec<Problem>,
}

const COLUMNS: [&str; 30] = [
    "id",
    "related_id",
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "encrypted",
    "other",
    "default",
    "same_default",
    "same_script",
    "num_value_int_only",
    "exclude_all_others",
    "em_validation_q",
    "em_validation_q_tip",
    "random_order",
    "min_answers",
    "max_answers",
    "min_num_value_n",
    "max_num_value_n",
    "maximum_chars",
    "date_format",
    "hidden",
    "max_num_of_files",
    "allowed_filetypes",
];

/// Writes the questionnaire in all its languages.
pub fn write(questionnaire: &Questionnaire) -> Written {
    let codes = Codes::of(questionnaire);
    let mut writing = Writing {
        questionnaire,
        codes,
        rows: Vec::new(),
        left_out: Vec::new(),
        language: LanguageTag::BULGARIAN,
        next: 0,
    };
    let others: Vec<&str> = questionnaire.languages.iter().skip(1).map(LanguageTag::as_str).collect();
    writing.setting("language", LanguageTag::BULGARIAN.as_str());
    writing.setting("additional_languages", &others.join(" "));
    writing.setting("format", "G");
    writing.setting("anonymized", "Y");
    for language in &questionnaire.languages {
        writing.language = *language;
        writing.spoken();
    }
    for language in &questionnaire.languages {
        (writing.language, writing.next) = (*language, 0);
        // What is left out is the same in every language.
        writing.left_out.clear();
        writing.groups();
    }
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = writer.write_record(COLUMNS);
    for row in &writing.rows {
        let _ = writer.write_record(COLUMNS.map(|column| row.cell(column)));
    }
    let text = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    Written { text: format!("\u{feff}{text}"), left_out: writing.left_out }
}

#[derive(Default)]
struct Row(Vec<(&'static str, String)>);

impl Row {
    fn cell(&self, column: &str) -> &str {
        self.0.iter().find(|(name, _)| *name == column).map_or("", |(_, text)| text)
    }

    fn with(mut self, column: &'static str, text: impl Into<String>) -> Row {
        self.0.push((column, text.into()));
        self
    }
}

struct Writing<'q> {
    questionnaire: &'q Questionnaire,
    codes: Codes,
    rows: Vec<Row>,
    left_out: Vec<Problem>,
    language: LanguageTag,
    next: usize,
}

impl<'q> Writing<'q> {
    fn row(&self, class: &'static str) -> Row {
        Row::default().with("class", class).with("language", self.language.as_str())
    }

    fn setting(&mut self, name: &str, value: &str) {
        self.rows.push(Row::default().with("class", "S").with("name", name).with("text", value));
    }

    fn spoken(&mut self) {
        let questionnaire = self.questionnaire;
        let words = [
            ("surveyls_title", Some(&questionnaire.title)),
            ("surveyls_welcometext", questionnaire.introduction.as_ref()),
            ("surveyls_endtext", questionnaire.thanks.as_ref()),
        ];
        for (name, words) in words {
            let row =
                self.row("SL").with("name", name).with("text", words.map_or_else(String::new, |words| self.say(words)));
            self.rows.push(row);
        }
    }

    fn say(&self, words: &Text) -> String {
        hypertext(words.say(self.language))
    }

    /// LimeSurvey asks everything in groups, and knows no groups in groups.
    fn groups(&mut self) {
        let mut is_open = false;
        for item in &self.questionnaire.items {
            match item {
                Item::Group(group) if group.layout != GroupLayout::Battery => {
                    if group.shuffled {
                        self.leave_out(group.code.as_str(), Feature::RandomOrder);
                    }
                    self.open(group.label.as_ref(), group.hint.as_ref(), group.relevance.as_ref());
                    self.items(&group.items, &[]);
                    is_open = false;
                }
                Item::Group(_) | Item::Question(_) => {
                    if !std::mem::replace(&mut is_open, true) {
                        self.open(None, None, None);
                    }
                    self.items(std::slice::from_ref(item), &[]);
                }
            }
        }
    }

    fn open(&mut self, label: Option<&Text>, hint: Option<&Text>, relevance: Option<&Expression>) {
        self.next += 1;
        let name = label.map_or_else(|| self.next.to_string(), |label| self.say(label));
        let description = hint.map_or_else(String::new, |hint| self.say(hint));
        let relevance = self.relevance(&relevance.into_iter().collect::<Vec<_>>(), "", None);
        let row = self.row("G").with("id", self.next.to_string()).with("name", name);
        self.rows.push(row.with("text", description).with("relevance", relevance));
    }

    fn items(&mut self, items: &'q [Item], around: &[&'q Expression]) {
        for item in items {
            match item {
                Item::Question(question) => self.question(question, around),
                Item::Group(group) => {
                    let within: Vec<&Expression> = around.iter().copied().chain(group.relevance.as_ref()).collect();
                    if group.layout == GroupLayout::Battery {
                        self.battery(group, &within);
                    } else {
                        self.items(&group.items, &within);
                    }
                }
            }
        }
    }

    fn battery(&mut self, group: &'q crate::Group, around: &[&'q Expression]) {
        let Some(scale) = group.battery_scale().and_then(|code| self.questionnaire.scales.get(code)) else { return };
        let rows: Vec<&Question> = group.items.iter().filter_map(Item::question).collect();
        let is_row = |question: &&&Question| question.scale() == Some(&scale.code);
        let required = rows.iter().filter(is_row).any(|question| question.required.is_some());
        let relevance = self.relevance(around, group.code.as_str(), None);
        let label = group.label.as_ref().map_or_else(String::new, |label| self.say(label));
        let row = self.row("Q").with("type/scale", "F").with("name", self.codes.group(&group.code));
        let row = row.with("random_order", if group.shuffled { "1" } else { "" });
        let row = row.with("relevance", relevance).with("text", label).with("mandatory", yes(required));
        self.rows.push(row.with("other", "N"));
        for question in rows.iter().filter(is_row) {
            let relevance =
                self.relevance(&question.relevance.iter().collect::<Vec<_>>(), question.code.as_str(), None);
            let name = self.codes.row(&question.code);
            let row = self.row("SQ").with("type/scale", "0").with("name", name).with("relevance", relevance);
            self.rows.push(row.with("text", self.say(&question.label)));
        }
        self.options(scale);
        for question in rows.iter().filter(|question| !is_row(question)) {
            self.question(question, around);
        }
    }

    fn options(&mut self, scale: &Scale) {
        for option in scale.options.iter().filter(|option| !option.code.is_other()) {
            let name = self.codes.option(&scale.code, &option.code);
            let row = self.row("A").with("type/scale", "0").with("name", name);
            self.rows.push(row.with("text", self.say(&option.label)));
        }
    }

    fn question(&mut self, question: &'q Question, around: &[&'q Expression]) {
        let kind = kind(&question.kind);
        let own = question.code.as_str();
        let all: Vec<&Expression> = around.iter().copied().chain(question.relevance.as_ref()).collect();
        let text = if let QuestionKind::Calculated(expression) = &question.kind {
            let Some(script) = self.script(expression, own, None) else { return };
            format!("{{{script}}}")
        } else {
            self.say(&question.label)
        };
        let required = question.required.as_ref();
        if required.is_some_and(|required| required.condition.is_some()) {
            self.leave_out(own, Feature::Validation);
        }
        if question.filter.is_some() {
            self.leave_out(own, Feature::Filter);
        }
        if has_steps(&question.kind) {
            self.leave_out(own, Feature::Validation);
        }
        let required = required.is_some_and(|required| required.condition.is_none());
        let constraint = question.constraint.as_ref();
        let script = constraint.and_then(|constraint| self.script(&constraint.expression, own, Some(own)));
        let tip = constraint.and_then(|constraint| constraint.message.as_ref()).map(|message| self.say(message));
        let scale = self.questionnaire.scale_of(question);
        let options = scale.map(|scale| scale.options.as_slice()).unwrap_or_default().iter();
        let alone = options.filter(|option| option.exclusive).zip(std::iter::repeat(scale));
        let alone = alone.filter_map(|(option, scale)| Some(self.codes.option(&scale?.code, &option.code)));
        let alone: Vec<String> = alone.collect();
        let is_whole = matches!(question.kind, QuestionKind::Integer(_));
        let relevance = self.relevance(&all, own, None);
        let row = self
            .row("Q")
            .with("type/scale", kind)
            .with("name", self.codes.question(&question.code))
            .with("relevance", relevance)
            .with("text", text)
            .with("help", question.hint.as_ref().map_or_else(String::new, |hint| self.say(hint)))
            .with("mandatory", yes(required))
            .with("other", yes(question.takes_other()))
            .with("num_value_int_only", if is_whole { "1" } else { "" })
            .with("exclude_all_others", alone.join(";"))
            .with("em_validation_q", script.unwrap_or_default())
            .with("em_validation_q_tip", tip.unwrap_or_default())
            .with("random_order", if question.shuffled { "1" } else { "" });
        self.rows.push(bounded(row, &question.kind));
        match (scale, &question.kind) {
            (Some(scale), QuestionKind::Many { .. }) => {
                for option in scale.options.iter().filter(|option| !(option.code.is_other() && question.takes_other()))
                {
                    let name = self.codes.option(&scale.code, &option.code);
                    let row = self.row("SQ").with("type/scale", "0").with("name", name).with("relevance", "1");
                    self.rows.push(row.with("text", self.say(&option.label)));
                }
            }
            (Some(scale), _) => self.options(scale),
            // A box to tick is a choice of several with a single option.
            (None, QuestionKind::Consent) => {
                let row = self.row("SQ").with("type/scale", "0").with("name", "OK").with("relevance", "1");
                self.rows.push(row.with("text", self.say(&Text::new("Да", "Yes"))));
            }
            (None, _) => {}
        }
    }

    fn leave_out(&mut self, question: &str, feature: Feature) {
        self.left_out.push(Problem::LeftOut { question: question.to_owned(), feature });
    }

    fn relevance(&mut self, all: &[&Expression], question: &str, own: Option<&str>) -> String {
        let scripts: Vec<String> = all.iter().filter_map(|expression| self.script(expression, question, own)).collect();
        if scripts.is_empty() { "1".to_owned() } else { scripts.join(" and ") }
    }

    fn script(&mut self, expression: &Expression, question: &str, own: Option<&str>) -> Option<String> {
        let spelled = Spelled { questionnaire: self.questionnaire, codes: &self.codes, own };
        let script = expression.script(&spelled);
        if script.is_none() {
            let why = Box::new(Untranslatable::Unreadable(expression.source().chars().take(40).collect()));
            let source = expression.source().chars().take(200).collect();
            self.left_out.push(Problem::NotTranslated { question: question.to_owned(), source, why });
        }
        script
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "Y" } else { "N" }
}

/// The letter of the type.
fn kind(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Text(TextShape { long: true, .. }) => "T",
        // Coordinates are typed, and what comes with the link is a text that nobody sees.
        QuestionKind::Text(_) | QuestionKind::Point | QuestionKind::Given => "S",
        QuestionKind::Integer(_) | QuestionKind::Decimal(_) => "N",
        QuestionKind::Date | QuestionKind::Time => "D",
        QuestionKind::Note => "X",
        QuestionKind::One { look: Look::Menu | Look::Settlements, .. } => "!",
        QuestionKind::One { .. } => "L",
        QuestionKind::Many { .. } | QuestionKind::Consent => "M",
        QuestionKind::Ranking { .. } => "R",
        QuestionKind::File(_) => "|",
        QuestionKind::Calculated(_) => "*",
    }
}

/// What an answer of this kind may be, in the attributes that LimeSurvey has for it.
fn bounded(row: Row, kind: &QuestionKind) -> Row {
    let written = |number: Option<String>| number.unwrap_or_default();
    match kind {
        QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) => row
            .with("min_num_value_n", written(bounds.least.map(|least| least.to_string())))
            .with("max_num_value_n", written(bounds.most.map(|most| most.to_string()))),
        QuestionKind::Many { ticks, .. } => row
            .with("min_answers", written(ticks.least.map(|least| least.to_string())))
            .with("max_answers", written(ticks.most.map(|most| most.to_string()))),
        QuestionKind::Text(shape) => {
            let row = row.with("maximum_chars", written(shape.longest.map(|longest| longest.to_string())));
            row.with("validation", if shape.form == TextForm::Email { EMAIL } else { "" })
        }
        QuestionKind::Time => row.with("date_format", "HH:MM"),
        QuestionKind::Given => row.with("hidden", "1"),
        QuestionKind::File(FileShape { pictures, most }) => row
            .with("max_num_of_files", most.to_string())
            .with("allowed_filetypes", if *pictures { PICTURES } else { FILES }),
        QuestionKind::Date
        | QuestionKind::Note
        | QuestionKind::One { .. }
        | QuestionKind::Ranking { .. }
        | QuestionKind::Consent
        | QuestionKind::Point
        | QuestionKind::Calculated(_) => row,
    }
}

/// The endings that we take.
const PICTURES: &str = "jpg, jpeg, png, webp";
const FILES: &str = "pdf, docx, odt, xlsx, ods, txt, csv, jpg, jpeg, png, webp";

/// Something, `@`, something with a dot.
const EMAIL: &str = "/^[^@ ]+@[^@ ]+\\.[^@ ]+$/";

/// LimeSurvey knows no steps between numbers; one apart is what whole numbers are anyway.
fn has_steps(kind: &QuestionKind) -> bool {
    match kind {
        QuestionKind::Integer(Bounds { step: Some(step), .. }) => (step - 1.0).abs() > 1e-9,
        QuestionKind::Decimal(Bounds { step, .. }) => step.is_some(),
        QuestionKind::Integer(_)
        | QuestionKind::Text(_)
        | QuestionKind::Date
        | QuestionKind::Time
        | QuestionKind::Note
        | QuestionKind::One { .. }
        | QuestionKind::Many { .. }
        | QuestionKind::Ranking { .. }
        | QuestionKind::Consent
        | QuestionKind::Point
        | QuestionKind::File(_)
        | QuestionKind::Given
        | QuestionKind::Calculated(_) => false,
    }
}

/// LimeSurvey takes labels for HTML, and what stands in curly brackets for a script. The first sign of a cell must not
/// make a spreadsheet compute either.
fn hypertext(words: &str) -> String {
    let mut text = String::new();
    for (place, letter) in words.chars().enumerate() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '{' => text.push_str("&#123;"),
            '}' => text.push_str("&#125;"),
            '\n' => text.push_str("<br />"),
            '\t' | '\r' => text.push(' '),
            '=' | '+' | '-' | '@' if place == 0 => text.push_str(&format!("&#{};", u32::from(letter))),
            _ => text.push(letter),
        }
    }
    text
}

struct Spelled<'a> {
    questionnaire: &'a Questionnaire,
    codes: &'a Codes,
    own: Option<&'a str>,
}

impl Spelled<'_> {
    fn known(&self, name: &str) -> Option<&Question> {
        self.codes.place(name).and_then(|_| self.questionnaire.question(name))
    }
}

impl Spelling for Spelled<'_> {
    fn question(&self, name: &str) -> Option<String> {
        if self.known(name).is_none() {
            let question = self.known(name.strip_suffix("_other")?)?;
            return question.takes_other().then(|| format!("{}_other.NAOK", self.codes.question(&question.code)));
        }
        // The value of a question of several answers is spread over its options.
        let question = self.known(name)?;
        let is_many = matches!(question.kind, QuestionKind::Many { .. });
        (!is_many).then(|| self.codes.place(name).map(|place| format!("{place}.NAOK")))?
    }

    fn chosen(&self, name: &str, option: &str) -> Option<String> {
        let question = self.known(name)?;
        let scale = self.questionnaire.scale_of(question)?;
        let option = &scale.option(option)?.code;
        let place = self.codes.place(name)?;
        let code = self.codes.option(&scale.code, option);
        let is_other = option.is_other() && question.takes_other();
        let is_many = matches!(question.kind, QuestionKind::Many { .. });
        Some(match (is_many, is_other) {
            (true, true) => format!("(strlen({place}_other.NAOK) > 0)"),
            (true, false) => format!("({place}_{code}.NAOK == \"Y\")"),
            (false, true) => format!("({place}.NAOK == \"-oth-\")"),
            (false, false) => format!("({place}.NAOK == \"{code}\")"),
        })
    }

    fn options(&self, name: &str) -> Option<Vec<String>> {
        let question = self.known(name)?;
        let scale = self.questionnaire.scale_of(question)?;
        let place = self.codes.place(name)?;
        matches!(question.kind, QuestionKind::Many { .. }).then(|| {
            let options = scale.options.iter().map(|option| {
                let is_other = option.code.is_other() && question.takes_other();
                let code = if is_other { "other".to_owned() } else { self.codes.option(&scale.code, &option.code) };
                format!("{place}_{code}.NAOK")
            });
            options.collect()
        })
    }

    fn own(&self) -> Option<&str> {
        self.own
    }
}
