use survey::redaction::{self, FindingKind};

/// What is found, as `kind:text`.
#[track_caller]
fn check(text: &str, expect: &[&str]) {
    let found: Vec<String> = redaction::find(text)
        .into_iter()
        .map(|finding| format!("{}:{}", finding.kind.code(), &text[finding.span]))
        .collect();
    assert_eq!(found, expect, "{text}");
}

#[test]
fn personal_numbers_need_a_day_and_a_check_digit() {
    // Made up: the check digit is worked out by hand for an invented day and serial number.
    check("ЕГН 7501010010.", &["personal-number:7501010010"]);
    check("ЕГН7501010010", &["personal-number:7501010010"]);
    check("750101 0010", &["personal-number:750101 0010"]);
    check("7501010011", &[]);
    check("7502300015", &[]);
    check("номер 75010100100", &[]);
}

#[test]
fn telephones_in_the_usual_forms() {
    check("тел. 0887 123 456", &["telephone:0887 123 456"]);
    check("0887123456 или 02 987 65 43", &["telephone:0887123456", "telephone:02 987 65 43"]);
    check("+359 88 712 3456!", &["telephone:+359 88 712 3456"]);
    check("+359 (0) 887 123 456", &["telephone:+359 (0) 887 123 456"]);
    check("00359887123456", &["telephone:00359887123456"]);
    check("(03181) 12-34", &["telephone:03181) 12-34"]);
    check("(032) 62-55-55", &["telephone:032) 62-55-55"]);
    check("в 10. 0887-123-456 е", &["telephone:0887-123-456"]);
    check("+44 20 7946 0958", &["telephone:+44 20 7946 0958"]);
}

#[test]
fn numbers_that_tell_nobody() {
    check("на 02.05.2023 г. чаках 45 минути", &[]);
    check("на 2023-05-02 платих 1 234,50 лв.", &[]);
    check("BG05SFOP001-2.025-0108", &[]);
    check("гише 3, стая 12, 4000 жители, 100 %", &[]);
    check("", &[]);
}

#[test]
fn addresses_of_mail() {
    check("пишете на ime.familia+x@primer.example.", &["email:ime.familia+x@primer.example"]);
    check("име@пример.бг", &["email:име@пример.бг"]);
    check("@община, a@b, a@.bg, x@ y.bg", &[]);
    check("a@b.bg@c.bg", &["email:a@b.bg"]);
}

#[test]
fn redacting_leaves_the_rest() {
    let text = "Аз съм 7501010010, тел. 0887123456, a@b.bg.";
    let mark = |kind: FindingKind| format!("[{}]", kind.code());
    let redacted = redaction::redact(text, &redaction::find(text), mark);
    assert_eq!(redacted, "Аз съм [personal-number], тел. [telephone], [email].");
}
