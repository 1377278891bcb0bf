use super::Rounds;
use crate::{
    ChoiceFilter, Constraint, Earlier, Expression, Group, GroupCode, GroupLayout, Item, Question, QuestionCode,
    QuestionKind, Repeated, Requirement,
};
use base::Text;
use std::collections::BTreeSet;

/// What was asked several times as its author wrote it once: found from the first round, and only where writing it out
/// comes to exactly these rounds again.
pub(crate) fn written_once<'a>(first: &'a Group, after: &[Item]) -> Option<(Group, &'a Repeated)> {
    let repeated = first.repeated.as_ref().filter(|repeated| repeated.round == 1)?;
    let bare = without_more(first, repeated)?;
    let names: BTreeSet<String> =
        bare.questions().filter_map(|question| base_of(question.code.as_str())).map(str::to_owned).collect();
    let once = Once { names: &names }.group(&Group { relevance: None, ..bare })?;
    let once = Group { relevance: original_relevance(first, repeated)?, repeated: None, ..once };
    let all = Rounds { group: &once, names, rounds: repeated.rounds, count: repeated.count.clone() };
    let rounds = all.write_out().ok()?;
    let given = after.iter().map(Item::group);
    let given = std::iter::once(Some(first)).chain(given).take(rounds.len());
    rounds.iter().map(Some).eq(given).then_some((once, repeated))
}

fn base_of(name: &str) -> Option<&str> {
    name.strip_suffix(".1")
}

/// The first round without the question whether there is another.
fn without_more(first: &Group, repeated: &Repeated) -> Option<Group> {
    let mut group = first.clone();
    if repeated.count.is_some() || repeated.rounds <= 1 {
        return Some(group);
    }
    let more = group.items.pop()?;
    let is_more = more.question().is_some_and(|more| more.code.as_str() == format!("{}.1.more", repeated.of));
    if !is_more {
        return None;
    }
    let wrapped = format!("{}.rows", first.code);
    if let [Item::Group(rows)] = group.items.as_slice()
        && rows.code.as_str() == wrapped
    {
        (group.layout, group.items) = (GroupLayout::Battery, rows.items.clone());
    }
    Some(group)
}

/// The condition that stood at the repeat itself, before the count joined it.
fn original_relevance(first: &Group, repeated: &Repeated) -> Option<Option<Expression>> {
    let Some(relevance) = &first.relevance else { return Some(None) };
    let mut source = relevance.source();
    if let Some(count) = &repeated.count {
        let counted = format!("({}) >= 1", count.source());
        source = source.strip_suffix(counted.as_str())?;
        source = source.strip_suffix(" and ").unwrap_or(source);
    }
    if source.is_empty() {
        return Some(None);
    }
    let own = source.strip_prefix('(')?.strip_suffix(')')?;
    Expression::parse(own).ok().map(Some)
}

/// Takes the number of the round off every name of the round.
struct Once<'a> {
    names: &'a BTreeSet<String>,
}

impl Once<'_> {
    fn group(&self, group: &Group) -> Option<Group> {
        let items = group.items.iter().map(|item| {
            Some(match item {
                Item::Question(question) => Item::Question(self.question(question)?),
                Item::Group(inner) => Item::Group(self.group(inner)?),
            })
        });
        Some(Group {
            code: GroupCode::parse(base_of(group.code.as_str())?).ok()?,
            label: group.label.as_ref().map(|label| self.words(label)),
            hint: group.hint.as_ref().map(|hint| self.words(hint)),
            relevance: self.expression(group.relevance.as_ref())?,
            items: items.collect::<Option<_>>()?,
            ..group.clone()
        })
    }

    fn question(&self, question: &Question) -> Option<Question> {
        let code = |code: &QuestionCode| QuestionCode::parse(base_of(code.as_str())?).ok();
        let requirement = |given: &Requirement| {
            let condition = self.expression(given.condition.as_ref())?;
            Some(Requirement { condition, message: given.message.clone() })
        };
        let constraint = |given: &Constraint| {
            let expression = Expression::parse(&self.source(given.expression.source())).ok()?;
            Some(Constraint { expression, message: given.message.clone() })
        };
        let filter = |given: &ChoiceFilter| ChoiceFilter::parse(&self.source(given.source())).ok();
        Some(Question {
            code: code(&question.code)?,
            label: self.words(&question.label),
            hint: question.hint.as_ref().map(|hint| self.words(hint)),
            kind: if let QuestionKind::Calculated(expression) = &question.kind {
                QuestionKind::Calculated(Expression::parse(&self.source(expression.source())).ok()?)
            } else {
                question.kind.clone()
            },
            required: each(question.required.as_ref(), requirement)?,
            relevance: self.expression(question.relevance.as_ref())?,
            constraint: each(question.constraint.as_ref(), constraint)?,
            filter: each(question.filter.as_ref(), filter)?,
            mirror: each(question.mirror.as_ref(), code)?,
            earlier: if let Earlier::Called(codes) = &question.earlier {
                Earlier::Called(codes.iter().map(code).collect::<Option<_>>()?)
            } else {
                question.earlier.clone()
            },
            ..question.clone()
        })
    }

    fn expression(&self, expression: Option<&Expression>) -> Option<Option<Expression>> {
        each(expression, |expression| Expression::parse(&self.source(expression.source())).ok())
    }

    fn words(&self, words: &Text) -> Text {
        words.map(|words| self.source(words))
    }

    fn source(&self, source: &str) -> String {
        crate::piped(source, |name| {
            let known = |name: &str| base_of(name).filter(|name| self.names.contains(*name)).map(str::to_owned);
            let other = || name.strip_suffix("_other").and_then(known).map(|name| format!("{name}_other"));
            let once = known(name).or_else(other).unwrap_or_else(|| name.to_owned());
            format!("${{{once}}}")
        })
    }
}

/// `None` only where there was something and it came to nothing.
fn each<T, U>(given: Option<&T>, make: impl Fn(&T) -> Option<U>) -> Option<Option<U>> {
    match given {
        Some(given) => make(given).map(Some),
        None => Some(None),
    }
}
