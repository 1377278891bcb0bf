use outreach::Slug;
use proptest::prelude::*;

#[test]
fn a_slug_is_small_letters_digits_and_single_hyphens() {
    let check = |text: &str, expected: bool| assert_eq!(Slug::parse(text).is_ok(), expected, "{text:?}");
    check("perushtitsa", true);
    check("proekt-2023", true);
    check("a", true);
    check("", false);
    check("-a", false);
    check("a-", false);
    check("a--b", false);
    check("Перущица", false);
    check("A", false);
    check("a/b", false);
    check("..", false);
    check(&"a".repeat(80), true);
    check(&"a".repeat(81), false);
}

proptest! {
    #[test]
    fn any_text_is_either_refused_or_kept_as_it_is(text in ".{0,100}") {
        if let Ok(slug) = Slug::parse(&text) {
            prop_assert_eq!(slug.as_str(), text);
        }
    }
}
