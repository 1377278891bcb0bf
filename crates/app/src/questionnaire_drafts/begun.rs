use super::{Act, Trouble};
use crate::{Failure, desk};
use base::{Actor, AudienceId, LanguageTag, Moment, QuestionnaireDraftId, Text};
use store::{QuestionnaireDraft, Revision, Transaction};
use survey::{Audience, Questionnaire, edit, templates};

const MOST_DRAFTS: usize = 20;

/// Begins a draft for an audience, on an empty questionnaire or on whatever it starts from.
///
/// # Errors
/// [`Failure::NotFound`] for those who may not; [`Trouble::TooManyDrafts`].
pub fn begin(
    tx: &mut Transaction,
    actor: Actor,
    audience: AudienceId,
    id: QuestionnaireDraftId,
    questionnaire: &Questionnaire,
    now: Moment,
) -> Result<(), Failure> {
    let tenant = actor.tenant;
    let (project, ..) = desk::audience(tx, tenant, actor, audience)?;
    desk::at_work(actor, &project)?;
    let own = tx.questionnaire_drafts(tenant, audience)?;
    if own.iter().filter(|draft| draft.party == actor.party).count() >= MOST_DRAFTS {
        return Err(Trouble::TooManyDrafts { most: MOST_DRAFTS }.into());
    }
    let draft = QuestionnaireDraft { id, audience, party: actor.party, revision: 1 };
    tx.add_questionnaire_draft(tenant, &draft)?;
    let state = Revision {
        revision: 1,
        act: Act::Begun.code().to_owned(),
        about: String::new(),
        changed_by: actor.person,
        changed_at: now,
    };
    let questionnaire = edit::folded(questionnaire.clone());
    Ok(tx.add_questionnaire_revision(tenant, id, &state, &questionnaire)?)
}

/// Nothing but a title: the audience's name.
pub fn empty(audience: &Audience) -> Questionnaire {
    Questionnaire {
        code: audience.code.clone(),
        title: Text::bulgarian(audience.name.bulgarian.clone()),
        version: None,
        languages: vec![LanguageTag::BULGARIAN],
        introduction: None,
        thanks: None,
        scales: Default::default(),
        items: Vec::new(),
    }
}

/// One of the ready questionnaires.
///
/// # Errors
/// [`Trouble::NoSuchTemplate`].
pub fn from_template(audience: &Audience, template: &str) -> Result<Questionnaire, Failure> {
    let found = templates().iter().find(|known| known.code == template).ok_or(Trouble::NoSuchTemplate)?;
    Ok(Questionnaire { code: audience.code.clone(), ..found.clone() })
}

/// The same questions under the code of another audience's questionnaire.
pub fn new_questions(audience: &Audience, from: &Questionnaire) -> Questionnaire {
    Questionnaire { code: audience.code.clone(), version: None, ..from.clone() }
}
