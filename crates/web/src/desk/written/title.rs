use super::{
    super::{SignedIn, WriteReports, refused},
    outline::{Tongue, tongues},
    told::{NumberRow, number_rows},
};
use crate::{
    Asked, Failure, Fields, Frame, Page, Visit,
    desk::form::{self, Field, FieldKind},
    parts::FieldErrors,
};
use app::{
    Words,
    reports::{self, Change, HeldReport},
    study::{StudyData, StudyFigures},
    typed::Typed,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use document::manuscript::Body;

/// What a report is called, and the sentence on its cover.
#[derive(Template)]
#[template(path = "desk/written/title.html")]
pub struct TitlePage {
    frame: Frame,
    title: String,
    home: String,
    errors: FieldErrors,
    revision: u64,
    tag: &'static str,
    tongues: Vec<Tongue>,
    fields: Vec<Field>,
    /// Label and words of what somebody else saved meanwhile.
    newer: Vec<(String, String)>,
    numbers: Vec<NumberRow>,
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
    let typed = reports::title_form(&held.manuscript, language);
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-change-title"));
    visit.show(&page(frame, &held, &data, language, &typed, FieldErrors::default()))
}

pub async fn save(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    fields: Fields,
) -> Result<Response, Failure> {
    let made_on = super::made_on(&fields);
    let (held, _) = super::held(&visit, actor, &report).await?;
    let language = super::language(&visit, &held, &fields);
    let typed: Typed = fields.0.into_iter().collect();
    let errors = match super::refusals(&visit, reports::title_of(&typed, language))? {
        Err(errors) => errors,
        Ok((title, summary)) => {
            let change = Change::Rename { title, summary };
            match super::change(&visit, actor, &report, made_on, language, change).await? {
                Ok(_) => {
                    let to = format!("/desk/reports/{report}?language={}&done=report-saved", language.tag());
                    return Ok(visit.go_to(&to));
                }
                Err(errors) => errors,
            }
        }
    };
    let (held, data) = super::held(&visit, actor, &report).await?;
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-change-title"));
    let mut page = page(frame, &held, &data, language, &typed, errors);
    if held.report.revision != made_on {
        let kept = reports::title_form(&held.manuscript, language);
        let differs = page.fields.iter().filter(|field| kept.get(&field.id) != field.value);
        page.newer = differs.map(|field| (field.label.clone(), field.told(&page.frame, kept.get(&field.id)))).collect();
    }
    Ok(refused(visit.show(&page)?))
}

fn page(
    frame: Frame,
    held: &HeldReport,
    data: &StudyData,
    language: Language,
    typed: &Typed,
    errors: FieldErrors,
) -> TitlePage {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let form = form::Fields::of(&frame, "written-report", typed);
    let home = super::home(held);
    let mut numbers = Vec::new();
    for wording in [held.manuscript.title(), held.manuscript.summary()] {
        numbers.extend(number_rows(&Body::Prose(wording.clone()), language, &figures));
    }
    TitlePage {
        title: held.manuscript.told_title(language, &figures),
        errors,
        revision: held.report.revision,
        tag: language.tag(),
        tongues: tongues(&frame, held, &format!("{home}/title"), language),
        fields: vec![form.line("title").needed(), form.area("summary", 3)],
        newer: Vec::new(),
        numbers,
        home: frame.to(&home),
        frame,
    }
}

impl Page for TitlePage {
    const NAME: &'static str = "desk-written-title";

    fn samples(language: Language) -> Vec<(&'static str, TitlePage)> {
        let (held, data) = super::sample();
        let typed = reports::title_form(&held.manuscript, language);
        let frame = super::sample_frame(language, "written-change-title");
        vec![("kept", page(frame, &held, &data, language, &typed, FieldErrors::default()))]
    }
}
