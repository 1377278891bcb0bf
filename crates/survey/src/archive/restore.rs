use super::{
    Archived, ArchivedGroup, ArchivedItem, ArchivedKind, ArchivedLayout, ArchivedMissing, ArchivedOption,
    ArchivedQuestion, ArchivedScale, FORMAT, Unreadable, Words,
};
use crate::{
    Constraint, Expression, Group, GroupCode, GroupLayout, Item, Question, QuestionKind, Questionnaire, Requirement,
    Scale, ScaleOption, Standing,
};
use base::{Language, Text};

impl Archived {
    pub(super) fn restore(self) -> Result<Questionnaire, Unreadable> {
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
