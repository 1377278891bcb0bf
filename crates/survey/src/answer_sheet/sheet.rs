use super::{Proposal, SheetProblem, propose};
use crate::{Located, answers_csv, xlsform};
use std::collections::BTreeSet;

/// The largest file taken, in bytes.
pub const LARGEST_FILE: usize = 32 << 20;
/// The most rows under the header.
pub const MOST_ROWS: usize = 100_000;
/// The most columns.
pub const MOST_COLUMNS: usize = 500;
/// The longest text of a cell, in characters.
pub const LONGEST_CELL: usize = 10_000;

/// The cells of a sheet as they were written.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub headers: Vec<String>,
    /// As many cells in each as there are headers; empty rows are kept, so that rows keep their numbers.
    pub rows: Vec<Vec<String>>,
    /// Columns whose cells were emptied because they tell who answered.
    pub withheld: BTreeSet<usize>,
}

/// A [`Sheet`] that cannot be read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnreadableSheet;

impl Sheet {
    /// Reads CSV in any usual encoding and separator, or the first sheet of a workbook.
    ///
    /// # Errors
    /// What is wrong, with its row and column where it has one.
    pub fn read(bytes: &[u8]) -> Result<Sheet, Located<SheetProblem>> {
        if bytes.len() > LARGEST_FILE {
            return Err(Located::whole(SheetProblem::TooLarge { is: bytes.len(), max: LARGEST_FILE }));
        }
        if bytes.trim_ascii().is_empty() {
            return Err(Located::whole(SheetProblem::Empty));
        }
        let is_workbook = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0");
        let mut rows = if is_workbook { workbook(bytes)? } else { table(bytes)? };
        if rows.is_empty() {
            return Err(Located::whole(SheetProblem::Empty));
        }
        let mut headers: Vec<String> = rows.remove(0).iter().map(|header| tidy(header)).collect();
        while headers.last().is_some_and(String::is_empty) {
            headers.pop();
        }
        for row in &mut rows {
            row.resize(headers.len(), String::new());
        }
        while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
            rows.pop();
        }
        if headers.is_empty() || rows.is_empty() {
            return Err(Located::whole(SheetProblem::NoAnswers));
        }
        Ok(Sheet { headers, rows, withheld: BTreeSet::new() })
    }

    /// The same sheet with nothing under the headers that, by their words or by what stands there, tell who answered.
    pub fn without_personal(mut self) -> Sheet {
        let personal = Proposal::of(&self).personal();
        for row in &mut self.rows {
            for (_, cell) in row.iter_mut().enumerate().filter(|(place, _)| personal.contains(place)) {
                cell.clear();
            }
        }
        self.withheld.extend(personal);
        self
    }

    /// The sheet as comma-separated values; rows and columns keep their numbers.
    pub fn to_csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing into memory cannot fail.
        for row in std::iter::once(&self.headers).chain(&self.rows) {
            let _ = writer.write_record(row);
        }
        writer.into_inner().unwrap_or_default()
    }

    /// The sheet as bytes from which [`Sheet::restore`] makes it again.
    pub fn archive(&self) -> Vec<u8> {
        serde_json::to_vec(&(&self.headers, &self.rows, &self.withheld)).unwrap_or_default()
    }

    /// # Errors
    /// [`UnreadableSheet`] for what [`Sheet::archive`] did not make.
    pub fn restore(bytes: &[u8]) -> Result<Sheet, UnreadableSheet> {
        let parts: (Vec<String>, Vec<Vec<String>>, BTreeSet<usize>) =
            serde_json::from_slice(bytes).map_err(|_| UnreadableSheet)?;
        let (headers, rows, withheld) = parts;
        let is_whole = rows.iter().all(|row| row.len() == headers.len());
        if is_whole { Ok(Sheet { headers, rows, withheld }) } else { Err(UnreadableSheet) }
    }

    /// What the options of a choice under a header may be: the different values, or the parts that `several` joined answers
    /// are made of; those of a known scale in its order, else the most chosen first.
    pub fn options(&self, column: usize, several: bool) -> Vec<String> {
        propose::options(&self.values(column).collect::<Vec<_>>(), several)
    }

    /// A few different values, to show what stands under a header.
    pub fn examples(&self, column: usize, most: usize) -> Vec<&str> {
        let mut seen: Vec<&str> = Vec::new();
        for value in self.values(column) {
            if seen.len() == most {
                break;
            }
            if !seen.contains(&value) {
                seen.push(value);
            }
        }
        seen
    }

    /// What stands under a header, empty cells left out.
    pub(super) fn values(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.get(column)).map(String::as_str).filter(|cell| !cell.is_empty())
    }
}

/// One space for every gap, as headers often hold line ends.
fn tidy(header: &str) -> String {
    header.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(1000).collect()
}

fn at(row: usize, column: usize, problem: SheetProblem) -> Located<SheetProblem> {
    let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    Located { sheet: None, row: Some(place(row)), column: Some(place(column)), problem }
}

fn table(bytes: &[u8]) -> Result<Vec<Vec<String>>, Located<SheetProblem>> {
    let text = answers_csv::decode(bytes).map_err(|_| Located::whole(SheetProblem::NotASheet))?;
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: char| first.matches(separator).count();
    // A header may hold a comma of its own, so the mark that divides it most often is the one.
    let separator = [',', ';', '\t'].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Located::whole(SheetProblem::NotASheet))?;
        if rows.len() > MOST_ROWS {
            return Err(Located::whole(SheetProblem::TooManyRows { max: MOST_ROWS }));
        }
        if record.len() > MOST_COLUMNS {
            return Err(at(rows.len() + 1, MOST_COLUMNS, SheetProblem::TooManyColumns { max: MOST_COLUMNS }));
        }
        let mut row = Vec::with_capacity(record.len());
        for (column, cell) in record.iter().enumerate() {
            row.push(bounded(cell, rows.len() + 1, column)?);
        }
        rows.push(row);
    }
    Ok(rows)
}

fn workbook(bytes: &[u8]) -> Result<Vec<Vec<String>>, Located<SheetProblem>> {
    let cells = xlsform::first_sheet(bytes, MOST_ROWS + 1, MOST_COLUMNS).map_err(|found| Located {
        sheet: found.sheet,
        row: found.row,
        column: found.column,
        problem: SheetProblem::Workbook(found.problem),
    })?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (row, column, text) in cells {
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = bounded(&text, row + 1, column)?;
            }
        }
    }
    Ok(rows)
}

fn bounded(cell: &str, row: usize, column: usize) -> Result<String, Located<SheetProblem>> {
    let is = cell.chars().count();
    if is > LONGEST_CELL {
        return Err(at(row, column, SheetProblem::TooLong { is, max: LONGEST_CELL }));
    }
    Ok(cell
        .replace("\r\n", "\n")
        .chars()
        .filter(|letter| !letter.is_control() || *letter == '\n')
        .collect::<String>()
        .trim()
        .to_owned())
}
