use crate::Tone;

/// A chart as shapes, in reading order; later shapes lie above earlier ones.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        paint: Paint,
    },
    Line {
        from: (f64, f64),
        to: (f64, f64),
        thickness: f64,
        paint: Paint,
    },
    /// A mark: filled, or an empty ring.
    Circle {
        centre: (f64, f64),
        radius: f64,
        thickness: f64,
        filled: bool,
        paint: Paint,
    },
    /// `y` is the baseline.
    Text {
        x: f64,
        y: f64,
        size: f64,
        anchor: Anchor,
        weight: Weight,
        paint: Paint,
        words: String,
    },
}

/// What a shape is painted with; the medium knows the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    Tone(Tone),
    /// The colour of words on a tone.
    On(Tone),
    Ink,
    Quiet,
    /// Thin lines.
    Rule,
    /// The ground of a bar, up to 100 %.
    Ground,
    Paper,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    SemiBold,
}
