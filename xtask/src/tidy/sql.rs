use super::tree::Tree;
use super::{Finding, strings};

/// A statement of SQL begins like this and goes on like that.
const STATEMENTS: [(&str, &str); 7] = [
    ("select ", " from "),
    ("insert into ", " values"),
    ("insert into ", " select "),
    ("update ", " set "),
    ("delete from ", ""),
    ("create table ", ""),
    ("drop table ", ""),
];

/// Question types of XLSForm begin like a statement and are none.
const QUESTIONS: [&str; 3] = ["select one ", "select multiple ", "select all that apply "];

/// A rough word check: SQL text belongs to store. The program may name its own files, not statements.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in tree.sources().filter(|source| source.krate != "store") {
        for literal in strings::literals(source.text).into_iter().filter(|literal| is_statement(&literal.text)) {
            let place = format!("{}:{}", source.path, literal.line);
            findings.push(Finding::wrong(place, "SQL text outside store: add a method to its transaction"));
        }
    }
    findings
}

fn is_statement(text: &str) -> bool {
    let words = format!("{} ", text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase());
    let question = QUESTIONS.iter().any(|begins| words.starts_with(begins));
    !question && STATEMENTS.iter().any(|(begins, goes_on)| words.starts_with(begins) && words.contains(goes_on))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_told_from_sentences() {
        let check = |text: &str, expect: bool| assert_eq!(is_statement(text), expect, "{text}");
        check("select a, b from study where id = $1", true);
        check("\n    SELECT count(*)\n    FROM response", true);
        check("insert into study (id) values ($1)", true);
        check("update study set slug = $1", true);
        check("delete from session where id = $1", true);
        check("select one of these", false);
        check("select", false);
        check("select one from file", false);
        check("select all that apply from", false);
        check("update the page", false);
        check("Choose an answer; select from the list", false);
    }

    #[test]
    fn only_sources_outside_store_are_looked_at() {
        let statement = "fn f() {\n    q(\"delete from session\");\n}";
        let tree = Tree::of(&[
            ("crates/store/src/a.rs", statement),
            ("crates/web/src/b.rs", statement),
            ("crates/web/tests/suite/main.rs", statement),
        ]);
        let places: Vec<String> = findings(&tree).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, ["crates/web/src/b.rs:2"]);
    }
}
