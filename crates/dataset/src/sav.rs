//! The system file of SPSS, after its description by the authors of PSPP („System File Format“).
//!
//! Answers are numbers with labels, absences are numbers of a range declared as user-missing, words are strings as wide as
//! the widest of them. Labels have room for so many bytes only; [`File::finish`] tells which were cut.

mod dictionary;
mod extension;
mod layout;
mod packed;

use crate::{Cut, CutPart, Dataset, Kind, Summary, Value, cut::head};
use jiff::civil::Date;
use layout::{Column, Layout};
use packed::Packed;
use std::io;

/// The most bytes of words in one cell.
pub const WIDEST: usize = 32_767;

/// A system file that is being written.
pub struct File<'d, W: io::Write> {
    dataset: &'d Dataset,
    layout: Layout,
    data: Packed<W>,
    cuts: Vec<Cut>,
}

impl<'d, W: io::Write> File<'d, W> {
    /// Writes everything before the rows. `summary` is that of the same rows: the file says beforehand how many there are
    /// and how wide they are.
    ///
    /// # Errors
    /// Only those of `out`.
    pub fn begin(mut out: W, dataset: &'d Dataset, summary: &Summary) -> io::Result<File<'d, W>> {
        let layout = Layout::of(dataset, summary);
        let mut cuts = Vec::new();
        out.write_all(&dictionary::written(dataset, &layout, summary.rows, &mut cuts))?;
        Ok(File { dataset, layout, data: Packed::new(out), cuts })
    }

    /// # Errors
    /// Those of the output, and a value that is not of its variable's kind.
    pub fn row(&mut self, row: &[Value<'_>]) -> io::Result<()> {
        let columns = self.layout.columns.iter().zip(&self.dataset.variables).zip(row);
        for ((column, variable), value) in columns {
            match (&variable.kind, *value) {
                (Kind::Words, value) => {
                    let words = match value {
                        Value::Words(words) => words,
                        Value::Absent(absence) => column.absent_words(absence),
                        Value::Category(_) | Value::Number(_) | Value::Day(_) | Value::Hour(_) => {
                            return Err(misplaced(variable.name.as_str()));
                        }
                    };
                    let limit = column.width();
                    if words.len() > limit {
                        let (variable, words) = (Some(variable.name.clone()), words.to_owned());
                        self.cuts.push(Cut { variable, part: CutPart::Cell, words, limit });
                    }
                    write_words(&mut self.data, column, head(words, limit))?;
                }
                (_, Value::Absent(absence)) => self.data.number(column.absent_number(absence))?,
                (Kind::Categories(categories), Value::Category(place)) => {
                    let category = categories.get(place).ok_or_else(|| misplaced(variable.name.as_str()))?;
                    self.data.number(f64::from(category.number))?;
                }
                (Kind::Number { .. }, Value::Number(number)) => self.data.number(number)?,
                (Kind::Day, Value::Day(day)) => self.data.number(seconds_of_day(day))?,
                (Kind::Hour, Value::Hour(time)) => {
                    let seconds = i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60;
                    self.data.number(f64::from(seconds))?;
                }
                _ => return Err(misplaced(variable.name.as_str())),
            }
        }
        Ok(())
    }

    /// Ends the file; answers what did not fit into it.
    ///
    /// # Errors
    /// Only those of the output.
    pub fn finish(self) -> io::Result<(W, Vec<Cut>)> {
        Ok((self.data.finish()?, self.cuts))
    }
}

fn write_words<W: io::Write>(data: &mut Packed<W>, column: &Column, words: &str) -> io::Result<()> {
    let mut left = words.as_bytes();
    for segment in column.segments() {
        let (now, later) = left.split_at(left.len().min(segment.used));
        data.words(now, segment.elements)?;
        left = later;
    }
    Ok(())
}

fn misplaced(name: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("a value of another kind in {name}"))
}

/// SPSS counts seconds since the calendar of today began, 1582-10-14.
fn seconds_of_day(day: Date) -> f64 {
    const BEGINNING: Date = jiff::civil::date(1582, 10, 14);
    let days = BEGINNING.until(day).map_or(0, |span| span.get_days());
    f64::from(days) * 86_400.0
}
