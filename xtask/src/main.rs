//! What people do around the code.

mod examples;

use anyhow::bail;
use std::path::Path;

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["examples"] => examples::run(root, false),
        ["examples", "--check"] => examples::run(root, true),
        _ => bail!("cargo xtask examples [--check]"),
    }
}
