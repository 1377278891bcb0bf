//! Earlier answers from a file of comma-separated values, and the same shape written.
//!
//! One row is one person. A column is named by the code of its question; a choice of several is one column with the codes
//! in it, or a column `CODE/OPTION` for each option; `CODE_other` holds the words beside „друго“; `day` and `mode` say
//! when and how, and `quotable` whether somebody lets their own words be quoted. Files come with no table: a column that tells their marks is passed over. Options may be written as codes or as labels in either language. What stands in a cell is data, never a
//! formula.

mod columns;
mod header;
mod problem;
mod repeated;
mod text;
mod write;

pub use columns::Columns;
pub use problem::CsvProblem;
pub use repeated::{Repeated, repeated};
pub use text::{Encoding, readable};
pub use write::{Row, write};

use crate::entry::{self, Entry, Fields, Hand};
use crate::{Answers, Located, Mode, Question, QuestionKind, Questionnaire, Scale};
use header::{Header, Meaning};
use jiff::civil::Date;

/// The largest file taken, in bytes.
pub const LARGEST_FILE: usize = 64 << 20;
/// The most rows under the header.
pub const MOST_ROWS: usize = 200_000;
/// The most columns.
pub const MOST_COLUMNS: usize = 4000;
/// The most refusals that are kept; more are only counted.
pub const MOST_REFUSALS: usize = 2000;

/// What came of a file: the good rows, and every bad one with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct CsvRead {
    pub accepted: Vec<AcceptedRow>,
    /// One row may be refused for several cells.
    pub rejected: Vec<Located<CsvProblem>>,
    pub rejected_rows: usize,
    pub encoding: Encoding,
    pub separator: char,
    /// Columns that mean nothing to this questionnaire.
    pub ignored: Vec<Located<CsvProblem>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct AcceptedRow {
    /// Counted from one, the header included, as a spreadsheet counts.
    pub row: u32,
    pub day: Option<Date>,
    pub mode: Option<Mode>,
    /// Whether its words may be quoted, where the file tells that.
    pub quotable: Option<bool>,
    pub answers: Answers,
}

/// The text of a file in any of the usual encodings.
pub(crate) fn decode(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, CsvProblem> {
    text::decode(bytes).map(|(text, _)| text)
}

/// Reads a file of answers. `day` stands in for a row's own where an expression asks for `today()`.
///
/// # Errors
/// What is wrong with the file as a whole; a bad row does not stop the others.
pub fn read(questionnaire: &Questionnaire, bytes: &[u8], day: Date) -> Result<CsvRead, Located<CsvProblem>> {
    let (text, encoding) = text::decode(bytes).map_err(Located::whole)?;
    let (header, separator) = Header::find(questionnaire, &text)?;
    read_rows(questionnaire, &text, encoding, &header, separator, day)
}

/// The same where somebody has said what each column holds, by the names that [`Columns`] offers.
///
/// # Errors
/// As for [`read`].
pub fn read_named(
    questionnaire: &Questionnaire,
    bytes: &[u8],
    names: &[String],
    day: Date,
) -> Result<CsvRead, Located<CsvProblem>> {
    let (text, encoding) = text::decode(bytes).map_err(Located::whole)?;
    let header = Header::named(questionnaire, names)?;
    let separator = Header::separator(questionnaire, &text);
    read_rows(questionnaire, &text, encoding, &header, separator, day)
}

fn read_rows(
    questionnaire: &Questionnaire,
    text: &str,
    encoding: Encoding,
    header: &Header<'_>,
    separator: char,
    day: Date,
) -> Result<CsvRead, Located<CsvProblem>> {
    let mut result = CsvRead {
        accepted: Vec::new(),
        rejected: Vec::new(),
        rejected_rows: 0,
        encoding,
        separator,
        ignored: header.ignored.clone(),
    };
    refuse_too_many(text, separator)?;
    let mut rows = reader(text, separator);
    let mut record = csv::StringRecord::new();
    // A cell may hold line ends; a spreadsheet counts it as one row all the same.
    let mut lines_within = 0;
    let mut is_header = true;
    while rows.read_record(&mut record).map_err(|_| Located::whole(CsvProblem::NotText))? {
        let line = record.position().map_or(0, csv::Position::line);
        let row = u32::try_from(line.saturating_sub(lines_within)).unwrap_or(u32::MAX);
        lines_within += record.iter().flat_map(str::bytes).map(|byte| u64::from(byte == b'\n')).sum::<u64>();
        if std::mem::take(&mut is_header) || record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match read_row(questionnaire, header, &record, row, day) {
            Ok(accepted) => result.accepted.push(accepted),
            Err(problems) => {
                result.rejected_rows += 1;
                let room = MOST_REFUSALS.saturating_sub(result.rejected.len());
                result.rejected.extend(problems.into_iter().take(room));
            }
        }
    }
    Ok(result)
}

fn reader(text: &str, separator: char) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes())
}

/// Counts before anything is read, so that a file which is too long costs little.
fn refuse_too_many(text: &str, separator: char) -> Result<(), Located<CsvProblem>> {
    let mut rows = reader(text, separator);
    let mut record = csv::ByteRecord::new();
    let mut count = 0;
    while rows.read_byte_record(&mut record).map_err(|_| Located::whole(CsvProblem::NotText))? {
        count += 1;
        if count > MOST_ROWS + 1 {
            return Err(Located::whole(CsvProblem::TooManyRows { max: MOST_ROWS }));
        }
    }
    Ok(())
}

