//! The test binaries: built once by cargo, then run one after another, so that a failure is named with its crate.

use std::collections::BTreeSet;
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
    /// Those that can be built without the typesetter; of them those with changes that are not committed, where nothing
    /// else has any.
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
            let all = Manifests::read(workspace)?.without("typst");
            let changed = changed_files(workspace).and_then(|files| crates_of(&files, &all));
            if let Some(changed) = &changed {
                terminal::say(&format!("only what has changed since the last commit: {}", changed.join(", ")));
            }
            for krate in changed.unwrap_or(all) {
                cargo.args(["--package", &krate]);
            }
        }
    }
    let mut built = Built::default();
    let status = running::each_line_of_stdout(&mut cargo, |line| built.hear(line))?;
    built.tests.sort_by(|one, other| (&one.krate, &one.target).cmp(&(&other.krate, &other.target)));
    Ok((built, status.success()))
}

/// What differs from the last commit; `None` where git cannot tell.
fn changed_files(workspace: &Workspace) -> Option<Vec<String>> {
    let mut git = running::command("git");
    git.current_dir(&workspace.root).args(["status", "--porcelain", "--untracked-files=all", "--no-renames"]);
    let said = running::output_of(&mut git).ok()?;
    Some(said.lines().filter_map(|line| line.get(3..)).map(str::to_owned).collect())
}

/// The crates in which the files lie; `None` where some file lies in none of them, or there is no file, so that
/// everything has to be looked at.
fn crates_of(files: &[String], all: &[String]) -> Option<Vec<String>> {
    let of = |file: &String| {
        let name = file.strip_prefix("crates/").and_then(|rest| rest.split_once('/')).map(|(name, _)| name);
        let name = name.or_else(|| file.starts_with("xtask/").then_some("xtask"))?;
        all.iter().find(|krate| *krate == name).cloned()
    };
    let found: BTreeSet<String> = files.iter().map(of).collect::<Option<_>>()?;
    (!found.is_empty()).then(|| found.into_iter().collect())
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
    fn the_inner_loop_looks_at_what_has_changed() {
        let check = |files: &[&str], expect: Option<&[&str]>| {
            let all = ["app", "survey", "xtask"].map(str::to_owned);
            let files: Vec<String> = files.iter().map(|&file| file.to_owned()).collect();
            let expect = expect.map(|names| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
            assert_eq!(crates_of(&files, &all), expect, "{files:?}");
        };
        check(&[], None);
        check(&["crates/survey/src/lib.rs", "crates/survey/tests/suite/main.rs"], Some(&["survey"]));
        check(&["crates/survey/src/lib.rs", "crates/app/src/lib.rs"], Some(&["app", "survey"]));
        check(&["xtask/src/main.rs"], Some(&["xtask"]));
        // What every crate may read, and what the inner loop does not build.
        check(&["crates/survey/src/lib.rs", "locales/bg/desk.ftl"], None);
        check(&["crates/report/src/lib.rs"], None);
    }

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
