use super::{
    super::{SignedIn, WriteReports},
    outline,
    part::part_id,
    told::{part_line, part_shown},
};
use crate::{Asked, Failure, Fields, Frame, Page, Visit};
use app::{
    Words,
    reports::{Change, HeldReport},
    study::{StudyData, StudyFigures},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use document::manuscript::Part;

/// The part that goes, as readers see it.
#[derive(Template)]
#[template(path = "desk/written/removal.html")]
pub struct RemovalPage {
    frame: Frame,
    title: String,
    home: String,
    address: String,
    what: String,
    shown: String,
    revision: u64,
    tag: &'static str,
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
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-remove-title"));
    visit.show(&page(frame, &held, &data, language, part))
}

pub async fn remove(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path((report, part)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Failure> {
    let language = fields.text("language").parse().unwrap_or(visit.language());
    let change = Change::Remove { id: part_id(&part)? };
    let changed = super::change(&visit, actor, &report, super::made_on(&fields), language, change).await?;
    let to = |tag| format!("/desk/reports/{report}?language={tag}&done=report-part-removed");
    outline::answer(&visit, &who, actor, &report, (changed, language), to).await
}

fn page(frame: Frame, held: &HeldReport, data: &StudyData, language: Language, part: &Part) -> RemovalPage {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let home = super::home(held);
    RemovalPage {
        title: held.manuscript.told_title(language, &figures),
        address: frame.to(&format!("{home}/parts/{}/removal", part.id.0)),
        what: part_line(&frame, part, language, &figures),
        shown: part_shown(part, language, &figures),
        revision: held.report.revision,
        tag: language.tag(),
        home: frame.to(&home),
        frame,
    }
}

impl Page for RemovalPage {
    const NAME: &'static str = "desk-written-removal";

    fn samples(language: Language) -> Vec<(&'static str, RemovalPage)> {
        let (held, data) = super::sample();
        let frame = super::sample_frame(language, "written-remove-title");
        let prose = held.manuscript.parts().iter().find(|part| part.body.kind() == "prose").cloned();
        prose.map(|part| ("prose", page(frame, &held, &data, language, &part))).into_iter().collect()
    }
}
