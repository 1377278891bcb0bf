use super::{Anchor, Canvas, Interval, Paint, Tick, Weight, canvas::count, placing::Placing, text_width, wrapped};
use crate::Tone;

/// Items by how well they are done (across) and how much they matter (up), parted into four fields.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plane {
    pub across: Axis,
    pub up: Axis,
    pub points: Vec<PlanePoint>,
    /// The names of the fields: upper left, upper right, lower left, lower right.
    pub fields: [String; 4],
    /// Below the chart: what a ring means.
    pub note: String,
}

/// An axis in the unit of what it measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// „оценка“
    pub name: String,
    pub low: f64,
    pub high: f64,
    /// Where the line between the fields lies.
    pub split: f64,
    pub ticks: Vec<Tick>,
}

impl Default for Axis {
    fn default() -> Axis {
        Axis { name: String::new(), low: 0.0, high: 1.0, split: 0.5, ticks: Vec::new() }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct PlanePoint {
    pub label: String,
    pub across: (f64, Option<Interval>),
    pub up: (f64, Option<Interval>),
    /// `None` where an interval crosses a line, so that the field is not certain.
    pub tone: Option<Tone>,
}

impl Axis {
    /// The place of a value, from 0 to 1; what is no number lies on the line.
    fn place(&self, value: f64) -> f64 {
        let place = |value: f64| (value - self.low) / (self.high - self.low);
        [place(value), place(self.split), 0.5]
            .into_iter()
            .find(|place| place.is_finite())
            .unwrap_or(0.5)
            .clamp(0.0, 1.0)
    }
}

/// A point on the sheet.
type At = (f64, f64);

/// Where the plane lies on the sheet.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    foot: f64,
}

/// The fields, the axes, the marks with their intervals; the labels beside the marks, or numbers with a list below where
/// labels have no room.
pub(super) fn draw(plane: &Plane, canvas: &mut Canvas) {
    let size = canvas.size;
    let small = size * 0.88;
    let gutter = plane.up.ticks.iter().map(|tick| text_width(&tick.words, Weight::Regular, small)).fold(0.0, f64::max);
    for line in wrapped(&plane.up.name, Weight::SemiBold, size, canvas.width) {
        canvas.text(0.0, canvas.y + size, &line, size, Anchor::Start, Weight::SemiBold, Paint::Ink);
        canvas.y += canvas.leading();
    }
    let top = canvas.y + size * 0.6;
    let left = gutter + size * 0.6;
    let frame =
        Frame { left, right: canvas.width, top, foot: top + (canvas.width * 0.72).clamp(size * 18.0, size * 32.0) };
    let at = |across: f64, up: f64| {
        let (x, y) = (plane.across.place(across), plane.up.place(up));
        // A mark at the very end of an axis has room for its edge.
        let inset = size * 0.7;
        let (width, height) = (frame.right - frame.left - 2.0 * inset, frame.foot - frame.top - 2.0 * inset);
        (frame.left + inset + width * x, frame.foot - inset - height * y)
    };
    let mut placing = Placing::new((frame.left, frame.right), (frame.top, frame.foot));
    let split = at(plane.across.split, plane.up.split);
    fields(plane, &frame, split, &mut placing, canvas);
    axes(plane, &frame, gutter, &at, canvas);
    let marks: Vec<At> = plane.points.iter().map(|point| at(point.across.0, point.up.0)).collect();
    let (radius, cap) = (size * 0.42, size * 0.2);
    for (point, (x, y)) in plane.points.iter().zip(&marks) {
        placing.mark((*x, *y), radius * 1.3);
        let ends = |interval: Option<Interval>, of: fn(At) -> f64, along: &dyn Fn(f64) -> At| {
            interval.map(|Interval { low, high }| (of(along(low)), of(along(high))))
        };
        if let Some((low, high)) = ends(point.across.1, |at| at.0, &|value| at(value, point.up.0)) {
            canvas.whisker((low, *y), (high, *y));
            placing.line((low, *y), (high, *y), cap);
        }
        if let Some((low, high)) = ends(point.up.1, |at| at.1, &|value| at(point.across.0, value)) {
            canvas.whisker((*x, low), (*x, high));
            placing.line((*x, low), (*x, high), cap);
        }
    }
    for (point, mark) in plane.points.iter().zip(&marks) {
        match point.tone {
            Some(tone) => canvas.dot(*mark, radius, tone),
            None => canvas.ring(*mark, radius),
        }
    }
    canvas.y = frame.foot + size * 0.3;
    let across = plane.across.ticks.iter().map(|tick| (at(tick.at, plane.up.low).0, tick.words.as_str()));
    canvas.row_of_words(across, small);
    for line in wrapped(&plane.across.name, Weight::SemiBold, size, canvas.width) {
        canvas.text(canvas.width, canvas.y + size, &line, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        canvas.y += canvas.leading();
    }
    canvas.y += size * 0.4;
    if !labelled(plane, &marks, placing.clone(), canvas) {
        numbered(plane, &marks, placing, canvas);
    }
    canvas.paragraph(&plane.note, small);
}

/// The first field has a ground of its own, for it is read first; each has its name in its outer corner.
fn fields(plane: &Plane, frame: &Frame, split: At, placing: &mut Placing, canvas: &mut Canvas) {
    let size = canvas.size * 0.88;
    canvas.rect(frame.left, frame.top, split.0 - frame.left, split.1 - frame.top, Paint::Ground);
    canvas.line((split.0, frame.top), (split.0, frame.foot), canvas.size * 0.1, Paint::Quiet);
    canvas.line((frame.left, split.1), (frame.right, split.1), canvas.size * 0.1, Paint::Quiet);
    let air = canvas.size * 0.5;
    let [one, two, three, four] = &plane.fields;
    let half = (frame.right - frame.left) / 2.0 - air * 2.0;
    let corners = [(one, false, true), (two, true, true), (three, false, false), (four, true, false)];
    for (words, is_right, is_upper) in corners {
        let lines = wrapped(words, Weight::Regular, size, half);
        let leading = size * 1.25;
        let block = leading * count(lines.len());
        let top = if is_upper { frame.top + air } else { frame.foot - air - block };
        for (line, words) in lines.iter().enumerate() {
            let y = top + leading * count(line) + size * 0.9;
            let (x, anchor) =
                if is_right { (frame.right - air, Anchor::End) } else { (frame.left + air, Anchor::Start) };
            canvas.text(x, y, words, size, anchor, Weight::Regular, Paint::Quiet);
            let width = text_width(words, Weight::Regular, size);
            let left = if is_right { x - width } else { x };
            placing.words((left, left + width), (y - size * 0.8, y + size * 0.3));
        }
    }
}

fn axes(plane: &Plane, frame: &Frame, gutter: f64, at: &impl Fn(f64, f64) -> At, canvas: &mut Canvas) {
    let size = canvas.size;
    let small = size * 0.88;
    let thin = size * 0.08;
    canvas.line((frame.left, frame.top), (frame.left, frame.foot), thin, Paint::Quiet);
    canvas.line((frame.left, frame.foot), (frame.right, frame.foot), thin, Paint::Quiet);
    let mut above = f64::INFINITY;
    for tick in &plane.up.ticks {
        let y = at(plane.across.low, tick.at).1;
        canvas.line((frame.left - size * 0.3, y), (frame.left, y), thin, Paint::Quiet);
        if y <= above - small * 1.2 {
            above = y;
            let baseline = canvas.baseline(y, small);
            canvas.text(gutter, baseline, &tick.words, small, Anchor::End, Weight::Regular, Paint::Quiet);
        }
    }
    for tick in &plane.across.ticks {
        let x = at(tick.at, plane.up.low).0;
        canvas.line((x, frame.foot), (x, frame.foot + size * 0.3), thin, Paint::Quiet);
    }
}

/// Each label beside its mark, clear of every interval. Draws nothing and answers false where one of them has no room.
fn labelled(plane: &Plane, marks: &[At], mut placing: Placing, canvas: &mut Canvas) -> bool {
    let size = canvas.size * 0.95;
    let width = (canvas.width * 0.3).min(size * 13.0);
    let mut placed = Vec::new();
    for (point, mark) in plane.points.iter().zip(marks) {
        let lines = wrapped(&point.label, Weight::Regular, size, width);
        let Some(place) = placing.beside(*mark, &lines, (Weight::Regular, size), false) else { return false };
        placed.push((place, lines));
    }
    for ((x, y), lines) in placed {
        for (line, words) in lines.iter().enumerate() {
            let y = y + size * (0.85 + 1.2 * count(line));
            canvas.text(x, y, words, size, Anchor::Start, Weight::Regular, Paint::Ink);
        }
    }
    true
}

/// Numbers beside the marks, those of marks that cover each other together, and below what each number means.
fn numbered(plane: &Plane, marks: &[At], mut placing: Placing, canvas: &mut Canvas) {
    let size = canvas.size;
    let mut clusters: Vec<(At, Vec<usize>)> = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        let near = |other: &At| (mark.0 - other.0).abs() < size * 0.9 && (mark.1 - other.1).abs() < size * 0.9;
        match clusters.iter_mut().find(|(at, _)| near(at)) {
            Some((_, places)) => places.push(place + 1),
            None => clusters.push((*mark, vec![place + 1])),
        }
    }
    for (mark, places) in clusters {
        let words = places.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        let lines = wrapped(&words, Weight::SemiBold, size, size * 6.0);
        // Where even a number has no room, the table below the chart tells the place.
        let Some((x, y)) = placing.beside(mark, &lines, (Weight::SemiBold, size), true) else { continue };
        for (line, words) in lines.iter().enumerate() {
            let y = y + size * (0.85 + 1.2 * count(line));
            canvas.text(x, y, words, size, Anchor::Start, Weight::SemiBold, Paint::Ink);
        }
    }
    let indent = text_width("00", Weight::SemiBold, size) + size * 0.5;
    for (place, point) in plane.points.iter().enumerate() {
        let number = (place + 1).to_string();
        let y = canvas.y + size * 0.9;
        canvas.text(indent - size * 0.5, y, &number, size, Anchor::End, Weight::SemiBold, Paint::Ink);
        for line in wrapped(&point.label, Weight::Regular, size, canvas.width - indent) {
            let y = canvas.y + size * 0.9;
            canvas.text(indent, y, &line, size, Anchor::Start, Weight::Regular, Paint::Ink);
            canvas.y += canvas.leading();
        }
        canvas.y += size * 0.15;
    }
    canvas.y += size * 0.2;
}
