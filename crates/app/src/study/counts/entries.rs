use super::Standing;
use std::collections::{BTreeMap, BTreeSet};
use survey::{Answer, Group, Item, Journey, OptionCode, Outcome, Question, QuestionCode, Questionnaire};

/// Who is behind the entries of a question that is asked several times. How often each answer was given in all rounds together is
/// the sum of the counts of the rounds; how many people that were is not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryPeople {
    /// Who gave a substantive answer in any round.
    pub people: u64,
    /// For each option who chose it in any round, in the order of the scale.
    pub choosers: Vec<u64>,
}

impl EntryPeople {
    pub(super) fn add(&mut self, chosen: &BTreeSet<usize>, options: usize) {
        self.people += 1;
        self.choosers.resize(options.max(self.choosers.len()), 0);
        for index in chosen {
            if let Some(count) = self.choosers.get_mut(*index) {
                *count += 1;
            }
        }
    }
}

/// What one person entered for one question in all rounds together.
pub(super) struct Entered {
    pub chosen: BTreeSet<usize>,
    pub options: usize,
}

/// The questions of what is asked several times that this person answered in any round, by the code that their author gave them.
pub(super) fn entered(
    current: &Questionnaire,
    version: &Questionnaire,
    journey: &Journey<'_>,
) -> BTreeMap<QuestionCode, Entered> {
    let mut entered = BTreeMap::new();
    let mut left: Vec<&Group> = current.items.iter().filter_map(Item::group).collect();
    while let Some(group) = left.pop() {
        if group.repeated.is_none() {
            left.extend(group.items.iter().filter_map(Item::group));
            continue;
        }
        for question in group.questions().filter(|question| question.is_asked()) {
            let Some(code) = group.author_code(question) else { continue };
            let asked = if std::ptr::eq(current, version) { Some(question) } else { version.counterpart(question) };
            let Some(Outcome::Answered(answer)) = asked.map(|asked| journey.outcome_of(asked)) else { continue };
            let Some(chosen) = substantive(current, question, answer) else { continue };
            let options = current.scale_of(question).map_or(0, |scale| scale.options.len());
            entered.entry(code).or_insert_with(|| Entered { chosen: BTreeSet::new(), options }).chosen.extend(chosen);
        }
    }
    entered
}

/// The places of what was chosen; `None` where all of it stands outside the base, as „не мога да преценя“ does.
fn substantive(questionnaire: &Questionnaire, question: &Question, answer: &Answer) -> Option<Vec<usize>> {
    let Some(scale) = questionnaire.scale_of(question) else { return Some(Vec::new()) };
    let place = |code: &OptionCode| scale.options.iter().position(|option| option.code == *code);
    let chosen: Vec<usize> = answer.options().iter().filter_map(place).collect();
    let stands = |wanted: Standing| {
        chosen.iter().all(|place| scale.options.get(*place).is_some_and(|option| option.standing == wanted))
    };
    let is_outside = chosen.is_empty() || stands(Standing::DontKnow) || stands(Standing::NotApplicable);
    let is_ranking = matches!(answer, Answer::Ranking(_));
    (is_ranking || !is_outside).then_some(chosen)
}
