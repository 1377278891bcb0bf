//! What the linter says of questionnaires, and of which it says nothing.

use base::{LanguageTag, Text};
use std::collections::BTreeSet;
use survey::lint::{Ease, Part, Places, Program, Rule, Severity, Subject, lint};
use survey::xlsform::{self, Imported};
use survey::{Expression, ExpressionProblem, Item, Question, QuestionCode, QuestionKind, Questionnaire};

const CHOICES: &str = "
|yes_no|yes|Да||
|yes_no|no|Не||
|fruit|apple|Ябълка||
|fruit|pear|Круша||
|fruit|none|Нито едно||exclusive
|how|1|Много зле|1|
|how|2|Зле|2|
|how|3|Добре|3|
|how|4|Много добре|4|
|how|dk|Не мога да преценя||dont_know";

fn imported(rows: &str, choices: &str) -> Imported {
    let survey =
        "|survey|\n||type|name|label|relevant|constraint|constraint_message|required|required_message|hint|parameters|";
    let rows: String = rows.trim().lines().map(|row| format!("|{row}|\n")).collect();
    let lists: String = format!("{CHOICES}{choices}").trim().lines().map(|row| format!("|{row}|\n")).collect();
    let lists = format!("|choices|\n||list_name|name|label|score|standing|\n{lists}");
    let text = format!("{survey}\n{rows}\n{lists}");
    xlsform::import(text.as_bytes(), "case.md").unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
}

/// `question: rule`, without what is said of taking it elsewhere.
fn said(imported: &Imported) -> Vec<String> {
    let lint = lint(&imported.questionnaire, &imported.places);
    let found = lint.findings.iter().filter(|found| !matches!(found.problem.rule, Rule::Travel { .. }));
    found
        .map(|found| format!("{}: {}", found.problem.subject.code().unwrap_or("–"), found.problem.rule.name()))
        .collect()
}

fn check(rows: &str, expected: &[&str]) {
    assert_eq!(said(&imported(rows, "")), expected, "{rows}");
}

#[test]
fn conditions_that_never_hold_are_found() {
    let shown = |relevance: &str, expected: &[&str]| {
        let rows = format!(
            "|select_one yes_no|a|Първи въпрос|\n|select_multiple fruit|m|Втори въпрос|\n|integer|n|Трети въпрос||||||least=0 most=10|\n|text|t|Четвърти|\n|text|q|Последен|{relevance}|"
        );
        let expected: Vec<String> = expected.iter().map(|rule| format!("q: {rule}")).collect();
        let rows = rows.replace("||||||least", "|||||||least");
        assert_eq!(said(&imported(&rows, "")), expected, "{relevance}");
    };
    // What can hold.
    shown("${a} = 'yes'", &[]);
    shown("${a} != 'yes'", &[]);
    shown("${a} = 'yes' or ${a} = 'no'", &[]);
    shown("selected(${m}, 'apple') and selected(${m}, 'pear')", &[]);
    shown("${n} > 3 and ${n} < 5", &[]);
    shown("${t} = 'x' or ${t} = 'y'", &[]);
    shown("${n} > string-length(${t})", &[]);
    shown("today() > date('2023-01-01')", &[]);
    shown("not(selected(${m}, 'none'))", &[]);
    shown("count-selected(${m}) >= 3", &[]);
    shown("${n} = 10", &[]);
    shown("not(${n} > 10) and ${a} = 'no'", &[]);
    shown("if(${a} = 'yes', ${n} > 3, ${n} > 8)", &[]);
    // What cannot.
    shown("${a} = 'yes' and ${a} = 'no'", &["unreachable"]);
    shown("${a} = 'yes' and not(selected(${a}, 'yes'))", &["unreachable"]);
    shown("${a} = 'maybe'", &["unreachable", "no-such-option"]);
    shown("1 = 2", &["unreachable"]);
    shown("false()", &["unreachable"]);
    shown("${a} = 'yes' and (1 > 2 or ${a} = 'no')", &["unreachable"]);
    shown("selected(${m}, 'apple') and not(selected(${m}, 'apple'))", &["unreachable"]);
    shown("selected(${m}, 'apple') and selected(${m}, 'none')", &["unreachable"]);
    shown("count-selected(${m}) > 3", &["unreachable"]);
    shown("count-selected(${m}) = 0 and selected(${m}, 'pear')", &["unreachable"]);
    shown("${n} > 5 and ${n} < 3", &["unreachable"]);
    shown("${n} > 4 and ${n} < 5", &["unreachable"]);
    shown("${n} > 10", &["unreachable"]);
    shown("${n} = '' and ${n} >= 0", &["unreachable"]);
    shown("${t} = 'x' and ${t} = 'y'", &["unreachable"]);
    shown("if(${a} = 'yes', ${a} = 'no', false())", &["unreachable"]);
    // What always does.
    shown("${a} != 'yes' or ${a} != 'no'", &["always-shown"]);
    shown("${a} != 'maybe'", &["no-such-option", "always-shown"]);
    shown("1 = 1", &["always-shown"]);
    shown("not(selected(${m}, 'apple') and selected(${m}, 'none'))", &["always-shown"]);
}

