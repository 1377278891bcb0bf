use super::{
    Archived, ArchivedBounds, ArchivedEarlier, ArchivedFiles, ArchivedForm, ArchivedGroup, ArchivedItem, ArchivedKind,
    ArchivedLayout, ArchivedLook, ArchivedMissing, ArchivedOption, ArchivedQuestion, ArchivedRepeated, ArchivedScale,
    ArchivedWords, FORMAT, Unreadable, Words,
};
use crate::{
    Bounds, ChoiceFilter, Constraint, Earlier, Expression, FileShape, Group, GroupCode, GroupLayout, Item, Look,
    Question, QuestionKind, Questionnaire, Repeated, Requirement, Scale, ScaleOption, Standing, TextForm, TextShape,
    Ticks,
};
use base::{LanguageTag, Text};

impl Archived {
    pub(super) fn restore(self) -> Result<Questionnaire, Unreadable> {
        if self.format != FORMAT {
            return Err(Unreadable(format!("format {:?}, known is {FORMAT:?}", self.format)));
        }
        let scales = self.scales.into_iter().map(ArchivedScale::restore).collect::<Result<Vec<_>, _>>()?;
        Ok(Questionnaire {
            code: self.code,
            title: self.title.restore()?,
            version: self.version,
            languages: self.languages.iter().map(|tag| language(tag)).collect::<Result<_, _>>()?,
            introduction: self.introduction.map(Words::restore).transpose()?,
            thanks: self.thanks.map(Words::restore).transpose()?,
            scales: scales.into_iter().map(|scale| (scale.code.clone(), scale)).collect(),
            items: restore_items(self.items)?,
        })
    }
}

impl Words {
    fn restore(self) -> Result<Text, Unreadable> {
        let further = self.further.into_iter().map(|(tag, words)| Ok((language(&tag)?, words)));
        Ok(Text { bulgarian: self.bg, english: self.en, further: further.collect::<Result<_, _>>()? })
    }
}

fn language(tag: &str) -> Result<LanguageTag, Unreadable> {
    tag.parse().map_err(|_| Unreadable(format!("language {tag:?}")))
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
        Ok(ScaleOption {
            code: code(&self.code)?,
            label: self.label.restore()?,
            standing,
            exclusive: self.exclusive,
            properties: self.properties,
        })
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
            label: self.label.map(Words::restore).transpose()?,
            hint: self.hint.map(Words::restore).transpose()?,
            relevance: maybe_expression(self.relevance)?,
            layout: match self.layout {
                ArchivedLayout::Page => GroupLayout::Page,
                ArchivedLayout::Battery => GroupLayout::Battery,
                ArchivedLayout::Plain => GroupLayout::Plain,
            },
            shuffled: self.shuffled,
            repeated: self.repeated.map(ArchivedRepeated::restore).transpose()?,
            items: restore_items(self.items)?,
        })
    }
}

impl ArchivedRepeated {
    fn restore(self) -> Result<Repeated, Unreadable> {
        let (of, count) = (code(&self.of)?, maybe_expression(self.count)?);
        Ok(Repeated { of, round: self.round, rounds: self.rounds, count })
    }
}

impl ArchivedQuestion {
    fn restore(self) -> Result<Question, Unreadable> {
        let required = self.required.map(|required| {
            let condition = maybe_expression(required.condition)?;
            Ok(Requirement { condition, message: required.message.map(Words::restore).transpose()? })
        });
        let constraint = self.constraint.map(|constraint| {
            let expression = expression(&constraint.expression)?;
            Ok(Constraint { expression, message: constraint.message.map(Words::restore).transpose()? })
        });
        let filter = self.filter.map(|source| {
            ChoiceFilter::parse(&source).map_err(|problem| Unreadable(format!("filter {source:?}: {problem:?}")))
        });
        Ok(Question {
            code: code(&self.code)?,
            label: self.label.restore()?,
            hint: self.hint.map(Words::restore).transpose()?,
            kind: self.kind.restore()?,
            required: required.transpose()?,
            relevance: maybe_expression(self.relevance)?,
            constraint: constraint.transpose()?,
            filter: filter.transpose()?,
            shuffled: self.shuffled,
            mirror: self.mirror.as_deref().map(code).transpose()?,
            earlier: match self.earlier {
                None => Earlier::SameCode,
                Some(ArchivedEarlier::Called(codes)) => {
                    Earlier::Called(codes.iter().map(|earlier| code(earlier)).collect::<Result<_, _>>()?)
                }
                Some(ArchivedEarlier::Changed) => Earlier::Changed,
                Some(ArchivedEarlier::New) => Earlier::New,
            },
            dimension: self.dimension,
            profile: self.profile,
        })
    }
}

impl ArchivedKind {
    fn restore(self) -> Result<QuestionKind, Unreadable> {
        Ok(match self {
            ArchivedKind::Text => QuestionKind::text(false),
            ArchivedKind::LongText => QuestionKind::text(true),
            ArchivedKind::Words(words) => QuestionKind::Text(words.restore()),
            ArchivedKind::Integer => QuestionKind::integer(),
            ArchivedKind::Decimal => QuestionKind::decimal(),
            ArchivedKind::BoundedInteger(bounds) => QuestionKind::Integer(bounds.restore()?),
            ArchivedKind::BoundedDecimal(bounds) => QuestionKind::Decimal(bounds.restore()?),
            ArchivedKind::Date => QuestionKind::Date,
            ArchivedKind::Time => QuestionKind::Time,
            ArchivedKind::Note => QuestionKind::Note,
            ArchivedKind::One(choice) => QuestionKind::One {
                scale: code(&choice.scale)?,
                other: choice.other,
                look: match choice.look {
                    None => Look::List,
                    Some(ArchivedLook::Menu) => Look::Menu,
                    Some(ArchivedLook::Row) => Look::Row,
                    Some(ArchivedLook::Settlements) => Look::Settlements,
                },
            },
            ArchivedKind::Many(choice) => QuestionKind::Many {
                scale: code(&choice.scale)?,
                other: choice.other,
                ticks: Ticks { least: choice.least, most: choice.most },
            },
            ArchivedKind::Ranking(scale) => QuestionKind::Ranking { scale: code(&scale)? },
            ArchivedKind::Consent => QuestionKind::Consent,
            ArchivedKind::Point => QuestionKind::Point,
            ArchivedKind::File(ArchivedFiles { pictures, most }) => {
                if !(1..=FileShape::MOST).contains(&most) {
                    return Err(Unreadable(format!("{most} files")));
                }
                QuestionKind::File(FileShape { pictures, most })
            }
            ArchivedKind::Given => QuestionKind::Given,
            ArchivedKind::Calculated(source) => QuestionKind::Calculated(expression(&source)?),
        })
    }
}

impl ArchivedWords {
    fn restore(self) -> TextShape {
        let form = match self.form {
            None => TextForm::Any,
            Some(ArchivedForm::Email) => TextForm::Email,
            Some(ArchivedForm::Telephone) => TextForm::Telephone,
        };
        TextShape { long: self.long, form, longest: self.longest }
    }
}

impl ArchivedBounds {
    fn restore(self) -> Result<Bounds, Unreadable> {
        let ArchivedBounds { least, most, step, offered } = self;
        if [least, most, step].into_iter().flatten().any(|number| !number.is_finite()) {
            return Err(Unreadable("a bound that is no number".to_owned()));
        }
        Ok(Bounds { least, most, step, offered })
    }
}
