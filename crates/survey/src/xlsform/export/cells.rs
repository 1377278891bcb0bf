use base::{LanguageTag, Text};
use std::collections::{BTreeMap, BTreeSet};

/// A column: its place among those of the sheet, its language, or the author's own name for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Heading {
    place: usize,
    /// Bulgarian first, English second.
    rank: usize,
    suffix: String,
}

/// The cells of one row that hold something.
#[derive(Debug)]
pub(super) struct Cells {
    columns: &'static [&'static str],
    held: BTreeMap<Heading, String>,
}

impl Cells {
    pub(super) fn of(columns: &'static [&'static str]) -> Cells {
        Cells { columns, held: BTreeMap::new() }
    }

    pub(super) fn put(&mut self, column: &str, text: impl Into<String>) {
        self.suffixed(column, 0, String::new(), text.into());
    }

    /// A column that only this author has.
    pub(super) fn own(&mut self, name: &str, text: &str) {
        let heading = Heading { place: self.columns.len(), rank: 0, suffix: name.to_owned() };
        self.held.insert(heading, text.to_owned());
    }

    pub(super) fn words(&mut self, column: &str, words: Option<&Text>) {
        for (language, spoken) in words.into_iter().flat_map(Text::by_language) {
            let (rank, suffix) = suffix(language);
            self.suffixed(column, rank, format!("::{suffix}"), spoken.to_owned());
        }
    }

    /// A title with a language in its header makes other readers of the format stop.
    pub(super) fn title(&mut self, title: &Text) {
        for (language, spoken) in title.by_language() {
            let (rank, suffix) = suffix(language);
            let suffix = match rank {
                0 => String::new(),
                1 => "_english".to_owned(),
                _ => format!("::{suffix}"),
            };
            self.suffixed("form_title", rank, suffix, spoken.to_owned());
        }
    }

    fn suffixed(&mut self, column: &str, rank: usize, suffix: String, text: String) {
        let place = self.columns.iter().position(|known| *known == column);
        if let Some(place) = place.filter(|_| !text.is_empty()) {
            self.held.insert(Heading { place, rank, suffix }, text);
        }
    }
}

fn suffix(language: LanguageTag) -> (usize, String) {
    match language {
        LanguageTag::BULGARIAN => (0, "Български (bg)".to_owned()),
        LanguageTag::ENGLISH => (1, "English (en)".to_owned()),
        other => (2, other.to_string()),
    }
}

/// A sheet ready to be written: the header and the rows, every row as long as the header.
pub(super) struct Written {
    pub(super) name: &'static str,
    pub(super) rows: Vec<Vec<String>>,
}

impl Written {
    /// The first two columns always stand, so that an empty sheet is one all the same.
    pub(super) fn new(name: &'static str, columns: &'static [&'static str], rows: Vec<Cells>) -> Written {
        let always = (0..2).map(|place| Heading { place, rank: 0, suffix: String::new() });
        let used = rows.iter().flat_map(|row| row.held.keys().cloned());
        let headings: BTreeSet<Heading> = always.chain(used).collect();
        let header = headings.iter().map(|heading| {
            let column = columns.get(heading.place).copied().unwrap_or_default();
            format!("{column}{}", heading.suffix)
        });
        let header: Vec<String> = header.collect();
        let text = |row: &Cells, heading: &Heading| row.held.get(heading).cloned().unwrap_or_default();
        let rows = rows.iter().map(|row| headings.iter().map(|heading| text(row, heading)).collect());
        Written { name, rows: std::iter::once(header).chain(rows).collect() }
    }
}