fn read_row(
    questionnaire: &Questionnaire,
    header: &Header<'_>,
    record: &csv::StringRecord,
    row: u32,
    fallback: Date,
) -> Result<AcceptedRow, Vec<Located<CsvProblem>>> {
    let at = |column: usize, problem| Located {
        sheet: None,
        row: Some(row),
        column: Some(u32::try_from(column).unwrap_or(u32::MAX)),
        problem,
    };
    if record.len() > header.columns.len() {
        let problem = CsvProblem::TooManyCells { is: record.len(), expected: header.columns.len() };
        return Err(vec![at(header.columns.len(), problem)]);
    }
    let (mut day, mut mode, mut quotable) = (None, None, None);
    let (mut fields, mut problems) = (Fields::new(), Vec::new());
    for (place, (cell, meaning)) in record.iter().zip(&header.columns).enumerate() {
        let cell = unguarded(cell.trim());
        if cell.is_empty() {
            continue;
        }
        match meaning {
            Meaning::Ignored => {}
            Meaning::Day => match read_day(cell) {
                Some(date) => day = Some(date),
                None => problems.push(at(place, CsvProblem::BadDay { given: repeat(cell) })),
            },
            Meaning::Mode => match read_mode(cell) {
                Some(known) => mode = Some(known),
                None => problems.push(at(place, CsvProblem::BadMode { given: repeat(cell) })),
            },
            Meaning::Quotable => match read_tick(cell) {
                Some(known) => quotable = Some(known),
                None => problems.push(at(place, CsvProblem::BadTick { given: repeat(cell) })),
            },
            Meaning::Question(question) => {
                fields.entry(question.code.to_string()).or_default().extend(values(questionnaire, question, cell));
            }
            // Of a ranking the column holds the place of the option.
            Meaning::Option(question, option) if matches!(question.kind, QuestionKind::Ranking { .. }) => {
                fields.insert(question.code.option_field(option), vec![cell.to_owned()]);
            }
            Meaning::Option(question, option) => match read_tick(cell) {
                Some(true) => fields.entry(question.code.to_string()).or_default().push(option.to_string()),
                Some(false) => {}
                None => problems.push(at(place, CsvProblem::BadTick { given: repeat(cell) })),
            },
            Meaning::Other(question) => {
                fields.insert(question.code.other_field(), vec![cell.to_owned()]);
            }
        }
    }
    let Entry { answers, refused, .. } =
        entry::read_form(questionnaire, fields, day.unwrap_or(fallback), Hand::Copyist);
    problems.extend(refused.into_iter().map(|refused| {
        let place = header.place_of(refused.question.as_str());
        at(place, CsvProblem::Answer { question: refused.question, problem: Box::new(refused.problem) })
    }));
    if problems.is_empty() {
        if answers.is_empty() {
            return Err(vec![at(0, CsvProblem::NothingAnswered)]);
        }
        Ok(AcceptedRow { row, day, mode, quotable, answers })
    } else {
        Err(problems)
    }
}

/// The options in a cell as codes; a cell of another question as it stands.
fn values(questionnaire: &Questionnaire, question: &Question, cell: &str) -> Vec<String> {
    let Some(scale) = questionnaire.scale_of(question) else { return vec![cell.to_owned()] };
    // Of a long list several may be called alike: what is meant is found where answers are read.
    if scale.is_long() && matches!(question.kind, QuestionKind::One { .. }) {
        return vec![cell.to_owned()];
    }
    if let Some(code) = code_of(scale, cell) {
        return vec![code];
    }
    // Codes are written with gaps between them, labels with one of the marks; the first way in which all is known wins.
    let ways: [&[char]; 5] = [&[';'], &['|'], &['\n'], &[','], &[' ', '\t', '\u{a0}']];
    ways.iter()
        .find_map(|way| {
            let parts = cell.split(*way).map(str::trim).filter(|part| !part.is_empty());
            parts.map(|part| code_of(scale, part)).collect::<Option<Vec<String>>>()
        })
        .unwrap_or_else(|| vec![cell.to_owned()])
}

/// The option that is written so: by its code, or by its label in either language.
fn code_of(scale: &Scale, written: &str) -> Option<String> {
    if let Some(option) = scale.option(written) {
        return Some(option.code.to_string());
    }
    let wanted = written.to_lowercase();
    let is_meant = |label: &str| label.to_lowercase() == wanted;
    let option = scale.options.iter().find(|option| option.label.all().any(is_meant))?;
    Some(option.code.to_string())
}

fn read_tick(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "1" | "1.0" | "true" | "yes" | "да" | "x" | "х" | "✓" => Some(true),
        "0" | "0.0" | "false" | "no" | "не" => Some(false),
        _ => None,
    }
}

/// The day of a moment; its time is passed over.
fn read_day(cell: &str) -> Option<Date> {
    entry::read_date(cell).or_else(|| entry::read_date(cell.split([' ', 'T', ',']).next()?))
}

fn read_mode(cell: &str) -> Option<Mode> {
    let small = cell.to_lowercase();
    match small.as_str() {
        "онлайн" | "web" => Some(Mode::Online),
        "хартия" | "на хартия" => Some(Mode::Paper),
        "внесен" | "внесени" => Some(Mode::Imported),
        _ => Mode::from_code(&small),
    }
}

/// The mark that keeps a spreadsheet from computing is not part of the answer.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(guarded) if guarded.starts_with(write::FORMULA_SIGNS) => guarded,
        _ => cell,
    }
}

fn repeat(cell: &str) -> String {
    cell.chars().take(60).collect()
}
