use document::Address;

fn check(text: &str, expect: Option<Address<'_>>) {
    assert_eq!(Address::read(text), expect, "{text:?}");
}

#[test]
fn links_are_web_mail_anchor_or_relative() {
    check("https://glas.example/a?b=c:d", Some(Address::Web("https://glas.example/a?b=c:d")));
    check("HTTP://glas.example", Some(Address::Web("HTTP://glas.example")));
    check("mailto:glas@glas.example", Some(Address::Mail("mailto:glas@glas.example")));
    check("#figure-3", Some(Address::Anchor("figure-3")));
    check("../a/b:c", Some(Address::Relative("../a/b:c")));
    check("?page=2", Some(Address::Relative("?page=2")));
    check("/files/доклад.pdf", Some(Address::Relative("/files/доклад.pdf")));
}

#[test]
fn everything_else_is_no_link() {
    for text in [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "https:evil.example",
        "ftp://a.example",
    ] {
        check(text, None);
    }
    check(&"a".repeat(3000), None);
}
