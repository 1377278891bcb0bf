//! The expressions of a long questionnaire, evaluated on a filled-in form.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Bench;
use super::measurement::{Measurement, Required};
use crate::running;

const CORPUS: &str = include_str!("expressions/corpus.txt");
const FORM: &str = include_str!("expressions/house.xml");

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let (corpus, form) = (bench.folder.path().join("corpus.txt"), bench.folder.path().join("form.xml"));
    std::fs::write(&corpus, CORPUS)?;
    std::fs::write(&form, FORM)?;
    let mut program = running::command(bench.programs.join("examples/expressions"));
    program.arg("--time").arg(&corpus).arg(&form);
    let run: Value = serde_json::from_str(running::output_of(&mut program)?.trim())?;
    let milliseconds =
        |name: &str| run.get(name).and_then(Value::as_f64).map(|us| us / 1000.0).context(name.to_owned());
    let at_most_two = |name: &str, measured: f64| Measurement {
        name: name.to_owned(),
        measured,
        unit: "ms",
        ceiling: None,
        required: Required::AtMost(2.0),
    };
    Ok(vec![
        at_most_two("126 expressions of a survey evaluated", milliseconds("evaluate_us")?),
        at_most_two("126 expressions of a survey read and evaluated", milliseconds("read_and_evaluate_us")?),
    ])
}
