use super::{EditRefusal, settled, tree::code_of};
use crate::rounds::{MOST_QUESTIONS, MOST_ROUNDS, Rounds, more_scale, written_once};
use crate::{Group, Item, Question, Questionnaire, Repeated};
use std::collections::BTreeSet;

/// The round of a group that stands for all its rounds.
const ALL: u32 = 0;

impl Repeated {
    /// Whether the group stands for all its rounds, as its author sees it; nobody is asked it like that.
    pub fn is_folded(&self) -> bool {
        self.round == ALL
    }

    /// All rounds of a group with this code.
    pub fn folded(of: crate::GroupCode, rounds: u32, count: Option<crate::Expression>) -> Repeated {
        Repeated { of, round: ALL, rounds, count }
    }
}

impl Group {
    /// Whether it is one round of several: it is changed only together with the others.
    pub fn is_round(&self) -> bool {
        self.repeated.as_ref().is_some_and(|repeated| !repeated.is_folded())
    }
}

/// The questionnaire with what is asked several times standing in it once, so that it can be changed like everything else.
/// Rounds that differ from each other stay as they are.
pub fn folded(mut questionnaire: Questionnaire) -> Questionnaire {
    questionnaire.items = fold(std::mem::take(&mut questionnaire.items));
    settled(questionnaire)
}

fn fold(items: Vec<Item>) -> Vec<Item> {
    let mut folded = Vec::new();
    let mut left = items.as_slice();
    while let Some((item, after)) = left.split_first() {
        left = after;
        match item {
            Item::Question(_) => folded.push(item.clone()),
            Item::Group(group) => match written_once(group, after) {
                Some((once, repeated)) => {
                    let rounds = usize::try_from(repeated.rounds).unwrap_or(0);
                    left = after.get(rounds.saturating_sub(1)..).unwrap_or_default();
                    let all = Repeated::folded(once.code.clone(), repeated.rounds, repeated.count.clone());
                    folded.push(Item::Group(Group { repeated: Some(all), ..once }));
                }
                None => folded.push(Item::Group(Group { items: fold(group.items.clone()), ..group.clone() })),
            },
        }
    }
    folded
}

/// The questionnaire as people are asked it: each round with codes of its own. What is not folded stays as it is.
///
/// # Errors
/// [`EditRefusal::Unrepeatable`] where a code or a condition is too long once it bears the number of a round, where
/// something else has the code already, or where there would be too many questions.
pub fn unfolded(mut questionnaire: Questionnaire) -> Result<Questionnaire, EditRefusal> {
    let mut asks_for_more = false;
    questionnaire.items = unfold(&questionnaire.items, &mut asks_for_more)?;
    if asks_for_more {
        questionnaire.scales.extend(more_scale().map(|scale| (scale.code.clone(), scale)));
    }
    let mut seen = BTreeSet::new();
    match repeated_code(&questionnaire.items, &mut seen) {
        Some(code) => Err(EditRefusal::Unrepeatable { code }),
        None => Ok(questionnaire),
    }
}

fn unfold(items: &[Item], asks_for_more: &mut bool) -> Result<Vec<Item>, EditRefusal> {
    let mut unfolded = Vec::new();
    for item in items {
        match item {
            Item::Question(_) => unfolded.push(item.clone()),
            Item::Group(group) => match group.repeated.as_ref().filter(|repeated| repeated.is_folded()) {
                Some(repeated) => {
                    *asks_for_more |= repeated.count.is_none() && repeated.rounds > 1;
                    unfolded.extend(rounds_of(group, repeated)?.into_iter().map(Item::Group));
                }
                None => {
                    let items = unfold(&group.items, asks_for_more)?;
                    unfolded.push(Item::Group(Group { items, ..group.clone() }));
                }
            },
        }
    }
    Ok(unfolded)
}

fn rounds_of(group: &Group, repeated: &Repeated) -> Result<Vec<Group>, EditRefusal> {
    let refusal = || EditRefusal::Unrepeatable { code: group.code.to_string() };
    let once = Group { repeated: None, ..group.clone() };
    let names: BTreeSet<String> = once.questions().map(|question: &Question| question.code.to_string()).collect();
    let count = usize::try_from(repeated.rounds).unwrap_or(usize::MAX);
    if repeated.rounds > MOST_ROUNDS || names.len().saturating_mul(count) > MOST_QUESTIONS {
        return Err(refusal());
    }
    let rounds = Rounds { group: &once, names, rounds: repeated.rounds, count: repeated.count.clone() };
    rounds.write_out().map_err(|_| refusal())
}

/// The first code that stands twice.
fn repeated_code(items: &[Item], seen: &mut BTreeSet<String>) -> Option<String> {
    items.iter().find_map(|item| {
        let code = code_of(item).to_owned();
        if !seen.insert(code.clone()) {
            return Some(code);
        }
        item.group().and_then(|group| repeated_code(&group.items, seen))
    })
}
