use super::{
    super::{SignedIn, WriteReports},
    outline,
    part::{part_id, place as place_of},
    told::part_line,
};
use crate::{Asked, Failure, Fields, Frame, Page, Visit};
use app::{
    Words,
    reports::{Change, HeldReport},
    study::{StudyData, StudyFigures},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Language};
use document::manuscript::{Part, PartId, Place};

/// Where a part is to go.
#[derive(Template)]
#[template(path = "desk/written/moving.html")]
pub struct MovingPage {
    frame: Frame,
    title: String,
    home: String,
    address: String,
    what: String,
    revision: u64,
    tag: &'static str,
    /// The number of a part and its words; 0 for the beginning.
    places: Vec<(u32, String)>,
}

type PartPath = Path<(String, String)>;

pub async fn up(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(path): PartPath,
    fields: Fields,
) -> Result<Response, Failure> {
    step(&visit, &who, actor, path, &fields, -1).await
}

pub async fn down(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(path): PartPath,
    fields: Fields,
) -> Result<Response, Failure> {
    step(&visit, &who, actor, path, &fields, 1).await
}

/// One place up or down.
async fn step(
    visit: &Visit,
    who: &SignedIn,
    actor: Actor,
    (report, part): (String, String),
    fields: &Fields,
    by: isize,
) -> Result<Response, Failure> {
    let (held, _) = super::held(visit, actor, &report).await?;
    let id = part_id(&part)?;
    let parts = held.manuscript.parts();
    let at = parts.iter().position(|known| known.id == id).ok_or(Failure::NotFound)?;
    // Up means behind the one before the last; down behind the next.
    let behind = if by < 0 { at.checked_sub(2) } else { Some((at + 1).min(parts.len().saturating_sub(1))) };
    let place = match behind.and_then(|behind| parts.get(behind)) {
        Some(part) if part.id == id => Place::Last,
        Some(part) => Place::After(part.id),
        None => Place::First,
    };
    moved(visit, who, actor, (&report, &part), fields, place).await
}

pub async fn ask(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path((report, part)): PartPath,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::asked_language(&visit, &held, &asked);
    let part = held.manuscript.part(part_id(&part)?).ok_or(Failure::NotFound)?;
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-move-title"));
    visit.show(&page(frame, &held, &data, language, part))
}

pub async fn place(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path((report, part)): PartPath,
    fields: Fields,
) -> Result<Response, Failure> {
    let place = place_of(fields.text("after"));
    moved(&visit, &who, actor, (&report, &part), &fields, place).await
}

async fn moved(
    visit: &Visit,
    who: &SignedIn,
    actor: Actor,
    (report, part): (&str, &str),
    fields: &Fields,
    place: Place,
) -> Result<Response, Failure> {
    let language = fields.text("language").parse().unwrap_or(visit.language());
    let change = Change::Move { id: part_id(part)?, place };
    let changed = super::change(visit, actor, report, super::made_on(fields), language, change).await?;
    let to = |tag| format!("/desk/reports/{report}?language={tag}#part-{part}");
    outline::answer(visit, who, actor, report, (changed, language), to).await
}

fn page(frame: Frame, held: &HeldReport, data: &StudyData, language: Language, part: &Part) -> MovingPage {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let home = super::home(held);
    let PartId(own) = part.id;
    let behind = |other: &Part| {
        let line = part_line(&frame, other, language, &figures);
        (other.id.0, frame.tell("written-place-after", "part", line))
    };
    let others = held.manuscript.parts().iter().filter(|other| other.id != part.id);
    MovingPage {
        title: held.manuscript.told_title(language, &figures),
        address: frame.to(&format!("{home}/parts/{own}/place")),
        what: part_line(&frame, part, language, &figures),
        revision: held.report.revision,
        tag: language.tag(),
        places: std::iter::once((0, frame.say("written-place-first"))).chain(others.map(behind)).collect(),
        home: frame.to(&home),
        frame,
    }
}

impl Page for MovingPage {
    const NAME: &'static str = "desk-written-moving";

    fn samples(language: Language) -> Vec<(&'static str, MovingPage)> {
        let (held, data) = super::sample();
        let frame = super::sample_frame(language, "written-move-title");
        let first = held.manuscript.parts().first().cloned();
        first.map(|part| ("part", page(frame, &held, &data, language, &part))).into_iter().collect()
    }
}
