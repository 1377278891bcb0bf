//! Reads a system file back, as far as the tests ask: written from the description of the format, not from the writer.

use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Read {
    pub label: String,
    pub rows_told: i32,
    pub variables: Vec<Found>,
    pub sets: String,
    pub encoding: String,
    pub notes: Vec<String>,
    pub rows: Vec<Vec<Raw>>,
}

#[derive(Debug, Default, Clone)]
pub struct Found {
    pub name: String,
    pub short: String,
    pub label: String,
    /// Zero for a number.
    pub width: usize,
    pub missing: Vec<f64>,
    pub labels: BTreeMap<i64, String>,
    pub string_labels: BTreeMap<String, String>,
    pub missing_words: Vec<String>,
    pub measure: i32,
    /// Segments and their widths.
    segments: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Raw {
    Number(f64),
    Words(String),
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> &'a [u8] {
        let (now, later) = self.0.split_at(count);
        self.0 = later;
        now
    }

    fn int(&mut self) -> i32 {
        i32::from_le_bytes(self.take(4).try_into().unwrap())
    }

    fn count(&mut self) -> usize {
        usize::try_from(self.int()).unwrap()
    }

    fn float(&mut self) -> f64 {
        f64::from_le_bytes(self.take(8).try_into().unwrap())
    }

    fn text(&mut self, count: usize) -> String {
        String::from_utf8(self.take(count).to_vec()).unwrap()
    }
}

/// # Panics
/// Where the bytes are no system file.
pub fn read(bytes: &[u8]) -> Read {
    let mut bytes = Bytes(bytes);
    let mut read = Read::default();
    assert_eq!(bytes.text(4), "$FL2");
    assert!(bytes.text(60).starts_with("@(#) SPSS DATA FILE"));
    assert_eq!(bytes.int(), 2);
    let elements = bytes.count();
    assert_eq!((bytes.int(), bytes.int()), (1, 0));
    read.rows_told = bytes.int();
    assert!((bytes.float() - 100.0).abs() < f64::EPSILON);
    bytes.take(17);
    read.label = bytes.text(64).trim_end().to_owned();
    bytes.take(3);
    // By element, for the indices of value labels.
    let mut indices: Vec<usize> = Vec::new();
    let mut raw: Vec<Found> = Vec::new();
    loop {
        match bytes.int() {
            2 => variable(&mut bytes, &mut raw, &mut indices),
            3 => labels(&mut bytes, &mut raw, &indices),
            6 => {
                for _ in 0..bytes.count() {
                    read.notes.push(bytes.text(80).trim_end().to_owned());
                }
            }
            7 => extension(&mut bytes, &mut read, &mut raw),
            999 => {
                bytes.int();
                break;
            }
            other => panic!("record {other}"),
        }
    }
    assert_eq!(indices.len(), elements);
    read.variables = joined(raw);
    read.rows = rows(&mut bytes, &read.variables);
    read
}

fn variable(bytes: &mut Bytes<'_>, raw: &mut Vec<Found>, indices: &mut Vec<usize>) {
    let kind = bytes.int();
    let has_label = bytes.int();
    let missing = bytes.int();
    bytes.take(8);
    let short = bytes.text(8).trim_end().to_owned();
    if kind == -1 {
        indices.push(raw.len() - 1);
        return;
    }
    let mut found = Found { name: short.clone(), short, width: usize::try_from(kind).unwrap(), ..Found::default() };
    if has_label == 1 {
        let length = bytes.count();
        found.label = bytes.text(length);
        bytes.take(length.next_multiple_of(4) - length);
    }
    found.missing = (0..missing.abs()).map(|_| bytes.float()).collect();
    indices.push(raw.len());
    raw.push(found);
}

fn labels(bytes: &mut Bytes<'_>, raw: &mut [Found], indices: &[usize]) {
    let mut all = Vec::new();
    for _ in 0..bytes.count() {
        let value = bytes.float();
        let length = usize::from(bytes.take(1)[0]);
        let label = bytes.text(length);
        bytes.take((length + 1).next_multiple_of(8) - 1 - length);
        #[expect(
            clippy::as_conversions,
            clippy::cast_possible_truncation,
            reason = "the tests only use whole numbers"
        )]
        all.push((value as i64, label));
    }
    assert_eq!(bytes.int(), 4);
    for _ in 0..bytes.count() {
        let place = indices[bytes.count() - 1];
        raw[place].labels.extend(all.iter().cloned());
    }
}

