use super::{Anchor, Drawing, Interval, Paint, Shape, Weight, text_width, wrapped};
use crate::Tone;

/// The sheet a chart is drawn on: shapes, the type size that everything is measured by, and how far down we are.
pub(super) struct Canvas {
    pub width: f64,
    pub size: f64,
    pub y: f64,
    shapes: Vec<Shape>,
}

impl Canvas {
    pub fn new(width: f64, size: f64) -> Canvas {
        Canvas { width, size, y: 0.0, shapes: Vec::new() }
    }

    pub fn finish(self) -> Drawing {
        Drawing { width: self.width, height: self.y.max(self.size), shapes: self.shapes }
    }

    /// The distance between baselines.
    pub fn leading(&self) -> f64 {
        self.size * 1.25
    }

    /// The height of a bar.
    pub fn bar(&self) -> f64 {
        self.size * 1.75
    }

    /// The baseline that centres one line of type on `middle`.
    pub fn baseline(&self, middle: f64, size: f64) -> f64 {
        middle + size * 0.33
    }

    /// The widest of these words, with a little air.
    pub fn widest<'a>(&self, words: impl Iterator<Item = &'a str>, weight: Weight) -> f64 {
        words.map(|words| text_width(words, weight, self.size)).fold(0.0, f64::max) + self.size * 0.1
    }

    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, paint: Paint) {
        if width > 0.0 {
            self.shapes.push(Shape::Rect { x, y, width, height, paint });
        }
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), thickness: f64, paint: Paint) {
        self.shapes.push(Shape::Line { from, to, thickness, paint });
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "every property of a line of type; a struct would only repeat their names"
    )]
    pub fn text(&mut self, x: f64, y: f64, words: &str, size: f64, anchor: Anchor, weight: Weight, paint: Paint) {
        if !words.is_empty() {
            self.shapes.push(Shape::Text { x, y, size, anchor, weight, paint, words: words.to_owned() });
        }
    }

    /// A label of several lines, centred on `middle`.
    pub fn label(&mut self, x: f64, middle: f64, lines: &[String]) {
        let leading = self.leading();
        let mut line_middle = middle - leading * (count(lines.len()) - 1.0) / 2.0;
        for line in lines {
            let y = self.baseline(line_middle, self.size);
            self.text(x, y, line, self.size, Anchor::Start, Weight::Regular, Paint::Ink);
            line_middle += leading;
        }
    }

    /// Quiet words over the whole width, from here on.
    pub fn paragraph(&mut self, words: &str, size: f64) {
        if words.is_empty() {
            return;
        }
        for line in wrapped(words, Weight::Regular, size, self.width) {
            self.text(0.0, self.y + size, &line, size, Anchor::Start, Weight::Regular, Paint::Quiet);
            self.y += size * 1.3;
        }
    }

    /// Labels wrapped into a column that takes at most `part` of the width, and how wide the column came out.
    pub fn label_column<'a>(
        &self,
        labels: impl Iterator<Item = &'a str> + Clone,
        part: f64,
    ) -> (f64, Vec<Vec<String>>) {
        let width = self.widest(labels.clone(), Weight::Regular).min(self.width * part);
        (width, labels.map(|label| wrapped(label, Weight::Regular, self.size, width)).collect())
    }

    /// A bar on its ground, with its interval above.
    pub fn share(&mut self, (x, y): (f64, f64), width: f64, share: f64, tone: Tone, interval: Option<Interval>) {
        let height = self.bar();
        self.rect(x, y, width, height, Paint::Ground);
        self.bordered(x, y, width * within(share), height, tone);
        if let Some(Interval { low, high }) = interval {
            let (low, high) = (x + width * within(low), x + width * within(high));
            let middle = y + height / 2.0;
            let cap = height * 0.2;
            for (thickness, paint) in [(self.size * 0.32, Paint::Paper), (self.size * 0.12, Paint::Ink)] {
                let halo = if paint == Paint::Paper { self.size * 0.1 } else { 0.0 };
                self.line((low - halo, middle), (high + halo, middle), thickness, paint);
                for end in [low, high] {
                    self.line((end, middle - cap - halo), (end, middle + cap + halo), thickness, paint);
                }
            }
        }
    }

    /// A mark of a tone; a pale one gets an edge that stands out from the ground.
    fn bordered(&mut self, x: f64, y: f64, width: f64, height: f64, tone: Tone) {
        let edge = self.size * 0.06;
        if tone.is_pale() && width > edge * 2.0 {
            self.rect(x, y, width, height, Paint::Quiet);
            self.rect(x + edge, y + edge, width - edge * 2.0, height - edge * 2.0, Paint::Tone(tone));
        } else {
            self.rect(x, y, width, height, Paint::Tone(tone));
        }
    }

    /// A filled mark with an edge of paper, so that it stands out from what lies under it.
    pub fn dot(&mut self, centre: (f64, f64), radius: f64, tone: Tone) {
        for (radius, paint) in [(radius * 1.3, Paint::Paper), (radius, Paint::Tone(tone))] {
            self.shapes.push(Shape::Circle { centre, radius, thickness: 0.0, filled: true, paint });
        }
    }

    /// A mark without filling: nothing is certain of it.
    pub fn ring(&mut self, centre: (f64, f64), radius: f64) {
        let thickness = radius * 0.4;
        for (filled, paint) in [(true, Paint::Paper), (false, Paint::Ink)] {
            self.shapes.push(Shape::Circle { centre, radius, thickness, filled, paint });
        }
    }

    /// An interval with caps, along the one or the other axis.
    pub fn whisker(&mut self, from: (f64, f64), to: (f64, f64)) {
        let (thickness, cap) = (self.size * 0.12, self.size * 0.28);
        self.line(from, to, thickness, Paint::Ink);
        let (x, y) = if (from.1 - to.1).abs() > (from.0 - to.0).abs() { (cap, 0.0) } else { (0.0, cap) };
        for (at, down) in [from, to] {
            self.line((at - x, down - y), (at + x, down + y), thickness, Paint::Ink);
        }
    }

    /// A line of dashes.
    pub fn dashes(&mut self, from: (f64, f64), to: (f64, f64), thickness: f64, paint: Paint) {
        let (along, down) = (to.0 - from.0, to.1 - from.1);
        let length = along.mul_add(along, down * down).sqrt();
        let dash = self.size * 0.7;
        let mut at = 0.0;
        while at < length {
            let (start, end) = (at / length, (at + dash * 0.6).min(length) / length);
            let point = |part: f64| (from.0 + along * part, from.1 + down * part);
            self.line(point(start), point(end), thickness, paint);
            at += dash;
        }
    }

    /// Words centred on their places in one row below; those without room are left out, the last before the others.
    pub fn row_of_words<'a>(&mut self, words: impl Iterator<Item = (f64, &'a str)>, size: f64) {
        let y = self.y + size * 0.9;
        let place = |(x, words): (f64, &'a str)| {
            let width = text_width(words, Weight::Regular, size);
            let left = (x - width / 2.0).min(self.width - width).max(0.0);
            (left, left + width, words)
        };
        let mut placed: Vec<(f64, f64, &str)> = words.map(place).collect();
        let last = placed.pop();
        let mut end = f64::NEG_INFINITY;
        let until = last.map_or(f64::INFINITY, |(left, _, _)| left - size * 0.5);
        placed.retain(|(left, right, _)| {
            let fits = *left >= end + size * 0.5 && *right <= until;
            if fits {
                end = *right;
            }
            fits
        });
        for (left, _, words) in placed.into_iter().chain(last) {
            self.text(left, y, words, size, Anchor::Start, Weight::Regular, Paint::Quiet);
        }
        self.y += size * 1.3;
    }

    /// A row of marks from `x` on, at most `width` wide; answers where it ends.
    pub fn marks(&mut self, x: f64, middle: f64, width: f64, (filled, of): (u32, u32), tone: Tone) -> f64 {
        let step = (self.size * 1.5).min(width / f64::from(of.max(1)));
        let radius = step * 0.37;
        for place in 0..of.min(MOST_MARKS) {
            let centre = (x + step * (f64::from(place) + 0.5), middle);
            let thickness = radius * 0.2;
            if place < filled {
                let paint = Paint::Tone(tone);
                self.shapes.push(Shape::Circle { centre, radius, thickness, filled: true, paint });
            }
            if place >= filled || tone.is_pale() {
                let paint = Paint::Quiet;
                self.shapes.push(Shape::Circle { centre, radius, thickness, filled: false, paint });
            }
        }
        x + step * f64::from(of.min(MOST_MARKS))
    }
}

/// More marks than this nobody counts; the value beside them says the number.
const MOST_MARKS: u32 = 60;

/// A share as it can be drawn: what is no number counts as nothing.
pub(crate) fn within(share: f64) -> f64 {
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}

/// A small count as a measure.
pub(crate) fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
