use super::{
    super::{ImportQuestionnaires, SignedIn},
    change, held, made_on, outline,
    told::item_words,
};
use crate::{Failure, Fields, Frame, Page, Said, Visit};
use app::questionnaire_drafts::{Act, HeldDraft};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Language};
use survey::{
    GroupLayout, Item, Questionnaire,
    edit::{self, EditRefusal, Place},
};

/// Where an item is to go: to which page, and before what.
#[derive(Template)]
#[template(path = "desk/drafts/moving.html")]
pub struct MovingPage {
    frame: Frame,
    title: Said,
    home: String,
    address: String,
    what: String,
    revision: u64,
    /// Value and words of each place.
    places: Vec<(String, String)>,
}

type ItemPath = Path<(String, String)>;

pub async fn up(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): ItemPath,
    fields: Fields,
) -> Result<Response, Failure> {
    act(&visit, &who, actor, (&draft, &item), &fields, Act::ItemMoved, edit::move_up).await
}

pub async fn down(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): ItemPath,
    fields: Fields,
) -> Result<Response, Failure> {
    act(&visit, &who, actor, (&draft, &item), &fields, Act::ItemMoved, edit::move_down).await
}

pub async fn copy(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): ItemPath,
    fields: Fields,
) -> Result<Response, Failure> {
    act(&visit, &who, actor, (&draft, &item), &fields, Act::ItemCopied, edit::copy).await
}

/// Does something to the item, and goes back to it in the outline.
async fn act(
    visit: &Visit,
    who: &SignedIn,
    actor: Actor,
    (draft, item): (&str, &str),
    fields: &Fields,
    act: Act,
    edit: impl FnOnce(Questionnaire, &str) -> Result<Questionnaire, EditRefusal> + Send + 'static,
) -> Result<Response, Failure> {
    let code = item.to_owned();
    let changed =
        change(visit, actor, draft, made_on(fields), (act, code.clone()), move |known| Ok(edit(known, &code)?));
    let to = |_| format!("/desk/drafts/{draft}#item-{item}");
    outline::answer(visit, who, actor, draft, changed.await?, to).await
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): ItemPath,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    edit::item(&held.questionnaire.items, &item).ok_or(Failure::NotFound)?;
    let title = visit.words.say("drafts-move-title");
    visit.show(&page(super::frame(&visit, &who, &held, &title), &held, &item))
}

/// `to` is `GROUP:BEFORE`, each empty for none.
pub async fn place(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): ItemPath,
    fields: Fields,
) -> Result<Response, Failure> {
    let (within, before) = fields.text("to").split_once(':').unwrap_or_default();
    let (within, before) = (within.to_owned(), before.to_owned());
    let moved = move |known, code: &str| edit::move_to(known, code, &super::place(&within, &before)?);
    act(&visit, &who, actor, (&draft, &item), &fields, Act::ItemMoved, moved).await
}

fn page(frame: Frame, held: &HeldDraft, item: &str) -> MovingPage {
    let questionnaire = &held.questionnaire;
    let home = format!("/desk/drafts/{}", held.draft.id);
    let mut places = Vec::new();
    if let Some(moved) = edit::item(&questionnaire.items, item) {
        gather(&frame, questionnaire, &questionnaire.items, None, moved, &mut places);
    }
    MovingPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&home),
        address: frame.to(&format!("{home}/items/{item}/place")),
        what: item_words(&frame, questionnaire, item),
        revision: held.draft.revision,
        places,
        frame,
    }
}

/// Every place where the item may stand: before each of its possible neighbours, and at the end of each group.
fn gather(
    frame: &Frame,
    questionnaire: &Questionnaire,
    items: &[Item],
    within: Option<&survey::Group>,
    moved: &Item,
    places: &mut Vec<(String, String)>,
) {
    let fits = may_stand(questionnaire, within, moved);
    let code = within.map(|group| group.code.as_str()).unwrap_or_default();
    for known in items {
        let is_own = edit::code_of(known) == edit::code_of(moved);
        if fits && !is_own {
            let before = item_words(frame, questionnaire, edit::code_of(known));
            places
                .push((format!("{code}:{}", edit::code_of(known)), frame.tell("drafts-place-before", "item", before)));
        }
        if let Some(group) = known.group().filter(|group| !is_own && !group.is_round()) {
            gather(frame, questionnaire, &group.items, Some(group), moved, places);
        }
    }
    if fits {
        let words = match within {
            Some(group) => {
                frame.tell("drafts-place-last-in", "group", item_words(frame, questionnaire, group.code.as_str()))
            }
            None => frame.say("drafts-place-last"),
        };
        places.push((format!("{code}:"), words));
    }
}

fn may_stand(questionnaire: &Questionnaire, within: Option<&survey::Group>, moved: &Item) -> bool {
    let place = Place { within: within.map(|group| group.code.clone()), before: None };
    let is_page = moved.group().is_some_and(|group| group.layout == GroupLayout::Page);
    (!is_page || within.is_none()) && edit::move_to(questionnaire.clone(), edit::code_of(moved), &place).is_ok()
}

impl Page for MovingPage {
    const NAME: &'static str = "desk-draft-moving";

    fn samples(language: Language) -> Vec<(&'static str, MovingPage)> {
        let held = super::sample();
        let first = held.questionnaire.questions().next().map(|question| question.code.to_string());
        let frame = super::sample_frame(language, "drafts-move-title");
        vec![("question", page(frame, &held, &first.unwrap_or_default()))]
    }
}
