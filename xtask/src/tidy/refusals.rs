use std::collections::BTreeSet;

use super::Finding;
use super::locales::{LANGUAGES, Vocabulary, codes};
use super::tree::Tree;

/// Every refusal has its sentence, and a hint that tells what to do, in both languages.
pub fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut known = BTreeSet::new();
    let vocabularies = LANGUAGES.map(|language| (language, Vocabulary::read(tree, language, &mut Vec::new())));
    for source in tree.sources() {
        for code in codes(source.text) {
            let place = format!("{}:{}", source.path, code.line);
            for (language, vocabulary) in &vocabularies {
                let sentence = format!("refusal-{}", code.text);
                let hint = format!("{sentence}.hint");
                if !vocabulary.0.contains_key(&sentence) {
                    findings.push(Finding::wrong(&place, format!("locales/{language} does not say {sentence}")));
                } else if !vocabulary.0.contains_key(&hint) {
                    findings.push(Finding::warning(&place, format!("locales/{language} gives no hint: {hint}")));
                }
            }
            known.insert(code.text);
        }
    }
    for (_, vocabulary) in &vocabularies {
        for (id, (place, _)) in &vocabulary.0 {
            let code = id.strip_prefix("refusal-").filter(|code| !code.contains('.'));
            if code.is_some_and(|code| !known.contains(code)) {
                findings.push(Finding::warning(place, format!("no crate refuses with {id}")));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::Weight;
    use super::*;

    #[test]
    fn refusals_have_words_in_both_languages() {
        let source = "impl Explain for A {\n    fn code(&self) -> &'static str {\n        \"too-long\"\n    }\n}\n";
        let tree = Tree::of(&[
            ("crates/survey/src/refusal.rs", source),
            ("locales/bg/survey.ftl", "refusal-too-long = Дълго\n    .hint = Съкратете\n"),
            ("locales/en/survey.ftl", "refusal-old = Old\n"),
        ]);
        let found: Vec<(Weight, String)> =
            findings(&tree).into_iter().map(|finding| (finding.weight, finding.problem)).collect();
        assert_eq!(
            found,
            [
                (Weight::Wrong, "locales/en does not say refusal-too-long".to_owned()),
                (Weight::Warning, "no crate refuses with refusal-old".to_owned()),
            ]
        );
    }
}
