//! Answers golden cases with this crate: `golden FILE --data DIR` prints `{case: {key: value}}`.
//!
//! A case that the crate does not know, or refuses, is left out and told on the standard error.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

#[path = "runner.rs"]
mod runner;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut data) = (None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--data" => data = arguments.next().map(PathBuf::from),
            _ => file = Some(PathBuf::from(argument)),
        }
    }
    let (Some(file), Some(data)) = (file, data) else {
        eprintln!("usage: golden FILE --data DIR");
        return ExitCode::FAILURE;
    };
    match answers(&file, &data) {
        Ok(answers) => {
            print(&answers);
            ExitCode::SUCCESS
        }
        Err(trouble) => {
            eprintln!("{}: {trouble}", file.display());
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "printing the answers is what this program is for")]
fn print(answers: &Value) {
    println!("{answers}");
}

fn answers(file: &Path, data: &Path) -> runner::Answer {
    let collection: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let cases = collection.get("cases").and_then(Value::as_array).ok_or("no list of cases")?;
    let mut answers = BTreeMap::new();
    for case in cases {
        let id = case.get("id").and_then(Value::as_str).ok_or("a case without an id")?;
        // A fault in one case must not take the others with it; the test suite runs them without this net.
        match catch_unwind(AssertUnwindSafe(|| runner::answer(case, data))) {
            Ok(Ok(answer)) => drop(answers.insert(id, answer)),
            Ok(Err(trouble)) => eprintln!("{id}: {trouble}"),
            Err(_) => eprintln!("{id}: stopped"),
        }
    }
    Ok(serde_json::to_value(answers)?)
}
