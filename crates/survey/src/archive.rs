//! The frozen version of a questionnaire as canonical JSON: the same questionnaire always gives the same bytes.
//!
//! The types here mirror the model and are private, so that the model can change while old archives stay readable.

use crate::{
    Constraint, Expression, Group, GroupCode, GroupLayout, Item, Question, QuestionCode, QuestionKind, Questionnaire,
    Requirement, Scale, ScaleCode, ScaleOption, Standing,
};
use base::{Language, Text};
use serde::{Deserialize, Serialize};

/// Stands in every archive; a later shape gets a later number.
const FORMAT: &str = "glas-questionnaire/1";

/// An archive that cannot be read: damaged, or written by a later version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable(pub String);

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unreadable questionnaire archive: {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

pub fn write(questionnaire: &Questionnaire) -> String {
    serde_json::to_string(&Archived::from(questionnaire)).unwrap_or_default()
}

/// # Errors
/// [`Unreadable`] for anything that [`write`] did not make.
pub fn read(text: &str) -> Result<Questionnaire, Unreadable> {
    let archived: Archived = serde_json::from_str(text).map_err(|error| Unreadable(error.to_string()))?;
    archived.restore()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Archived {
    format: String,
    code: String,
    title: Words,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    languages: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    introduction: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    thanks: Option<Words>,
    scales: Vec<ArchivedScale>,
    items: Vec<ArchivedItem>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    bg: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    en: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedScale {
    code: String,
    #[serde(default, skip_serializing_if = "is_false")]
    ordered: bool,
    options: Vec<ArchivedOption>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedOption {
    code: String,
    label: Words,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    missing: Option<ArchivedMissing>,
    #[serde(default, skip_serializing_if = "is_false")]
    exclusive: bool,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ArchivedMissing {
    DontKnow,
    NotApplicable,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ArchivedItem {
    Question(Box<ArchivedQuestion>),
    Group(Box<ArchivedGroup>),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedGroup {
    code: String,
    layout: ArchivedLayout,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hint: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relevance: Option<String>,
    items: Vec<ArchivedItem>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ArchivedLayout {
    Page,
    Battery,
    Plain,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedQuestion {
    code: String,
    kind: ArchivedKind,
    label: Words,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hint: Option<Words>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    required: Option<ArchivedRequirement>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    relevance: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    constraint: Option<ArchivedConstraint>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mirror: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dimension: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    profile: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ArchivedKind {
    Text,
    LongText,
    Integer,
    Decimal,
    Date,
    Note,
    One(ArchivedChoice),
    Many(ArchivedChoice),
    Calculated(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedChoice {
    scale: String,
    #[serde(default, skip_serializing_if = "is_false")]
    other: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedRequirement {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    condition: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<Words>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedConstraint {
    expression: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<Words>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

impl From<&Questionnaire> for Archived {
    fn from(questionnaire: &Questionnaire) -> Archived {
        Archived {
            format: FORMAT.to_owned(),
            code: questionnaire.code.clone(),
            title: Words::from(&questionnaire.title),
            version: questionnaire.version.clone(),
            languages: questionnaire.languages.iter().map(|language| language.tag().to_owned()).collect(),
            introduction: words(questionnaire.introduction.as_ref()),
            thanks: words(questionnaire.thanks.as_ref()),
            scales: questionnaire.scales.values().map(ArchivedScale::from).collect(),
            items: questionnaire.items.iter().map(ArchivedItem::from).collect(),
        }
    }
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Words {
        Words { bg: text.bulgarian.clone(), en: text.english.clone() }
    }
}

fn words(text: Option<&Text>) -> Option<Words> {
    text.map(Words::from)
}

fn source(expression: Option<&Expression>) -> Option<String> {
    expression.map(|expression| expression.source().to_owned())
}

impl From<&Scale> for ArchivedScale {
    fn from(scale: &Scale) -> ArchivedScale {
        let options = scale.options.iter().map(ArchivedOption::from).collect();
        ArchivedScale { code: scale.code.to_string(), ordered: scale.ordered, options }
    }
}

impl From<&ScaleOption> for ArchivedOption {
    fn from(option: &ScaleOption) -> ArchivedOption {
        let (value, missing) = match option.standing {
            Standing::Value(value) => (Some(value), None),
            Standing::Unordered => (None, None),
            Standing::DontKnow => (None, Some(ArchivedMissing::DontKnow)),
            Standing::NotApplicable => (None, Some(ArchivedMissing::NotApplicable)),
        };
        let label = Words::from(&option.label);
        ArchivedOption { code: option.code.to_string(), label, value, missing, exclusive: option.exclusive }
    }
}

impl From<&Item> for ArchivedItem {
    fn from(item: &Item) -> ArchivedItem {
        match item {
            Item::Question(question) => ArchivedItem::Question(Box::new(ArchivedQuestion::from(question))),
            Item::Group(group) => ArchivedItem::Group(Box::new(ArchivedGroup::from(group))),
        }
    }
}

impl From<&Group> for ArchivedGroup {
    fn from(group: &Group) -> ArchivedGroup {
        ArchivedGroup {
            code: group.code.to_string(),
            layout: match group.layout {
                GroupLayout::Page => ArchivedLayout::Page,
                GroupLayout::Battery => ArchivedLayout::Battery,
                GroupLayout::Plain => ArchivedLayout::Plain,
            },
            label: words(group.label.as_ref()),
            hint: words(group.hint.as_ref()),
            relevance: source(group.relevance.as_ref()),
            items: group.items.iter().map(ArchivedItem::from).collect(),
        }
    }
}

impl From<&Question> for ArchivedQuestion {
    fn from(question: &Question) -> ArchivedQuestion {
        ArchivedQuestion {
            code: question.code.to_string(),
            kind: ArchivedKind::from(&question.kind),
            label: Words::from(&question.label),
            hint: words(question.hint.as_ref()),
            required: question.required.as_ref().map(|required| ArchivedRequirement {
                condition: source(required.condition.as_ref()),
                message: words(required.message.as_ref()),
            }),
            relevance: source(question.relevance.as_ref()),
            constraint: question.constraint.as_ref().map(|constraint| ArchivedConstraint {
                expression: constraint.expression.source().to_owned(),
                message: words(constraint.message.as_ref()),
            }),
            mirror: question.mirror.as_ref().map(QuestionCode::to_string),
            dimension: question.dimension.clone(),
            profile: question.profile,
        }
    }
}

impl From<&QuestionKind> for ArchivedKind {
    fn from(kind: &QuestionKind) -> ArchivedKind {
        let choice = |scale: &ScaleCode, other: &bool| ArchivedChoice { scale: scale.to_string(), other: *other };
        match kind {
            QuestionKind::Text { long: false } => ArchivedKind::Text,
            QuestionKind::Text { long: true } => ArchivedKind::LongText,
            QuestionKind::Integer => ArchivedKind::Integer,
            QuestionKind::Decimal => ArchivedKind::Decimal,
            QuestionKind::Date => ArchivedKind::Date,
            QuestionKind::Note => ArchivedKind::Note,
            QuestionKind::One { scale, other } => ArchivedKind::One(choice(scale, other)),
            QuestionKind::Many { scale, other } => ArchivedKind::Many(choice(scale, other)),
            QuestionKind::Calculated(expression) => ArchivedKind::Calculated(expression.source().to_owned()),
        }
    }
}

impl Archived {
    fn restore(self) -> Result<Questionnaire, Unreadable> {
        if self.format != FORMAT {
            return Err(Unreadable(format!("format {:?}, known is {FORMAT:?}", self.format)));
        }
        let language = |tag: &String| tag.parse::<Language>().map_err(|_| Unreadable(format!("language {tag:?}")));
        let scales = self.scales.into_iter().map(ArchivedScale::restore).collect::<Result<Vec<_>, _>>()?;
        Ok(Questionnaire {
            code: self.code,
            title: self.title.restore(),
            version: self.version,
            languages: self.languages.iter().map(language).collect::<Result<_, _>>()?,
            introduction: self.introduction.map(Words::restore),
            thanks: self.thanks.map(Words::restore),
            scales: scales.into_iter().map(|scale| (scale.code.clone(), scale)).collect(),
            items: restore_items(self.items)?,
        })
    }
}

impl Words {
    fn restore(self) -> Text {
        Text { bulgarian: self.bg, english: self.en }
    }
}

fn code<C: std::str::FromStr>(text: &str) -> Result<C, Unreadable> {
    text.parse().map_err(|_| Unreadable(format!("code {text:?}")))
}

fn expression(source: &str) -> Result<Expression, Unreadable> {
    Expression::parse(source).map_err(|problem| Unreadable(format!("expression {source:?}: {problem:?}")))
}

fn maybe_expression(source: Option<String>) -> Result<Option<Expression>, Unreadable> {
    source.as_deref().map(expression).transpose()
}

impl ArchivedScale {
    fn restore(self) -> Result<Scale, Unreadable> {
        let options = self.options.into_iter().map(ArchivedOption::restore).collect::<Result<_, _>>()?;
        Ok(Scale { code: code(&self.code)?, options, ordered: self.ordered })
    }
}

impl ArchivedOption {
    fn restore(self) -> Result<ScaleOption, Unreadable> {
        let standing = match (self.value, self.missing) {
            (Some(value), None) => Standing::Value(value),
            (None, None) => Standing::Unordered,
            (None, Some(ArchivedMissing::DontKnow)) => Standing::DontKnow,
            (None, Some(ArchivedMissing::NotApplicable)) => Standing::NotApplicable,
            (Some(_), Some(_)) => return Err(Unreadable(format!("option {:?} with value and missing", self.code))),
        };
        Ok(ScaleOption { code: code(&self.code)?, label: self.label.restore(), standing, exclusive: self.exclusive })
    }
}

/// Goes no deeper than the reader of JSON let it.
fn restore_items(items: Vec<ArchivedItem>) -> Result<Vec<Item>, Unreadable> {
    items
        .into_iter()
        .map(|item| {
            Ok(match item {
                ArchivedItem::Question(question) => Item::Question(question.restore()?),
                ArchivedItem::Group(group) => Item::Group(group.restore()?),
            })
        })
        .collect()
}

impl ArchivedGroup {
    fn restore(self) -> Result<Group, Unreadable> {
        Ok(Group {
            code: code::<GroupCode>(&self.code)?,
            label: self.label.map(Words::restore),
            hint: self.hint.map(Words::restore),
            relevance: maybe_expression(self.relevance)?,
            layout: match self.layout {
                ArchivedLayout::Page => GroupLayout::Page,
                ArchivedLayout::Battery => GroupLayout::Battery,
                ArchivedLayout::Plain => GroupLayout::Plain,
            },
            items: restore_items(self.items)?,
        })
    }
}

impl ArchivedQuestion {
    fn restore(self) -> Result<Question, Unreadable> {
        let required = self.required.map(|required| {
            let condition = maybe_expression(required.condition)?;
            Ok(Requirement { condition, message: required.message.map(Words::restore) })
        });
        let constraint = self.constraint.map(|constraint| {
            let expression = expression(&constraint.expression)?;
            Ok(Constraint { expression, message: constraint.message.map(Words::restore) })
        });
        Ok(Question {
            code: code(&self.code)?,
            label: self.label.restore(),
            hint: self.hint.map(Words::restore),
            kind: self.kind.restore()?,
            required: required.transpose()?,
            relevance: maybe_expression(self.relevance)?,
            constraint: constraint.transpose()?,
            mirror: self.mirror.as_deref().map(code).transpose()?,
            dimension: self.dimension,
            profile: self.profile,
        })
    }
}

impl ArchivedKind {
    fn restore(self) -> Result<QuestionKind, Unreadable> {
        Ok(match self {
            ArchivedKind::Text => QuestionKind::Text { long: false },
            ArchivedKind::LongText => QuestionKind::Text { long: true },
            ArchivedKind::Integer => QuestionKind::Integer,
            ArchivedKind::Decimal => QuestionKind::Decimal,
            ArchivedKind::Date => QuestionKind::Date,
            ArchivedKind::Note => QuestionKind::Note,
            ArchivedKind::One(choice) => QuestionKind::One { scale: code(&choice.scale)?, other: choice.other },
            ArchivedKind::Many(choice) => QuestionKind::Many { scale: code(&choice.scale)?, other: choice.other },
            ArchivedKind::Calculated(source) => QuestionKind::Calculated(expression(&source)?),
        })
    }
}
