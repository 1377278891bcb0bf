//! The frozen version of a questionnaire as canonical JSON: the same questionnaire always gives the same bytes.
//!
//! The types here mirror the model and are private, so that the model can change while old archives stay readable.

mod restore;

use crate::{
    Expression, Group, GroupLayout, Item, Question, QuestionCode, QuestionKind, Questionnaire, Scale, ScaleCode,
    ScaleOption, Standing,
};
use base::Text;
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
