use crate::workbook::{CHOICES, SheetText, questionnaire, with_survey, written};
use base::{Explain, LanguageTag, Text};
use survey::{Group, GroupLayout, Item, QuestionKind, Questionnaire, Standing, xlsform};

/// The codes and places of what was found: `unknown-list A3`.
fn found(found: &[survey::Located<xlsform::Problem>]) -> Vec<String> {
    found
        .iter()
        .map(|found| {
            let code = found.code().trim_start_matches("xlsform-").to_owned();
            let row = found.row.map(|row| row.to_string()).unwrap_or_default();
            format!("{code} {}{row}", found.letter().unwrap_or_default()).trim().to_owned()
        })
        .collect()
}

#[track_caller]
fn refuses(survey: &str, expect: &[&str]) {
    refuses_workbook(&[("survey", survey), CHOICES], expect);
}

#[track_caller]
fn refuses_workbook(sheets: &[SheetText<'_>], expect: &[&str]) {
    match xlsform::import(&written(sheets), "test.xlsx") {
        Ok(imported) => panic!("taken: {imported:#?}"),
        Err(problems) => assert_eq!(found(&problems), expect),
    }
}

#[track_caller]
fn warns(sheets: &[SheetText<'_>], expect: &[&str]) -> Questionnaire {
    match xlsform::import(&written(sheets), "test.xlsx") {
        Ok(imported) => {
            assert_eq!(found(&imported.warnings), expect);
            imported.questionnaire
        }
        Err(problems) => panic!("refused: {problems:#?}"),
    }
}

fn group(item: Option<&Item>) -> &Group {
    item.and_then(Item::group).unwrap()
}

#[test]
fn takes_a_questionnaire_in_two_languages() {
    let taken = warns(
        &[
            (
                "Survey ",
                "type|name|label::Български (bg)|label::English (en)|hint::Български (bg)|hint::English (en)|required|relevant|constraint|constraint_message::Български (bg)|constraint_message::English (en)|mirror|dimension|profile|appearance
note|intro|Здравейте|Hello
select_one yesno|used|Ползвали ли сте услуга?|Have you used a service?|||yes
integer|times|Колко пъти?|How many times?|През тази година|This year||${used} = 'yes'|. > 0 and . < 100|Между 1 и 99|From 1 to 99
select_one grade|speed|Колко бързо?|How fast?||||||||srochnost|срочност
select_multiple what or_other|ways|Как се свързвате?|How do you get in touch?
text|better|Какво да подобрим?|What should we improve?|||||||||||multiline
select_one yesno|clerk|Служител ли сте?|Are you an official?||||||||||yes",
            ),
            CHOICES,
            (
                "settings",
                "form_title::Български (bg)|form_title::English (en)|form_id|version|default_language|introduction::Български (bg)|introduction::English (en)
Услугите|The services|services|3|Български (bg)|Две минути.|Two minutes.",
            ),
        ],
        &[],
    );
    assert_eq!(taken.code, "services");
    assert_eq!(taken.title, Text::new("Услугите", "The services"));
    assert_eq!(taken.version.as_deref(), Some("3"));
    assert_eq!(taken.languages, [LanguageTag::BULGARIAN, LanguageTag::ENGLISH]);
    assert_eq!(taken.introduction, Some(Text::new("Две минути.", "Two minutes.")));
    let codes: Vec<&str> = taken.questions().map(|question| question.code.as_str()).collect();
    assert_eq!(codes, ["intro", "used", "times", "speed", "ways", "better", "clerk"]);

    let times = taken.question("times").unwrap();
    assert_eq!(times.kind, QuestionKind::integer());
    assert_eq!(times.hint, Some(Text::new("През тази година", "This year")));
    assert_eq!(times.relevance.as_ref().unwrap().source(), "${used} = 'yes'");
    let constraint = times.constraint.as_ref().unwrap();
    assert_eq!(constraint.message, Some(Text::new("Между 1 и 99", "From 1 to 99")));
    assert!(taken.question("used").unwrap().required.is_some());

    let speed = taken.question("speed").unwrap();
    assert_eq!(speed.mirrored_as().as_str(), "srochnost");
    assert_eq!(speed.dimension.as_deref(), Some("срочност"));
    let scale = taken.scale_of(speed).unwrap();
    assert!(scale.ordered);
    let standings: Vec<Standing> = scale.options.iter().map(|option| option.standing).collect();
    assert_eq!(standings, [Standing::Value(1.0), Standing::Value(2.0), Standing::Value(3.0), Standing::DontKnow]);

    let ways = taken.question("ways").unwrap();
    assert!(ways.takes_other());
    let options: Vec<(&str, bool)> =
        taken.scale_of(ways).unwrap().options.iter().map(|option| (option.code.as_str(), option.exclusive)).collect();
    assert_eq!(options, [("paper", false), ("web", false), ("none", true), ("other", false)]);
    assert_eq!(taken.question("better").unwrap().kind, QuestionKind::text(true));
    assert!(taken.question("clerk").unwrap().profile);
}

#[test]
fn spellings_of_types_and_columns() {
    let kind = |given: &str| {
        let taken = questionnaire(&format!("command|tag|caption\n{given}|q|Въпрос?\ntext|end_|Край?"));
        taken.question("q").unwrap().kind.clone()
    };
    assert_eq!(kind("TEXT"), QuestionKind::text(false));
    assert_eq!(kind("string"), QuestionKind::text(false));
    assert_eq!(kind("int"), QuestionKind::integer());
    assert_eq!(kind("q  integer"), QuestionKind::integer());
    for given in [
        "select_one yesno",
        "select one yesno",
        "Select one from yesno",
        "add select one prompt using yesno",
        "select1 yesno",
    ] {
        assert!(matches!(kind(given), QuestionKind::One { other: false, .. }), "{given}");
    }
    for given in [
        "select_multiple yesno",
        "select all that apply from yesno",
        "select multiple yesno",
        "select_all_that_apply yesno",
    ] {
        assert!(matches!(kind(given), QuestionKind::Many { other: false, .. }), "{given}");
    }
    for given in ["select_one yesno or_other", "select one from yesno or specify other", "select_one yesno or other"] {
        assert!(matches!(kind(given), QuestionKind::One { other: true, .. }), "{given}");
    }
}

#[test]
fn columns_without_a_language_are_in_the_default_one() {
    let taken = warns(
        &[
            ("survey", "type|name|label|label::Български (bg)\ntext|q|What?|Какво?"),
            ("settings", "form_id|default_language\nx|English (en)"),
        ],
        &[],
    );
    assert_eq!(taken.question("q").unwrap().label, Text::new("Какво?", "What?"));
    // The phantom language: two columns for one language.
    let taken = warns(&[("survey", "type|name|label|label:Bulgarian\ntext|q|Старо?|Ново?")], &["two-defaults C1"]);
    assert_eq!(taken.question("q").unwrap().label, Text::bulgarian("Ново?"));
    warns(&[("survey", "type|name|label|label::Klingon\ntext|q|Какво?|nuq?")], &["unknown-language D1"]);
    let taken = warns(
        &[("survey", "type|name|label::bg|label::en\ntext|a|Едно?|One?\ntext|b|Две?")],
        &["missing-translation D3"],
    );
    assert_eq!(taken.languages, [LanguageTag::BULGARIAN, LanguageTag::ENGLISH], "and it waits for its translation");
}

/// The words stay in the languages they are in; that the Bulgarian is missing is marked, and nothing is adopted.
#[test]
fn a_form_in_other_languages_waits_for_its_bulgarian() {
    let survey =
        "type|name|label::English (en)|label::Deutsch|hint::English (en)|required|required_message::English (en)
select_one l|a|What?|Was?||yes|Say it, please.
text|b|Why?|||";
    let choices = "list name|name|label::English (en)|label::Deutsch\nl|1|One|Eins\nl|2|Two|Zwei";
    let settings = "form_title|default_language\nA form|English (en)";
    let taken = warns(
        &[("survey", survey), ("choices", choices), ("settings", settings)],
        &[
            "missing-translation A2",
            "not-bulgarian 1",
            "not-bulgarian 1",
            "missing-translation G2",
            "missing-translation D3",
        ],
    );
    let tags: Vec<&str> = taken.languages.iter().map(LanguageTag::as_str).collect();
    assert_eq!(tags, ["bg", "de", "en"]);
    let (english, german) = (LanguageTag::ENGLISH, "de".parse().unwrap());
    assert_eq!(taken.title, Text::default().and(english, "A form"));
    let label = &taken.question("a").unwrap().label;
    assert_eq!(*label, Text::default().and(english, "What?").and(german, "Was?"));
    assert_eq!((label.say(LanguageTag::BULGARIAN), label.spoken(LanguageTag::BULGARIAN)), ("What?", english));
    assert_eq!(taken.untranslated(), Some(("a".to_owned(), LanguageTag::BULGARIAN)));
    let lacks = survey::shortcomings(&taken);
    assert!(lacks.iter().all(|found| matches!(found.lack, survey::Lack::Untranslated { .. })), "{lacks:#?}");
    assert!(lacks.len() >= 5, "{lacks:#?}");
    // One label without Bulgarian among others that have it.
    let taken = warns(
        &[("survey", "type|name|label::bg|label::en\ntext|a|Едно?|One?\ntext|b||Two?")],
        &["missing-translation C3"],
    );
    assert_eq!(taken.untranslated(), Some(("b".to_owned(), LanguageTag::BULGARIAN)));
}

#[test]
fn pictures_without_words_and_names_in_messages_are_told() {
    let taken = warns(
        &[
            (
                "survey",
                "type|name|label|media::image|constraint|constraint_message\ntext|a|Име?\nselect_one l|b|Кое?\ninteger|c||c.png|. > 0|Над нула, ${a}!",
            ),
            ("choices", "list name|name|label|image\nl|sun||sun.png\nl|rain|Дъжд"),
        ],
        &["picture-only C2", "left-out D1", "picture-only C4", "name-in-message F4", "left-out D1"],
    );
    assert_eq!(taken.question("c").unwrap().label, Text::bulgarian("c"));
    assert_eq!(taken.question("c").unwrap().constraint.as_ref().unwrap().message, None);
    refuses("type|name|label|image\ntext|a||", &["missing-label C2"]);
}

#[test]
fn notes_of_the_author_are_passed_over() {
    let taken = warns(
        &[
            (
                "survey",
                "\n\ntype|name|label|моя колона|default|image
# оттук нататък е ново
text|a|Какво?|бележка|нищо
|||само бележка
start|s
deviceid|d
text|b|Защо?",
            ),
            ("_бележки", "каквото и да е"),
            ("Лист2", "друго"),
        ],
        &["left-out A7", "left-out A8", "left-out E3"],
    );
    assert_eq!(taken.questions().count(), 2);
    assert_eq!(taken.code, "test", "without settings the file gives the code");
}

#[test]
fn grids_become_batteries() {
    let layout = |survey: &str| {
        let taken = questionnaire(survey);
        taken.items
    };
    let rows = |group: &Group| group.rows().map(ToString::to_string).collect::<Vec<_>>();

    let items = layout(
        "type|name|label|appearance\nbegin group|g|Оценете|table-list\nselect_one grade|a|Бързина\nselect_one grade|b|Вежливост\nend group",
    );
    let battery = group(items.first());
    assert_eq!((battery.layout, rows(battery)), (GroupLayout::Battery, vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(battery.battery_scale().unwrap().as_str(), "grade");

    let items = layout(
        "type|name|label|appearance\nbegin group|g||field-list\nselect_one grade|h|Оценете|label\nselect_one grade|a|Бързина|list-nolabel\nselect_one grade|b|Вежливост|list-nolabel\nend group",
    );
    let battery = group(items.first());
    assert_eq!(battery.layout, GroupLayout::Battery, "a group that is only a grid is that grid");
    assert_eq!(battery.label, Some(Text::bulgarian("Оценете")));

    let items = layout(
        "type|name|label|appearance\nbegin group|g|Страница|field-list\ntext|t|Какво?\nselect_one grade|a|Бързина|likert\nselect_one grade|b|Вежливост|w4 likert\nselect_one yesno|c|Да?|likert\nend group",
    );
    let page = group(items.first());
    assert_eq!(page.layout, GroupLayout::Page);
    let kinds: Vec<Option<GroupLayout>> =
        page.items.iter().map(|item| item.group().map(|group| group.layout)).collect();
    assert_eq!(kinds, [None, Some(GroupLayout::Battery), None]);

    let items = layout(
        "type|name|label|appearance\nbegin group|g|Оценете|table-list\nnote|n|Мислете за последния път.\nselect_one grade|a|Бързина\nselect_one yesno|b|Яснота\nend group",
    );
    let layouts: Vec<_> = group(items.first()).items.iter().map(|item| item.group().map(rows)).collect();
    assert_eq!(layouts, [None, Some(vec!["a".to_owned()]), Some(vec!["b".to_owned()])], "a note above two tables");

    let mixed = "type|name|label|appearance\nbegin group|g|Оценете|table-list\nselect_one grade|a|Бързина\ntext|b|Друго?\nend group";
    let taken = warns(&[("survey", mixed), CHOICES], &["mixed-table A2"]);
    assert_eq!(group(taken.items.first()).layout, GroupLayout::Page);
}

#[test]
fn tells_every_mistake_with_its_place() {
    refuses(
        "type|name|label|relevant|constraint|required
integr|a|Какво?
select_one yesn|b|Кое?
select_one|c|Кое?
text||Какво?
text|d e|Какво?
text|f|
text|f|Пак?
text|g|Какво?|${later} = 1
text|later|Какво?|${nobody} = 1
text|h|Какво?|${h} = 1
text|i|Какво?|(1 + |foo(.)
text|j|Какво?|. = 1
integer|k|Какво?||. > 0|може би
begin group|grp|Група
text|l|Питате ли ${a}?",
        &[
            "unknown-type A2",
            "unknown-list A3",
            "missing-list A4",
            "missing-name B5",
            "bad-name B6",
            "missing-label C7",
            "repeated-name B8",
            "expression-unfinished D12",
            "expression-unknown-function E12",
            "itself D13",
            "expression-unexpected F14",
            "unclosed A15",
            "later-name D9",
            "unknown-name D10",
            "own-name D11",
        ],
    );
}

#[test]
fn tells_what_is_not_taken_over() {
    refuses(
        "type|name|label|choice_filter\nbegin repeat|r|Пак\nbegin repeat|s|И пак\ntext|a|Какво?\nend repeat\nend repeat\nbegin loop over what|l|По ред\ntext|b|Какво?\nend loop\ninclude|i|Друг\nselect_one what|f|Кое?|x = 1",
        &["unsupported A3", "unsupported A7", "unsupported A10", "unknown-property D11"],
    );
}

#[test]
fn what_cannot_be_asked_is_asked_in_another_way_or_left_out() {
    let taken = warns(
        &[
            (
                "survey",
                "type|name|label::bg|label::en|relevant|required|constraint
dateTime|met|Кога?|When?||yes|. < now()
geotrace|way|Откъде?|Which way?
geoshape|field|Къде?|Where?
barcode|tag|Номер?|Number?
select_one_from_file x.csv|town|Град?|Town?
rank what or_other|order|Подредете|Rank
video|clip|Клип|Clip
audio|song|Запис|Recording
deviceid|device
start|begun
note|seen|Устройство ${device}|Device ${device}|${clip} != ''
text|last|Какво?|What?",
            ),
            CHOICES,
        ],
        &[
            "instead A2",
            "instead A3",
            "instead A4",
            "instead A5",
            "instead A6",
            "instead A7",
            "not-asked A8",
            "not-asked A9",
            "left-out A10",
            "left-out A11",
        ],
    );
    let kinds: Vec<(&str, &str)> =
        taken.questions().map(|question| (question.code.as_str(), question.kind.name())).collect();
    let expect = [
        ("met", "date"),
        ("met_time", "time"),
        ("way", "point"),
        ("field", "point"),
        ("tag", "text"),
        ("town", "text"),
        ("order", "ranking"),
        // Something names them, so they are there and come to nothing; what nobody names is gone.
        ("clip", "calculated"),
        ("device", "calculated"),
        ("seen", "note"),
        ("last", "text"),
    ];
    assert_eq!(kinds, expect);
    let time = taken.question("met_time").unwrap();
    assert_eq!(time.label, Text::new("Кога? (час)", "When? (time)"));
    assert!(time.required.is_some() && time.constraint.is_none());
    crate::export::comes_back(&taken, "what stands for others");
}

#[test]
fn suggests_what_was_probably_meant() {
    let similar = |bytes: Vec<u8>| {
        let problems = xlsform::import(&bytes, "test.xlsx").unwrap_err();
        let arguments = problems[0].problem.arguments();
        arguments.iter().find(|(name, _)| *name == "similar").map(|(_, value)| format!("{value:?}")).unwrap()
    };
    assert_eq!(similar(with_survey("type|name|label\nintegr|a|Какво?")), r#"Text("integer")"#);
    assert_eq!(similar(with_survey("type|name|label\nselct_one yesno|a|Какво?")), r#"Text("select_one")"#);
    assert_eq!(similar(with_survey("type|name|label\nselect_one yesnoo|a|Какво?")), r#"Text("yesno")"#);
    assert_eq!(similar(with_survey("type|nam|label\ntext|a|Какво?")), r#"Text("nam")"#);
    assert_eq!(similar(written(&[("servey", "type|name|label\ntext|a|Какво?")])), r#"Text("servey")"#);
    assert_eq!(
        similar(written(&[("survey", "type|name|label\nselect_one x|a|Какво?"), ("choises", "x")])),
        r#"Text("choises")"#
    );
    assert_eq!(similar(with_survey("type|name|label\nзаклинание|a|Какво?")), r#"Text("none")"#);
    assert_eq!(
        similar(with_survey("type|name|label|relevant\ntext|age|Възраст?\ntext|b|Какво?|${aeg} = 1")),
        r#"Text("none")"#
    );
    assert_eq!(
        similar(with_survey("type|name|label|relevant\ntext|vazrast|Възраст?\ntext|b|Какво?|${vazrst} = 1")),
        r#"Text("vazrast")"#
    );
}

#[test]
fn refuses_whole_sheets_and_columns() {
    refuses_workbook(&[("survey", "")], &["empty-sheet"]);
    refuses_workbook(&[("survey", "type|name|label")], &["no-questions 1"]);
    refuses_workbook(&[("survey", "name|label\na|Какво?")], &["missing-column 1"]);
    refuses_workbook(&[("survey", "type|name|hint\ntext|a|Какво?")], &["no-bulgarian 1"]);
    refuses_workbook(&[("survey", "type|name|label|label\ntext|a|Какво?|Какво?")], &["repeated-column D1"]);
    refuses_workbook(
        &[("survey", "type|name|label\ntext|a|Was?"), ("settings", "default_language\nKlingon")],
        &["unknown-default-language A2"],
    );
    refuses_workbook(&[("survey", "type|name|label\nend group\ntext|a|Какво?")], &["nothing-to-close A2"]);
    let deep = (0..9).map(|n| format!("begin group|g{n}|Група\n")).collect::<String>();
    refuses(&format!("type|name|label\n{deep}text|a|Какво?\n{}", "end group\n".repeat(9)), &["too-deep A10"]);
}

#[test]
fn refuses_bad_options() {
    refuses_workbook(
        &[
            ("survey", "type|name|label\nselect_one l|a|Какво?"),
            (
                "choices",
                "list name|name|label|score|standing
l|a b|Едно
l|1|Две|два
l|2|Три||dontknow
l|2|Пак
|3|Ничие
l|4|",
            ),
        ],
        &[
            "bad-option B2",
            "unreadable-score D3",
            "unknown-standing E4",
            "repeated-option B5",
            "missing-list-name A6",
            "missing-label C7",
        ],
    );
    let sheets = [
        ("survey", "type|name|label\nselect_one l|a|Какво?"),
        ("choices", "list_name|name|label\nl|1|Да\nl|2|Не мога да преценя"),
    ];
    warns(&sheets, &["sounds-like-missing C3"]);
}

#[test]
fn the_words_beside_other_keep_their_name() {
    refuses("type|name|label\nselect_one yesno or_other|a|Кое?\ntext|a_other|Кое друго?", &["repeated-name B3"]);
    let taken =
        questionnaire("type|name|label|relevant\nselect_one yesno or_other|a|Кое?\ntext|b|Защо?|${a_other} != ''");
    assert!(taken.question("b").unwrap().relevance.is_some());
}

#[test]
fn numbers_and_dates_in_cells_are_read_as_shown() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("survey").unwrap();
    for (column, header) in (0..).zip(["type", "name", "label", "required"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    sheet.write_string(1, 0, "select_one l").unwrap();
    sheet.write_string(1, 1, "q").unwrap();
    sheet.write_number(1, 2, 2023).unwrap();
    sheet.write_boolean(1, 3, true).unwrap();
    let choices = workbook.add_worksheet();
    choices.set_name("choices").unwrap();
    for (column, header) in (0..).zip(["list_name", "name", "label", "score"]) {
        choices.write_string(0, column, header).unwrap();
    }
    choices.write_string(1, 0, "l").unwrap();
    choices.write_number(1, 1, 1).unwrap();
    choices.write_formula(1, 2, rust_xlsxwriter::Formula::new("=\"Д\"&\"а\"").set_result("Да")).unwrap();
    choices.write_number(1, 3, 2.5).unwrap();
    let taken = xlsform::import(&workbook.save_to_buffer().unwrap(), "x.xlsx").unwrap().questionnaire;
    let question = taken.question("q").unwrap();
    assert_eq!(question.label.bulgarian, "2023");
    assert!(question.required.is_some());
    let option = &taken.scale_of(question).unwrap().options[0];
    assert_eq!((option.code.as_str(), option.label.bulgarian.as_str()), ("1", "Да"), "a formula is its value");
    assert_eq!(option.standing, Standing::Value(2.5));
}

#[test]
fn what_an_expression_can_hardly_mean_is_told() {
    let survey = "type|name|label|relevant
select_one yesno|q|Да?
integer|n|Колко?|${q} = 'yse'
text|t|Какво?|${n} > 'много'";
    let imported = xlsform::import(&with_survey(survey), "x.xlsx").unwrap();
    let told: Vec<_> = imported.warnings.iter().map(|found| (found.code(), found.row, found.letter())).collect();
    assert!(told.contains(&("expression-no-such-option", Some(3), Some("D".to_owned()))), "{told:?}");
    assert!(told.contains(&("expression-not-a-number", Some(4), Some("D".to_owned()))), "{told:?}");
}