#[test]
fn what_surrounds_a_question_is_thought_of() {
    check(
        "|select_one yes_no|a|Първи въпрос|\n|begin_group|g|Група|${a} = 'yes'|\n|text|q|Въпрос|${a} = 'no'|\n|end_group|",
        &["q: unreachable-here"],
    );
    // Whoever answered `b` had answered `a` with yes.
    check(
        "|select_one yes_no|a|Първи|\n|select_one yes_no|b|Втори|${a} = 'yes'|\n|text|q|Трети|${b} = 'no' and ${a} = 'no'|",
        &["q: unreachable-here"],
    );
    check(
        "|select_one yes_no|a|Първи|\n|select_one yes_no|b|Втори|${a} = 'yes'|\n|text|q|Трети|${b} != 'no' and ${a} = 'no'|",
        &[],
    );
    check(
        "|select_one yes_no|a|Първи въпрос|\n|begin_group|g|Група|${a} = 'yes'|\n|text|q|Въпрос|${a} = 'yes'|\n|end_group|",
        &["q: always-shown"],
    );
    // Said once, of the group.
    check(
        "|select_one yes_no|a|Първи въпрос|\n|begin_group|g|Група|${a} = 'yes' and ${a} = 'no'|\n|text|q|Въпрос|${a} = 'no'|\n|end_group|",
        &["g: unreachable"],
    );
    check("|integer|n|Години||. > 10 and . < 5|Между 5 и 10|", &["n: impossible-constraint"]);
    check("|integer|n|Години||. > 5 and . < 10|Между 5 и 10|", &[]);
    check("|integer|n|Години||. > 5|", &["n: constraint-without-reason"]);
    check("|text|t|Име||regex(., '[a-z]+')|Малки букви|", &[]);
}

#[test]
fn a_condition_with_very_many_ways_is_taken_for_possible() {
    let ways: Vec<String> = (0..40).map(|_| "(${a} = 'yes' or ${a} = 'no' or ${t} = 'x')".to_owned()).collect();
    let rows = format!("|select_one yes_no|a|Първи|\n|text|t|Втори|\n|text|q|Трети|{}|", ways.join(" and "));
    check(&rows, &[]);
}

