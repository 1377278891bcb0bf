//! The tables of a document as a workbook: first a list of them with links, then each on its own sheet with what it was
//! asked of, of whom, and how sure it is.

mod number;
mod sheet_names;

pub use number::{Number, number};

use base::Language;
use document::{Align, Document, Inline, Row, RowKind, ToldTable, told_tables};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet};
use sheet_names::SheetNames;

/// The workbook of every table in `document`. What begins like a formula stays words.
///
/// # Errors
/// Only a fault: more tables or rows than a workbook holds.
pub fn xlsx(document: &Document) -> Result<Vec<u8>, anyhow::Error> {
    let tables = told_tables(document);
    let mut names = SheetNames::default();
    let first = names.take(&document.words.contents);
    let names: Vec<String> = tables.iter().map(|told| names.take(&told.name)).collect();
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(document)?);
    workbook.push_worksheet(contents(document, &first, &tables, &names, &looks)?);
    for (told, name) in tables.iter().zip(&names) {
        workbook.push_worksheet(
            Sheet { page: Worksheet::new(), row: 0, language: document.language, looks: &looks }.fill(
                told,
                name,
                &first,
                &document.words.contents,
            )?,
        );
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(document: &Document) -> Result<DocProperties, anyhow::Error> {
    let day = ExcelDateTime::from_ymd(
        u16::try_from(document.date.year())?,
        u8::try_from(document.date.month())?,
        u8::try_from(document.date.day())?,
    )?;
    let authors: Vec<&str> = document.cover.parties.iter().map(|party| party.name.as_str()).collect();
    Ok(DocProperties::new()
        .set_title(clipped(&document.title, 255))
        .set_author(clipped(&authors.join("; "), 255))
        .set_creation_datetime(&day))
}

/// The first sheet: whose tables these are, and each of them with its link, what it says and of whom.
fn contents(
    document: &Document,
    name: &str,
    tables: &[ToldTable<'_>],
    names: &[String],
    looks: &Looks,
) -> Result<Worksheet, anyhow::Error> {
    let mut page = Worksheet::new();
    page.set_name(name)?;
    for (column, width) in (0_u16..).zip([22.0, 80.0, 50.0]) {
        page.set_column_width(column, width)?;
    }
    write(&mut page, 0, 0, &document.title, &looks.title)?;
    let about = [Some(document.cover.date.as_str()), document.demonstration.as_deref(), document.address.as_deref()];
    let mut row = 1;
    for words in about.into_iter().flatten().filter(|words| !words.trim().is_empty()) {
        write(&mut page, row, 0, words, &looks.plain)?;
        row += 1;
    }
    row += 1;
    for (column, words) in (0_u16..).zip([&document.words.table, &document.words.finding, &document.words.base]) {
        write(&mut page, row, column, words, &looks.head)?;
    }
    page.set_freeze_panes(row + 1, 0)?;
    for (told, name) in tables.iter().zip(names) {
        row += 1;
        page.write_url_with_text(row, 0, link(name).as_str(), clipped(&told.name, LONGEST))?;
        write(&mut page, row, 1, &told.title, &looks.wrapped)?;
        write(&mut page, row, 2, told.base, &looks.wrapped)?;
    }
    Ok(page)
}

fn link(sheet: &str) -> String {
    format!("internal:'{}'!A1", sheet.replace('\'', "''"))
}

struct Sheet<'l> {
    page: Worksheet,
    row: u32,
    language: Language,
    looks: &'l Looks,
}

impl Sheet<'_> {
    fn fill(mut self, told: &ToldTable<'_>, name: &str, first: &str, back: &str) -> Result<Worksheet, anyhow::Error> {
        self.page.set_name(name)?;
        self.page.set_column_width(0, 46.0)?;
        let widest = told.table.rows.iter().map(|row| row.cells.len()).chain([told.table.columns.len()]).max();
        for column in 1..u16::try_from(widest.unwrap_or(1))? {
            self.page.set_column_width(column, 15.0)?;
        }
        // Title and heads stay in sight; what the table means stands below it, out of the way of computing.
        write(&mut self.page, 0, 0, &told.title, &self.looks.title)?;
        for (column, head) in (0_u16..).zip(&told.table.columns) {
            let look = if head.align == Align::End { &self.looks.head_of_numbers } else { &self.looks.head };
            write(&mut self.page, 1, column, &head.words, look)?;
        }
        self.page.set_freeze_panes(2, 1)?;
        self.row = 2;
        for row in &told.table.rows {
            self.cells(told, row)?;
        }
        self.row += 1;
        for words in &told.beside {
            write(&mut self.page, self.row, 0, words, &self.looks.plain)?;
            self.row += 1;
        }
        self.page.write_url_with_text(self.row, 0, Url::new(link(first)), clipped(back, LONGEST))?;
        Ok(self.page)
    }

    fn cells(&mut self, told: &ToldTable<'_>, row: &Row) -> Result<(), anyhow::Error> {
        let is_total = row.kind == RowKind::Total;
        for (place, cell) in row.cells.iter().enumerate() {
            let words = Inline::plain(&cell.0);
            let column = u16::try_from(place)?;
            let holds_numbers = told.table.columns.get(place).is_some_and(|column| column.align == Align::End);
            // The first cell names the row: a year or a class there is a name too.
            match number(&words, self.language).filter(|_| holds_numbers && place > 0) {
                Some(number) => {
                    let mut look = Format::new().set_num_format(number.format);
                    if is_total {
                        look = look.set_bold().set_border_top(FormatBorder::Thin);
                    }
                    self.page.write_number_with_format(self.row, column, number.value, &look)?;
                }
                None => {
                    let look = match (place, holds_numbers, is_total) {
                        (0, _, false) => &self.looks.wrapped,
                        (0, _, true) => &self.looks.total,
                        (_, true, _) => &self.looks.right,
                        (_, false, _) => &self.looks.wrapped,
                    };
                    write(&mut self.page, self.row, column, &words, look)?;
                }
            }
        }
        self.row += 1;
        Ok(())
    }
}

struct Looks {
    title: Format,
    head: Format,
    head_of_numbers: Format,
    plain: Format,
    wrapped: Format,
    right: Format,
    total: Format,
}

impl Looks {
    fn new() -> Looks {
        let words = || Format::new().set_num_format("@");
        let head = || {
            words().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Medium).set_background_color("F4F0E6")
        };
        Looks {
            title: words().set_bold().set_font_size(13.0),
            head: head(),
            head_of_numbers: head().set_align(FormatAlign::Right),
            plain: words(),
            wrapped: words().set_text_wrap().set_align(FormatAlign::Top),
            right: words().set_align(FormatAlign::Right),
            total: words().set_bold().set_text_wrap().set_border_top(FormatBorder::Thin),
        }
    }
}

/// Words that stay words, even in a cell that is edited.
fn write(page: &mut Worksheet, row: u32, column: u16, words: &str, look: &Format) -> Result<(), anyhow::Error> {
    let words = clipped(words, LONGEST);
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        page.write_string_with_format(row, column, words, &look.clone().set_quote_prefix())?;
    } else if !words.is_empty() {
        page.write_string_with_format(row, column, words, look)?;
    }
    Ok(())
}

/// The longest words in a cell, in UTF-16 units.
const LONGEST: usize = 32_767;

/// As many letters as take no more than `most` UTF-16 units.
fn clipped(words: &str, most: usize) -> &str {
    let mut units = 0;
    let end = words.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > most
    });
    end.and_then(|(place, _)| words.get(..place)).unwrap_or(words)
}
