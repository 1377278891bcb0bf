use super::{DEEPEST, EditRefusal, Place};
use crate::{Group, GroupLayout, Item, Question, QuestionKind, Questionnaire};

/// The code of a question or a group: the two never share one.
pub fn code_of(item: &Item) -> &str {
    match item {
        Item::Question(question) => question.code.as_str(),
        Item::Group(group) => group.code.as_str(),
    }
}

/// The question or group with this code, wherever it stands.
pub fn item<'q>(items: &'q [Item], code: &str) -> Option<&'q Item> {
    items.iter().find_map(|known| if code_of(known) == code { Some(known) } else { item(&known.group()?.items, code) })
}

/// The group around an item; `Some(None)` for what stands on the questionnaire itself.
pub fn parent_of<'q>(questionnaire: &'q Questionnaire, code: &str) -> Option<Option<&'q Group>> {
    fn within<'q>(items: &'q [Item], code: &str, around: Option<&'q Group>) -> Option<Option<&'q Group>> {
        if items.iter().any(|known| code_of(known) == code) {
            return Some(around);
        }
        items.iter().filter_map(Item::group).find_map(|group| within(&group.items, code, Some(group)))
    }
    within(&questionnaire.items, code, None)
}

pub(super) fn item_mut<'q>(items: &'q mut [Item], code: &str) -> Option<&'q mut Item> {
    for known in items {
        if code_of(known) == code {
            return Some(known);
        }
        if let Item::Group(group) = known
            && let Some(found) = item_mut(&mut group.items, code)
        {
            return Some(found);
        }
    }
    None
}

/// The list that an item stands in, with its place.
pub(super) fn siblings_mut<'q>(items: &'q mut Vec<Item>, code: &str) -> Option<(&'q mut Vec<Item>, usize)> {
    if let Some(place) = items.iter().position(|known| code_of(known) == code) {
        return Some((items, place));
    }
    items.iter_mut().find_map(|known| match known {
        Item::Group(group) => siblings_mut(&mut group.items, code),
        Item::Question(_) => None,
    })
}

/// Every question, to be changed.
pub(super) fn each_question(items: &mut [Item], change: &mut impl FnMut(&mut Question)) {
    for known in items {
        match known {
            Item::Question(question) => change(question),
            Item::Group(group) => each_question(&mut group.items, change),
        }
    }
}

/// Every group, the outer before the inner.
pub(super) fn each_group(items: &mut [Item], change: &mut impl FnMut(&mut Group)) {
    for known in items {
        if let Item::Group(group) = known {
            change(group);
            each_group(&mut group.items, change);
        }
    }
}

/// Puts an item in its place, where such an item may stand there.
///
/// # Errors
/// [`EditRefusal::NoSuchItem`], [`EditRefusal::NotThere`], [`EditRefusal::TooDeep`], [`EditRefusal::Repeated`],
/// [`EditRefusal::RepeatWithinRepeat`].
pub(super) fn put(questionnaire: &mut Questionnaire, place: &Place, new: Item) -> Result<(), EditRefusal> {
    if let Some(within) = &place.within {
        let is_inside = stands_in_repeat(questionnaire, within.as_str())
            || item(&questionnaire.items, within.as_str())
                .and_then(Item::group)
                .is_some_and(|group| group.repeated.is_some());
        if is_inside && holds_repeat(&new) {
            return Err(EditRefusal::RepeatWithinRepeat { code: code_of(&new).to_owned() });
        }
        let group = item(&questionnaire.items, within.as_str()).and_then(Item::group);
        let group = group.ok_or_else(|| EditRefusal::NoSuchItem { code: within.to_string() })?;
        may_stand(group, &new)?;
        let depth = depth_of(&questionnaire.items, within.as_str()).unwrap_or(0) + height(&new);
        if depth > DEEPEST {
            return Err(EditRefusal::TooDeep { max: DEEPEST });
        }
    }
    let list = match &place.within {
        None => &mut questionnaire.items,
        Some(within) => match item_mut(&mut questionnaire.items, within.as_str()) {
            Some(Item::Group(group)) => &mut group.items,
            Some(Item::Question(_)) | None => return Err(EditRefusal::NoSuchItem { code: within.to_string() }),
        },
    };
    match &place.before {
        None => list.push(new),
        Some(before) => {
            let at = list.iter().position(|known| code_of(known) == before);
            let at = at.ok_or_else(|| EditRefusal::NoSuchItem { code: before.clone() })?;
            list.insert(at, new);
        }
    }
    Ok(())
}

/// What the layout of a group allows in it.
fn may_stand(group: &Group, new: &Item) -> Result<(), EditRefusal> {
    let not_there = || EditRefusal::NotThere { code: code_of(new).to_owned(), group: group.code.to_string() };
    if group.is_round() {
        return Err(EditRefusal::Repeated { code: group.code.to_string() });
    }
    match new {
        Item::Group(inner) if inner.layout == GroupLayout::Page => Err(not_there()),
        Item::Group(_) if group.is_battery() => Err(not_there()),
        Item::Question(question) if group.is_battery() => {
            let shared = group.battery_scale();
            let fits = is_row(question) && (shared.is_none() || shared == question.scale());
            if fits { Ok(()) } else { Err(not_there()) }
        }
        Item::Group(_) | Item::Question(_) => Ok(()),
    }
}

/// Whether a question can be the row of a grid.
pub(crate) fn is_row(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::One { .. }) && !question.takes_other() && question.filter.is_none()
}

/// How many groups are around what stands in the group, itself counted.
fn depth_of(items: &[Item], code: &str) -> Option<usize> {
    items.iter().filter_map(Item::group).find_map(|group| {
        if group.code.as_str() == code { Some(1) } else { depth_of(&group.items, code).map(|depth| depth + 1) }
    })
}

fn height(item: &Item) -> usize {
    item.group().map_or(0, |group| 1 + group.items.iter().map(height).max().unwrap_or(0))
}

/// Whether the item is asked several times, or something in it.
pub(super) fn holds_repeat(item: &Item) -> bool {
    item.group().is_some_and(|group| group.repeated.is_some() || group.items.iter().any(holds_repeat))
}

/// Whether a group around the item is asked several times.
pub(super) fn stands_in_repeat(questionnaire: &Questionnaire, code: &str) -> bool {
    fn within(items: &[Item], code: &str) -> bool {
        items
            .iter()
            .filter_map(Item::group)
            .any(|group| (group.repeated.is_some() && item(&group.items, code).is_some()) || within(&group.items, code))
    }
    within(&questionnaire.items, code)
}

/// Whether the item is one of several rounds, or stands in one.
pub(super) fn is_repeated(questionnaire: &Questionnaire, code: &str) -> bool {
    fn within(items: &[Item], code: &str) -> bool {
        items.iter().filter_map(Item::group).any(|group| {
            let holds = group.code.as_str() == code || item(&group.items, code).is_some();
            (holds && group.is_round()) || within(&group.items, code)
        })
    }
    within(&questionnaire.items, code)
}
