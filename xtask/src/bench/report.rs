//! The report of the demonstration's study, from files to a typeset PDF.

use anyhow::{Context, Result};

use super::Bench;
use super::measurement::{Measurement, Required, median};
use crate::running;
use crate::stopwatch::Stopwatch;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let output = bench.folder.path().join("report.pdf");
    let mut seconds = Vec::new();
    for _ in 0..3 {
        let mut glas = running::command(bench.programs.join("glas"));
        glas.current_dir(bench.workspace.path("examples/primerovo"));
        glas.args(["report", "--questionnaire", "residents.xlsx", "--answers", "residents.csv"]);
        glas.args(["--audience", "officials=officials.xlsx,officials.csv", "--output"]).arg(&output);
        let watch = Stopwatch::start();
        running::output_of(&mut glas)?;
        seconds.push(watch.elapsed().as_secs_f64());
    }
    let about = running::output_of(running::command("pdfinfo").arg(&output))?;
    let pages = about.lines().find_map(|line| line.strip_prefix("Pages:")).context("pdfinfo counts pages")?;
    Ok(vec![Measurement {
        name: format!("report of {} pages, files to PDF", pages.trim()),
        measured: median(seconds).context("three rounds")?,
        unit: "s",
        ceiling: None,
        required: Required::AtMost(1.5),
    }])
}
