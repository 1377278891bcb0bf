//! Questionnaires as files: what is in one, and one made into another.

mod check;
mod convert;
mod described;
mod print;

use super::{from_files::load, text};
use crate::{
    exit::Exit,
    output::Output,
    running::{self, sentences},
};
use app::Words;
use clap::ArgMatches;
use std::path::{Path, PathBuf};
use survey::{
    Located,
    source::{self, Sourced, Trouble},
    xlsform,
};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    match matches.subcommand() {
        Some(("check", inner)) => check::run(inner, words, output),
        Some(("convert", inner)) => convert::run(inner, words, output),
        Some(("print", inner)) => print::run(inner, words, output),
        _ => Ok(()),
    }
}

/// Reads a questionnaire of any kind; a refused one ends the command with every problem and its place.
pub fn read(path: &Path, words: &Words, output: Output) -> Result<Sourced, Exit> {
    let bytes = load(path, xlsform::LARGEST_FILE, words).map_err(rejected)?;
    let name = path.display().to_string();
    source::read(&bytes, &name).map_err(|problems| {
        let refused: Vec<serde_json::Value> = problems.iter().map(|found| troubled(found, words)).collect();
        output.summary(&serde_json::json!({ "file": name, "refused": refused }));
        Exit::Rejected(problems.iter().map(|found| format!("{name}, {}", running::located(found, words))).collect())
    })
}

/// What other commands call refused input is here the answer itself.
pub fn rejected(exit: Exit) -> Exit {
    if let Exit::Refused(lines) = exit { Exit::Rejected(lines) } else { exit }
}

fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    PathBuf::from(text(matches, name).unwrap_or_default())
}

/// One problem with its place, for a script.
fn troubled(found: &Located<Trouble>, words: &Words) -> serde_json::Value {
    use base::Explain;
    serde_json::json!({
        "code": found.problem.code(), "sheet": found.sheet, "row": found.row, "column": found.letter(),
        "message": sentences(words, found).join(" "),
    })
}
