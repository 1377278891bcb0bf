use super::{
    super::{ImportQuestionnaires, SignedIn, refused},
    change, group, held, made_on, question,
};
use crate::{Asked, Failure, Fields, Visit, parts::FieldErrors};
use app::{
    questionnaire_drafts::{self, Act, GroupForm, HeldDraft, Moved, QuestionForm},
    typed::Typed,
};
use axum::{extract::Path, response::Response};
use base::{Actor, QuestionnaireDraftId};
use survey::{Item, Questionnaire, edit};

/// What a page of an item shows this time.
pub struct Turn<'a> {
    pub held: &'a HeldDraft,
    /// As it is kept, or as it was when the form was made.
    pub item: &'a Item,
    pub questionnaire: &'a Questionnaire,
    pub typed: Typed,
    pub errors: FieldErrors,
    /// Whether somebody else was faster: then what they saved is shown beside.
    pub is_stale: bool,
    pub done: Option<String>,
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    let found = edit::item(&held.questionnaire.items, &item).ok_or(Failure::NotFound)?;
    let turn = Turn {
        held: &held,
        item: found,
        questionnaire: &held.questionnaire,
        typed: typed_of(found, &held.questionnaire),
        errors: FieldErrors::default(),
        is_stale: false,
        done: super::super::done(&visit, &asked),
    };
    show(&visit, &who, turn)
}

pub async fn save(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let made_on = made_on(&fields);
    let (stays, moved) = (fields.text("step") == "stay", Moved::parse(fields.text("move")));
    let mut typed: Typed = fields.0.into_iter().collect();
    let held = held(&visit, actor, &draft).await?;
    let before = before(&visit, actor, &held, made_on, &item).await?;
    let known = edit::item(&before.items, &item).ok_or(Failure::NotFound)?.clone();
    if let Some(moved) = moved {
        typed = moved.apply(typed, &before.languages);
    }
    let read = match &known {
        Item::Question(question) => {
            QuestionForm::read(&typed, question, &before).map(|form| Read::Question(Box::new(form)))
        }
        Item::Group(group) => GroupForm::read(&typed, group, &before).map(|form| Read::Group(Box::new(form))),
    };
    let is_other_kind =
        matches!(&read, Ok(Read::Question(_))) && typed.get("kind") != typed_of(&known, &before).get("kind");
    let saved = match super::told(&visit, read)? {
        Ok(read) => {
            let (code, about) = (item.clone(), typed.get("code").to_owned());
            change(&visit, actor, &draft, made_on, (Act::ItemChanged, about), move |questionnaire| match read {
                Read::Question(form) => form.apply(questionnaire, &code),
                Read::Group(form) => form.apply(questionnaire, &code),
            })
            .await?
        }
        Err(errors) => Err(errors),
    };
    let errors = match saved {
        Ok(_) => {
            let code = typed.get("code");
            let home = format!("/desk/drafts/{draft}");
            return Ok(if stays || is_other_kind || moved.is_some() {
                let anchor = if moved.is_some() { "#options" } else { "" };
                visit.go_to(&format!("{home}/items/{code}?done=draft-saved{anchor}"))
            } else {
                visit.go_to(&format!("{home}#item-{code}"))
            });
        }
        Err(errors) => errors,
    };
    let held = super::held(&visit, actor, &draft).await?;
    let is_stale = held.draft.revision != made_on;
    // Gone meanwhile: what was typed is shown all the same.
    let now = edit::item(&held.questionnaire.items, &item);
    let (found, questionnaire) = now.map_or((&known, &before), |found| (found, &held.questionnaire));
    let turn = Turn { held: &held, item: found, questionnaire, typed, errors, is_stale, done: None };
    Ok(refused(show(&visit, &who, turn)?))
}

enum Read {
    Question(Box<QuestionForm>),
    Group(Box<GroupForm>),
}

/// The questionnaire that the form was made of: the newest, or an earlier one where the item is gone from that.
async fn before(
    visit: &Visit,
    actor: Actor,
    held: &HeldDraft,
    made_on: u64,
    item: &str,
) -> Result<Questionnaire, Failure> {
    if edit::item(&held.questionnaire.items, item).is_some() {
        return Ok(held.questionnaire.clone());
    }
    let id: QuestionnaireDraftId = held.draft.id;
    visit.site.read(move |tx, _| questionnaire_drafts::state_at(tx, actor, id, made_on)).await
}

fn typed_of(item: &Item, questionnaire: &Questionnaire) -> Typed {
    match item {
        Item::Question(question) => QuestionForm::typed(question, questionnaire),
        Item::Group(group) => GroupForm::typed(group, questionnaire),
    }
}

fn show(visit: &Visit, who: &SignedIn, turn: Turn<'_>) -> Result<Response, Failure> {
    let title = super::told::item_words(&visit.frame(""), turn.questionnaire, edit::code_of(turn.item));
    let frame = super::frame(visit, who, turn.held, &title);
    match turn.item {
        Item::Question(_) => visit.show(&question::page(frame, turn)),
        Item::Group(_) => visit.show(&group::page(frame, turn)),
    }
}

/// What is kept of the fields and differs from what was typed: label and value of each.
pub fn newer(frame: &crate::Frame, turn: &Turn<'_>) -> Vec<(String, String)> {
    if !turn.is_stale {
        return Vec::new();
    }
    let kept = typed_of(turn.item, turn.questionnaire);
    let differs =
        kept.fields().filter(|(field, value)| turn.typed.get(field) != *value && !field.starts_with("condition_"));
    let told = differs.filter_map(|(field, value)| {
        let bare = field.rsplit_once('_').map_or(field, |(bare, _)| bare);
        let find = |name: &str| frame.words.find(&format!("drafts-{}", name.replace('_', "-")), &[]);
        let option = field.strip_prefix("option_").map(|_| frame.say("drafts-options"));
        let label = find(field).or_else(|| find(bare)).or(option)?;
        Some((label, if value.is_empty() { frame.say("desk-form-empty") } else { value.to_owned() }))
    });
    told.collect()
}
