//! What everybody reads of themes: the base is who wrote, few mentions are only named, and no difference tells of few people.

use crate::example::primerovo;
use app::{
    Words,
    study::{StudyData, chapters, themes::annex},
    themes::{Found, FrozenThemes, GroupFound, QuestionFound, ThemeFound},
};
use base::{Language, Text};
use document::Block;
use jiff::civil::date;
use survey::{Theme, ThemeList, ThemedQuestion};

fn words() -> Words {
    Words::new(Language::Bulgarian)
}

/// The residents' suggestions: how many of 93 who wrote mention each theme, and of two groups of them.
fn coded(mentioned: [u64; 3], groups: [[u64; 3]; 2]) -> StudyData {
    let mut study = primerovo();
    let names = [("waiting", "Чакане"), ("forms", "Образци"), ("ramp", "Рампа")];
    let theme = |(code, name): (&str, &str)| Theme {
        code: code.parse().unwrap(),
        name: Text::bulgarian(name),
        description: Text::default(),
        patterns: vec!["чака*".to_owned()],
        exclusions: vec!["чакалн*".to_owned()],
    };
    let audience = study.audiences[0].audience.id;
    let questions = vec![ThemedQuestion { audience, question: "suggestion".parse().unwrap() }];
    let list =
        ThemeList { name: Text::bulgarian("Предложения"), questions, themes: names.map(theme).into() };
    let group = |(option, mentioned): (&str, [u64; 3])| GroupFound {
        question: "gender".to_owned(),
        option: option.to_owned(),
        writers: 40,
        mentioned: mentioned.into(),
    };
    let scale = study.audiences[0].questionnaire.question("gender").unwrap();
    let options: Vec<String> = study.audiences[0]
        .questionnaire
        .scale_of(scale)
        .unwrap()
        .options
        .iter()
        .take(2)
        .map(|option| option.code.to_string())
        .collect();
    let themes = names.iter().zip(mentioned);
    let found = QuestionFound {
        audience: audience.to_string(),
        question: "suggestion".to_owned(),
        writers: 93,
        waiting: 4,
        by_people: 0,
        themes: themes
            .map(|((code, _), mentioned)| ThemeFound { code: (*code).to_owned(), mentioned, denied: 1 })
            .collect(),
        groups: options.iter().map(String::as_str).zip(groups).map(group).collect(),
    };
    let found = Found { questions: vec![found], agreement: None };
    study.themes = vec![FrozenThemes { number: 1, version: 2, on: date(2023, 7, 1), list, found }];
    study
}

fn told(blocks: &[Block]) -> String {
    format!("{blocks:?}")
}

#[test]
fn the_base_is_who_wrote_and_few_mentions_are_only_named() {
    let study = coded([41, 3, 2], [[20, 1, 1], [21, 2, 1]]);
    let told = told(&chapters::chapters(&study, &words()).blocks);
    for sentence in [
        "41 от 93, които са писали, споменават „Чакане“",
        "База: само хората, които са писали; n = 93",
        "По-рядко, от един или двама души, са споменати: Рампа.",
        "4 отговора не са отнесени към никоя тема.",
        "версия 2 от 01.07.2023; съгласието между двама независими читатели не е мерено",
    ] {
        assert!(told.contains(sentence), "{sentence}: {told}");
    }
    assert!(!told.contains("2 от 93"), "{told}");
}

#[test]
fn groups_stand_side_by_side_where_enough_of_each_mention_a_theme() {
    let check = |mentioned, groups, expected: bool| {
        let blocks = annex(&coded(mentioned, groups), &words());
        assert!(told(&blocks).contains("без чакалн*"));
        assert_eq!(told(&blocks).contains("За какво пишат различните хора"), expected, "{mentioned:?} {groups:?}");
    };
    check([41, 3, 2], [[20, 1, 1], [21, 2, 1]], true);
    check([41, 3, 2], [[37, 1, 1], [4, 2, 1]], false);
    // Those of no group would be told by the difference.
    check([41, 3, 2], [[20, 1, 1], [19, 2, 1]], false);
    check([46, 3, 2], [[20, 1, 1], [21, 2, 1]], true);
}

#[test]
fn of_a_handful_nothing_is_told_by_themes() {
    let mut study = coded([41, 3, 2], [[20, 1, 1], [21, 2, 1]]);
    study.audiences[0].audience.population = Some(9);
    assert!(!told(&chapters::chapters(&study, &words()).blocks).contains("Чакане"));
    assert!(!told(&annex(&study, &words())).contains("За какво пишат"));
}
