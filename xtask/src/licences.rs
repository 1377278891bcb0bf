//! The licences of everything we are built from, against the list in `deny.toml`.
//!
//! `cargo deny` checks this and more where it is installed; this check needs nothing, so it always runs.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::running;
use crate::tally::Tally;
use crate::terminal;
use crate::workspace::Workspace;

pub fn check(workspace: &Workspace) -> Result<Tally> {
    if running::found("cargo-deny").is_some() {
        let mut deny = running::cargo();
        deny.current_dir(&workspace.root).args(["deny", "--all-features", "check", "bans", "licenses", "sources"]);
        return Ok(Tally::of("cargo deny", running::succeeds(&mut deny)?));
    }
    terminal::say("cargo-deny is not installed: licences, bans and sources are checked here instead.");
    terminal::say("Security advisories are NOT checked: their database cannot be had without cargo-deny.");
    let rules = Rules::read(&std::fs::read_to_string(workspace.path("deny.toml")).context("deny.toml")?)?;
    let metadata = running::output_of(running::cargo().current_dir(&workspace.root).args([
        "metadata",
        "--locked",
        "--format-version=1",
        "--filter-platform",
        &host()?,
    ]))?;
    let packages = packages(&metadata)?;
    let mut tally = Tally::default();
    for package in &packages {
        for objection in rules.objections(package) {
            terminal::say(&format!("{} {}: {objection}", package.name, package.version));
            tally.failed.push(format!("deny {}: {objection}", package.name));
        }
    }
    terminal::say(&format!("{} packages", packages.len()));
    if tally.failed.is_empty() {
        tally.passed = 1;
    }
    Ok(tally)
}

#[derive(Debug, Default)]
struct Package {
    name: String,
    version: String,
    licence: Option<String>,
    source: Option<String>,
}

#[derive(Debug)]
struct Rules {
    allowed: BTreeSet<String>,
    banned: BTreeSet<String>,
    registries: BTreeSet<String>,
}

impl Rules {
    fn read(text: &str) -> Result<Rules> {
        let table: toml::Table = text.parse().context("deny.toml")?;
        let words = |section: &str, key: &str| -> BTreeSet<String> {
            let list = table.get(section).and_then(|section| section.get(key)).and_then(toml::Value::as_array);
            list.into_iter()
                .flatten()
                .filter_map(|entry| entry.as_str().or_else(|| entry.get("crate")?.as_str()))
                .map(str::to_owned)
                .collect()
        };
        Ok(Rules {
            allowed: words("licenses", "allow"),
            banned: words("bans", "deny"),
            registries: words("sources", "allow-registry"),
        })
    }

    fn objections(&self, package: &Package) -> Vec<String> {
        let mut objections = Vec::new();
        match &package.licence {
            None => objections.push("names no licence".to_owned()),
            Some(licence) if !permits(licence, &self.allowed) => {
                objections.push(format!("the licence {licence} is not in deny.toml"));
            }
            Some(_) => {}
        }
        if self.banned.contains(&package.name) {
            objections.push("banned in deny.toml".to_owned());
        }
        if let Some(source) = &package.source
            && !self.registries.iter().any(|registry| source.strip_prefix("registry+") == Some(registry))
        {
            objections.push(format!("comes from {source}"));
        }
        objections
    }
}

/// Whether an SPDX expression can be fulfilled with allowed licences only; `/` is the old way to write `OR`.
fn permits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let fulfilled = either(&mut words, allowed, 0);
    fulfilled && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words<'_>, allowed: &BTreeSet<String>, depth: u8) -> bool {
    let mut fulfilled = both(words, allowed, depth);
    while words.next_if_eq(&"OR").is_some() {
        fulfilled |= both(words, allowed, depth);
    }
    fulfilled
}

fn both(words: &mut Words<'_>, allowed: &BTreeSet<String>, depth: u8) -> bool {
    let mut fulfilled = one(words, allowed, depth);
    while words.next_if_eq(&"AND").is_some() {
        fulfilled &= one(words, allowed, depth);
    }
    fulfilled
}

fn one(words: &mut Words<'_>, allowed: &BTreeSet<String>, depth: u8) -> bool {
    let Some(word) = words.next() else { return false };
    if word == "(" {
        let fulfilled = depth < 8 && either(words, allowed, depth + 1);
        return words.next_if_eq(&")").is_some() && fulfilled;
    }
    if words.next_if_eq(&"WITH").is_some() {
        return words.next().is_some_and(|exception| allowed.contains(&format!("{word} WITH {exception}")));
    }
    allowed.contains(word)
}

fn packages(metadata: &str) -> Result<Vec<Package>> {
    let metadata: Value = serde_json::from_str(metadata).context("cargo metadata")?;
    // Only what is resolved for this platform is on the disk and in the program.
    let resolved: BTreeSet<&str> =
        list(metadata.pointer("/resolve/nodes")).filter_map(|node| node.get("id")?.as_str()).collect();
    let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).map(str::to_owned);
    Ok(list(metadata.get("packages"))
        .filter(|package| package.get("id").and_then(Value::as_str).is_some_and(|id| resolved.contains(id)))
        .map(|package| Package {
            name: text(package, "name").unwrap_or_default(),
            version: text(package, "version").unwrap_or_default(),
            licence: text(package, "license"),
            source: text(package, "source"),
        })
        .collect())
}

fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

fn host() -> Result<String> {
    let version = running::output_of(&mut running::command_named("rustc", &["--version", "--verbose"]))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names its host")?;
    Ok(host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = r#"
        [licenses]
        allow = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"]
        [bans]
        deny = [{ crate = "openssl", reason = "ours is ring" }]
        [sources]
        allow-registry = ["https://github.com/rust-lang/crates.io-index"]
    "#;

    #[test]
    fn expressions_are_fulfilled_or_not() {
        let check = |expression: &str, expect: bool| {
            let rules = Rules::read(RULES).expect("rules");
            assert_eq!(permits(expression, &rules.allowed), expect, "{expression}");
        };
        check("MIT", true);
        check("GPL-3.0-only", false);
        check("MIT OR GPL-3.0-only", true);
        check("GPL-2.0/MIT", true);
        check("MIT AND GPL-3.0-only", false);
        check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
        check("(GPL-3.0-only OR AGPL-3.0) AND MIT", false);
        check("GPL-3.0-only AND MIT OR Apache-2.0", true);
        check("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only", true);
        check("MIT WITH Strange-exception", false);
        check("(MIT", false);
        check("MIT MIT", false);
        check("", false);
        check(&"(".repeat(5000), false);
    }

    #[test]
    fn strangers_are_named_with_their_reason() {
        let check = |name: &str, licence: Option<&str>, source: Option<&str>, expect: &[&str]| {
            let package = Package {
                name: name.to_owned(),
                licence: licence.map(str::to_owned),
                source: source.map(str::to_owned),
                ..Package::default()
            };
            assert_eq!(Rules::read(RULES).expect("rules").objections(&package), expect);
        };
        let registry = Some("registry+https://github.com/rust-lang/crates.io-index");
        check("itoa", Some("MIT"), registry, &[]);
        check("ours", Some("MIT"), None, &[]);
        check("openssl", Some("MIT"), registry, &["banned in deny.toml"]);
        check("secret", None, registry, &["names no licence"]);
        check("fork", Some("MIT"), Some("git+https://example.org/fork"), &["comes from git+https://example.org/fork"]);
    }
}
