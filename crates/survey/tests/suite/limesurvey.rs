//! Surveys of LimeSurvey: our own small ones, hostile ones, and the files of others where they are at hand.

#![expect(clippy::wildcard_enum_match_arm, reason = "a test looks for one problem or one event")]

use crate::fuzz::{cases, changed, changes};
use crate::hostile::packed;
use crate::samples::shared;
use crate::workbook::{TODAY, answers, one};
use base::Explain;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use survey::limesurvey::{self, Carried, Feature, Problem, Untranslatable};
use survey::{Answer, FileShape, GroupLayout, Item, Journey, QuestionKind, Questionnaire, Standing, archive};

/// A table of rows, each of `name=value` cells.
fn table(name: &str, rows: &[&[(&str, &str)]]) -> String {
    let mut xml = format!("<{name}><fields/><rows>\n");
    for row in rows {
        xml.push_str("<row>");
        for (cell, value) in *row {
            xml.push_str(&format!("<{cell}><![CDATA[{value}]]></{cell}>"));
        }
        xml.push_str("</row>\n");
    }
    xml + "</rows></" + name + ">\n"
}

fn document(version: u32, tables: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>{version}</DBVersion><languages><language>bg</language><language>en</language></languages>{}</document>",
        tables.concat()
    )
}

type Row<'a> = &'a [(&'a str, &'a str)];

fn question<'a>(qid: &'a str, kind: &'a str, title: &'a str, words: &'a str, more: Row<'a>) -> Vec<(&'a str, &'a str)> {
    let order = qid;
    let mut row = vec![
        ("qid", qid),
        ("gid", "1"),
        ("type", kind),
        ("title", title),
        ("question", words),
        ("language", "bg"),
        ("question_order", order),
    ];
    row.extend_from_slice(more);
    row
}

/// Of the older generation: every kind that we carry, conditions, attributes.
fn older() -> String {
    let yes = [("mandatory", "Y")];
    let relevant = [("relevance", "used.NAOK == \"Y\" and !is_empty(ways_web)")];
    let grid = [("relevance", "count(ways_web, ways_desk) > 0 && age >= 18")];
    let later = [("relevance", "wish == 'x'"), ("other", "Y")];
    let strange = [("relevance", "strtotime(age) > 1")];
    let other = [("other", "Y")];
    let questions = [
        question("10", "Y", "used", "Ползвахте ли <b>услуга</b>?", &yes),
        question("11", "N", "age", "На колко години сте?", &[]),
        question("12", "M", "ways", "Как?", &other),
        question("13", "F", "grid", "<p>Оценете</p>", &grid),
        question("14", "5", "mark", "Оценка", &relevant),
        question("15", "L", "why", "Защо?", &later),
        question("16", "T", "wish", "Какво {age} бихте искали?", &strange),
        question("17", "D", "day", "Кога?", &[]),
        question("18", "R", "rank", "Подредете", &[]),
        question("19", "*", "double", "{age * 2}", &[]),
        question("20", "X", "end", "Благодарим", &[("relevance", "why == \"-oth-\" || intval(double) > 100")]),
        question("21", ";", "cells", "Таблица", &[]),
        question("22", "1", "two", "Две скали", &[]),
        question("23", "S", "2nd", "Код", &[("preg", "/^[A-Z]{2}$/")]),
    ];
    let questions: Vec<Row<'_>> = questions.iter().map(Vec::as_slice).collect();
    let sub =
        |id: &'static str, parent: &'static str, title: &'static str, words: &'static str, scale: &'static str| {
            [
                ("qid", id),
                ("parent_qid", parent),
                ("title", title),
                ("question", words),
                ("language", "bg"),
                ("scale_id", scale),
            ]
        };
    let subs = [
        sub("100", "12", "web", "По интернет", "0"),
        sub("101", "12", "desk", "На гише", "0"),
        sub("102", "12", "none", "Никак", "0"),
        sub("103", "13", "fast", "Бързо", "0"),
        sub("104", "13", "kind", "Учтиво", "0"),
        sub("105", "21", "r1", "Ред", "0"),
        sub("106", "21", "c1", "Колона", "1"),
        sub("107", "21", "c2", "Друга", "1"),
        sub("108", "22", "x", "Ред", "0"),
    ];
    let subs: Vec<Row<'_>> = subs.iter().map(|row| row.as_slice()).collect();
    let answer = |qid: &'static str, code: &'static str, words: &'static str, scale: &'static str| {
        [("qid", qid), ("code", code), ("answer", words), ("language", "bg"), ("scale_id", scale)]
    };
    let options = [
        answer("13", "A1", "Лошо", "0"),
        answer("13", "A2", "Добре", "0"),
        answer("15", "B1", "Така", "0"),
        answer("22", "L1", "Ляво", "0"),
        answer("22", "R1", "Дясно", "1"),
    ];
    let options: Vec<Row<'_>> = options.iter().map(|row| row.as_slice()).collect();
    let attribute = |name: &'static str, value: &'static str| [("qid", "12"), ("attribute", name), ("value", value)];
    let attributes = [
        attribute("exclude_all_others", "none"),
        attribute("min_answers", "1"),
        attribute("random_order", "1"),
        attribute("em_validation_q", "!(ways_web == 'Y' and ways_desk == 'Y')"),
        attribute("em_validation_q_tip", "Само <i>едно</i>"),
    ];
    let mut attributes: Vec<Row<'_>> = attributes.iter().map(|row| row.as_slice()).collect();
    attributes.push(&[("qid", "11"), ("attribute", "num_value_int_only"), ("value", "1")]);
    attributes.push(&[("qid", "11"), ("attribute", "max_num_value_n"), ("value", "120")]);
    document(
        178,
        &[
            table("groups", &[&[("gid", "1"), ("group_name", "Първа"), ("language", "bg"), ("group_order", "1")]]),
            table("questions", &questions),
            table("subquestions", &subs),
            table("answers", &options),
            table("question_attributes", &attributes),
            table("surveys", &[&[("sid", "7"), ("language", "bg"), ("format", "G"), ("bounceaccountpass", "тайна")]]),
            table(
                "surveys_languagesettings",
                &[&[
                    ("surveyls_language", "bg"),
                    ("surveyls_title", "Проба &amp; пример"),
                    ("surveyls_welcometext", "<p>Здравейте</p><script>x</script>"),
                ]],
            ),
        ],
    )
}

