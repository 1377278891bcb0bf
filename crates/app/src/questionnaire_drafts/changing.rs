use super::{Act, HeldDraft, Trouble, draft, revision};
use crate::Failure;
use base::{Actor, Moment, QuestionnaireDraftId};
use store::{Revision, Transaction};
use survey::Questionnaire;

/// States of a draft that are kept; the oldest go first.
const MOST_REVISIONS: u64 = 200;
/// Microseconds: five minutes of the clock.
const ONE_STATE_WITHIN: i64 = 5 * 60 * 1_000_000;

/// Changes a draft that nobody changed since revision `made_on`, and tells its newest revision. A change that changes
/// nothing makes none.
///
/// # Errors
/// [`Trouble::Stale`]; what `edit` refuses; as for [`draft`].
pub fn change(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
    made_on: u64,
    (act, about): (Act, &str),
    now: Moment,
    edit: impl FnOnce(Questionnaire) -> Result<Questionnaire, Failure>,
) -> Result<u64, Failure> {
    let HeldDraft { draft: kept, questionnaire, last, .. } = draft(tx, actor, id)?;
    if kept.revision != made_on {
        return Err(Trouble::Stale.into());
    }
    let before = questionnaire.clone();
    let after = edit(questionnaire)?;
    if after == before {
        return Ok(kept.revision);
    }
    let next = advance(tx, actor, id, made_on, (act, about), now, &after)?;
    if goes_on(&last, actor, (act, about), now) {
        tx.remove_questionnaire_revision(actor.tenant, id, made_on)?;
    }
    Ok(next)
}

/// Whether a state goes on with the last one: the same person at the same words within a few minutes, as forms that save
/// themselves make them. One of them is enough to come back to.
fn goes_on(last: &Revision, actor: Actor, (act, about): (Act, &str), now: Moment) -> bool {
    let span = |moment: Moment| moment.0.div_euclid(ONE_STATE_WITHIN);
    act.is_typing()
        && (last.act.as_str(), last.about.as_str()) == (act.code(), about)
        && last.changed_by == actor.person
        && span(last.changed_at) == span(now)
}

fn advance(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
    made_on: u64,
    (act, about): (Act, &str),
    now: Moment,
    questionnaire: &Questionnaire,
) -> Result<u64, Failure> {
    // Of two at the same moment one is told that the other was faster.
    if !tx.advance_questionnaire_draft(actor.tenant, id, made_on)? {
        return Err(Trouble::Stale.into());
    }
    let next = made_on + 1;
    let state = Revision {
        revision: next,
        act: act.code().to_owned(),
        about: about.to_owned(),
        changed_by: actor.person,
        changed_at: now,
    };
    tx.add_questionnaire_revision(actor.tenant, id, &state, questionnaire)?;
    tx.remove_questionnaire_revisions_beyond(actor.tenant, id, MOST_REVISIONS)?;
    Ok(next)
}

/// Brings an earlier state back as the newest; what came between stays among the states.
///
/// # Errors
/// As for [`change`]; [`Failure::NotFound`] for a state that is kept no more.
pub fn restore(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
    made_on: u64,
    wanted: u64,
    now: Moment,
) -> Result<u64, Failure> {
    let (held, questionnaire) = revision(tx, actor, id, wanted)?;
    if held.draft.revision != made_on {
        return Err(Trouble::Stale.into());
    }
    if held.questionnaire == questionnaire {
        return Ok(made_on);
    }
    advance(tx, actor, id, made_on, (Act::Restored, &wanted.to_string()), now, &questionnaire)
}

/// Takes a draft away with all its states; a version that was published of it stays.
///
/// # Errors
/// As for [`draft`]; [`Trouble::Stale`].
pub fn remove(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
    made_on: u64,
) -> Result<HeldDraft, Failure> {
    let held = draft(tx, actor, id)?;
    if held.draft.revision != made_on {
        return Err(Trouble::Stale.into());
    }
    tx.remove_questionnaire_draft(actor.tenant, id)?;
    Ok(held)
}
