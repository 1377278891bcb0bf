use super::{
    EditRefusal,
    names::taken,
    question::within_bounds,
    settled,
    tree::{is_repeated, item_mut},
};
use crate::{Expression, GroupCode, Item, Questionnaire};
use base::Text;

/// What is said of a page, a group or a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupWords {
    pub code: GroupCode,
    pub label: Option<Text>,
    pub hint: Option<Text>,
    pub relevance: Option<Expression>,
    pub shuffled: bool,
}

/// Changes what is said of a group; what stands in it stays.
///
/// # Errors
/// [`EditRefusal::NoSuchItem`], [`EditRefusal::CodeTaken`], [`EditRefusal::TooLong`], [`EditRefusal::Repeated`].
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
    let Some(Item::Group(group)) = item_mut(&mut questionnaire.items, code) else {
        return Err(EditRefusal::NoSuchItem { code: code.to_owned() });
    };
    let GroupWords { code, label, hint, relevance, shuffled } = words;
    (group.code, group.label, group.hint, group.relevance, group.shuffled) = (code, label, hint, relevance, shuffled);
    Ok(settled(questionnaire))
}
