use super::WIDEST;
use crate::{Absence, Category, Dataset, Kind, Level, Summary, Variable, VariableSummary};
use std::collections::BTreeSet;

/// How the variables lie in the file.
pub(super) struct Layout {
    pub(super) columns: Vec<Column>,
    /// Eight bytes each.
    pub(super) elements: usize,
}

/// One variable.
pub(super) struct Column {
    /// The place of its first element, counted from one.
    pub(super) index: usize,
    /// Of the variable itself and of the further segments of a string that is too long for one.
    pub(super) short_names: Vec<String>,
    pub(super) shape: Shape,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Number {
        kind: u8,
        width: u8,
        decimals: u8,
        /// Where absences begin, counted downwards.
        above_absences: i32,
    },
    Words {
        width: usize,
    },
}

/// A piece of a string of up to 255 bytes.
pub(super) struct Segment {
    /// As it is declared.
    pub(super) declared: usize,
    /// Bytes that it really holds.
    pub(super) used: usize,
    pub(super) elements: usize,
}

/// A string of more bytes lies in segments, each counted as so many.
const COUNTED: usize = 252;
/// What fits into a segment.
const HELD: usize = 255;
/// Room for every absence and its label; missing values of a wider string are eight bytes.
const NARROWEST: usize = 9;

impl Layout {
    pub(super) fn of(dataset: &Dataset, summary: &Summary) -> Layout {
        let mut taken: BTreeSet<String> = BTreeSet::new();
        let mut index = 1;
        let mut columns = Vec::with_capacity(dataset.variables.len());
        for (place, variable) in dataset.variables.iter().enumerate() {
            let found = summary.variables.get(place);
            let mut column = Column { index, short_names: Vec::new(), shape: shape(variable, found) };
            let segments = column.segments();
            let name = variable.name.as_str();
            for segment in 0..segments.len() {
                let own = Some(name.to_uppercase())
                    .filter(|short| segment == 0 && short.len() <= 8 && name.is_ascii() && taken.insert(short.clone()));
                column.short_names.push(own.unwrap_or_else(|| free_name(place, &mut taken)));
            }
            index += segments.iter().map(|segment| segment.elements).sum::<usize>();
            columns.push(column);
        }
        Layout { columns, elements: index - 1 }
    }
}

/// `V1` and on, of at most eight bytes.
fn free_name(place: usize, taken: &mut BTreeSet<String>) -> String {
    let mut number = place + 1;
    loop {
        let name = format!("V{number}");
        if taken.insert(name.clone()) {
            return name;
        }
        number += 10_000;
    }
}

fn shape(variable: &Variable, found: Option<&VariableSummary>) -> Shape {
    let is_below_zero = found.and_then(|found| found.least).is_some_and(|least| least < 0.0);
    let number = |kind, width, decimals| Shape::Number { kind, width, decimals, above_absences: 0 };
    match &variable.kind {
        // F, of three letters at least: -7 has two.
        Kind::Categories(categories) => number(5, digits(categories).max(3), 0),
        // Below anything that anybody can answer, where somebody answered below zero.
        Kind::Number { decimals, signed: true } if is_below_zero => {
            Shape::Number { kind: 5, width: 16, decimals: *decimals, above_absences: -2_000_000_000 }
        }
        Kind::Number { decimals, .. } => number(5, 8 + decimals, *decimals),
        Kind::Words => Shape::Words { width: found.map_or(0, |found| found.widest).clamp(NARROWEST, WIDEST) },
        // EDATE, `dd.mm.yyyy`
        Kind::Day => number(38, 10, 0),
        // TIME, `hh:mm`
        Kind::Hour => number(21, 5, 0),
    }
}

fn digits(categories: &[Category]) -> u8 {
    let most = categories.iter().map(|category| category.number.to_string().len()).max().unwrap_or(1);
    u8::try_from(most).unwrap_or(u8::MAX)
}

impl Column {
    /// Bytes of a string; zero for a number.
    pub(super) fn width(&self) -> usize {
        match self.shape {
            Shape::Words { width } => width,
            Shape::Number { .. } => 0,
        }
    }

    pub(super) fn segments(&self) -> Vec<Segment> {
        let width = self.width();
        if width == 0 {
            return vec![Segment { declared: 0, used: 0, elements: 1 }];
        }
        if width <= HELD {
            return vec![Segment { declared: width, used: width, elements: width.div_ceil(8) }];
        }
        let count = width.div_ceil(COUNTED);
        let segment = |place: usize| {
            let declared = if place + 1 < count { HELD } else { width - place * COUNTED };
            Segment { declared, used: width.saturating_sub(place * HELD).min(HELD), elements: declared.div_ceil(8) }
        };
        (0..count).map(segment).collect()
    }

    pub(super) fn absent_number(&self, absence: Absence) -> f64 {
        match self.shape {
            Shape::Number { above_absences, .. } => f64::from(above_absences + absence.number()),
            Shape::Words { .. } => 0.0,
        }
    }

    /// What stands in a string. Nothing at all says that nothing was answered.
    pub(super) fn absent_words(&self, absence: Absence) -> &'static str {
        match absence {
            Absence::Skipped => "",
            Absence::NotShown => "#-4",
            Absence::NotInVersion => "#-5",
            Absence::Withheld => "#-7",
            // Nobody can say these in words.
            Absence::DontKnow | Absence::NotApplicable | Absence::Invalid => "",
        }
    }

    /// Type, width and decimals, as the file has them.
    pub(super) fn format(&self, declared: usize) -> i32 {
        let (kind, width, decimals) = match self.shape {
            Shape::Number { kind, width, decimals, .. } => (kind, width, decimals),
            // A
            Shape::Words { .. } => (1, u8::try_from(declared).unwrap_or(u8::MAX), 0),
        };
        (i32::from(kind) << 16) | (i32::from(width) << 8) | i32::from(decimals)
    }
}

/// 1, 2, 3
pub(super) fn measure(level: Level) -> i32 {
    match level {
        Level::Nominal => 1,
        Level::Ordinal => 2,
        Level::Scale => 3,
    }
}
