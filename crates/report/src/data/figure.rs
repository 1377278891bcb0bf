use super::{Anchors, dict, drawing, inlines, kind, list, maybe, named, words};
use document::{Align, Chart, Figure, RowKind, Table, chart};
use typst::foundations::{Dict, IntoValue, Value};

/// The measure of the page in points, and the type size of charts.
const MEASURE: f64 = 453.5;
const TYPE: f64 = 8.8;

pub(super) fn of(figure: &Figure, anchors: &mut Anchors) -> Dict {
    let drawing = chart::layout(&figure.chart, MEASURE, TYPE);
    kind(
        "figure",
        [
            ("anchor", anchors.label(&figure.anchor)),
            ("number", i64::from(figure.number).into_value()),
            ("finding", words(&figure.finding)),
            ("measure", words(&figure.measure)),
            ("question", words(&figure.question)),
            ("base", words(&figure.base)),
            ("missing", maybe(figure.missing.as_deref())),
            ("method", words(&figure.method)),
            ("alternative", named(&figure.alternative)),
            ("drawing", drawing::of(&drawing)),
            ("intervals", intervals(&figure.chart).into_value()),
            ("table", table(&figure.table, anchors)),
        ],
    )
}

/// Whether thin lines over bars need a word of explanation.
fn intervals(chart: &Chart) -> bool {
    match chart {
        Chart::Bars(bars) => bars.rows.iter().any(|row| row.interval.is_some()),
        Chart::Compared(compared) => compared
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|cell| matches!(cell, chart::ComparedCell::Share { interval: Some(_), .. })),
        Chart::Battery(_) | Chart::Marks(_) | Chart::Histogram(_) => false,
    }
}

pub(super) fn table(table: &Table, anchors: &mut Anchors) -> Value {
    let anchor = table.anchor.as_deref().map_or(Value::None, |anchor| anchors.label(anchor));
    let widest = table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len()]).max().unwrap_or(0);
    let row = |row: &document::Row| {
        let mut cells: Vec<Value> = row.cells.iter().map(|cell| inlines(&cell.0, anchors)).collect();
        cells.resize(widest, list([], |none: Value| none));
        Value::Dict(dict([("total", (row.kind == RowKind::Total).into_value()), ("cells", list(cells, |cell| cell))]))
    };
    let rows = list(&table.rows, row);
    let columns = (0..widest).map(|place| table.columns.get(place));
    Value::Dict(dict([
        ("anchor", anchor),
        ("number", table.number.map_or(Value::None, |number| i64::from(number).into_value())),
        ("caption", maybe(table.caption.as_deref())),
        ("heads", list(columns.clone(), |column| words(column.map_or("", |column| &column.words)))),
        (
            "sides",
            list(columns, |column| {
                Value::Str(
                    match column.map(|column| column.align).unwrap_or_default() {
                        Align::Start => "start",
                        Align::Centre => "centre",
                        Align::End => "end",
                    }
                    .into(),
                )
            }),
        ),
        ("longest", longest(table).into_value()),
        ("rows", rows),
        ("note", maybe(table.note.as_deref())),
    ]))
}

/// The width of the longest word over a column of numbers, in type sizes: whether the heads must be hyphenated.
fn longest(table: &Table) -> f64 {
    let words = table.columns.iter().skip(1).flat_map(|column| column.words.split([' ', '-']));
    words.map(|word| chart::text_width(word, chart::Weight::SemiBold, 1.0)).fold(0.0, f64::max)
}
