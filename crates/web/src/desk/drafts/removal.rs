use super::{
    super::{ImportQuestionnaires, SignedIn},
    change, held, made_on, outline,
    told::item_words,
};
use crate::{Failure, Fields, Frame, Page, Said, Visit};
use app::questionnaire_drafts::{Act, HeldDraft};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use std::collections::BTreeSet;
use survey::{Item, edit};

/// What goes, and what else would say nothing without it.
#[derive(Template)]
#[template(path = "desk/drafts/removal.html")]
pub struct RemovalPage {
    frame: Frame,
    title: Said,
    home: String,
    address: String,
    what: String,
    revision: u64,
    /// How many questions are in it, for a group.
    holds: String,
    needed: Vec<String>,
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    edit::item(&held.questionnaire.items, &item).ok_or(Failure::NotFound)?;
    let title = visit.words.say("drafts-remove-title");
    visit.show(&page(super::frame(&visit, &who, &held, &title), &held, &item))
}

pub async fn remove(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path((draft, item)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let mends = fields.has("mends");
    let code = item.clone();
    let changed = change(&visit, actor, &draft, made_on(&fields), (Act::ItemRemoved, item), move |known| {
        Ok(edit::remove(known, &code, mends)?)
    });
    let to = |_| format!("/desk/drafts/{draft}?done=draft-removed");
    outline::answer(&visit, &who, actor, &draft, changed.await?, to).await
}

fn page(frame: Frame, held: &HeldDraft, item: &str) -> RemovalPage {
    let questionnaire = &held.questionnaire;
    let home = format!("/desk/drafts/{}", held.draft.id);
    let found = edit::item(&questionnaire.items, item);
    let group = found.and_then(Item::group);
    let mut codes = BTreeSet::from([item.to_owned()]);
    codes.extend(group.iter().flat_map(|group| group.questions()).map(|question| question.code.to_string()));
    let needed = edit::dependents(questionnaire, &codes).into_iter().map(|needed| {
        frame.words.tell(
            &format!("drafts-needed-{}", needed.what.code()),
            &[("item", item_words(&frame, questionnaire, &needed.code).into())],
        )
    });
    let holds = group.map(|group| group.questions().count()).unwrap_or(0);
    let holds = i64::try_from(holds).unwrap_or(0);
    RemovalPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&home),
        address: frame.to(&format!("{home}/items/{item}/removal")),
        what: item_words(&frame, questionnaire, item),
        revision: held.draft.revision,
        holds: if holds > 0 { frame.tell("drafts-remove-holds", "n", holds) } else { String::new() },
        needed: needed.collect(),
        frame,
    }
}

impl Page for RemovalPage {
    const NAME: &'static str = "desk-draft-removal";

    fn samples(language: Language) -> Vec<(&'static str, RemovalPage)> {
        let held = super::sample();
        let frame = || super::sample_frame(language, "drafts-remove-title");
        let group = held.questionnaire.items.iter().find_map(Item::group).map(|group| group.code.to_string());
        let first = held.questionnaire.questions().next().map(|question| question.code.to_string());
        vec![
            ("needed", page(frame(), &held, &first.unwrap_or_default())),
            ("group", page(frame(), &held, &group.unwrap_or_default())),
        ]
    }
}
