//! Expressions on the tree of a form: paths, repeats, chance, bounds; and the oracle of both engines of ODK.

use crate::samples::shared;
use jiff::civil::date;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use survey::expression::{ExpressionFault, Found, Instance, Labels, Place, Reach, Scene};
use survey::{Expression, ExpressionProblem, Surroundings, Value};

const HOUSE: &str = r#"<?xml version="1.0"?>
<data id="h" version="3">
  <age>42</age><blank/><ways>web paper</ways>
  <house>
    <person><name>Ана</name><age>34</age><job><title>лекар</title></job></person>
    <person><name>Боян</name><age>7</age></person>
    <person><name>Вяра</name><age/></person>
  </house>
</data>"#;

#[derive(Debug)]
struct Words;

impl Labels for Words {
    fn label(&self, question: &str, option: &str) -> Option<String> {
        (question == "ways" && option == "web").then(|| "през интернет".to_owned())
    }
}

fn find(instance: &Instance, at: Place, source: &str) -> Result<Found, ExpressionFault> {
    let surroundings = Surroundings {
        now: Some(date(2026, 11, 22).at(9, 30, 0, 0)),
        seed: Some(7),
        labels: Some(&Words),
        names: None,
    };
    let scene = Scene { instance, at, today: date(2026, 11, 22), surroundings };
    let expression = Expression::parse_within(source, Reach::FORM);
    expression.unwrap_or_else(|problem| panic!("{source}: {problem:?}")).find(&scene)
}

fn words(instance: &Instance, at: Place, source: &str) -> String {
    match find(instance, at, source).unwrap() {
        Found::Value(value) => value.as_text(),
        Found::Places(places) => {
            places.iter().map(|place| instance.words(*place).unwrap()).collect::<Vec<_>>().join("|")
        }
    }
}

#[track_caller]
fn check(source: &str, expect: &str) {
    let instance = Instance::read(HOUSE).unwrap();
    assert_eq!(words(&instance, instance.top().unwrap(), source), expect, "{source}");
}

/// Evaluated at the age of the second person.
#[track_caller]
fn check_inside(source: &str, expect: &str) {
    let instance = Instance::read(HOUSE).unwrap();
    let Found::Places(places) = find(&instance, instance.top().unwrap(), "/data/house/person[2]/age").unwrap() else {
        panic!("a path comes to places")
    };
    assert_eq!(words(&instance, places[0], source), expect, "{source}");
}

#[test]
fn paths() {
    check("/data/age", "42");
    check("age", "42");
    check("./age", "42");
    check("house/person/name", "Ана|Боян|Вяра");
    check("house/*/name", "Ана|Боян|Вяра");
    check("//name", "Ана|Боян|Вяра");
    check("/data/@version", "3");
    check("/data/@*", "h|3");
    check("house/person[2]/name", "Боян");
    check("house/person[last()]/name", "Вяра");
    check("house/person[age > 10]/name", "Ана");
    check("house/person[age > 10 or name = 'Вяра'][2]/name", "Вяра");
    check("house/person[job]/name", "Ана");
    check("//title/ancestor::person/name", "лекар".replace("лекар", "Ана").as_str());
    check("house/person[1]/following-sibling::person/name", "Боян|Вяра");
    check("house/person[3]/preceding-sibling::person[1]/name", "Боян");
    check("house/person/descendant::title", "лекар");
    check("//job/parent::node()/name", "Ана");
    check("age | house/person/age", "42|34|7|");
    check("(house/person)[2]/name", "Боян");
    check("count(house/person) * 2", "6");
    check("age*2", "84");
    check("6 div age", Value::Number(6.0 / 42.0).as_text().as_str());
    check("name(/*)", "data");
    check("version()", "3");
    check("nothing/at/all", "");
    check("boolean(blank)", "false");
    check("not(nothing)", "true");
}

#[test]
fn names_and_repeats() {
    check("${name}", "Ана|Боян|Вяра");
    check("sum(${age}[. > 0])", "83");
    check("count(${person})", "3");
    check("indexed-repeat(${name}, ${person}, 2)", "Боян");
    check("indexed-repeat(/data/house/person/name, /data/house/person, 1 + 2)", "Вяра");
    check("indexed-repeat(${name}, ${person}, 9)", "");
    check("join(', ', ${name})", "Ана, Боян, Вяра");
    check("concat(${name}, '!')", "АнаБоянВяра!");
    check("max(house/person[age != '']/age)", "34");
    check("count-non-empty(house/person/age)", "2");
    check("house/person/age = 7", "true");
    check("selected(${ways}, 'paper')", "true");
    check("jr:choice-name(selected-at(${ways}, 0), '${ways}')", "през интернет");
    check("jr:choice-name('web', '/data/ways')", "през интернет");
    check("jr:choice-name('fax', '/data/ways')", "");
    check_inside("${name}", "Боян");
    check_inside("../name", "Боян");
    check_inside("position(..)", "2");
    check_inside(". + 1", "8");
    check_inside("/data/house/person[position() < position(current()/..)]/name", "Ана");
    check_inside("count(../preceding-sibling::person)", "1");
    check_inside("once(99)", "7");
}

