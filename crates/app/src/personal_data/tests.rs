use super::*;

/// Field, kind and places of everything that is asked about.
fn asked(known: &[Typed], words: &Typed) -> Vec<[String; 3]> {
    let Err(Failure::Refused(refusals)) = let_out(known, words, Seen(false)) else { return Vec::new() };
    let text = |argument: Option<&(&str, Argument)>| match argument {
        Some((_, Argument::Text(text))) => text.clone(),
        Some((_, Argument::Number(_) | Argument::Decimal(_))) | None => String::new(),
    };
    let told = |refusal: Refusal| {
        let arguments = refusal.arguments();
        [refusal.field().unwrap_or_default(), text(arguments.first()), text(arguments.get(1))]
    };
    refusals.into_iter().map(told).collect()
}

#[test]
fn finds_are_told_with_their_middles_hidden() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let told = asked(&[], &Typed::default().with("body", text));
        let told: Vec<(&str, &str)> = told.iter().map(|[_, kind, places]| (kind.as_str(), places.as_str())).collect();
        assert_eq!(told, expected, "{text}");
    };
    check("Обадете се на 0887 123 456.", &[("telephone", "„08•• ••• •56“")]);
    check("Пишете на ivanova@example.bg", &[("email", "„iv•••••@example.bg“")]);
    check("x@example.bg", &[("email", "„•@example.bg“")]);
    check("ЕГН 7523169263", &[("personal-number", "„75••••••63“")]);
    check(
        "a0@example.bg a1@example.bg a2@example.bg a3@example.bg",
        &[("email", "„a•@example.bg“, „a•@example.bg“, „a•@example.bg“, …")],
    );
    check("7523169263, 02 9811111", &[("personal-number", "„75••••••63“"), ("telephone", "„02 •••••11“")]);
    check("На 27.07.2023 г. в стая 12, договор BG05SFPR002-1.001-0123, 1 234 567 лв.", &[]);
}

#[test]
fn every_field_is_looked_at_in_both_languages_and_only_what_is_new_is_asked_about() {
    let office = Typed::default().with("title", "Кабинет").with("summary", "тел. 02 9811111");
    let fields = |known: &[Typed], words: &Typed| -> Vec<String> {
        asked(known, words).into_iter().map(|[field, ..]| field).collect()
    };
    assert_eq!(fields(&[], &office.clone().with("title_en", "Call 0887123456")), ["summary", "title_en"]);
    assert_eq!(fields(std::slice::from_ref(&office), &office), [""; 0]);
    let moved = office.clone().with("title", "тел. 02 9811111");
    assert_eq!(fields(std::slice::from_ref(&office), &moved), ["title"], "known in another field only");
    let other = office.clone().with("summary", "тел. 02 9811112");
    assert_eq!(fields(&[office], &other), ["summary"]);
}

#[test]
fn the_journal_learns_that_it_was_confirmed_and_nothing_else() {
    let words = |text: &str| Typed::default().with("body", text);
    let fact = |text: &str| let_out(&[], &words(text), Seen(true)).unwrap();
    assert_eq!(fact("0887123456"), Some(("personal-data", "confirmed".to_owned())));
    assert_eq!(fact("Нищо лично"), None, "a tick too many says nothing");
}
