use super::{results::study_path, sample};
use crate::{Frame, Page};
use app::study::{Edition, StudyData, report};
use askama::Template;
use base::Language;
use document::html;
use jiff::civil::Date;

/// The report of a study as a page: the same document that is typeset for print.
#[derive(Template)]
#[template(path = "public/report.html")]
pub struct ReportPage {
    frame: Frame,
    /// HTML from the typed tree of `document`; every word in it is escaped.
    body: String,
    results: String,
    pdf: String,
}

impl ReportPage {
    pub fn new(frame: Frame, study: &StudyData, date: Date) -> ReportPage {
        let words = frame.words;
        let mut frame = match &study.project {
            Some(project) => frame.of_project(project, "tab-documents"),
            None => frame,
        };
        // The document has its own signs and disclaimer at its end.
        frame.signs = None;
        frame.description = Some(study.study.purpose.say(words.language()).to_owned());
        let results = frame.to(&study_path(study));
        let pdf = format!("{results}/report.pdf");
        let document = report(study, &words, Edition { date, address: Some(frame.canonical()), demonstration: None });
        ReportPage { frame, body: html::document_body(&document), results, pdf }
    }
}

impl Page for ReportPage {
    const NAME: &'static str = "report";

    fn samples(language: Language) -> Vec<(&'static str, ReportPage)> {
        let study = sample::study_data();
        let path = format!("{}/report", study_path(&study));
        let frame = Frame::sample(language, &path, study.study.title.say(language));
        vec![("whole", ReportPage::new(frame, &study, sample::DAY))]
    }
}
