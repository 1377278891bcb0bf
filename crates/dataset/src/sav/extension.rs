use super::{
    dictionary::{Bytes, VALUE_LABEL, VARIABLE_LABEL, label},
    layout::{Layout, Shape, measure},
};
use crate::{Absence, Dataset, Kind};

/// What later versions of SPSS added: how numbers are written, sets of several answers, long names and strings, how
/// columns look, and that words are UTF-8.
pub(super) fn written(bytes: &mut Bytes, dataset: &Dataset, layout: &Layout, rows: u64) {
    // Version, then: no particular machine, IEEE 754, bytecode, least significant byte first, UTF-8.
    numbers(bytes, 3, &[27, 0, 0, -1, 1, 1, 2, 65_001]);
    floats(bytes, 4, &[-f64::MAX, f64::MAX, lowest()]);
    let sets = response_sets(dataset, layout);
    text(bytes, 7, &sets);
    numbers(bytes, 11, &looks(dataset, layout));
    text(bytes, 13, &long_names(dataset, layout));
    text(bytes, 14, &long_strings(layout));
    rows_again(bytes, rows);
    text(bytes, 20, "UTF-8");
    string_labels(bytes, dataset, layout);
    string_absences(bytes, dataset, layout);
}

/// The second lowest number there is; the lowest is no number.
fn lowest() -> f64 {
    f64::MIN.next_up()
}

fn begin(bytes: &mut Bytes, subtype: i32, size: usize, count: usize) {
    bytes.number(7);
    bytes.number(subtype);
    bytes.count(size);
    bytes.count(count);
}

fn numbers(bytes: &mut Bytes, subtype: i32, numbers: &[i32]) {
    begin(bytes, subtype, 4, numbers.len());
    numbers.iter().for_each(|number| bytes.number(*number));
}

fn floats(bytes: &mut Bytes, subtype: i32, numbers: &[f64]) {
    begin(bytes, subtype, 8, numbers.len());
    numbers.iter().for_each(|number| bytes.float(*number));
}

fn text(bytes: &mut Bytes, subtype: i32, text: &str) {
    if !text.is_empty() {
        begin(bytes, subtype, 1, text.len());
        bytes.text(text);
    }
}

fn rows_again(bytes: &mut Bytes, rows: u64) {
    begin(bytes, 16, 8, 2);
    bytes.0.extend_from_slice(&1_i64.to_le_bytes());
    bytes.0.extend_from_slice(&i64::try_from(rows).unwrap_or(-1).to_le_bytes());
}

/// `$name=D1 1 LENGTH LABEL names`: columns in which 1 says that the answer was chosen.
fn response_sets(dataset: &Dataset, layout: &Layout) -> String {
    let language = dataset.description.language;
    let mut text = String::new();
    for set in &dataset.sets {
        let label = label(set.label.say(language), VARIABLE_LABEL);
        text.push_str(&format!("${}=D1 1 {} {label}", set.name, label.len()));
        for place in &set.variables {
            let short = layout.columns.get(*place).and_then(|column| column.short_names.first());
            text.push(' ');
            text.push_str(&short.map(|name| name.to_lowercase()).unwrap_or_default());
        }
        text.push('\n');
    }
    text
}

/// Level, width on the screen, and alignment: numbers stand right, words left.
fn looks(dataset: &Dataset, layout: &Layout) -> Vec<i32> {
    let mut looks = Vec::new();
    for (variable, column) in dataset.variables.iter().zip(&layout.columns) {
        for _ in &column.short_names {
            let is_words = matches!(variable.kind, Kind::Words);
            looks.extend([measure(variable.level), if is_words { 32 } else { 10 }, i32::from(!is_words)]);
        }
    }
    looks
}

fn long_names(dataset: &Dataset, layout: &Layout) -> String {
    let pairs = dataset.variables.iter().zip(&layout.columns).filter_map(|(variable, column)| {
        let short = column.short_names.first()?;
        Some(format!("{short}={}", variable.name))
    });
    pairs.collect::<Vec<_>>().join("\t")
}

fn long_strings(layout: &Layout) -> String {
    let long = layout.columns.iter().filter(|column| column.short_names.len() > 1).filter_map(|column| {
        let short = column.short_names.first()?;
        Some(format!("{short}={:05}\0\t", column.width()))
    });
    long.collect()
}

/// The absences that a string can have.
const OF_WORDS: [Absence; 3] = [Absence::NotShown, Absence::NotInVersion, Absence::Withheld];

fn string_labels(bytes: &mut Bytes, dataset: &Dataset, layout: &Layout) {
    let mut inner = Bytes::default();
    for (variable, column) in dataset.variables.iter().zip(&layout.columns) {
        let Shape::Words { width } = column.shape else { continue };
        let name = variable.name.as_str();
        inner.count(name.len());
        inner.text(name);
        inner.count(width);
        inner.count(OF_WORDS.len());
        for absence in OF_WORDS {
            let label = label(dataset.absence(absence, dataset.description.language.into()), VALUE_LABEL);
            inner.count(width);
            inner.padded(column.absent_words(absence), width);
            inner.count(label.len());
            inner.text(&label);
        }
    }
    if !inner.0.is_empty() {
        begin(bytes, 21, 1, inner.0.len());
        bytes.0.append(&mut inner.0);
    }
}

fn string_absences(bytes: &mut Bytes, dataset: &Dataset, layout: &Layout) {
    let mut inner = Bytes::default();
    for (variable, column) in dataset.variables.iter().zip(&layout.columns) {
        let Shape::Words { .. } = column.shape else { continue };
        let name = variable.name.as_str();
        inner.count(name.len());
        inner.text(name);
        inner.0.push(3);
        inner.number(8);
        OF_WORDS.into_iter().for_each(|absence| inner.padded(column.absent_words(absence), 8));
    }
    if !inner.0.is_empty() {
        begin(bytes, 22, 1, inner.0.len());
        bytes.0.append(&mut inner.0);
    }
}