/// The same words, kept apart, in two languages.
fn newer() -> String {
    let words = |id: &'static str, language: &'static str, words: &'static str| {
        [("qid", id), ("language", language), ("question", words)]
    };
    let spoken = [
        words("1", "bg", "Как?"),
        words("1", "en", "How?"),
        words("2", "bg", "По интернет"),
        words("2", "en", "On the web"),
    ];
    let spoken: Vec<Row<'_>> = spoken.iter().map(|row| row.as_slice()).collect();
    document(
        638,
        &[
            table("groups", &[&[("gid", "1"), ("group_order", "1")]]),
            table(
                "group_l10ns",
                &[
                    &[("gid", "1"), ("group_name", "Група"), ("language", "bg")],
                    &[("gid", "1"), ("group_name", "Group"), ("language", "en")],
                ],
            ),
            table("questions", &[&[("qid", "1"), ("gid", "1"), ("type", "M"), ("title", "ways"), ("mandatory", "S")]]),
            table("subquestions", &[&[("qid", "2"), ("parent_qid", "1"), ("title", "web"), ("scale_id", "0")]]),
            table("question_l10ns", &spoken),
            table("surveys", &[&[("sid", "8"), ("language", "bg"), ("additional_languages", "en"), ("format", "S")]]),
            table("surveys_languagesettings", &[&[("surveyls_language", "bg"), ("surveyls_title", "Проба")]]),
        ],
    )
}

fn carried(xml: &str) -> Carried {
    limesurvey::read(xml.as_bytes()).unwrap().survey.carry().unwrap()
}

fn kept(questionnaire: &Questionnaire) {
    assert_eq!(archive::read(&archive::write(questionnaire)).as_ref(), Ok(questionnaire));
    let codes: BTreeSet<_> = questionnaire.questions().map(|question| question.code.clone()).collect();
    assert_eq!(codes.len(), questionnaire.questions().count(), "codes are unique");
    let mut before = BTreeSet::new();
    for question in questionnaire.questions() {
        for name in question.relevance.iter().flat_map(|relevance| relevance.names()) {
            let name = name.strip_suffix("_other").filter(|name| before.contains(*name)).unwrap_or(name);
            assert!(before.contains(name), "{}: {name} is asked before", question.code);
        }
        before.insert(question.code.as_str());
    }
}

/// Nothing of the markup is left.
fn clean(questionnaire: &Questionnaire) {
    let words = format!("{questionnaire:?}").to_lowercase();
    for tag in ["<p", "<b>", "<br", "<div", "<span", "<script", "<img", "<a ", "onerror", "javascript:", "&nbsp;"] {
        assert!(!words.contains(tag), "{tag} is left of the markup");
    }
}

