use super::columns::{Column, Header};
use super::sheet::{Row as SheetRow, Sheet};
use super::{Findings, Problem};
use crate::Located;
use crate::lint::{Part, Row};
use base::{LanguageTag, Text};
use std::collections::BTreeSet;

/// One sheet under its header.
pub(super) struct Table<'a> {
    sheet: &'a Sheet,
    header: Header,
    rows: &'a [SheetRow],
    /// In which labels are written; of a language whose column is empty nothing is wanted.
    languages: Vec<LanguageTag>,
}

/// One row of it.
pub(super) struct Line<'a> {
    table: &'a Table<'a>,
    row: &'a SheetRow,
}

pub(super) fn named<'a>(sheets: &'a [Sheet], name: &str) -> Option<&'a Sheet> {
    sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == name)
}

impl<'a> Table<'a> {
    /// `None` for a sheet with nothing in it. The first row that holds something is the header.
    pub(super) fn of(sheet: &'a Sheet, default: LanguageTag, findings: &mut Findings) -> Option<Table<'a>> {
        let (first, rows) = sheet.rows.split_first()?;
        let header = Header::read(&sheet.name, first, default, findings);
        for (row, cell) in rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
            if cell.is_error {
                let problem = Problem::FormulaError { value: cell.text.clone() };
                findings.refuse(Located {
                    sheet: Some(sheet.name.clone()),
                    row: Some(row.number),
                    column: Some(cell.column),
                    problem,
                });
            }
        }
        let is_used = |language: &LanguageTag| {
            let place = header.place(Column::Label, Some(*language));
            let holds =
                |row: &SheetRow| row.cells.iter().any(|cell| Some(cell.column) == place && !cell.text.is_empty());
            rows.iter().any(holds)
        };
        let languages = header.languages(Column::Label).filter(is_used).collect();
        Some(Table { sheet, header, rows, languages })
    }

    pub(super) fn lines(&'a self) -> impl Iterator<Item = Line<'a>> {
        self.rows.iter().map(|row| Line { table: self, row })
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.header.place(column, None).is_some()
    }

    /// Tells once where the labels are in other languages only, and refuses where there is no column of labels.
    pub(super) fn tell_languages(&self, findings: &mut Findings) {
        if self.is_mute() {
            findings.warn(self.at_header(Problem::NotBulgarian { languages: self.languages.clone() }));
        } else if self.header.languages(Column::Label).next().is_none() {
            findings.refuse(self.at_header(Problem::NoBulgarian { name: "label" }));
        }
    }

    /// The languages that labels are written in.
    pub(super) fn languages(&self) -> &[LanguageTag] {
        &self.languages
    }

    /// Has labels, but none in Bulgarian.
    fn is_mute(&self) -> bool {
        self.languages.first().is_some_and(|first| *first != LanguageTag::BULGARIAN)
    }

    /// The headers that are the author's own, with their places: what a filter may ask about an option.
    pub(super) fn own_columns(&self) -> &[(u32, String)] {
        &self.header.unknown
    }

    /// Every `${name}` in its cells.
    pub(super) fn named(&self) -> BTreeSet<String> {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        let names = cells.flat_map(|cell| cell.text.split("${").skip(1)).filter_map(|after| after.split_once('}'));
        names.map(|(name, _)| name.trim().to_owned()).collect()
    }

    /// The name of a header that is near the one looked for.
    pub(super) fn similar_header(&self, name: &str) -> Option<String> {
        crate::nearest::nearest(name, self.header.unknown.iter().map(|(_, name)| name.as_str()))
    }

    pub(super) fn at_header(&self, problem: Problem) -> Located<Problem> {
        let row = self.sheet.rows.first().map(|row| row.number);
        Located { sheet: Some(self.sheet.name.clone()), row, column: None, problem }
    }

    /// Warns once of each column that is not ours and holds something.
    pub(super) fn warn_of_left_out(&self, findings: &mut Findings) {
        for (column, name) in &self.header.left_out {
            let used = self.rows.iter().any(|row| row.cells.iter().any(|cell| cell.column == *column));
            if used {
                let mut found = self.at_header(Problem::LeftOut { given: name.clone() });
                found.column = Some(*column);
                findings.warn(found);
            }
        }
    }
}

impl<'a> Line<'a> {
    pub(super) fn row(&self) -> u32 {
        self.row.number
    }

    /// The text of the cell; empty where there is none.
    pub(super) fn text(&self, column: Column) -> &'a str {
        self.table.header.place(column, None).map_or("", |place| self.cell(place))
    }

