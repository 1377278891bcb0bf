//! The rows as comma-separated values (RFC 4180), in UTF-8.

use crate::{Absence, Dataset, Kind, Value};
use base::LanguageTag;
use jiff::civil::{Date, Time};
use std::io::{self, Write as _};

/// Whom the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Programs: codes, and every cell as it is.
    Codes,
    /// Codes for somebody who opens the file in a spreadsheet: words that look like a formula are written as words.
    GuardedCodes,
    /// Somebody who reads it in a spreadsheet: the labels of answers and absences, with a byte-order mark and no formulas.
    Labels(LanguageTag),
}

/// A spreadsheet computes a cell that begins with one of these; such a cell is written with `'` before it.
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A table that is being written.
pub struct Table<'d, W: io::Write> {
    dataset: &'d Dataset,
    style: Style,
    rows: ::csv::Writer<W>,
    /// One cell at a time is put together here.
    cell: Vec<u8>,
}

impl<'d, W: io::Write> Table<'d, W> {
    /// Writes the header: the names of the variables.
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn begin(mut out: W, dataset: &'d Dataset, style: Style) -> io::Result<Table<'d, W>> {
        if matches!(style, Style::Labels(_)) {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
        let mut table = Table { dataset, style, rows, cell: Vec::new() };
        for variable in &dataset.variables {
            table.rows.write_field(variable.name.as_str())?;
        }
        table.rows.write_record(None::<&[u8]>)?;
        Ok(table)
    }

    /// # Errors
    /// Only those of the output.
    pub fn row(&mut self, row: &[Value<'_>]) -> io::Result<()> {
        for (place, value) in row.iter().enumerate() {
            self.write(place, *value)?;
        }
        self.rows.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// # Errors
    /// Only those of the output.
    pub fn finish(self) -> io::Result<W> {
        self.rows.into_inner().map_err(::csv::IntoInnerError::into_error)
    }

    fn write(&mut self, place: usize, value: Value<'_>) -> io::Result<()> {
        let variable = self.dataset.variables.get(place);
        let labels = match self.style {
            Style::Codes | Style::GuardedCodes => None,
            Style::Labels(language) => Some(language),
        };
        let is_guarded = self.style != Style::Codes;
        match value {
            Value::Absent(absence) => match labels {
                None => self.rows.write_field(absence.mark())?,
                Some(language) => self.rows.write_field(guarded(self.dataset.absence(absence, language)).as_ref())?,
            },
            Value::Category(category) => {
                let category = variable.and_then(|variable| variable.categories().get(category));
                let words = category.map(|category| match labels {
                    None => category.code.as_str(),
                    Some(language) => category.label.say(language),
                });
                let words = words.unwrap_or_default();
                match is_guarded {
                    true => self.rows.write_field(guarded(words).as_ref())?,
                    false => self.rows.write_field(words)?,
                }
            }
            Value::Words(words) => {
                // What somebody wrote is never taken for an absence.
                let is_mark = words.starts_with('#') && Absence::ALL.iter().any(|one| one.mark() == words);
                match is_guarded {
                    _ if is_mark => self.rows.write_field(format!("#{words}"))?,
                    true => self.rows.write_field(guarded(words).as_ref())?,
                    false => self.rows.write_field(words)?,
                }
            }
            Value::Number(number) => {
                let decimals = match variable.map(|variable| &variable.kind) {
                    Some(Kind::Number { decimals, .. }) => usize::from(*decimals),
                    _ => 0,
                };
                self.cell.clear();
                write!(self.cell, "{number:.decimals$}")?;
                self.rows.write_field(&self.cell)?;
            }
            Value::Day(day) => self.rows.write_field(written_day(day))?,
            Value::Hour(time) => self.rows.write_field(written_hour(time))?,
        }
        Ok(())
    }
}

/// `2023-07-27`
pub(crate) fn written_day(day: Date) -> String {
    day.to_string()
}

/// `09:30`
pub(crate) fn written_hour(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The words, with `'` before them where a spreadsheet would compute them.
pub fn guarded(words: &str) -> std::borrow::Cow<'_, str> {
    if words.starts_with(FORMULA_SIGNS) { format!("'{words}").into() } else { words.into() }
}
