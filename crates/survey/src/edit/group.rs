use super::{
    EditRefusal,
    names::taken,
    question::within_bounds,
    settled,
    tree::{holds_repeat, is_repeated, item, item_mut, stands_in_repeat},
};
use crate::rounds::MOST_ROUNDS;
use crate::{Expression, GroupCode, Item, Questionnaire, Repeated};
use base::Text;

/// What is said of a page, a group or a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupWords {
    pub code: GroupCode,
    pub label: Option<Text>,
    pub hint: Option<Text>,
    pub relevance: Option<Expression>,
    pub shuffled: bool,
    /// Asked several times.
    pub repeats: Option<Repeats>,
}

/// How often a group is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeats {
    /// At most.
    pub rounds: u32,
    /// As often as an earlier answer says; `None`: each round but the last asks whether there is another.
    pub count: Option<Expression>,
}

/// Changes what is said of a group; what stands in it stays.
///
/// # Errors
/// [`EditRefusal::NoSuchItem`], [`EditRefusal::CodeTaken`], [`EditRefusal::TooLong`], [`EditRefusal::Repeated`],
/// [`EditRefusal::BadRounds`], [`EditRefusal::RepeatWithinRepeat`].
pub fn change_group(
    mut questionnaire: Questionnaire,
    code: &str,
    words: GroupWords,
) -> Result<Questionnaire, EditRefusal> {
    if is_repeated(&questionnaire, code) {
        return Err(EditRefusal::Repeated { code: code.to_owned() });
    }
    if words.code.as_str() != code && taken(&questionnaire).contains(words.code.as_str()) {
        return Err(EditRefusal::CodeTaken { code: words.code.to_string() });
    }
    within_bounds(words.label.as_ref(), "label")?;
    within_bounds(words.hint.as_ref(), "hint")?;
    if let Some(repeats) = &words.repeats {
        if !(2..=MOST_ROUNDS).contains(&repeats.rounds) {
            return Err(EditRefusal::BadRounds { max: MOST_ROUNDS });
        }
        let inner = item(&questionnaire.items, code).and_then(Item::group).map(|group| group.items.as_slice());
        if stands_in_repeat(&questionnaire, code) || inner.unwrap_or_default().iter().any(holds_repeat) {
            return Err(EditRefusal::RepeatWithinRepeat { code: code.to_owned() });
        }
    }
    let Some(Item::Group(group)) = item_mut(&mut questionnaire.items, code) else {
        return Err(EditRefusal::NoSuchItem { code: code.to_owned() });
    };
    let GroupWords { code, label, hint, relevance, shuffled, repeats } = words;
    group.repeated = repeats.map(|Repeats { rounds, count }| Repeated::folded(code.clone(), rounds, count));
    (group.code, group.label, group.hint, group.relevance, group.shuffled) = (code, label, hint, relevance, shuffled);
    Ok(settled(questionnaire))
}
