use super::{
    super::{SignedIn, WriteReports},
    told::part_line,
};
use crate::{Asked, Failure, Frame, Page, Visit};
use app::{
    Words,
    reports::{self, HeldReport},
    study::{StudyData, StudyFigures},
};
use askama::Template;
use axum::{extract::Path, response::Response};
use base::Language;
use document::manuscript::{Difference, NumberDifference, PartId, Run, RunKind, compared};

/// What is different between two states: words put in and taken out, and numbers that changed.
#[derive(Template)]
#[template(path = "desk/written/differences.html")]
pub struct DifferencesPage {
    frame: Frame,
    title: String,
    home: String,
    heading: String,
    tag: &'static str,
    rows: Vec<DifferenceRow>,
    numbers: Vec<(String, String, String)>,
}

pub struct DifferenceRow {
    pub what: String,
    pub part: String,
    pub runs: Vec<RunRow>,
}

pub struct RunRow {
    pub words: String,
    pub is_new: bool,
    pub is_gone: bool,
}

pub async fn show(
    WriteReports(actor): WriteReports,
    visit: Visit,
    who: SignedIn,
    Path(report): Path<String>,
    asked: Asked,
) -> Result<Response, Failure> {
    let (held, data) = super::held(&visit, actor, &report).await?;
    let language = super::asked_language(&visit, &held, &asked);
    let (id, newest) = (held.report.id, held.report.revision);
    let after = asked.0.text("after").parse().unwrap_or(newest);
    let before = asked.0.text("before").parse().unwrap_or(after.saturating_sub(1).max(1));
    let read = move |tx: &mut store::Transaction, _: &app::Instance| {
        reports::differences(tx, actor, id, (before, after), language)
    };
    let found = visit.site.read(read).await?;
    let frame = super::frame(&visit, &who, &held, &visit.words.say("written-differences"));
    visit.show(&page(frame, &held, &data, language, (before, after), &found))
}

type Found = (Vec<Difference>, Vec<NumberDifference>);

fn page(
    frame: Frame,
    held: &HeldReport,
    data: &StudyData,
    language: Language,
    (before, after): (u64, u64),
    (differences, numbers): &Found,
) -> DifferencesPage {
    let words = Words::new(language);
    let figures = StudyFigures::new(data, &words);
    let named = |id: PartId| match held.manuscript.part(id) {
        Some(part) => part_line(&frame, part, language, &figures),
        None => frame.say("written-part-gone"),
    };
    let values = [("before", before.to_string().into()), ("after", after.to_string().into())];
    DifferencesPage {
        title: held.manuscript.told_title(language, &figures),
        home: frame.to(&super::home(held)),
        heading: frame.words.tell("written-differences-of", &values),
        tag: language.tag(),
        rows: difference_rows(&frame, differences, named),
        numbers: number_rows(numbers),
        frame,
    }
}

pub fn difference_rows(
    frame: &Frame,
    differences: &[Difference],
    named: impl Fn(PartId) -> String,
) -> Vec<DifferenceRow> {
    let whole = |words: &str, is_new: bool| vec![RunRow { words: words.to_owned(), is_new, is_gone: !is_new }];
    let run = |run: &Run| RunRow {
        words: run.words.clone(),
        is_new: run.kind == RunKind::New,
        is_gone: run.kind == RunKind::Gone,
    };
    let row = |difference: &Difference| {
        let (key, part, runs) = match difference {
            Difference::Added { part, words } => ("added", part, whole(words, true)),
            Difference::Removed { part, words } => ("removed", part, whole(words, false)),
            Difference::Moved { part } => ("moved", part, Vec::new()),
            Difference::Changed { part, runs } => ("changed", part, runs.iter().map(run).collect()),
        };
        DifferenceRow { what: frame.say(&format!("written-difference-{key}")), part: named(*part), runs }
    };
    differences.iter().map(row).collect()
}

/// Address, before, after.
pub fn number_rows(numbers: &[NumberDifference]) -> Vec<(String, String, String)> {
    let told = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    numbers.iter().map(|one| (one.address.to_string(), told(&one.before), told(&one.after))).collect()
}

impl Page for DifferencesPage {
    const NAME: &'static str = "desk-written-differences";

    fn samples(language: Language) -> Vec<(&'static str, DifferencesPage)> {
        let (held, data) = super::sample();
        let frame = || super::sample_frame(language, "written-differences");
        let last = held.manuscript.parts().iter().rfind(|part| part.body.kind() == "prose").map(|part| part.id);
        let fewer = last.and_then(|id| held.manuscript.clone().remove(id).ok()).unwrap_or_default();
        let found = compared(&held.manuscript, &fewer, language);
        let none = compared(&held.manuscript, &held.manuscript, language);
        vec![
            ("some", page(frame(), &held, &data, language, (6, 7), &found)),
            ("none", page(frame(), &held, &data, language, (6, 7), &none)),
        ]
    }
}
