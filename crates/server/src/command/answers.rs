//! Answers as files: whether they fit a questionnaire, row by row.

use super::{
    from_files::load,
    questionnaire::{read, rejected},
    report, text,
};
use crate::{
    exit::Exit,
    output::Output,
    running::{self, sentences},
};
use app::Words;
use base::Explain;
use clap::ArgMatches;
use std::path::PathBuf;
use survey::{
    Located,
    answers_csv::{self, CsvProblem, CsvRead, Repeated},
};

pub fn run(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    match matches.subcommand() {
        Some(("check", inner)) => check(inner, words, output),
        _ => Ok(()),
    }
}

fn check(matches: &ArgMatches, words: &Words, output: Output) -> Result<(), Exit> {
    let date = report::date(matches, words)?;
    let path = |name: &str| PathBuf::from(text(matches, name).unwrap_or_default());
    let questionnaire = read(&path("questionnaire"), words, output)?.questionnaire;
    let path = path("answers");
    let name = path.display().to_string();
    let bytes = load(&path, answers_csv::LARGEST_FILE, words).map_err(rejected)?;
    let read = answers_csv::read(&questionnaire, &bytes, date).map_err(|problem| {
        output.summary(&serde_json::json!({ "file": name, "refused": [row(&problem, words)] }));
        Exit::Rejected(vec![format!("{name}, {}", running::located(&problem, words))])
    })?;
    let repeated = answers_csv::repeated(&read.accepted);
    tell(&name, &read, &repeated, words, output);
    output.summary(&serde_json::json!({
        "file": name,
        "accepted": read.accepted.len(),
        "rejected_rows": read.rejected_rows,
        "rejected": read.rejected.iter().map(|found| row(found, words)).collect::<Vec<_>>(),
        "ignored_columns": read.ignored.iter().map(|found| row(found, words)).collect::<Vec<_>>(),
        "duplicates": repeated
            .iter()
            .map(|found| serde_json::json!({ "row": found.row, "first": found.first }))
            .collect::<Vec<_>>(),
    }));
    if read.rejected_rows > 0 {
        let lines = read.rejected.iter().map(|found| format!("{name}, {}", running::located(found, words)));
        return Err(Exit::Rejected(lines.collect()));
    }
    Ok(())
}

fn tell(name: &str, read: &CsvRead, repeated: &[Repeated], words: &Words, output: Output) {
    let values =
        [("path", name.into()), ("accepted", read.accepted.len().into()), ("rejected", read.rejected_rows.into())];
    output.tell(&words.tell("answers-checked", &values));
    read.ignored.iter().for_each(|found| output.tell(&format!("  {}", running::located(found, words))));
    for found in repeated {
        let values = [("row", i64::from(found.row).into()), ("first", i64::from(found.first).into())];
        output.tell(&format!("  {}", words.tell("answers-repeated", &values)));
    }
}

fn row(found: &Located<CsvProblem>, words: &Words) -> serde_json::Value {
    serde_json::json!({
        "code": found.code(), "row": found.row, "column": found.letter(),
        "message": sentences(words, found).join(" "),
    })
}