#[test]
fn an_older_survey_becomes_a_questionnaire() {
    let form = carried(&older());
    kept(&form.questionnaire);
    let form = &form.questionnaire;
    assert_eq!(form.code, "ls7");
    assert_eq!(form.title.bulgarian, "Проба & пример");
    assert_eq!(form.introduction.as_ref().unwrap().bulgarian, "Здравейте");
    let asked = |code: &str| form.question(code).unwrap();
    assert_eq!(asked("used").label.bulgarian, "Ползвахте ли услуга?");
    assert!(asked("used").required.is_some());
    assert_eq!(asked("age").kind, QuestionKind::integer());
    assert_eq!(asked("age").constraint.as_ref().unwrap().expression.source(), ". <= 120");
    let ways = form.scale_of(asked("ways")).unwrap();
    assert_eq!(ways.options.len(), 4);
    assert!(ways.option("none").unwrap().exclusive && ways.option("other").is_some());
    let grid = form.battery_of("grid_fast").unwrap();
    assert_eq!(grid.label.as_ref().unwrap().bulgarian, "Оценете");
    let source = "count-non-empty(if(selected(${ways}, 'web'), 'Y', ''), if(selected(${ways}, 'desk'), 'Y', '')) > 0 and ${age} >= 18";
    assert_eq!(grid.relevance.as_ref().unwrap().source(), source);
    assert_eq!(form.scale_of(asked("mark")).unwrap().options[4].standing, Standing::Value(5.0));
    assert!(asked("why").relevance.is_none() && asked("wish").relevance.is_none());
    assert!(matches!(asked("double").kind, QuestionKind::Calculated(_)));
    assert_eq!(asked("end").relevance.as_ref().unwrap().source(), "${why} = 'other' or int(${double}) > 100");
    assert_eq!(asked("cells_r1_c2").label.bulgarian, "Ред – Друга");
    assert!(form.battery_of("two_x_0").is_some() && form.battery_of("two_x_1").is_some());
    assert_eq!(asked("q2nd").constraint.as_ref().unwrap().expression.source(), "regex(., '(?:[A-Z]{2})')");
    let Item::Group(group) = &form.items[0] else { panic!("a group") };
    assert_eq!(group.layout, GroupLayout::Page);
}

#[test]
fn files_are_asked_for_and_go_back() {
    let groups = table("groups", &[&[("gid", "1"), ("group_name", "Първа"), ("group_order", "1"), ("language", "bg")]]);
    let asked = [
        question("11", "|", "plan", "Приложете скица", &[]),
        question("12", "|", "snimka", "Снимайте мястото", &[]),
        question("13", "S", "words", "Друго?", &[("relevance", "!is_empty(snimka)")]),
    ];
    let rows: Vec<Row> = asked.iter().map(Vec::as_slice).collect();
    let attribute = |qid, name, value| [("qid", qid), ("attribute", name), ("value", value)];
    let attributes = [
        attribute("11", "max_num_of_files", "20"),
        attribute("11", "allowed_filetypes", "png, gif, doc, odt, jpg, pdf"),
        attribute("12", "max_num_of_files", "2"),
        attribute("12", "allowed_filetypes", "jpg,png"),
    ];
    let attributes: Vec<Row> = attributes.iter().map(|row| row.as_slice()).collect();
    let file = document(350, &[groups, table("questions", &rows), table("question_attributes", &attributes)]);
    let found = carried(&file);
    let kind = |code: &str| found.questionnaire.question(code).unwrap().kind.clone();
    assert_eq!(kind("plan"), QuestionKind::File(FileShape { pictures: false, most: 5 }));
    assert_eq!(kind("snimka"), QuestionKind::File(FileShape { pictures: true, most: 2 }));
    assert!(found.questionnaire.question("words").unwrap().relevance.is_some());
    let told: Vec<&Problem> = found.left_out.iter().map(|found| &found.problem).collect();
    assert_eq!(told, [&Problem::LeftOut { question: "plan".to_owned(), feature: Feature::File }]);
    let written = limesurvey::write(&found.questionnaire);
    assert!(written.left_out.is_empty(), "{:?}", written.left_out);
    assert!(
        written.text.contains("\t|\tsnimka\t") && written.text.contains("jpg, jpeg, png, webp"),
        "{}",
        written.text
    );
}

