use super::{
    super::{ImportQuestionnaires, SignedIn, refused},
    change, held, made_on,
    told::item_words,
    words::{WordsFields, words_fields},
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Said, Visit,
    desk::form::{self, Field, FieldKind},
    parts::FieldErrors,
};
use app::{
    questionnaire_drafts::{Act, HeldDraft, ItemForm, KindCode},
    typed::Typed,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use std::sync::{Arc, Mutex};
use survey::{Item, edit};

/// Something new: its words, its kind, and for a choice the answers.
#[derive(Template)]
#[template(path = "desk/drafts/adding.html")]
pub struct AddingPage {
    frame: Frame,
    title: Said,
    home: String,
    heading: String,
    lede: String,
    revision: u64,
    errors: FieldErrors,
    within: String,
    before: String,
    /// A page and a group are all that they are; of a question the kind is chosen.
    kind: Option<Field>,
    fixed_kind: String,
    label: WordsFields,
    options: Option<Field>,
    scale: Option<Field>,
    rows: Option<Field>,
}

pub async fn ask(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?;
    let mut typed: Typed = asked.0.0.into_iter().collect();
    if typed.get("kind").is_empty() {
        typed = typed.with("kind", KindCode::One.code());
    }
    let frame = super::frame(&visit, &who, &held, &visit.words.say("drafts-add-question"));
    visit.show(&page(frame, &held, &typed, FieldErrors::default()))
}

pub async fn add(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    who: SignedIn,
    Path(draft): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let made_on = made_on(&fields);
    let typed: Typed = fields.0.into_iter().collect();
    let sent = typed.clone();
    // What it was called is known only once it is there.
    let called = Arc::new(Mutex::new(String::new()));
    let new = called.clone();
    let changed = change(
        &visit,
        actor,
        &draft,
        made_on,
        (Act::ItemAdded, typed.get("label_bg").chars().take(60).collect()),
        move |known| {
            let (known, code) = ItemForm::read(&sent, &known)?.apply(known)?;
            if let Ok(mut called) = new.lock() {
                *called = code;
            }
            Ok(known)
        },
    );
    match changed.await? {
        Ok(_) => {
            let code = called.lock().map(|code| code.clone()).unwrap_or_default();
            Ok(visit.go_to(&format!("/desk/drafts/{draft}#item-{code}")))
        }
        Err(errors) => {
            let held = held(&visit, actor, &draft).await?;
            let frame = super::frame(&visit, &who, &held, &visit.words.say("drafts-add-question"));
            Ok(refused(visit.show(&page(frame, &held, &typed, errors))?))
        }
    }
}

fn page(frame: Frame, held: &HeldDraft, typed: &Typed, errors: FieldErrors) -> AddingPage {
    let questionnaire = &held.questionnaire;
    let kind = typed.get("kind");
    let is_container = matches!(kind, "page" | "group");
    let within = typed.get("within");
    let around = edit::item(&questionnaire.items, within).and_then(Item::group);
    let is_row = around.is_some_and(survey::Group::is_battery);
    let form = form::Fields::of(&frame, "drafts", typed);
    let kinds = KindCode::ALL.into_iter().map(KindCode::code).chain(["grid"]);
    let say = |code: &str| (code.to_owned(), frame.say(&format!("drafts-kind-{code}")));
    let language = frame.words.language();
    let scales = edit::ready_scales().into_iter().map(|scale| {
        let labels: Vec<&str> = scale.options.iter().map(|option| option.label.say(language)).collect();
        (format!("ready:{}", scale.code), super::told::short(&labels.join(" / ")))
    });
    let none = std::iter::once((String::new(), frame.say("drafts-scale-typed")));
    let is_free = !is_container && !is_row;
    let heading = match kind {
        "page" => "drafts-add-page",
        "group" => "drafts-add-group",
        _ if is_row => "drafts-add-row",
        _ => "drafts-add-question",
    };
    AddingPage {
        title: frame.said(&questionnaire.title),
        home: frame.to(&format!("/desk/drafts/{}", held.draft.id)),
        heading: frame.say(heading),
        lede: around.map(|group| item_words(&frame, questionnaire, group.code.as_str())).unwrap_or_default(),
        revision: held.draft.revision,
        within: within.to_owned(),
        before: typed.get("before").to_owned(),
        kind: is_free.then(|| form.select("kind", kinds.map(say))),
        fixed_kind: if is_row { KindCode::One.code().to_owned() } else { kind.to_owned() },
        label: words_fields(
            &frame,
            if is_container { "drafts-heading" } else { "drafts-label" },
            "label",
            if is_container { 1 } else { 2 },
            typed,
            questionnaire,
            &errors,
        ),
        options: is_free.then(|| form.area("options", 5)),
        scale: is_free.then(|| form.select("scale", none.chain(scales))),
        rows: is_free.then(|| form.area("rows", 3)),
        errors,
        frame,
    }
}

impl Page for AddingPage {
    const NAME: &'static str = "desk-draft-adding";

    fn samples(language: Language) -> Vec<(&'static str, AddingPage)> {
        let held = super::sample();
        let show = |kind: &str| {
            let typed = Typed::default().with("kind", kind);
            page(super::sample_frame(language, "drafts-add-question"), &held, &typed, FieldErrors::default())
        };
        vec![("question", show("one")), ("page", show("page"))]
    }
}
