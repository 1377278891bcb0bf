//! `cargo xtask screenshots`: pictures of the demonstration for the documents.

use anyhow::Result;

use crate::needs;
use crate::running;
use crate::test;
use crate::workspace::Workspace;

#[derive(clap::Args)]
pub struct Request {
    /// Only pictures whose name contains one of these words
    filters: Vec<String>,
}

pub fn run(workspace: &Workspace, request: &Request) -> Result<bool> {
    needs::for_pictures(workspace)?;
    let glas = test::build_glas(workspace)?;
    let mut node = running::command("node");
    node.current_dir(workspace.path("tests/browser")).arg("screenshots.mjs").args(&request.filters);
    node.env("GLAS_BINARY", glas).env("GLAS_PICTURES", workspace.path("docs/pictures"));
    running::succeeds(&mut node)
}
