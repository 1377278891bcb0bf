//! The frozen version of a questionnaire as canonical JSON: the same questionnaire always gives the same bytes.
//!
//! The types here mirror the model and are private, so that the model can change while old archives stay readable. What
//! a questionnaire does not have is not written, so what came later does not change the bytes of what was there before.

mod restore;

use crate::{
    Bounds, ChoiceFilter, Earlier, Expression, FileShape, Group, GroupLayout, Item, Look, Question, QuestionCode,
    QuestionKind, Questionnaire, Repeated, Scale, ScaleCode, ScaleOption, Standing, TextForm, TextShape, Ticks,
};
use base::{LanguageTag, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Further languages, by their tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    further: BTreeMap<String, String>,
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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    properties: BTreeMap<String, String>,
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
    #[serde(default, skip_serializing_if = "is_false")]
    shuffled: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeated: Option<ArchivedRepeated>,
    items: Vec<ArchivedItem>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedRepeated {
    of: String,
    round: u32,
    rounds: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<String>,
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
    filter: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    shuffled: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mirror: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    earlier: Option<ArchivedEarlier>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dimension: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    profile: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ArchivedEarlier {
    Called(Vec<String>),
    Changed,
    New,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ArchivedKind {
    Text,
    LongText,
    /// Text of which more is said.
    Words(ArchivedWords),
    Integer,
    Decimal,
    /// Numbers of which more is said.
    BoundedInteger(ArchivedBounds),
    BoundedDecimal(ArchivedBounds),
    Date,
    Time,
    Note,
    One(ArchivedChoice),
    Many(ArchivedChoice),
    Ranking(String),
    Consent,
    Point,
    File(ArchivedFiles),
    Given,
    Calculated(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedFiles {
    #[serde(default, skip_serializing_if = "is_false")]
    pictures: bool,
    most: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedWords {
    #[serde(default, skip_serializing_if = "is_false")]
    long: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    form: Option<ArchivedForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    longest: Option<u32>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ArchivedForm {
    Email,
    Telephone,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedBounds {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    step: Option<f64>,
    #[serde(default, skip_serializing_if = "is_false")]
    offered: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ArchivedChoice {
    scale: String,
    #[serde(default, skip_serializing_if = "is_false")]
    other: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    look: Option<ArchivedLook>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most: Option<u32>,
}

#[derive(Serialize, Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ArchivedLook {
    Menu,
    Row,
    Settlements,
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
            languages: questionnaire.languages.iter().map(LanguageTag::to_string).collect(),
            introduction: words(questionnaire.introduction.as_ref()),
            thanks: words(questionnaire.thanks.as_ref()),
            scales: questionnaire.scales.values().map(ArchivedScale::from).collect(),
            items: questionnaire.items.iter().map(ArchivedItem::from).collect(),
        }
    }
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Words {
        let further = text.further.iter().map(|(language, words)| (language.to_string(), words.clone())).collect();
        Words { bg: text.bulgarian.clone(), en: text.english.clone(), further }
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
        ArchivedOption {
            code: option.code.to_string(),
            label,
            value,
            missing,
            exclusive: option.exclusive,
            properties: option.properties.clone(),
        }
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
            shuffled: group.shuffled,
            repeated: group.repeated.as_ref().map(ArchivedRepeated::from),
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
            filter: question.filter.as_ref().map(|filter| ChoiceFilter::source(filter).to_owned()),
            shuffled: question.shuffled,
            mirror: question.mirror.as_ref().map(QuestionCode::to_string),
            earlier: match &question.earlier {
                Earlier::SameCode => None,
                Earlier::Called(codes) => {
                    Some(ArchivedEarlier::Called(codes.iter().map(QuestionCode::to_string).collect()))
                }
                Earlier::Changed => Some(ArchivedEarlier::Changed),
                Earlier::New => Some(ArchivedEarlier::New),
            },
            dimension: question.dimension.clone(),
            profile: question.profile,
        }
    }
}

impl From<&Repeated> for ArchivedRepeated {
    fn from(repeated: &Repeated) -> ArchivedRepeated {
        let Repeated { of, round, rounds, count } = repeated;
        ArchivedRepeated { of: of.to_string(), round: *round, rounds: *rounds, count: source(count.as_ref()) }
    }
}

impl From<TextShape> for ArchivedKind {
    fn from(shape: TextShape) -> ArchivedKind {
        let form = match shape.form {
            TextForm::Any => None,
            TextForm::Email => Some(ArchivedForm::Email),
            TextForm::Telephone => Some(ArchivedForm::Telephone),
        };
        match shape {
            TextShape { long: false, form: TextForm::Any, longest: None } => ArchivedKind::Text,
            TextShape { long: true, form: TextForm::Any, longest: None } => ArchivedKind::LongText,
            TextShape { long, longest, .. } => ArchivedKind::Words(ArchivedWords { long, form, longest }),
        }
    }
}

impl From<&Bounds> for ArchivedBounds {
    fn from(bounds: &Bounds) -> ArchivedBounds {
        let Bounds { least, most, step, offered } = *bounds;
        ArchivedBounds { least, most, step, offered }
    }
}

impl From<&QuestionKind> for ArchivedKind {
    fn from(kind: &QuestionKind) -> ArchivedKind {
        let choice = |scale: &ScaleCode, other: &bool, look, ticks: Ticks| ArchivedChoice {
            scale: scale.to_string(),
            other: *other,
            look,
            least: ticks.least,
            most: ticks.most,
        };
        match kind {
            QuestionKind::Text(shape) => ArchivedKind::from(*shape),
            QuestionKind::Integer(bounds) if *bounds == Bounds::default() => ArchivedKind::Integer,
            QuestionKind::Decimal(bounds) if *bounds == Bounds::default() => ArchivedKind::Decimal,
            QuestionKind::Integer(bounds) => ArchivedKind::BoundedInteger(bounds.into()),
            QuestionKind::Decimal(bounds) => ArchivedKind::BoundedDecimal(bounds.into()),
            QuestionKind::Date => ArchivedKind::Date,
            QuestionKind::Time => ArchivedKind::Time,
            QuestionKind::Note => ArchivedKind::Note,
            QuestionKind::One { scale, other, look } => {
                let look = match look {
                    Look::List => None,
                    Look::Menu => Some(ArchivedLook::Menu),
                    Look::Row => Some(ArchivedLook::Row),
                    Look::Settlements => Some(ArchivedLook::Settlements),
                };
                ArchivedKind::One(choice(scale, other, look, Ticks::default()))
            }
            QuestionKind::Many { scale, other, ticks } => ArchivedKind::Many(choice(scale, other, None, *ticks)),
            QuestionKind::Ranking { scale } => ArchivedKind::Ranking(scale.to_string()),
            QuestionKind::Consent => ArchivedKind::Consent,
            QuestionKind::Point => ArchivedKind::Point,
            QuestionKind::File(FileShape { pictures, most }) => {
                ArchivedKind::File(ArchivedFiles { pictures: *pictures, most: *most })
            }
            QuestionKind::Given => ArchivedKind::Given,
            QuestionKind::Calculated(expression) => ArchivedKind::Calculated(expression.source().to_owned()),
        }
    }
}