#[test]
fn conditions_decide_as_they_did() {
    let form = carried(&older()).questionnaire;
    let shown = |given: &[(&str, Answer)], code: &str| Journey::of(&form, &answers(given), TODAY).is_shown(code);
    let web = ("ways", crate::workbook::many(&["web"]));
    assert!(shown(&[("used", one("Y")), web.clone()], "mark"));
    assert!(!shown(&[("used", one("N")), web.clone()], "mark"));
    assert!(!shown(&[("used", one("Y"))], "mark"));
    assert!(shown(&[("age", Answer::Integer(30)), web.clone()], "grid_fast"));
    assert!(!shown(&[("age", Answer::Integer(17)), web], "grid_fast"));
    assert!(shown(&[("age", Answer::Integer(60))], "end"));
    let both = crate::workbook::many(&["web", "desk"]);
    let holds = |answer: &Answer| {
        let constraint = form.question("ways").unwrap().constraint.clone().unwrap();
        assert_eq!(constraint.message.as_ref().unwrap().bulgarian, "Само едно");
        let known = answers(&[]);
        let surroundings = survey::Surroundings::default();
        constraint.expression.holds(&survey::Context { answers: &known, own: Some(answer), today: TODAY, surroundings })
    };
    assert!(holds(&crate::workbook::many(&["web"])) && !holds(&both));
}

#[test]
fn what_could_not_be_carried_is_listed() {
    let export = limesurvey::read(older().as_bytes()).unwrap();
    assert!(export.warnings.iter().any(|found| found.problem == Problem::Secrets && found.row.is_some()));
    let carried = export.survey.carry().unwrap();
    let told = |wanted: &dyn Fn(&Problem) -> bool| {
        carried.left_out.iter().any(|found| found.row.is_some() && wanted(&found.problem))
    };
    let left_out = |question: &str, feature: Feature| Problem::LeftOut { question: question.to_owned(), feature };
    assert!(told(&|found| *found == left_out("rank", Feature::Ranking)));
    // The order drawn for each person comes along, a ranking without options cannot.
    assert!(!told(&|found| *found == left_out("ways", Feature::RandomOrder)));
    assert!(carried.questionnaire.question("ways").unwrap().shuffled);
    assert!(told(
        &|found| matches!(found, Problem::NameInLabel { question, name } if question == "wish" && name == "age")
    ));
    assert!(told(&|found| matches!(found, Problem::Renamed { code, .. } if code == "q2nd")));
    let why = |question: &'static str| {
        carried.left_out.iter().find_map(move |found| match &found.problem {
            Problem::NotTranslated { question: of, why, .. } if of == question => Some(why.as_ref().clone()),
            _ => None,
        })
    };
    assert_eq!(why("why"), Some(Untranslatable::LaterName("wish".to_owned())));
    assert_eq!(why("wish"), Some(Untranslatable::UnknownFunction("strtotime".to_owned())));
}

#[test]
fn a_newer_survey_keeps_both_languages() {
    let form = carried(&newer()).questionnaire;
    kept(&form);
    assert_eq!(form.languages.len(), 2);
    let ways = form.question("ways").unwrap();
    assert_eq!(ways.label, base::Text::new("Как?", "How?"));
    assert!(ways.required.is_none(), "a soft demand is none");
    assert_eq!(form.scale_of(ways).unwrap().options[0].label, base::Text::new("По интернет", "On the web"));
    let Item::Group(group) = &form.items[0] else { panic!("a group") };
    assert_eq!(
        (group.layout, group.label.as_ref().unwrap().say(base::Language::English)),
        (GroupLayout::Plain, "Group")
    );
}

#[test]
fn answers_come_with_an_archive() {
    let responses = "<document><LimeSurveyDocType>Responses</LimeSurveyDocType><DBVersion>178</DBVersion><responses><rows>
        <row><id>1</id><submitdate>2023-07-20 10:11:12</submitdate><_7X1X10>Y</_7X1X10><_7X1X11>42.0000000000</_7X1X11><_7X1X12web>Y</_7X1X12web><_7X1X12desk/><_7X1X12other>по пощата</_7X1X12other><_7X1X12desk/><_7X1X17>2023-07-01 00:00:00</_7X1X17></row>
        <row><id>2</id><submitdate>1980-01-01 00:00:00</submitdate><_7X1X10>N</_7X1X10></row>
        <row><id>3</id><submitdate/><_7X1X10>Y</_7X1X10></row>
        <row><id>4</id><submitdate>2023-07-21 10:00:00</submitdate><_7X1X10>може би</_7X1X10></row></rows></responses></document>";
    let bytes = packed(&[
        ("survey_7.lss".to_owned(), older().into_bytes()),
        ("survey_7_responses.lsr".to_owned(), responses.into()),
    ]);
    let export = limesurvey::read(&bytes).unwrap();
    let carried = export.survey.carry().unwrap();
    let responses = export.responses.unwrap();
    assert_eq!((responses.len(), responses.unfinished()), (4, 1));
    let read = responses.read(&carried, TODAY).unwrap();
    assert_eq!((read.accepted.len(), read.rejected_rows), (2, 1), "{:?}", read.rejected);
    let first = &read.accepted[0];
    assert_eq!(first.day, Some(jiff::civil::date(2023, 7, 20)));
    assert_eq!(first.answers.get("used"), Some(&one("Y")));
    assert_eq!(first.answers.get("age"), Some(&Answer::Integer(42)));
    let ways: Vec<&str> = first.answers.get("ways").unwrap().options().iter().map(survey::OptionCode::as_str).collect();
    assert_eq!((ways, first.answers.get("ways").unwrap().words()), (vec!["web", "other"], Some("по пощата")));
    assert_eq!(first.answers.get("day"), Some(&Answer::Date(jiff::civil::date(2023, 7, 1))));
    assert_eq!(read.accepted[1].day, None);
    assert_eq!(read.rejected[0].row, Some(4));
}

