use super::{
    EditRefusal, LONGEST_WORDS,
    names::{rename, taken},
    settled,
    tree::{is_repeated, is_row, item_mut, parent_of},
};
use crate::{Bounds, Item, Question, QuestionKind, Questionnaire, Ticks};
use base::Text;
use std::collections::BTreeMap;

/// Puts a question in the place of the one with this code. Another code is written wherever the old one was named.
///
/// # Errors
/// [`EditRefusal::CodeTaken`], [`EditRefusal::BadBounds`], [`EditRefusal::NotThere`] for a row that would leave its grid,
/// [`EditRefusal::TooLong`], [`EditRefusal::NoSuchItem`], [`EditRefusal::NoSuchScale`], [`EditRefusal::Repeated`].
pub fn change_question(
    mut questionnaire: Questionnaire,
    code: &str,
    new: Question,
) -> Result<Questionnaire, EditRefusal> {
    let no_such = || EditRefusal::NoSuchItem { code: code.to_owned() };
    if is_repeated(&questionnaire, code) {
        return Err(EditRefusal::Repeated { code: code.to_owned() });
    }
    let before = questionnaire.question(code).ok_or_else(no_such)?;
    let is_renamed = new.code.as_str() != code;
    let mut others = taken(&questionnaire);
    others.remove(code);
    others.remove(&before.code.other_field());
    let names = std::iter::once(new.code.to_string()).chain(new.takes_other().then(|| new.code.other_field()));
    if let Some(code) = names.into_iter().find(|name| others.contains(name)) {
        return Err(EditRefusal::CodeTaken { code });
    }
    if let Some(scale) = new.scale().filter(|scale| !questionnaire.scales.contains_key(scale.as_str())) {
        return Err(EditRefusal::NoSuchScale { code: scale.to_string() });
    }
    if let Some(grid) = parent_of(&questionnaire, code).flatten().filter(|group| group.is_battery()) {
        let shared = grid.items.iter().filter_map(Item::question).filter(|row| row.code.as_str() != code);
        let fits = is_row(&new) && shared.into_iter().all(|row| row.scale() == new.scale());
        if !fits {
            return Err(EditRefusal::NotThere { code: code.to_owned(), group: grid.code.to_string() });
        }
    }
    bounded(&new)?;
    let renamed = BTreeMap::from([(code.to_owned(), new.code.to_string())]);
    let Some(Item::Question(known)) = item_mut(&mut questionnaire.items, code) else { return Err(no_such()) };
    *known = new;
    if is_renamed {
        rename(&mut questionnaire.items, &renamed);
    }
    Ok(settled(questionnaire))
}

fn bounded(question: &Question) -> Result<(), EditRefusal> {
    let all = [Some(&question.label), question.hint.as_ref()];
    for (words, field) in all.into_iter().zip(["label", "hint"]) {
        within_bounds(words, field)?;
    }
    let messages = [
        (question.required.as_ref().and_then(|required| required.message.as_ref()), "required_message"),
        (question.constraint.as_ref().and_then(|constraint| constraint.message.as_ref()), "constraint_message"),
    ];
    for (words, field) in messages {
        within_bounds(words, field)?;
    }
    if let QuestionKind::Integer(bounds) | QuestionKind::Decimal(bounds) = &question.kind {
        let Bounds { least, most, step, offered } = *bounds;
        if least.zip(most).is_some_and(|(least, most)| least > most) {
            return Err(EditRefusal::BadBounds { field: "most" });
        }
        if step.is_some_and(|step| step <= 0.0) {
            return Err(EditRefusal::BadBounds { field: "step" });
        }
        if offered && bounds.offers().is_none() {
            return Err(EditRefusal::BadBounds { field: "offered" });
        }
    }
    if let QuestionKind::Many { ticks: Ticks { least, most }, .. } = &question.kind
        && (*most == Some(0) || least.zip(*most).is_some_and(|(least, most)| least > most))
    {
        return Err(EditRefusal::BadBounds { field: "ticks_most" });
    }
    Ok(())
}

pub(super) fn within_bounds(words: Option<&Text>, field: &str) -> Result<(), EditRefusal> {
    let Some(words) = words else { return Ok(()) };
    let spoken = std::iter::once(("bg".to_owned(), &words.bulgarian))
        .chain(words.english.iter().map(|english| ("en".to_owned(), english)))
        .chain(words.further.iter().map(|(tag, words)| (tag.to_string(), words)));
    for (tag, spoken) in spoken {
        let is = spoken.chars().count();
        if is > LONGEST_WORDS {
            return Err(EditRefusal::TooLong { field: format!("{field}_{tag}"), is, max: LONGEST_WORDS });
        }
    }
    Ok(())
}
