use super::{
    extension,
    layout::{Column, Layout, Shape},
    packed::BIAS,
};
use crate::{Absence, Cut, CutPart, Dataset, Variable, shortened};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Bytes of a variable's label.
pub(super) const VARIABLE_LABEL: usize = 255;
/// Bytes of an answer's label.
pub(super) const VALUE_LABEL: usize = 120;
/// Bytes of the label of the file.
const FILE_LABEL: usize = 64;
/// Bytes of a line of the notes.
const NOTE_LINE: usize = 80;

/// Everything before the rows.
pub(super) fn written(dataset: &Dataset, layout: &Layout, rows: u64, cuts: &mut Vec<Cut>) -> Vec<u8> {
    let mut bytes = Bytes::default();
    header(&mut bytes, dataset, layout, rows, cuts);
    for (variable, column) in dataset.variables.iter().zip(&layout.columns) {
        variable_records(&mut bytes, dataset, variable, column, cuts);
    }
    value_labels(&mut bytes, dataset, layout, cuts);
    notes(&mut bytes, dataset);
    extension::written(&mut bytes, dataset, layout, rows);
    bytes.number(999);
    bytes.number(0);
    bytes.0
}

fn header(bytes: &mut Bytes, dataset: &Dataset, layout: &Layout, rows: u64, cuts: &mut Vec<Cut>) {
    bytes.text("$FL2");
    bytes.padded("@(#) SPSS DATA FILE Glas", 60);
    bytes.number(2);
    bytes.count(layout.elements);
    // Compressed by bytecode, not weighted.
    bytes.number(1);
    bytes.number(0);
    bytes.number(i32::try_from(rows).unwrap_or(-1));
    bytes.float(BIAS);
    bytes.padded(&day(dataset.description.published), 9);
    bytes.text("00:00:00");
    let title = dataset.description.title.say(dataset.description.language);
    let label = cut(title, FILE_LABEL, None, CutPart::FileLabel, cuts);
    bytes.padded(&label, FILE_LABEL);
    bytes.0.extend_from_slice(&[0; 3]);
}

/// `27 Jul 23`
fn day(day: Date) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = usize::try_from(day.month()).ok().and_then(|month| MONTHS.get(month.checked_sub(1)?));
    format!("{:02} {} {:02}", day.day(), month.unwrap_or(&"Jan"), day.year().rem_euclid(100))
}

fn variable_records(bytes: &mut Bytes, dataset: &Dataset, variable: &Variable, column: &Column, cuts: &mut Vec<Cut>) {
    let language = dataset.description.language;
    let label = cut(variable.label.say(language), VARIABLE_LABEL, Some(variable), CutPart::VariableLabel, cuts);
    for (place, (segment, short)) in column.segments().iter().zip(&column.short_names).enumerate() {
        let label = if place == 0 { label.as_str() } else { "" };
        bytes.number(2);
        bytes.count(segment.declared);
        bytes.number(i32::from(!label.is_empty()));
        // Numbers have a range of missing ones; those of strings stand further below.
        let range = match column.shape {
            Shape::Number { above_absences, .. } => Some(above_absences),
            Shape::Words { .. } => None,
        };
        bytes.number(if range.is_some() { -2 } else { 0 });
        bytes.number(column.format(segment.declared));
        bytes.number(column.format(segment.declared));
        bytes.padded(short, 8);
        if !label.is_empty() {
            bytes.count(label.len());
            bytes.padded(label, label.len().next_multiple_of(4));
        }
        if let Some(above) = range {
            bytes.float(f64::from(above + Absence::Withheld.number()));
            bytes.float(f64::from(above + Absence::Skipped.number()));
        }
        for _ in 1..segment.elements {
            for number in [2, -1, 0, 0, 0, 0] {
                bytes.number(number);
            }
            bytes.padded("", 8);
        }
    }
}