/// A ranking has a column for each place, and ours a place for each option.
#[test]
fn a_ranking_comes_with_its_answers() {
    let rank = question("18", "R", "rank", "Подредете", &[]);
    let option = |code: &'static str, words: &'static str| {
        [("qid", "18"), ("code", code), ("answer", words), ("language", "bg"), ("scale_id", "0")]
    };
    let options = [option("A1", "Срок"), option("A2", "Цена"), option("A3", "Учтивост")];
    let options: Vec<Row<'_>> = options.iter().map(|row| row.as_slice()).collect();
    let survey = document(
        178,
        &[
            table("groups", &[&[("gid", "1"), ("group_name", "Първа"), ("language", "bg"), ("group_order", "1")]]),
            table("questions", &[&rank]),
            table("answers", &options),
            table("surveys", &[&[("sid", "7"), ("language", "bg"), ("format", "G")]]),
        ],
    );
    let row = |id: u32, places: [&str; 3]| {
        let cells: String =
            places.iter().zip(1..).map(|(code, place)| format!("<_7X1X18{place}>{code}</_7X1X18{place}>")).collect();
        format!("<row><id>{id}</id><submitdate>2023-07-20 10:11:12</submitdate>{cells}</row>")
    };
    let rows = [row(1, ["A3", "A1", "A2"]), row(2, ["A1", "", ""])].concat();
    let responses = format!(
        "<document><LimeSurveyDocType>Responses</LimeSurveyDocType><DBVersion>178</DBVersion><responses><rows>{rows}</rows></responses></document>"
    );
    let bytes = packed(&[("s.lss".to_owned(), survey.into_bytes()), ("r.lsr".to_owned(), responses.into_bytes())]);
    let export = limesurvey::read(&bytes).unwrap();
    let carried = export.survey.carry().unwrap();
    assert!(matches!(carried.questionnaire.question("rank").unwrap().kind, QuestionKind::Ranking { .. }));
    let read = export.responses.unwrap().read(&carried, TODAY).unwrap();
    let order: Vec<&str> =
        read.accepted[0].answers.get("rank").unwrap().options().iter().map(survey::OptionCode::as_str).collect();
    assert_eq!(order, ["A3", "A1", "A2"]);
    // Half an order is no answer, and is told as every row that is refused.
    assert_eq!((read.accepted.len(), read.rejected_rows), (1, 1));
}

/// Every kind of ours has a type there, and what bounds it has its attribute.
#[test]
fn every_kind_goes_to_limesurvey() {
    let form = crate::workbook::questionnaire(
        "type|name|label|appearance|parameters|relevant
rank grade|r|Подредете
time|t|Кога?
geopoint|p|Къде?
hidden|h|Откъде
acknowledge|c|Съгласие
select_one grade|m|Изберете|minimal
select_multiple what|w|Кои?||least=1 most=2 randomize=true
integer|i|Колко?||least=0 most=10
decimal|d|Колко?||least=0 most=1 step=0.5
text|e|Поща|email|longest=40",
    );
    let written = limesurvey::write(&form);
    let text = written.text.trim_start_matches('\u{feff}').to_owned();
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: &csv::StringRecord, column: &str| {
        row[headers.iter().position(|header| header == column).unwrap()].to_owned()
    };
    let of = |name: &str, column: &str| {
        let row = rows.iter().find(|row| cell(row, "class") == "Q" && cell(row, "name") == name).unwrap();
        cell(row, column)
    };
    let kinds = ["r", "t", "p", "h", "c", "m", "w", "i", "d", "e"].map(|name| of(name, "type/scale")).concat();
    assert_eq!(kinds, "RDSSM!MNNS");
    assert_eq!((of("t", "date_format"), of("h", "hidden")), ("HH:MM".to_owned(), "1".to_owned()));
    assert_eq!(
        (of("w", "min_answers"), of("w", "max_answers"), of("w", "random_order")),
        ("1".into(), "2".into(), "1".into())
    );
    assert_eq!((of("i", "min_num_value_n"), of("i", "max_num_value_n")), ("0".into(), "10".into()));
    assert_eq!((of("e", "maximum_chars"), of("e", "validation")), ("40".into(), "/^[^@ ]+@[^@ ]+\\.[^@ ]+$/".into()));
    let steps = Problem::LeftOut { question: "d".to_owned(), feature: Feature::Validation };
    assert_eq!(written.left_out, [steps]);
}

