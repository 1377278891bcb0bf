use super::{
    postcard,
    results::{find_public, is_hidden, study_path},
    sample,
    written::{self, Wanted},
};
use crate::{
    Failure, Frame, Page, Visit,
    doors::Anybody,
    machine::{self, made},
    report_files::{self, ReportFile},
};
use app::study::{Edition, Reading, StudyData, report};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use document::{Document, Format, html};
use jiff::civil::Date;

/// The report of a study as a page: the same document that is typeset for print.
#[derive(Template)]
#[template(path = "public/report.html")]
pub struct ReportPage {
    frame: Frame,
    /// HTML from the typed tree of `document`; every word in it is escaped.
    body: String,
    results: String,
    files: Vec<ReportFile>,
}

pub async fn report_page(
    _: Anybody,
    visit: Visit,
    Path((project, study)): Path<(String, String)>,
) -> Result<Response, Failure> {
    // What people wrote and published stands in the place of what the program proposes.
    if let Some(found) = written::found(&visit, &project, &study, Wanted::Main).await? {
        return written::shown(&visit, &found).await;
    }
    let study = find_public(&visit, &project, &study).await?;
    let frame = visit.frame(study.study.title.say(visit.language()));
    let date = edition_date(&study, visit.today);
    let document = document(&frame, &study, date);
    let sizes = made::sizes(&document);
    let page = ReportPage::new(frame, &study, date, &document, sizes);
    visit.show_public(&page, is_hidden(&study))
}

/// The day of the report: that on which a person opened the results, else today.
pub fn edition_date(study: &StudyData, today: Date) -> Date {
    study.study.results_published.unwrap_or(today)
}

/// The report of the study in the language of `frame`.
pub fn document(frame: &Frame, study: &StudyData, date: Date) -> Document {
    report(
        study,
        &frame.words,
        Edition { date, address: Some(frame.canonical()), demonstration: None, open_answers: Reading::ByAPerson },
    )
}

impl ReportPage {
    pub fn new(
        frame: Frame,
        study: &StudyData,
        date: Date,
        document: &Document,
        size: impl Fn(&Document, Format) -> Option<u64>,
    ) -> ReportPage {
        let words = frame.words;
        let mut frame = match &study.project {
            Some(project) => frame.of_project(project, "tab-documents").with_studies(project, false),
            None => frame,
        };
        // The document has its own signs and disclaimer at its end.
        frame.signs = None;
        frame.description = Some(study.study.purpose.say(words.language()).to_owned());
        let results = frame.to(&study_path(study));
        let files = report_files::all(&words, &format!("{results}/report"), document, size);
        if let Some(postcard) = postcard::of_report(&words, study, document.cover.summary.as_deref(), date) {
            frame = frame.with_postcard(postcard);
        }
        frame.linked = machine::linked::report(&frame, study, date);
        let body = html::document_body(document);
        ReportPage { frame, body, results, files }
    }
}

impl Page for ReportPage {
    const NAME: &'static str = "report";

    fn samples(language: Language) -> Vec<(&'static str, ReportPage)> {
        let study = sample::study_data();
        let path = format!("{}/report", study_path(&study));
        let frame = Frame::sample(language, &path, study.study.title.say(language));
        let document = document(&frame, &study, sample::DAY);
        let sizes = |_: &Document, form| (form != Format::Xlsx).then_some(412_345);
        vec![("whole", ReportPage::new(frame, &study, sample::DAY, &document, sizes))]
    }
}
