use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::running;

/// The checkout that this command was started in.
pub struct Workspace {
    pub root: PathBuf,
}

impl Workspace {
    /// Cargo says at run time where the manifest is. The path of compile time would be wrong when several checkouts
    /// share a target folder.
    pub fn here() -> Result<Workspace> {
        if let Some(manifest) = std::env::var_os("CARGO_MANIFEST_DIR") {
            let root = Path::new(&manifest).parent().context("xtask lies inside the workspace")?;
            return Ok(Workspace { root: root.to_owned() });
        }
        let manifest =
            running::output_of(running::cargo().args(["locate-project", "--workspace", "--message-format", "plain"]))?;
        let root = Path::new(manifest.trim()).parent().context("a manifest lies in a folder")?;
        Ok(Workspace { root: root.to_owned() })
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The files that belong to the project, relative to the root: those that git knows or would take.
    pub fn files(&self) -> Result<Vec<String>> {
        let listed = running::output_of(running::command("git").current_dir(&self.root).args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]))?;
        let mut files: Vec<String> = listed.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
        files.sort();
        files.dedup();
        files.retain(|name| self.path(name).is_file());
        Ok(files)
    }
}
