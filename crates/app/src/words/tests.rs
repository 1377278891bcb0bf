use super::*;

#[test]
fn numbers_follow_the_language() {
    let check = |language, value: f64, decimals, expected: &str| {
        assert_eq!(Words::new(language).number(value, decimals), expected, "{value} in {language}");
    };
    check(Language::Bulgarian, 1234.5, 1, "1234,5");
    check(Language::Bulgarian, 12345.25, 2, "12\u{a0}345,25");
    check(Language::Bulgarian, 1_234_567.0, 0, "1\u{a0}234\u{a0}567");
    check(Language::English, 1234.5, 1, "1,234.5");
    check(Language::Bulgarian, 0.5, 0, "1");
    check(Language::Bulgarian, 2.5, 0, "3");
    check(Language::Bulgarian, -0.04, 1, "0,0");
    check(Language::Bulgarian, -3.25, 1, "−3,3");
}

#[test]
fn plurals_and_dates_are_bulgarian() {
    let words = Words::new(Language::Bulgarian);
    let answers = |n: i64| words.tell("count-answers", &[("n", n.into())]);
    assert_eq!(answers(1), "1 отговор");
    assert_eq!(answers(2), "2 отговора");
    assert_eq!(answers(21), "21 отговора");
    assert_eq!(words.long_date(jiff::civil::date(2023, 7, 27)), "27\u{a0}юли 2023\u{a0}г.");
    assert_eq!(words.date(jiff::civil::date(2023, 7, 5)), "05.07.2023");
    assert_eq!(words.percent(0.731), "73\u{202f}%");
    assert_eq!(Words::new(Language::English).long_date(jiff::civil::date(2023, 7, 27)), "27 July 2023");
}

#[test]
fn every_file_parses_and_no_message_stands_twice() {
    for language in Language::ALL {
        let mut seen = std::collections::BTreeMap::new();
        for (name, text) in files(language) {
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("locales/{language}/{name}: {errors:?}"));
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry
                    && let Some(other) = seen.insert(message.id.name.to_owned(), *name)
                {
                    panic!("{} stands in locales/{language}/{other} and in {name}", message.id.name);
                }
            }
        }
        assert!(!seen.is_empty());
    }
}

#[test]
fn an_unknown_key_shows_itself() {
    assert_eq!(Words::new(Language::English).say("no-such-key"), "⟦no-such-key⟧");
    assert_eq!(Words::new(Language::English).find("no-such-key", &[]), None);
}
