use super::{Problem, unpack};
use crate::Located;
use calamine::{DataRef, Reader, Xlsx};
use std::io::Cursor;

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
    let plain = unpack::unpack(bytes).map_err(Located::whole)?;
    let mut workbook = Xlsx::new(Cursor::new(plain)).map_err(|_| Located::whole(Problem::Damaged))?;
    let names = workbook.sheet_names();
    let mut text_left = MOST_TEXT;
    let mut sheets = Vec::new();
    for name in names.into_iter().filter(|name| !name.trim_start().starts_with('_')).take(100) {
        let rows = if is_wanted(&name) { rows(&mut workbook, &name, &mut text_left)? } else { Vec::new() };
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

fn is_wanted(name: &str) -> bool {
    matches!(name.trim().to_lowercase().as_str(), "survey" | "choices" | "settings")
}

fn rows(
    workbook: &mut Xlsx<Cursor<Vec<u8>>>,
    sheet: &str,
    text_left: &mut usize,
) -> Result<Vec<Row>, Located<Problem>> {
    let at = |row: Option<u32>, column: Option<u32>, problem| Located {
        sheet: Some(sheet.to_owned()),
        row,
        column,
        problem,
    };
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(|_| at(None, None, Problem::Damaged))?;
    let mut rows: Vec<Row> = Vec::new();
    for _ in 0..MOST_CELLS {
        let Some(cell) = reader.next_cell().map_err(|_| at(None, None, Problem::Damaged))? else {
            return Ok(rows);
        };
        let (row, column) = cell.get_position();
        let Some((text, is_error)) = text(cell.get_value()) else { continue };
        let number = row.saturating_add(1);
        if row >= MOST_ROWS {
            return Err(at(Some(number), None, Problem::TooManyRows { max: MOST_ROWS }));
        }
        if column >= MOST_COLUMNS {
            return Err(at(Some(number), Some(column), Problem::TooManyColumns { max: MOST_COLUMNS }));
        }
        let is = text.chars().count();
        if is > LONGEST_CELL {
            return Err(at(Some(number), Some(column), Problem::TooLong { is, max: LONGEST_CELL }));
        }
        *text_left =
            text_left.checked_sub(text.len()).ok_or_else(|| at(None, None, Problem::Bomb { max: MOST_TEXT }))?;
        let cell = Cell { column, text, is_error };
        match rows.last_mut() {
            Some(last) if last.number == number => last.cells.push(cell),
            Some(last) if last.number > number => return Err(at(Some(number), None, Problem::Damaged)),
            _ => rows.push(Row { number, cells: vec![cell] }),
        }
    }
    Err(at(None, None, Problem::TooManyRows { max: MOST_ROWS }))
}

/// What the cell shows, without the gaps around it; `None` for an empty one. A formula is its value.
fn text(value: &DataRef<'_>) -> Option<(String, bool)> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::Error(error) => return Some((error.to_string(), true)),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cleaned(text),
        DataRef::SharedString(text) => cleaned(text),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
    };
    if text.is_empty() { None } else { Some((text, false)) }
}

/// Spreadsheets write hard spaces and their own mark for a line end; control characters never reach a page.
fn cleaned(text: &str) -> String {
    let lines = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect::<String>().trim().to_owned()
}
