use super::Problem;
use crate::Located;
use jiff::civil::{Date, date};

/// The most rows of a sheet.
pub const MOST_ROWS: u32 = 5000;
/// The most columns of a sheet.
pub const MOST_COLUMNS: u32 = 200;
/// The longest text of a cell, in characters.
pub const LONGEST_CELL: usize = 4000;
/// All texts of a workbook together, in bytes: one shared text may stand in every cell.
pub(super) const MOST_TEXT: usize = 8 << 20;

/// The cells of one sheet that hold something, by row.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug)]
pub(super) struct Row {
    /// Counted from one, as the program that wrote the file counts.
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

/// What a sheet may hold.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) rows: u32,
    pub(super) columns: u32,
    pub(super) cell: usize,
}

impl Limits {
    pub(super) const FORM: Limits = Limits { rows: MOST_ROWS, columns: MOST_COLUMNS, cell: LONGEST_CELL };
}

/// A sheet that is being read, whatever the format: cells come row by row and are bounded as they come.
pub(super) struct Gathering {
    limits: Limits,
    sheet: Sheet,
}

impl Gathering {
    pub(super) fn new(name: &str, limits: Limits) -> Gathering {
        Gathering { limits, sheet: Sheet { name: name.to_owned(), rows: Vec::new() } }
    }

    pub(super) fn name(&self) -> &str {
        &self.sheet.name
    }

    /// Row and column are counted from zero; what is empty is passed over. A row above the last one is damage.
    pub(super) fn add(
        &mut self,
        (row, column): (u32, u32),
        text: String,
        is_error: bool,
        text_left: &mut usize,
    ) -> Result<(), Located<Problem>> {
        let number = row.saturating_add(1);
        if text.is_empty() {
            return Ok(());
        }
        if row >= self.limits.rows {
            return Err(self.at(Some(number), None, Problem::TooManyRows { max: self.limits.rows }));
        }
        if column >= self.limits.columns {
            return Err(self.at(Some(number), Some(column), Problem::TooManyColumns { max: self.limits.columns }));
        }
        let is = text.chars().count();
        if is > self.limits.cell {
            return Err(self.at(Some(number), Some(column), Problem::TooLong { is, max: self.limits.cell }));
        }
        *text_left =
            text_left.checked_sub(text.len()).ok_or_else(|| self.at(None, None, Problem::Bomb { max: MOST_TEXT }))?;
        let cell = Cell { column, text, is_error };
        match self.sheet.rows.last_mut() {
            Some(last) if last.number == number => last.cells.push(cell),
            Some(last) if last.number > number => return Err(self.at(Some(number), None, Problem::Damaged)),
            _ => self.sheet.rows.push(Row { number, cells: vec![cell] }),
        }
        Ok(())
    }

    pub(super) fn whole(&self, problem: Problem) -> Located<Problem> {
        self.at(None, None, problem)
    }

    fn at(&self, row: Option<u32>, column: Option<u32>, problem: Problem) -> Located<Problem> {
        Located { sheet: Some(self.sheet.name.clone()), row, column, problem }
    }

    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }
}

pub(super) fn is_wanted(name: &str) -> bool {
    matches!(name.trim().to_lowercase().as_str(), "survey" | "choices" | "settings")
}

/// Names that begin with `_` are notes of the author.
pub(super) fn is_note(name: &str) -> bool {
    name.trim_start().starts_with('_')
}

/// A number as a cell shows it.
pub(super) fn number(number: f64, is_date: bool, from_1904: bool) -> String {
    let day = if is_date { day(number, from_1904) } else { None };
    day.map_or_else(|| number.to_string(), |day| day.to_string())
}

/// Days since the last of 1899, where 1900 is taken for a leap year; or since the first of 1904.
fn day(serial: f64, from_1904: bool) -> Option<Date> {
    #[expect(clippy::as_conversions, reason = "within bounds by the condition before")]
    let days = if (1.0..3_000_000.0).contains(&serial) { serial.floor() as i64 } else { return None };
    let (first, days) = match (from_1904, days) {
        (true, days) => (date(1904, 1, 1), days),
        (false, days @ ..60) => (date(1899, 12, 31), days),
        (false, days) => (date(1899, 12, 30), days),
    };
    first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// Spreadsheets write hard spaces and their own marks for letters that XML has no place for; control characters never
/// reach a page.
pub(super) fn cleaned(text: &str) -> String {
    let lines = text.replace("_x000D_", "").replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|letter| !letter.is_control() || *letter == '\n').collect::<String>().trim().to_owned()
}
