use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use crate::workspace::Workspace;

/// The manifests of our crates by name: what each is built from.
#[derive(Debug, Default)]
pub struct Manifests(BTreeMap<String, Dependencies>);

#[derive(Debug, Default)]
pub struct Dependencies {
    /// Linked into the crate.
    pub direct: BTreeSet<String>,
    /// For its tests and its build script only.
    pub aside: BTreeSet<String>,
}

impl Manifests {
    pub fn read(workspace: &Workspace) -> Result<Manifests> {
        let mut manifests = Manifests::default();
        let crates = std::fs::read_dir(workspace.path("crates"))?.flatten().map(|entry| entry.path());
        for folder in crates.chain([workspace.path("xtask")]) {
            let file = folder.join("Cargo.toml");
            if file.is_file() {
                let text = std::fs::read_to_string(&file)?;
                manifests.add(&text).with_context(|| file.display().to_string())?;
            }
        }
        Ok(manifests)
    }

    fn add(&mut self, text: &str) -> Result<()> {
        let table: toml::Table = text.parse()?;
        let name = table.get("package").and_then(|package| package.get("name")).and_then(toml::Value::as_str);
        let mut dependencies = Dependencies::default();
        let platforms = table.get("target").and_then(toml::Value::as_table).into_iter().flatten();
        let sections = platforms.filter_map(|(_, section)| section.as_table()).chain([&table]);
        for section in sections {
            dependencies.direct.extend(names(section, "dependencies"));
            dependencies.aside.extend(names(section, "dev-dependencies"));
            dependencies.aside.extend(names(section, "build-dependencies"));
        }
        self.0.insert(name.context("package.name")?.to_owned(), dependencies);
        Ok(())
    }

    pub fn all(&self) -> impl Iterator<Item = (&str, &Dependencies)> {
        self.0.iter().map(|(name, dependencies)| (name.as_str(), dependencies))
    }

    pub fn is_ours(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The crates that can be tested without building `stranger`, over any number of our own crates between.
    pub fn without(&self, stranger: &str) -> Vec<String> {
        let reaches = |name: &str| {
            let mut seen = BTreeSet::new();
            let mut open = vec![name.to_owned()];
            while let Some(next) = open.pop() {
                let Some(dependencies) = self.0.get(&next).filter(|_| seen.insert(next.clone())) else { continue };
                let all = dependencies.direct.iter().chain(&dependencies.aside);
                if all.clone().any(|dependency| dependency == stranger) {
                    return true;
                }
                open.extend(all.cloned());
            }
            false
        };
        self.0.keys().filter(|name| !reaches(name)).cloned().collect()
    }

    #[cfg(test)]
    pub fn of(texts: &[&str]) -> Manifests {
        let mut manifests = Manifests::default();
        for text in texts {
            manifests.add(text).expect("a manifest");
        }
        manifests
    }
}

/// A renamed dependency counts under the name that the registry knows.
fn names(section: &toml::Table, key: &str) -> Vec<String> {
    let entries = section.get(key).and_then(toml::Value::as_table).into_iter().flatten();
    entries.map(|(name, value)| value.get("package").and_then(toml::Value::as_str).unwrap_or(name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_without_a_stranger_are_found_over_our_own() {
        let manifests = Manifests::of(&[
            "[package]\nname = 'base'\n[dependencies]\njiff.workspace = true",
            "[package]\nname = 'report'\n[dependencies]\nbase.workspace = true\npress = { package = 'typst' }",
            "[package]\nname = 'server'\n[dependencies]\nreport.workspace = true",
            "[package]\nname = 'web'\n[dependencies]\nbase.workspace = true\n[dev-dependencies]\nreport = '1'",
            "[package]\nname = 'stats'\n[target.'cfg(unix)'.dependencies]\nlibm = '1'",
        ]);
        assert_eq!(manifests.without("typst"), ["base", "stats"]);
        assert_eq!(manifests.without("libm"), ["base", "report", "server", "web"]);
    }
}