#[test]
fn other_instances() {
    let mut instance = Instance::read(HOUSE).unwrap();
    let list = instance.beside("towns", "list").unwrap();
    for (code, region) in [("pr", "pd"), ("st", "pd"), ("so", "sf")] {
        let item = instance.add(list, "item", "").unwrap();
        instance.add(item, "name", code).unwrap();
        instance.add(item, "region", region).unwrap();
    }
    let top = instance.top().unwrap();
    assert_eq!(words(&instance, top, "instance('towns')/list/item"), "");
    assert_eq!(words(&instance, top, "instance('towns')/item[region = 'pd']/name"), "pr|st");
    assert_eq!(words(&instance, top, "count(instance('none')/item)"), "0");
    assert_eq!(words(&instance, top, "//region"), "");
}

#[test]
fn time_and_chance_are_given() {
    check("now()", "2026-11-22T09:30:00.000");
    check("string-length(uuid())", "36");
    check("substr(uuid(), 14, 15)", "4");
    check("string-length(uuid(12))", "12");
    check("random() >= 0 and random() < 1 and random() != random()", "true");
    check("count(randomize(house/person))", "3");
    check("join('', randomize(house/person/name, 3)) = join('', randomize(house/person/name, 3))", "true");
    let instance = Instance::read(HOUSE).unwrap();
    let surroundings = Surroundings::default();
    let scene = Scene { instance: &instance, at: instance.top().unwrap(), today: date(2026, 11, 22), surroundings };
    let random = Expression::parse_within("random()", Reach::FORM).unwrap();
    assert_eq!(random.find(&scene), Err(ExpressionFault::NoChance));
}

#[test]
fn work_is_bounded() {
    let mut instance = Instance::new("data");
    let top = instance.top().unwrap();
    for number in 0..20_000 {
        let row = instance.add(top, "a", "").unwrap();
        instance.add(row, "b", &number.to_string()).unwrap();
    }
    assert_eq!(words(&instance, top, "count(a)"), "20000");
    for source in
        ["count(a[b = /data/a/b])", "//a//b//..//b", "//*[//*[//*]]", "a/b = a/b + 1 or a/b != a/b[1]/../../a/b"]
    {
        let found = find(&instance, top, source);
        assert!(matches!(found, Err(ExpressionFault::TooMuchWork) | Ok(Found::Value(_))), "{source}");
    }
    assert_eq!(find(&instance, top, "count(a[b = /data/a/b])"), Err(ExpressionFault::TooMuchWork));
    let refuse = |source: &str| Expression::parse_within(source, Reach::FORM).unwrap_err();
    assert_eq!(refuse(&"a[".repeat(60)), ExpressionProblem::TooDeep);
    assert_eq!(refuse(&"a/".repeat(100)), ExpressionProblem::Unfinished);
    assert_eq!(refuse(&format!("{}a", "a/".repeat(100))), ExpressionProblem::TooDeep);
    assert_eq!(refuse("a[1"), ExpressionProblem::Unfinished);
    assert_eq!(refuse("a::b"), ExpressionProblem::Unexpected { near: "a".to_owned() });
}

