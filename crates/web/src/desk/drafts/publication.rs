use super::{
    super::{ImportQuestionnaires, SignedIn, key, questionnaire},
    made_on, outline, told,
};
use crate::{Failure, Fields, Visit};
use app::questionnaire_drafts::{self, HeldDraft};
use axum::{extract::Path, response::Response};
use base::{QuestionnaireDraftId, QuestionnaireId};

/// The whole questionnaire once more, before it is frozen.
pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let held = super::held(&visit, actor, &draft).await?;
    if !survey::shortcomings(&held.questionnaire).is_empty() {
        // Nothing to confirm yet; the outline tells what is missing.
        return Ok(visit.go_to(&format!("/desk/drafts/{draft}#ready")));
    }
    let id = held.audience.id;
    let answered = visit.site.read(move |tx, instance| Ok(tx.answers_of(instance.tenant, id)?)).await?;
    visit.show(&questionnaire::draft_page(&visit, &who, &held, answered).await?)
}

pub async fn publish(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id: QuestionnaireDraftId = key(&draft)?;
    let (made_on, now, today, mut chance) = (made_on(&fields), visit.now, visit.today, visit.site.chance());
    let publish = move |tx: &mut store::Transaction, _: &app::Instance| {
        let version = QuestionnaireId::new(&mut *chance);
        questionnaire_drafts::publish(tx, actor, id, made_on, version, today, now)
    };
    let published = told(&visit, visit.site.write(publish).await)?;
    let to = |held: HeldDraft| format!("/desk/studies/{}?done=questionnaire", held.study.id);
    outline::answer(&visit, &who, actor, &draft, published, to).await
}
