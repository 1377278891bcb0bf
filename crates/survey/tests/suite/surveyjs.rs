//! Surveys of SurveyJS: what is carried over, what is told, and what never stops us.

use crate::export::comes_back;
use crate::fuzz::{cases, changed, changes};
use crate::workbook::TODAY;
use base::{Explain, LanguageTag};
use proptest::prelude::*;
use serde_json::{Value, json};
use survey::lint::{Places, lint};
use survey::surveyjs::{self, Carried, Feature, Problem};
use survey::{
    Answer, Answers, FileShape, GroupLayout, Item, Journey, Look, OptionCode, Question, QuestionCode, QuestionKind,
    Standing, TextForm,
};

fn carried(survey: &Value) -> Carried {
    surveyjs::read(survey.to_string().as_bytes(), "анкета.json").unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// One survey with these elements on one page, in Bulgarian.
fn of(elements: &Value) -> Carried {
    carried(&json!({ "locale": "bg", "title": "Анкета", "pages": [{ "name": "p", "elements": elements }] }))
}

fn question(carried: &Carried, code: &str) -> Question {
    carried.questionnaire.question(code).unwrap_or_else(|| panic!("no {code}: {:#?}", carried.questionnaire)).clone()
}

fn told(carried: &Carried) -> Vec<Problem> {
    carried.left_out.iter().map(|found| found.problem.clone()).collect()
}

#[test]
fn kinds_become_ours() {
    let check = |element: Value, expected: &str| {
        let mut element = element;
        element["name"] = "q".into();
        let carried = of(&json!([element]));
        assert_eq!(told(&carried), [], "{element}");
        assert_eq!(question(&carried, "q").kind.name(), expected, "{element}");
        comes_back(&carried.questionnaire, expected);
    };
    check(json!({ "type": "text" }), "text");
    check(json!({}), "text");
    check(json!({ "type": "comment" }), "long-text");
    check(json!({ "type": "text", "inputType": "number", "min": 0, "max": 120 }), "decimal");
    check(json!({ "type": "text", "inputType": "date" }), "date");
    check(json!({ "type": "text", "inputType": "time" }), "time");
    check(json!({ "type": "text", "inputType": "email" }), "text");
    check(json!({ "type": "radiogroup", "choices": ["a", { "value": 2, "text": "Две" }] }), "one");
    check(json!({ "type": "dropdown", "choices": ["a", "b"] }), "one");
    check(json!({ "type": "checkbox", "choices": ["a", "b"], "showNoneItem": true, "maxSelectedChoices": 2 }), "many");
    check(json!({ "type": "tagbox", "choices": ["a", "b"] }), "many");
    check(json!({ "type": "boolean" }), "one");
    check(json!({ "type": "rating" }), "one");
    check(json!({ "type": "ranking", "choices": ["a", "b", "c"] }), "ranking");
    check(json!({ "type": "slider", "min": 0, "max": 10, "step": 0.5 }), "decimal");
}

#[test]
fn what_stands_in_a_question_comes_along() {
    let carried = of(&json!([
        { "type": "radiogroup", "name": "how", "title": "Как?", "isRequired": true, "requiredErrorText": "Без това не можем.",
          "choices": [{ "value": "по телефона", "text": "По телефона" }, "web"], "hasOther": true, "choicesOrder": "random" },
        { "type": "rating", "name": "grade", "rateMin": 1, "rateMax": 3, "minRateDescription": "зле", "maxRateDescription": "добре" },
        { "type": "text", "name": "mail", "validators": [{ "type": "email" }] },
        { "type": "text", "name": "code", "validators": [{ "type": "regex", "regex": "[0-9]+", "text": "Само цифри." }] },
        { "type": "checkbox", "name": "what", "choices": [1, 2, 3], "validators": [{ "type": "answercount", "minCount": 2 }],
          "showDontKnowItem": true },
        { "type": "matrix", "name": "grid", "title": "Оценете", "columns": [{ "value": 1, "text": "Зле" }, { "value": 2, "text": "Добре" }],
          "rows": ["speed", { "value": "ясно", "text": "Яснота" }], "isAllRowRequired": true },
        { "type": "multipletext", "name": "who", "title": "Кой сте?", "items": [{ "name": "first", "title": "Име" }, { "name": "age", "inputType": "number" }] },
        { "type": "html", "name": "note", "html": "<p>Благодарим, <b>{how}</b><script>alert(1)</script></p>" },
        { "type": "panel", "name": "inner", "title": "Още", "elements": [{ "type": "comment", "name": "why", "maxLength": 300 }] }
    ]));
    assert_eq!(told(&carried), []);
    let form = &carried.questionnaire;
    let how = question(&carried, "how");
    assert!(how.takes_other() && how.shuffled);
    assert_eq!(how.required.as_ref().unwrap().message.as_ref().unwrap().bulgarian, "Без това не можем.");
    let codes: Vec<&str> = form.scale_of(&how).unwrap().options.iter().map(|option| option.code.as_str()).collect();
    assert_eq!(codes, ["по_телефона", "web", "other"]);
    let grade = question(&carried, "grade");
    assert!(matches!(grade.kind, QuestionKind::One { look: Look::Row, .. }));
    let grades = form.scale_of(&grade).unwrap();
    assert!(grades.ordered && grades.options[2].standing == Standing::Value(3.0));
    assert_eq!(
        (grades.options[0].label.bulgarian.as_str(), grades.options[2].label.bulgarian.as_str()),
        ("1 – зле", "3 – добре")
    );
    assert!(matches!(question(&carried, "mail").kind, QuestionKind::Text(shape) if shape.form == TextForm::Email));
    let code = question(&carried, "code").constraint.unwrap();
    assert_eq!(
        (code.expression.source(), code.message.unwrap().bulgarian.as_str()),
        ("regex(., '[0-9]+')", "Само цифри.")
    );
    let what = question(&carried, "what");
    assert!(matches!(what.kind, QuestionKind::Many { ticks, .. } if ticks.least == Some(2)));
    assert_eq!(form.scale_of(&what).unwrap().options[3].standing, Standing::DontKnow);
    let battery = form.battery_of("grid_ясно").unwrap();
    assert_eq!(battery.rows().map(QuestionCode::as_str).collect::<Vec<_>>(), ["grid_speed", "grid_ясно"]);
    assert!(question(&carried, "grid_speed").required.is_some());
    assert_eq!(question(&carried, "who_first").label.bulgarian, "Име");
    assert_eq!(question(&carried, "note").label.bulgarian, "Благодарим, ${how}");
    assert!(matches!(&form.items[0], Item::Group(page) if page.layout == GroupLayout::Page));
    comes_back(form, "everything");
    assert!(!lint(form, &Places::default()).has_errors());
}

#[test]
fn conditions_decide_as_they_did() {
    let holds = |source: &str, expected: bool| {
        let carried = of(&json!([
            { "type": "radiogroup", "name": "one", "choices": ["a b", "c"] },
            { "type": "checkbox", "name": "many", "choices": ["x", "y", "z"] },
            { "type": "boolean", "name": "truth" },
            { "type": "text", "name": "n", "inputType": "number" },
            { "type": "text", "name": "words" },
            { "type": "matrix", "name": "m", "columns": [1, 2, 3], "rows": ["r"] },
            { "type": "text", "name": "q", "visibleIf": source }
        ]));
        assert_eq!(told(&carried), [], "{source}");
        let code = |code: &str| QuestionCode::parse(code).unwrap();
        let option = |code: &str| OptionCode::parse(code).unwrap();
        let answers: Answers = [
            (code("one"), Answer::One(option("a_b"), None)),
            (code("many"), Answer::Many(vec![option("x"), option("z")], None)),
            (code("truth"), Answer::One(option("true"), None)),
            (code("n"), Answer::Decimal(5.0)),
            (code("words"), Answer::Text("добър ден".to_owned())),
            (code("m_r"), Answer::One(option("2"), None)),
        ]
        .into_iter()
        .collect();
        let journey = Journey::of(&carried.questionnaire, &answers, TODAY);
        let shown = question(&carried, "q").relevance.unwrap();
        assert_eq!(journey.is_shown("q"), expected, "{source} as {}", shown.source());
    };
    holds("{one} = 'a b'", true);
    holds("{one} != 'a b'", false);
    holds("'c' == {one}", false);
    holds("{many} contains 'x' and {many} notcontains 'y'", true);
    holds("{many} = ['x', 'z']", true);
    holds("{many} = ['x']", false);
    holds("{many} anyof ['y', 'z']", true);
    holds("{many} allof ['x', 'y']", false);
    holds("{many} noneof ['y']", true);
    holds("{one} anyof ['c', 'a b']", true);
    holds("{truth} = true", true);
    holds("!({truth} = true) || {n} <= 5", true);
    holds("{n} > 3 && {n} < 5", false);
    holds("({n} + 1) * 2 = 12", true);
    holds("{n} % 2 == 1 and {n} / 2 > 2", true);
    holds("{words} contains 'ден'", true);
    holds("{words} notempty and {words} != ''", true);
    holds("{words} empty", false);
    holds("{m.r} = 2", true);
    holds("{m.r} greaterorequal 3", false);
    holds("iif({n} > 3, 'yes', 'no') = 'yes'", true);
    holds("sum({n}, 2) = 7 and avg({n}, 7) = 6 and max({n}, 9) = 9", true);
    holds("not({one} = 'c')", true);
}

#[test]
fn files_are_asked_for_as_they_were() {
    let check = |more: Value, expected: FileShape| {
        let mut element = json!({ "type": "file", "name": "q" });
        element.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let carried = of(&json!([element]));
        let question = carried.questionnaire.question("q").unwrap();
        assert_eq!(question.kind, QuestionKind::File(expected), "{more}");
        assert!(told(&carried).is_empty(), "{more}");
    };
    check(json!({}), FileShape::file());
    check(json!({ "acceptedTypes": "image/*" }), FileShape::photo());
    check(json!({ "acceptedTypes": ".pdf, image/png" }), FileShape::file());
    check(json!({ "allowMultiple": true, "sourceType": "camera" }), FileShape { pictures: true, most: 5 });
    check(json!({ "allowMultiple": true, "maxFiles": 3 }), FileShape { pictures: false, most: 3 });
    check(json!({ "allowMultiple": true, "maxFiles": 80 }), FileShape { pictures: false, most: 5 });
}

#[test]
fn a_panel_that_is_filled_in_several_times_becomes_rounds() {
    let panel = |more: Value| {
        let mut panel = json!({ "type": "paneldynamic", "name": "children", "title": "Деца", "templateElements": [
            { "type": "text", "name": "age", "title": "На колко години е?", "inputType": "number" },
            { "type": "radiogroup", "name": "school", "title": "Ходи ли на училище ({panel.age} г.)?", "choices": ["да", "не"],
              "visibleIf": "{panel.age} > 6" }
        ]});
        panel.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        panel
    };
    let some = of(&json!([
        { "type": "text", "name": "age", "inputType": "number" },
        panel(json!({ "maxPanelCount": 3 })),
        { "type": "comment", "name": "last", "visibleIf": "{children[1].school} = 'да'" }
    ]));
    // Outside of the panel there is another question with this name.
    let renamed = Problem::Renamed { question: "age".to_owned(), code: "age_2".to_owned() };
    let source = "{children[1].school} = 'да'".to_owned();
    let (question_of, near) = ("last".to_owned(), "children[1].school".to_owned());
    assert_eq!(told(&some), [renamed, Problem::NotTranslated { question: question_of, source, near }]);
    let form = &some.questionnaire;
    let codes: Vec<&str> = form.questions().map(|question| question.code.as_str()).collect();
    let rounds =
        ["age_2.1", "school.1", "children.1.more", "age_2.2", "school.2", "children.2.more", "age_2.3", "school.3"];
    assert_eq!(codes, [&["age"], &rounds[..], &["last"]].concat());
    let school = question(&some, "school.2");
    assert_eq!(school.relevance.unwrap().source(), "${age_2.2} > 6");
    assert_eq!(school.label.bulgarian, "Ходи ли на училище (${age_2.2} г.)?");
    comes_back(form, "a repeated panel");
    assert!(!lint(form, &Places::default()).has_errors());
    // As many as there are, and nobody is asked whether there are more.
    let fixed = of(&json!([panel(json!({ "panelCount": 2, "allowAddPanel": false, "allowRemovePanel": false }))]));
    assert_eq!((told(&fixed).len(), fixed.questionnaire.questions().count()), (0, 4));
    comes_back(&fixed.questionnaire, "a fixed number of panels");
    // Nobody says how many.
    let open = of(&json!([panel(json!({}))]));
    assert_eq!(
        open.questionnaire.questions().filter(|question| question.code.as_str().starts_with("age.")).count(),
        10
    );
}

#[test]
fn what_is_not_carried_is_told() {
    let check = |element: Value, expected: &[Problem]| {
        let last = json!({ "type": "text", "name": "last" });
        let carried = of(&json!([{ "type": "text", "name": "first" }, element, last]));
        assert_eq!(told(&carried), expected, "{element}");
    };
    let left_out = |feature: Feature| Problem::LeftOut { question: "q".to_owned(), feature };
    check(json!({ "type": "signaturepad", "name": "q" }), &[left_out(Feature::File)]);
    check(json!({ "type": "imagepicker", "name": "q", "choices": [1] }), &[left_out(Feature::Picture)]);
    check(json!({ "type": "matrixdynamic", "name": "q" }), &[left_out(Feature::Table)]);
    let asks = json!([{ "type": "text", "name": "inner" }]);
    check(
        json!({ "type": "paneldynamic", "name": "q", "visible": false, "templateElements": asks }),
        &[left_out(Feature::Hidden)],
    );
    check(
        json!({ "type": "paneldynamic", "name": "outer", "templateElements": [
            { "type": "text", "name": "inner" }, { "type": "paneldynamic", "name": "q", "templateElements": asks }
        ]}),
        &[left_out(Feature::RepeatWithin)],
    );
    check(
        json!({ "type": "paneldynamic", "name": "q", "maxPanelCount": 21, "templateElements": asks }),
        &[left_out(Feature::MoreRounds)],
    );
    let many: Vec<Value> = (0..150).map(|number| json!({ "type": "text", "name": format!("i{number}") })).collect();
    check(
        json!({ "type": "paneldynamic", "name": "q", "maxPanelCount": 20, "templateElements": many }),
        &[left_out(Feature::Repeat)],
    );
    check(json!({ "type": "comment", "name": "q", "defaultValue": "x" }), &[left_out(Feature::DefaultValue)]);
    check(json!({ "type": "comment", "name": "q", "visible": false }), &[left_out(Feature::Hidden)]);
    check(json!({ "type": "comment", "name": "q", "enableIf": "{first} = 1" }), &[left_out(Feature::Enabled)]);
    check(json!({ "type": "text", "name": "q", "inputType": "datetime-local" }), &[left_out(Feature::Time)]);
    check(json!({ "type": "text", "name": "q", "inputType": "color" }), &[left_out(Feature::Validation)]);
    check(
        json!({ "type": "dropdown", "name": "q", "choicesByUrl": { "url": "https://example.org" } }),
        &[left_out(Feature::FromElsewhere), Problem::NoOptions { question: "q".to_owned() }],
    );
    check(
        json!({ "type": "orbit", "name": "q" }),
        &[Problem::UnknownKind { question: "q".to_owned(), given: "orbit".to_owned() }],
    );
    check(
        json!({ "type": "text", "name": "q?", "visibleIf": "{first} = 1" }),
        &[Problem::Renamed { question: "q?".to_owned(), code: "q".to_owned() }],
    );
    let untranslated = |source: &str, near: &str| {
        let (source, near) = (source.to_owned(), near.to_owned());
        [Problem::NotTranslated { question: "q".to_owned(), source, near }]
    };
    check(json!({ "type": "text", "name": "q", "visibleIf": "{last} = 1" }), &untranslated("{last} = 1", "last"));
    check(
        json!({ "type": "text", "name": "q", "visibleIf": "dateAdd({first})" }),
        &untranslated("dateAdd({first})", "dateAdd"),
    );
    check(json!({ "type": "text", "name": "q", "visibleIf": "{first} = " }), &untranslated("{first} = ", "…"));
    let whole = carried(
        &json!({ "elements": [{ "type": "text", "name": "q" }], "triggers": [{ "type": "complete", "expression": "1" }] }),
    );
    let english = Problem::NotBulgarian { language: "en".to_owned() };
    let trigger = Problem::LeftOut { question: "complete".to_owned(), feature: Feature::Trigger };
    assert_eq!(told(&whole), [english, trigger]);
}

#[test]
fn languages_stand_side_by_side() {
    let carried = carried(&json!({
        "locale": "en",
        "title": { "default": "Survey", "bg": "Анкета", "tr": "Anket" },
        "elements": [{ "type": "boolean", "name": "q", "title": { "en": "Well?", "bg": "Добре ли е?" } }]
    }));
    let form = &carried.questionnaire;
    assert_eq!(form.languages.iter().map(LanguageTag::as_str).collect::<Vec<_>>(), ["bg", "en", "tr"]);
    assert_eq!((form.title.bulgarian.as_str(), form.title.english.as_deref()), ("Анкета", Some("Survey")));
    let label = question(&carried, "q").label;
    assert_eq!((label.bulgarian.as_str(), label.english.as_deref()), ("Добре ли е?", Some("Well?")));
    // Nobody is asked in a mixture: the missing words are marked.
    assert_eq!(form.untranslated().unwrap().1.as_str(), "tr");
}

#[test]
fn hostile_files_are_refused() {
    let check = |bytes: &[u8], expected: &str| {
        let problems = surveyjs::read(bytes, "x.json").unwrap_err();
        assert_eq!(problems[0].code(), expected, "{problems:?}");
    };
    check(b"", "surveyjs-not-json");
    check(b"{\"pages\": [", "surveyjs-not-json");
    check(&b"[".repeat(100_000), "surveyjs-not-json");
    check(&vec![b' '; surveyjs::LARGEST_FILE + 1], "surveyjs-too-large");
    check(b"[]", "surveyjs-not-a-survey");
    check(b"{}", "surveyjs-not-a-survey");
    check(b"{\"pages\": [{}]}", "surveyjs-no-questions");
    let mut deep = json!({ "type": "text", "name": "q" });
    for number in 0..20 {
        deep = json!({ "type": "panel", "name": format!("p{number}"), "elements": [deep] });
    }
    check(json!({ "elements": [deep] }).to_string().as_bytes(), "surveyjs-too-deep");
    let long = json!({ "elements": [{ "type": "text", "name": "q", "title": "ж".repeat(1_000_000) }] });
    check(long.to_string().as_bytes(), "surveyjs-too-long");
    let many: Vec<Value> = (0..20_000).map(|number| json!({ "type": "text", "name": format!("q{number}") })).collect();
    check(json!({ "elements": many }).to_string().as_bytes(), "surveyjs-too-many-questions");
    let options: Vec<Value> = (0..100_000).map(Value::from).collect();
    check(
        json!({ "elements": [{ "type": "dropdown", "name": "q", "choices": options }] }).to_string().as_bytes(),
        "surveyjs-too-many-questions",
    );
    let markup = "<script>alert(1)</script><img src=x onerror=alert(1)>${q} =cmd()";
    let carried = of(
        &json!([{ "type": "radiogroup", "name": markup, "title": markup, "choices": [{ "value": markup, "text": markup }] }]),
    );
    let written = format!("{:?}", carried.questionnaire.questions().next().unwrap().label);
    assert!(!written.contains('<') && !written.contains("${"), "{written}");
    // Where it is broken stands in the refusal.
    let broken = surveyjs::read(b"{\n \"pages\": nope }", "x.json").unwrap_err();
    assert_eq!((broken[0].row, broken[0].letter().as_deref()), (Some(2), Some("L")));
}

const SURVEY: &str = r#"{"locale":"bg","title":{"bg":"А","en":"B"},"pages":[{"name":"p","elements":[{"type":"radiogroup","name":"one","choices":["a",{"value":2,"text":"Две"}],"hasOther":true},{"type":"checkbox","name":"many","choices":[1,2,3],"visibleIf":"{one} = 'a' and {one} notempty"},{"type":"matrix","name":"m","columns":[1,2],"rows":["r"]},{"type":"rating","name":"g","rateMax":10},{"type":"text","name":"t","inputType":"number","validators":[{"type":"numeric","minValue":1}],"requiredIf":"{many} anyof [1,2] || {m.r} > 1"}]}]}"#;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(192)))]

    #[test]
    fn a_changed_survey_never_stops_us(changes in changes()) {
        let bytes = changed(SURVEY.as_bytes(), &changes);
        if let Ok(carried) = surveyjs::read(&bytes, "x.json") {
            let journey = Journey::of(&carried.questionnaire, &Answers::default(), TODAY);
            prop_assert!(journey.pages().len() <= carried.questionnaire.questions().count());
            lint(&carried.questionnaire, &Places::default());
        }
    }

    #[test]
    fn a_condition_never_stops_us(source in "(\\{one\\}|\\{many\\}|\\{m\\.r\\}|'a'|\\[1, 2\\]| = | contains | anyof | and | or |not|\\(|\\)|iif\\(|,|[0-9]|!| empty|-|\\*){0,25}|.{0,40}") {
        let mut survey: Value = serde_json::from_str(SURVEY).unwrap();
        survey["pages"][0]["elements"][4]["visibleIf"] = source.into();
        let carried = surveyjs::read(survey.to_string().as_bytes(), "x.json").unwrap();
        lint(&carried.questionnaire, &Places::default());
    }

    #[test]
    fn whatever_the_values_they_are_read(elements in prop::collection::vec(("text|radiogroup|rating|matrix|panel|html|.{0,4}", ".{0,6}|[a-z]{1,2}", prop_oneof![Just(json!(null)), Just(json!([])), Just(json!(["a", "a", 1, true, null])), Just(json!({ "value": 1 })), Just(json!("x")), Just(json!(1e300))], 0..6_usize), 0..6)) {
        let properties = ["choices", "title", "rateMax", "rows", "columns", "elements"];
        let elements: Vec<Value> = elements.into_iter().map(|(kind, name, value, place)| {
            let mut element = json!({ "type": kind, "name": name });
            element[properties[place]] = value;
            element
        }).collect();
        if let Ok(carried) = surveyjs::read(json!({ "elements": elements }).to_string().as_bytes(), "x.json") {
            Journey::of(&carried.questionnaire, &Answers::default(), TODAY);
            lint(&carried.questionnaire, &Places::default());
        }
    }
}
