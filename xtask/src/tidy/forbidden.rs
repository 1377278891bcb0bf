use std::path::Path;

use super::Finding;
use super::tree::Tree;

/// Words that are a slip wherever they stand, written in two pieces so that this list does not find itself.
const SLIPS: [(&str, &str, &str); 8] = [
    ("/ho", "me/", "the absolute path of somebody's home"),
    ("/Us", "ers/", "the absolute path of somebody's home"),
    ("/ro", "ot/", "the absolute path of somebody's home"),
    ("<<<<", "<<< ", "the mark of a conflict that was not resolved"),
    (">>>>", ">>> ", "the mark of a conflict that was not resolved"),
    ("FIX", "ME", "a note that belongs into an issue"),
    ("Co-authored", "-by", "a line that belongs into a commit, if anywhere"),
    ("BEGIN PRI", "VATE KEY", "a private key"),
];

/// Folders that many machines have and a text may well name.
const COMMON: [&str; 6] = ["/tmp", "/var/tmp", "/opt", "/srv", "/usr/src", "/"];

pub fn findings(tree: &Tree, root: &Path) -> Vec<Finding> {
    let mut words: Vec<(String, String)> =
        SLIPS.iter().map(|(one, other, reason)| (format!("{one}{other}"), (*reason).to_owned())).collect();
    for folder in [Some(root), root.parent()].into_iter().flatten() {
        let name = folder.display().to_string();
        if !COMMON.contains(&name.as_str()) {
            words.push((format!("{name}/"), "a path of the machine this checkout lies on".to_owned()));
        }
    }
    let mut findings = Vec::new();
    // A lock file is written by npm, not by us; a digest in it may spell anything.
    for (path, text) in tree.texts().filter(|(path, _)| !path.ends_with("package-lock.json")) {
        for (number, line) in (1..).zip(text.lines()) {
            for (_, reason) in words.iter().filter(|(word, _)| line.contains(word)) {
                findings.push(Finding::wrong(format!("{path}:{number}"), reason));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_paths_of_this_machine_are_found() {
        let home = format!("see {}{}ivan/notes", "/ho", "me/");
        let tree = Tree::of(&[
            ("README.md", "data lie in /var/lib/glas\n"),
            ("docs/a.md", &home),
            ("docs/b.md", "first\nrun it in /somewhere/checkouts/glas/target\n"),
            ("docs/c.md", "/somewhere/checkouts/other"),
            ("tests/browser/package-lock.json", &home),
        ]);
        let places: Vec<String> =
            findings(&tree, Path::new("/somewhere/checkouts/glas")).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["docs/a.md:1", "docs/b.md:2", "docs/b.md:2", "docs/c.md:1"]);
        let nowhere = findings(&Tree::of(&[("a.md", "mktemp in /tmp/x")]), Path::new("/tmp/glas"));
        assert_eq!(nowhere, []);
    }
}
