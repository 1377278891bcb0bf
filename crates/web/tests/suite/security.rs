//! The classes of faults that programs of this kind have had, S1 to S21: each is looked for by a test that is named for it.
//! Where a class belongs to a dialogue, its test stands among the others of that dialogue.

pub mod crawl;
mod harm;
mod inert;

mod addresses;
mod clocks;
mod doors;
mod keys;
mod letters;
mod links_out;
mod metadata;
mod races;
mod requests;
mod reflected;
mod sign_in;
mod sql;
mod stored;
mod traces;
mod unopened;
mod visibility;

use std::path::{Path, PathBuf};

/// Every class has a test, and nobody takes the last one away unnoticed.
#[test]
fn every_class_has_its_test() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let text: String = sources(&suite).iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    for class in 1..=21 {
        assert!(text.contains(&format!("fn s{class:02}_")), "S{class} has no test");
    }
}

/// The files of Rust below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}
