use super::{
    EditRefusal, MOST_QUESTIONS, Place,
    names::{Dependence, dependents, forget, fresh_among, rename, taken},
    settled,
    tree::{code_of, is_repeated, item, parent_of, put, siblings_mut},
};
use crate::{Group, GroupCode, GroupLayout, Item, Question, QuestionCode, QuestionKind, Questionnaire, ScaleCode};
use base::Text;
use std::collections::{BTreeMap, BTreeSet};

/// Puts a new question or group in its place; its scale has to be there already ([`super::take_scale`]).
///
/// # Errors
/// [`EditRefusal::CodeTaken`], [`EditRefusal::TooManyQuestions`], [`EditRefusal::NoSuchScale`]; as for [`move_to`].
pub fn add(mut questionnaire: Questionnaire, place: &Place, new: Item) -> Result<Questionnaire, EditRefusal> {
    let taken = taken(&questionnaire);
    if let Some(code) = codes_in(&new).into_iter().find(|code| taken.contains(code)) {
        return Err(EditRefusal::CodeTaken { code });
    }
    let scales = questions_in(&new).into_iter().filter_map(Question::scale);
    if let Some(scale) = scales.into_iter().find(|scale| !questionnaire.scales.contains_key(scale.as_str())) {
        return Err(EditRefusal::NoSuchScale { code: scale.to_string() });
    }
    if questionnaire.questions().count() + questions_in(&new).len() > MOST_QUESTIONS {
        return Err(EditRefusal::TooManyQuestions { max: MOST_QUESTIONS });
    }
    put(&mut questionnaire, place, new)?;
    Ok(settled(questionnaire))
}

/// Adds a row to a grid, on the scale of the others.
///
/// # Errors
/// [`EditRefusal::NotThere`] for a group that is no grid; as for [`add`].
pub fn add_row(
    questionnaire: Questionnaire,
    grid: &GroupCode,
    code: QuestionCode,
    label: Text,
) -> Result<Questionnaire, EditRefusal> {
    let group = item(&questionnaire.items, grid.as_str()).and_then(Item::group);
    let scale = group.and_then(Group::battery_scale).cloned();
    let scale = scale.ok_or_else(|| EditRefusal::NotThere { code: code.to_string(), group: grid.to_string() })?;
    let row = Question::new(code, label, QuestionKind::one(scale));
    add(questionnaire, &Place::last_in(grid.clone()), Item::Question(row))
}

/// One place towards the beginning; the first of a page goes to the end of the page before.
///
/// # Errors
/// [`EditRefusal::AtTheEdge`], [`EditRefusal::NoSuchItem`], [`EditRefusal::Repeated`].
pub fn move_up(questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, EditRefusal> {
    step(questionnaire, code, false)
}

/// One place towards the end; the last of a page goes to the beginning of the next.
///
/// # Errors
/// As for [`move_up`].
pub fn move_down(questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, EditRefusal> {
    step(questionnaire, code, true)
}

fn step(mut questionnaire: Questionnaire, code: &str, is_down: bool) -> Result<Questionnaire, EditRefusal> {
    let parent = parent_of(&questionnaire, code).ok_or_else(|| EditRefusal::NoSuchItem { code: code.to_owned() })?;
    let parent = parent.map(|group| group.code.clone());
    if is_repeated(&questionnaire, code) {
        return Err(EditRefusal::Repeated { code: code.to_owned() });
    }
    let (list, at) = siblings_mut(&mut questionnaire.items, code).ok_or(EditRefusal::AtTheEdge)?;
    let next = if is_down { at + 1 } else { at.wrapping_sub(1) };
    if next < list.len() {
        list.swap(at, next);
        return Ok(settled(questionnaire));
    }
    let neighbour = neighbour(&questionnaire, parent.as_ref(), is_down).ok_or(EditRefusal::AtTheEdge)?;
    let first = neighbour.items.first().map(|first| code_of(first).to_owned());
    let place = Place { within: Some(neighbour.code.clone()), before: first.filter(|_| is_down) };
    move_to(questionnaire, code, &place)
}

/// The page that what leaves its own goes to.
fn neighbour<'q>(questionnaire: &'q Questionnaire, own: Option<&GroupCode>, is_down: bool) -> Option<&'q Group> {
    let at = questionnaire.items.iter().position(|known| own.is_some_and(|own| code_of(known) == own.as_str()))?;
    let next = if is_down { at.checked_add(1)? } else { at.checked_sub(1)? };
    let group = questionnaire.items.get(next)?.group()?;
    (!group.is_battery() && group.repeated.is_none()).then_some(group)
}

