//! `cargo xtask ci`: the test command in a fresh clone of the last commit, as continuous integration runs it.

use anyhow::{Result, bail};

use crate::playground::Playground;
use crate::running;
use crate::terminal;
use crate::workspace::Workspace;

/// What a clean machine has set; everything else of the caller's environment stays outside.
const KEPT: [&str; 12] = [
    "PATH",
    "HOME",
    "USER",
    "LANG",
    "TMPDIR",
    "TERM",
    "CARGO_HOME",
    "RUSTUP_HOME",
    "RUSTUP_TOOLCHAIN",
    "XDG_CACHE_HOME",
    "HTTPS_PROXY",
    "SSL_CERT_FILE",
];

pub fn run(workspace: &Workspace) -> Result<bool> {
    let playground = Playground::open("ci")?;
    let clone = playground.path().join("glas");
    let mut git = running::command("git");
    git.args(["clone", "--quiet", "--no-hardlinks"]).arg(&workspace.root).arg(&clone);
    if !running::succeeds(&mut git)? {
        bail!("git could not clone the last commit");
    }
    let changed =
        running::output_of(running::command("git").current_dir(&workspace.root).args(["status", "--porcelain"]))?;
    if !changed.trim().is_empty() {
        terminal::say("note: what is not committed is not tested here");
    }
    let mut script = running::command(clone.join(".ci/run"));
    script.current_dir(&clone).env_clear().env("CI", "true");
    script.envs(KEPT.iter().filter_map(|name| Some((name, std::env::var_os(name)?))));
    running::succeeds(&mut script)
}
