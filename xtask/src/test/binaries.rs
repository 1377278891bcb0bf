//! The test binaries: built once by cargo, then run one after another, so that a failure is named with its crate.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::running;
use crate::stopwatch::Stopwatch;
use crate::tally::Tally;
use crate::terminal;
use crate::test::outcome::Outcome;
use crate::tidy::Manifests;
use crate::workspace::Workspace;

/// Which crates take part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    Whole,
    /// Those that can be built without the typesetter.
    Quick,
}

/// What cargo built.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Built {
    pub tests: Vec<Binary>,
    /// The program itself, where it was among what was built.
    pub glas: Option<PathBuf>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Binary {
    pub krate: String,
    pub target: String,
    pub executable: PathBuf,
    pub folder: PathBuf,
}

pub fn run(
    workspace: &Workspace,
    selection: Selection,
    filters: &[String],
    postgres: Option<&str>,
) -> Result<(Built, Tally)> {
    let watch = Stopwatch::start();
    let (built, compiled) = build(workspace, selection)?;
    if !compiled {
        return Ok((built, Tally::of("tests do not compile", false)));
    }
    terminal::say(&format!("{} test binaries built in {:.1} s", built.tests.len(), watch.elapsed().as_secs_f64()));
    let mut whole = Tally::default();
    for binary in &built.tests {
        let watch = Stopwatch::start();
        let tally = run_one(workspace, binary, filters, postgres)?;
        if tally.passed + tally.failed.len() + tally.ignored > 0 {
            let line = tally.line_with_time(watch.elapsed());
            terminal::say(&format!("{:10} {:8} {line}", binary.krate, binary.target));
        }
        whole.add(tally);
    }
    Ok((built, whole))
}

fn build(workspace: &Workspace, selection: Selection) -> Result<(Built, bool)> {
    let mut cargo = running::cargo();
    cargo.current_dir(&workspace.root);
    cargo.args(["test", "--locked", "--no-run", "--lib", "--bins", "--tests"]);
    cargo.arg("--message-format=json-render-diagnostics");
    match selection {
        Selection::Whole => {
            cargo.arg("--workspace");
        }
        Selection::Quick => {
            for krate in Manifests::read(workspace)?.without("typst") {
                cargo.args(["--package", &krate]);
            }
        }
    }
    let mut built = Built::default();
    let status = running::each_line_of_stdout(&mut cargo, |line| built.hear(line))?;
    built.tests.sort_by(|one, other| (&one.krate, &one.target).cmp(&(&other.krate, &other.target)));
    Ok((built, status.success()))
}

fn run_one(workspace: &Workspace, binary: &Binary, filters: &[String], postgres: Option<&str>) -> Result<Tally> {
    let mut command = running::command(&binary.executable);
    command.current_dir(&binary.folder).args(filters);
    // As cargo does it; and insta need not ask cargo where the workspace is.
    command.env("CARGO_MANIFEST_DIR", &binary.folder).env("CARGO_PKG_NAME", &binary.krate);
    command.env("INSTA_WORKSPACE_ROOT", &workspace.root);
    match postgres {
        Some(address) => command.env("GLAS_TEST_POSTGRES", address),
        None => command.env_remove("GLAS_TEST_POSTGRES"),
    };
    let mut outcome = Outcome::default();
    let status = running::each_line(&mut command, |line| {
        if outcome.hear(line) {
            terminal::say(line);
        }
    })?;
    Ok(outcome.tally(&format!("{} {}", binary.krate, binary.target), status.success()))
}

impl Built {
    /// One message of cargo. Lines that are none are left out: a build script may print what it likes.
    fn hear(&mut self, line: &str) {
        let Ok(message) = serde_json::from_str::<Value>(line) else { return };
        let text = |pointer: &str| message.pointer(pointer).and_then(Value::as_str);
        let (Some(executable), Some(target)) = (text("/executable"), text("/target/name")) else { return };
        if message.pointer("/profile/test") != Some(&Value::Bool(true)) {
            if target == "glas" {
                self.glas = Some(PathBuf::from(executable));
            }
            return;
        }
        let Some(manifest) = text("/manifest_path").map(Path::new) else { return };
        let Some(folder) = manifest.parent() else { return };
        let is_suite = message.pointer("/target/kind/0").and_then(Value::as_str) == Some("test");
        self.tests.push(Binary {
            krate: folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            target: if is_suite { target.to_owned() } else { "unit".to_owned() },
            executable: PathBuf::from(executable),
            folder: folder.to_owned(),
        });
    }
}

/// The program, built the way the whole suite builds it, so that nothing is compiled twice.
pub fn build_glas(workspace: &Workspace) -> Result<PathBuf> {
    let mut cargo = running::cargo();
    cargo.current_dir(&workspace.root).args(["build", "--locked", "--workspace", "--bin", "glas"]);
    cargo.arg("--message-format=json-render-diagnostics");
    let mut built = Built::default();
    let status = running::each_line_of_stdout(&mut cargo, |line| built.hear(line))?;
    anyhow::ensure!(status.success(), "the program glas does not compile");
    built.glas.context("cargo built glas and did not say where it is")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_cargo_name_test_binaries_and_the_program() {
        let mut built = Built::default();
        let folder = "/somewhere/crates";
        built.hear("not a message");
        built.hear(r#"{"reason":"build-finished","success":true}"#);
        built.hear(&format!(
            r#"{{"manifest_path":"{folder}/survey/Cargo.toml","target":{{"name":"suite","kind":["test"]}},
                "profile":{{"test":true}},"executable":"/t/suite-1"}}"#
        ));
        built.hear(&format!(
            r#"{{"manifest_path":"{folder}/survey/Cargo.toml","target":{{"name":"survey","kind":["lib"]}},
                "profile":{{"test":true}},"executable":"/t/survey-1"}}"#
        ));
        built.hear(&format!(
            r#"{{"manifest_path":"{folder}/server/Cargo.toml","target":{{"name":"glas","kind":["bin"]}},
                "profile":{{"test":false}},"executable":"/t/glas"}}"#
        ));
        built.hear(&format!(
            r#"{{"manifest_path":"{folder}/stats/Cargo.toml","target":{{"name":"stats","kind":["lib"]}},
                "profile":{{"test":false}},"executable":null}}"#
        ));
        let names: Vec<(&str, &str)> =
            built.tests.iter().map(|binary| (binary.krate.as_str(), binary.target.as_str())).collect();
        assert_eq!(names, [("survey", "suite"), ("survey", "unit")]);
        assert_eq!(built.glas, Some(PathBuf::from("/t/glas")));
    }
}