    fn cell(&self, place: u32) -> &'a str {
        self.row.cells.iter().find(|cell| cell.column == place && !cell.is_error).map_or("", |cell| cell.text.as_str())
    }

    fn spoken(&self, column: Column, language: LanguageTag) -> &'a str {
        self.table.header.place(column, Some(language)).map_or("", |place| self.cell(place))
    }

    pub(super) fn at(&self, column: Column, problem: Problem) -> Located<Problem> {
        let header = &self.table.header;
        let spoken = || header.languages(column).next().and_then(|first| header.place(column, Some(first)));
        self.found(header.place(column, None).or_else(spoken), problem)
    }

    /// Where the row stands, and where in it each part of what it says.
    pub(super) fn places(&self, parts: &[(Part, Column)]) -> Row {
        let header = &self.table.header;
        let spoken = |column| header.languages(column).next().and_then(|first| header.place(column, Some(first)));
        let place = |column| header.place(column, None).or_else(|| spoken(column));
        let columns = parts.iter().filter_map(|(part, column)| Some((*part, place(*column)?))).collect();
        Row { sheet: Some(self.table.sheet.name.clone()), row: Some(self.row.number), columns }
    }

    fn found(&self, column: Option<u32>, problem: Problem) -> Located<Problem> {
        Located { sheet: Some(self.table.sheet.name.clone()), row: Some(self.row.number), column, problem }
    }

    /// What stands in one of the author's own columns.
    pub(super) fn own(&self, place: u32) -> &'a str {
        self.cell(place)
    }

    /// Words that need not be there. They must not name earlier answers.
    pub(super) fn words(&self, column: Column, findings: &mut Findings) -> Option<Text> {
        let words = self.piped(column, findings)?;
        for (language, name) in names_within(&words) {
            let place = self.table.header.place(column, Some(language));
            findings.refuse(self.found(place, Problem::NameInLabel { name }));
        }
        Some(words)
    }

    /// Words of the author for what we have words of our own too: those that name earlier answers are left out.
    pub(super) fn message(&self, column: Column, findings: &mut Findings) -> Option<Text> {
        let words = self.piped(column, findings)?;
        let named = names_within(&words).next();
        match named {
            Some((language, name)) => {
                let place = self.table.header.place(column, Some(language));
                findings.warn(self.found(place, Problem::NameInMessage { name }));
                None
            }
            None => Some(words),
        }
    }

    /// As [`Line::words`]; an earlier answer may stand in them as `${name}`.
    pub(super) fn piped(&self, column: Column, findings: &mut Findings) -> Option<Text> {
        let header = &self.table.header;
        let languages: Vec<LanguageTag> = header.languages(column).collect();
        if languages.iter().all(|language| self.spoken(column, *language).is_empty()) {
            return None;
        }
        // The words of the form itself stand on a sheet without labels: they have the translations that are there.
        let is_labelled = header.languages(Column::Label).next().is_some();
        let further = if is_labelled { &self.table.languages } else { &languages };
        let further = further.iter().copied().filter(|language| *language != LanguageTag::BULGARIAN);
        let mut words = Text::default();
        for language in std::iter::once(LanguageTag::BULGARIAN).chain(further) {
            let translation = self.spoken(column, language);
            // That no label at all is in Bulgarian is told once for the sheet.
            let is_told = language == LanguageTag::BULGARIAN && self.table.is_mute();
            if !translation.is_empty() {
                words = words.and(language, translation);
            } else if !is_told {
                let own = header.place(column, Some(language));
                let place = own.or_else(|| header.place(column, languages.first().copied()));
                findings.warn(self.found(place, Problem::MissingTranslation { language }));
            }
        }
        Some(words)
    }

    /// Words that must be there; an earlier answer may stand in them where `may_name` says so. What has a picture in the
    /// place of words is called by its name in every language.
    pub(super) fn label(&self, may_name: bool, findings: &mut Findings) -> Text {
        let words = if may_name { self.piped(Column::Label, findings) } else { self.words(Column::Label, findings) };
        if let Some(words) = words {
            return words;
        }
        let languages = &self.table.languages;
        let language = languages.first().copied().unwrap_or(LanguageTag::BULGARIAN);
        let header = &self.table.header;
        let place = header.place(Column::Label, Some(language));
        if header.media.iter().any(|place| !self.cell(*place).is_empty()) {
            let name = self.text(Column::Name);
            findings.warn(self.found(place, Problem::PictureOnly { name: name.to_owned() }));
            let named = |words: Text, language: &LanguageTag| words.and(*language, name);
            return languages.iter().fold(Text::bulgarian(name), named);
        }
        if header.languages(Column::Label).next().is_some() {
            findings.refuse(self.found(place, Problem::MissingLabel { language }));
        }
        Text::default()
    }
}

fn names_within(words: &Text) -> impl Iterator<Item = (LanguageTag, String)> {
    words.by_language().filter_map(|(language, words)| Some((language, name_within(words)?)))
}

fn name_within(words: &str) -> Option<String> {
    let (_, after) = words.split_once("${")?;
    let (name, _) = after.split_once('}')?;
    Some(name.chars().take(60).collect())
}
