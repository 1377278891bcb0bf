use crate::sample;
use document::post;
use proptest::prelude::*;

#[test]
fn a_post_says_title_findings_with_their_base_and_where_to_read_on() {
    let mut document = sample::document();
    document.cover.summary = Some("Почти половината не знаят как могат да участват".to_owned());
    let text = post::of(&document, 500);
    assert!(text.chars().count() <= 500, "{text}");
    let mut lines = text.lines().filter(|line| !line.is_empty());
    assert_eq!(lines.next(), Some("Доволни от служителите, недоволни от чакането"));
    let finding = "Почти половината не знаят как могат да участват. (База: всички отговорили; n = 176)";
    assert_eq!(lines.next(), Some(finding));
    assert_eq!(lines.next_back(), document.address.as_deref());
    assert_eq!(lines.next_back(), document.demonstration.as_deref());
    assert_eq!(text.matches(finding).count(), 1);
    let long = post::of(&document, 2000);
    assert!(
        long.contains("Служителите виждат чакането по-меко от гражданите. (База: граждани")
            && !text.contains("служители, n = 6")
    );
}

proptest! {
    #[test]
    fn a_post_is_never_longer_than_asked(title in "\\PC{0,900}", summary in "\\PC{0,900}", most in 0_usize..2100) {
        let mut document = sample::small("");
        document.title = title;
        document.cover.summary = Some(summary);
        let text = post::of(&document, most);
        prop_assert!(text.chars().count() <= most);
        if most >= 500 {
            let address = document.address.unwrap();
            prop_assert!(text.ends_with(&address), "{}", text);
        }
    }
}
