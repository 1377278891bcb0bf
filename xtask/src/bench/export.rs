//! A million answers on their way into files, as far as the writers are concerned.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Bench;
use super::measurement::{Measurement, Required};
use crate::running;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let mut volume = running::command(bench.programs.join("examples/volume"));
    volume.arg(bench.folder.path());
    let run: Value = serde_json::from_str(running::output_of(&mut volume)?.trim())?;
    let found = |name: &str| run.get(name).and_then(Value::as_f64).with_context(|| name.to_owned());
    let at_most = |name: &str, measured: f64, unit: &'static str, most: f64| Measurement {
        name: name.to_owned(),
        measured,
        unit,
        ceiling: None,
        required: Required::AtMost(most),
    };
    Ok(vec![
        at_most("CSV of 1,000,000 answers", found("csv_ms")? / 1000.0, "s", 3.0),
        at_most("the first byte of it", found("first_byte_ms")?, "ms", 100.0),
        at_most(".sav of 1,000,000 answers", found("sav_ms")? / 1000.0, "s", 8.0),
        at_most("memory for them", found("memory_mib")?, "MiB", 200.0),
    ])
}
