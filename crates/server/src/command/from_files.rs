//! A questionnaire and its answers out of two files, as the commands without a data folder take them.

use crate::{exit::Exit, output::Output, running};
use app::Words;
use base::Explain;
use jiff::civil::Date;
use std::path::Path;
use survey::{
    Located, Questionnaire,
    answers_csv::{self, CsvRead},
    xlsform,
};

/// Problems shown on the terminal; the rest is counted.
const MOST_SHOWN: usize = 20;

pub struct FromFiles {
    pub questionnaire: Questionnaire,
    pub read: CsvRead,
    /// The file of answers as it is.
    pub answers: Vec<u8>,
}

/// Reads both, and says on the terminal what is doubtful and which rows are refused.
pub fn from_files(
    questionnaire: &Path,
    answers: &Path,
    date: Date,
    words: &Words,
    output: Output,
) -> Result<FromFiles, Exit> {
    let bytes = load(questionnaire, xlsform::LARGEST_FILE, words)?;
    let name = questionnaire.display().to_string();
    let imported =
        xlsform::import(&bytes, &name).map_err(|problems| Exit::Refused(located(&problems, &name, words)))?;
    for line in located(&imported.warnings, &name, words) {
        output.complain(&line);
    }
    let questionnaire = imported.questionnaire;
    let name = answers.display().to_string();
    let answers = load(answers, answers_csv::LARGEST_FILE, words)?;
    let read = answers_csv::read(&questionnaire, &answers, date)
        .map_err(|problem| Exit::Refused(located(&[problem], &name, words)))?;
    if read.rejected_rows > 0 {
        let n = i64::try_from(read.rejected_rows).unwrap_or(i64::MAX);
        output.complain(&words.tell("report-rows-rejected", &[("n", n.into())]));
        for line in located(&read.rejected, &name, words) {
            output.complain(&line);
        }
    }
    Ok(FromFiles { questionnaire, read, answers })
}

/// Reads a file that must not be larger than `largest`.
pub fn load(path: &Path, largest: usize, words: &Words) -> Result<Vec<u8>, Exit> {
    let missing = |error: std::io::Error| running::unreadable(path, &error, words);
    let largest = u64::try_from(largest).unwrap_or(u64::MAX);
    if std::fs::metadata(path).map_err(missing)?.len() > largest {
        let values = [("path", path.display().to_string().into()), ("limit", words.size(largest).into())];
        return Err(Exit::Refused(vec![words.tell("file-too-large", &values)]));
    }
    std::fs::read(path).map_err(missing)
}

pub fn located<P: Explain>(problems: &[Located<P>], file: &str, words: &Words) -> Vec<String> {
    let mut lines: Vec<String> = problems
        .iter()
        .take(MOST_SHOWN)
        .map(|problem| format!("{file}, {}", running::located(problem, words)))
        .collect();
    if problems.len() > MOST_SHOWN {
        let more = i64::try_from(problems.len() - MOST_SHOWN).unwrap_or(i64::MAX);
        lines.push(words.tell("report-more", &[("n", more.into())]));
    }
    lines
}
