use super::{Anchors, dict, drawing, inlines, list, maybe, named, words};
use document::{Align, Figure, RowKind, Table, chart};
use typst::foundations::{Dict, IntoValue, Value};

/// The measure of the page in points, and the type size of charts.
pub(super) const MEASURE: f64 = 453.5;
const TYPE: f64 = 8.8;

pub(super) fn of(figure: &Figure, anchors: &mut Anchors) -> Dict {
    let mut data = alone(figure);
    data.insert("kind".into(), Value::Str("figure".into()));
    data.insert("anchor".into(), anchors.label(&figure.anchor));
    data.insert("table".into(), table(&figure.table, 8.3, anchors));
    data
}

/// The figure without its table and without its place in a document.
pub(super) fn alone(figure: &Figure) -> Dict {
    dict([
        ("number", i64::from(figure.number).into_value()),
        ("finding", words(&figure.finding)),
        ("measure", words(&figure.measure)),
        ("question", words(&figure.question)),
        ("base", words(&figure.base)),
        ("remarks", words(&remarks(figure))),
        ("alternative", named(&figure.alternative)),
        ("drawing", drawing(figure)),
        ("intervals", figure.chart.has_intervals().into_value()),
    ])
}

/// The chart alone.
pub(super) fn drawing(figure: &Figure) -> Value {
    drawing::of(&chart::layout(&figure.chart, MEASURE, TYPE))
}

/// Who is missing and how sure the numbers are, run on as sentences.
fn remarks(figure: &Figure) -> String {
    let mut remarks = String::new();
    for part in [figure.missing.as_deref().unwrap_or_default(), figure.method.as_str()] {
        let part = part.trim();
        if !remarks.is_empty() && !part.is_empty() {
            remarks.push_str(if remarks.ends_with(['.', '!', '?', '…']) { " " } else { ". " });
        }
        remarks.push_str(part);
    }
    remarks
}

/// A table set in type of `size` points.
pub(super) fn table(table: &Table, size: f64, anchors: &mut Anchors) -> Value {
    let anchor = table.anchor.as_deref().map_or(Value::None, |anchor| anchors.label(anchor));
    let widest = table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len()]).max().unwrap_or(0);
    let row = |row: &document::Row| {
        let mut cells: Vec<Value> = row.cells.iter().map(|cell| inlines(&cell.0, anchors)).collect();
        cells.resize(widest, list([], |none: Value| none));
        Value::Dict(dict([("total", (row.kind == RowKind::Total).into_value()), ("cells", list(cells, |cell| cell))]))
    };
    let rows = list(&table.rows, row);
    // Many columns take smaller type.
    let size = size
        * if widest > 7 {
            0.88
        } else if widest > 5 {
            0.93
        } else {
            1.0
        };
    let widths = widths(table, widest, MEASURE / size);
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
        ("size", size.into_value()),
        ("widths", list(widths.columns, IntoValue::into_value)),
        ("hyphenated", widths.hyphenated.into_value()),
        ("rows", rows),
        ("note", maybe(table.note.as_deref())),
    ]))
}

/// The widths of the columns of numbers in a table of many columns, in type sizes; the first column takes what is left.
struct Widths {
    columns: Vec<f64>,
    /// Whether a head does not fit without being hyphenated.
    hyphenated: bool,
}

/// No cell of numbers is ever broken. Heads are broken between words, and only where all together would leave less
/// than a quarter of `measure` (in type sizes) to the first column, inside of them.
fn widths(table: &Table, count: usize, measure: f64) -> Widths {
    let width = |words: &str| chart::text_width(words, chart::Weight::SemiBold, 1.0);
    let widest = |words: &mut dyn Iterator<Item = f64>| words.fold(0.0, f64::max);
    let heads: Vec<f64> = (1..count)
        .map(|place| {
            let head = table.columns.get(place).map_or("", |column| &column.words);
            widest(&mut head.split(' ').map(width))
        })
        .collect();
    let cells: Vec<f64> = (1..count)
        .map(|place| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
            widest(&mut cells.map(|cell| width(&document::Inline::plain(&cell.0)))).min(12.0)
        })
        .collect();
    let fit = |longest: f64| -> Vec<f64> {
        heads.iter().zip(&cells).map(|(head, cell)| head.min(longest).max(*cell).max(NARROWEST) + GUTTER).collect()
    };
    let longest = [20.0, 7.0, 6.0, 5.0, 4.0, 3.5];
    let longest =
        longest.into_iter().find(|longest| fit(*longest).iter().sum::<f64>() <= measure * 0.75).unwrap_or(3.0);
    Widths { columns: fit(longest), hyphenated: heads.iter().any(|head| *head > longest) }
}

/// The narrowest column of numbers, in type sizes: narrower ones tear their heads apart.
const NARROWEST: f64 = 2.2;
/// The air between two columns, in type sizes.
const GUTTER: f64 = 0.9;
