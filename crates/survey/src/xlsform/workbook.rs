#![expect(clippy::wildcard_enum_match_arm, reason = "of the reader's events all that is not named is passed over")]

use super::package::{self, Package, attribute};
use super::unpack::Parts;
use super::{Problem, unpack};
use crate::Located;
use jiff::civil::{Date, date};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The most rows of a sheet.
pub const MOST_ROWS: u32 = 5000;
/// The most columns of a sheet.
pub const MOST_COLUMNS: u32 = 200;
/// The longest text of a cell, in characters.
pub const LONGEST_CELL: usize = 4000;
/// All texts of a workbook together, in bytes: one shared text may stand in every cell.
const MOST_TEXT: usize = 8 << 20;
/// Empty cells with formatting count here too, as each must be read past.
const MOST_CELLS: usize = 1_000_000;

/// The cells of one sheet that hold something, by row.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    /// Counted from one.
    pub(super) number: u32,
    pub(super) cells: Vec<Cell>,
}

#[derive(Debug)]
pub(super) struct Cell {
    /// Counted from zero.
    pub(super) column: u32,
    pub(super) text: String,
    /// A formula that came to an error.
    pub(super) is_error: bool,
}

/// The sheets that can matter: names that begin with `_` are notes of the author.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Located<Problem>> {
    let parts = unpack::unpack(bytes).map_err(Located::whole)?;
    let package = package::open(&parts).map_err(Located::whole)?;
    let mut text_left = MOST_TEXT;
    let mut sheets = Vec::new();
    for (name, path) in package.sheets.iter().filter(|(name, _)| !name.trim_start().starts_with('_')) {
        let limits = Limits { rows: MOST_ROWS, columns: MOST_COLUMNS, cell: LONGEST_CELL };
        let rows =
            if is_wanted(name) { rows(&parts, &package, name, path, limits, &mut text_left)? } else { Vec::new() };
        sheets.push(Sheet { name: name.clone(), rows });
    }
    Ok(sheets)
}

/// What a sheet may hold.
#[derive(Clone, Copy)]
struct Limits {
    rows: u32,
    columns: u32,
    cell: usize,
}

/// The cells of the first sheet, whatever it is called: row and column counted from zero, and what the cell shows.
pub(crate) fn first_sheet(
    bytes: &[u8],
    most_rows: usize,
    most_columns: usize,
) -> Result<Vec<(usize, usize, String)>, Located<Problem>> {
    let parts = unpack::unpack(bytes).map_err(Located::whole)?;
    let package = package::open(&parts).map_err(Located::whole)?;
    let Some((name, path)) = package.sheets.first() else {
        return Err(Located::whole(Problem::EmptySheet));
    };
    let limit = |limit: usize| u32::try_from(limit).unwrap_or(u32::MAX);
    let limits = Limits { rows: limit(most_rows), columns: limit(most_columns), cell: 32_767 };
    let mut text_left = super::LARGEST_UNPACKED;
    let rows = rows(&parts, &package, name, path, limits, &mut text_left)?;
    let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
    let cells = rows.into_iter().flat_map(|row| {
        let number = place(row.number.saturating_sub(1));
        row.cells.into_iter().map(move |cell| (number, place(cell.column), cell.text))
    });
    Ok(cells.collect())
}

fn is_wanted(name: &str) -> bool {
    matches!(name.trim().to_lowercase().as_str(), "survey" | "choices" | "settings")
}

fn rows(
    parts: &Parts,
    package: &Package,
    sheet: &str,
    path: &str,
    limits: Limits,
    text_left: &mut usize,
) -> Result<Vec<Row>, Located<Problem>> {
    let at = |row: Option<u32>, column: Option<u32>, problem| Located {
        sheet: Some(sheet.to_owned()),
        row,
        column,
        problem,
    };
    let whole = |problem| at(None, None, problem);
    let mut cells = Cells {
        reader: Reader::from_str(parts.get(path).ok_or(Problem::Damaged).map_err(whole)?),
        package,
        row: 0,
        column: 0,
    };
    let mut rows: Vec<Row> = Vec::new();
    for _ in 0..MOST_CELLS {
        let Some((row, column, value)) = cells.next().map_err(whole)? else { return Ok(rows) };
        let Some((text, is_error)) = value else { continue };
        let number = row.saturating_add(1);
        if row >= limits.rows {
            return Err(at(Some(number), None, Problem::TooManyRows { max: limits.rows }));
        }
        if column >= limits.columns {
            return Err(at(Some(number), Some(column), Problem::TooManyColumns { max: limits.columns }));
        }
        let is = text.chars().count();
        if is > limits.cell {
            return Err(at(Some(number), Some(column), Problem::TooLong { is, max: limits.cell }));
        }
        *text_left = text_left.checked_sub(text.len()).ok_or_else(|| whole(Problem::Bomb { max: MOST_TEXT }))?;
        let cell = Cell { column, text, is_error };
        match rows.last_mut() {
            Some(last) if last.number == number => last.cells.push(cell),
            Some(last) if last.number > number => return Err(at(Some(number), None, Problem::Damaged)),
            _ => rows.push(Row { number, cells: vec![cell] }),
        }
    }
    Err(whole(Problem::TooManyRows { max: limits.rows }))
}