/// Numbers and their labels; variables with the same ones share them.
fn value_labels(bytes: &mut Bytes, dataset: &Dataset, layout: &Layout, cuts: &mut Vec<Cut>) {
    let language = dataset.description.language;
    let mut shared: BTreeMap<Vec<(i32, String)>, Vec<usize>> = BTreeMap::new();
    for (variable, column) in dataset.variables.iter().zip(&layout.columns) {
        let Shape::Number { above_absences, .. } = column.shape else { continue };
        let mut labels = Vec::new();
        for absence in Absence::ALL {
            let words = dataset.absence(absence, language.into());
            labels.push((above_absences + absence.number(), label(words, VALUE_LABEL)));
        }
        for category in variable.categories() {
            let part = CutPart::ValueLabel(category.code.clone());
            labels.push((category.number, cut(category.label.say(language), VALUE_LABEL, Some(variable), part, cuts)));
        }
        shared.entry(labels).or_default().push(column.index);
    }
    for (labels, variables) in shared {
        bytes.number(3);
        bytes.count(labels.len());
        for (number, label) in labels {
            bytes.float(f64::from(number));
            bytes.0.push(u8::try_from(label.len()).unwrap_or(u8::MAX));
            bytes.padded(&label, (label.len() + 1).next_multiple_of(8) - 1);
        }
        bytes.number(4);
        bytes.count(variables.len());
        variables.into_iter().for_each(|index| bytes.count(index));
    }
}

/// What a stranger must know, in the file itself.
fn notes(bytes: &mut Bytes, dataset: &Dataset) {
    let description = &dataset.description;
    let language = description.language;
    let told = [&description.citation, &description.population, &description.admission, &description.weighting];
    let all = description.notices.iter().chain(told).chain(&description.exclusions).map(|words| words.say(language));
    let licence = format!("{} ({})", description.licence.name(), description.licence.address());
    let lines: Vec<String> = all.chain([licence.as_str()]).flat_map(lines).collect();
    bytes.number(6);
    bytes.count(lines.len());
    lines.iter().for_each(|line| bytes.padded(line, NOTE_LINE));
}

/// Broken between words where they are short enough.
fn lines(words: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let mut left = word;
        while !left.is_empty() {
            let Some(line) = lines.last_mut() else { break };
            let gap = usize::from(!line.is_empty());
            if line.len() + gap + left.len() <= NOTE_LINE {
                line.push_str(if gap > 0 { " " } else { "" });
                line.push_str(left);
                break;
            }
            if line.is_empty() {
                let fitting = crate::cut::head(left, NOTE_LINE);
                line.push_str(fitting);
                left = left.get(fitting.len().max(1)..).unwrap_or_default();
            }
            lines.push(String::new());
        }
    }
    lines
}

fn cut(words: &str, limit: usize, variable: Option<&Variable>, part: CutPart, cuts: &mut Vec<Cut>) -> String {
    if words.len() > limit {
        let variable = variable.map(|variable| variable.name.clone());
        cuts.push(Cut { variable, part, words: words.to_owned(), limit });
    }
    label(words, limit)
}

/// One line of at most so many bytes: what ends a line elsewhere is a gap in a label.
pub(super) fn label(words: &str, limit: usize) -> String {
    let line = |letter: char| if letter.is_control() { ' ' } else { letter };
    shortened(&words.chars().map(line).collect::<String>(), limit).into_owned()
}

/// Bytes as a system file has them: the least significant first.
#[derive(Default)]
pub(super) struct Bytes(pub(super) Vec<u8>);

impl Bytes {
    pub(super) fn number(&mut self, number: i32) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub(super) fn count(&mut self, count: usize) {
        self.number(i32::try_from(count).unwrap_or(i32::MAX));
    }

    pub(super) fn float(&mut self, number: f64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }

    /// With blanks behind it; longer text is not shortened here.
    pub(super) fn padded(&mut self, text: &str, width: usize) {
        self.text(text);
        self.0.extend(std::iter::repeat_n(b' ', width.saturating_sub(text.len())));
    }
}
