//! A workbook of 300 questions read, and looked through by the linter.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Bench;
use super::measurement::{Measurement, Required};
use crate::running;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let mut program = running::command(bench.programs.join("examples/importing"));
    let run: Value = serde_json::from_str(running::output_of(&mut program)?.trim())?;
    let at_most = |name: &str, key: &str, most: f64| {
        let measured = run.get(key).and_then(Value::as_f64).context(key.to_owned())?;
        let required = Required::AtMost(most);
        anyhow::Ok(Measurement { name: name.to_owned(), measured, unit: "ms", ceiling: None, required })
    };
    Ok(vec![
        at_most("a workbook of 300 questions read", "import_ms", 50.0)?,
        at_most("the same as tables of Markdown", "tables_ms", 50.0)?,
        at_most("the same looked through", "lint_ms", 50.0)?,
    ])
}