#[test]
fn words_are_looked_at() {
    let label = |label: &str, expected: &[&str]| {
        let expected: Vec<String> = expected.iter().map(|rule| format!("q: {rule}")).collect();
        assert_eq!(said(&imported(&format!("|select_one how|q|{label}|"), "")), expected, "{label}");
    };
    label("Доколко Ви удовлетворява срокът?", &[]);
    label("Доколко Ви удовлетворяват учтивостта и бързината на служителите?", &["double-barrelled"]);
    label("How polite and fast is the staff?", &["double-barrelled"]);
    label("Доколко добре работи отделът „Местни данъци и такси“?", &[]);
    label("Доколко добре вървят нещата между Вас и общината?", &[]);
    label("Доколко удобна е сградата (вход, рампа и асансьор)?", &[]);
    label("Доколко добре се работи от 9 и 30?", &[]);
    label("Не смятате ли, че обслужването е добро?", &["leading"]);
    label("Обслужването е бързо, нали?", &["leading"]);
    label("Доколко добре работят каналите за сигнали?", &[]);
    label("Общината не бива да не отговаря.", &["double-negative"]);
    label("Удобно ли е, или не е?", &[]);
    let long = vec!["дума"; 26].join(" ");
    label(&format!("{long}?"), &["long-sentence"]);
    label(&format!("Кратко. {}?", vec!["дума"; 25].join(" ")), &[]);
    // One thing asked of several is no opinion on a scale.
    check("|select_one yes_no|q|Ползвали ли сте сайта и телефона?|", &[]);
    check("|text|q|Кога и къде?|", &[]);
}

#[test]
fn scales_are_looked_at() {
    let scale = |options: &str, expected: &[&str]| {
        let options: String = options.lines().map(|row| format!("\n|own|{}", row.trim())).collect();
        let imported = imported("|select_one own|q|Как е?|", &options);
        let expected: Vec<String> = expected.iter().map(|rule| format!("q: {rule}")).collect();
        assert_eq!(said(&imported), expected, "{options}");
    };
    let way_out = "dk|Не мога да преценя||dont_know";
    scale(&format!("a|Лошо|1|\nb|Средно|2|\nc|Добро|3|\n{way_out}"), &[]);
    scale("a|Лошо|1|\nb|Средно|2|\nc|Добро|3|", &["no-way-out"]);
    scale(&format!("a|Лошо|1|\nb|Добро|2|\nc|Много добро|3|\nd|Отлично|4|\n{way_out}"), &["unbalanced"]);
    scale(&format!("a|Изобщо не|1|\nb|Малко|2|\nc|Доста|3|\nd|Напълно|4|\n{way_out}"), &[]);
    scale(&format!("a|Не|1|\nb|Отчасти|2|\nc|Да|3|\n{way_out}"), &[]);
    scale(&format!("a|Лошо|1|\nb|Средно|2|\nc|Добро|4|\n{way_out}"), &["uneven-values"]);
    scale(&format!("a|Лошо|1|\nb|Добро|3|\nc|Средно|2|\n{way_out}"), &["mixed-order"]);
    scale(&format!("a|Добро|3|\nb|Средно|2|\nc|Лошо|1|\n{way_out}"), &[]);
    scale(&format!("a|Лошо|1|\nb|Средно|1|\nc|Добро|1|\n{way_out}"), &["repeated-value", "repeated-value"]);
    scale("a|Да||\nb|Не||\nc|Не знам||", &["sounds-like-missing"]);
    scale("a|Да||", &["one-option"]);
    let many: Vec<String> = (0..16).map(|number| format!("a{number}|Отговор||")).collect();
    scale(&many.join("\n"), &["long-list"]);
}

#[test]
fn demands_are_looked_at() {
    check("|text|q|Име|||| yes|", &["q: required-without-reason"]);
    check("|text|q|Име||||yes|Без него не можем да Ви отговорим.|", &[]);
    // Of a grid it is said once.
    let own = "\n|plain|1|Никога|1|\n|plain|2|Рядко|2|\n|plain|3|Често|3|";
    let rows = "|begin_group|g|Колко често|\n|select_one plain|a|Сайт|\n|select_one plain|b|Гише|\n|end_group|";
    assert_eq!(said(&imported(rows, own)), ["a: no-way-out", "b: no-way-out"]);
    let text = format!(
        "|survey|\n||type|name|label|appearance|\n||begin_group|g|Колко често|table-list|\n||select_one plain|a|Сайт||\n||select_one plain|b|Гише||\n||end_group|\n|choices|\n||list_name|name|label|score|\n{}",
        own.trim().lines().map(|row| format!("|{row}\n")).collect::<String>()
    );
    let grid = xlsform::import(text.as_bytes(), "grid.md").unwrap();
    assert_eq!(said(&grid), ["g: no-way-out"]);
}

