//! What each page of the desk pays to know who asks.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Bench;
use super::measurement::{Measurement, Required, median};
use crate::running;

/// One run takes seconds; the middle of three is told.
const RUNS: usize = 3;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let one = || -> Result<f64> {
        let mut program = running::command(bench.programs.join("examples/session_check"));
        let run: Value = serde_json::from_str(running::output_of(&mut program)?.trim())?;
        run.get("microseconds").and_then(Value::as_f64).context("microseconds")
    };
    let runs = (0..RUNS).map(|_| one()).collect::<Result<Vec<_>>>()?;
    Ok(vec![Measurement {
        name: "processor time for one look at a session".to_owned(),
        measured: median(runs).context("no run")?,
        unit: "µs",
        ceiling: None,
        required: Required::AtMost(50.0),
    }])
}
