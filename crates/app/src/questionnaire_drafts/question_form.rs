use super::{
    ConditionForm, KindCode, Trouble,
    condition_form::expression,
    option_rows::{self, option_rows as with_options},
    words_form::{in_language, maybe_spoken, spoken, with_words},
};
use crate::{Failure, Refusal, typed::Typed};
use base::{LanguageTag, Text};
use survey::{
    Bounds, Constraint, FileShape, Group, GroupCode, GroupLayout, Item, Look, Question, QuestionCode, QuestionKind,
    Questionnaire, Requirement, Scale, ScaleCode, ScaleOption, TextForm, TextShape, Ticks,
    edit::{self, EditRefusal, OptionsOf, Place},
};

/// A question as one form holds it.
#[derive(Debug, Clone)]
pub struct QuestionForm {
    question: Question,
    kind: KindCode,
    sharing: Option<Sharing>,
    other: bool,
}

/// What is to become of the options.
#[derive(Debug, Clone)]
pub enum Sharing {
    /// These, for all who share them or for it alone.
    Own(Vec<ScaleOption>, OptionsOf),
    /// Those of a ready scale of the item bank.
    Ready(Scale),
    /// Those of another question.
    Shared(ScaleCode),
}

/// An option of the form that changes its place before the form is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    Up(usize),
    Down(usize),
}

impl Moved {
    /// `up:3`
    pub fn parse(text: &str) -> Option<Moved> {
        let (way, row) = text.split_once(':')?;
        let row = row.parse().ok()?;
        match way {
            "up" => Some(Moved::Up(row)),
            "down" => Some(Moved::Down(row)),
            _ => None,
        }
    }

    /// The form with the two rows in each other's places.
    pub fn apply(self, typed: Typed, languages: &[LanguageTag]) -> Typed {
        let (one, two) = match self {
            Moved::Up(row) if row > 0 => (row - 1, row),
            Moved::Down(row) => (row, row.saturating_add(1)),
            Moved::Up(_) => return typed,
        };
        let parts = ["code", "value", "standing"].map(str::to_owned).into_iter();
        let parts = parts.chain(languages.iter().map(|language| in_language("label", *language)));
        parts.fold(typed, |typed, part| {
            let (first, second) = (option_rows::option_field(one, &part), option_rows::option_field(two, &part));
            let (upper, lower) = (typed.get(&first).to_owned(), typed.get(&second).to_owned());
            typed.with(&first, lower).with(&second, upper)
        })
    }
}