#[track_caller]
fn refuses(bytes: &[u8], code: &str) -> Option<u32> {
    let problems = limesurvey::read(bytes).and_then(|export| export.survey.carry().map(|_| ())).unwrap_err();
    assert_eq!(problems[0].code(), code, "{problems:?}");
    problems[0].row
}

#[test]
fn hostile_files_are_refused_where_they_are_wrong() {
    refuses(b"", "limesurvey-empty");
    refuses(b"id;class;type", "limesurvey-not-an-export");
    refuses(&[0xFF, 0xFE, 0x3C], "limesurvey-not-an-export");
    refuses(b"<html></html>", "limesurvey-not-an-export");
    refuses(&vec![b' '; (10 << 20) + 1], "limesurvey-too-large");
    assert_eq!(refuses(b"<document>\n<a>", "limesurvey-damaged"), Some(2));
    refuses(older().replace(">Survey<", ">Group<").as_bytes(), "limesurvey-other-kind");
    refuses(document(600, &[]).as_bytes(), "limesurvey-no-survey");
    let bomb = "<!DOCTYPE document [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>";
    refuses(older().replacen("<document>", &format!("{bomb}<document>"), 1).as_bytes(), "limesurvey-entities");
    refuses(older().replacen("<fields/>", "<fields>&c;</fields>", 1).as_bytes(), "limesurvey-entities");
    refuses("<a>".repeat(100_000).as_bytes(), "limesurvey-too-deep");
    let long = older().replace("Какво {age}", &"ж".repeat(5 << 20));
    assert!(refuses(long.as_bytes(), "limesurvey-too-large").is_none());
    let long = older().replace("Какво {age}", &"ж".repeat(200_000));
    assert!(refuses(long.as_bytes(), "limesurvey-too-long").is_some());
    let long = older().replace("Какво {age}", &"ж".repeat(5_000));
    assert!(refuses(long.as_bytes(), "limesurvey-too-long").is_some());
    let rows = "<row/>".repeat(100) + &"<row></row>".repeat(200_001);
    refuses(
        document(600, &[format!("<questions><rows>{rows}</rows></questions>")]).as_bytes(),
        "limesurvey-too-many-rows",
    );
    let zeros = vec![b' '; (32 << 20) + 1];
    refuses(&packed(&[("a.lss".to_owned(), zeros)]), "limesurvey-bomb");
    refuses(&packed(&[("a.txt".to_owned(), Vec::new())]), "limesurvey-not-an-export");
    refuses(b"PK\x03\x04 and nothing more", "limesurvey-damaged");
    let orphan = older().replacen(
        "<gid><![CDATA[1]]></gid><type><![CDATA[Y]]>",
        "<gid><![CDATA[9]]></gid><type><![CDATA[Y]]>",
        1,
    );
    assert!(refuses(orphan.as_bytes(), "limesurvey-orphan").is_some());
}

#[test]
fn markup_of_any_kind_ends_as_words() {
    for hostile in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>1</script></svg>",
        "<a href=\"javascript:alert(1)\">да</a>",
        "<iframe srcdoc='<script>1</script>'></iframe>",
        "<p onclick='x'>да<br/>не",
    ] {
        let xml = older().replace("Какво {age}", hostile).replace("По интернет", hostile).replace("Първа", hostile);
        kept(&carried(&xml).questionnaire);
        clean(&carried(&xml).questionnaire);
    }
}