fn code(code: &str) -> QuestionCode {
    QuestionCode::parse(code).unwrap()
}

fn open(name: &str) -> Question {
    Question::new(code(name), Text::bulgarian("Въпрос"), QuestionKind::text(false))
}

/// What no import lets in, but somebody who builds a questionnaire can make.
fn built(questions: Vec<Question>) -> Questionnaire {
    Questionnaire {
        items: questions.into_iter().map(Item::Question).collect(),
        ..imported("|text|q|Въпрос|", "").questionnaire
    }
}

fn rules(questionnaire: &Questionnaire) -> Vec<Rule> {
    let lint = lint(questionnaire, &Places::default());
    let rules = lint.findings.into_iter().map(|found| found.problem.rule);
    rules.filter(|rule| !matches!(rule, Rule::Travel { .. })).collect()
}

#[test]
fn what_only_a_builder_can_make_is_found() {
    let depends = |name: &str, on: &str| Question { relevance: Some(Expression::parse(on).unwrap()), ..open(name) };
    assert_eq!(rules(&built(vec![open("a"), open("a")])), [Rule::RepeatedCode { name: "a".to_owned() }]);
    let alike = Rule::AlikeCodes { name: "Name".to_owned(), other: "name".to_owned() };
    assert_eq!(rules(&built(vec![open("name"), open("Name")])), [alike]);
    assert_eq!(rules(&built(vec![depends("a", "${b} = 'x'"), open("b")])), [Rule::LaterName { name: "b".to_owned() }]);
    assert_eq!(rules(&built(vec![depends("a", "${a} = 'x'")])), [Rule::OwnName { name: "a".to_owned() }]);
    let unknown = Rule::UnknownName { name: "frst".to_owned(), similar: Some("first".to_owned()) };
    assert_eq!(rules(&built(vec![open("first"), depends("a", "${frst} = 'x'")])), [unknown]);
    let piped = Question { label: Text::bulgarian("Защо ${b}?"), ..open("a") };
    assert_eq!(rules(&built(vec![piped, open("b")])), [Rule::LaterName { name: "b".to_owned() }]);
    let note = Question { kind: QuestionKind::Note, ..open("a") };
    assert_eq!(rules(&built(vec![note])), [Rule::NoQuestions]);
    let bare = Question { label: Text::default(), ..open("a") };
    assert_eq!(rules(&built(vec![bare])), [Rule::NoWords]);
    let list = survey::ScaleCode::parse("gone").unwrap();
    let choice = Question { kind: QuestionKind::one(list), ..open("a") };
    assert_eq!(rules(&built(vec![choice])), [Rule::NoOptions { list: "gone".to_owned() }]);
    let mut both = built(vec![open("a")]);
    both.languages.push(LanguageTag::ENGLISH);
    assert_eq!(rules(&both), [Rule::Untranslated { language: LanguageTag::ENGLISH }]);
}

#[test]
fn a_finding_knows_its_cell() {
    let form = imported(
        "|select_one yes_no|a|Първи|\n|text|q|Втори|${a} = 'yes' and ${a} = 'no'|\n|select_one bad|r|Трети|",
        "\n|bad|x|Лошо|1|\n|bad|y|Добро|2|\n|bad|z|Отлично|3|",
    );
    let lint = lint(&form.questionnaire, &form.places);
    let place = |rule: &str| {
        let found = lint.findings.iter().find(|found| found.problem.rule.name() == rule).unwrap();
        (found.sheet.clone().unwrap(), found.row, found.letter())
    };
    let (sheet, row, column) = place("unreachable");
    assert_eq!((sheet.as_str(), column.as_deref()), ("survey", Some("E")));
    assert_eq!(place("no-way-out"), ("survey".to_owned(), row.map(|row| row + 1), Some("B".to_owned())));
    assert_eq!(place("unbalanced").0, "choices");
    assert!(lint.has_errors());
    assert_eq!(lint.about("q").count(), 1);
    // Without a file there is no cell.
    let bare = survey::lint::lint(&form.questionnaire, &Places::default());
    assert!(bare.findings.iter().all(|found| found.row.is_none()));
    assert_eq!(bare.findings.len(), lint.findings.len());
}