impl QuestionForm {
    pub fn typed(question: &Question, questionnaire: &Questionnaire) -> Typed {
        let languages = &questionnaire.languages;
        let yes = |holds: bool| if holds { "yes" } else { "" };
        let count = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
        let mut typed = Typed::default()
            .with("code", question.code.to_string())
            .with("kind", KindCode::of(&question.kind).code())
            .with("required", yes(question.required.is_some()))
            .with("shuffled", yes(question.shuffled))
            .with("other", yes(question.takes_other()))
            .with("profile", yes(question.profile))
            .with("dimension", question.dimension.clone().unwrap_or_default())
            .with("mirror", question.mirror.as_ref().map(ToString::to_string).unwrap_or_default());
        typed = with_words(typed, "label", &question.label, languages);
        typed = with_words(typed, "hint", &question.hint.clone().unwrap_or_default(), languages);
        let required = question.required.clone().unwrap_or_default();
        let condition = required.condition.as_ref().map(|known| known.source().to_owned()).unwrap_or_default();
        typed = typed.with("required_if", condition);
        typed = with_words(typed, "required_message", &required.message.unwrap_or_default(), languages);
        if let Some(Constraint { expression, message }) = &question.constraint {
            typed = typed.with("constraint", expression.source());
            typed = with_words(typed, "constraint_message", &message.clone().unwrap_or_default(), languages);
        }
        if let QuestionKind::Text(shape) = &question.kind {
            typed = typed.with("longest", count(shape.longest));
        }
        if let QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) = &question.kind {
            typed = typed
                .with("least", number(bounds.least))
                .with("most", number(bounds.most))
                .with("step", number(bounds.step))
                .with("offered", yes(bounds.offered));
        }
        if let QuestionKind::One { look, .. } = &question.kind {
            typed = typed.with("look", look_code(*look));
        }
        if let QuestionKind::Many { ticks, .. } = &question.kind {
            typed = typed.with("ticks_least", count(ticks.least)).with("ticks_most", count(ticks.most));
        }
        if let QuestionKind::File(shape) = &question.kind {
            typed = typed.with("files_most", shape.most.to_string());
        }
        if let QuestionKind::Calculated(known) = &question.kind {
            typed = typed.with("calculation", known.source());
        }
        if let Some(filter) = &question.filter {
            typed = typed.with("filter", filter.source());
        }
        typed = ConditionForm::typed(typed, question.relevance.as_ref(), questionnaire);
        match questionnaire.scale_of(question) {
            Some(scale) => with_sharing(with_options(typed, scale, languages), scale),
            None => typed,
        }
    }

    /// # Errors
    /// Everything that cannot be read, each beside its field.
    pub fn read(typed: &Typed, known: &Question, questionnaire: &Questionnaire) -> Result<QuestionForm, Failure> {
        let mut refusals = Vec::new();
        let languages = &questionnaire.languages;
        let given = typed.get("code");
        let code = QuestionCode::parse(given)
            .map_err(|_| EditRefusal::BadCode { field: "code", given: given.chars().take(60).collect() }.into());
        let code = noted(code, &mut refusals)?;
        let kind = noted(KindCode::from_code(typed.get("kind")).ok_or(Trouble::UnknownKind.into()), &mut refusals)?;
        let relevance = noted(ConditionForm::read(typed, questionnaire), &mut refusals)?.flatten();
        let constraint = noted(expression(typed, "constraint"), &mut refusals)?.flatten();
        let required_if = noted(expression(typed, "required_if"), &mut refusals)?.flatten();
        let scale = questionnaire.scale_of(known);
        let (Some(code), Some(kind)) = (code, kind) else { return Err(Failure::Refused(refusals)) };
        // A list that came from a file and has more options than a form can hold stays as it is.
        let is_beyond = scale.is_some_and(|scale| scale.options.len() > edit::MOST_OPTIONS);
        let is_own = !typed.get("scale").contains(':');
        let sharing = if kind.has_options() && scale.is_some() && !(is_beyond && is_own) {
            noted(read_sharing(typed, scale, languages), &mut refusals)?.flatten()
        } else {
            None
        };
        let asked = noted(question_kind(typed, kind, known), &mut refusals)?;
        let filter = match typed.get("filter") {
            "" => None,
            source => noted(
                survey::ChoiceFilter::parse(source)
                    .map_err(|problem| EditRefusal::Expression { field: "filter", problem }.into()),
                &mut refusals,
            )?,
        };
        let mirror = match typed.get("mirror") {
            "" => None,
            given => noted(
                QuestionCode::parse(given).map_err(|_| {
                    EditRefusal::BadCode { field: "mirror", given: given.chars().take(60).collect() }.into()
                }),
                &mut refusals,
            )?,
        };
        let Some(asked) = asked.filter(|_| refusals.is_empty()) else { return Err(Failure::Refused(refusals)) };
        let is_ticked = |field: &str| !typed.get(field).is_empty();
        let message = |field: &str| maybe_spoken(typed, field, languages);
        let required = (is_ticked("required") || required_if.is_some())
            .then(|| Requirement { condition: required_if, message: message("required_message") });
        let constraint = constraint.map(|expression| Constraint { expression, message: message("constraint_message") });
        let question = Question {
            code,
            label: spoken(typed, "label", languages),
            hint: message("hint"),
            kind: asked,
            required: required.filter(|_| kind.is_asked()),
            relevance,
            constraint: constraint.filter(|_| kind.is_asked()),
            filter: filter.filter(|_| kind.has_options()),
            shuffled: is_ticked("shuffled"),
            mirror,
            earlier: known.earlier.clone(),
            dimension: Some(typed.get("dimension").to_owned()).filter(|text| !text.is_empty()),
            profile: is_ticked("profile"),
        };
        Ok(QuestionForm { question, kind, sharing, other: is_ticked("other") })
    }

    /// Puts it in the place of the question with this code; a choice gets its options first.
    ///
    /// # Errors
    /// As the operations of [`survey::edit`].
    pub fn apply(self, questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, Failure> {
        let QuestionForm { mut question, kind, sharing, other } = self;
        let mut questionnaire = questionnaire;
        if let Some(sharing) = sharing {
            let sharing = if other && kind != KindCode::Ranking { sharing.with_other() } else { sharing };
            questionnaire = sharing.apply(questionnaire, code)?;
        }
        if kind.has_options() {
            let known = questionnaire.question(code).and_then(Question::scale).cloned();
            let scale = match known {
                Some(scale) => scale,
                None => {
                    let taken = edit::take_scale(questionnaire, yes_and_no(question.code.as_str())?)?;
                    questionnaire = taken.0;
                    taken.1
                }
            };
            question.kind = on_scale(question.kind, kind, &scale, other);
        }
        Ok(edit::change_question(questionnaire, code, question)?)
    }
}

