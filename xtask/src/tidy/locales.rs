use std::collections::{BTreeMap, BTreeSet};

use super::fluent::{self, Message};
use super::tree::Tree;
use super::{Finding, strings};

pub const LANGUAGES: [&str; 2] = ["bg", "en"];

/// Every word that the house says exists in both languages, with the same attributes and the same variables,
/// and every word that is asked for by name exists at all.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let [bulgarian, english] = LANGUAGES.map(|language| Vocabulary::read(tree, language, &mut findings));
    findings.extend(lacking(&bulgarian, &english, "en"));
    findings.extend(lacking(&english, &bulgarian, "bg"));
    for (id, (place, message)) in &bulgarian.0 {
        if let Some((other, same)) = english.0.get(id)
            && kinds(message) != kinds(same)
        {
            let problem =
                format!("{id} names other variables than in {other}: {:?}, {:?}", message.variables, same.variables);
            findings.push(Finding::wrong(place, problem));
        }
    }
    if !bulgarian.0.is_empty() {
        findings.extend(unknown_words(tree, &bulgarian));
    }
    findings
}

/// A refusal may carry the same value once for each language, as `option` and `optionEnglish`.
fn kinds(message: &Message) -> BTreeSet<&str> {
    let ours = |name: &String| name.len() - name.strip_suffix("English").map_or(0, |_| "English".len());
    message.variables.iter().filter_map(|name| name.get(..ours(name))).collect()
}

/// All messages of one language by id, with the place of each.
pub struct Vocabulary(pub BTreeMap<String, (String, Message)>);

impl Vocabulary {
    pub fn read(tree: &Tree, language: &str, findings: &mut Vec<Finding>) -> Vocabulary {
        let mut vocabulary = Vocabulary(BTreeMap::new());
        let folder = format!("locales/{language}/");
        for (path, text) in tree.texts().filter(|(path, _)| path.starts_with(&folder) && path.ends_with(".ftl")) {
            let (messages, repeated) = fluent::read(text);
            findings.extend(
                repeated
                    .into_iter()
                    .map(|(line, id)| Finding::wrong(format!("{path}:{line}"), format!("{id} is said twice"))),
            );
            for (id, message) in messages.0 {
                let place = format!("{path}:{}", message.line);
                // A message that only carries attributes has no words of its own, and that is fine.
                if let Some((other, _)) = vocabulary.0.get(&id) {
                    findings.push(Finding::wrong(&place, format!("{id} is also said in {other}")));
                }
                vocabulary.0.insert(id, (place, message));
            }
        }
        vocabulary
    }
}

fn lacking(one: &Vocabulary, other: &Vocabulary, language: &str) -> Vec<Finding> {
    one.0
        .iter()
        .filter(|(id, _)| !other.0.contains_key(*id))
        .map(|(id, (place, _))| Finding::wrong(place, format!("{id} is missing in locales/{language}")))
        .collect()
}

/// Keys that the code asks for by a literal: `say("…")` and `tell("…"`.
fn unknown_words(tree: &Tree, vocabulary: &Vocabulary) -> Vec<Finding> {
    let mut findings = Vec::new();
    // A file of tests asks for words that are meant to be missing.
    let rust = tree.sources().filter(|source| !source.path.ends_with("tests.rs"));
    let rust = rust.map(|source| (source.path, source.text));
    let templates = tree.texts().filter(|(path, _)| path.starts_with("crates/") && path.ends_with(".html"));
    for (path, text) in rust.chain(templates) {
        for (number, line) in (1..).zip(text.lines()) {
            for id in keys_asked_for(line).into_iter().filter(|id| !vocabulary.0.contains_key(*id)) {
                findings.push(Finding::wrong(format!("{path}:{number}"), format!("no locale file says {id}")));
            }
        }
    }
    findings
}

fn keys_asked_for(line: &str) -> Vec<&str> {
    let plain =
        |id: &&str| !id.is_empty() && id.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter));
    let mut keys = Vec::new();
    for call in [".say(\"", ".tell(\""] {
        keys.extend(line.split(call).skip(1).filter_map(|rest| rest.split('"').next()).filter(plain));
    }
    keys
}

/// The codes in `fn code(&self) -> &'static str` of one source, with their lines.
pub fn codes(source: &str) -> Vec<strings::Literal> {
    let mut codes = Vec::new();
    let mut passed = 0;
    let mut rest = source;
    while let Some(at) = rest.find("fn code(&self) -> &'static str {") {
        let (before, from) = rest.split_at(at);
        passed += before.matches('\n').count();
        // A body of rustfmt ends with a brace as deep as its head, and the head of a method stands at four columns.
        let end = from.find("\n    }").unwrap_or(from.len());
        let (body, after) = from.split_at(end);
        codes.extend(strings::literals(body).into_iter().map(|mut literal| {
            literal.line += passed;
            literal
        }));
        passed += body.matches('\n').count();
        rest = after;
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[(&str, &str)], expect: &[&str]) {
        let mut problems: Vec<String> = findings(&Tree::of(texts))
            .into_iter()
            .map(|finding| format!("{}: {}", finding.place, finding.problem))
            .collect();
        problems.sort();
        assert_eq!(problems, expect);
    }

    #[test]
    fn both_languages_say_the_same_things() {
        check(&[("locales/bg/a.ftl", "one = Едно\n"), ("locales/en/b.ftl", "one = One\n")], &[]);
        check(
            &[("locales/bg/a.ftl", "one = Едно\n    .hint = Ето\n"), ("locales/en/a.ftl", "one = One\ntwo = Two\n")],
            &[
                "locales/bg/a.ftl:2: one.hint is missing in locales/en",
                "locales/en/a.ftl:2: two is missing in locales/bg",
            ],
        );
        check(
            &[("locales/bg/a.ftl", "n = { $n }\n"), ("locales/en/a.ftl", "n = { $m }\n")],
            &["locales/bg/a.ftl:1: n names other variables than in locales/en/a.ftl:1: {\"n\"}, {\"m\"}"],
        );
        check(&[("locales/bg/a.ftl", "o = { $o }\n"), ("locales/en/a.ftl", "o = { $oEnglish }\n")], &[]);
        check(
            &[("locales/bg/a.ftl", "x = а\n"), ("locales/bg/b.ftl", "x = б\n"), ("locales/en/a.ftl", "x = a\n")],
            &["locales/bg/b.ftl:1: x is also said in locales/bg/a.ftl:1"],
        );
    }

    #[test]
    fn a_word_asked_for_exists() {
        let said = [("locales/bg/a.ftl", "one = Едно\n"), ("locales/en/a.ftl", "one = One\n")];
        let code = ("crates/web/src/a.rs", "words.say(\"one\");\nwords.tell(\"none\", &[]);\nwords.say(&key);");
        check(&[said[0], said[1], code], &["crates/web/src/a.rs:2: no locale file says none"]);
    }

    #[test]
    fn codes_of_refusals_are_read() {
        let source = "impl Explain for A {\n    fn code(&self) -> &'static str {\n        match self {\n            \
                      A::B => \"b-b\",\n            A::C { .. } => \"c\",\n        }\n    }\n\n    \
                      fn field(&self) -> Option<String> {\n        Some(\"slug\".to_owned())\n    }\n}\n";
        let codes: Vec<(usize, String)> = codes(source).into_iter().map(|code| (code.line, code.text)).collect();
        assert_eq!(codes, [(4, "b-b".to_owned()), (5, "c".to_owned())]);
    }
}
