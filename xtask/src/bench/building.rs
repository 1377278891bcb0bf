//! How long people wait for the compiler.

use anyhow::{Result, ensure};

use super::Bench;
use super::measurement::{Measurement, Required};
use crate::running;
use crate::stopwatch::Stopwatch;

/// Everything from nothing, optimised.
pub fn clean(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let mut cargo = running::cargo();
    cargo.current_dir(&bench.workspace.root).env("CARGO_TARGET_DIR", bench.folder.path().join("target"));
    cargo.args(["build", "--locked", "--release", "--bin", "glas"]);
    let watch = Stopwatch::start();
    ensure!(running::succeeds(&mut cargo)?, "the release build failed");
    Ok(vec![Measurement {
        name: "clean release build".to_owned(),
        measured: watch.elapsed().as_secs_f64() / 60.0,
        unit: "min",
        ceiling: None,
        required: Required::AtMost(20.0),
    }])
}

/// The quick tests after a change in a pure crate: to the compiler a touched file is a changed one.
pub fn inner_loop(bench: &Bench<'_>) -> Result<Vec<Measurement>> {
    let quick = || {
        let mut cargo = running::cargo();
        cargo.current_dir(&bench.workspace.root).args(["xtask", "test", "--quick"]);
        let watch = Stopwatch::start();
        ensure!(running::output_of(&mut cargo).is_ok(), "the quick tests failed");
        Ok(watch.elapsed().as_secs_f64())
    };
    quick()?;
    running::output_of(running::command("touch").arg(bench.workspace.path("crates/stats/src/lib.rs")))?;
    Ok(vec![Measurement {
        name: "quick tests after a change in stats".to_owned(),
        measured: quick()?,
        unit: "s",
        ceiling: None,
        required: Required::AtMost(10.0),
    }])
}
