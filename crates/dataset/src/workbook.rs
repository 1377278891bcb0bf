//! The rows, the codebook and the description of the study as a workbook (Office Open XML).

use crate::{Absence, CodebookWords, Dataset, Kind, Level, Summary, Told, Value};
use base::LanguageTag;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The most cells of answers: a workbook is put together in memory.
pub const MOST_CELLS: u64 = 4_000_000;
/// The most rows that a sheet has, its header included.
pub const MOST_ROWS: u64 = 1_048_576;
/// The most columns.
pub const MOST_COLUMNS: usize = 16_384;
/// The longest words in a cell, in UTF-16 units.
const LONGEST: usize = 32_767;

/// Why there is no workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unwritable {
    /// More than a sheet can hold, or than should be held in memory.
    TooLarge {
        rows: u64,
        columns: usize,
    },
    Fault(String),
}

impl From<XlsxError> for Unwritable {
    fn from(error: XlsxError) -> Unwritable {
        Unwritable::Fault(error.to_string())
    }
}

/// A workbook that is being filled.
pub struct Book<'d> {
    dataset: &'d Dataset,
    language: LanguageTag,
    answers: Option<Sheet>,
}

struct Sheet {
    page: Worksheet,
    /// The next row.
    row: u32,
    formats: Formats,
}

struct Formats {
    header: Format,
    text: Format,
    formula: Format,
    day: Format,
    hour: Format,
    wrapped: Format,
}

impl<'d> Book<'d> {
    /// With the answers on the first sheet, as labels.
    ///
    /// # Errors
    /// [`Unwritable::TooLarge`] before anything is read.
    pub fn begin(dataset: &'d Dataset, rows: u64, words: &CodebookWords) -> Result<Book<'d>, Unwritable> {
        let columns = dataset.variables.len();
        let cells = rows.saturating_mul(u64::try_from(columns).unwrap_or(u64::MAX));
        if cells > MOST_CELLS || rows >= MOST_ROWS || columns > MOST_COLUMNS {
            return Err(Unwritable::TooLarge { rows, columns });
        }
        let mut sheet = Sheet { page: Worksheet::new(), row: 0, formats: Formats::new() };
        sheet.page.set_name(&words.answers_sheet)?;
        let names = dataset.variables.iter().map(|variable| variable.name.as_str());
        sheet.header(names)?;
        sheet.page.set_freeze_panes(1, 0)?;
        let language = dataset.description.language.into();
        Ok(Book { dataset, language, answers: Some(sheet) })
    }

    /// Without the answers.
    pub fn codebook_only(dataset: &'d Dataset) -> Book<'d> {
        Book { dataset, language: dataset.description.language.into(), answers: None }
    }

    /// # Errors
    /// [`Unwritable::Fault`].
    pub fn row(&mut self, row: &[Value<'_>]) -> Result<(), Unwritable> {
        let Some(sheet) = &mut self.answers else { return Ok(()) };
        for ((column, variable), value) in (0_u16..).zip(&self.dataset.variables).zip(row) {
            match value {
                Value::Absent(absence) => sheet.words(column, self.dataset.absence(*absence, self.language))?,
                Value::Category(place) => {
                    let label = variable.categories().get(*place).map(|category| category.label.say(self.language));
                    sheet.words(column, label.unwrap_or_default())?;
                }
                Value::Words(words) => sheet.words(column, words)?,
                Value::Number(number) => {
                    sheet.page.write_number(sheet.row, column, *number)?;
                }
                Value::Day(day) => {
                    let day = ExcelDateTime::parse_from_str(&day.to_string())?;
                    sheet.page.write_datetime_with_format(sheet.row, column, &day, &sheet.formats.day)?;
                }
                Value::Hour(time) => {
                    let hour = u16::try_from(time.hour()).unwrap_or_default();
                    let minute = u8::try_from(time.minute()).unwrap_or_default();
                    let time = ExcelDateTime::from_hms(hour, minute, 0)?;
                    sheet.page.write_datetime_with_format(sheet.row, column, &time, &sheet.formats.hour)?;
                }
            }
        }
        sheet.row += 1;
        Ok(())
    }

    /// The whole file. `told` is the description of the study as terms and words.
    ///
    /// # Errors
    /// [`Unwritable::Fault`].
    pub fn finish(self, summary: &Summary, words: &CodebookWords, told: &[Told]) -> Result<Vec<u8>, Unwritable> {
        let mut workbook = Workbook::new();
        let published = self.dataset.description.published;
        let year = u16::try_from(published.year()).unwrap_or(2000);
        let month = u8::try_from(published.month()).unwrap_or(1);
        let day = ExcelDateTime::from_ymd(year, month, u8::try_from(published.day()).unwrap_or(1))?;
        let title = self.dataset.description.title.say(self.language);
        workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&day));
        let codebook = self.codebook(summary, words)?;
        let study = self.study(words, told)?;
        if let Some(mut answers) = self.answers {
            let last = u16::try_from(self.dataset.variables.len()).unwrap_or(1).saturating_sub(1);
            answers.page.autofilter(0, 0, answers.row.saturating_sub(1).max(1), last)?;
            workbook.push_worksheet(answers.page);
        }
        workbook.push_worksheet(codebook);
        workbook.push_worksheet(study);
        Ok(workbook.save_to_buffer()?)
    }

    /// A row for each code of each variable.
    fn codebook(&self, summary: &Summary, words: &CodebookWords) -> Result<Worksheet, Unwritable> {
        let mut sheet = Sheet { page: Worksheet::new(), row: 0, formats: Formats::new() };
        sheet.page.set_name(&words.codebook_sheet)?;
        let header = [
            &words.name,
            &words.label,
            &words.wording,
            &words.universe,
            &words.level,
            &words.code,
            &words.number,
            &words.meaning,
            &words.count,
        ];
        sheet.header(header.into_iter().map(String::as_str))?;
        sheet.page.set_freeze_panes(1, 1)?;
        for (width, column) in [24.0, 40.0, 48.0, 24.0, 14.0, 18.0, 8.0, 40.0, 10.0].into_iter().zip(0_u16..) {
            sheet.page.set_column_width(column, width)?;
        }
        for (place, variable) in self.dataset.variables.iter().enumerate() {
            let counted = summary.variables.get(place);
            let [nominal, ordinal, scale] = &words.levels;
            let level = match variable.level {
                Level::Nominal => nominal,
                Level::Ordinal => ordinal,
                Level::Scale => scale,
            };
            let about = |sheet: &mut Sheet| -> Result<(), Unwritable> {
                sheet.wrapped(0, variable.name.as_str())?;
                sheet.wrapped(1, variable.label.say(self.language))?;
                sheet.wrapped(2, variable.wording.as_ref().map_or("", |words| words.say(self.language)))?;
                let universe = [&variable.universe, &variable.treatment].into_iter().flatten();
                let universe: Vec<&str> = universe.map(|words| words.say(self.language)).collect();
                sheet.wrapped(3, &universe.join(" "))?;
                sheet.wrapped(4, level)
            };
            let mut is_told = false;
            let mut code = |sheet: &mut Sheet, code: &str, number: i32, label: &str, count: u64| {
                about(sheet)?;
                is_told = true;
                sheet.wrapped(5, code)?;
                sheet.page.write_number(sheet.row, 6, f64::from(number))?;
                sheet.wrapped(7, label)?;
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                sheet.page.write_number(sheet.row, 8, f64::from(count))?;
                sheet.row += 1;
                Ok::<(), Unwritable>(())
            };
            for (number, category) in variable.categories().iter().enumerate() {
                let count = counted.and_then(|counted| counted.categories.get(number)).copied().unwrap_or(0);
                code(&mut sheet, &category.code, category.number, category.label.say(self.language), count)?;
            }
            for absence in Absence::ALL {
                let count = counted.and_then(|counted| counted.absences.get(absence.place())).copied().unwrap_or(0);
                if count > 0 {
                    let label = self.dataset.absence(absence, self.language);
                    code(&mut sheet, absence.mark(), absence.number(), label, count)?;
                }
            }
            let is_listed = matches!(variable.kind, Kind::Categories(_)) && is_told;
            if !is_listed {
                about(&mut sheet)?;
                let count = u32::try_from(counted.map_or(0, |counted| counted.present)).unwrap_or(u32::MAX);
                sheet.page.write_number(sheet.row, 8, f64::from(count))?;
                sheet.row += 1;
            }
        }
        Ok(sheet.page)
    }

    fn study(&self, words: &CodebookWords, told: &[Told]) -> Result<Worksheet, Unwritable> {
        let mut sheet = Sheet { page: Worksheet::new(), row: 0, formats: Formats::new() };
        sheet.page.set_name(&words.study_sheet)?;
        sheet.page.set_column_width(0, 32)?;
        sheet.page.set_column_width(1, 100)?;
        for one in told {
            let term = clipped(one.term.say(self.language));
            sheet.page.write_string_with_format(sheet.row, 0, term, &sheet.formats.header)?;
            sheet.wrapped(1, one.words.say(self.language))?;
            sheet.row += 1;
        }
        Ok(sheet.page)
    }
}

impl Sheet {
    fn header<'a>(&mut self, names: impl Iterator<Item = &'a str>) -> Result<(), Unwritable> {
        for (column, name) in (0_u16..).zip(names) {
            self.page.write_string_with_format(0, column, name, &self.formats.header)?;
        }
        self.row = 1;
        Ok(())
    }

