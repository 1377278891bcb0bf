use super::{later::LaterPage, postcard, sample, told};
use crate::{Failure, Frame, Page, Said, Visit, doors::Anybody, machine};
use app::study::{StudyData, chapters, document_words, load_study};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use document::{Block, Download, Figure, html};
use jiff::civil::Date;
use outreach::{Nature, Project};
use survey::{Stage, Study};

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
    /// Of whom the findings are, where they all are of the same.
    findings_of: Option<String>,
    findings: Vec<String>,
    contents: Vec<Chapter>,
    chapters: String,
    open_answers: String,
    method: String,
    report: String,
    report_pdf: String,
    data: String,
    table: String,
    /// Where the answers are, where somebody has published them.
    open_data: Option<String>,
}

struct Chapter {
    words: String,
    anchor: String,
    parts: Vec<(String, String)>,
}

pub async fn results(
    _: Anybody,
    visit: Visit,
    Path((project, name)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (slug, as_json) = told::name_and_form(&name, "json");
    let (slug, as_csv) = told::name_and_form(slug, "csv");
    let found = find(&visit, &project, slug).await?;
    let is_hidden = found.is_hidden();
    let study = match found {
        Found::Public(study) => study,
        Found::Later { .. } if as_json || as_csv => return Err(Failure::NotFound),
        Found::Later { project, study } => {
            let frame = visit.frame(study.title.say(visit.language()));
            return visit.show_public(&LaterPage::new(frame, &project, &study), is_hidden);
        }
    };
    if as_json {
        return Ok(machine::study::json(&visit, &study));
    }
    if as_csv {
        return Ok(machine::study::csv(&visit, &study));
    }
    let frame = visit.frame(study.study.title.say(visit.language()));
    let id = study.study.id;
    let versions = visit.site.read(move |tx, instance| Ok(tx.open_data(instance.tenant, id)?)).await?;
    let mut page = ResultsPage::new(frame, &study, visit.today);
    if versions.iter().any(|version| version.withdrawn.is_none()) {
        page.open_data = Some(format!("{}/data", page.frame.to(&study_path(&study))));
    }
    visit.show_public(&page, is_hidden)
}

/// A study whose results may be seen, or one whose results come later.
pub enum Found {
    Public(Box<StudyData>),
    Later { project: Box<Project>, study: Box<Study> },
}

impl Found {
    pub fn is_hidden(&self) -> bool {
        match self {
            Found::Public(study) => is_hidden(study),
            Found::Later { .. } => true,
        }
    }
}

pub fn is_hidden(study: &StudyData) -> bool {
    study.project.as_ref().is_none_or(|project| project.nature == Nature::Demonstration)
}

/// # Errors
/// [`Failure::NotFound`], and faults of the store.
pub async fn find(visit: &Visit, project: &str, study: &str) -> Result<Found, Failure> {
    let (project, study, today) = (project.to_owned(), study.to_owned(), visit.today);
    let found = visit.site.read(move |tx, instance| {
        let project = tx.public_project(instance.tenant, &project)?.ok_or(app::Failure::NotFound)?;
        let study = tx.study_by_slug(instance.tenant, project.id, &study)?.ok_or(app::Failure::NotFound)?;
        if !study.results_are_public(today) {
            return Ok(Found::Later { project: Box::new(project), study: Box::new(study) });
        }
        Ok(Found::Public(Box::new(load_study(instance, tx, study)?)))
    });
    found.await
}

/// The study with its results, or nothing while they are not public.
///
/// # Errors
/// [`Failure::NotFound`], and faults of the store.
pub async fn find_public(visit: &Visit, project: &str, study: &str) -> Result<Box<StudyData>, Failure> {
    match find(visit, project, study).await? {
        Found::Public(study) => Ok(study),
        Found::Later { .. } => Err(Failure::NotFound),
    }
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
        let (findings_of, findings) = told.findings(&words);
        let open = chapters::open_answers(study, &words);
        let (data, table) = (format!("{home}.json"), format!("{home}.csv"));
        frame.data = Some(data.clone());
        frame.description = Some(study.study.purpose.say(words.language()).to_owned());
        if let Some(postcard) = postcard::of_results(&words, study, told.headline()) {
            frame = frame.with_postcard(postcard);
        }
        frame.linked = machine::linked::results(&frame, study);
        let fieldwork = study.study.fieldwork;
        ResultsPage {
            kicker: words.say("results-kicker"),
            title: frame.said(&study.study.title),
            purpose: frame.said(&study.study.purpose),
            days: format!("{} – {}", words.date(fieldwork.first()), words.date(fieldwork.last())),
            state: (fieldwork.stage(today) == Stage::Open).then(|| words.say("results-still-open")),
            summary: html::blocks(&[chapters::key_figures(study, &words), chapters::caution(study, &words)], &built_in),
            findings_of,
            findings,
            contents,
            chapters: html::blocks(&with_downloads(told.blocks, &home), &built_in),
            open_answers: if open.is_empty() { String::new() } else { html::blocks(&open, &built_in) },
            method: html::blocks(
                &std::iter::once(chapters::method_sheet(study, &words))
                    .chain(chapters::coverage(study, &words))
                    .chain(app::study::themes::annex(study, &words))
                    .collect::<Vec<_>>(),
                &built_in,
            ),
            report: format!("{home}/report"),
            report_pdf: format!("{home}/report.pdf"),
            data,
            table,
            open_data: None,
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
            figure.downloads = ["PNG", "SVG", "CSV"]
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
