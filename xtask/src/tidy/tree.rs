use std::collections::BTreeMap;

use anyhow::Result;

use crate::workspace::Workspace;

/// The texts of the project by their path from the root; pictures, fonts and other bytes are left out.
pub struct Tree(BTreeMap<String, String>);

impl Tree {
    pub fn read(workspace: &Workspace) -> Result<Tree> {
        let texts = workspace.files()?.into_iter().filter_map(|name| {
            let text = std::fs::read_to_string(workspace.path(&name)).ok()?;
            (!text.contains('\0')).then_some((name, text))
        });
        Ok(Tree(texts.collect()))
    }

    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The Rust files under `crates/*/src` with the name of their crate.
    pub fn sources(&self) -> impl Iterator<Item = Source<'_>> {
        self.texts().filter_map(|(path, text)| {
            let (krate, inside) = path.strip_prefix("crates/")?.split_once("/src/")?;
            inside.ends_with(".rs").then_some(Source { krate, path, text })
        })
    }

    #[cfg(test)]
    pub fn of(texts: &[(&str, &str)]) -> Tree {
        Tree(texts.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect())
    }
}

pub struct Source<'a> {
    pub krate: &'a str,
    pub path: &'a str,
    pub text: &'a str,
}
