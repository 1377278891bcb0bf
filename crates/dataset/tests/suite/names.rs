use dataset::Names;
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn a_name_is_valid_unique_and_as_near_as_can_be() {
    let mut names = Names::default();
    let mut check = |wanted: &str, expected: &str| assert_eq!(names.take(wanted).as_str(), expected, "{wanted:?}");
    check("age", "age");
    check("Age", "Age_2");
    check("AGE", "AGE_3");
    check("age_2", "age_2_2");
    check("q/paper", "q_paper");
    check("q-paper", "q_paper_2");
    check("срок", "срок");
    check("СРОК", "СРОК_2");
    check("1st", "v_1st");
    check("_hidden", "v_hidden");
    check("q.", "q");
    check("and", "and_2");
    check("With", "With_2");
    check("", "v");
    check("m²", "m");
    check("=1+1", "v_1_1");
    check("😀", "v_2");
}

#[test]
fn a_long_name_is_cut_by_bytes_and_stays_unlike_the_others() {
    let mut names = Names::default();
    let long = "ж".repeat(64);
    let first = names.take(&long);
    let second = names.take(&long);
    assert_eq!(first.as_str(), "ж".repeat(32));
    assert_eq!(second.as_str(), format!("{}_2", "ж".repeat(31)));
    assert!(second.as_str().len() <= 64);
}

proptest! {
    #[test]
    fn whatever_is_wanted_the_names_are_names(wanted in prop::collection::vec("\\PC{0,40}", 1..40)) {
        let mut names = Names::default();
        let mut seen = BTreeSet::new();
        for wanted in &wanted {
            let name = names.take(wanted);
            let text = name.as_str();
            prop_assert!(!text.is_empty() && text.len() <= 64, "{text:?}");
            prop_assert!(text.chars().next().is_some_and(char::is_alphabetic), "{text:?}");
            prop_assert!(text.chars().all(|letter| letter.is_alphanumeric() || letter == '_'), "{text:?}");
            prop_assert!(seen.insert(text.to_lowercase()), "{text:?} twice");
        }
    }
}
