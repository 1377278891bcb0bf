//! The report of the demonstration's study, from files to a typeset PDF, beside Typst alone on the same source, and beside
//! R Markdown where it is installed.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::Bench;
use super::measurement::{Measurement, Required, median};
use crate::running;
use crate::stopwatch::Stopwatch;

const ROUNDS: usize = 5;

pub fn measure(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let folder = bench.folder.path();
    let (page, source) = (folder.join("report.html"), folder.join("source"));
    running::output_of(of_the_example(bench, &page).arg("--source").arg(&source))?;
    let charts = std::fs::read_to_string(&page)?.matches("<figure class=\"figure\"").count();
    let (ours, bare) = (folder.join("report.pdf"), folder.join("bare.pdf"));
    // In turns, so that both meet the same disturbances.
    let mut seconds = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        seconds.0.push(timed(&mut of_the_example(bench, &ours))?);
        let mut typst = running::command(bench.programs.join("examples/bare_typst"));
        seconds.1.push(timed(typst.arg(&source).arg(&bare))?);
    }
    let pages = pages(&ours)?;
    ensure!(pages == self::pages(&bare)?, "Typst alone sets another number of pages");
    let name = format!("report of {pages} pages with {charts} charts, files to PDF");
    let ours = median(seconds.0).context("no round")?;
    let mut found = vec![
        Measurement { name: name.clone(), measured: ours, unit: "s", ceiling: None, required: Required::AtMost(1.5) },
        Measurement {
            name: format!("{name}, against Typst alone"),
            measured: ours,
            unit: "s",
            ceiling: median(seconds.1),
            required: Required::TimesAtMost(1.3),
        },
    ];
    found.extend(r_markdown(bench, ours, charts)?);
    Ok(found)
}

/// `glas report` as an analyst would call it.
fn of_the_example(bench: &Bench<'_>, output: &Path) -> Command {
    let mut glas = running::command(bench.programs.join("glas"));
    glas.current_dir(bench.workspace.path("examples/primerovo"));
    glas.args(["report", "--questionnaire", "residents.xlsx", "--answers", "residents.csv", "--date", "2023-07-27"]);
    glas.args(["--audience", "officials=officials.xlsx,officials.csv", "--output"]).arg(output);
    glas
}

fn timed(command: &mut Command) -> Result<f64> {
    let watch = Stopwatch::start();
    running::output_of(command)?;
    Ok(watch.elapsed().as_secs_f64())
}

fn pages(file: &Path) -> Result<u32> {
    let about = running::output_of(running::command("pdfinfo").arg(file))?;
    let pages = about.lines().find_map(|line| line.strip_prefix("Pages:")).context("pdfinfo counts pages")?;
    Ok(pages.trim().parse()?)
}

/// As many charts and tables of the same answers as researchers make them today; nothing where R Markdown is missing.
fn r_markdown(bench: &Bench<'_>, ours: f64, charts: usize) -> Result<Option<Measurement>> {
    let asks =
        "stopifnot(all(c('rmarkdown', 'ggplot2') %in% rownames(installed.packages())), nzchar(Sys.which('xelatex')))";
    if !running::command_named("Rscript", &["-e", asks]).output().is_ok_and(|output| output.status.success()) {
        return Ok(None);
    }
    let folder = bench.folder.path();
    let script = folder.join("report.Rmd");
    std::fs::write(&script, include_str!("report.Rmd"))?;
    let answers = bench.workspace.path("examples/primerovo/residents.csv");
    let render = format!(
        "rmarkdown::render('{}', quiet = TRUE, params = list(answers = '{}', charts = {charts}))",
        script.display(),
        answers.display()
    );
    let mut rscript = running::command_named("Rscript", &["-e", &render]);
    let seconds = timed(rscript.current_dir(folder))?;
    Ok(Some(Measurement {
        name: format!("the same, against R Markdown and LaTeX with {charts} charts"),
        measured: ours,
        unit: "s",
        ceiling: Some(seconds),
        required: Required::TimesAtMost(1.0),
    }))
}
