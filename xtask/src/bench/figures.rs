//! What a study of a million answers pays for its figures, and each answer for being counted.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Bench;
use super::measurement::{Measurement, Required};
use crate::running;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let run = |answers: &str| -> Result<Value> {
        let mut program = running::command(bench.programs.join("examples/figures"));
        Ok(serde_json::from_str(running::output_of(program.arg(answers))?.trim())?)
    };
    let (few, many) = (run("10000")?, run("1000000")?);
    let found = |run: &Value, name: &str| run.get(name).and_then(Value::as_f64).with_context(|| name.to_owned());
    let questions = found(&many, "questions")?;
    Ok(vec![
        Measurement {
            name: format!("{questions} questions × 4 audiences, all figures and words of 1,000,000 answers"),
            measured: found(&many, "figures_ms")? / 1000.0,
            unit: "s",
            ceiling: None,
            required: Required::AtMost(1.0),
        },
        Measurement {
            name: "an answer counted, of a million, against one of ten thousand".to_owned(),
            measured: found(&many, "counting_us")?,
            unit: "µs",
            ceiling: Some(found(&few, "counting_us")?),
            required: Required::TimesAtMost(1.3),
        },
    ])
}