/// The cells of a sheet in the order of the file (§18.3.1).
struct Cells<'a> {
    reader: Reader<&'a [u8]>,
    package: &'a Package,
    /// Where a cell without a reference stands, counted from zero.
    row: u32,
    column: u32,
}

/// What a cell shows, and whether it is the error of a formula; `None` for an empty one.
type Shown = Option<(String, bool)>;

impl Cells<'_> {
    fn next(&mut self) -> Result<Option<(u32, u32, Shown)>, Problem> {
        loop {
            match self.reader.read_event().map_err(|_| Problem::Damaged)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => self.begin_row(&element)?,
                    "c" => return self.cell(&element, true).map(Some),
                    _ => {}
                },
                Event::Empty(element) => match element.local_name().as_ref() {
                    "row" => {
                        self.begin_row(&element)?;
                        self.row = self.row.saturating_add(1);
                    }
                    "c" => return self.cell(&element, false).map(Some),
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "row" => {
                        self.row = self.row.saturating_add(1);
                        self.column = 0;
                    }
                    "sheetData" => return Ok(None),
                    _ => {}
                },
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn begin_row(&mut self, element: &BytesStart<'_>) -> Result<(), Problem> {
        self.column = 0;
        if let Some(number) = attribute(element, "r") {
            let number: u32 = number.parse().map_err(|_| Problem::Damaged)?;
            self.row = number.checked_sub(1).ok_or(Problem::Damaged)?;
        }
        Ok(())
    }

    fn cell(&mut self, element: &BytesStart<'_>, has_content: bool) -> Result<(u32, u32, Shown), Problem> {
        if let Some(reference) = attribute(element, "r") {
            (self.row, self.column) = position(&reference).ok_or(Problem::Damaged)?;
        }
        let (row, column) = (self.row, self.column);
        self.column = self.column.saturating_add(1);
        let kind = attribute(element, "t").unwrap_or_default();
        let style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
        let content = if has_content { self.content()? } else { String::new() };
        Ok((row, column, self.shown(&kind, style, content)?))
    }

    /// The value, or the text that stands in the cell itself; a formula is passed over.
    fn content(&mut self) -> Result<String, Problem> {
        let mut content = String::new();
        loop {
            match self.reader.read_event().map_err(|_| Problem::Damaged)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" => content = package::plain(&mut self.reader, "v")?,
                    "is" => content = package::rich(&mut self.reader, "is")?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "c" => return Ok(content),
                Event::Eof => return Err(Problem::Damaged),
                _ => {}
            }
        }
    }

    fn shown(&self, kind: &str, style: usize, content: String) -> Result<Shown, Problem> {
        let text = match kind {
            "s" => {
                let place = content.trim();
                if place.is_empty() {
                    return Ok(None);
                }
                let place: usize = place.parse().map_err(|_| Problem::Damaged)?;
                cleaned(self.package.shared.get(place).ok_or(Problem::Damaged)?)
            }
            "e" => return Ok(Some((cleaned(&content), true))),
            "b" => if content.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "str" | "inlineStr" | "d" => cleaned(&content),
            _ => match content.trim().parse::<f64>() {
                Ok(number) => self.number(number, style),
                Err(_) => cleaned(&content),
            },
        };
        Ok(if text.is_empty() { None } else { Some((text, false)) })
    }

    fn number(&self, number: f64, style: usize) -> String {
        let day = if self.package.dates.contains(&style) { self.day(number) } else { None };
        day.map_or_else(|| number.to_string(), |day| day.to_string())
    }

    /// Days since the last of 1899, where 1900 is taken for a leap year; or since the first of 1904.
    fn day(&self, serial: f64) -> Option<Date> {
        #[expect(clippy::as_conversions, reason = "within bounds by the condition before")]
        let days = if (1.0..3_000_000.0).contains(&serial) { serial.floor() as i64 } else { return None };
        let (first, days) = match (self.package.from_1904, days) {
            (true, days) => (date(1904, 1, 1), days),
            (false, days @ ..60) => (date(1899, 12, 31), days),
            (false, days) => (date(1899, 12, 30), days),
        };
        first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
    }
}

/// `B7` as row 6 and column 1.
fn position(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        let place = letter.to_ascii_uppercase().checked_sub(b'A').filter(|place| *place < 26)?;
        column = column * 26 + u32::from(place) + 1;
    }
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

/// Spreadsheets write hard spaces and their own marks for letters that XML has no place for; control characters never
/// reach a page.
fn cleaned(text: &str) -> String {
    let lines = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect::<String>().trim().to_owned()
}