    /// Words that stay words, even in a cell that is edited.
    fn words(&mut self, column: u16, words: &str) -> Result<(), Unwritable> {
        let format = if is_formula(words) { &self.formats.formula } else { &self.formats.text };
        self.page.write_string_with_format(self.row, column, clipped(words), format)?;
        Ok(())
    }

    fn wrapped(&mut self, column: u16, words: &str) -> Result<(), Unwritable> {
        if is_formula(words) {
            return self.words(column, words);
        }
        if !words.is_empty() {
            self.page.write_string_with_format(self.row, column, clipped(words), &self.formats.wrapped)?;
        }
        Ok(())
    }
}

impl Formats {
    fn new() -> Formats {
        Formats {
            header: Format::new().set_bold().set_text_wrap(),
            text: Format::new().set_num_format("@"),
            formula: Format::new().set_num_format("@").set_quote_prefix(),
            day: Format::new().set_num_format("dd.mm.yyyy"),
            hour: Format::new().set_num_format("hh:mm"),
            wrapped: Format::new().set_num_format("@").set_text_wrap(),
        }
    }
}

fn is_formula(words: &str) -> bool {
    words.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// As many letters as a cell can hold.
fn clipped(words: &str) -> &str {
    let mut units = 0;
    for (place, letter) in words.char_indices() {
        units += letter.len_utf16();
        if units > LONGEST {
            return words.get(..place).unwrap_or_default();
        }
    }
    words
}
