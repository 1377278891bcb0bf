use super::{
    super::{SignedIn, WriteReports, refused},
    part::{self, Turn, is_look, place},
    told::part_line,
};
use crate::{Asked, Failure, Fields, Frame, Page, Visit, parts::FieldErrors};
use app::{
    Words,
    reports::{self, Change, HeldReport},
    study::{StudyData, StudyFigures},
    typed::Typed,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use document::manuscript::Part;

/// What can be added at a place of a report.
#[derive(Template)]
#[template(path = "desk/written/adding.html")]
pub struct AddingPage {
    frame: Frame,
    title: String,
    home: String,
    tag: &'static str,
    after: String,
    /// The part that it will stand behind; empty at the beginning.
    behind: String,
    /// Code, words, hint.
    kinds: Vec<(&'static str, String, String)>,
}

pub async fn ask(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::asked_language(&visit, &held, &asked);
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-adding-title"));
    let (kind, after) = (asked.0.text("kind"), asked.0.text("after").to_owned());
    let Some(body) = reports::new_part(kind, &held.manuscript) else {
        return visit.show(&page(frame, &held, &data, language, &after));
    };
    let part = Part { id: held.manuscript.next(), body };
    let (typed, errors) = (reports::part_form(&part.body, language), FieldErrors::default());
    let turn = Turn { held: &held, data: &data, language, part: &part, typed, errors, newer: None, after: Some(after) };
    visit.show(&part::page(frame, turn))
}

pub async fn add(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let (made_on, looks) = (super::made_on(&fields), is_look(&fields));
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::language(&visit, &held, &fields);
    let after = fields.text("after").to_owned();
    let body = reports::new_part(fields.text("kind"), &held.manuscript).ok_or(Failure::NotFound)?;
    let typed: Typed = fields.0.into_iter().collect();
    let read = super::refusals(&visit, reports::read_part(&typed, &body, &held.manuscript, language))?;
    let id = held.manuscript.next();
    let errors = match &read {
        Err(errors) => errors.clone(),
        Ok(_) if looks => FieldErrors::default(),
        Ok(body) => {
            let change = Change::Add { place: place(&after), body: body.clone() };
            match super::change(&visit, actor, &report, made_on, language, change).await? {
                Ok(_) => {
                    let to = format!("/desk/reports/{report}?language={}#part-{}", language.tag(), id.0);
                    return Ok(visit.go_to(&to));
                }
                Err(errors) => errors,
            }
        }
    };
    let (held, data) = if errors.is_empty() { (held, data) } else { super::held(&visit, actor, &report).await? };
    let is_refused = !errors.is_empty();
    let part = Part { id, body: read.unwrap_or(body) };
    let turn = Turn { held: &held, data: &data, language, part: &part, typed, errors, newer: None, after: Some(after) };
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-adding-title"));
    let response = visit.show(&part::page(frame, turn))?;
    Ok(if is_refused { refused(response) } else { response })
}

fn page(frame: Frame, held: &HeldReport, data: &StudyData, language: Language, after: &str) -> AddingPage {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let behind = part::part_id(after).ok().and_then(|id| held.manuscript.part(id));
    let kind = |code: &'static str| {
        let key = format!("written-part-{code}");
        (code, frame.say(&key), frame.words.find(&format!("{key}.hint"), &[]).unwrap_or_default())
    };
    AddingPage {
        title: held.manuscript.told_title(language, &figures),
        home: frame.to(&super::home(held)),
        tag: language.tag(),
        // Only what is a number goes into an address.
        after: after.parse::<u32>().map(|after| after.to_string()).unwrap_or_default(),
        behind: behind.map(|part| part_line(&frame, part, language, &figures)).unwrap_or_default(),
        kinds: reports::PARTS.into_iter().map(kind).collect(),
        frame,
    }
}

impl Page for AddingPage {
    const NAME: &'static str = "desk-written-adding";

    fn samples(language: Language) -> Vec<(&'static str, AddingPage)> {
        let (held, data) = super::sample();
        vec![("kinds", page(super::sample_frame(language, "written-adding-title"), &held, &data, language, "2"))]
    }
}
