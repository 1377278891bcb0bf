use super::{HeldDraft, Trouble, draft};
use crate::{Failure, fieldwork::adopt_questionnaire};
use base::{Actor, Moment, QuestionnaireDraftId, QuestionnaireId};
use jiff::civil::Date;
use store::Transaction;
use survey::edit;

/// Freezes the draft as the audience's questionnaire, the way an uploaded one is. The draft stays, for the next version.
///
/// # Errors
/// [`Trouble::Stale`], [`Trouble::NotReady`]; as for [`draft`] and [`adopt_questionnaire`].
pub fn publish(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
    made_on: u64,
    version: QuestionnaireId,
    today: Date,
    now: Moment,
) -> Result<HeldDraft, Failure> {
    let held = draft(tx, actor, id)?;
    if held.draft.revision != made_on {
        return Err(Trouble::Stale.into());
    }
    let missing = survey::shortcomings(&held.questionnaire);
    if !missing.is_empty() {
        return Err(Trouble::NotReady { n: missing.len() }.into());
    }
    let questionnaire = edit::unfolded(held.questionnaire.clone())?;
    // The button pressed twice publishes once.
    let current = held.audience.questionnaire;
    let current = current.map(|id| tx.questionnaire_archive(actor.tenant, id)).transpose()?.flatten();
    if current.is_some_and(|current| current == survey::archive::write(&questionnaire)) {
        return Ok(held);
    }
    let audience = held.audience.id;
    adopt_questionnaire(tx, actor.tenant, Some(actor), audience, version, &questionnaire, None, today, now)?;
    Ok(held)
}
