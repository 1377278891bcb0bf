use super::*;
use crate::{Failure, Refusal};
use base::Explain;

fn typed(fields: &[(&str, &str)]) -> Typed {
    fields.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect()
}

/// What the field is refused with, or nothing.
fn refused(fields: &[(&str, &str)], read: impl FnOnce(&mut Reading)) -> Vec<(String, &'static str)> {
    let typed = typed(fields);
    let mut reading = Reading::of(&typed);
    read(&mut reading);
    let told = |refusal: &Refusal| (refusal.field().unwrap_or_default(), refusal.code());
    match reading.finish(Some(())) {
        Ok(()) => Vec::new(),
        Err(Failure::Refused(refusals)) => refusals.iter().map(told).collect(),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn every_kind_of_field_says_what_is_wrong() {
    let check = |value: &str, read: &dyn Fn(&mut Reading), expected: &[&str]| {
        let codes: Vec<&str> = refused(&[("x", value)], read).iter().map(|(_, code)| *code).collect();
        assert_eq!(codes, expected, "{value}");
    };
    check("", &|form| drop(form.needed_text("x", 5)), &["typed-missing"]);
    check("пет ", &|form| drop(form.needed_text("x", 5)), &[]);
    check("шестима", &|form| drop(form.needed_text("x", 5)), &["text-too-long"]);
    check(
        "",
        &|form| {
            form.needed_day("x");
        },
        &["typed-missing"],
    );
    check(
        "31.02.2023",
        &|form| {
            form.needed_day("x");
        },
        &["day-unreadable"],
    );
    check(
        "27.7.2023 г.",
        &|form| {
            form.needed_day("x");
        },
        &[],
    );
    check(
        "",
        &|form| {
            form.count("x", 9);
        },
        &[],
    );
    check(
        "0",
        &|form| {
            form.count("x", 9);
        },
        &["count-zero"],
    );
    check(
        "10",
        &|form| {
            form.count("x", 9);
        },
        &["count-too-large"],
    );
    check(
        "99999999999999999999",
        &|form| {
            form.count("x", 9);
        },
        &["count-too-large"],
    );
    check(
        "-1",
        &|form| {
            form.count("x", 9);
        },
        &["number-unreadable"],
    );
    check(
        "4 210",
        &|form| {
            form.count("x", 5000);
        },
        &[],
    );
    for good in ["https://a.bg", "http://a.bg/пътека?x=1#y"] {
        check(good, &|form| drop(form.web_address("x")), &[]);
    }
    for bad in [
        "a.bg",
        "javascript:alert(1)",
        "https://",
        "//a.bg",
        "https://a@b.bg",
        "mailto:a@b.bg",
        "http:///x",
        "http://:80/x",
    ] {
        check(bad, &|form| drop(form.web_address("x")), &["web-address-unreadable"]);
    }
    check(
        "друго",
        &|form| {
            form.chosen("x", |code| (code == "едно").then_some(()));
        },
        &["nothing-chosen"],
    );
}

#[test]
fn english_follows_bulgarian() {
    let several = |fields: &[(&str, &str)]| refused(fields, |form| drop(form.several("x", Apart::Paragraphs, 3, 9)));
    assert_eq!(several(&[("x", "едно\n\nдве"), ("x_en", "one\n\n–")]), []);
    assert_eq!(several(&[("x", "едно\n\nдве"), ("x_en", "one")]), [("x_en".to_owned(), "translation-unlike")]);
    assert_eq!(several(&[("x", "1\n\n2\n\n3\n\n4")]), [("x".to_owned(), "typed-too-many")]);
    let alone = refused(&[("x_en", "only English")], |form| drop(form.text("x", 99)));
    assert_eq!(alone, [("x".to_owned(), "typed-missing")]);
}

#[test]
fn what_is_shown_reads_back_as_it_was() {
    let texts = [Text::new("едно", "one"), Text::bulgarian("две"), Text::new("три", "three")];
    for apart in [Apart::Lines, Apart::Paragraphs] {
        let shown = Typed::default().with_several("x", apart, &texts);
        assert_eq!(Reading::of(&shown).several("x", apart, 9, 99), texts);
    }
    let day = jiff::civil::date(2023, 7, 5);
    assert_eq!(Reading::of(&Typed::default().with_day("x", Some(day))).day("x"), Some(day));
}

#[test]
fn a_fingerprint_tells_states_apart() {
    let one = typed(&[("a", "1"), ("b", "2")]);
    assert!(one.is_still(&typed(&[("b", "2"), ("a", "1")]).fingerprint()).is_ok());
    for other in [&[("a", "12"), ("b", "")][..], &[("a", "1"), ("c", "2")], &[("a", "1")]] {
        assert_eq!(one.is_still(&typed(other).fingerprint()), Err(Trouble::ChangedMeanwhile));
    }
}
