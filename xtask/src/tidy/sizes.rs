use std::collections::BTreeMap;

use super::Finding;
use super::tree::Tree;

/// A file that a person can still hold in the head.
const FILE: usize = 400;
/// A crate that a person can still walk through.
const CRATE: usize = 6000;

pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut crates: BTreeMap<&str, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| path.ends_with(".rs")) {
        let lines = text.lines().count();
        if lines > FILE {
            findings.push(Finding::warning(path, format!("{lines} lines, more than {FILE}: is this one noun?")));
        }
    }
    for source in tree.sources() {
        *crates.entry(source.krate).or_default() += source.text.lines().count();
    }
    for (krate, lines) in crates.into_iter().filter(|(_, lines)| *lines > CRATE) {
        findings.push(Finding::warning(
            format!("crates/{krate}"),
            format!("{lines} lines, more than {CRATE}: is this one room?"),
        ));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_and_large_crates_are_warned_about() {
        let long = "//\n".repeat(FILE + 1);
        let fair = "//\n".repeat(FILE);
        let names: Vec<String> = (0..=CRATE / FILE).map(|number| format!("crates/big/src/{number}.rs")).collect();
        let mut texts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), fair.as_str())).collect();
        texts.push(("crates/small/src/lib.rs", &long));
        texts.push(("locales/bg/web.ftl", &long));
        let places: Vec<String> = findings(&Tree::of(&texts)).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["crates/small/src/lib.rs", "crates/big"]);
    }
}
