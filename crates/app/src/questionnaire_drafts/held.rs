use crate::{Failure, desk};
use base::{Actor, AudienceId, QuestionnaireDraftId};
use outreach::Project;
use store::{QuestionnaireDraft, Revision, Transaction};
use survey::{Audience, Questionnaire, Study, edit};

/// A draft as its newest state, with all that it belongs to.
#[derive(Debug, Clone)]
pub struct HeldDraft {
    pub project: Project,
    pub study: Study,
    pub audience: Audience,
    pub draft: QuestionnaireDraft,
    /// As its author sees it: what is asked several times stands in it once.
    pub questionnaire: Questionnaire,
    /// What the newest state came of.
    pub last: Revision,
    /// The name of who changed it last.
    pub changed_by_name: String,
}

impl HeldDraft {
    /// The same with the questionnaire as people would be asked it, round by round. Where the rounds cannot be written out,
    /// which [`survey::shortcomings`] tells, it stays as it is.
    #[must_use]
    pub fn as_asked(self) -> HeldDraft {
        HeldDraft { questionnaire: as_asked(self.questionnaire), ..self }
    }
}

/// A questionnaire of a draft as people would be asked it.
pub fn as_asked(questionnaire: Questionnaire) -> Questionnaire {
    edit::unfolded(questionnaire.clone()).unwrap_or(questionnaire)
}

/// A draft of the actor's own party, in a project whose work it does.
///
/// # Errors
/// [`Failure::NotFound`], also for the draft of another party.
pub fn draft(tx: &mut Transaction, actor: Actor, id: QuestionnaireDraftId) -> Result<HeldDraft, Failure> {
    let tenant = actor.tenant;
    let draft = tx.questionnaire_draft(tenant, id)?.filter(|draft| draft.party == actor.party);
    let draft = draft.ok_or(Failure::NotFound)?;
    let (project, study, audience) = desk::audience(tx, tenant, actor, draft.audience)?;
    desk::at_work(actor, &project)?;
    let kept = tx.questionnaire_revision(tenant, id, draft.revision)?;
    let (state, questionnaire) = kept.ok_or(Failure::NotFound)?;
    let changed_by_name = tx.person(tenant, state.changed_by)?.map(|person| person.name).unwrap_or_default();
    let questionnaire = edit::folded(questionnaire);
    Ok(HeldDraft { project, study, audience, draft, questionnaire, last: state, changed_by_name })
}

/// The drafts for an audience that the actor's party makes, each with its newest state, the latest changed first.
///
/// # Errors
/// Only faults of the store.
pub fn drafts(
    tx: &mut Transaction,
    actor: Actor,
    audience: AudienceId,
) -> Result<Vec<(QuestionnaireDraft, Revision, Questionnaire)>, Failure> {
    let mut all = Vec::new();
    for draft in tx.questionnaire_drafts(actor.tenant, audience)? {
        if draft.party != actor.party {
            continue;
        }
        let state = tx.questionnaire_revision(actor.tenant, draft.id, draft.revision)?;
        all.extend(state.map(|(state, questionnaire)| (draft, state, questionnaire)));
    }
    all.sort_by_key(|(_, state, _)| std::cmp::Reverse(state.changed_at));
    Ok(all)
}

/// Every state that is kept, the newest first, each with the name of who made it.
///
/// # Errors
/// As for [`draft`].
pub fn revisions(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
) -> Result<Vec<(Revision, String)>, Failure> {
    draft(tx, actor, id)?;
    let mut all = Vec::new();
    for state in tx.questionnaire_revisions(actor.tenant, id)? {
        let name = tx.person(actor.tenant, state.changed_by)?.map(|person| person.name).unwrap_or_default();
        all.push((state, name));
    }
    Ok(all)
}

/// The state that was the newest at `made_on`, or what it was folded into.
///
/// # Errors
/// As for [`revision`].
pub fn state_at(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
    made_on: u64,
) -> Result<Questionnaire, Failure> {
    let kept = tx.questionnaire_revision_from(actor.tenant, id, made_on)?.ok_or(Failure::NotFound)?;
    Ok(revision(tx, actor, id, kept)?.1)
}

/// One earlier state.
///
/// # Errors
/// As for [`draft`]; [`Failure::NotFound`] for a state that is kept no more.
pub fn revision(
    tx: &mut Transaction,
    actor: Actor,
    id: QuestionnaireDraftId,
    revision: u64,
) -> Result<(HeldDraft, Questionnaire), Failure> {
    let held = draft(tx, actor, id)?;
    let (_, questionnaire) = tx.questionnaire_revision(actor.tenant, id, revision)?.ok_or(Failure::NotFound)?;
    Ok((held, edit::folded(questionnaire)))
}
