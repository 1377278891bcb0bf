//! Questions as a page shows them: every word in its language, every field with its name, its value and what is wrong.

use super::told;
use crate::{
    Said,
    parts::{FieldError, FieldErrors},
};
use app::{Words, answer_files};
use base::{LanguageTag, Text};
use jiff::civil::Date;
use survey::{
    self, Bounds, FileShape, Group, GroupLayout, Item, Journey, Look, OptionCode, Question, QuestionCode, QuestionKind,
    Questionnaire, Scale, Seed, TextForm, TextShape,
    entry::{AnswerProblem, Fields, LONGEST_TEXT, Refused},
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
    Line(Line),
    Area {
        value: String,
        advice: String,
    },
    Choice(Choice),
    /// A long list, folded away until wanted.
    Menu(Choice),
    /// A place for each option.
    Ranking(Vec<Ranked>),
    Files(Files),
    /// A list too long to be shown: a name is typed, and those that are called so are offered.
    Search(Search),
}

#[derive(Debug, Clone)]
pub struct Line {
    pub value: String,
    /// Which keyboard a phone offers.
    pub inputmode: &'static str,
    pub class: &'static str,
    /// What a browser may fill in by itself.
    pub autocomplete: &'static str,
    pub advice: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Choice {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Beside each other where there is room.
    pub is_row: bool,
    /// How many may be chosen, where that is bounded.
    pub advice: Option<String>,
    pub options: Vec<Offered>,
}

#[derive(Debug, Clone)]
pub struct Search {
    /// What was chosen, or those among which somebody has to choose.
    pub found: Vec<Offered>,
    pub typed: String,
    pub advice: String,
    /// Beside the line: to look for something, or for something else.
    pub label: String,
}

/// Files that are sent with the page.
#[derive(Debug, Clone)]
pub struct Files {
    /// Those that are kept already.
    pub kept: Vec<KeptFile>,
    /// Endings and kinds, as browsers want them.
    pub accept: String,
    pub is_multiple: bool,
    /// As many as may be are kept.
    pub is_full: bool,
    /// Whether a file can be sent or taken back and the page stays.
    pub can_stay: bool,
    pub advice: String,
    /// Bytes that a file may have, and what is said at once of a larger one.
    pub largest: usize,
    pub too_large: String,
    /// What a file may tell of whoever made it.
    pub warning: String,
}

#[derive(Debug, Clone)]
pub struct KeptFile {
    /// In the form, so that it stays on the answer.
    pub value: String,
    pub digest: String,
    /// „снимка.jpg“, or „Файл 1“ where the name is not known.
    pub name: String,
    pub size: String,
}

/// One option of a ranking with the places that it may have.
#[derive(Debug, Clone)]
pub struct Ranked {
    pub id: String,
    pub name: String,
    pub label: Said,
    pub places: Vec<(String, bool)>,
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
        self.advice().is_some()
    }

    /// What is said about the way to answer.
    pub fn advice(&self) -> Option<&str> {
        match &self.control {
            Control::Line(line) => line.advice.as_deref(),
            Control::Area { advice, .. } => Some(advice),
            Control::Choice(choice) | Control::Menu(choice) => choice.advice.as_deref(),
            Control::Files(files) => Some(&files.advice),
            Control::Search(search) => Some(&search.advice),
            Control::Ranking(_) => None,
        }
    }

    /// The options of a row of a battery.
    pub fn offered(&self) -> &[Offered] {
        match &self.control {
            Control::Choice(choice) | Control::Menu(choice) => &choice.options,
            Control::Line(_) | Control::Area { .. } | Control::Ranking(_) | Control::Files(_) | Control::Search(_) => {
                &[]
            }
        }
    }
}

