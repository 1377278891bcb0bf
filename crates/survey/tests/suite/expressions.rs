use crate::samples::shared;
use crate::workbook::{TODAY, answers, many, one, text};
use jiff::civil::date;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use survey::{Answer, Context, Expression, ExpressionProblem, OptionCode, Value};

fn value(source: &str) -> Value {
    let answers = answers(&[
        ("age", Answer::Integer(42)),
        ("rate", Answer::Decimal(4.5)),
        ("used", one("yes")),
        ("ways", many(&["paper", "web"])),
        ("born", Answer::Date(date(1980, 2, 29))),
        ("name", text("Анна Мария")),
        ("grade", one("5")),
        ("job", Answer::One(OptionCode::other(), Some("учител".to_owned()))),
    ]);
    let own = Answer::Integer(7);
    let context = Context { answers: &answers, own: Some(&own), today: TODAY };
    Expression::parse(source).unwrap_or_else(|problem| panic!("{source}: {problem:?}")).value(&context)
}

#[track_caller]
fn check(source: &str, expect: &str) {
    assert_eq!(value(source).as_text(), expect, "{source}");
}

#[test]
fn arithmetic_and_order() {
    check("1 + 2 * 3", "7");
    check("(1 + 2) * 3", "9");
    check("7 div 2", "3.5");
    check("-7 mod 3", "-1");
    check("1 - 2 - 3", "-4");
    check("- - 5", "5");
    check(".5 + 1.", "1.5");
    check("1 div 0", "Infinity");
    check("0 div 0", "NaN");
    check("1 < 2 and 2 < 3 or false()", "true");
    check("1 = 1 = true()", "true");
    check("today() - 1", "19564");
}

#[test]
fn names_and_answers() {
    check("${age} >= 18 and ${age} < 65", "true");
    check("${ age } = '42'", "true");
    check("${used} = 'yes'", "true");
    check("${used} = “yes”", "true");
    check("${grade} > 3", "true");
    check("${rate} * 2", "9");
    check("selected(${ways}, 'web') and not(selected(${ways}, 'none'))", "true");
    check("selected(${ways}, 'we')", "false");
    check("count-selected(${ways})", "2");
    check("selected-at(${ways}, 1)", "web");
    check("selected-at(${ways}, 9)", "");
    check("${job_other}", "учител");
    check(". > 5", "true");
    check("${born} < '2000-01-01'", "true");
    check("${born} = '1980-02-29'", "true");
    check("${born} <= today()", "true");
    check("int((today() - ${born}) div 365.25)", "43");
}

#[test]
fn a_question_without_an_answer_is_the_empty_text() {
    check("${nothing} = ''", "true");
    check("${nothing} != ''", "false");
    check("${nothing} > 0", "false");
    check("${nothing} = 0", "false");
    check("selected(${nothing}, 'a')", "false");
    check("selected(${nothing}, '')", "false");
    check("count-selected(${nothing})", "0");
    check("string-length(${nothing})", "0");
    check("coalesce(${nothing}, ${age})", "42");
    check("not(${nothing})", "true");
    check("${nothing} + 1", "NaN");
    check("if(${nothing} = '', 'няма', 'има')", "няма");
}

#[test]
fn functions() {
    check("string-length(${name})", "10");
    check("regex(${name}, '[А-Я][а-я]+ [А-Я][а-я]+')", "true");
    check("regex(${name}, 'Анна')", "false");
    check("regex('a1', '\\w\\d')", "true");
    check("round(2.5)", "3");
    check("round(-1.5)", "-1");
    check("round(3.14159, 2)", "3.14");
    check("int(-1.9)", "-1");
    check("number('1e5')", "NaN");
    check("number(' 12 ')", "12");
    check("number('')", "NaN");
    check("number(true())", "1");
    check("concat('a', 1, true())", "a1true");
    check("substr('здравей', 1, 4)", "дра");
    check("substr('здравей', -2)", "ей");
    check("upper-case(${name})", "АННА МАРИЯ");
    check("min(3, 1, 2) + max(3, 1, 2)", "4");
    check("pow(2, 10)", "1024");
    check("date('2023-07-27') = today()", "true");
    check("count-non-empty(${age}, ${nothing}, 'x')", "2");
}

