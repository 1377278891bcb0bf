//! Questionnaires from XLSForm: the sheets `survey`, `choices` and `settings` of an `.xlsx` or `.xls` workbook, of one
//! `.csv` file that names each sheet in its first column, or of tables in a `.md` file.
//!
//! Beyond the public format, `survey` may have the columns `mirror`, `dimension`, `profile` and `earlier`, `choices` the columns
//! `score` and `standing`, `settings` the columns `introduction`, `thanks` and `form_title_english`. A label column without
//! a language is in the form's `default_language`, and Bulgarian where none is named.
//!
//! All problems of a workbook are found at once, each with its sheet, row and column. What is harmless to leave out is
//! left out with a warning; what would change the questionnaire is refused. A form in other languages only keeps its words in
//! them, and is not adopted before somebody translates it.

mod asked;
mod binary;
mod choices;
mod columns;
mod compound;
pub mod export;
mod file;
mod flat;
mod grid;
mod instead;
mod kinds;
mod names;
mod package;
mod parameters;
mod problem;
mod settings;
mod sheet;
mod survey;
mod table;
mod unpack;
mod workbook;

pub(crate) use flat::is_flat;
pub(crate) use problem::megabytes;
pub use problem::{Feature, Problem, Substitute};
pub use sheet::{LONGEST_CELL, MOST_COLUMNS, MOST_ROWS};
pub use unpack::{LARGEST_FILE, LARGEST_UNPACKED};
pub(crate) use workbook::{first_sheet, lacks_survey};

use crate::lint::Places;
use crate::{Located, Questionnaire};
use base::LanguageTag;

/// A questionnaire that was understood, and what was left out of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    pub questionnaire: Questionnaire,
    pub warnings: Vec<Located<Problem>>,
    /// Where everything stands, for [`crate::lint::lint`].
    pub places: Places,
}

impl Imported {
    /// The words that one of its languages lacks: such a version is not adopted.
    pub fn untranslated(&self) -> impl Iterator<Item = &Located<Problem>> {
        self.warnings.iter().filter(|warning| warning.problem.is_untranslated())
    }
}

/// Reads a workbook.
///
/// # Errors
/// Every problem found, in the order of sheets and rows.
pub fn import(bytes: &[u8], file_name: &str) -> Result<Imported, Vec<Located<Problem>>> {
    let sheets = file::read(bytes).map_err(|problem| vec![problem])?;
    let mut findings = Findings::default();
    let settings = settings::read(&sheets, file_name, &mut findings);
    let used = survey::used(&sheets);
    let lists = choices::read(&sheets, &used, settings.default_language, &mut findings);
    let survey = survey::read(&sheets, &lists, settings.default_language, &mut findings);
    if !survey.scales.is_empty() {
        lists.untranslated(&survey.languages).into_iter().for_each(|found| findings.warn(found));
    }
    let Findings { errors, warnings } = findings;
    if !errors.is_empty() {
        return Err(errors);
    }
    let further = survey.languages.iter().copied().filter(|language| *language != LanguageTag::BULGARIAN);
    let languages = std::iter::once(LanguageTag::BULGARIAN).chain(further).collect();
    let questionnaire = Questionnaire {
        code: settings.code,
        title: settings.title,
        version: settings.version,
        languages,
        introduction: settings.introduction,
        thanks: settings.thanks,
        scales: survey.scales,
        items: survey.items,
    };
    let mut places = survey.places;
    for (list, option, row) in lists.places {
        places.found_option(&list, &option, row);
    }
    Ok(Imported { questionnaire, warnings, places })
}

/// What was found on the way: errors stop the import, warnings do not.
#[derive(Debug, Default)]
struct Findings {
    errors: Vec<Located<Problem>>,
    warnings: Vec<Located<Problem>>,
}

/// A file full of mistakes tells the first thousand.
const MOST_FINDINGS: usize = 1000;

impl Findings {
    fn refuse(&mut self, found: Located<Problem>) {
        if self.errors.len() < MOST_FINDINGS {
            self.errors.push(found);
        }
    }

    fn warn(&mut self, found: Located<Problem>) {
        if self.warnings.len() < MOST_FINDINGS {
            self.warnings.push(found);
        }
    }
}
