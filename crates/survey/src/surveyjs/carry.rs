#![expect(clippy::wildcard_enum_match_arm, reason = "of a value of JSON all that is not wanted is alike")]

use super::codes::{Answering, Codes, Known, short};
use super::element::Element;
use super::options::Options;
use super::words::Spoken;
use super::{Carried, Feature, MOST_QUESTIONS, Problem, script};
use crate::{
    Bounds, Constraint, Expression, FileShape, Group, GroupCode, GroupLayout, Item, Located, Look, Question,
    QuestionCode, QuestionKind, Questionnaire, Requirement, Scale, ScaleCode, TextForm, TextShape, Ticks,
};
use base::Text;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Panels within panels; deeper ones are refused.
const DEEPEST: usize = 8;

pub(super) fn carry(survey: &Map<String, Value>, file_name: &str) -> Result<Carried, Vec<Located<Problem>>> {
    let whole = Element(survey);
    let is_survey = ["pages", "elements", "questions"].iter().any(|name| whole.get(name).is_some_and(Value::is_array));
    if !is_survey {
        return Err(vec![Located::whole(Problem::NotASurvey)]);
    }
    let spoken = Spoken::of(survey);
    let mut carrying = Carrying {
        spoken,
        codes: Codes::default(),
        scales: BTreeMap::new(),
        lists: BTreeMap::new(),
        findings: Findings::default(),
        questions: 0,
    };
    let items = carrying.pages(whole);
    carrying.aside(whole);
    let asks = |item: &Item| match item {
        Item::Question(question) => question.is_asked(),
        Item::Group(group) => group.questions().any(Question::is_asked),
    };
    if !items.iter().any(asks) && carrying.findings.errors.is_empty() {
        carrying.findings.refuse(Problem::NoQuestions);
    }
    let Findings { errors, warnings } = carrying.findings;
    if !errors.is_empty() {
        return Err(errors.into_iter().map(Located::whole).collect());
    }
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem: String = name.split('.').next().unwrap_or_default().chars().take(60).collect();
    let title = carrying.spoken.words(whole.get("title"));
    let completed = whole.get("completedHtml");
    let questionnaire = Questionnaire {
        code: if stem.is_empty() { "surveyjs".to_owned() } else { stem.clone() },
        title: title.unwrap_or_else(|| carrying.spoken.everywhere(if stem.is_empty() { "SurveyJS" } else { &stem })),
        version: None,
        languages: carrying.spoken.languages(),
        introduction: carrying.spoken.words(whole.get("description")),
        thanks: carrying.spoken.words(completed),
        scales: carrying.scales,
        items,
    };
    Ok(Carried { questionnaire, left_out: warnings.into_iter().map(Located::whole).collect() })
}

pub(super) struct Carrying {
    pub(super) spoken: Spoken,
    pub(super) codes: Codes,
    pub(super) scales: BTreeMap<ScaleCode, Scale>,
    pub(super) lists: BTreeMap<String, ScaleCode>,
    pub(super) findings: Findings,
    pub(super) questions: usize,
}

/// What was found on the way: errors stop the import, warnings do not.
#[derive(Default)]
pub(super) struct Findings {
    errors: Vec<Problem>,
    warnings: Vec<Problem>,
}

/// A file full of mistakes tells the first thousand.
const MOST_FINDINGS: usize = 1000;

impl Findings {
    pub(super) fn refuse(&mut self, problem: Problem) {
        if self.errors.len() < MOST_FINDINGS && !self.errors.contains(&problem) {
            self.errors.push(problem);
        }
    }

    /// The same thing of the same question is said once.
    pub(super) fn warn(&mut self, problem: Problem) {
        if self.warnings.len() < MOST_FINDINGS && self.warnings.last() != Some(&problem) {
            self.warnings.push(problem);
        }
    }
}

impl Carrying {
    /// What concerns the survey as a whole.
    fn aside(&mut self, whole: Element<'_>) {
        if let Some(language) = self.spoken.foreign() {
            self.findings.warn(Problem::NotBulgarian { language: language.to_string() });
        }
        for (name, feature) in [("triggers", Feature::Trigger), ("calculatedValues", Feature::Variable)] {
            for one in whole.elements(name) {
                let called = if one.name().is_empty() { one.text("type") } else { one.name() };
                self.findings.leave_out(called, feature);
            }
        }
        for (words, place) in [("title", whole.get("title")), ("description", whole.get("description"))] {
            if let Some(text) = self.spoken.words(place) {
                self.bound(words, &text);
            }
        }
    }