/// What a choice without options begins with.
fn yes_and_no(code: &str) -> Result<Scale, EditRefusal> {
    let bad = || EditRefusal::BadCode { field: "code", given: code.to_owned() };
    let name: String = format!("{code}_options").chars().take(64).collect();
    let option = |code: &str, words: Text| {
        let code = survey::OptionCode::parse(code).map_err(|_| bad())?;
        Ok::<_, EditRefusal>(ScaleOption::new(code, words, survey::Standing::Unordered))
    };
    let options = vec![option("yes", Text::new("Да", "Yes"))?, option("no", Text::new("Не", "No"))?];
    Ok(Scale { code: ScaleCode::parse(&name).map_err(|_| bad())?, options, ordered: false })
}

fn on_scale(asked: QuestionKind, kind: KindCode, scale: &ScaleCode, other: bool) -> QuestionKind {
    let scale = scale.clone();
    if let QuestionKind::One { look, .. } = asked {
        QuestionKind::One { scale, other, look }
    } else if let QuestionKind::Many { ticks, .. } = asked {
        QuestionKind::Many { scale, other, ticks }
    } else if kind == KindCode::Ranking {
        QuestionKind::Ranking { scale }
    } else {
        asked
    }
}

/// The kind with what the form says of it; the scale of a choice is put in later.
fn question_kind(typed: &Typed, kind: KindCode, known: &Question) -> Result<QuestionKind, Failure> {
    let scale = known.scale().cloned().or_else(|| ScaleCode::parse("-").ok());
    let plain = kind.plain(scale).ok_or(Trouble::UnknownKind)?;
    let is_new = KindCode::of(&known.kind) != kind;
    Ok(match plain {
        QuestionKind::Text(TextShape { long, form, .. }) => {
            let longest = if form == TextForm::Any { count(typed, "longest")? } else { None };
            QuestionKind::Text(TextShape { long, form, longest: longest.filter(|longest| *longest > 0) })
        }
        QuestionKind::Integer(_) if is_new => plain,
        QuestionKind::Integer(Bounds { offered, .. }) => QuestionKind::Integer(bounds(typed, offered)?),
        QuestionKind::Decimal(_) => QuestionKind::Decimal(bounds(typed, !typed.get("offered").is_empty())?),
        QuestionKind::One { scale, other, .. } => {
            QuestionKind::One { scale, other, look: read_look(typed.get("look")) }
        }
        QuestionKind::Many { scale, other, .. } => {
            let ticks = Ticks { least: count(typed, "ticks_least")?, most: count(typed, "ticks_most")? };
            QuestionKind::Many { scale, other, ticks }
        }
        QuestionKind::Calculated(plain) => QuestionKind::Calculated(expression(typed, "calculation")?.unwrap_or(plain)),
        QuestionKind::File(shape) => {
            let most = if is_new { None } else { count(typed, "files_most")? };
            let most = most.unwrap_or(shape.most);
            if !(1..=FileShape::MOST).contains(&most) {
                return Err(EditRefusal::BadBounds { field: "files_most" }.into());
            }
            QuestionKind::File(FileShape { most, ..shape })
        }
        QuestionKind::Date
        | QuestionKind::Time
        | QuestionKind::Note
        | QuestionKind::Ranking { .. }
        | QuestionKind::Consent
        | QuestionKind::Point
        | QuestionKind::Given => plain,
    })
}

fn bounds(typed: &Typed, offered: bool) -> Result<Bounds, Failure> {
    let number = |field: &'static str| -> Result<Option<f64>, Failure> {
        let given = typed.get(field).replace(',', ".").replace('−', "-");
        if given.is_empty() {
            return Ok(None);
        }
        let number = given.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() <= 1e9);
        number.map(Some).ok_or_else(|| EditRefusal::BadBounds { field }.into())
    };
    Ok(Bounds { least: number("least")?, most: number("most")?, step: number("step")?, offered })
}

fn count(typed: &Typed, field: &'static str) -> Result<Option<u32>, Failure> {
    let given = typed.get(field);
    if given.is_empty() {
        return Ok(None);
    }
    let count = given.parse().ok().filter(|count| *count <= 100_000);
    count.map(Some).ok_or_else(|| EditRefusal::BadBounds { field }.into())
}

fn look_code(look: Look) -> &'static str {
    match look {
        Look::List => "list",
        Look::Row => "row",
        Look::Menu => "menu",
        Look::Settlements => "settlements",
    }
}

