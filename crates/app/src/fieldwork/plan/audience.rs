use super::{AudiencePlan, PlanTrouble, study::held_study, trouble::taken};
use crate::{Failure, Refusal, fieldwork::questionnaire::event};
use base::{Actor, AudienceId, Chance, Digests, Event, Moment, StudyId};
use store::Transaction;
use survey::{Audience, Study};

const MOST: usize = 20;

/// What the journal tells of a change: whom the results speak for, and whether a handful's answers may be shown.
const FACTS: [(&str, &str); 13] = [
    ("name", "name-before"),
    ("name_en", "name-english-before"),
    ("code", "code-before"),
    ("token", "token-before"),
    ("collection", "collection-before"),
    ("admission", "admission-before"),
    ("population", "population-before"),
    ("invited", "invited-before"),
    ("limit", "limit-before"),
    ("counts_agreed", "counts-agreed-before"),
    ("plan_online", "plan-online-before"),
    ("plan_paper", "plan-paper-before"),
    ("plan_imported", "plan-imported-before"),
];

/// Adds an audience to the study; its address is drawn by chance where none was typed.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not; [`PlanTrouble::CodeTaken`], [`PlanTrouble::TokenTaken`],
/// [`PlanTrouble::TooManyAudiences`].
pub fn add_audience(
    tx: &mut Transaction,
    actors: &[Actor],
    study: StudyId,
    id: AudienceId,
    plan: AudiencePlan,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let (by, mut study) = held_study(tx, actors, study)?;
    if study.audiences.len() >= MOST {
        return Err(PlanTrouble::TooManyAudiences { most: MOST }.into());
    }
    let facts = vec![("code", plan.code.clone()), ("collection", plan.collection.code().to_owned())];
    let audience = plan.into_audience(id, chance);
    let digests = Digests::first(AudiencePlan::of(&audience).typed().digest());
    study.audiences.push(audience);
    tx.replace_study(by.tenant, &study).map_err(taken)?;
    let added = event(now, Some(by), "audience.added", "audience", id.0, facts);
    Ok(tx.add_event(by.tenant, &Event { digests, ..added })?)
}

/// Changes an audience with care for those who answered.
///
/// # Errors
/// As for [`add_audience`]; a refusal when it was changed meanwhile; [`PlanTrouble::SettledByAnswers`].
pub fn change_audience(
    tx: &mut Transaction,
    actors: &[Actor],
    id: AudienceId,
    plan: AudiencePlan,
    made_of: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let (by, mut study, before) = held_audience(tx, actors, id)?;
    AudiencePlan::of(&before).typed().is_still(made_of)?;
    // An address that was drawn once is not drawn again for an empty field.
    let plan = AudiencePlan { token: plan.token.or_else(|| Some(before.token.clone())), ..plan };
    let next = Audience { questionnaire: before.questionnaire, ..plan.into_audience(id, chance) };
    if next == before {
        return Ok(());
    }
    let settled = [
        ("code", next.code != before.code),
        ("token", next.token != before.token),
        ("collection", next.collection != before.collection),
    ];
    let changed = settled.into_iter().filter(|(_, differs)| *differs);
    let troubles: Vec<Refusal> = changed.map(|(field, _)| PlanTrouble::SettledByAnswers { field }.into()).collect();
    if !troubles.is_empty() && tx.answers_of(by.tenant, id)? > 0 {
        return Err(Failure::Refused(troubles));
    }
    let mut facts = vec![("code", next.code.clone()), ("planned", next.planned().to_string())];
    let (was, is) = (AudiencePlan::of(&before).typed(), AudiencePlan::of(&next).typed());
    facts.extend(was.facts_before(&is, &FACTS));
    let digests = Digests::change(was.digest(), is.digest());
    study.audiences.iter_mut().filter(|known| known.id == id).for_each(|known| *known = next.clone());
    tx.replace_study(by.tenant, &study).map_err(taken)?;
    let changed = event(now, Some(by), "audience.changed", "audience", id.0, facts);
    Ok(tx.add_event(by.tenant, &Event { digests, ..changed })?)
}

/// Takes an audience out of the study while nobody can have answered.
///
/// # Errors
/// [`PlanTrouble::AudienceAsked`], [`PlanTrouble::AudienceDrafted`]; [`Failure::NotFound`] for those who may not.
pub fn remove_audience(tx: &mut Transaction, actors: &[Actor], id: AudienceId, now: Moment) -> Result<(), Failure> {
    let (by, mut study, before) = held_audience(tx, actors, id)?;
    if before.questionnaire.is_some() {
        return Err(PlanTrouble::AudienceAsked.into());
    }
    if !tx.questionnaire_drafts(by.tenant, id)?.is_empty() {
        return Err(PlanTrouble::AudienceDrafted.into());
    }
    study.audiences.retain(|known| known.id != id);
    tx.replace_study(by.tenant, &study).map_err(taken)?;
    let facts = vec![("code", before.code)];
    Ok(tx.add_event(by.tenant, &event(now, Some(by), "audience.removed", "study", study.id.0, facts))?)
}

pub(in crate::fieldwork) fn held_audience(
    tx: &mut Transaction,
    actors: &[Actor],
    id: AudienceId,
) -> Result<(Actor, Study, Audience), Failure> {
    let tenant = actors.first().ok_or(Failure::NotFound)?.tenant;
    let study = tx.study_of(tenant, id)?.ok_or(Failure::NotFound)?.id;
    // Held before it is read: neither an answer nor a questionnaire comes in between.
    tx.hold_audience(tenant, id)?;
    let (by, study) = held_study(tx, actors, study)?;
    let audience = study.audiences.iter().find(|known| known.id == id).cloned().ok_or(Failure::NotFound)?;
    Ok((by, study, audience))
}
