use std::collections::BTreeMap;
use survey::{Item, Piece, Question, QuestionKind, Questionnaire, pieces};

/// What a questionnaire holds, counted.
pub struct Described {
    /// Questions that a person answers.
    pub asked: usize,
    /// Everything by its kind, notes and calculations included.
    pub kinds: BTreeMap<&'static str, usize>,
    pub groups: usize,
    pub logic: BTreeMap<&'static str, usize>,
}

impl Described {
    pub fn of(questionnaire: &Questionnaire) -> Described {
        let mut kinds = BTreeMap::new();
        for question in questionnaire.questions() {
            *kinds.entry(question.kind.name()).or_default() += 1;
        }
        let groups = groups(&questionnaire.items);
        let count = |has: fn(&Question) -> bool| questionnaire.questions().filter(|question| has(question)).count();
        let logic = [
            ("relevance", count(|question| question.relevance.is_some()) + groups.conditions),
            ("constraint", count(|question| question.constraint.is_some())),
            ("required", count(|question| question.required.is_some())),
            ("calculation", count(|question| matches!(question.kind, QuestionKind::Calculated(_)))),
            ("filter", count(|question| question.filter.is_some())),
            ("piping", count(is_piped)),
            ("shuffled", count(|question| question.shuffled) + groups.shuffled),
            ("repeat", groups.repeats),
        ];
        Described {
            asked: questionnaire.questions().filter(|question| question.is_asked()).count(),
            kinds,
            groups: groups.all,
            logic: logic.into_iter().filter(|(_, count)| *count > 0).collect(),
        }
    }
}

#[derive(Default)]
struct Groups {
    all: usize,
    conditions: usize,
    shuffled: usize,
    repeats: usize,
}

fn groups(items: &[Item]) -> Groups {
    let mut found = Groups::default();
    for group in items.iter().filter_map(Item::group) {
        let inner = groups(&group.items);
        found.all += 1 + inner.all;
        found.conditions += usize::from(group.relevance.is_some()) + inner.conditions;
        found.shuffled += usize::from(group.shuffled) + inner.shuffled;
        found.repeats += usize::from(group.repeated.as_ref().is_some_and(|one| one.round == 1)) + inner.repeats;
    }
    found
}

fn is_piped(question: &Question) -> bool {
    pieces(&question.label.bulgarian).iter().any(|piece| matches!(piece, Piece::Answer(_)))
}