fn read_look(code: &str) -> Look {
    match code {
        "row" => Look::Row,
        "menu" => Look::Menu,
        "settlements" => Look::Settlements,
        _ => Look::List,
    }
}

impl Sharing {
    pub(super) fn apply(self, questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, Failure> {
        Ok(match self {
            Sharing::Own(options, whose) => edit::copy_scale(questionnaire, code, options, whose)?,
            Sharing::Ready(scale) => {
                let (questionnaire, scale) = edit::take_scale(questionnaire, scale)?;
                edit::share_scale(questionnaire, code, &scale)?
            }
            Sharing::Shared(scale) => edit::share_scale(questionnaire, code, &scale)?,
        })
    }

    fn with_other(self) -> Sharing {
        match self {
            Sharing::Own(options, whose) => Sharing::Own(edit::add_other(options), whose),
            Sharing::Ready(scale) => Sharing::Own(edit::add_other(scale.options), OptionsOf::ItAlone),
            Sharing::Shared(scale) => Sharing::Shared(scale),
        }
    }
}

pub(super) fn with_sharing(typed: Typed, scale: &Scale) -> Typed {
    typed.with("scale", "").with("scale_code", scale.code.to_string()).with("options_of", "everybody")
}

/// `scale` is empty for the rows of the form, `ready:…` for a scale of the item bank, `share:…` for another question's.
pub(super) fn read_sharing(
    typed: &Typed,
    known: Option<&Scale>,
    languages: &[LanguageTag],
) -> Result<Option<Sharing>, Failure> {
    let chosen = typed.get("scale");
    if let Some(code) = chosen.strip_prefix("ready:") {
        let ready = survey::item_bank().scales.get(code);
        let ready = ready.ok_or_else(|| EditRefusal::NoSuchScale { code: code.chars().take(60).collect() })?;
        return Ok(Some(Sharing::Ready(ready.clone())));
    }
    if let Some(code) = chosen.strip_prefix("share:") {
        let bad = || EditRefusal::NoSuchScale { code: code.chars().take(60).collect() };
        return Ok(Some(Sharing::Shared(ScaleCode::parse(code).map_err(|_| bad())?)));
    }
    let whose = if typed.get("options_of") == "it_alone" { OptionsOf::ItAlone } else { OptionsOf::Everybody };
    let options = option_rows::read(typed, known, languages)?;
    Ok(Some(Sharing::Own(options, whose)))
}

/// Keeps the refusals of one field, so that those of the next are told as well.
pub(super) fn noted<T>(read: Result<T, Failure>, refusals: &mut Vec<Refusal>) -> Result<Option<T>, Failure> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(Failure::Refused(more)) => {
            refusals.extend(more);
            Ok(None)
        }
        Err(failure) => Err(failure),
    }
}

/// Something new: a question of some kind, a grid, a group or a page.
#[derive(Debug, Clone)]
pub struct ItemForm {
    /// A kind of a question, `grid`, `group` or `page`.
    pub kind: String,
    pub place: Place,
    label: Text,
    /// One below the other: options of a choice, rows of a grid.
    options: Vec<ScaleOption>,
    rows: Vec<String>,
    ready: Option<Scale>,
}

impl ItemForm {
    /// # Errors
    /// What cannot be read.
    pub fn read(typed: &Typed, questionnaire: &Questionnaire) -> Result<ItemForm, Failure> {
        let group = |text: &str| {
            GroupCode::parse(text).map_err(|_| EditRefusal::NoSuchItem { code: text.chars().take(60).collect() })
        };
        let within = Some(typed.get("within")).filter(|within| !within.is_empty()).map(group).transpose()?;
        let before = Some(typed.get("before").to_owned()).filter(|before| !before.is_empty());
        let label = spoken(typed, "label", &questionnaire.languages);
        let kind = typed.get("kind").to_owned();
        if label.is_silent() && !matches!(kind.as_str(), "page" | "group" | "grid" | "calculated" | "given") {
            return Err(EditRefusal::NoWords.into());
        }
        let ready = typed.get("scale").strip_prefix("ready:").and_then(|code| survey::item_bank().scales.get(code));
        let rows = typed.get("rows").lines().map(str::trim).filter(|line| !line.is_empty());
        Ok(ItemForm {
            place: Place { within, before },
            label,
            options: option_rows::lines(typed.get("options"))?,
            rows: rows.map(str::to_owned).take(edit::MOST_QUESTIONS).collect(),
            ready: ready.cloned(),
            kind,
        })
    }

