#![expect(clippy::wildcard_enum_match_arm, reason = "of the reader's events all that is not named is passed over")]

use super::package::{self, Package, attribute};
use super::sheet::{self, Gathering, Limits, MOST_ROWS, MOST_TEXT, Sheet, cleaned, is_note, is_wanted};
use super::unpack::Parts;
use super::{Problem, unpack};
use crate::Located;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Empty cells with formatting count here too, as each must be read past.
const MOST_CELLS: usize = 1_000_000;

/// The sheets of an `.xlsx` file that can matter.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Located<Problem>> {
    let parts = unpack::unpack(bytes).map_err(Located::whole)?;
    let package = package::open(&parts).map_err(Located::whole)?;
    let mut text_left = MOST_TEXT;
    let mut sheets = Vec::new();
    for (name, path) in package.sheets.iter().filter(|(name, _)| !is_note(name)) {
        let gathering = Gathering::new(name, Limits::FORM);
        let wanted = is_wanted(name);
        sheets.push(if wanted {
            gathered(&parts, &package, path, gathering, &mut text_left)?
        } else {
            gathering.finish()
        });
    }
    Ok(sheets)
}

/// A workbook that can be opened and is no questionnaire: it neither has a sheet `survey`, nor does its first one begin as
/// such a sheet does.
pub(crate) fn lacks_survey(bytes: &[u8]) -> bool {
    let Ok(parts) = unpack::unpack(bytes) else { return false };
    let Ok(package) = package::open(&parts) else { return false };
    if package.sheets.iter().any(|(name, _)| name.trim().to_lowercase() == "survey") {
        return false;
    }
    let Some((_, path)) = package.sheets.first() else { return false };
    let text = parts.get(path).unwrap_or_default();
    let mut cells = Cells { reader: Reader::from_str(text), package: &package, row: 0, column: 0 };
    let mut names = Vec::new();
    while let Ok(Some((0, column, value))) = cells.next() {
        if column >= Limits::FORM.columns {
            break;
        }
        names.extend(value.map(|(text, _)| text.trim().to_lowercase()));
    }
    !["type", "name"].into_iter().all(|needed| names.iter().any(|name| name == needed))
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
    let sheet = gathered(&parts, &package, path, Gathering::new(name, limits), &mut text_left)?;
    let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
    let cells = sheet.rows.into_iter().flat_map(|row| {
        let number = place(row.number.saturating_sub(1));
        row.cells.into_iter().map(move |cell| (number, place(cell.column), cell.text))
    });
    Ok(cells.collect())
}

fn gathered(
    parts: &Parts,
    package: &Package,
    path: &str,
    mut sheet: Gathering,
    text_left: &mut usize,
) -> Result<Sheet, Located<Problem>> {
    let text = parts.get(path).ok_or_else(|| sheet.whole(Problem::Damaged))?;
    let mut cells = Cells { reader: Reader::from_str(text), package, row: 0, column: 0 };
    for _ in 0..MOST_CELLS {
        let Some((row, column, value)) = cells.next().map_err(|problem| sheet.whole(problem))? else {
            return Ok(sheet.finish());
        };
        if let Some((text, is_error)) = value {
            sheet.add((row, column), text, is_error, text_left)?;
        }
    }
    Err(sheet.whole(Problem::TooManyRows { max: MOST_ROWS }))
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
                Ok(number) => sheet::number(number, self.package.dates.contains(&style), self.package.from_1904),
                Err(_) => cleaned(&content),
            },
        };
        Ok(if text.is_empty() { None } else { Some((text, false)) })
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
