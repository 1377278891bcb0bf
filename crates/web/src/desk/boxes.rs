//! A box of paper cards: its protocol, and how far the entry is.

use super::{EnterCards, SignedIn, key, questionnaire::place};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, parts::FieldErrors};
use app::{
    desk,
    fieldwork::{self, BatchStanding, TypedProtocol},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{BatchId, Language};
use outreach::Project;
use survey::Study;

/// The form of the protocol: for a new box, and to put one right.
#[derive(Template)]
#[template(path = "desk/protocol_form.html")]
pub struct ProtocolForm {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    heading: String,
    button: String,
    action: String,
    errors: FieldErrors,
    typed: TypedProtocol,
}

/// The protocol with what came of the box; also for printing and signing.
#[derive(Template)]
#[template(path = "desk/box.html")]
pub struct BoxPage {
    frame: Frame,
    study: Said,
    study_address: String,
    audience: Said,
    project: Said,
    done: Option<String>,
    opened_on: String,
    opened_by: String,
    note: String,
    cards: String,
    entered: String,
    invalid: String,
    left: u64,
    /// What is left, or that all agrees.
    balance: String,
    address: String,
}

pub async fn ask(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let typed =
        TypedProtocol { opened_on: visit.words.date(visit.today), invalid: "0".to_owned(), ..TypedProtocol::default() };
    visit.show(&new_form(&visit, &who, &place.project, &place.study, &place.audience, typed, FieldErrors::default()))
}

fn new_form(
    visit: &Visit,
    who: &SignedIn,
    project: &Project,
    study: &Study,
    audience: &survey::Audience,
    typed: TypedProtocol,
    errors: FieldErrors,
) -> ProtocolForm {
    let heading = visit.words.say("desk-box-new");
    let frame = super::frame_of(visit, who, project, &heading);
    ProtocolForm {
        study: frame.said(&study.title),
        study_address: frame.to(&format!("/desk/studies/{}", study.id)),
        audience: frame.said(&audience.name),
        heading,
        button: frame.say("desk-box-open"),
        action: frame.to(&format!("/desk/audiences/{}/boxes", audience.id)),
        errors,
        typed,
        frame,
    }
}

fn typed(fields: &Fields) -> TypedProtocol {
    let text = |name| fields.text(name).to_owned();
    TypedProtocol {
        opened_by: text("opened_by"),
        opened_on: text("opened_on"),
        cards: text("cards"),
        invalid: text("invalid"),
        note: text("note"),
    }
}

pub async fn open(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(audience): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place(&visit, actor, key(&audience)?).await?;
    let typed = typed(&fields);
    let (now, mut chance) = (visit.now, visit.site.chance());
    let opened = match typed.read(place.study.fieldwork, visit.today) {
        Ok(protocol) => {
            let audience = place.audience.clone();
            let open = move |tx: &mut store::Transaction, _: &app::Instance| {
                let id = BatchId::new(&mut *chance);
                fieldwork::open_batch(tx, actor, &audience, id, protocol, now).map(|()| id)
            };
            visit.site.write(open).await
        }
        Err(failure) => Err(failure),
    };
    match opened.map_err(Failure::from) {
        Ok(id) => Ok(visit.go_to(&format!("/desk/boxes/{id}/cards/new?done=box"))),
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            let page = new_form(&visit, &who, &place.project, &place.study, &place.audience, typed, errors);
            Ok(super::refused(visit.show(&page)?))
        }
        Err(failure) => Err(failure),
    }
}

pub async fn correct(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(batch): Path<String>,
) -> Result<Response, Failure> {
    let (project, study, audience, standing) = found(&visit, actor, key(&batch)?).await?;
    let batch = &standing.batch;
    let typed = TypedProtocol {
        opened_by: batch.opened_by.clone(),
        opened_on: visit.words.date(batch.opened_on),
        cards: batch.cards.to_string(),
        invalid: batch.invalid.to_string(),
        note: batch.note.clone(),
    };
    let form = new_form(&visit, &who, &project, &study, &audience, typed, FieldErrors::default());
    visit.show(&correcting(&visit, form, batch.id))
}

fn correcting(visit: &Visit, form: ProtocolForm, id: BatchId) -> ProtocolForm {
    ProtocolForm {
        heading: visit.words.say("desk-box-correct"),
        button: visit.words.say("desk-box-save"),
        action: visit.address(&format!("/desk/boxes/{id}/protocol")),
        ..form
    }
}

