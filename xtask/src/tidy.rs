//! `cargo xtask tidy`: the order of the house, which no compiler watches over.
//!
//! A finding fails the run; a warning only speaks.

mod edges;
mod fluent;
mod forbidden;
mod locales;
mod manifests;
mod refusals;
mod sizes;
mod sql;
mod strings;
mod tree;

use anyhow::Result;

use crate::tally::Tally;
use crate::terminal;
use crate::workspace::Workspace;

pub use manifests::Manifests;

use tree::Tree;

/// Something out of order: where, and what to do about it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    place: String,
    problem: String,
    weight: Weight,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Wrong,
    Warning,
}

impl Finding {
    fn wrong(place: impl Into<String>, problem: impl Into<String>) -> Finding {
        Finding { place: place.into(), problem: problem.into(), weight: Weight::Wrong }
    }

    fn warning(place: impl Into<String>, problem: impl Into<String>) -> Finding {
        Finding { place: place.into(), problem: problem.into(), weight: Weight::Warning }
    }
}

pub fn run(workspace: &Workspace) -> Result<bool> {
    let tally = check(workspace)?;
    terminal::say(&tally.line());
    Ok(tally.failed.is_empty())
}

pub fn check(workspace: &Workspace) -> Result<Tally> {
    let manifests = Manifests::read(workspace)?;
    let tree = Tree::read(workspace)?;
    let checks = [
        ("arrows between crates", edges::findings(&manifests)),
        ("pure crates touch no world", edges::worldly_words(&tree)),
        ("sizes", sizes::findings(&tree)),
        ("SQL in store only", sql::findings(&tree)),
        ("words in both languages", locales::findings(&tree)),
        ("words for every refusal", refusals::findings(&tree)),
        ("nothing that must not be published", forbidden::findings(&tree, &workspace.root)),
    ];
    let mut tally = Tally::default();
    for (name, findings) in checks {
        tally.add(report(name, findings));
    }
    Ok(tally)
}

fn report(name: &str, mut findings: Vec<Finding>) -> Tally {
    findings.sort();
    findings.dedup();
    let mut tally = Tally::default();
    for finding in findings {
        let word = match finding.weight {
            Weight::Wrong => "wrong",
            Weight::Warning => "warning",
        };
        terminal::say(&format!("{word:7}  {}: {}", finding.place, finding.problem));
        if finding.weight == Weight::Wrong {
            tally.failed.push(format!("tidy {name}: {}: {}", finding.place, finding.problem));
        }
    }
    if tally.failed.is_empty() {
        tally.passed = 1;
    }
    tally
}
