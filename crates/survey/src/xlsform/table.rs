use super::columns::{Column, Header};
use super::workbook::{Row, Sheet};
use super::{Findings, Problem};
use crate::Located;
use base::{Language, Text};

/// One sheet under its header.
pub(super) struct Table<'a> {
    sheet: &'a Sheet,
    header: Header,
    rows: &'a [Row],
}

/// One row of it.
pub(super) struct Line<'a> {
    table: &'a Table<'a>,
    row: &'a Row,
}

pub(super) fn named<'a>(sheets: &'a [Sheet], name: &str) -> Option<&'a Sheet> {
    sheets.iter().find(|sheet| sheet.name.trim().to_lowercase() == name)
}

impl<'a> Table<'a> {
    /// `None` for a sheet with nothing in it. The first row that holds something is the header.
    pub(super) fn of(sheet: &'a Sheet, default: Language, findings: &mut Findings) -> Option<Table<'a>> {
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
        Some(Table { sheet, header, rows })
    }

    pub(super) fn lines(&'a self) -> impl Iterator<Item = Line<'a>> {
        self.rows.iter().map(|row| Line { table: self, row })
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.header.place(column, None).is_some()
    }

    pub(super) fn speaks(&self, column: Column, language: Language) -> bool {
        self.header.place(column, Some(language)).is_some()
    }

    /// Has labels, but none in Bulgarian.
    fn is_mute(&self) -> bool {
        self.speaks(Column::Label, Language::English) && !self.speaks(Column::Label, Language::Bulgarian)
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

    fn spoken(&self, column: Column, language: Language) -> &'a str {
        self.table.header.place(column, Some(language)).map_or("", |place| self.cell(place))
    }

    pub(super) fn at(&self, column: Column, problem: Problem) -> Located<Problem> {
        let header = &self.table.header;
        let place = header.place(column, None).or_else(|| header.place(column, Some(Language::Bulgarian)));
        self.found(place.or_else(|| header.place(column, Some(Language::English))), problem)
    }

    fn found(&self, column: Option<u32>, problem: Problem) -> Located<Problem> {
        Located { sheet: Some(self.table.sheet.name.clone()), row: Some(self.row.number), column, problem }
    }

    /// Words that need not be there. English without Bulgarian is refused.
    pub(super) fn words(&self, column: Column, findings: &mut Findings) -> Option<Text> {
        let (bulgarian, english) = (self.spoken(column, Language::Bulgarian), self.spoken(column, Language::English));
        if bulgarian.is_empty() && english.is_empty() {
            return None;
        }
        if bulgarian.is_empty() {
            // Told once for the whole sheet where no label is in Bulgarian at all.
            let is_told = !self.table.speaks(column, Language::Bulgarian) && self.table.is_mute();
            if !is_told {
                let header = &self.table.header;
                let place = header.place(column, Some(Language::Bulgarian));
                let place = place.or_else(|| header.place(column, Some(Language::English)));
                findings.refuse(self.found(place, Problem::MissingLabel { language: Language::Bulgarian }));
            }
            return Some(Text::default());
        }
        let place = self.table.header.place(column, Some(Language::English));
        if english.is_empty() && place.is_some() {
            findings.warn(self.found(place, Problem::MissingTranslation));
        }
        for language in Language::ALL {
            if let Some(name) = name_within(self.spoken(column, language)) {
                let place = self.table.header.place(column, Some(language));
                findings.refuse(self.found(place, Problem::NameInLabel { name }));
            }
        }
        let english = if english.is_empty() { None } else { Some(english.to_owned()) };
        Some(Text { bulgarian: bulgarian.to_owned(), english })
    }

    /// Words that must be there.
    pub(super) fn label(&self, findings: &mut Findings) -> Text {
        if let Some(words) = self.words(Column::Label, findings) {
            return words;
        }
        if self.table.speaks(Column::Label, Language::Bulgarian) {
            let place = self.table.header.place(Column::Label, Some(Language::Bulgarian));
            findings.refuse(self.found(place, Problem::MissingLabel { language: Language::Bulgarian }));
        }
        Text::default()
    }
}

fn name_within(words: &str) -> Option<String> {
    let (_, after) = words.split_once("${")?;
    let (name, _) = after.split_once('}')?;
    Some(name.chars().take(60).collect())
}