#[test]
fn forms_that_are_none() {
    for xml in ["", "x", "<a>", "<a></b>", "<a/><b/>", "</a>", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>&b;</a>"]
    {
        assert!(Instance::read(xml).is_err(), "{xml}");
    }
    assert!(Instance::read(&"<a>".repeat(1000)).is_err());
    assert!(Instance::read(&format!("<a>{}</a>", " ".repeat(5 << 20))).is_err());
    let escaped = Instance::read("<a b='&lt;'>&#1078;&amp;<![CDATA[<x>]]></a>").unwrap();
    assert_eq!(words(&escaped, escaped.top().unwrap(), "concat(., /a/@b)"), "ж&<x><");
}

/// Where the two engines of ODK disagree, which of them we follow; the reasons are in `docs/decisions`.
const DECIDED: [(&str, &str); 27] = [
    ("/data/household/resident[2]/nome", "enketo"),
    ("/data/household/resident[last()]/nome", "enketo"),
    ("count(//idade)", "enketo"),
    (".", "enketo"),
    ("//nome", "enketo"),
    ("concat(/data/household/resident/nome, \"!\")", "enketo"),
    ("substring(\"hello\", 2)", "enketo"),
    ("substring(\"hello\", 2, 3)", "enketo"),
    ("substring(\"hello\", 0, 3)", "xpath"),
    ("substring(\"hello\", 1.5, 2.6)", "enketo"),
    ("floor(1.9)", "enketo"),
    ("ceiling(1.1)", "enketo"),
    ("round(-1.5)", "javarosa"),
    ("boolean(/data/blank)", "javarosa"),
    ("boolean-from-string(\"TRUE\")", "javarosa"),
    ("/data/household/resident/idade = 7", "enketo"),
    ("/data/household/resident/idade != 7", "enketo"),
    ("/data/missing != 0", "javarosa"),
    ("once(/data/age)", "javarosa"),
    ("regex(\"a12345678901b\", \"[0-9]{11}\")", "javarosa"),
    ("regex(\"abc123\", \"[0-9]+\")", "javarosa"),
    ("distance(/data/trecho)", "enketo"),
    ("distance(/data/area_quadra)", "enketo"),
    ("distance(\"-23.5505 -46.6333 0 0;-23.5605 -46.6333 0 0\")", "enketo"),
    ("area(/data/area_quadra)", "enketo"),
    ("area(/data/trecho)", "enketo"),
    ("area(\"-1 -1 0 0;-1 1 0 0;1 1 0 0;1 -1 0 0;-1 -1 0 0\")", "enketo"),
];

#[test]
fn agrees_with_the_engines_of_odk() {
    let Some(folder) = shared("samples/expressions") else { return };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let oracle = |name: &str| serde_json::from_str::<BTreeMap<String, Json>>(&read(name)).unwrap();
    let (enketo, javarosa) = (oracle("expected.json"), oracle("javarosa-expected.json"));
    let instance = Instance::read(&read("instance.xml")).unwrap();
    let corpus = read("corpus.txt");
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert_eq!(lines.len(), 126);
    let (mut agreed, mut decided) = (0, BTreeMap::new());
    for line in lines {
        let ours = ours(&instance, line);
        let says = |oracle: &BTreeMap<String, Json>| is_same(&ours, &meant(&oracle[line]));
        if is_same(&meant(&enketo[line]), &meant(&javarosa[line])) {
            assert!(says(&enketo), "{line}: ours is {ours:?}, both say {}", enketo[line]);
            agreed += 1;
        } else {
            let follows = if says(&enketo) {
                "enketo"
            } else if says(&javarosa) {
                "javarosa"
            } else {
                "xpath"
            };
            decided.insert(line, follows);
        }
    }
    assert_eq!(agreed, 99);
    assert_eq!(decided, DECIDED.into_iter().collect());
}

#[derive(Debug)]
enum Meant {
    Error,
    Text(String),
    Many(Vec<String>),
    Number(f64),
    Boolean(bool),
}

/// A text and one place with that text are the same answer: which of them an engine hands out is its own affair.
fn is_same(one: &Meant, two: &Meant) -> bool {
    match (one, two) {
        (Meant::Error, Meant::Error) => true,
        (Meant::Many(one), Meant::Many(two)) => one == two,
        (Meant::Text(text), Meant::Many(many)) | (Meant::Many(many), Meant::Text(text)) => {
            many.first().map_or("", String::as_str) == text
        }
        (Meant::Text(one), Meant::Text(two)) => one == two,
        (Meant::Number(one), Meant::Number(two)) => one.to_string() == two.to_string() || (one - two).abs() < 1e-9,
        (Meant::Boolean(one), Meant::Boolean(two)) => one == two,
        _ => false,
    }
}

fn meant(answer: &Json) -> Meant {
    let value = &answer["value"];
    match answer["type"].as_str().unwrap() {
        "error" => Meant::Error,
        "boolean" => Meant::Boolean(value.as_bool().unwrap()),
        "string" => Meant::Text(value.as_str().unwrap().to_owned()),
        "nodeset" => Meant::Many(value.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()),
        "number" => Meant::Number(match value.as_str() {
            Some("NaN") => f64::NAN,
            Some("Infinity") => f64::INFINITY,
            Some(_) => f64::NEG_INFINITY,
            None => value.as_f64().unwrap(),
        }),
        other => panic!("{other}"),
    }
}

fn ours(instance: &Instance, line: &str) -> Meant {
    let Ok(expression) = Expression::parse_within(line, Reach::FORM) else { return Meant::Error };
    if !expression.beyond_odk().is_empty() {
        return Meant::Error;
    }
    let surroundings = Surroundings::default();
    let scene = Scene { instance, at: instance.top().unwrap(), today: date(2026, 11, 22), surroundings };
    match expression.find(&scene).unwrap() {
        Found::Value(Value::Number(number)) => Meant::Number(number),
        Found::Value(Value::Boolean(yes)) => Meant::Boolean(yes),
        Found::Value(value) => Meant::Text(value.as_text()),
        Found::Places(places) => Meant::Many(places.iter().map(|place| instance.words(*place).unwrap()).collect()),
    }
}
