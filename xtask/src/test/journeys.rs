//! Whole journeys in a real browser, which a small program in `tests/browser` carries out.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::needs;
use crate::playground::Playground;
use crate::running;
use crate::tally::Tally;
use crate::terminal;
use crate::test::binaries;
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace, glas: Option<&Path>, filters: &[String]) -> Result<Tally> {
    let glas = glas.map_or_else(|| binaries::build_glas(workspace), |path| Ok(PathBuf::from(path)))?;
    let mut node = running::command("node");
    node.current_dir(workspace.path("tests/browser")).arg("run.mjs").args(filters).env("GLAS_BINARY", glas);
    let samples = page_samples(workspace)?;
    node.env("GLAS_SPECIMENS", samples.path()).env("GLAS_SCHEMATHESIS", needs::schemathesis(workspace));
    node.env("GLAS_PYTHON", needs::python(workspace));
    let mut tally = None;
    let mut failed = Vec::new();
    let status = running::each_line(&mut node, |line| {
        terminal::say(line);
        if let Some(name) = line.strip_prefix("FAILED  ") {
            failed.push(format!("browser {name}"));
        }
        tally = passed(line).or(tally);
    })?;
    let mut tally = Tally { passed: tally.unwrap_or(0), failed, ignored: 0 };
    if !status.success() && tally.failed.is_empty() {
        tally.failed.push("browser (ended without a summary)".to_owned());
    }
    Ok(tally)
}

/// Every sample of every page as a file, for the checker of HTML.
fn page_samples(workspace: &Workspace) -> Result<Playground> {
    let folder = Playground::open("page-samples")?;
    let mut write = running::cargo();
    write.current_dir(&workspace.root).args([
        "run",
        "--locked",
        "--quiet",
        "--package",
        "web",
        "--example",
        "specimens",
        "--",
    ]);
    if !running::succeeds(write.arg(folder.path()))? {
        bail!("the samples of the pages could not be written");
    }
    Ok(folder)
}

/// The number in a line like `12 passed, 0 failed`.
fn passed(line: &str) -> Option<usize> {
    let (passed, failed) = line.split_once(" passed, ")?;
    failed.strip_suffix(" failed")?.parse::<usize>().ok()?;
    passed.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_summary_is_taken_for_one() {
        assert_eq!(passed("12 passed, 0 failed"), Some(12));
        assert_eq!(passed("visitor: 12 passed, 0 failed"), None);
        assert_eq!(passed("12 passed"), None);
    }
}
