use super::{
    super::{ImportQuestionnaires, SignedIn, done, key, questionnaire},
    held, made_on, outline,
    told::item_words,
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit};
use app::questionnaire_drafts::{self, HeldDraft};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Language, Moment, PersonId, QuestionnaireDraftId};
use store::Revision;

/// Every state of the draft that is kept, each to be looked at and brought back.
#[derive(Template)]
#[template(path = "desk/drafts/history.html")]
pub struct HistoryPage {
    frame: Frame,
    title: Said,
    home: String,
    done: Option<String>,
    revision: u64,
    states: Vec<StateRow>,
}

struct StateRow {
    revision: u64,
    what: String,
    when: String,
    who: String,
    address: String,
    is_newest: bool,
}

pub async fn show(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    let id = held.draft.id;
    let states = visit.site.read(move |tx, _| questionnaire_drafts::revisions(tx, actor, id)).await?;
    let frame = super::frame(&visit, &who, &held, &visit.words.say("drafts-history"));
    visit.show(&HistoryPage { done: done(&visit, &asked), ..page(frame, &held, &states) })
}

/// One earlier state, as respondents would have seen it.
pub async fn state(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, revision)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (id, wanted): (QuestionnaireDraftId, u64) = (key(&draft)?, key(&revision)?);
    let read =
        move |tx: &mut store::Transaction, _: &app::Instance| questionnaire_drafts::revision(tx, actor, id, wanted);
    let (held, questionnaire) = visit.site.read(read).await?;
    visit.show(&questionnaire::state_page(&visit, &who, &held, &questionnaire))
}

pub async fn restore(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id: QuestionnaireDraftId = key(&draft)?;
    let (made_on, wanted, now) = (made_on(&fields), key::<u64>(fields.text("state"))?, visit.now);
    let restore = move |tx: &mut store::Transaction, _: &app::Instance| {
        questionnaire_drafts::restore(tx, actor, id, made_on, wanted, now)
    };
    let restored = super::told(&visit, visit.site.write(restore).await)?;
    let to = |_| format!("/desk/drafts/{draft}?done=draft-restored");
    outline::answer(&visit, &who, actor, &draft, restored, to).await
}

/// Takes the whole draft away.
pub async fn remove(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id: QuestionnaireDraftId = key(&draft)?;
    let made_on = made_on(&fields);
    let remove =
        move |tx: &mut store::Transaction, _: &app::Instance| questionnaire_drafts::remove(tx, actor, id, made_on);
    let removed = super::told(&visit, visit.site.write(remove).await)?;
    let to = |held: HeldDraft| format!("/desk/studies/{}?done=draft-gone", held.study.id);
    outline::answer(&visit, &who, actor, &draft, removed, to).await
}

fn page(frame: Frame, held: &HeldDraft, states: &[(Revision, String)]) -> HistoryPage {
    let home = format!("/desk/drafts/{}", held.draft.id);
    let row = |(state, who): &(Revision, String)| StateRow {
        revision: state.revision,
        what: frame.words.tell(
            &format!("drafts-act-{}", state.act),
            &[("about", item_words(&frame, &held.questionnaire, &state.about).into())],
        ),
        when: super::super::moment::moment(frame.words, state.changed_at),
        who: who.clone(),
        address: frame.to(&format!("{home}/history/{}", state.revision)),
        is_newest: state.revision == held.draft.revision,
    };
    HistoryPage {
        title: frame.said(&held.questionnaire.title),
        home: frame.to(&home),
        done: None,
        revision: held.draft.revision,
        states: states.iter().map(row).collect(),
        frame,
    }
}

impl Page for HistoryPage {
    const NAME: &'static str = "desk-draft-history";

    fn samples(language: Language) -> Vec<(&'static str, HistoryPage)> {
        let state = |revision: u64, act: &str, about: &str| {
            let state = Revision {
                revision,
                act: act.to_owned(),
                about: about.to_owned(),
                changed_by: PersonId(base::Key([9; 16])),
                changed_at: Moment(1_690_459_200_000_000),
            };
            (state, "Мария Петрова".to_owned())
        };
        let states = [state(7, "item-changed", "used"), state(6, "item-added", ""), state(5, "begun", "")];
        vec![("three", page(super::sample_frame(language, "drafts-history"), &super::sample(), &states))]
    }
}
