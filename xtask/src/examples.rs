//! Makes the files of the invented municipality: its questionnaires as workbooks, its answers as CSV.
//!
//! What people write stands in `examples/primerovo/source/`; what is made of it is committed too, so that somebody who
//! only wants to try the program needs no build. The same sources always give the same bytes.

mod answers;
mod source;
mod workbook;

use anyhow::{Context, bail};
use source::Form;
use std::{fs, path::Path};

/// Writes the files, or with `check` only compares them with what stands there. That they are good, the tests of
/// `survey` know: they import them.
///
/// # Errors
/// An unreadable source, a file that cannot be written, and with `check` every one that differs.
pub fn run(root: &Path, check: bool) -> anyhow::Result<()> {
    let folder = root.join("examples/primerovo");
    let made = make(&folder)?;
    let mut different = Vec::new();
    for (name, bytes) in &made {
        let path = folder.join(name);
        if !check {
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        } else if fs::read(&path).ok().as_ref() != Some(bytes) {
            different.push(name.as_str());
        }
    }
    if !different.is_empty() {
        bail!("these files differ from their sources, run `cargo xtask examples`: {}", different.join(", "));
    }
    Ok(())
}

/// The files of the folder by name, with their bytes.
fn make(folder: &Path) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let scales = fs::read_to_string(folder.join("source/scales.toml")).context("cannot read scales.toml")?;
    let mut made = Vec::new();
    for audience in ["residents", "officials"] {
        let file = format!("{audience}.toml");
        let text = fs::read_to_string(folder.join("source").join(&file));
        let text = text.with_context(|| format!("cannot read {file}"))?;
        let form = Form::read(&text, &scales).with_context(|| format!("in {file}"))?;
        made.push((format!("{audience}.xlsx"), workbook::write(&form)?));
        made.push((format!("{audience}.csv"), answers::write(audience, &form)?));
    }
    Ok(made)
}

#[cfg(test)]
mod tests;
