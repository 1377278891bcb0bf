//! A large survey counted, weighted and tested, beside reading it once, and beside numpy where it is installed.

use anyhow::{Context, Result};
use serde_json::Value;

use super::Bench;
use super::measurement::{Measurement, Required};
use crate::running;

const MANY: u32 = 1_000_000;
const FEW: u32 = 10_000;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let plain = Run::of(bench, MANY, 1, false)?;
    let one = Run::of(bench, MANY, 1, true)?;
    let two = Run::of(bench, MANY, 2, true)?;
    let tenth = Run::of(bench, MANY / 10, 1, true)?;
    let few = Run::of(bench, FEW, 1, true)?;
    let most = |name: &str, measured: f64, unit: &'static str, most: f64| Measurement {
        name: name.to_owned(),
        measured,
        unit,
        ceiling: None,
        required: Required::AtMost(most),
    };
    let tables = "200 tables of 1,000,000 answers";
    let (counting, all) = (plain.number("tables")?, one.number("together")?);
    let mut found = vec![
        Measurement { ceiling: Some(plain.number("read")?), ..most(tables, counting, "ms", 100.0) },
        most("200 weighted tables and tests, raking, intervals", all, "ms", 500.0),
        most("memory for them", one.number("memory")?, "MiB", 150.0),
        most("all of it for 10,000 answers", few.number("together")?, "ms", 20.0),
        most("times the time for ten times the answers", all / tenth.number("together")?, "", 10.0),
        Measurement {
            name: "weighted tables in two threads, against one".to_owned(),
            measured: 1000.0 / two.number("tables_by_the_wall")?,
            unit: "/s",
            ceiling: Some(1000.0 / one.number("tables_by_the_wall")?),
            required: Required::ShareAtLeast(1.7),
        },
        most(
            "results that two threads change",
            f64::from(u8::from(one.text("fingerprint")? != two.text("fingerprint")?)),
            "",
            0.0,
        ),
    ];
    if let Some(numpy) = Numpy::find() {
        let numpy = numpy.run(MANY)?;
        for (name, ours, theirs) in [
            ("200 tables, beside numpy", counting, "tables"),
            ("200 weighted tables, beside numpy", one.number("tables")?, "weighted"),
        ] {
            found.push(Measurement {
                ceiling: Some(numpy.number(theirs)?),
                ..most(name, ours, "ms", numpy.number(theirs)?)
            });
        }
    }
    Ok(found)
}

/// What one program printed.
struct Run(Value);

impl Run {
    fn of(bench: &Bench<'_>, rows: u32, threads: u32, weighted: bool) -> Result<Run> {
        let mut crosstabs = running::command(bench.programs.join("examples/crosstabs"));
        crosstabs.args(["--rows", &rows.to_string(), "--threads", &threads.to_string()]);
        crosstabs.args(["--weighted", if weighted { "yes" } else { "no" }]);
        // Little work needs more rounds to be told from the clock's own step.
        crosstabs.args(["--rounds", if rows > FEW { "5" } else { "50" }]);
        Ok(Run(serde_json::from_str(running::output_of(&mut crosstabs)?.trim())?))
    }

    fn number(&self, name: &str) -> Result<f64> {
        self.0.get(name).and_then(Value::as_f64).with_context(|| name.to_owned())
    }

    fn text(&self, name: &str) -> Result<&str> {
        self.0.get(name).and_then(Value::as_str).with_context(|| name.to_owned())
    }
}

/// A Python that has numpy.
struct Numpy(std::path::PathBuf);

impl Numpy {
    fn find() -> Option<Numpy> {
        let python = running::found("python3")?;
        running::output_of(running::command(&python).args(["-c", "import numpy"])).ok()?;
        Some(Numpy(python))
    }

    fn run(&self, rows: u32) -> Result<Run> {
        let mut python = running::command(&self.0);
        python.args(["-c", include_str!("tables.py"), &rows.to_string()]);
        Ok(Run(serde_json::from_str(running::output_of(&mut python)?.trim())?))
    }
}