#[test]
fn a_questionnaire_goes_to_limesurvey_as_a_table() {
    // It names English and has no English words: that is left behind.
    let form = survey::source::read(older().as_bytes(), "older.lss").unwrap().questionnaire;
    let written = limesurvey::write(&form);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').from_reader(written.text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    let rows: Vec<BTreeMap<String, String>> = reader
        .records()
        .map(|record| headers.iter().map(str::to_owned).zip(record.unwrap().iter().map(str::to_owned)).collect())
        .collect();
    let of = |class: &str| rows.iter().filter(|row| row["class"] == class).collect::<Vec<_>>();
    assert_eq!((of("G").len(), of("SL").len()), (1, 3));
    let named = |name: &str| rows.iter().find(|row| row["class"] == "Q" && row["name"] == name).unwrap();
    assert_eq!(named("ways")["type/scale"], "M");
    assert_eq!(named("ways")["exclude_all_others"], "none");
    assert_eq!(named("ways")["other"], "Y");
    assert_eq!(named("grid")["type/scale"], "F");
    assert_eq!(named("age")["em_validation_q"], "(age.NAOK <= 120)");
    assert_eq!(named("end")["relevance"], "((why.NAOK == \"-oth-\") or (intval(double.NAOK) > 100))");
    assert_eq!(named("double")["text"], "{(age.NAOK * 2)}");
    assert_eq!(named("wish")["text"], "Какво &#123;age&#125; бихте искали?");
    assert_eq!(of("SQ").iter().filter(|row| row["text"] == "Учтиво").count(), 1);
    for row in of("Q").iter().chain(&of("SQ")) {
        assert!(row["name"].len() <= 20 && row["name"].bytes().all(|byte| byte.is_ascii_alphanumeric()), "{row:?}");
    }
    assert!(of("A").iter().all(|row| row["name"].len() <= 5));
    let bulgarian = crate::workbook::questionnaire(
        "type|name|label|relevant\nselect_one yesno|да_ли|=1+1 <b>?|\ninteger|n|Колко?|${да_ли} = 'yes' and count-selected(${да_ли}) > 0",
    );
    let written = limesurvey::write(&bulgarian);
    assert!(written.text.contains("&#61;1+1 &lt;b&gt;?"), "{}", written.text);
    assert!(matches!(written.left_out.as_slice(), [Problem::NotTranslated { question, .. }] if question == "n"));
}

fn samples() -> Option<Vec<(String, Vec<u8>)>> {
    let folder = shared("samples/limesurvey")?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 20, "the samples are not complete");
    let named = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    Some(files.iter().map(|path| (named(path), std::fs::read(path).unwrap())).collect())
}

#[test]
fn samples_become_questionnaires() {
    let Some(samples) = samples() else { return };
    for (name, bytes) in samples {
        let export = limesurvey::read(&bytes).unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        let carried = export.survey.carry().unwrap_or_else(|problems| panic!("{name}: {problems:?}"));
        kept(&carried.questionnaire);
        clean(&carried.questionnaire);
        let written = limesurvey::write(&carried.questionnaire);
        assert!(written.text.lines().count() > 3, "{name}");
        if let Some(responses) = export.responses {
            let read = responses.read(&carried, TODAY).unwrap();
            assert_eq!((responses.len(), read.accepted.len(), read.rejected_rows), (2, 2, 0), "{name}");
        }
    }
}

#[test]
fn thousands_of_questions_of_one_name_are_told_apart() {
    let words = "х".repeat(50);
    let options: Vec<Vec<(&str, &str)>> =
        (0..30).map(|_| vec![("qid", "1"), ("code", "A"), ("answer", words.as_str()), ("language", "bg")]).collect();
    let options: Vec<Row<'_>> = options.iter().map(Vec::as_slice).collect();
    let ids: Vec<String> = (0..4000).map(|number| number.to_string()).collect();
    let rows: Vec<Vec<(&str, &str)>> = ids.iter().map(|id| question(id, "T", "same", "Какво?", &[])).collect();
    let rows: Vec<Row<'_>> = rows.iter().map(Vec::as_slice).collect();
    let groups = table("groups", &[&[("gid", "1"), ("group_name", "Първа"), ("language", "bg")]]);
    let xml = document(178, &[groups, table("questions", &rows), table("answers", &options)]);
    assert_eq!(carried(&xml).questionnaire.questions().count(), 4000);
}