    fn pages(&mut self, whole: Element<'_>) -> Vec<Item> {
        let pages: Vec<Element<'_>> = whole.elements("pages").collect();
        if pages.is_empty() {
            // An old survey has its questions without pages: one after the other.
            return self.items(whole, 0);
        }
        pages.into_iter().filter_map(|page| self.group(page, GroupLayout::Page, 1)).collect()
    }

    fn items(&mut self, parent: Element<'_>, depth: usize) -> Vec<Item> {
        if depth > DEEPEST {
            self.findings.refuse(Problem::TooDeep { max: DEEPEST });
            return Vec::new();
        }
        self.each(parent.elements("elements").chain(parent.elements("questions")), depth)
    }

    pub(super) fn each<'e>(&mut self, elements: impl Iterator<Item = Element<'e>>, depth: usize) -> Vec<Item> {
        let mut items = Vec::new();
        for element in elements {
            match element.kind() {
                "paneldynamic" => items.extend(self.repeat(element, depth)),
                _ => items.extend(self.item(element, depth)),
            }
        }
        items
    }

    fn group(&mut self, element: Element<'_>, layout: GroupLayout, depth: usize) -> Option<Item> {
        if element.is_hidden() {
            self.findings.leave_out(element.name(), Feature::Hidden);
            return None;
        }
        let name = if element.name().is_empty() { "group" } else { element.name() };
        let code = GroupCode::parse(&self.codes.free(name)).ok()?;
        let label = self.label(element, "title");
        let hint = self.label(element, "description");
        let relevance = self.condition(element, "visibleIf", name, None);
        let items = self.items(element, depth);
        if items.is_empty() {
            return None;
        }
        let shuffled =
            matches!(element.text("questionsOrder"), "random") || matches!(element.text("questionOrder"), "random");
        Some(Item::Group(Group { hint, relevance, shuffled, ..Group::new(code, label, layout, items) }))
    }

    fn item(&mut self, element: Element<'_>, depth: usize) -> Option<Item> {
        let kind = element.kind();
        if kind == "panel" {
            return self.group(element, GroupLayout::Plain, depth + 1);
        }
        self.questions += 1;
        if self.questions > MOST_QUESTIONS {
            self.findings.refuse(Problem::TooManyQuestions { max: MOST_QUESTIONS });
            return None;
        }
        let name = element.name();
        let gone = match kind {
            "signaturepad" => Some(Feature::File),
            "image" | "imagemap" | "imagepicker" => Some(Feature::Picture),
            "matrixdropdown" | "matrixdynamic" => Some(Feature::Table),
            _ if element.is_hidden() => Some(Feature::Hidden),
            _ => None,
        };
        if let Some(feature) = gone {
            self.findings.leave_out(name, feature);
            return None;
        }
        match kind {
            "matrix" => self.matrix(element),
            "multipletext" => self.several(element),
            "html" => {
                let label = self.label(element, "html")?;
                let code = self.codes.take(if name.is_empty() { "note" } else { name }, &mut self.findings)?;
                let relevance = self.condition(element, "visibleIf", name, None);
                Some(Item::Question(Question { relevance, ..Question::new(code, label, QuestionKind::Note) }))
            }
            "expression" => self.calculated(element),
            _ => self.question(element),
        }
    }

    fn question(&mut self, element: Element<'_>) -> Option<Item> {
        let name = element.name();
        let (kind, answering, options) = self.kind(element)?;
        let code = self.codes.take(name, &mut self.findings)?;
        // Everything that a question says of itself is read before its own name means something.
        let question = self.spoken_question(element, code.clone(), kind, name);
        let known = Known { code: code.to_string(), kind: answering, options };
        self.codes.know(name, known);
        Some(Item::Question(question))
    }

    fn spoken_question(
        &mut self,
        element: Element<'_>,
        code: QuestionCode,
        kind: QuestionKind,
        name: &str,
    ) -> Question {
        let label = self.label(element, "title").unwrap_or_else(|| self.spoken.everywhere(name));
        for (property, feature) in [
            ("defaultValue", Feature::DefaultValue),
            ("defaultValueExpression", Feature::DefaultValue),
            ("enableIf", Feature::Enabled),
            ("setValueIf", Feature::Trigger),
            ("resetValueIf", Feature::Trigger),
        ] {
            if element.get(property).is_some() {
                self.findings.leave_out(name, feature);
            }
        }
        if element.is("hasComment") || element.is("showCommentArea") {
            self.findings.leave_out(name, Feature::Comment);
        }
        let hint = self.label(element, "description");
        let relevance = self.condition(element, "visibleIf", name, None);
        let required = self.required(element, name);
        let (kind, constraint) = self.validated(element, kind, name);
        let shuffled = element.text("choicesOrder") == "random" && kind.scale().is_some();
        Question { hint, relevance, required, constraint, shuffled, ..Question::new(code, label, kind) }
    }

    fn required(&mut self, element: Element<'_>, name: &str) -> Option<Requirement> {
        let message = self.spoken.words(element.get("requiredErrorText"));
        if element.is("isRequired") {
            return Some(Requirement { condition: None, message });
        }
        let condition = self.condition(element, "requiredIf", name, None)?;
        Some(Requirement { condition: Some(condition), message })
    }

    /// The kind, what conditions may say of it, and its options by their values.
    fn kind(&mut self, element: Element<'_>) -> Option<(QuestionKind, Answering, BTreeMap<String, String>)> {
        let plain = |kind: QuestionKind, answering: Answering| Some((kind, answering, BTreeMap::new()));
        let one = |options: Option<Options>, look: Look| {
            let Options { scale, codes, takes_other } = options?;
            Some((QuestionKind::One { scale, other: takes_other, look }, Answering::One, codes))
        };
        match element.kind() {
            "text" => {
                let (kind, answering) = self.typed(element);
                plain(kind, answering)
            }
            "comment" => {
                let longest = element.count("maxLength");
                plain(QuestionKind::Text(TextShape { long: true, longest, form: TextForm::Any }), Answering::Words)
            }
            "radiogroup" | "buttongroup" => one(self.choices(element), Look::List),
            "file" => plain(QuestionKind::File(self.file_shape(element)), Answering::Words),
            "dropdown" => one(self.choices(element), Look::Menu),
            "boolean" => one(self.truth(element), Look::List),
            "rating" => one(self.grades(element), Look::Row),
            "checkbox" | "tagbox" => {
                let Options { scale, codes, takes_other } = self.choices(element)?;
                let ticks =
                    Ticks { least: element.count("minSelectedChoices"), most: element.count("maxSelectedChoices") };
                Some((QuestionKind::Many { scale, other: takes_other, ticks }, Answering::Many, codes))
            }
            "ranking" => {
                let Options { scale, codes, .. } = self.choices(element)?;
                Some((QuestionKind::Ranking { scale }, Answering::Many, codes))
            }
            "slider" => {
                let bounds = self.bounds(element);
                plain(QuestionKind::Decimal(bounds), Answering::Number)
            }
            given => {
                let question = short(element.name());
                self.findings.warn(Problem::UnknownKind { question, given: short(given) });
                None
            }
        }
    }

    /// One file where nothing is said of several; pictures where nothing else is accepted.
    fn file_shape(&mut self, element: Element<'_>) -> FileShape {
        let accepted = element.text("acceptedTypes").to_lowercase();
        let mut kinds = accepted.split(',').map(str::trim).filter(|kind| !kind.is_empty()).peekable();
        let is_picture =
            |kind: &str| kind.starts_with("image/") || matches!(kind, ".png" | ".jpg" | ".jpeg" | ".gif" | ".webp");
        let pictures = kinds.peek().is_some() && kinds.all(is_picture) || element.text("sourceType") == "camera";
        let most = match (element.is("allowMultiple"), element.count("maxFiles")) {
            (false, _) => 1,
            (true, wanted) => wanted.unwrap_or(FileShape::MOST).clamp(1, FileShape::MOST),
        };
        FileShape { pictures, most }
    }

    fn typed(&mut self, element: Element<'_>) -> (QuestionKind, Answering) {
        let longest = element.count("maxLength");
        let text = |form: TextForm| (QuestionKind::Text(TextShape { long: false, form, longest }), Answering::Words);
        match element.text("inputType") {
            "number" | "range" => (QuestionKind::Decimal(self.bounds(element)), Answering::Number),
            "date" => (QuestionKind::Date, Answering::Day),
            "datetime-local" | "datetime" => {
                self.findings.leave_out(element.name(), Feature::Time);
                (QuestionKind::Date, Answering::Day)
            }
            "time" => (QuestionKind::Time, Answering::Words),
            "email" => text(TextForm::Email),
            "tel" => text(TextForm::Telephone),
            "" | "text" | "url" | "search" => text(TextForm::Any),
            // A week, a month, a colour: words, as no other kind would check them.
            _ => {
                self.findings.leave_out(element.name(), Feature::Validation);
                text(TextForm::Any)
            }
        }
    }

    fn bounds(&mut self, element: Element<'_>) -> Bounds {
        let (least, most) = (element.number("min"), element.number("max"));
        let step = element.number("step").filter(|step| *step > 0.0);
        if element.get("minValueExpression").is_some() || element.get("maxValueExpression").is_some() {
            self.findings.leave_out(element.name(), Feature::Validation);
        }
        match (least, most) {
            (Some(least), Some(most)) if least > most => Bounds::default(),
            _ => Bounds { least, most, step, offered: false },
        }
    }

    /// What the validators demand: bounds where the kind has them, a constraint where it does not.
    fn validated(
        &mut self,
        element: Element<'_>,
        mut kind: QuestionKind,
        name: &str,
    ) -> (QuestionKind, Option<Constraint>) {
        let mut constraint = None;
        for validator in element.elements("validators") {
            let (least, most) = (validator.number("minValue"), validator.number("maxValue"));
            let source = match (validator.kind(), &mut kind) {
                ("numeric" | "numericvalidator", QuestionKind::Decimal(bounds)) => {
                    bounds.least = least.or(bounds.least);
                    bounds.most = most.or(bounds.most);
                    continue;
                }
                ("email" | "emailvalidator", QuestionKind::Text(shape)) => {
                    shape.form = TextForm::Email;
                    continue;
                }
                ("answercount" | "answercountvalidator", QuestionKind::Many { ticks, .. }) => {
                    ticks.least = validator.count("minCount").or(ticks.least);
                    ticks.most = validator.count("maxCount").or(ticks.most);
                    continue;
                }
                ("text" | "textvalidator", QuestionKind::Text(shape)) => {
                    shape.longest = validator.count("maxLength").or(shape.longest);
                    match validator.count("minLength") {
                        Some(least) => Some(format!("string-length(.) >= {least}")),
                        None => continue,
                    }
                }
                ("regex" | "regexvalidator", QuestionKind::Text(_)) => {
                    let pattern = validator.text("regex");
                    (!pattern.contains('\'')).then(|| format!("regex(., '{pattern}')"))
                }
                ("expression" | "expressionvalidator", _) => {
                    script::translate(validator.text("expression"), &self.codes, Some(name)).ok()
                }
                _ => None,
            };
            let expression = source.and_then(|source| Expression::parse(&source).ok());
            match expression.filter(|_| constraint.is_none()) {
                Some(expression) => {
                    let message = self.spoken.words(validator.get("text"));
                    constraint = Some(Constraint { expression, message });
                }
                None => self.findings.leave_out(name, Feature::Validation),
            }
        }
        (kind, constraint)
    }

    fn calculated(&mut self, element: Element<'_>) -> Option<Item> {
        let name = element.name();
        let expression = self.condition(element, "expression", name, None)?;
        let code = self.codes.take(name, &mut self.findings)?;
        let relevance = self.condition(element, "visibleIf", name, None);
        let known = Known { code: code.to_string(), kind: Answering::Number, options: BTreeMap::new() };
        self.codes.know(name, known);
        let kind = QuestionKind::Calculated(expression);
        Some(Item::Question(Question { relevance, ..Question::new(code, Text::default(), kind) }))
    }

    /// Rows that share a scale: a battery.
    fn matrix(&mut self, element: Element<'_>) -> Option<Item> {
        let name = element.name();
        let Options { scale, codes, .. } = self.columns(element)?;
        let group = GroupCode::parse(&self.codes.free(name)).ok()?;
        let label = self.label(element, "title").unwrap_or_else(|| self.spoken.everywhere(name));
        let hint = self.label(element, "description");
        let relevance = self.condition(element, "visibleIf", name, None);
        let required = self.required(element, name).or_else(|| {
            let all = element.is("isAllRowRequired") || element.is("eachRowRequired");
            all.then(Requirement::default)
        });
        let mut rows = Vec::new();
        let mut known = Vec::new();
        for row in element.list("rows") {
            let (value, text) = match row {
                Value::Object(item) => (item.get("value"), item.get("text")),
                other => (Some(other), None),
            };
            let Some(value) = value.and_then(|value| {
                value.as_str().map(str::to_owned).or_else(|| value.as_i64().map(|number| number.to_string()))
            }) else {
                continue;
            };
            self.questions += 1;
            if self.questions > MOST_QUESTIONS {
                self.findings.refuse(Problem::TooManyQuestions { max: MOST_QUESTIONS });
                break;
            }
            let Ok(code) = QuestionCode::parse(&self.codes.free(&format!("{name}_{value}"))) else { continue };
            let label = self.spoken.words(text).unwrap_or_else(|| self.spoken.everywhere(&value));
            self.bound(name, &label);
            known.push((
                format!("{name}.{value}"),
                Known { code: code.to_string(), kind: Answering::One, options: codes.clone() },
            ));
            let kind = QuestionKind::one(scale.clone());
            rows.push(Item::Question(Question { required: required.clone(), ..Question::new(code, label, kind) }));
        }
        for (name, row) in known {
            self.codes.know(&name, row);
        }
        if rows.is_empty() {
            self.findings.leave_out(name, Feature::Table);
            return None;
        }
        let shuffled = matches!(element.text("rowsOrder"), "random") || element.text("rowOrder") == "random";
        Some(Item::Group(Group {
            hint,
            relevance,
            shuffled,
            ..Group::new(group, Some(label), GroupLayout::Battery, rows)
        }))
    }

    /// Several texts under one title: a question for each.
    fn several(&mut self, element: Element<'_>) -> Option<Item> {
        let name = element.name();
        let group = GroupCode::parse(&self.codes.free(name)).ok()?;
        let label = self.label(element, "title").unwrap_or_else(|| self.spoken.everywhere(name));
        let relevance = self.condition(element, "visibleIf", name, None);
        let mut texts = Vec::new();
        for item in element.elements("items") {
            self.questions += 1;
            if self.questions > MOST_QUESTIONS {
                self.findings.refuse(Problem::TooManyQuestions { max: MOST_QUESTIONS });
                break;
            }
            let (kind, answering) = self.typed(item);
            let Ok(code) = QuestionCode::parse(&self.codes.free(&format!("{name}_{}", item.name()))) else { continue };
            let question = self.spoken_question(item, code.clone(), kind, item.name());
            let known = Known { code: code.to_string(), kind: answering, options: BTreeMap::new() };
            self.codes.know(&format!("{name}.{}", item.name()), known);
            texts.push(Item::Question(question));
        }
        if texts.is_empty() {
            return None;
        }
        Some(Item::Group(Group { relevance, ..Group::new(group, Some(label), GroupLayout::Page, texts) }))
    }

    pub(super) fn label(&mut self, element: Element<'_>, property: &str) -> Option<Text> {
        let words = self.spoken.words(element.get(property))?;
        self.bound(element.name(), &words);
        Some(words.map(|words| self.codes.piped(words)))
    }

    /// Words are bounded as the cells of a workbook are.
    pub(super) fn bound(&mut self, question: &str, words: &Text) {
        let is = words.all().map(|words| words.chars().count()).max().unwrap_or(0);
        if is > crate::xlsform::LONGEST_CELL {
            let max = crate::xlsform::LONGEST_CELL;
            self.findings.refuse(Problem::TooLong { question: short(question), is, max });
        }
    }

    pub(super) fn condition(
        &mut self,
        element: Element<'_>,
        property: &str,
        question: &str,
        own: Option<&str>,
    ) -> Option<Expression> {
        let source = element.text(property);
        if source.trim().is_empty() {
            return None;
        }
        let translated = script::translate(source, &self.codes, own);
        let parsed =
            translated.and_then(|text| Expression::parse(&text).map_err(|_| source.chars().take(40).collect()));
        match parsed {
            Ok(expression) => Some(expression),
            Err(near) => {
                let source = source.chars().take(200).collect();
                self.findings.warn(Problem::NotTranslated { question: short(question), source, near });
                None
            }
        }
    }
}
