//! `cargo xtask bench`: speed and size, each beside what this machine could do at most, measured in the same run.

mod building;
mod export;
mod expressions;
mod figures;
mod form;
mod http;
mod importing;
mod load;
mod measurement;
mod memory;
mod page;
mod program;
mod report;
mod session;
mod starting;
mod statistics;
mod submissions;
mod turning;

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::needs;
use crate::playground::Playground;
use crate::running;
use crate::terminal;
use crate::workspace::Workspace;

use measurement::Measurement;

#[derive(clap::Args)]
pub struct Request {
    /// Prints the measurements as JSON, for programs
    #[arg(long)]
    json: bool,

    /// Uses programs that are not optimised: tries the benchmark itself, its numbers mean nothing
    #[arg(long)]
    rehearse: bool,

    /// Seconds for each load
    #[arg(long, default_value_t = 5)]
    seconds: u32,

    /// Also measures a clean release build and the inner loop, which takes many minutes
    #[arg(long)]
    build: bool,

    /// Only measurements whose name contains one of these words
    filters: Vec<String>,
}

/// What every measurement needs: the optimised programs, a folder on a real disk, and how long to load.
pub struct Bench<'a> {
    pub workspace: &'a Workspace,
    pub programs: PathBuf,
    pub folder: Playground,
    pub seconds: u32,
}

type Measure = fn(&Bench<'_>) -> Result<Vec<Measurement>>;

const MEASURES: [(&str, Measure); 13] = [
    ("page", page::measure),
    ("submissions", submissions::measure),
    ("report", report::measure),
    ("figures", figures::measure),
    ("export", export::measure),
    ("stats", statistics::measure),
    ("survey expressions", expressions::measure),
    ("survey turning", turning::measure),
    ("survey import", importing::measure),
    ("session", session::measure),
    ("start", starting::measure),
    ("memory", memory::measure),
    ("size", page::size),
];

const LONG_MEASURES: [(&str, Measure); 2] = [("build", building::clean), ("loop", building::inner_loop)];

pub fn run(workspace: &Workspace, request: &Request) -> Result<bool> {
    needs::for_bench()?;
    let programs = build(workspace, request.rehearse)?;
    // Beside the programs, because a temporary folder is often one in memory, where durability costs nothing.
    let folder = Playground::open_in(&programs, "bench")?;
    let bench = Bench { workspace, programs, folder, seconds: request.seconds };
    let long = LONG_MEASURES.iter().filter(|_| request.build);
    let mut all = Vec::new();
    for (name, measure) in MEASURES.iter().chain(long) {
        if !request.filters.is_empty() && !request.filters.iter().any(|filter| name.contains(filter.as_str())) {
            continue;
        }
        terminal::complain(&format!("measuring: {name}"));
        all.extend(measure(&bench).unwrap_or_else(|fault| vec![Measurement::impossible(name, &fault)]));
    }
    if request.json {
        terminal::say(&measurement::json(&all, request.rehearse));
    } else {
        measurement::table(&all).iter().for_each(|line| terminal::say(line));
        if request.rehearse {
            terminal::say("A rehearsal with programs that are not optimised: these numbers mean nothing.");
        }
    }
    Ok(all.iter().all(Measurement::is_met))
}

/// The program, the two ceilings and the large survey, in one go so that they share what they are built from.
fn build(workspace: &Workspace, rehearse: bool) -> Result<PathBuf> {
    let mut cargo = running::cargo();
    cargo.current_dir(&workspace.root).args(["build", "--locked"]);
    if !rehearse {
        cargo.arg("--release");
    }
    cargo.args([
        "--package",
        "server",
        "--package",
        "web",
        "--package",
        "store",
        "--package",
        "stats",
        "--package",
        "survey",
        "--package",
        "dataset",
        "--package",
        "app",
        "--package",
        "report",
    ]);
    cargo.args([
        "--bin",
        "glas",
        "--example",
        "bare",
        "--example",
        "writer_ceiling",
        "--example",
        "crosstabs",
        "--example",
        "expressions",
        "--example",
        "turning",
        "--example",
        "importing",
        "--example",
        "volume",
        "--example",
        "session_check",
        "--example",
        "figures",
        "--example",
        "bare_typst",
    ]);
    ensure!(running::succeeds(&mut cargo)?, "the programs to measure do not compile");
    let target = running::output_of(running::cargo().current_dir(&workspace.root).args([
        "metadata",
        "--format-version=1",
        "--no-deps",
    ]))?;
    let target: serde_json::Value = serde_json::from_str(&target)?;
    let folder = target.get("target_directory").and_then(serde_json::Value::as_str).context("target_directory")?;
    Ok(PathBuf::from(folder).join(if rehearse { "debug" } else { "release" }))
}