#[test]
fn what_others_cannot_take_is_told_once_for_each_sort() {
    let form = imported("|select_one how|a|Първи|\n|select_one how|b|Втори|\n|select_multiple fruit|m|Трети|", "");
    let lint = lint(&form.questionnaire, &form.places);
    let lost = |to: Program, what: &str| {
        lint.findings.iter().find_map(|found| {
            let Rule::Travel { to: program, what: sort, questions } = &found.problem.rule else { return None };
            (*program == to && *sort == what).then(|| questions.clone())
        })
    };
    assert_eq!(lost(Program::Odk, "values").unwrap(), ["a", "b"]);
    assert_eq!(lost(Program::Odk, "exclusive").unwrap(), ["m"]);
    assert_eq!(lost(Program::Odk, "shuffled"), None);
}

#[test]
fn minutes_and_ease_of_reading_are_estimated() {
    let sentence = |words: usize| vec!["дума"; words].join(" ");
    let minutes = |rows: &str| {
        let form = imported(rows, "");
        let minutes = lint(&form.questionnaire, &form.places).minutes;
        (minutes.least, minutes.most)
    };
    // 24 words at 184 a minute, and three seconds to choose: what Pew counts for a usual question.
    let usual = format!("|select_one yes_no|a|{}?|", sentence(22));
    assert_eq!(minutes(&usual), (11, 11));
    assert_eq!(minutes(&format!("{usual}\n|select_one yes_no|b|{}?|${{a}} = 'yes'|", sentence(22))), (11, 22));
    assert_eq!(minutes("|integer|a|Колко?|"), (5, 5));
    let rows: Vec<String> = (0..90).map(|number| format!("|select_one yes_no|a{number}|{}?|", sentence(22))).collect();
    check(&rows.join("\n"), &["–: too-long"]);

    let ease = |word: &str, words: usize| {
        let rows: Vec<String> =
            (0..12).map(|number| format!("|text|a{number}|{}.|", vec![word; words].join(" "))).collect();
        let form = imported(&rows.join("\n"), "");
        lint(&form.questionnaire, &form.places).reading.map(|reading| (reading.lix, reading.ease))
    };
    assert_eq!(ease("дума", 5), Some((5, Ease::VeryEasy)));
    assert_eq!(ease("дума", 3), None);
    assert_eq!(ease("неудовлетвореност", 5), Some((105, Ease::VeryHard)));
}

