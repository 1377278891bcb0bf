//! Which doors of the house are shut, and why.

use super::manifests::Manifests;
use super::tree::Tree;
use super::{Finding, strings};

const NOUNS: [&str; 7] = ["survey", "deadlines", "casework", "followup", "outreach", "dataset", "document"];

/// No IO, no async, no clock, no randomness, no logging.
const PURE: [&str; 10] =
    ["base", "stats", "survey", "deadlines", "casework", "followup", "outreach", "dataset", "document", "office"];

/// Crates of others that touch the world, or that only one room may know.
const WORLDLY: [&str; 22] = [
    "async-trait",
    "axum",
    "axum-extra",
    "clap",
    "fluent-bundle",
    "futures",
    "getrandom",
    "governor",
    "hyper",
    "indicatif",
    "lettre",
    "log",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "tokio",
    "tower",
    "tower-http",
    "tracing",
    "tracing-subscriber",
    "ureq",
];

/// A dependency that only the named rooms may have.
const KEPT: [(&str, &[&str], &str); 12] = [
    ("axum", &["web", "server"], "only web knows HTTP"),
    ("axum-extra", &["web", "server"], "only web knows HTTP"),
    ("tower-http", &["web", "server"], "only web knows HTTP"),
    ("askama", &["web"], "templates are pages, and pages are web's"),
    ("rusqlite", &["store"], "all SQL is in store"),
    ("postgres", &["store"], "all SQL is in store"),
    ("typst", &["report"], "only report knows the typesetter"),
    ("typst-pdf", &["report"], "only report knows the typesetter"),
    ("typst-layout", &["report"], "only report knows the typesetter"),
    ("typst-render", &["report"], "only report knows the typesetter"),
    ("lettre", &["server"], "letters leave by one door; app says what they say"),
    ("report", &["server"], "paper is made by jobs and the command line; pages show the same document as HTML"),
];

/// An arrow that must not exist although it would point down, or because it would point up.
const SHUT: [(&str, &str, &str); 15] = [
    ("app", "office", "arrows go down: app makes the document, report makes files of it"),
    ("web", "office", "files are made where the press is, not where pages are"),
    ("store", "dataset", "a data set is made from what the store gives, by app"),
    ("store", "app", "arrows go down: the store does not know what it is used for"),
    ("store", "web", "arrows go down"),
    ("store", "document", "a document is made from what the store gives, by app"),
    ("store", "stats", "numbers are computed by app; the store keeps answers"),
    ("app", "web", "arrows go down: an operation does not know who calls it"),
    ("app", "report", "arrows go down: app makes the document, report only typesets it"),
    ("report", "store", "report is fed documents, from the store or from files alike"),
    ("report", "app", "report is fed documents, from the store or from files alike"),
    ("report", "web", "HTML there, paper here, from the same documents"),
    ("report", "survey", "report knows the document only"),
    ("report", "outreach", "report knows the document only"),
    ("report", "stats", "report knows the document only"),
];

/// What a pure crate's source must not name.
const WORLDLY_WORDS: [&str; 8] = [
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::SystemTime",
    "std::time::Instant",
    "async fn",
];

pub fn findings(manifests: &Manifests) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, dependencies) in manifests.all() {
        let place = if name == "xtask" { "xtask/Cargo.toml".to_owned() } else { format!("crates/{name}/Cargo.toml") };
        for dependency in &dependencies.direct {
            if let Some(reason) = shut(manifests, name, dependency) {
                findings.push(Finding::wrong(&place, format!("{name} → {dependency} is forbidden: {reason}")));
            }
        }
        for dependency in dependencies.aside.iter().filter(|dependency| manifests.is_ours(dependency)) {
            if let Some(reason) = shut(manifests, name, dependency) {
                let problem = format!("{name} → {dependency} is forbidden even for tests: {reason}");
                findings.push(Finding::wrong(&place, problem));
            }
        }
    }
    findings
}

