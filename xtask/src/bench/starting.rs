use anyhow::{Context, Result};

use super::Bench;
use super::measurement::{Measurement, Required, median};
use super::program::{OPEN_DAY, Program};

/// From starting the program on a data folder with the demonstration in it to its first answer.
pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let data = bench.folder.path().join("start");
    let (first, _) = Program::demo(&bench.programs, &data, OPEN_DAY)?;
    first.stop()?;
    let mut milliseconds = Vec::new();
    for _ in 0..5 {
        let (again, time) = Program::demo(&bench.programs, &data, OPEN_DAY)?;
        milliseconds.push(time.as_secs_f64() * 1000.0);
        again.stop()?;
    }
    Ok(vec![Measurement {
        name: "start to first answer".to_owned(),
        measured: median(milliseconds).context("five rounds")?,
        unit: "ms",
        ceiling: None,
        required: Required::AtMost(200.0),
    }])
}
