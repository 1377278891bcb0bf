//! Every page with its samples in each language, as files in a folder: for a checker of HTML that others wrote.
//!
//! `cargo run -p web --example specimens -- FOLDER`

use anyhow::{Context, Result};
use base::Language;
use std::path::PathBuf;

fn main() -> Result<()> {
    let folder: PathBuf = std::env::args_os().nth(1).context("which folder?")?.into();
    std::fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        for specimen in web::specimens(language)? {
            let name = format!("{}.{}.{language}.html", specimen.page, specimen.sample);
            let name: String = name.chars().map(|letter| if letter == '/' { '-' } else { letter }).collect();
            std::fs::write(folder.join(name), specimen.html)?;
        }
    }
    Ok(())
}
