//! What the tests need from the machine: found, or installed from Debian's packages, or asked for in exact commands.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::running;
use crate::terminal;
use crate::workspace::Workspace;

/// Journeys and their checks are written for this Node.js or a later one.
const NODE: u32 = 20;

/// A program that tests start, and the Debian package that brings it.
struct Need {
    program: &'static str,
    package: &'static str,
    find: fn(&str) -> Option<PathBuf>,
}

const SERVER: Need = Need { program: "initdb", package: "postgresql", find: postgres_program };

const NEEDS: [Need; 10] = [
    SERVER,
    Need { program: "chromium", package: "chromium", find: running::found },
    Need { program: "pdftotext", package: "poppler-utils", find: running::found },
    Need { program: "pdfinfo", package: "poppler-utils", find: running::found },
    Need { program: "pdftoppm", package: "poppler-utils", find: running::found },
    Need { program: "node", package: "nodejs", find: running::found },
    Need { program: "npm", package: "npm", find: running::found },
    Need { program: "openssl", package: "openssl", find: running::found },
    Need { program: "ensurepip", package: "python3-venv", find: module_for_folders },
    Need { program: "aiosmtpd", package: "python3-aiosmtpd", find: debian_python_module },
];

/// Wanted by `bench` only.
const LOAD: Need = Need { program: "wrk", package: "wrk", find: running::found };
const COUNTS: Need = Need { program: "pdfinfo", package: "poppler-utils", find: running::found };

/// Everything that the whole suite starts.
pub fn for_tests(workspace: &Workspace) -> Result<()> {
    provide(&NEEDS)?;
    node_is_recent()?;
    npm_packages(workspace)?;
    python_packages(workspace)
}

/// What journeys and pictures start, without the server of PostgreSQL.
pub fn for_pictures(workspace: &Workspace) -> Result<()> {
    let (_, browser) = NEEDS.split_at(1);
    provide(browser)?;
    node_is_recent()?;
    npm_packages(workspace)
}

pub fn for_bench() -> Result<()> {
    provide(&[LOAD, COUNTS])
}

/// The newest server program of PostgreSQL on this machine. Debian keeps it out of the path.
pub fn postgres_program(program: &str) -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin").join(program))))
        .filter(|(_, file): &(u32, PathBuf)| file.is_file())
        .collect();
    versions.sort();
    versions.pop().map(|(_, file)| file).or_else(|| running::found(program))
}

/// A module of Debian's own Python: one from elsewhere does not find Debian's packages.
fn debian_python_module(module: &str) -> Option<PathBuf> {
    let path = Path::new("/usr/lib/python3/dist-packages").join(module);
    path.is_dir().then_some(path)
}

/// What Python needs to make a folder of packages; Debian keeps it in a package of its own.
fn module_for_folders(module: &str) -> Option<PathBuf> {
    let python = running::found("python3")?;
    let mut import = running::command(&python);
    running::output_of(import.args(["-c", &format!("import {module}")])).is_ok().then_some(python)
}

fn provide(needs: &[Need]) -> Result<()> {
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    let commands = installation(&missing);
    terminal::say(&format!("missing: {}", missing.join(", ")));
    match privilege() {
        Some(prefix) if running::found("apt-get").is_some() => {
            for words in &commands {
                let mut command = privileged(prefix, words)?;
                terminal::say(&format!("$ {}", running::describe(&command)));
                if !running::succeeds(&mut command)? {
                    bail!("this failed; run by hand:\n{}", by_hand(&commands));
                }
            }
        }
        _ => {
            bail!("the tests need more than this machine has, and installing needs root; run:\n{}", by_hand(&commands))
        }
    }
    let still = self::missing(needs);
    if !still.is_empty() {
        bail!("installed, and yet not found: {}", still.join(", "));
    }
    Ok(())
}

fn missing(needs: &[Need]) -> Vec<&'static str> {
    let mut packages: Vec<&str> =
        needs.iter().filter(|need| (need.find)(need.program).is_none()).map(|need| need.package).collect();
    packages.sort_unstable();
    packages.dedup();
    packages
}