#[test]
fn refusals() {
    let refuse = |source: &str| Expression::parse(source).unwrap_err();
    assert_eq!(refuse(""), ExpressionProblem::Unfinished);
    assert_eq!(refuse("1 +"), ExpressionProblem::Unfinished);
    assert_eq!(refuse("'abc"), ExpressionProblem::Unfinished);
    assert_eq!(refuse("${abc"), ExpressionProblem::Unfinished);
    assert_eq!(refuse("1 2"), ExpressionProblem::Unexpected { near: "2".to_owned() });
    assert_eq!(refuse("abc = 1"), ExpressionProblem::Unexpected { near: "abc".to_owned() });
    assert_eq!(refuse("1 == 1"), ExpressionProblem::Unexpected { near: "=".to_owned() });
    assert_eq!(refuse("a & b"), ExpressionProblem::Unexpected { near: "& b".to_owned() });
    assert_eq!(refuse("pulldata('x')"), ExpressionProblem::UnknownFunction { name: "pulldata".to_owned() });
    let wrong = ExpressionProblem::WrongArguments { function: "if".to_owned(), given: 2, takes: "3".to_owned() };
    assert_eq!(refuse("if(1, 2)"), wrong);
    assert!(matches!(refuse("/data/age > 1"), ExpressionProblem::Path { .. }));
    assert!(matches!(refuse("../age > 1"), ExpressionProblem::Path { .. }));
    assert!(matches!(refuse("regex(., '(')"), ExpressionProblem::Pattern { .. }));
    assert!(matches!(refuse("regex(., ${x})"), ExpressionProblem::Pattern { .. }));
    assert!(matches!(refuse("regex(., '((a{1,100}){1,100}){1,100}')"), ExpressionProblem::Pattern { .. }));
    assert_eq!(refuse(&"(".repeat(50)), ExpressionProblem::TooDeep);
    assert_eq!(refuse(&format!("1{}", "+1".repeat(300))), ExpressionProblem::TooDeep);
    assert!(matches!(refuse(&"1".repeat(4001)), ExpressionProblem::TooLong { .. }));
    assert!(Expression::parse(&format!("{}1", "-".repeat(3000))).is_ok());
}

#[test]
fn names_in_an_expression() {
    let expression = Expression::parse("selected(${a}, 'x') or ${b_c} + ${a} > .").unwrap();
    assert_eq!(expression.names(), ["a", "b_c", "a"]);
    assert!(expression.asks_for_itself());
    assert!(!Expression::parse("${a} > 0.5").unwrap().asks_for_itself());
}

/// Where the two engines of ODK disagree, or ours differs from both, and why.
const DECIDED: [(&str, &str); 7] = [
    ("boolean(/data/blank)", "a question without an answer is the empty text, which is not true, as in JavaRosa"),
    ("once(/data/age)", "`once` keeps what is there; Enketo asks its own context, the whole form"),
    ("round(-1.5)", "half goes up, as in JavaRosa and in XPath"),
    ("regex(\"a12345678901b\", \"[0-9]{11}\")", "the whole text must match, as in JavaRosa"),
    ("regex(\"abc123\", \"[0-9]+\")", "the whole text must match, as in JavaRosa"),
    ("boolean-from-string(\"TRUE\")", "capitals do not matter, as in JavaRosa"),
    ("/data/missing != 0", "a question without an answer is the empty text, never an absent node"),
];

/// The oracle asks paths into a form; its leaves are answers here.
#[test]
fn agrees_with_the_engines_of_odk() {
    let Some(folder) = shared("samples/expressions") else { return };
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let expected: BTreeMap<String, Json> = serde_json::from_str(&read("expected.json")).unwrap();
    let instance = read("instance.xml");
    let form: Vec<(String, Answer)> = instance
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.trim().strip_prefix('<')?.split_once('>')?;
            let (words, _) = rest.split_once("</")?;
            (!words.contains('<') && !words.is_empty()).then(|| (name.to_owned(), text(words)))
        })
        .collect();
    let form: Vec<(&str, Answer)> = form.iter().map(|(name, answer)| (name.as_str(), answer.clone())).collect();
    let answers = answers(&form);
    let context = Context { answers: &answers, own: None, today: TODAY };
    let (mut agreed, mut skipped, mut differ) = (0, Vec::new(), Vec::new());
    let corpus = read("corpus.txt");
    for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some(oracle) = expected.get(line) else { continue };
        if DECIDED.iter().any(|(decided, _)| *decided == line) {
            continue;
        }
        let ours = named(line).and_then(|source| Expression::parse(&source).ok());
        let Some(ours) = ours else {
            skipped.push(line);
            continue;
        };
        let ours = ours.value(&context);
        let is_same = match (oracle.get("type").and_then(Json::as_str), oracle.get("value")) {
            (Some("number"), Some(value)) => match value.as_f64() {
                Some(number) => (ours.as_number() - number).abs() < 1e-9,
                None => ours.as_text() == value.as_str().unwrap_or("NaN"),
            },
            (Some("boolean"), Some(value)) => Some(ours.as_boolean()) == value.as_bool(),
            (Some("nodeset"), Some(value)) => ours.as_text() == value[0].as_str().unwrap_or_default(),
            (Some("string"), Some(value)) => value.as_str().is_some_and(|value| ours.as_text() == value),
            _ => {
                skipped.push(line);
                continue;
            }
        };
        if is_same {
            agreed += 1;
        } else {
            differ.push(format!("{line}: ours is {ours:?}, the oracle says {oracle}"));
        }
    }
    eprintln!("{agreed} expressions agree; SKIPPED {} that are not of our subset:", skipped.len());
    for line in &skipped {
        eprintln!("  {line}");
    }
    assert!(differ.is_empty(), "{differ:#?}");
    assert!(agreed >= 70, "only {agreed} agree");
}

/// `/data/age` as `${age}`; `None` for paths that have no such form.
fn named(line: &str) -> Option<String> {
    if line.contains("resident") || line.contains("/@") || line.contains("//") || line.trim() == "." {
        return None;
    }
    let mut parts = line.split("/data/");
    let mut source = parts.next()?.to_owned();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        source.push_str(&format!("${{{name}}}{rest}"));
    }
    Some(source)
}