/// What is needed to tell questions: the words, what was typed, and what is wrong with it.
pub struct Teller<'a> {
    pub words: Words,
    /// In which the questions are told: that of the words around them, or another.
    pub tongue: LanguageTag,
    /// The way so far, where somebody is on it: it decides which options are offered and what a label names.
    pub journey: Option<&'a Journey<'a>>,
    /// In which order what is shuffled is shown.
    pub seed: Option<Seed>,
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
                Item::Question(question) if !question.is_asked() && question.kind != QuestionKind::Note => {}
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
                error.sentence = format!("{} – {}", self.said(&question.label), error.sentence);
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
            sentence: refused.words().map_or(explained.sentence, |text| text.say(self.tongue).to_owned()),
            hint: None,
        }
    }

    fn block(&self, block: &survey::Block<'_>, is_required: &dyn Fn(&Question) -> bool) -> Asked {
        match block {
            survey::Block::Heading(text) => Asked::Heading(self.said(text)),
            survey::Block::Question(question) if matches!(question.kind, QuestionKind::Note) => {
                Asked::Note(in_paragraphs(&self.said(&question.label)))
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
        match &question.kind {
            QuestionKind::Text(TextShape { long: true, longest, .. }) => {
                let most = longest.and_then(|longest| usize::try_from(longest).ok()).unwrap_or(LONGEST_TEXT);
                let advice = self.words.tell("answer-open-advice", &[("most", most.min(LONGEST_TEXT).into())]);
                Control::Area { value, advice }
            }
            QuestionKind::Text(TextShape { form, longest, .. }) => {
                let (inputmode, autocomplete) = match form {
                    TextForm::Any => ("text", "off"),
                    TextForm::Email => ("email", "email"),
                    TextForm::Telephone => ("tel", "tel"),
                };
                let most = longest.map(|most| self.words.tell("answer-longest", &[("most", i64::from(most).into())]));
                Control::Line(Line { autocomplete, ..Line::new(value, inputmode, most) })
            }
            QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) => self.number(question, bounds, value, id),
            QuestionKind::Date => {
                let shown = value.parse::<Date>().map_or(value, |day| self.words.date(day));
                Control::Line(Line::short(shown, "text", Some(self.words.say("answer-date-example"))))
            }
            QuestionKind::Time => {
                Control::Line(Line::short(value, "text", Some(self.words.say("answer-time-example"))))
            }
            QuestionKind::Point => {
                Control::Line(Line::new(value, "text", Some(self.words.say("answer-point-example"))))
            }
            QuestionKind::File(shape) => {
                let can_stay = self.journey.is_some();
                Control::Files(files(self.words, self.fields, question, *shape, can_stay))
            }
            QuestionKind::Consent => {
                let option = Offered {
                    id: id.to_owned(),
                    value: "yes".to_owned(),
                    label: Said::here(self.words.say("answer-consent")),
                    is_chosen: !value.is_empty(),
                    is_apart: false,
                    other: None,
                };
                Control::Choice(Choice { kind: "checkbox", is_row: false, advice: None, options: vec![option] })
            }
            QuestionKind::Ranking { .. } => self.ranking(question, id),
            QuestionKind::One { .. } if self.questionnaire.scale_of(question).is_some_and(Scale::is_long) => {
                Control::Search(self.search(question, id))
            }
            QuestionKind::One { other, look, .. } => {
                let choice = self.choice("radio", question, *other, *look == Look::Row, id);
                match look {
                    Look::Menu | Look::Settlements => Control::Menu(choice),
                    Look::List | Look::Row => Control::Choice(choice),
                }
            }
            QuestionKind::Many { other, ticks, .. } => {
                let count = |number: Option<u32>| i64::from(number.unwrap_or_default()).into();
                let key = match (ticks.least, ticks.most) {
                    (Some(_), Some(_)) => Some("answer-ticks-between"),
                    (Some(_), None) => Some("answer-ticks-least"),
                    (None, Some(_)) => Some("answer-ticks-most"),
                    (None, None) => None,
                };
                let bounds = [("least", count(ticks.least)), ("most", count(ticks.most))];
                let advice = key.map(|key| self.words.tell(key, &bounds));
                Control::Choice(Choice { advice, ..self.choice("checkbox", question, *other, false, id) })
            }
            QuestionKind::Note | QuestionKind::Given | QuestionKind::Calculated(_) => {
                Control::Line(Line::new(value, "text", None))
            }
        }
    }

    /// What was found in a long list: what was chosen, or what several are called that was typed.
    fn search(&self, question: &Question, id: &str) -> Search {
        let values = self.fields.get(question.code.as_str()).map(Vec::as_slice).unwrap_or_default();
        let refused = self.refused.iter().find(|refused| refused.question == question.code);
        let several = refused.and_then(|refused| {
            let AnswerProblem::SeveralMatch { matches, .. } = &refused.problem else { return None };
            Some(matches)
        });
        let offered = self.offered(question);
        let is_found = |option: &survey::ScaleOption| match several {
            Some(matches) => matches.contains(&option.code),
            None => values.iter().any(|value| value.trim() == option.code.as_str()),
        };
        let found: Vec<&survey::ScaleOption> = offered.into_iter().filter(|option| is_found(option)).collect();
        let scale = self.questionnaire.scale_of(question);
        let is_code = |value: &str| scale.is_some_and(|scale| scale.option(value).is_some());
        let typed = values.iter().map(|value| value.trim()).rfind(|value| !is_code(value));
        let told = |(place, option): (usize, &survey::ScaleOption)| Offered {
            id: format!("{id}:{}", place + 1),
            value: option.code.to_string(),
            label: self.said(&option.label).map(|label| match option.place() {
                Some(place) => format!("{label}, {place}"),
                None => label.to_owned(),
            }),
            is_chosen: several.is_none(),
            is_apart: false,
            other: None,
        };
        let is_empty = found.is_empty();
        let is_of_places = matches!(question.kind, QuestionKind::One { look: Look::Settlements, .. });
        Search {
            typed: typed.unwrap_or_default().to_owned(),
            found: found.into_iter().enumerate().map(told).collect(),
            advice: self.words.say(if is_of_places { "answer-search-place-advice" } else { "answer-search-advice" }),
            label: self.words.say(if is_empty { "answer-search" } else { "answer-search-other" }),
        }
    }

    /// A box for each number where they are few, a line otherwise.
    fn number(&self, question: &Question, bounds: &Bounds, value: String, id: &str) -> Control {
        let is_whole = matches!(question.kind, QuestionKind::Integer(_));
        let shown = match value.parse::<f64>() {
            Ok(number) if !is_whole => told::decimal(&self.words, number),
            Ok(_) | Err(_) => value.clone(),
        };
        let Some(numbers) = bounds.offers() else {
            let mode = if is_whole { "numeric" } else { "decimal" };
            return Control::Line(Line::short(shown, mode, self.bounds(bounds)));
        };
        let chosen = value.parse::<f64>().ok();
        let offered = numbers.into_iter().enumerate().map(|(place, number)| Offered {
            id: if place == 0 { id.to_owned() } else { format!("{id}:{place}") },
            value: number.to_string(),
            label: Said::here(told::decimal(&self.words, number)),
            is_chosen: chosen.is_some_and(|chosen| (chosen - number).abs() < 1e-9),
            is_apart: false,
            other: None,
        });
        Control::Choice(Choice { kind: "radio", is_row: true, advice: None, options: offered.collect() })
    }

    fn bounds(&self, bounds: &Bounds) -> Option<String> {
        let key = match (bounds.least, bounds.most) {
            (Some(_), Some(_)) => "answer-bounds-between",
            (Some(_), None) => "answer-bounds-least",
            (None, Some(_)) => "answer-bounds-most",
            (None, None) => return None,
        };
        let number =
            |bound: Option<f64>| bound.map(|bound| told::decimal(&self.words, bound)).unwrap_or_default().into();
        Some(self.words.tell(key, &[("least", number(bounds.least)), ("most", number(bounds.most))]))
    }

    fn ranking(&self, question: &Question, id: &str) -> Control {
        let options = self.offered(question);
        let of = options.len();
        let ranked = |(row, option): (usize, &survey::ScaleOption)| {
            let name = question.code.option_field(&option.code);
            let chosen = self.value(&name);
            Ranked {
                id: if row == 0 { id.to_owned() } else { format!("{id}:{row}") },
                label: self.said(&option.label),
                places: (1..=of).map(|place| (place.to_string(), chosen.trim() == place.to_string())).collect(),
                name,
            }
        };
        Control::Ranking(options.into_iter().enumerate().map(ranked).collect())
    }

    /// What the question offers to this person, in this person's order.
    fn offered(&self, question: &Question) -> Vec<&survey::ScaleOption> {
        match self.journey {
            Some(journey) => journey.offers(question, self.seed),
            None => {
                self.questionnaire.scale_of(question).map(|scale| scale.options.iter().collect()).unwrap_or_default()
            }
        }
    }

    fn choice(&self, kind: &'static str, question: &Question, takes_other: bool, is_row: bool, id: &str) -> Choice {
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
        let options = self.offered(question).into_iter().enumerate().map(offered).collect();
        Choice { kind, is_row, advice: None, options }
    }

    fn value(&self, name: &str) -> String {
        self.fields.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    /// The words with earlier answers in their places.
    pub fn said(&self, text: &Text) -> Said {
        let said = Said::told(text, self.tongue, self.words.language());
        said.map(|label| survey::piped(label, |name| self.answered(name)))
    }

    /// What was answered to an earlier question, in words; three dots where nothing is known.
    fn answered(&self, name: &str) -> String {
        let told = || {
            let question = self.questionnaire.question(name)?;
            let answer = self.journey?.known(name)?;
            let lines = told::answer_words(&self.words, self.tongue, self.questionnaire, question, answer);
            let lines: Vec<String> = lines.iter().map(Said::to_string).collect();
            Some(lines.join(", "))
        };
        told().unwrap_or_else(|| "…".to_owned())
    }
}

/// The files that the fields hold on a question, and what else may come; `can_stay`: a file can be sent or taken back while
/// the page stays.
pub fn files(words: Words, fields: &Fields, question: &Question, shape: FileShape, can_stay: bool) -> Files {
    let values = fields.get(question.code.as_str()).map(Vec::as_slice).unwrap_or_default();
    let files = values.iter().filter_map(|value| Some((value, answer_files::told(value)?)));
    let kept: Vec<KeptFile> = (1_usize..)
        .zip(files)
        .map(|(number, (value, file))| KeptFile {
            value: value.clone(),
            digest: file.file.to_string(),
            size: words.size(file.bytes),
            name: told::file_name(&words, &file, number),
        })
        .collect();
    let kinds: Vec<&str> = answer_files::kinds(shape).map(|kind| kind.media_type).collect();
    let (advice, warning, largest) = match shape.pictures {
        true => ("answer-photo-advice", "answer-photo-warning", FileShape::LARGEST_PICTURE),
        false => ("answer-file-advice", "answer-file-warning", FileShape::LARGEST),
    };
    Files {
        is_multiple: shape.most > 1,
        is_full: kept.len() >= usize::try_from(shape.most).unwrap_or(usize::MAX),
        can_stay,
        kept,
        accept: kinds.join(","),
        advice: words.tell(advice, &[("most", i64::from(shape.most).into()), ("size", (largest / 1_000_000).into())]),
        warning: words.say(warning),
        too_large: words.tell("answer-file-too-large", &[("size", (largest / 1_000_000).into())]),
        largest,
    }
}

/// Whether a file can be sent with any of the parts.
pub fn takes_files(parts: &[Asked]) -> bool {
    parts.iter().any(|part| matches!(part, Asked::Question(AskedQuestion { control: Control::Files(_), .. })))
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
pub fn in_paragraphs(words: &Said) -> Vec<Said> {
    let lines = words.words().replace("\r\n", "\n");
    let paragraphs = lines.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| words.clone().map(|_| paragraph.to_owned())).collect()
}

impl Line {
    fn new(value: String, inputmode: &'static str, advice: Option<String>) -> Line {
        Line { value, inputmode, class: "", autocomplete: "off", advice }
    }

    fn short(value: String, inputmode: &'static str, advice: Option<String>) -> Line {
        Line { class: "short", ..Line::new(value, inputmode, advice) }
    }
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
    option.stands_apart() && !option.code.is_other()
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