#[test]
fn what_we_ship_has_no_errors() {
    let folder = format!("{}/../../examples/primerovo", env!("CARGO_MANIFEST_DIR"));
    for name in ["residents.xlsx", "officials.xlsx"] {
        let bytes = std::fs::read(format!("{folder}/{name}")).unwrap();
        let form = xlsform::import(&bytes, name).unwrap();
        let lint = lint(&form.questionnaire, &form.places);
        let serious: Vec<_> =
            lint.findings.iter().filter(|found| found.problem.rule.severity() < Severity::Advice).collect();
        assert!(serious.is_empty(), "{name}: {serious:#?}");
        assert!(
            lint.findings.iter().all(|found| found.row.is_some() || found.problem.subject == Subject::Questionnaire)
        );
        assert!((2..15).contains(&lint.minutes.longest_minutes()), "{name}: {:?}", lint.minutes);
        assert!(lint.reading.unwrap().ease < Ease::VeryHard, "{name}: {:?}", lint.reading);
    }
    let lint = lint(survey::item_bank(), &Places::default());
    let errors: Vec<_> = lint.of(Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn every_rule() -> Vec<Rule> {
    let text = || "х".to_owned();
    let of = |to: Program| move |what: &&'static str| Rule::Travel { to, what, questions: vec!["q".to_owned()] };
    let odk = ["values", "standing", "exclusive", "meaning", "bounds", "function", "shuffled"];
    let lime = ["expression", "validation", "kind", "filter", "random", "time"];
    let mut all = vec![
        Rule::NoQuestions,
        Rule::RepeatedCode { name: text() },
        Rule::AlikeCodes { name: text(), other: text() },
        Rule::RepeatedOption { option: text() },
        Rule::NoOptions { list: text() },
        Rule::OneOption,
        Rule::UnknownName { name: text(), similar: None },
        Rule::LaterName { name: text() },
        Rule::OwnName { name: text() },
        Rule::Doubtful(ExpressionProblem::NoSuchOption { name: text(), option: text(), similar: None }),
        Rule::Doubtful(ExpressionProblem::SeveralAnswers { name: text() }),
        Rule::Doubtful(ExpressionProblem::NotANumber { near: text() }),
        Rule::Unreachable { source: text() },
        Rule::UnreachableHere { source: text() },
        Rule::AlwaysShown { source: text() },
        Rule::ImpossibleConstraint { source: text() },
        Rule::Untranslated { language: LanguageTag::ENGLISH },
        Rule::NoWords,
        Rule::DoubleBarrelled { joint: text() },
        Rule::Leading { words: text() },
        Rule::DoubleNegative,
        Rule::LongSentence { words: 26 },
        Rule::Unbalanced { good: 1, bad: 2 },
        Rule::UnevenValues,
        Rule::MixedOrder,
        Rule::RepeatedValue { option: text(), other: text() },
        Rule::SoundsLikeMissing { option: text() },
        Rule::NoWayOut,
        Rule::LongList { options: 20 },
        Rule::RequiredWithoutReason,
        Rule::ConstraintWithoutReason,
        Rule::TooLong { minutes: 20 },
        Rule::HardToRead { lix: 60 },
    ];
    all.extend(odk.iter().map(of(Program::Odk)));
    all.extend(lime.iter().map(of(Program::LimeSurvey)));
    all
}

#[test]
fn every_rule_has_its_words() {
    for language in ["bg", "en"] {
        let path = format!("{}/../../locales/{language}/lint.ftl", env!("CARGO_MANIFEST_DIR"));
        let messages = super::words::messages_of(&path);
        let mut used = BTreeSet::new();
        for rule in every_rule() {
            let key = format!("lint-{}", rule.name());
            let message = messages.get(&key).unwrap_or_else(|| panic!("{language}: no words for {key}"));
            for attribute in [".why", ".hint"] {
                assert!(message.contains(&format!("\n    {attribute} = ")), "{language}: {key} has no {attribute}");
            }
            let given: Vec<&str> = rule.arguments().iter().map(|(name, _)| *name).collect();
            for asked in message.split('$').skip(1) {
                let name: String = asked.chars().take_while(char::is_ascii_alphanumeric).collect();
                assert!(given.contains(&name.as_str()), "{language}: {key} asks for {name}, given are {given:?}");
            }
            used.insert(key);
        }
        let with_cause = messages.iter().filter(|(_, words)| words.contains("\n    .why = ")).map(|(key, _)| key);
        let left: Vec<&String> = with_cause.filter(|key| !used.contains(*key)).collect();
        assert!(left.is_empty(), "{language}: words that no rule uses: {left:?}");
    }
    let codes = |all: &[&str]| all.iter().collect::<BTreeSet<_>>().len() == all.len();
    assert!(codes(&Severity::ALL.map(Severity::code)) && codes(&Part::ALL.map(Part::code)));
}
