//! One page of a long questionnaire: read, checked, written out, and the next one found.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Bench;
use super::measurement::{Measurement, Required};
use crate::running;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let mut program = running::command(bench.programs.join("examples/turning"));
    let run: Value = serde_json::from_str(running::output_of(&mut program)?.trim())?;
    let milliseconds =
        |name: &str| run.get(name).and_then(Value::as_f64).map(|us| us / 1000.0).context(name.to_owned());
    let at_most_one = |name: &str, measured: f64| Measurement {
        name: name.to_owned(),
        measured,
        unit: "ms",
        ceiling: None,
        required: Required::AtMost(1.0),
    };
    Ok(vec![
        at_most_one("a page of 300 turned, median", milliseconds("median_us")?),
        at_most_one("a page of 300 turned, the last and dearest", milliseconds("worst_us")?),
    ])
}