pub async fn save(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(batch): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let (project, study, audience, standing) = found(&visit, actor, key(&batch)?).await?;
    let typed = typed(&fields);
    let (id, now) = (standing.batch.id, visit.now);
    let saved = match typed.read(study.fieldwork, visit.today) {
        Ok(protocol) => visit.site.write(move |tx, _| fieldwork::correct_protocol(tx, actor, id, protocol, now)).await,
        Err(failure) => Err(failure),
    };
    match saved.map_err(Failure::from) {
        Ok(()) => Ok(visit.go_to(&format!("/desk/boxes/{id}?done=protocol"))),
        Err(Failure::Refused(refusals)) => {
            let errors = super::form_errors(visit.words, &refusals);
            let form = new_form(&visit, &who, &project, &study, &audience, typed, errors);
            Ok(super::refused(visit.show(&correcting(&visit, form, id))?))
        }
        Err(failure) => Err(failure),
    }
}

pub async fn found(
    visit: &Visit,
    actor: base::Actor,
    id: BatchId,
) -> Result<(Project, Study, survey::Audience, BatchStanding), Failure> {
    let found = visit.site.read(move |tx, instance| desk::batch(tx, instance.tenant, actor, id)).await?;
    desk::at_work(actor, &found.0)?;
    Ok(found)
}

pub async fn show(
    EnterCards(actor): EnterCards,
    visit: Visit,
    who: SignedIn,
    Path(batch): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (project, study, audience, standing) = found(&visit, actor, key(&batch)?).await?;
    let frame = super::frame_of(&visit, &who, &project, &visit.words.say("desk-box-title"));
    let words = visit.words;
    let done = super::done(&visit, &asked);
    let (project, study_address) = (frame.said(&project.title), frame.to(&format!("/desk/studies/{}", study.id)));
    let left = standing.left();
    let page = BoxPage {
        study: frame.said(&study.title),
        study_address,
        audience: frame.said(&audience.name),
        project,
        done,
        opened_on: words.long_date(standing.batch.opened_on),
        opened_by: standing.batch.opened_by.clone(),
        note: standing.batch.note.clone(),
        cards: words.whole(standing.batch.cards.into()),
        entered: words.whole(standing.entered),
        invalid: words.whole(standing.batch.invalid.into()),
        left,
        balance: balance(&frame, left),
        address: frame.to(&format!("/desk/boxes/{}", standing.batch.id)),
        frame,
    };
    visit.show(&page)
}

fn balance(frame: &Frame, left: u64) -> String {
    if left == 0 {
        frame.say("desk-box-agrees")
    } else {
        frame.tell("desk-box-differs", "n", i64::try_from(left).unwrap_or(i64::MAX))
    }
}

impl Page for ProtocolForm {
    const NAME: &'static str = "desk-protocol-form";

    fn samples(language: Language) -> Vec<(&'static str, ProtocolForm)> {
        let words = app::Words::new(language);
        let form = |errors, typed| ProtocolForm {
            frame: super::sample_frame(language, "/desk/audiences/a/boxes/new", "desk-box-new"),
            study: Said::here("Участие и обслужване, 2023 г."),
            study_address: "/desk/studies/a".to_owned(),
            audience: Said::here("Граждани"),
            heading: words.say("desk-box-new"),
            button: words.say("desk-box-open"),
            action: "/desk/audiences/a/boxes".to_owned(),
            errors,
            typed,
        };
        let typed = TypedProtocol {
            opened_by: String::new(),
            opened_on: "27.07.2023".to_owned(),
            cards: "12".to_owned(),
            invalid: "13".to_owned(),
            note: String::new(),
        };
        let refusals: Vec<std::sync::Arc<dyn base::Explain + Send + Sync>> = vec![
            std::sync::Arc::new(fieldwork::Trouble::NobodyOpened),
            std::sync::Arc::new(fieldwork::Trouble::MoreInvalidThanCards { cards: 12 }),
        ];
        vec![
            ("empty", form(FieldErrors::default(), TypedProtocol::default())),
            ("refused", form(super::form_errors(words, &refusals), typed)),
        ]
    }
}

impl Page for BoxPage {
    const NAME: &'static str = "desk-box";

    fn samples(language: Language) -> Vec<(&'static str, BoxPage)> {
        let page = |left: u64| {
            let frame = super::sample_frame(language, "/desk/boxes/a", "desk-box-title");
            BoxPage {
                study: Said::here("Участие и обслужване, 2023 г."),
                study_address: "/desk/studies/a".to_owned(),
                audience: Said::here("Граждани"),
                project: Said::here("Проект"),
                done: None,
                opened_on: frame.words.long_date(crate::sample::DAY),
                opened_by: "Иван Примеров, Мария Примерова".to_owned(),
                note: "Кутията беше запечатана.".to_owned(),
                cards: "56".to_owned(),
                entered: (54 - left).to_string(),
                invalid: "2".to_owned(),
                left,
                balance: balance(&frame, left),
                address: "/desk/boxes/a".to_owned(),
                frame,
            }
        };
        vec![("open", page(12)), ("finished", page(0))]
    }
}