    /// Adds it, and tells its code.
    ///
    /// # Errors
    /// As the operations of [`survey::edit`]; [`Trouble::UnknownKind`].
    pub fn apply(self, questionnaire: Questionnaire) -> Result<(Questionnaire, String), Failure> {
        let layout = match self.kind.as_str() {
            "page" => GroupLayout::Page,
            "group" => GroupLayout::Plain,
            "grid" => return self.grid(questionnaire),
            kind => {
                let kind = KindCode::from_code(kind).ok_or(Trouble::UnknownKind)?;
                return self.question(questionnaire, kind);
            }
        };
        let stem = if layout == GroupLayout::Page { "p" } else { "g" };
        let code = numbered(&questionnaire, stem);
        let group = Group::new(group_code(&code)?, self.said(), layout, Vec::new());
        Ok((edit::add(questionnaire, &self.place, Item::Group(group))?, code))
    }

    fn said(&self) -> Option<Text> {
        Some(self.label.clone()).filter(|label| label.all().any(|words| !words.is_empty()))
    }

    fn question(self, questionnaire: Questionnaire, kind: KindCode) -> Result<(Questionnaire, String), Failure> {
        let code = numbered(&questionnaire, "q");
        // A new row answers as the other rows do.
        let grid = self.place.within.as_ref().and_then(|within| edit::item(&questionnaire.items, within.as_str()));
        let shared = grid.and_then(Item::group).and_then(Group::battery_scale).cloned();
        let (questionnaire, scale) = match shared {
            Some(scale) => (questionnaire, Some(scale)),
            None if kind.has_options() => {
                let (questionnaire, scale) = self.scale(questionnaire, &code)?;
                (questionnaire, Some(scale))
            }
            None => (questionnaire, None),
        };
        let asked = kind.plain(scale).ok_or(Trouble::UnknownKind)?;
        let question = Question::new(question_code(&code)?, self.label, asked);
        Ok((edit::add(questionnaire, &self.place, Item::Question(question))?, code))
    }

    fn grid(self, questionnaire: Questionnaire) -> Result<(Questionnaire, String), Failure> {
        let code = numbered(&questionnaire, "g");
        let (mut questionnaire, scale) = self.scale(questionnaire, &code)?;
        let mut rows = Vec::new();
        let mut number = next_number(&questionnaire, "q");
        let words = if self.rows.is_empty() { vec![String::new()] } else { self.rows.clone() };
        for words in words {
            let row = question_code(&format!("q{number}"))?;
            number = number.saturating_add(1);
            rows.push(Item::Question(Question::new(row, Text::bulgarian(words), QuestionKind::one(scale.clone()))));
        }
        let grid = Group::new(group_code(&code)?, self.said(), GroupLayout::Battery, rows);
        questionnaire = edit::add(questionnaire, &self.place, Item::Group(grid))?;
        Ok((questionnaire, code))
    }

    /// The scale that the form chose or wrote; „Да“ and „Не“ where it did neither.
    fn scale(&self, questionnaire: Questionnaire, code: &str) -> Result<(Questionnaire, ScaleCode), Failure> {
        let scale = match &self.ready {
            Some(ready) => ready.clone(),
            None if self.options.is_empty() => yes_and_no(code)?,
            None => Scale { options: self.options.clone(), ..yes_and_no(code)? },
        };
        Ok(edit::take_scale(questionnaire, scale)?)
    }
}

/// `q7`: the next number that no question has.
fn numbered(questionnaire: &Questionnaire, stem: &str) -> String {
    edit::fresh_code(questionnaire, &format!("{stem}{}", next_number(questionnaire, stem)))
}

fn next_number(questionnaire: &Questionnaire, stem: &str) -> u32 {
    fn largest(items: &[Item], stem: &str) -> u32 {
        let own =
            |item: &Item| edit::code_of(item).strip_prefix(stem).and_then(|number| number.parse().ok()).unwrap_or(0);
        let inner = |item: &Item| item.group().map_or(0, |group| largest(&group.items, stem));
        items.iter().map(|item| own(item).max(inner(item))).max().unwrap_or(0)
    }
    largest(&questionnaire.items, stem).saturating_add(1)
}

fn question_code(code: &str) -> Result<QuestionCode, EditRefusal> {
    QuestionCode::parse(code).map_err(|_| EditRefusal::BadCode { field: "code", given: code.to_owned() })
}

fn group_code(code: &str) -> Result<GroupCode, EditRefusal> {
    GroupCode::parse(code).map_err(|_| EditRefusal::BadCode { field: "code", given: code.to_owned() })
}
