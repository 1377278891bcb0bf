use super::{
    Anchor, Canvas, Interval, Paint, Tick, Weight,
    canvas::{count, within},
    text_width, wrapped,
};
use crate::Tone;

/// Something that was measured again and again: a share in every wave, answers at the end of every week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// Of the upright axis, from 0 at the foot to 1 at the top.
    pub ticks: Vec<Tick>,
    pub points: Vec<CoursePoint>,
    pub plan: Option<Plan>,
    /// Below the chart: what the axis along the bottom is.
    pub note: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CoursePoint {
    /// From 0 at the left to 1 at the right.
    pub at: f64,
    /// How high, from 0 to 1.
    pub up: f64,
    pub interval: Option<Interval>,
    /// Above the mark: „73 %“
    pub value: String,
    /// Below the axis: „2023 г.“
    pub label: String,
    /// Whether a line leads here from the point before: not where the two cannot be compared.
    pub joined: bool,
}

/// What was wanted, as a line from corner to corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// „план: 176“
    pub words: String,
    pub from: (f64, f64),
    pub to: (f64, f64),
}

/// The upright axis at the left, the marks and what leads from one to the next, the labels below.
pub(super) fn draw(course: &Course, canvas: &mut Canvas) {
    let size = canvas.size;
    let small = size * 0.88;
    let gutter = course.ticks.iter().map(|tick| text_width(&tick.words, Weight::Regular, small)).fold(0.0, f64::max);
    let left = gutter + size;
    let margin = size * 2.2;
    let (from, width) = (left + margin, canvas.width - left - margin * 2.0);
    let height = (canvas.width * 0.42).clamp(size * 10.0, size * 18.0);
    if let Some(plan) = &course.plan {
        legend(&plan.words, canvas);
    }
    let top = canvas.y + size * 1.5;
    let foot = top + height;
    let at = |across: f64| from + width * within(across);
    let up = |share: f64| foot - height * within(share);
    for tick in &course.ticks {
        let y = up(tick.at);
        canvas.line((left, y), (canvas.width, y), size * 0.06, Paint::Rule);
        canvas.text(gutter, canvas.baseline(y, small), &tick.words, small, Anchor::End, Weight::Regular, Paint::Quiet);
    }
    canvas.line((left, foot), (canvas.width, foot), size * 0.08, Paint::Quiet);
    if let Some(Plan { from, to, .. }) = &course.plan {
        canvas.dashes((at(from.0), up(from.1)), (at(to.0), up(to.1)), size * 0.14, Paint::Quiet);
    }
    for pair in course.points.windows(2) {
        if let [one, other] = pair
            && other.joined
        {
            let line = ((at(one.at), up(one.up)), (at(other.at), up(other.up)));
            canvas.line(line.0, line.1, size * 0.18, Paint::Tone(Tone::Plain));
        }
    }
    let mut ends = Vec::new();
    for point in &course.points {
        let centre = (at(point.at), up(point.up));
        let mut above = centre.1;
        if let Some(Interval { low, high }) = point.interval {
            canvas.whisker((centre.0, up(low)), (centre.0, up(high)));
            above = up(high).min(above);
        }
        canvas.dot(centre, size * 0.38, Tone::Plain);
        ends.push((centre.0, above - size * 0.75));
    }
    values(course, &ends, canvas);
    canvas.y = foot + size * 0.3;
    labels(course, &at, canvas);
    canvas.paragraph(&course.note, small);
}

/// The values over their marks; where they would run into one another, the last of them stays.
fn values(course: &Course, ends: &[(f64, f64)], canvas: &mut Canvas) {
    let size = canvas.size;
    let mut until = f64::INFINITY;
    for (point, (x, y)) in course.points.iter().zip(ends).rev() {
        let half = text_width(&point.value, Weight::SemiBold, size) / 2.0;
        let x = x.min(canvas.width - half).max(half);
        if x + half <= until {
            until = x - half - size * 0.4;
            canvas.text(x, y.max(size), &point.value, size, Anchor::Middle, Weight::SemiBold, Paint::Ink);
        }
    }
}

/// The labels in as many lines as they need between two marks; of many marks only so many as have room.
fn labels(course: &Course, at: &impl Fn(f64) -> f64, canvas: &mut Canvas) {
    let size = canvas.size * 0.88;
    let places: Vec<f64> = course.points.iter().map(|point| at(point.at)).collect();
    let step = places
        .windows(2)
        .filter_map(|pair| Some(pair.last()? - pair.first()?))
        .fold(canvas.width * 0.6, f64::min)
        .max(0.1);
    let word = |words: &str| words.split(' ').map(|word| text_width(word, Weight::Regular, size)).fold(0.0, f64::max);
    let widest = course.points.iter().map(|point| word(&point.label)).fold(size * 3.0, f64::max);
    // The label at an edge reaches further over than half of its width: two thirds of a step are sure to be free.
    let room = |every: usize| (step * count(every) - size * 0.6) * 2.0 / 3.0;
    let every = (1..200_usize).find(|every| room(*every) >= widest.min(size * 5.0)).unwrap_or(200);
    let room = room(every);
    let mut tallest = 0;
    let last = course.points.len().saturating_sub(1);
    for (place, (point, x)) in course.points.iter().zip(&places).enumerate() {
        if !(last - place).is_multiple_of(every) {
            continue;
        }
        let lines = wrapped(&point.label, Weight::Regular, size, room);
        let half = lines.iter().map(|line| text_width(line, Weight::Regular, size)).fold(0.0, f64::max) / 2.0;
        let x = x.min(canvas.width - half).max(half);
        for (line, words) in lines.iter().enumerate() {
            let y = canvas.y + size * (1.0 + 1.25 * count(line));
            canvas.text(x, y, words, size, Anchor::Middle, Weight::Regular, Paint::Ink);
        }
        tallest = tallest.max(lines.len());
    }
    canvas.y += size * (0.5 + 1.25 * count(tallest));
}

fn legend(words: &str, canvas: &mut Canvas) {
    let size = canvas.size;
    let middle = canvas.y + size * 0.6;
    canvas.dashes((0.0, middle), (size * 2.2, middle), size * 0.14, Paint::Quiet);
    for line in wrapped(words, Weight::Regular, size, canvas.width - size * 3.0) {
        let y = canvas.baseline(canvas.y + size * 0.6, size);
        canvas.text(size * 2.8, y, &line, size, Anchor::Start, Weight::Regular, Paint::Ink);
        canvas.y += canvas.leading();
    }
    canvas.y += size * 0.3;
}