fn extension(bytes: &mut Bytes<'_>, read: &mut Read, raw: &mut [Found]) {
    let subtype = bytes.int();
    let (size, count) = (bytes.count(), bytes.count());
    let mut inner = Bytes(bytes.take(size * count));
    match subtype {
        7 => read.sets = inner.text(count),
        11 => {
            assert_eq!(count, raw.len() * 3);
            for found in raw {
                found.measure = inner.int();
                inner.take(8);
            }
        }
        13 => {
            for pair in inner.text(count).split('\t') {
                let (short, long) = pair.split_once('=').unwrap();
                raw.iter_mut().find(|found| found.short == short).unwrap().name = long.to_owned();
            }
        }
        14 => {
            for pair in inner.text(count).split_terminator("\0\t") {
                let (short, width) = pair.split_once('=').unwrap();
                raw.iter_mut().find(|found| found.short == short).unwrap().segments = vec![width.parse().unwrap()];
            }
        }
        20 => read.encoding = inner.text(count),
        21 => {
            while !inner.0.is_empty() {
                let length = inner.count();
                let name = inner.text(length);
                let width = inner.count();
                for _ in 0..inner.count() {
                    assert_eq!(inner.count(), width);
                    let value = inner.text(width).trim_end().to_owned();
                    let length = inner.count();
                    let label = inner.text(length);
                    raw.iter_mut().find(|found| found.name == name).unwrap().string_labels.insert(value, label);
                }
            }
        }
        22 => {
            while !inner.0.is_empty() {
                let length = inner.count();
                let name = inner.text(length);
                let number = inner.take(1)[0];
                assert_eq!(inner.int(), 8);
                let values = (0..number).map(|_| inner.text(8).trim_end().to_owned()).collect();
                raw.iter_mut().find(|found| found.name == name).unwrap().missing_words = values;
            }
        }
        _ => {}
    }
}

/// A string beyond 255 bytes is one variable.
fn joined(raw: Vec<Found>) -> Vec<Found> {
    let mut all = Vec::new();
    let mut raw = raw.into_iter();
    while let Some(mut found) = raw.next() {
        match found.segments.pop() {
            None => found.segments = vec![found.width],
            Some(width) => {
                found.segments = vec![found.width];
                for _ in 1..width.div_ceil(252) {
                    found.segments.push(raw.next().unwrap().width);
                }
                assert_eq!(found.segments.last(), Some(&(width - 252 * (found.segments.len() - 1))));
                found.width = width;
            }
        }
        all.push(found);
    }
    all
}

fn rows(bytes: &mut Bytes<'_>, variables: &[Found]) -> Vec<Vec<Raw>> {
    let mut elements: Vec<[u8; 8]> = Vec::new();
    'blocks: while !bytes.0.is_empty() {
        let codes: Vec<u8> = bytes.take(8).to_vec();
        for code in codes {
            match code {
                0 => {}
                252 => break 'blocks,
                253 => elements.push(bytes.take(8).try_into().unwrap()),
                254 => elements.push(*b"        "),
                255 => elements.push((-f64::MAX).to_le_bytes()),
                _ => elements.push((f64::from(code) - 100.0).to_le_bytes()),
            }
        }
    }
    assert!(bytes.0.is_empty(), "bytes behind the end");
    let mut elements = elements.into_iter();
    let mut rows = Vec::new();
    while elements.len() > 0 {
        let mut row = Vec::new();
        for variable in variables {
            if variable.width == 0 {
                row.push(Raw::Number(f64::from_le_bytes(elements.next().unwrap())));
                continue;
            }
            let mut words = Vec::new();
            for segment in &variable.segments {
                let held: Vec<u8> = (0..segment.div_ceil(8)).flat_map(|_| elements.next().unwrap()).collect();
                words.extend_from_slice(&held[..held.len().min(255)]);
            }
            row.push(Raw::Words(String::from_utf8(words).unwrap().trim_end().to_owned()));
        }
        rows.push(row);
    }
    rows
}
