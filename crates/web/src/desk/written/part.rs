use super::{
    super::{SignedIn, WriteReports, done, key, refused},
    outline::{self, Tongue, tongues},
    part_fields::{Rows, rows},
    told::{NumberRow, figure_before, number_rows, part_line, part_shown},
};
use crate::{Asked, Failure, Fields, Frame, Page, Said, Visit, desk::form::FieldKind, parts::FieldErrors};
use app::{
    Words,
    reports::{self, Change, HeldReport, OfferedNumber},
    study::{StudyData, StudyFigures},
    typed::Typed,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use document::manuscript::{Body, Part, PartId, Place, Side};

/// One part: its words with the numbers beside them, and how readers will see it.
#[derive(Template)]
#[template(path = "desk/written/part.html")]
pub struct PartPage {
    frame: Frame,
    title: String,
    home: String,
    address: String,
    heading: String,
    done: Option<String>,
    errors: FieldErrors,
    revision: u64,
    tag: &'static str,
    tongues: Vec<Tongue>,
    rows: Vec<Rows>,
    /// What else the form holds: for a new part its kind and place.
    hidden: Vec<(&'static str, String)>,
    /// What somebody else saved meanwhile, as readers see it, and who.
    newer: Option<(String, String)>,
    shown: String,
    numbers: Vec<NumberRow>,
    has_changed: bool,
    offered_of: String,
    offered: Vec<(String, String, String)>,
    is_new: bool,
    has_words: bool,
    study: Said,
}

/// What the page of a part shows this time.
pub struct Turn<'a> {
    pub held: &'a HeldReport,
    pub data: &'a StudyData,
    pub language: Language,
    /// As it is kept, or what was typed of it as far as that can be read.
    pub part: &'a Part,
    pub typed: Typed,
    pub errors: FieldErrors,
    pub newer: Option<(String, String)>,
    /// Where a part that is new goes.
    pub after: Option<String>,
}

pub async fn ask(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path((report, part)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::asked_language(&visit, &held, &asked);
    let part = held.manuscript.part(part_id(&part)?).ok_or(Failure::NotFound)?;
    let typed = reports::part_form(&part.body, language);
    let turn = Turn {
        held: &held,
        data: &data,
        language,
        part,
        typed,
        errors: FieldErrors::default(),
        newer: None,
        after: None,
    };
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-part-title"));
    visit.show(&PartPage { done: done(&visit, &asked), ..page(frame, turn) })
}

/// Keeps what was typed, or shows it as readers would see it.
pub async fn save(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path((report, part)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let id = part_id(&part)?;
    let (made_on, looks, stays) = (super::made_on(&fields), is_look(&fields), fields.text("step") == "stay");
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::language(&visit, &held, &fields);
    let typed: Typed = fields.0.into_iter().collect();
    let then = then(&visit, actor, &held, made_on, id).await?;
    let kept = held.manuscript.part(id).cloned();
    let before = kept.clone().or(then.clone()).ok_or(Failure::NotFound)?;
    let read = super::refusals(&visit, reports::read_part(&typed, &before.body, &held.manuscript, language))?;
    let errors = match &read {
        Err(errors) => errors.clone(),
        Ok(_) if looks => FieldErrors::default(),
        Ok(body) => {
            let change = Change::Part { id, body: body.clone() };
            match super::change(&visit, actor, &report, made_on, language, change).await? {
                Ok(_) if stays => {
                    return Ok(visit.go_to(&format!(
                        "/desk/reports/{report}/parts/{part}?language={}&done=report-saved",
                        language.tag()
                    )));
                }
                Ok(_) => {
                    return Ok(visit.go_to(&format!("/desk/reports/{report}?language={}#part-{part}", language.tag())));
                }
                Err(errors) => errors,
            }
        }
    };
    // Somebody else may have been faster, between the two looks too.
    let (held, data) = if errors.is_empty() { (held, data) } else { super::held(&visit, actor, &report).await? };
    let now = held.manuscript.part(id);
    let newer = match (now, &then) {
        (Some(now), then) if then.as_ref() != Some(now) => Some(now.clone()),
        _ => None,
    };
    let newer = match newer {
        Some(now) => {
            let (report, about) = (held.report.id, id.0.to_string());
            let states = visit.site.read(move |tx, _| reports::revisions(tx, actor, report)).await?;
            let last = states.iter().find(|(state, _)| state.about == about).or(states.first());
            let words = Words::new(language);
            let shown = part_shown(&now, language, &StudyFigures::new(&data, &words));
            Some((shown, last.map(|(_, name)| name.clone()).unwrap_or_default()))
        }
        None => None,
    };
    let shown = Part { id, body: read.unwrap_or(before.body) };
    let is_refused = !errors.is_empty();
    let turn = Turn { held: &held, data: &data, language, part: &shown, typed, errors, newer, after: None };
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-part-title"));
    let response = visit.show(&page(frame, turn))?;
    Ok(if is_refused { refused(response) } else { response })
}

/// The numbers of the part are as they are now.
pub async fn accept(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path((report, part)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let language = fields.text("language").parse().unwrap_or(visit.language());
    let change = Change::Accept { id: Some(part_id(&part)?) };
    let changed = super::change(&visit, actor, &report, super::made_on(&fields), language, change).await?;
    let to = |tag| format!("/desk/reports/{report}/parts/{part}?language={tag}&done=report-numbers-accepted");
    outline::answer(&visit, &who, actor, &report, (changed, language), to).await
}

/// Whether the sent form is only to be looked at.
pub fn is_look(fields: &Fields) -> bool {
    fields.text("step") == "look"
}

pub fn part_id(text: &str) -> Result<PartId, Failure> {
    key::<u32>(text).map(PartId)
}

/// The part as it was when the form was made, where that is known.
async fn then(
    visit: &Visit,
    actor: base::Actor,
    held: &HeldReport,
    made_on: u64,
    id: PartId,
) -> Result<Option<Part>, Failure> {
    if made_on == held.report.revision {
        return Ok(held.manuscript.part(id).cloned());
    }
    let report = held.report.id;
    let state = visit.site.read(move |tx, _| reports::revision(tx, actor, report, made_on)).await;
    match state {
        Ok(manuscript) => Ok(manuscript.part(id).cloned()),
        Err(Failure::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}

pub fn page(frame: Frame, turn: Turn<'_>) -> PartPage {
    let Turn { held, data, language, part, typed, mut errors, newer, after } = turn;
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let rows = rows(&frame, held, &part.body, &typed, language, &figures);
    // The summary leads to what is there.
    let known: Vec<&str> = rows.iter().flat_map(|rows| &rows.fields).map(|field| field.id.as_str()).collect();
    errors.0.iter_mut().filter(|error| !known.contains(&error.field.as_str())).for_each(|error| {
        error.field = "form".to_owned();
    });
    let numbers = number_rows(&part.body, language, &figures);
    let home = super::home(held);
    let address = match &after {
        Some(_) => format!("{home}/parts"),
        None => format!("{home}/parts/{}", part.id.0),
    };
    let (offered_of, offered) = offered(held, part, after.as_deref(), &figures);
    let kind = frame.say(&format!("written-part-{}", part.body.kind()));
    PartPage {
        title: held.manuscript.told_title(language, &figures),
        heading: if after.is_some() { kind.clone() } else { part_line(&frame, part, language, &figures) },
        done: None,
        revision: held.report.revision,
        tag: language.tag(),
        tongues: if after.is_some() { Vec::new() } else { tongues(&frame, held, &address, language) },
        hidden: after
            .iter()
            .flat_map(|after| [("after", after.clone()), ("kind", part.body.kind().to_owned())])
            .collect(),
        newer,
        shown: part_shown(part, language, &figures),
        has_changed: after.is_none() && numbers.iter().any(|row| row.was.is_some()),
        numbers,
        offered_of,
        offered,
        is_new: after.is_some(),
        has_words: !matches!(part.body, Body::Figure(_) | Body::Table(_) | Body::Quotations(_)),
        study: frame.said(&held.study.title),
        home: frame.to(&home),
        address: frame.to(&address),
        rows,
        errors,
        frame,
    }
}

/// The numbers of the figure that the part most likely speaks of: of what they are, then address, words and value of each.
fn offered(
    held: &HeldReport,
    part: &Part,
    after: Option<&str>,
    figures: &StudyFigures,
) -> (String, Vec<(String, String, String)>) {
    let at = match after {
        Some(after) => part_id(after).unwrap_or(part.id),
        None => part.id,
    };
    let nothing = (String::new(), Vec::new());
    let Some(address) = figure_before(&held.manuscript, at) else { return nothing };
    let Side::Audience(audience) = &address.side else { return nothing };
    let data = figures.study.audiences.iter().find(|data| data.audience.code == audience.as_str());
    let Some(data) = data else { return nothing };
    let Some(question) = data.questionnaire.question(address.code.as_str()) else { return nothing };
    let row = |one: OfferedNumber| (one.address.reference(), one.words, one.number.value().to_owned());
    let offered = reports::offered_numbers(figures, data, Some(question));
    let label = survey::unpiped(question.label.say(figures.words.language()));
    (label, offered.into_iter().map(row).collect())
}

/// The place that a form names: after the part with this number, first where it is none.
pub fn place(after: &str) -> Place {
    match after.parse() {
        Ok(0) => Place::First,
        Ok(id) => Place::After(PartId(id)),
        Err(_) => Place::Last,
    }
}

impl Page for PartPage {
    const NAME: &'static str = "desk-written-part";

    fn samples(language: Language) -> Vec<(&'static str, PartPage)> {
        let (held, data) = super::sample();
        let frame = || super::sample_frame(language, "written-part-title");
        let turn = |part: &Part| {
            let typed = reports::part_form(&part.body, language);
            let (errors, newer) = (FieldErrors::default(), None);
            page(frame(), Turn { held: &held, data: &data, language, part, typed, errors, newer, after: None })
        };
        let kinds = ["prose", "figure", "key-numbers", "finding", "method-sheet", "notice", "heading"];
        kinds
            .into_iter()
            .filter_map(|kind| {
                let part = held.manuscript.parts().iter().rfind(|part| part.body.kind() == kind)?;
                Some((kind, turn(part)))
            })
            .collect()
    }
}
