use super::tree::{each_group, each_question};
use crate::{
    ChoiceFilter, Constraint, Expression, Group, Item, Piece, Question, QuestionKind, Questionnaire,
    edit::tree::code_of, pieces, piped,
};
use base::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Something that names a question: without it, it would say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependent {
    /// The question or group that it belongs to.
    pub code: String,
    pub what: Dependence,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dependence {
    /// When it is shown.
    Relevance,
    /// When it must be answered.
    Requirement,
    Constraint,
    Filter,
    Calculation,
    /// The earlier answer stands in its words.
    Words,
}

impl Dependence {
    pub fn code(self) -> &'static str {
        match self {
            Dependence::Relevance => "relevance",
            Dependence::Requirement => "requirement",
            Dependence::Constraint => "constraint",
            Dependence::Filter => "filter",
            Dependence::Calculation => "calculation",
            Dependence::Words => "words",
        }
    }
}

/// A code that nothing has yet: `wanted`, or `wanted` with a number behind it.
pub fn fresh_code(questionnaire: &Questionnaire, wanted: &str) -> String {
    fresh_among(&taken(questionnaire), wanted)
}

pub(super) fn fresh_among(taken: &BTreeSet<String>, wanted: &str) -> String {
    if !taken.contains(wanted) {
        return wanted.to_owned();
    }
    let wanted: String = wanted.chars().take(crate::code::LONGEST - 6).collect();
    let mut number = 2_u32;
    loop {
        let code = format!("{wanted}_{number}");
        if !taken.contains(&code) {
            return code;
        }
        number = number.saturating_add(1);
    }
}

/// Every code in use, and the names of the fields beside „друго“, which nothing else may bear.
pub(super) fn taken(questionnaire: &Questionnaire) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut left: Vec<&Item> = questionnaire.items.iter().collect();
    while let Some(item) = left.pop() {
        all.insert(code_of(item).to_owned());
        match item {
            Item::Question(question) if question.takes_other() => {
                all.insert(question.code.other_field());
            }
            Item::Question(_) => {}
            Item::Group(group) => left.extend(&group.items),
        }
    }
    all
}

/// What names one of these questions, outside of them.
pub fn dependents(questionnaire: &Questionnaire, codes: &BTreeSet<String>) -> Vec<Dependent> {
    let mut found = Vec::new();
    let mut left: Vec<&Item> = questionnaire.items.iter().rev().collect();
    while let Some(item) = left.pop() {
        if codes.contains(code_of(item)) {
            continue;
        }
        let names = match item {
            Item::Question(question) => question_names(question),
            Item::Group(group) => {
                left.extend(group.items.iter().rev());
                group_names(group)
            }
        };
        for (what, names) in names {
            if names.iter().any(|name| is_of(name, codes)) {
                found.push(Dependent { code: code_of(item).to_owned(), what });
            }
        }
    }
    found
}

/// Whether a name means one of the questions, or the words beside its „друго“.
fn is_of(name: &str, codes: &BTreeSet<String>) -> bool {
    codes.contains(name) || name.strip_suffix("_other").is_some_and(|name| codes.contains(name))
}

/// What a question names, by where it does.
pub(crate) fn question_names(question: &Question) -> Vec<(Dependence, Vec<String>)> {
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let own = |names: Vec<&str>| {
        names.into_iter().filter(|name| *name != question.code.as_str()).map(str::to_owned).collect::<Vec<_>>()
    };
    let condition = question.required.as_ref().and_then(|required| required.condition.as_ref());
    let mut names = vec![
        (Dependence::Relevance, question.relevance.as_ref().map(|found| owned(found.names()))),
        (Dependence::Requirement, condition.map(|found| owned(found.names()))),
        (Dependence::Constraint, question.constraint.as_ref().map(|found| own(found.expression.names()))),
        (Dependence::Filter, question.filter.as_ref().map(|found| owned(found.names()))),
        (Dependence::Words, Some(named_in([Some(&question.label), question.hint.as_ref()]))),
    ];
    if let QuestionKind::Calculated(expression) = &question.kind {
        names.push((Dependence::Calculation, Some(owned(expression.names()))));
    }
    names.into_iter().filter_map(|(what, names)| Some((what, names.filter(|names| !names.is_empty())?))).collect()
}