fn installation(packages: &[&str]) -> [Vec<String>; 2] {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let mut install = words("apt-get install --yes --no-install-recommends");
    install.extend(packages.iter().map(|&package| package.to_owned()));
    [words("apt-get update"), install]
}

fn by_hand(commands: &[Vec<String>]) -> String {
    commands.iter().map(|words| format!("  sudo {}", words.join(" "))).collect::<Vec<_>>().join("\n")
}

/// Nothing for root, `sudo -n` where it asks for no password, `None` for everybody else.
fn privilege() -> Option<&'static [&'static str]> {
    if running::is_root() {
        return Some(&[]);
    }
    let asks_nothing = running::found("sudo").is_some()
        && running::output_of(&mut running::command_named("sudo", &["-n", "true"])).is_ok();
    asks_nothing.then_some(&["sudo", "-n"])
}

fn privileged(prefix: &[&str], words: &[String]) -> Result<Command> {
    let mut all = prefix.iter().map(|&word| word.to_owned()).chain(["env".to_owned()]);
    let mut command = running::command(all.next().context("a command has a first word")?);
    command.args(all);
    command.arg("DEBIAN_FRONTEND=noninteractive").args(words);
    Ok(command)
}

fn node_is_recent() -> Result<()> {
    let version = running::output_of(&mut running::command_named("node", &["--version"]))?;
    let major: u32 = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|digits| digits.parse().ok())
        .with_context(|| format!("node calls its version {version:?}"))?;
    if major < NODE {
        bail!("the journeys need Node.js {NODE} or later, here is {}; see https://nodejs.org", version.trim());
    }
    Ok(())
}

/// Takes the packages exactly as the lock file names them, once per change of the lock file.
fn npm_packages(workspace: &Workspace) -> Result<()> {
    let folder = workspace.path("tests/browser");
    let lock = std::fs::read(folder.join("package-lock.json")).context("tests/browser/package-lock.json")?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let mut install = running::command("npm");
    install.current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    terminal::say(&format!("$ cd tests/browser && {}", running::describe(&install)));
    if !running::succeeds(&mut install)? {
        bail!("npm could not install the packages of tests/browser/package-lock.json");
    }
    remember(&stamp, &lock)
}

/// Where the checker of the machine routes is, once [`for_tests`] has put it there.
pub fn schemathesis(workspace: &Workspace) -> PathBuf {
    python_folder(workspace).join("bin/schemathesis")
}

/// The Python that has the readers of data sets, likewise.
pub fn python(workspace: &Workspace) -> PathBuf {
    python_folder(workspace).join("bin/python")
}

/// Beside what is compiled, so that it outlives a checkout.
fn python_folder(workspace: &Workspace) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace.path("target"), PathBuf::from);
    target.join("tools/python")
}

/// Takes the packages of `requirements.txt` into a folder of their own, once per change of that file.
fn python_packages(workspace: &Workspace) -> Result<()> {
    let list = workspace.path("tests/browser/requirements.txt");
    let wanted = std::fs::read(&list).context("tests/browser/requirements.txt")?;
    let folder = python_folder(workspace);
    let stamp = folder.join(".installed-requirements.txt");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let make = |command: &mut Command| -> Result<()> {
        terminal::say(&format!("$ {}", running::describe(command)));
        if !running::succeeds(command)? {
            bail!("Python could not install the packages of tests/browser/requirements.txt");
        }
        Ok(())
    };
    make(running::command("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut install = running::command(folder.join("bin/pip"));
    make(install.args(["install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list))?;
    remember(&stamp, &wanted)
}

fn remember(stamp: &Path, lock: &[u8]) -> Result<()> {
    std::fs::write(stamp, lock).with_context(|| stamp.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_asked_for_once_by_its_package() {
        let absent = |program| Need { program, package: "poppler-utils", find: |_| None };
        let here = Need { program: "sh", package: "dash", find: running::found };
        let packages = missing(&[absent("pdfinfo"), here, absent("pdftotext")]);
        assert_eq!(packages, ["poppler-utils"]);
        assert_eq!(
            by_hand(&installation(&packages)),
            "  sudo apt-get update\n  sudo apt-get install --yes --no-install-recommends poppler-utils"
        );
    }
}
