//! The report as it stands, for those who work on it: before the public may see any of it.

use super::{PreviewReports, SignedIn, key};
use crate::{Failure, Frame, Page, Said, Visit};
use app::{
    desk,
    study::{self, Edition, Reading, StudyData},
};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use base::{Actor, Language, StudyId};
use document::{Document, html};
use jiff::civil::Date;

#[derive(Template)]
#[template(path = "desk/report.html")]
pub struct ReportPreview {
    frame: Frame,
    study: Said,
    study_address: String,
    pdf: String,
    /// HTML from the typed tree of `document`; every word in it is escaped.
    body: String,
}

async fn data(visit: &Visit, actor: Actor, id: StudyId) -> Result<StudyData, Failure> {
    visit
        .site
        .read(move |tx, instance| {
            let (project, study) = desk::study(tx, instance.tenant, actor, id)?;
            desk::at_work(actor, &project)?;
            study::load_study(instance, tx, study)
        })
        .await
}

fn document(words: app::Words, data: &StudyData, today: Date) -> Document {
    let edition = Edition { date: today, address: None, demonstration: None, open_answers: Reading::ByAPerson };
    study::report(data, &words, edition)
}

pub async fn show(
    PreviewReports(actor): PreviewReports,
    visit: Visit,
    who: SignedIn,
    Path(study): Path<String>,
) -> Result<Response, Failure> {
    let data = data(&visit, actor, key(&study)?).await?;
    let title = visit.words.say("desk-report-title");
    let frame = match &data.project {
        Some(project) => super::frame_of(&visit, &who, project, &title),
        None => super::frame(&visit, &who, &title, ""),
    };
    visit.show(&page(frame, &data, visit.today))
}

fn page(frame: Frame, data: &StudyData, today: Date) -> ReportPreview {
    let address = frame.to(&format!("/desk/studies/{}", data.study.id));
    ReportPreview {
        study: frame.said(&data.study.title),
        pdf: format!("{address}/report.pdf"),
        study_address: address,
        body: html::document_body(&document(frame.words, data, today)),
        frame,
    }
}

pub async fn pdf(
    PreviewReports(actor): PreviewReports,
    visit: Visit,
    Path(study): Path<String>,
) -> Result<Response, Failure> {
    let data = data(&visit, actor, key(&study)?).await?;
    let bytes = visit.site.typeset(document(visit.words, &data, visit.today)).await?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"))], bytes).into_response())
}

impl Page for ReportPreview {
    const NAME: &'static str = "desk-report";

    fn samples(language: Language) -> Vec<(&'static str, ReportPreview)> {
        let frame = super::sample_frame(language, "/desk/studies/a/report", "desk-report-title");
        vec![("whole", page(frame, &crate::sample::study_data(), crate::sample::DAY))]
    }
}
