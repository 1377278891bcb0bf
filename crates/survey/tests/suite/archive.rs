use crate::workbook::{TODAY, answers, many, one, questionnaire, text, with_survey};
use proptest::prelude::*;
use survey::{Answer, Answers, OptionCode, QuestionCode, archive, response_json, xlsform};

const SURVEY: &str = "type|name|label::Български (bg)|label::English (en)|required|relevant|constraint|calculation
note|hello|Здравейте|Hello
select_one grade|speed|Бързина?|Speed?|yes
select_multiple what or_other|ways|Как?|How?|${speed} > 1|${speed} < 3
begin group|page|Страница|A page||${speed} != 9
integer|times|Колко?|How many?|||. > 0
decimal|pay|Цена?|Price?
date|day|Кога?|When?
text|why|Защо?|Why?
end group
calculate|half|||||| ${times} div 2";

#[test]
fn an_archive_is_the_questionnaire() {
    let form = questionnaire(SURVEY);
    let written = archive::write(&form);
    assert_eq!(archive::read(&written).unwrap(), form);
    assert_eq!(archive::write(&archive::read(&written).unwrap()), written, "the same bytes again");
    insta::assert_snapshot!(written);
}

#[test]
fn what_is_no_archive_is_refused() {
    let written = archive::write(&questionnaire(SURVEY));
    for broken in [
        "",
        "{}",
        "[]",
        &written[..written.len() / 2],
        &written.replace("glas-questionnaire/1", "glas-questionnaire/2"),
        &written.replace("\"one\"", "\"drawn\""),
        &written.replace("${times} div 2", "${times} div"),
        &written.replacen("\"title\"", "\"heading\"", 1),
    ] {
        assert!(archive::read(broken).is_err(), "{broken}");
    }
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert!(archive::read(&deep).is_err());
}

#[test]
fn answers_are_a_compact_document() {
    let given = answers(&[
        ("open", text("„Опашка“\n<b>")),
        ("age", Answer::Integer(42)),
        ("pay", Answer::Decimal(2.0)),
        ("day", Answer::Date(TODAY)),
        ("one", one("yes")),
        ("many", many(&["a", "b"])),
        ("way", Answer::One(OptionCode::other(), Some("с гълъб".to_owned()))),
    ]);
    let written = response_json::write(&given);
    assert_eq!(
        written,
        r#"{"age":42,"day":{"date":"2023-07-27"},"many":{"many":["a","b"]},"one":{"one":"yes"},"open":"„Опашка“\n<b>","pay":2.0,"way":{"one":"other","other":"с гълъб"}}"#
    );
    assert_eq!(response_json::read(&written).unwrap(), given);
    for broken in
        ["", "[]", r#"{"a b":1}"#, r#"{"a":null}"#, r#"{"a":{"date":"вчера"}}"#, r#"{"a":{"one":""}}"#, r#"{"a":true}"#]
    {
        assert!(response_json::read(broken).is_err(), "{broken}");
    }
}

fn any_answer() -> impl Strategy<Value = Answer> {
    let option = || "[a-z0-9]{1,6}".prop_map(|code| OptionCode::parse(&code).unwrap());
    prop_oneof![
        any::<String>().prop_map(Answer::Text),
        any::<i64>().prop_map(Answer::Integer),
        prop::num::f64::NORMAL.prop_map(Answer::Decimal),
        (1900..2100_i16, 1..=12_i8, 1..=28_i8)
            .prop_map(|(year, month, day)| Answer::Date(jiff::civil::date(year, month, day))),
        (option(), any::<Option<String>>()).prop_map(|(option, other)| Answer::One(option, other)),
        (prop::collection::vec(option(), 1..4), any::<Option<String>>())
            .prop_map(|(options, other)| Answer::Many(options, other)),
    ]
}

/// Rows of a sheet `survey` that are right by construction.
fn any_survey() -> impl Strategy<Value = String> {
    let row = (
        prop::sample::select(vec![
            "text",
            "integer",
            "decimal",
            "date",
            "note",
            "select_one grade",
            "select_multiple what",
            "select_one yesno or_other",
            "begin group",
            "end group",
        ]),
        "[а-яА-Яa-z<>&\"'=?!,;]{1,12}( [а-я„“]{1,6})?",
        prop::option::of("[a-z]{1,8}"),
        any::<bool>(),
        prop::sample::select(vec!["", "field-list", "table-list", "likert", "multiline"]),
    );
    prop::collection::vec(row, 1..24).prop_map(|rows| {
        let mut text = "type|name|label|label::en|required|appearance|relevant\ninteger|first|Първо?".to_owned();
        let mut open = 0;
        for (place, (kind, label, english, required, appearance)) in rows.into_iter().enumerate() {
            match kind {
                "end group" if open == 0 => continue,
                "end group" => open -= 1,
                "begin group" if open == 4 => continue,
                "begin group" => open += 1,
                _ => {}
            }
            let relevant = if place % 5 == 0 { "${first} > 1" } else { "" };
            let english = english.unwrap_or_default();
            text.push_str(&format!(
                "\n{kind}|q{place}|{label}|{english}|{}|{appearance}|{relevant}",
                if required { "yes" } else { "" }
            ));
        }
        text.push_str(&"\nend group".repeat(open));
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::fuzz::cases(64)))]

    #[test]
    fn any_questionnaire_survives_its_archive(survey in any_survey()) {
        let imported = xlsform::import(&with_survey(&survey), "x.xlsx");
        prop_assert!(imported.is_ok(), "{:?}\n{survey}", imported.unwrap_err());
        let form = imported.unwrap().questionnaire;
        let written = archive::write(&form);
        let read = archive::read(&written).unwrap();
        prop_assert_eq!(&read, &form);
        prop_assert_eq!(archive::write(&read), written);
    }

    #[test]
    fn any_answers_survive_their_document(given in prop::collection::btree_map("[a-z]{1,4}", any_answer(), 0..6)) {
        let given: Answers = given.into_iter().map(|(code, answer)| (QuestionCode::parse(&code).unwrap(), answer)).collect();
        prop_assert_eq!(response_json::read(&response_json::write(&given)).unwrap(), given);
    }
}