/// Counted anew, event by event and without the importer: distinct groups, questions, rows, options, and conditions.
fn counted(xml: &str) -> BTreeMap<&'static str, usize> {
    let keys: [(&str, &[&str]); 4] = [
        ("groups", &["gid"]),
        ("questions", &["qid"]),
        ("subquestions", &["qid"]),
        ("answers", &["qid", "code", "scale_id"]),
    ];
    let mut seen: BTreeMap<&str, BTreeSet<Vec<String>>> = BTreeMap::new();
    let mut relevant = BTreeSet::new();
    let (mut path, mut row, mut text) = (Vec::new(), BTreeMap::new(), String::new());
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                path.push(element.name().as_ref().to_owned());
                text.clear();
            }
            Event::CData(part) => text.push_str(&part.xml10_content()),
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::End(_) => {
                let name = path.pop().unwrap();
                if path.len() == 4 {
                    row.insert(name, std::mem::take(&mut text));
                } else if name == "row" && path.len() == 3 {
                    let cells: BTreeMap<String, String> = std::mem::take(&mut row);
                    let get = |key: &str| cells.get(key).cloned().unwrap_or_default();
                    if let Some((table, keys)) = keys.iter().find(|(table, _)| *table == path[1]) {
                        seen.entry(table).or_default().insert(keys.iter().map(|key| get(key)).collect());
                        if *table == "questions" && !matches!(get("relevance").as_str(), "" | "1") {
                            relevant.insert(get("qid"));
                        }
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut counts: BTreeMap<&'static str, usize> =
        keys.iter().map(|(table, _)| (*table, seen.get(table).map_or(0, BTreeSet::len))).collect();
    counts.insert("relevant", relevant.len());
    counts
}

#[test]
fn counts_are_those_of_the_file() {
    let Some(samples) = samples() else { return };
    for (name, bytes) in samples.into_iter().filter(|(name, _)| name.ends_with(".lss")) {
        let survey = limesurvey::read(&bytes).unwrap().survey;
        let questions: Vec<_> = survey.questions().collect();
        let ours = BTreeMap::from([
            ("groups", survey.groups.len()),
            ("questions", questions.len()),
            ("subquestions", questions.iter().map(|question| question.subquestions.len()).sum()),
            ("answers", questions.iter().map(|question| question.options.len()).sum()),
            ("relevant", questions.iter().filter(|question| !matches!(question.relevance.as_str(), "" | "1")).count()),
        ]);
        assert_eq!(ours, counted(std::str::from_utf8(&bytes).unwrap()), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(192)))]

    #[test]
    fn a_changed_survey_never_stops_us(changes in changes(), is_new in any::<bool>()) {
        let xml = if is_new { newer() } else { older() };
        if let Ok(export) = limesurvey::read(&changed(xml.as_bytes(), &changes))
            && let Ok(carried) = export.survey.carry()
        {
            assert_eq!(archive::read(&archive::write(&carried.questionnaire)).as_ref(), Ok(&carried.questionnaire));
            limesurvey::write(&carried.questionnaire);
        }
    }

    #[test]
    fn a_changed_archive_never_stops_us(changes in changes()) {
        let bytes = packed(&[("survey_7.lss".to_owned(), older().into_bytes()), ("survey_7_responses.lsr".to_owned(), b"<document/>".to_vec())]);
        if let Ok(export) = limesurvey::read(&changed(&bytes, &changes)) {
            let _ = export.survey.carry();
        }
    }

    #[test]
    fn a_label_leaves_no_markup(html in "(<[a-z/!]{1,8}( [a-z]{1,6}=['\"]?[a-z:<>]{0,8}['\"]?)?/?>|[а-я&;# ]{0,5}|&[a-z]{2,5};|<!--|-->|['\"<>]){0,20}") {
        let xml = older().replace("Какво {age}", &html.replace("]]>", ""));
        let carried = limesurvey::read(xml.as_bytes()).unwrap().survey.carry().unwrap();
        kept(&carried.questionnaire);
        let label = &carried.questionnaire.question("wish").unwrap().label.bulgarian;
        let is_tag = |at: usize| label[at + 1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) && label[at..].contains('>');
        let decoded = html.contains("&lt");
        prop_assert!(decoded || !label.match_indices('<').any(|(at, _)| is_tag(at)), "{html:?} became {label:?}");
    }

    #[test]
    fn a_script_never_stops_us(script in "[a-z0-9_.()!=<>&|+*/%,'\" -]{0,60}|((count|sum|if|is_empty|!)?\\(|used|age.NAOK|ways_web|\\)|==|&&| or |\"Y\"|,|[0-9]){0,30}") {
        let xml = older().replace("strtotime(age) > 1", &script.replace("]]>", ""));
        let carried = limesurvey::read(xml.as_bytes()).unwrap().survey.carry().unwrap();
        kept(&carried.questionnaire);
        let listed = carried.left_out.iter().any(|found| matches!(&found.problem, Problem::NotTranslated { question, .. } if question == "wish"));
        let is_none = carried.questionnaire.question("wish").unwrap().relevance.is_none();
        prop_assert!(!is_none || listed || matches!(script.trim(), "" | "1"), "{script}");
    }
}
