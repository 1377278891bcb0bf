//! The short keys by which a typist names the options of a question: what stands beside them on the card.

use std::collections::BTreeMap;
use survey::{OptionCode, Question, QuestionKind, Questionnaire, Scale, entry::Fields};

/// For each option of the scale, in order, what is typed for it: its own code where that is a number, the next free
/// number for the others; so a scale from 0 to 10 is typed as it is printed.
pub fn option_keys(scale: &Scale) -> Vec<(String, &OptionCode)> {
    let is_number =
        |code: &OptionCode| code.as_str().len() <= 3 && code.as_str().bytes().all(|byte| byte.is_ascii_digit());
    let mut taken: Vec<u32> = scale
        .options
        .iter()
        .filter(|option| is_number(&option.code))
        .filter_map(|option| option.code.as_str().parse().ok())
        .collect();
    let mut next = taken.iter().max().copied().unwrap_or(0);
    scale
        .options
        .iter()
        .map(|option| {
            if is_number(&option.code) {
                return (option.code.to_string(), &option.code);
            }
            next += 1;
            taken.push(next);
            (next.to_string(), &option.code)
        })
        .collect()
}

/// The typed fields with keys replaced by codes. What is neither stays as it was typed, for the refusal to repeat.
pub fn codes_for_keys(questionnaire: &Questionnaire, typed: &Fields) -> Fields {
    let mut fields = typed.clone();
    for question in questionnaire.questions() {
        let Some(scale) = questionnaire.scale_of(question) else { continue };
        // Nobody looks for a number in a list of hundreds: its options are typed by name, or by their own code.
        if scale.is_long() {
            continue;
        }
        let Some(values) = fields.get_mut(question.code.as_str()) else { continue };
        let keys: BTreeMap<String, &OptionCode> = option_keys(scale).into_iter().collect();
        *values = values.iter().flat_map(|value| meant(question, &keys, value)).collect();
    }
    fields
}

fn meant(question: &Question, keys: &BTreeMap<String, &OptionCode>, value: &str) -> Vec<String> {
    let code = |token: &str| keys.get(token).map_or_else(|| token.to_owned(), |code| code.to_string());
    let apart = value.split([' ', ',', ';', '+', '\t', '\u{a0}']).filter(|token| !token.is_empty());
    let tokens: Vec<&str> = apart.collect();
    let several = matches!(question.kind, QuestionKind::Many { .. } | QuestionKind::Ranking { .. });
    let [one] = tokens.as_slice() else { return tokens.into_iter().map(code).collect() };
    // „135“ for the boxes 1, 3 and 5, where every key is one digit.
    let run_together = several
        && !keys.contains_key(*one)
        && one.bytes().all(|byte| byte.is_ascii_digit())
        && keys.keys().all(|key| key.len() == 1);
    if run_together { one.chars().map(|digit| code(&digit.to_string())).collect() } else { vec![code(one)] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Text;
    use survey::{Item, ScaleOption, Standing};

    fn scale(codes: &[&str]) -> Scale {
        let option = |code: &&str| ScaleOption::new(code.parse().unwrap(), Text::bulgarian(*code), Standing::Unordered);
        Scale { code: "s".parse().unwrap(), options: codes.iter().map(option).collect(), ordered: false }
    }

    #[test]
    fn keys_are_numbers_and_stand_once() {
        let check = |codes: &[&str], expected: &[&str]| {
            let scale = scale(codes);
            let keys: Vec<String> = option_keys(&scale).into_iter().map(|(key, _)| key).collect();
            assert_eq!(keys, expected, "{codes:?}");
        };
        check(&["yes", "no", "dont_know"], &["1", "2", "3"]);
        check(&["1", "2", "3", "dont_know"], &["1", "2", "3", "4"]);
        check(&["0", "1", "10"], &["0", "1", "10"]);
        check(&["5", "4", "other", "1"], &["5", "4", "6", "1"]);
    }

    #[test]
    fn what_is_typed_becomes_what_is_meant() {
        let check = |codes: &[&str], many: bool, typed: &str, expected: &[&str]| {
            let scale = scale(codes);
            let code = scale.code.clone();
            let kind = if many { QuestionKind::many(code.clone()) } else { QuestionKind::one(code.clone()) };
            let question = Question::new("q".parse().unwrap(), Text::bulgarian("?"), kind);
            let questionnaire = Questionnaire {
                code: "sample".to_owned(),
                title: Text::bulgarian("Карта"),
                version: None,
                languages: Vec::new(),
                introduction: None,
                thanks: None,
                scales: BTreeMap::from([(code, scale)]),
                items: vec![Item::Question(question)],
            };
            let fields = Fields::from([("q".to_owned(), vec![typed.to_owned()])]);
            let meant = codes_for_keys(&questionnaire, &fields).remove("q").unwrap();
            assert_eq!(meant, expected, "{typed:?} of {codes:?}");
        };
        check(&["a", "b", "c"], false, "2", &["b"]);
        check(&["a", "b", "c"], false, " b ", &["b"]);
        check(&["a", "b", "c"], false, "1 3", &["a", "c"]);
        check(&["a", "b", "c"], false, "13", &["13"]);
        check(&["a", "b", "c"], true, "13", &["a", "c"]);
        check(&["a", "b", "c"], true, "1, 3;2", &["a", "c", "b"]);
        check(&["a", "b", "c"], true, "", &[]);
        check(&["5", "4", "3"], false, "5", &["5"]);
        check(&["0", "1", "10"], true, "10", &["10"]);
        check(&["a"], true, "<script>", &["<script>"]);
    }
}
