use super::csv_line;
use crate::{
    Visit,
    public::{
        results::{figures, is_hidden, study_path},
        told,
    },
};
use app::study::{StudyData, chapters};
use axum::response::Response;
use document::{
    Block, Figure, Inline,
    chart::{Chart, ComparedCell, Dot, Interval},
};
use serde::Serialize;
use utoipa::ToSchema;

pub fn json(visit: &Visit, study: &StudyData) -> Response {
    let words = &visit.words;
    let blocks = chapters::chapters(study, words).blocks;
    let rows = if let Block::MethodSheet(rows) = chapters::method_sheet(study, words) { rows } else { Vec::new() };
    let method = rows.into_iter().map(|(term, words)| (term, plain(&words))).collect();
    let told = StudyTold {
        notice: study.project.as_ref().and_then(|project| told::demonstration(words, project)),
        address: visit.public_address(&study_path(study)),
        language: visit.language().tag(),
        title: study.study.title.say(visit.language()).to_owned(),
        purpose: study.study.purpose.say(visit.language()).to_owned(),
        first_day: study.study.fieldwork.first().to_string(),
        last_day: study.study.fieldwork.last().to_string(),
        audiences: study
            .audiences
            .iter()
            .map(|data| AudienceTold {
                code: data.audience.code.clone(),
                name: data.audience.name.say(visit.language()).to_owned(),
                collection: data.audience.collection.code(),
                answered: data.counts.responses(),
                planned: data.audience.planned(),
                population: data.audience.population,
                invited: data.audience.invited,
            })
            .collect(),
        figures: figures(&blocks).map(FigureTold::of).collect(),
        method,
    };
    super::json(&told, is_hidden(study))
}

/// Every cell of every figure's table as one line, so that a spreadsheet can filter them.
pub fn csv(visit: &Visit, study: &StudyData) -> Response {
    let blocks = chapters::chapters(study, &visit.words).blocks;
    let mut text = String::from("\u{feff}");
    csv_line(&mut text, ["figure", "question", "base", "row", "column", "value"]);
    for figure in figures(&blocks) {
        let columns: Vec<&str> = figure.table.columns.iter().map(|column| column.words.as_str()).collect();
        for row in &figure.table.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| plain(&cell.0)).collect();
            let heading = cells.first().cloned().unwrap_or_default();
            for (column, value) in columns.iter().zip(&cells).skip(1) {
                let cells = [figure.anchor.as_str(), &figure.question, &figure.base, &heading, column, value];
                csv_line(&mut text, cells);
            }
        }
    }
    if let Some(notice) = study.project.as_ref().and_then(|project| told::demonstration(&visit.words, project)) {
        csv_line(&mut text, [&notice]);
    }
    super::open_data("text/csv; charset=utf-8", text, is_hidden(study))
}

#[derive(Serialize, ToSchema)]
pub struct StudyTold {
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<String>,
    address: String,
    language: &'static str,
    title: String,
    purpose: String,
    first_day: String,
    last_day: String,
    audiences: Vec<AudienceTold>,
    figures: Vec<FigureTold>,
    /// Terms and their descriptions.
    #[schema(value_type = Vec<Vec<String>>)]
    method: Vec<(String, String)>,
}

#[derive(Serialize, ToSchema)]
struct AudienceTold {
    code: String,
    name: String,
    collection: &'static str,
    answered: u64,
    planned: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    invited: Option<u32>,
}

#[derive(Serialize, ToSchema)]
struct FigureTold {
    anchor: String,
    number: u32,
    finding: String,
    measure: String,
    question: String,
    base: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<String>,
    method: String,
    /// What the chart draws, as numbers.
    points: Vec<Point>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// One mark of a chart. A share runs from 0 to 1; a handful of people are counted instead.
#[derive(Serialize, ToSchema, Default)]
struct Point {
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u32>,
}

impl FigureTold {
    fn of(figure: &Figure) -> FigureTold {
        FigureTold {
            anchor: figure.anchor.clone(),
            number: figure.number,
            finding: figure.finding.clone(),
            measure: figure.measure.clone(),
            question: figure.question.clone(),
            base: figure.base.clone(),
            missing: figure.missing.clone(),
            method: figure.method.clone(),
            points: points(&figure.chart),
            columns: figure.table.columns.iter().map(|column| column.words.clone()).collect(),
            rows: figure.table.rows.iter().map(|row| row.cells.iter().map(|cell| plain(&cell.0)).collect()).collect(),
        }
    }
}

fn points(chart: &Chart) -> Vec<Point> {
    match chart {
        Chart::Bars(bars) => bars.rows.iter().map(|bar| shared(&bar.label, None, bar.share, bar.interval)).collect(),
        Chart::Battery(battery) => battery
            .rows
            .iter()
            .flat_map(|row| {
                let parts = row.segments.iter().zip(&battery.legend);
                parts.map(|(segment, entry)| shared(&row.label, Some(&entry.label), segment.share, None))
            })
            .collect(),
        Chart::Marks(marks) => marks.rows.iter().map(|row| counted(&row.label, None, row.filled, row.of)).collect(),
        Chart::Compared(compared) => compared
            .rows
            .iter()
            .flat_map(|row| {
                row.cells.iter().zip(&compared.audiences).map(|(cell, audience)| match cell {
                    ComparedCell::Share { share, interval, .. } => {
                        shared(&row.label, Some(audience), *share, *interval)
                    }
                    ComparedCell::Marks { filled, of, .. } => counted(&row.label, Some(audience), *filled, *of),
                    ComparedCell::Words(_) => {
                        Point { label: row.label.clone(), part: Some(audience.clone()), ..Point::default() }
                    }
                })
            })
            .collect(),
        Chart::Histogram(histogram) => {
            histogram.bins.iter().map(|bin| shared(&bin.label, None, bin.share, None)).collect()
        }
        Chart::Diverging(diverging) => points(&Chart::Battery(diverging.battery.clone())),
        Chart::Dots(dots) => dots
            .groupings
            .iter()
            .flat_map(|grouping| {
                grouping.rows.iter().map(|row| match &row.dot {
                    Dot::Share { share, interval, .. } => {
                        shared(&row.label, Some(&grouping.heading), *share, *interval)
                    }
                    Dot::Words(_) => {
                        Point { label: row.label.clone(), part: Some(grouping.heading.clone()), ..Point::default() }
                    }
                })
            })
            .collect(),
        // What these measure is no share of one question: their numbers are those of the table.
        Chart::Plane(_) | Chart::Course(_) => Vec::new(),
    }
}

fn shared(label: &str, part: Option<&String>, share: f64, interval: Option<Interval>) -> Point {
    Point {
        label: label.to_owned(),
        part: part.cloned(),
        share: Some(share),
        low: interval.map(|interval| interval.low),
        high: interval.map(|interval| interval.high),
        ..Point::default()
    }
}

fn counted(label: &str, part: Option<&String>, count: u32, of: u32) -> Point {
    Point { label: label.to_owned(), part: part.cloned(), count: Some(count), of: Some(of), ..Point::default() }
}

/// The words of a cell without their emphasis.
pub fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(words) | Inline::Number { words, .. } => words.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
            Inline::Link { words, .. } => plain(words),
        })
        .collect()
}
