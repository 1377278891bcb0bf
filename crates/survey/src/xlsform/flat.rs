//! The public format as plain text. A `.csv` file names each sheet in its first column and writes the cells from the second
//! on; a `.md` file does the same between bars. Rows and columns of problems are those of the file itself.

use super::Problem;
use super::sheet::{Gathering, Limits, MOST_TEXT, Sheet, cleaned, is_note, is_wanted};
use crate::Located;
use crate::answers_csv::decode;

/// The sheets of a text, table or not recognised.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Located<Problem>> {
    let not_ours = || Located::whole(Problem::NotAWorkbook);
    let text = decode(bytes).map_err(|_| not_ours())?;
    match shape(&text) {
        Some(Shape::Tables) => tables(&text),
        Some(Shape::Values(separator)) => values(&text, separator),
        None => Err(not_ours()),
    }
}

/// Whether the text names the sheet `survey` anywhere.
pub(crate) fn is_flat(bytes: &[u8]) -> bool {
    decode(bytes).is_ok_and(|text| shape(&text).is_some())
}

enum Shape {
    Tables,
    /// Divided by this.
    Values(u8),
}

fn shape(text: &str) -> Option<Shape> {
    let is_survey = |cell: &str| cell.trim().trim_matches('"').to_lowercase() == "survey";
    let begins_table =
        |line: &str| line.trim_start().strip_prefix('|').is_some_and(|rest| first_of(rest, '|', is_survey));
    if text.lines().any(begins_table) {
        return Some(Shape::Tables);
    }
    let separator = separator(text);
    let begins_values = |line: &str| first_of(line, char::from(separator), is_survey);
    text.lines().any(begins_values).then_some(Shape::Values(separator))
}

fn first_of(line: &str, separator: char, holds: impl Fn(&str) -> bool) -> bool {
    line.split(separator).next().is_some_and(holds)
}

fn separator(text: &str) -> u8 {
    let head: String = text.lines().filter(|line| !line.trim().is_empty()).take(4).collect();
    let count = |separator: u8| head.bytes().filter(|byte| *byte == separator).count();
    // Of equals the last is taken: the comma.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

fn values(text: &str, separator: u8) -> Result<Vec<Sheet>, Located<Problem>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut sheets = Sheets::default();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| Located::whole(Problem::Damaged))? {
        let line = record.position().map_or(1, csv::Position::line);
        let row = u32::try_from(line.saturating_sub(1)).unwrap_or(u32::MAX);
        sheets.row(row, (0..).zip(record.iter().map(cleaned)))?;
    }
    Ok(sheets.finish())
}

fn tables(text: &str) -> Result<Vec<Sheet>, Located<Problem>> {
    let mut sheets = Sheets::default();
    for (row, line) in (0..).zip(text.lines()) {
        let line = line.trim();
        // Prose between the tables is for people.
        let Some(line) = line.strip_prefix('|') else { continue };
        let cells = cells(line);
        let is_rule = |cell: &String| cell.chars().all(|letter| matches!(letter, '-' | ':'));
        if cells.iter().any(|cell| cell.contains('-')) && cells.iter().all(is_rule) {
            continue;
        }
        sheets.row(row, (0..).zip(cells.iter().map(|cell| cleaned(cell))))?;
    }
    Ok(sheets.finish())
}

/// Cells between bars: `\|` is a bar within, `<br>` a new line, `<\br>` the four letters themselves.
fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let rest = letters.as_str();
        match letter {
            '\\' if rest.starts_with('|') => cell.extend(letters.next()),
            '|' => cells.push(std::mem::take(&mut cell).trim().to_owned()),
            '<' => match ["br>", "br/>", "br />"].into_iter().find_map(|mark| rest.strip_prefix(mark)) {
                Some(after) => {
                    cell.push('\n');
                    letters = after.chars();
                }
                None => {
                    cell.push(letter);
                    // One of the backslashes that keep it from being a new line goes.
                    let is_kept = rest.starts_with('\\') && rest.trim_start_matches('\\').starts_with("br");
                    if is_kept {
                        letters.next();
                    }
                }
            },
            _ => cell.push(letter),
        }
    }
    if !cell.trim().is_empty() {
        cells.push(cell.trim().to_owned());
    }
    cells
}

/// The sheets of one text, as they are named in its first column.
struct Sheets {
    all: Vec<Gathering>,
    /// Which of them the rows belong to.
    current: Option<usize>,
    text_left: usize,
}

impl Default for Sheets {
    fn default() -> Sheets {
        Sheets { all: Vec::new(), current: None, text_left: MOST_TEXT }
    }
}

/// More sheets than that are none of ours.
const MOST_SHEETS: usize = 100;

impl Sheets {
    fn row(&mut self, row: u32, cells: impl Iterator<Item = (u32, String)>) -> Result<(), Located<Problem>> {
        for (column, text) in cells {
            if column == 0 {
                if !text.is_empty() {
                    self.open(&text)?;
                }
                continue;
            }
            let current = self.current.and_then(|place| self.all.get_mut(place));
            if let Some(sheet) = current.filter(|sheet| is_wanted(sheet.name())) {
                sheet.add((row, column), text, false, &mut self.text_left)?;
            }
        }
        Ok(())
    }

    /// What is named twice goes on, so that nothing of it is lost unseen.
    fn open(&mut self, name: &str) -> Result<(), Located<Problem>> {
        let name: String = name.chars().take(100).collect();
        let known = self.all.iter().position(|sheet| sheet.name().eq_ignore_ascii_case(&name));
        if known.is_none() {
            if self.all.len() >= MOST_SHEETS {
                return Err(Located::whole(Problem::TooManyParts { max: MOST_SHEETS }));
            }
            self.all.push(Gathering::new(&name, Limits::FORM));
        }
        self.current = known.or_else(|| self.all.len().checked_sub(1));
        Ok(())
    }

    fn finish(self) -> Vec<Sheet> {
        self.all.into_iter().filter(|sheet| !is_note(sheet.name())).map(Gathering::finish).collect()
    }
}
