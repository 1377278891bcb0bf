use super::{
    Coding, HeldThemes, MOST_LISTS, MOST_THEMES, Trouble, coded_study, event, question_field, typed_list, typed_theme,
};
use crate::Failure;
use base::{Actor, Moment, StudyId, TenantId};
use jiff::civil::Date;
use store::{KeptThemes, ThemeListId, Transaction};
use survey::{Theme, ThemeList};

/// Begins a list for some questions of a study.
///
/// # Errors
/// [`Trouble::QuestionTaken`], [`Trouble::TooManyLists`]; [`Failure::NotFound`] for those who may not.
pub fn begin(
    tx: &mut Transaction,
    actors: &[Actor],
    study: StudyId,
    list: ThemeList,
    today: Date,
    now: Moment,
) -> Result<ThemeListId, Failure> {
    tx.hold_study(actors.first().ok_or(Failure::NotFound)?.tenant, study)?;
    let (by, ..) = coded_study(tx, actors, study)?;
    let others = tx.theme_lists(by.tenant, study)?;
    if others.len() >= MOST_LISTS {
        return Err(Trouble::TooManyLists { most: MOST_LISTS }.into());
    }
    refuse_taken(&others, None, &list)?;
    let id = tx.add_theme_list(by.tenant, study)?;
    tx.advance_theme_list(by.tenant, id, 0, &list, Some(by.person), today)?;
    let kept = KeptThemes { id, revision: 1, list };
    tx.add_event(by.tenant, &event(now, Some(by), "themes.begun", &kept, Vec::new()))?;
    Ok(id)
}

/// Begins a list with its themes, by nobody in particular: what a folder of files says.
///
/// # Errors
/// What cannot be a list.
pub fn begin_from_files(
    tx: &mut Transaction,
    tenant: TenantId,
    study: StudyId,
    list: ThemeList,
    today: Date,
    now: Moment,
) -> Result<KeptThemes, Failure> {
    Coding::of(&list)?;
    let id = tx.add_theme_list(tenant, study)?;
    tx.advance_theme_list(tenant, id, 0, &list, None, today)?;
    let kept = KeptThemes { id, revision: 1, list };
    tx.add_event(tenant, &event(now, None, "themes.begun", &kept, Vec::new()))?;
    Ok(kept)
}

/// Another name, other questions.
///
/// # Errors
/// [`Trouble::QuestionTaken`]; a refusal where somebody changed it since the form was made.
pub fn change_list(
    tx: &mut Transaction,
    held: HeldThemes,
    made_of: &str,
    list: ThemeList,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    typed_list(&held.kept.list).is_still(made_of)?;
    let others = tx.theme_lists(held.by.tenant, held.kept.id.study)?;
    refuse_taken(&others, Some(held.kept.id), &list)?;
    let next = ThemeList { themes: held.kept.list.themes.clone(), ..list };
    keep(tx, held, next, today, now)
}

/// A new theme, or one in the place of `instead`, of which the form was made.
///
/// # Errors
/// [`Trouble::CodeTaken`], [`Trouble::TooManyThemes`]; a refusal where somebody changed it since the form was made.
pub fn put_theme(
    tx: &mut Transaction,
    held: HeldThemes,
    instead: Option<(&str, &str)>,
    theme: Theme,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let mut next = held.kept.list.clone();
    if let Some((code, made_of)) = instead {
        typed_theme(next.theme(code).ok_or(Failure::NotFound)?).is_still(made_of)?;
    }
    let instead = instead.map(|(code, _)| code);
    let is_other = |known: &Theme| Some(known.code.as_str()) != instead;
    if next.themes.iter().any(|known| is_other(known) && known.code == theme.code) {
        return Err(Trouble::CodeTaken { field: "code".to_owned(), code: theme.code.to_string() }.into());
    }
    let is_full = next.themes.len() >= MOST_THEMES;
    match next.themes.iter_mut().find(|known| !is_other(known)) {
        Some(known) => *known = theme,
        None if instead.is_some() => return Err(Failure::NotFound),
        None if is_full => return Err(Trouble::TooManyThemes { most: MOST_THEMES }.into()),
        None => next.themes.push(theme),
    }
    keep(tx, held, next, today, now)
}

/// One more pattern of a theme, as it was proposed.
///
/// # Errors
/// [`Trouble::ThemeUnknown`], [`Trouble::Pattern`].
pub fn add_pattern(
    tx: &mut Transaction,
    held: HeldThemes,
    code: &str,
    pattern: &str,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let mut next = held.kept.list.clone();
    let theme = next.themes.iter_mut().find(|theme| theme.code.as_str() == code).ok_or(Trouble::ThemeUnknown)?;
    if !theme.patterns.iter().any(|known| known == pattern) {
        theme.patterns.push(pattern.to_owned());
    }
    keep(tx, held, next, today, now)
}

/// # Errors
/// [`Failure::NotFound`].
pub fn remove_theme(
    tx: &mut Transaction,
    held: HeldThemes,
    code: &str,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let mut next = held.kept.list.clone();
    next.themes.retain(|theme| theme.code.as_str() != code);
    if next.themes.len() == held.kept.list.themes.len() {
        return Err(Failure::NotFound);
    }
    keep(tx, held, next, today, now)
}

/// All themes of a file in the place of those that there were; what there was stays among the earlier states.
///
/// # Errors
/// [`Trouble::Stale`].
pub fn import(
    tx: &mut Transaction,
    held: HeldThemes,
    themes: Vec<Theme>,
    today: Date,
    now: Moment,
) -> Result<(), Failure> {
    let next = ThemeList { themes, ..held.kept.list.clone() };
    keep(tx, held, next, today, now)
}

/// What changes nothing makes no new state.
fn keep(tx: &mut Transaction, held: HeldThemes, next: ThemeList, today: Date, now: Moment) -> Result<(), Failure> {
    let HeldThemes { by, kept, .. } = held;
    if next == kept.list {
        return Ok(());
    }
    Coding::of(&next)?;
    if !tx.advance_theme_list(by.tenant, kept.id, kept.revision, &next, Some(by.person), today)? {
        return Err(Trouble::Stale.into());
    }
    let themes = ("themes", next.themes.len().to_string());
    let next = KeptThemes { revision: kept.revision + 1, list: next, ..kept };
    Ok(tx.add_event(by.tenant, &event(now, Some(by), "themes.changed", &next, vec![themes]))?)
}

/// One question has one list: what people wrote is counted once.
fn refuse_taken(others: &[KeptThemes], own: Option<ThemeListId>, list: &ThemeList) -> Result<(), Trouble> {
    for other in others.iter().filter(|other| Some(other.id) != own) {
        if let Some(taken) = list.questions.iter().find(|one| other.list.questions.contains(one)) {
            let field = question_field(taken.audience, &taken.question);
            return Err(Trouble::QuestionTaken { field, name: other.list.name.bulgarian.clone() });
        }
    }
    Ok(())
}
