use super::{
    Anchor, Canvas, Interval, Paint, Tick, Weight,
    canvas::{count, within},
    text_width, wrapped,
};
use crate::Tone;

/// Groups of the same people on one axis, each a dot with its interval, beside the line of all together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dots {
    pub ticks: Vec<Tick>,
    pub total: Option<DotsTotal>,
    pub groupings: Vec<Grouping>,
}

/// The share of all, and what its line is called: „общо: 73 %“.
#[derive(Debug, Clone, PartialEq)]
pub struct DotsTotal {
    pub share: f64,
    pub words: String,
}

/// One way to part the people: „Възраст“.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grouping {
    pub heading: String,
    pub rows: Vec<DotRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    pub label: String,
    /// „n = 42“
    pub base: String,
    pub dot: Dot,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Dot {
    Share {
        share: f64,
        value: String,
        interval: Option<Interval>,
    },
    /// Nothing to draw, and why.
    Words(String),
}

/// Where the axis lies, and whether labels have a column of their own.
struct Axis {
    left: f64,
    width: f64,
    /// Where the words of a group begin that has no dot.
    words: f64,
    beside: Option<f64>,
    /// The share of all.
    total: Option<f64>,
}

impl Axis {
    fn at(&self, share: f64) -> f64 {
        self.left + self.width * within(share)
    }
}

/// For each grouping its heading and its rows, with the line of all through them; then the axis.
pub(super) fn draw(dots: &Dots, canvas: &mut Canvas) {
    let size = canvas.size;
    let rows = || dots.groupings.iter().flat_map(|grouping| &grouping.rows);
    let value = canvas.widest(rows().map(|row| row.dot.value()), Weight::SemiBold);
    let base = canvas.widest(rows().map(|row| row.base.as_str()), Weight::Regular);
    let is_wide = canvas.width >= size * WIDE;
    let (label, _) = canvas.label_column(rows().map(|row| row.label.as_str()), 0.32);
    let ends =
        |place: Option<&Tick>| place.map_or(0.0, |tick| text_width(&tick.words, Weight::Regular, size * 0.88) / 2.0);
    let left = if is_wide { label + size } else { 0.0 };
    let inset = ends(dots.ticks.first()).max(size * 0.5);
    let columns = value + size * 0.8 + if is_wide { base + size } else { 0.0 };
    let width = canvas.width - left - inset - columns - ends(dots.ticks.last()).max(size * 0.5);
    let axis = Axis {
        left: left + inset,
        width,
        words: left,
        beside: is_wide.then_some(label),
        total: dots.total.as_ref().map(|total| total.share),
    };
    if let Some(total) = &dots.total {
        for line in wrapped(&total.words, Weight::SemiBold, size, canvas.width) {
            let half = text_width(&line, Weight::SemiBold, size) / 2.0;
            let x = axis.at(total.share).clamp(half, (canvas.width - half).max(half));
            canvas.text(x, canvas.y + size, &line, size, Anchor::Middle, Weight::SemiBold, Paint::Ink);
            canvas.y += canvas.leading();
        }
        canvas.y += size * 0.25;
    }
    for grouping in &dots.groupings {
        heading(&grouping.heading, canvas);
        for row in &grouping.rows {
            draw_row(row, &axis, base, canvas);
        }
    }
    scale(dots, &axis, canvas);
}

/// From so many type sizes on, labels stand beside the axis instead of above it.
pub(super) const WIDE: f64 = 40.0;

impl Dot {
    fn value(&self) -> &str {
        match self {
            Dot::Share { value, .. } => value,
            Dot::Words(_) => "",
        }
    }
}

fn heading(words: &str, canvas: &mut Canvas) {
    if words.is_empty() {
        return;
    }
    canvas.y += canvas.size * 0.3;
    for line in wrapped(words, Weight::SemiBold, canvas.size, canvas.width) {
        let y = canvas.y + canvas.size * 0.9;
        canvas.text(0.0, y, &line, canvas.size, Anchor::Start, Weight::SemiBold, Paint::Ink);
        canvas.y += canvas.leading();
    }
    canvas.y += canvas.size * 0.2;
}

fn draw_row(row: &DotRow, axis: &Axis, base: f64, canvas: &mut Canvas) {
    let size = canvas.size;
    let mut height = size * 1.5;
    match axis.beside {
        Some(column) => {
            let lines = wrapped(&row.label, Weight::Regular, size, column);
            height = height.max(canvas.leading() * count(lines.len()));
            canvas.label(0.0, canvas.y + height / 2.0, &lines);
        }
        None => {
            let lines = wrapped(&row.label, Weight::Regular, size, canvas.width - base - size);
            let first = canvas.y + canvas.leading() / 2.0;
            let y = canvas.baseline(first, size);
            canvas.text(canvas.width, y, &row.base, size, Anchor::End, Weight::Regular, Paint::Quiet);
            let block = canvas.leading() * count(lines.len());
            canvas.label(0.0, canvas.y + block / 2.0, &lines);
            canvas.y += block;
        }
    }
    let middle = canvas.y + height / 2.0;
    let y = canvas.baseline(middle, size);
    let mut end = canvas.width;
    if axis.beside.is_some() {
        canvas.text(end, y, &row.base, size, Anchor::End, Weight::Regular, Paint::Quiet);
        end -= base + size;
    }
    match &row.dot {
        Dot::Share { share, value, interval } => {
            if let Some(total) = axis.total {
                let x = axis.at(total);
                canvas.line((x, middle - height / 2.0), (x, middle + height / 2.0), size * 0.1, Paint::Quiet);
            }
            canvas.line((axis.left, middle), (axis.left + axis.width, middle), size * 0.06, Paint::Rule);
            if let Some(interval) = interval {
                canvas.whisker((axis.at(interval.low), middle), (axis.at(interval.high), middle));
            }
            canvas.dot((axis.at(*share), middle), size * 0.42, Tone::Plain);
            canvas.text(end, y, value, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        }
        Dot::Words(words) => {
            let small = size * 0.88;
            let lines = wrapped(words, Weight::Regular, small, (end - axis.words).max(size * 4.0));
            for (place, line) in lines.iter().enumerate() {
                let y = y + canvas.leading() * count(place);
                canvas.text(axis.words, y, line, small, Anchor::Start, Weight::Regular, Paint::Quiet);
            }
            height += canvas.leading() * count(lines.len().saturating_sub(1));
        }
    }
    canvas.y += height + if axis.beside.is_some() { 0.0 } else { size * 0.4 };
}

/// The words of the axis below its rows.
fn scale(dots: &Dots, axis: &Axis, canvas: &mut Canvas) {
    let size = canvas.size;
    for tick in &dots.ticks {
        let x = axis.at(tick.at);
        canvas.line((x, canvas.y), (x, canvas.y + size * 0.3), size * 0.06, Paint::Quiet);
    }
    canvas.y += size * 0.4;
    canvas.row_of_words(dots.ticks.iter().map(|tick| (axis.at(tick.at), tick.words.as_str())), size * 0.88);
}
