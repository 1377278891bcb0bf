use super::sample;
use crate::{Frame, Page, Said};
use app::study::{StudyData, chapters, document_words};
use askama::Template;
use base::Language;
use document::{Block, Download, Figure, html};
use jiff::civil::Date;
use survey::Stage;

/// What a study found: every question with its exact wording, base, chart and table, under what may be claimed.
#[derive(Template)]
#[template(path = "public/results.html")]
pub struct ResultsPage {
    frame: Frame,
    kicker: String,
    title: Said,
    purpose: Said,
    days: String,
    state: Option<String>,
    /// HTML from the typed tree of `document`; every word in it is escaped.
    summary: String,
    findings: Vec<String>,
    contents: Vec<Chapter>,
    chapters: String,
    open_answers: String,
    method: String,
    report: String,
    report_pdf: String,
    data: String,
    table: String,
}

struct Chapter {
    words: String,
    anchor: String,
    parts: Vec<(String, String)>,
}

impl ResultsPage {
    pub fn new(frame: Frame, study: &StudyData, today: Date) -> ResultsPage {
        let words = frame.words;
        let mut frame = match &study.project {
            Some(project) => frame.of_project(project, "tab-studies"),
            None => frame,
        };
        let home = frame.to(&study_path(study));
        let built_in = document_words(&words);
        let told = chapters::chapters(study, &words);
        let contents = contents(&told.blocks);
        let blocks = with_downloads(told.blocks, &home);
        let open = chapters::open_answers(study, &words);
        let (data, table) = (format!("{home}.json"), format!("{home}.csv"));
        frame.data = Some(data.clone());
        frame.description = Some(study.study.purpose.say(words.language()).to_owned());
        let fieldwork = study.study.fieldwork;
        ResultsPage {
            kicker: words.say("results-kicker"),
            title: frame.said(&study.study.title),
            purpose: frame.said(&study.study.purpose),
            days: format!("{} – {}", words.date(fieldwork.first()), words.date(fieldwork.last())),
            state: (fieldwork.stage(today) == Stage::Open).then(|| words.say("results-still-open")),
            summary: html::blocks(&[chapters::key_figures(study, &words), chapters::caution(study, &words)], &built_in),
            findings: told.headlines.into_iter().take(6).collect(),
            contents,
            chapters: html::blocks(&blocks, &built_in),
            open_answers: if open.is_empty() { String::new() } else { html::blocks(&open, &built_in) },
            method: html::block(&chapters::method_sheet(study, &words), &built_in),
            report: format!("{home}/report"),
            report_pdf: format!("{home}/report.pdf"),
            data,
            table,
            frame,
        }
    }
}

/// `/projects/primerovo/studies/uchastie`, without the language.
pub fn study_path(study: &StudyData) -> String {
    let project = study.project.as_ref().map_or("", |project| project.slug.as_str());
    format!("/projects/{project}/studies/{}", study.study.slug)
}

/// Every figure of the page in its order.
pub fn figures(blocks: &[Block]) -> impl Iterator<Item = &Figure> {
    blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(&**figure),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::List { .. }
        | Block::Quote(_)
        | Block::KeyFigures(_)
        | Block::Table(_)
        | Block::Quotations(_)
        | Block::MethodSheet(_)
        | Block::Notice(_)
        | Block::Annex(_) => None,
    })
}

/// Each figure gets the addresses of its other forms.
fn with_downloads(mut blocks: Vec<Block>, home: &str) -> Vec<Block> {
    for block in &mut blocks {
        if let Block::Figure(figure) = block {
            let name = super::publication::encoded_name(&figure.anchor);
            figure.downloads = ["CSV", "SVG"]
                .map(|form| Download {
                    words: form.to_owned(),
                    address: format!("{home}/figures/{name}.{}", form.to_lowercase()),
                })
                .to_vec();
        }
    }
    blocks
}

fn contents(blocks: &[Block]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for block in blocks {
        let Block::Heading { level, text, anchor } = block else { continue };
        match (level, chapters.last_mut()) {
            (3, Some(chapter)) => chapter.parts.push((text.clone(), anchor.clone())),
            (_, _) => chapters.push(Chapter { words: text.clone(), anchor: anchor.clone(), parts: Vec::new() }),
        }
    }
    chapters
}

impl Page for ResultsPage {
    const NAME: &'static str = "results";

    fn samples(language: Language) -> Vec<(&'static str, ResultsPage)> {
        let study = sample::study_data();
        let frame = Frame::sample(language, &study_path(&study), study.study.title.say(language));
        vec![("two-audiences", ResultsPage::new(frame, &study, sample::DAY))]
    }
}