fn shut(manifests: &Manifests, from: &str, to: &str) -> Option<&'static str> {
    let both_nouns = NOUNS.contains(&from) && NOUNS.contains(&to);
    let pure = PURE.contains(&from);
    if both_nouns {
        return Some("nouns know nothing of each other; hold a typed id, or write the operation in app");
    }
    if from == "base" && manifests.is_ours(to) {
        return Some("base lies under all of them");
    }
    if from == "stats" && manifests.is_ours(to) {
        return Some("stats knows numbers only");
    }
    if pure && manifests.is_ours(to) && !PURE.contains(&to) {
        return Some("a pure crate stands below everything that touches the world");
    }
    if pure && WORLDLY.contains(&to) {
        return Some("a pure crate has no IO, no async, no clock, no randomness, no logging");
    }
    if from == "xtask" && manifests.is_ours(to) && !PURE.contains(&to) {
        return Some("the tools must build in seconds");
    }
    let kept = KEPT.iter().find(|(kept, rooms, _)| *kept == to && !rooms.contains(&from));
    let closed = SHUT.iter().find(|(one, other, _)| *one == from && *other == to);
    kept.map(|(_, _, reason)| *reason).or(closed.map(|(_, _, reason)| *reason))
}

/// The standard library reaches the world without a line in a manifest.
pub fn worldly_words(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in tree.sources().filter(|source| PURE.contains(&source.krate)) {
        let code = strings::code_only(source.text);
        for (number, line) in (1..).zip(code.lines()) {
            for word in WORLDLY_WORDS.iter().filter(|word| line.contains(**word)) {
                let problem = format!("{word} in {}, which is pure: take the value as an argument", source.krate);
                findings.push(Finding::wrong(format!("{}:{number}", source.path), problem));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(manifest: &str, expect: &[&str]) {
        let others = ["base", "stats", "survey", "outreach", "document", "store", "app", "web", "report", "server"];
        let empty: Vec<String> = others.iter().map(|name| format!("[package]\nname = '{name}'")).collect();
        let mut texts: Vec<&str> = empty.iter().map(String::as_str).collect();
        texts.push(manifest);
        let found = findings(&Manifests::of(&texts));
        let problems: Vec<&str> =
            found.iter().map(|finding| finding.problem.split(" is forbidden").next().unwrap_or_default()).collect();
        assert_eq!(problems, expect, "{manifest}");
    }

    #[test]
    fn arrows_only_go_down() {
        check("[package]\nname = 'survey'\n[dependencies]\nbase = '1'\ncalamine = '1'", &[]);
        check("[package]\nname = 'survey'\n[dependencies]\noutreach = '1'", &["survey → outreach"]);
        check("[package]\nname = 'survey'\n[dependencies]\ntokio = '1'", &["survey → tokio"]);
        check("[package]\nname = 'survey'\n[dev-dependencies]\ntokio = '1'", &[]);
        check("[package]\nname = 'survey'\n[dev-dependencies]\nstore = '1'", &["survey → store"]);
        check("[package]\nname = 'stats'\n[dependencies]\nbase = '1'", &["stats → base"]);
        check("[package]\nname = 'base'\n[dependencies]\nstats = '1'", &["base → stats"]);
        check("[package]\nname = 'store'\n[dependencies]\nsurvey = '1'\nrusqlite = '1'", &[]);
        check("[package]\nname = 'store'\n[dependencies]\napp = '1'", &["store → app"]);
        check("[package]\nname = 'web'\n[dependencies]\nreport = '1'\naxum = '1'", &["web → report"]);
        check("[package]\nname = 'web'\n[dependencies]\nrusqlite = '1'", &["web → rusqlite"]);
        check("[package]\nname = 'report'\n[dependencies]\nstore = '1'\ntypst = '1'", &["report → store"]);
        check("[package]\nname = 'app'\n[dependencies]\ntypst = '1'\naxum = '1'", &["app → axum", "app → typst"]);
        check("[package]\nname = 'server'\n[dependencies]\nreport = '1'\naxum = '1'\nweb = '1'", &[]);
        check("[package]\nname = 'xtask'\n[dependencies]\nstore = '1'\nclap = '1'", &["xtask → store"]);
    }

    #[test]
    fn pure_sources_do_not_reach_the_world_behind_the_manifest() {
        let tree = Tree::of(&[
            ("crates/survey/src/a.rs", "// std::fs is forbidden\nlet word = \"std::fs\";\n"),
            ("crates/survey/src/b.rs", "fn f() {\n    std::fs::read(x);\n}\n"),
            ("crates/store/src/c.rs", "use std::fs;\n"),
            ("crates/survey/tests/suite/main.rs", "use std::fs;\n"),
        ]);
        let places: Vec<String> = worldly_words(&tree).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["crates/survey/src/b.rs:2"]);
    }
}
