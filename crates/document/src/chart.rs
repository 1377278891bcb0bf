//! The charts as data, and their one layout into shapes, from which both the SVG file and the printed figure are made.
//! Shares run from 0 to 1; every label comes ready to be shown.

mod advances;
mod bars;
mod battery;
mod canvas;
mod compared;
mod course;
mod diverging;
mod dots;
mod drawing;
mod histogram;
mod marks;
mod placing;
mod plane;
mod tick;
mod type_size;

pub(crate) use battery::NARROWEST_LABELLED;
pub(crate) use canvas::{count, within};
pub(crate) use compared::audience_tone;
pub use course::{Course, CoursePoint, Plan};
pub use diverging::Diverging;
pub use dots::{Dot, DotRow, Dots, DotsTotal, Grouping};
pub use drawing::{Anchor, Drawing, Paint, Shape, Weight};
pub use plane::{Axis, Plane, PlanePoint};
pub use tick::Tick;
pub use type_size::{text_width, wrapped};

use crate::Tone;
use canvas::Canvas;

/// Lays a chart out on `width` units with type of `size` units: pixels in an SVG file, points on paper.
/// Labels are wrapped by the real widths of Sofia Sans, so nothing is clipped; the height follows.
pub fn layout(chart: &Chart, width: f64, size: f64) -> Drawing {
    let mut canvas = Canvas::new(width.max(size * 20.0), size);
    match chart {
        Chart::Bars(bars) => bars::draw(bars, &mut canvas),
        Chart::Battery(battery) => battery::draw(battery, &mut canvas),
        Chart::Marks(marks) => marks::draw(marks, &mut canvas),
        Chart::Compared(compared) => compared::draw(compared, &mut canvas),
        Chart::Histogram(histogram) => histogram::draw(histogram, &mut canvas),
        Chart::Diverging(diverging) => diverging::draw(diverging, &mut canvas),
        Chart::Dots(dots) => dots::draw(dots, &mut canvas),
        Chart::Plane(plane) => plane::draw(plane, &mut canvas),
        Chart::Course(course) => course::draw(course, &mut canvas),
    }
    canvas.finish()
}

#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    Bars(Bars),
    Battery(Battery),
    Marks(Marks),
    Compared(Compared),
    Histogram(Histogram),
    Diverging(Diverging),
    Dots(Dots),
    Plane(Plane),
    Course(Course),
}

impl Chart {
    /// Whether thin lines over marks need a word of explanation.
    pub fn has_intervals(&self) -> bool {
        match self {
            Chart::Bars(bars) => bars.rows.iter().any(|row| row.interval.is_some()),
            Chart::Compared(compared) => compared
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .any(|cell| matches!(cell, ComparedCell::Share { interval: Some(_), .. })),
            Chart::Dots(dots) => dots
                .groupings
                .iter()
                .flat_map(|grouping| &grouping.rows)
                .any(|row| matches!(row.dot, Dot::Share { interval: Some(_), .. })),
            Chart::Plane(plane) => plane.points.iter().any(|point| point.across.1.is_some() || point.up.1.is_some()),
            Chart::Course(course) => course.points.iter().any(|point| point.interval.is_some()),
            Chart::Battery(_) | Chart::Marks(_) | Chart::Histogram(_) | Chart::Diverging(_) => false,
        }
    }
}

/// One row for each option of one question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    pub rows: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    /// „73 %“
    pub value: String,
    pub share: f64,
    pub interval: Option<Interval>,
    pub tone: Tone,
}

/// Both ends of an interval, as shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// One bar of 100 % for each item, all on the same scale.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Battery {
    /// In the order of the segments, worst first.
    pub legend: Vec<LegendEntry>,
    /// What the number at the right says: „доволни“.
    pub headline: Option<String>,
    pub rows: Vec<BatteryRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendEntry {
    pub label: String,
    pub tone: Tone,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BatteryRow {
    pub label: String,
    /// As many as the legend has entries; together 1.
    pub segments: Vec<Segment>,
    /// „73 %“
    pub headline: Option<String>,
    /// „n = 168“
    pub base: String,
    /// Outside the bar: „8 не могат да преценят“.
    pub apart: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    pub share: f64,
    /// „44“; left out where the segment is too narrow for it.
    pub label: String,
}

/// A row of marks for each option, so many filled: for a handful of people, who do not become percentages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    pub rows: Vec<MarkRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkRow {
    pub label: String,
    pub filled: u32,
    pub of: u32,
    /// „4 от 6“
    pub value: String,
    pub tone: Tone,
}

/// The same options, audience beside audience.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Compared {
    /// „граждани, n = 168“, in the order of the cells.
    pub audiences: Vec<String>,
    pub rows: Vec<ComparedRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ComparedRow {
    pub label: String,
    /// One for each audience.
    pub cells: Vec<ComparedCell>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ComparedCell {
    Share {
        share: f64,
        value: String,
        interval: Option<Interval>,
    },
    Marks {
        filled: u32,
        of: u32,
        value: String,
    },
    /// Nothing to draw, and why: „не са питани“, „твърде малко отговори“.
    Words(String),
}

/// Equal classes of a number.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Histogram {
    pub bins: Vec<Bin>,
    /// What the classes count: „минути“.
    pub axis: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Bin {
    /// „10–19“
    pub label: String,
    pub share: f64,
    /// „23 %“ or „4“
    pub value: String,
}
