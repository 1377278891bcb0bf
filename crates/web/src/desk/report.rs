//! The report as it stands, for those who work on it: before the public may see any of it.

use super::{PreviewReports, SignedIn, key};
use crate::{
    Failure, Frame, Page, Said, Visit,
    report_files::{self, ReportFile},
};
use app::{
    desk,
    study::{self, Edition, Reading, StudyData},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::{Actor, Language, StudyId};
use document::{Document, Format, html};
use jiff::civil::Date;

#[derive(Template)]
#[template(path = "desk/report.html")]
pub struct ReportPreview {
    frame: Frame,
    study: Said,
    study_address: String,
    files: Vec<ReportFile>,
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
    let document = document(frame.words, data, today);
    ReportPreview {
        study: frame.said(&data.study.title),
        files: report_files::all(&frame.words, &format!("{address}/report"), &document, |_, _| None),
        study_address: address,
        body: html::document_body(&document),
        frame,
    }
}

/// The report typeset for print.
pub async fn pdf(who: PreviewReports, visit: Visit, study: Path<String>) -> Result<Response, Failure> {
    file(who, visit, study, Format::Pdf).await
}

/// The report to go on editing.
pub async fn docx(who: PreviewReports, visit: Visit, study: Path<String>) -> Result<Response, Failure> {
    file(who, visit, study, Format::Docx).await
}

/// The tables of the report.
pub async fn xlsx(who: PreviewReports, visit: Visit, study: Path<String>) -> Result<Response, Failure> {
    file(who, visit, study, Format::Xlsx).await
}

/// What to write about the report in a short post.
pub async fn short_post(who: PreviewReports, visit: Visit, study: Path<String>) -> Result<Response, Failure> {
    post(who, visit, study, "500").await
}

/// What to write about the report in a long post.
pub async fn long_post(who: PreviewReports, visit: Visit, study: Path<String>) -> Result<Response, Failure> {
    post(who, visit, study, "2000").await
}

async fn file(
    PreviewReports(actor): PreviewReports,
    visit: Visit,
    Path(study): Path<String>,
    form: Format,
) -> Result<Response, Failure> {
    let data = data(&visit, actor, key(&study)?).await?;
    let document = document(visit.words, &data, visit.today);
    let bytes = visit.site.typeset(document.clone(), form).await?;
    report_files::answer(bytes, form, &data.study.slug, &document)
}

async fn post(
    PreviewReports(actor): PreviewReports,
    visit: Visit,
    Path(study): Path<String>,
    letters: &str,
) -> Result<Response, Failure> {
    let data = data(&visit, actor, key(&study)?).await?;
    report_files::post(&document(visit.words, &data, visit.today), letters)
}

impl Page for ReportPreview {
    const NAME: &'static str = "desk-report";

    fn samples(language: Language) -> Vec<(&'static str, ReportPreview)> {
        let frame = super::sample_frame(language, "/desk/studies/a/report", "desk-report-title");
        vec![("whole", page(frame, &crate::sample::study_data(), crate::sample::DAY))]
    }
}
