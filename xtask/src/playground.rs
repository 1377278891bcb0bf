use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::running;

/// A folder of its own in the temporary folder of the machine, removed when it is dropped.
pub struct Playground(PathBuf);

impl Playground {
    pub fn open(name: &str) -> Result<Playground> {
        Playground::open_in(&std::env::temp_dir(), name)
    }

    pub fn open_in(parent: &Path, name: &str) -> Result<Playground> {
        let pattern = parent.join(format!("glas-{name}-XXXXXXXX"));
        let folder = running::output_of(running::command("mktemp").arg("-d").arg(pattern))?;
        Ok(Playground(PathBuf::from(folder.trim())))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Playground {
    fn drop(&mut self) {
        let _already_gone = std::fs::remove_dir_all(&self.0);
    }
}
