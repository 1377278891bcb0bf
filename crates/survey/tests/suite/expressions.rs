use crate::workbook::{TODAY, answers, many, one, text};
use base::Explain;
use jiff::civil::date;
use survey::expression::Asked;
use survey::{Answer, Context, Expression, ExpressionProblem, OptionCode, Surroundings, Value};

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
    let context = Context { answers: &answers, own: Some(&own), today: TODAY, surroundings: Surroundings::default() };
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
fn choices_and_lists() {
    check("checklist(2, 3, ${age} > 1, ${used} = 'yes', false())", "true");
    check("checklist(3, -1, ${age} > 1, ${used} = 'yes', false())", "false");
    check("checklist(-1, 1, true(), true())", "false");
    check("weighted-checklist(5, 7, true(), 4, ${used} = 'yes', 2, false(), 100)", "true");
    check("weighted-checklist(7, -1, true(), 4, true(), 2)", "false");
    check("boolean-from-string(' True ')", "true");
    check("count(${age}) + count(${nothing})", "1");
    check("sum(${age}) + sum(${nothing})", "42");
    check("join('-', ${used}, ${grade}, 'x')", "yes-5-x");
    check("once('new')", "7");
    check("if(false(), 1 div 0, if(true(), 'a', 'b'))", "a");
}

#[test]
fn mathematics() {
    check("sqrt(16) + exp(0) + exp10(2) + log10(1000)", "108");
    check("round(log(exp(2)), 9)", "2");
    check("round(sin(pi() div 2) + cos(0) + tan(0), 9)", "2");
    check("round(atan2(1, 1) * 4 - pi(), 9)", "0");
    check("round(asin(1) + acos(1) + atan(0), 4)", "1.5708");
    check("sqrt(-1)", "NaN");
    check("round(1234.5, -2)", "1200");
    check("base64-decode('0JPQu9Cw0YE=')", "Глас");
    check("base64-decode('***')", "");
    check("substring('здравей', 2, 3)", "дра");
    check("substring('12345', 0 div 0, 3)", "");
    check("substring('12345', -1 div 0)", "");
}

#[test]
fn days_and_times() {
    check("format-date(${born}, '%d.%m.%Y')", "29.02.1980");
    check("format-date('2026-01-09', '%e %b %y, %a')", "9 Jan 26, Fri");
    check("format-date-time('2026-08-07T06:31:13.834-03:00', '%H:%M:%S.%3 %h %%')", "06:31:13.834 6 %");
    check("format-date('утре', '%Y')", "");
    check("decimal-date-time('1970-01-02T12:00:00')", "1.5");
    check("decimal-time('18:00:00.000+02:00')", "0.75");
    check("date(1.5)", "1970-01-02");
    check("date-time(1.5)", "1970-01-02T12:00:00.000");
    check("date('2023-02-30')", "");
    check("now()", "2023-07-27T00:00:00.000");
    check("now() >= today()", "true");
    check("'2026-08-07T12:00:00' > '2026-08-07'", "true");
}

#[test]
fn places_on_earth() {
    check("distance('42.1 24.5 0 0;42.1 24.5 0 0')", "0");
    check("round(distance('0 0', '0 1') div 1000)", "111");
    check("area('0 0;0 1')", "0");
    check("area('изток')", "0");
    check("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true");
    check("geofence('1.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "false");
}

#[test]
fn what_was_understood_but_cannot_be_meant() {
    let look = |name: &str| match name {
        "age" => Some(Asked::Number),
        "ways" => Some(Asked::Many(&["paper", "web"])),
        "used" => Some(Asked::One(&["yes", "no"])),
        _ => None,
    };
    let codes = |source: &str| -> Vec<&'static str> {
        Expression::parse(source).unwrap().check(&look).iter().map(Explain::code).collect()
    };
    assert!(codes("${age} > 18 and ${used} = 'yes' and selected(${ways}, 'web') and ${other} = 'x'").is_empty());
    assert!(codes("${age} > '18' and today() > '2020-01-01'").is_empty());
    assert_eq!(codes("${age} > 'осемнайсет'"), ["expression-not-a-number"]);
    assert_eq!(codes("${ways} > 2"), ["expression-several-answers"]);
    assert_eq!(
        codes("'none' = ${used} or selected(${ways}, 'wbe')"),
        ["expression-no-such-option", "expression-no-such-option"]
    );
    assert_eq!(codes("- 'a' + abs('b')"), ["expression-not-a-number", "expression-not-a-number"]);
    assert_eq!(Expression::parse("upper-case(${name})").unwrap().beyond_odk(), ["upper-case"]);
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
    let outside = |function: &str| ExpressionProblem::Outside { function: function.to_owned() };
    assert_eq!(refuse("pulldata('x', 'a', 'b', 'c')"), outside("pulldata"));
    assert_eq!(refuse("property('deviceid')"), outside("property"));
    assert_eq!(refuse("digest('a', 'MD5')"), outside("digest"));
    let meant = |name: &str, similar: Option<&str>| ExpressionProblem::UnknownFunction {
        name: name.to_owned(),
        similar: similar.map(str::to_owned),
    };
    assert_eq!(refuse("selcted(${a}, 'x')"), meant("selcted", Some("selected")));
    assert_eq!(refuse("frobnicate(1)"), meant("frobnicate", None));
    assert_eq!(refuse("random() > 0.5"), ExpressionProblem::Chance { function: "random".to_owned() });
    assert_eq!(refuse("once(uuid())"), ExpressionProblem::Chance { function: "uuid".to_owned() });
    assert_eq!(refuse("position(..)"), ExpressionProblem::Path { near: "..)".to_owned() });
    assert_eq!(refuse("position()"), ExpressionProblem::OnlyInForms { function: "position".to_owned() });
    assert_eq!(refuse("instance('a')/list/item"), ExpressionProblem::OnlyInForms { function: "instance".to_owned() });
    assert!(matches!(refuse("weighted-checklist(1, 2, true(), 1, true())"), ExpressionProblem::WrongArguments { .. }));
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
    assert_eq!(Expression::parse("jr:choice-name(${a}, '${ b }')").unwrap().names(), ["b", "a"]);
    assert!(expression.asks_for_itself());
    assert!(!Expression::parse("${a} > 0.5").unwrap().asks_for_itself());
}