pub(crate) fn group_names(group: &Group) -> Vec<(Dependence, Vec<String>)> {
    let count = group.repeated.as_ref().filter(|repeated| repeated.is_folded()).and_then(|known| known.count.as_ref());
    let conditions = group.relevance.iter().chain(count);
    let relevance = conditions.flat_map(Expression::names).map(str::to_owned).collect::<Vec<_>>();
    let words = named_in([group.label.as_ref(), group.hint.as_ref()]);
    let names = [(Dependence::Relevance, relevance), (Dependence::Words, words)];
    names.into_iter().filter(|(_, names)| !names.is_empty()).collect()
}

pub(crate) fn named_in<'a>(words: impl IntoIterator<Item = Option<&'a Text>>) -> Vec<String> {
    let pieces = words.into_iter().flatten().flat_map(Text::all).flat_map(pieces);
    let names = pieces.filter_map(|piece| match piece {
        Piece::Answer(name) => Some(name.to_owned()),
        Piece::Words(_) => None,
    });
    names.collect()
}

/// Writes other codes in the place of some, wherever they are named.
pub(super) fn rename(items: &mut [Item], new: &BTreeMap<String, String>) {
    let other = |name: &str| {
        let bare = name.strip_suffix("_other").and_then(|name| new.get(name));
        new.get(name).cloned().or_else(|| bare.map(|bare| format!("{bare}_other")))
    };
    let source =
        |source: &str| piped(source, |name| format!("${{{}}}", other(name).unwrap_or_else(|| name.to_owned())));
    // What was understood with one name is understood with another as well.
    let expression = |known: &Expression| Expression::parse(&source(known.source())).unwrap_or_else(|_| known.clone());
    let words = |words: &mut Text| each_language(words, &mut |spoken| *spoken = source(spoken));
    each_question(items, &mut |question| {
        words(&mut question.label);
        question.hint.iter_mut().for_each(words);
        question.relevance = question.relevance.as_ref().map(expression);
        if let Some(required) = &mut question.required {
            required.condition = required.condition.as_ref().map(expression);
        }
        if let Some(constraint) = &mut question.constraint {
            constraint.expression = expression(&constraint.expression);
        }
        question.filter =
            question.filter.take().map(|known| ChoiceFilter::parse(&source(known.source())).unwrap_or(known));
        if let QuestionKind::Calculated(known) = &question.kind {
            question.kind = QuestionKind::Calculated(expression(known));
        }
    });
    each_group(items, &mut |group| {
        group.label.iter_mut().for_each(words);
        group.hint.iter_mut().for_each(words);
        group.relevance = group.relevance.as_ref().map(expression);
        if let Some(repeated) = &mut group.repeated {
            repeated.count = repeated.count.as_ref().map(expression);
        }
    });
}

/// Takes away what names one of the questions; in words three dots stand in their place.
pub(super) fn forget(items: &mut [Item], codes: &BTreeSet<String>) {
    let names = |names: Vec<&str>| names.into_iter().any(|name| is_of(name, codes));
    let words = |words: &mut Text| {
        each_language(words, &mut |spoken| {
            *spoken = piped(spoken, |name| if is_of(name, codes) { "…".to_owned() } else { format!("${{{name}}}") });
        });
    };
    each_question(items, &mut |question| {
        words(&mut question.label);
        question.hint.iter_mut().for_each(words);
        question.relevance.take_if(|known| names(known.names()));
        question.required.take_if(|known| known.condition.as_ref().is_some_and(|known| names(known.names())));
        question.constraint.take_if(|Constraint { expression, .. }| names(expression.names()));
        question.filter.take_if(|known| names(known.names()));
    });
    each_group(items, &mut |group| {
        group.label.iter_mut().for_each(words);
        group.hint.iter_mut().for_each(words);
        group.relevance.take_if(|known| names(known.names()));
        if let Some(repeated) = group.repeated.as_mut().filter(|repeated| repeated.is_folded()) {
            repeated.count.take_if(|known| names(known.names()));
        }
    });
}

pub(super) fn each_language(words: &mut Text, change: &mut impl FnMut(&mut String)) {
    change(&mut words.bulgarian);
    words.english.iter_mut().for_each(&mut *change);
    words.further.values_mut().for_each(change);
}