/// To another place. What named it by then may be asked too early: [`crate::shortcomings`] tells.
///
/// # Errors
/// [`EditRefusal::NotThere`], [`EditRefusal::TooDeep`], [`EditRefusal::NoSuchItem`], [`EditRefusal::Repeated`].
pub fn move_to(mut questionnaire: Questionnaire, code: &str, place: &Place) -> Result<Questionnaire, EditRefusal> {
    if is_repeated(&questionnaire, code) {
        return Err(EditRefusal::Repeated { code: code.to_owned() });
    }
    if place.before.as_deref() == Some(code) {
        return Ok(questionnaire);
    }
    let (list, at) = siblings_mut(&mut questionnaire.items, code)
        .ok_or_else(|| EditRefusal::NoSuchItem { code: code.to_owned() })?;
    let moved = list.remove(at);
    put(&mut questionnaire, place, moved)?;
    Ok(settled(questionnaire))
}

/// A copy right behind it, under codes of its own; what is named within the copy is the copy's. Scales are shared.
///
/// # Errors
/// [`EditRefusal::NoSuchItem`], [`EditRefusal::TooManyQuestions`], [`EditRefusal::Repeated`].
pub fn copy(mut questionnaire: Questionnaire, code: &str) -> Result<Questionnaire, EditRefusal> {
    if is_repeated(&questionnaire, code) {
        return Err(EditRefusal::Repeated { code: code.to_owned() });
    }
    let original = item(&questionnaire.items, code).ok_or_else(|| EditRefusal::NoSuchItem { code: code.to_owned() })?;
    if questionnaire.questions().count() + questions_in(original).len() > MOST_QUESTIONS {
        return Err(EditRefusal::TooManyQuestions { max: MOST_QUESTIONS });
    }
    let mut twin = [original.clone()];
    let mut taken = taken(&questionnaire);
    let mut new = BTreeMap::new();
    for code in codes_in(original) {
        let fresh = fresh_among(&taken, &code);
        taken.insert(fresh.clone());
        new.insert(code, fresh);
    }
    recode(&mut twin, &new);
    rename(&mut twin, &new);
    let (list, at) = siblings_mut(&mut questionnaire.items, code).ok_or(EditRefusal::AtTheEdge)?;
    let [twin] = twin;
    list.insert(at + 1, twin);
    Ok(settled(questionnaire))
}

/// Takes a question or a group out. What needs it is told, or mended: conditions and bounds that name it go with it, and in
/// words three dots stand in its place.
///
/// # Errors
/// [`EditRefusal::Needed`] unless `mends`; [`EditRefusal::NeededByCalculation`]; [`EditRefusal::NoSuchItem`].
pub fn remove(mut questionnaire: Questionnaire, code: &str, mends: bool) -> Result<Questionnaire, EditRefusal> {
    let found = item(&questionnaire.items, code).ok_or_else(|| EditRefusal::NoSuchItem { code: code.to_owned() })?;
    let rounds = found.group().and_then(|group| group.repeated.as_ref()).map(|repeated| repeated.of.clone());
    if rounds.is_none() && is_repeated(&questionnaire, code) {
        return Err(EditRefusal::Repeated { code: code.to_owned() });
    }
    // The rounds of a repeat are one thing.
    let is_meant = |known: &Item| match &rounds {
        Some(of) => known.group().and_then(|group| group.repeated.as_ref()).is_some_and(|known| known.of == *of),
        None => code_of(known) == code,
    };
    let (list, _) = siblings_mut(&mut questionnaire.items, code).ok_or(EditRefusal::AtTheEdge)?;
    let codes: BTreeSet<String> = list.iter().filter(|known| is_meant(known)).flat_map(codes_in).collect();
    list.retain(|known| !is_meant(known));
    let needed = dependents(&questionnaire, &codes);
    if let Some(calculation) = needed.iter().find(|needed| needed.what == Dependence::Calculation) {
        return Err(EditRefusal::NeededByCalculation { code: calculation.code.clone() });
    }
    if !needed.is_empty() && !mends {
        return Err(EditRefusal::Needed { by: needed });
    }
    forget(&mut questionnaire.items, &codes);
    Ok(settled(questionnaire))
}

/// The codes of an item and of all that is in it.
pub(super) fn codes_in(item: &Item) -> Vec<String> {
    let mut codes = vec![code_of(item).to_owned()];
    codes.extend(item.group().iter().flat_map(|group| &group.items).flat_map(codes_in));
    codes
}

fn questions_in(item: &Item) -> Vec<&Question> {
    match item {
        Item::Question(question) => vec![question],
        Item::Group(group) => group.questions().collect(),
    }
}

pub(super) fn recode(items: &mut [Item], new: &BTreeMap<String, String>) {
    for item in items {
        match item {
            Item::Question(question) => {
                if let Some(code) = new.get(question.code.as_str()).and_then(|code| QuestionCode::parse(code).ok()) {
                    question.code = code;
                }
            }
            Item::Group(group) => {
                if let Some(code) = new.get(group.code.as_str()).and_then(|code| GroupCode::parse(code).ok()) {
                    group.code = code;
                }
                recode(&mut group.items, new);
            }
        }
    }
}

/// The scale that a grid or a question answers on.
pub(super) fn scale_of(item: &Item) -> Option<&ScaleCode> {
    match item {
        Item::Question(question) => question.scale(),
        Item::Group(group) if group.layout == GroupLayout::Battery => group.battery_scale(),
        Item::Group(_) => None,
    }
}
