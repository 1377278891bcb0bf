//! `cargo run -p survey --example expressions -- CORPUS INSTANCE`: evaluates the expressions of a file, one on a line, on
//! a filled-in form, and prints the results as JSON in the form of the engines of ODK. With `--time` it measures instead.

#![expect(clippy::print_stdout, reason = "a program for the command line")]

use jiff::civil::date;
use serde_json::{Map, Value as Json, json};
use std::time::Instant;
use survey::expression::{Found, Instance, Reach, Scene};
use survey::{Expression, Surroundings, Value};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut given: Vec<String> = std::env::args().skip(1).collect();
    let is_timed = given.iter().any(|word| word == "--time");
    given.retain(|word| word != "--time");
    let [corpus, instance] = given.as_slice() else {
        return Err("two files are needed: CORPUS INSTANCE".into());
    };
    let corpus = std::fs::read_to_string(corpus)?;
    let instance = Instance::read(&std::fs::read_to_string(instance)?).map_err(|_| "the form cannot be read")?;
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).collect();
    if is_timed {
        println!("{}", timed(&lines, &instance));
        return Ok(());
    }
    let mut results = Map::new();
    results.insert("$meta".to_owned(), json!({ "engine": "glas", "version": env!("CARGO_PKG_VERSION") }));
    for line in lines {
        results.insert(line.to_owned(), result(line, &instance));
    }
    println!("{}", serde_json::to_string_pretty(&results)?);
    Ok(())
}

/// The day is fixed, because nothing here may depend on the clock.
fn scene(instance: &Instance) -> Option<Scene<'_>> {
    Some(Scene { instance, at: instance.top()?, today: date(2026, 11, 22), surroundings: Surroundings::default() })
}

fn result(line: &str, instance: &Instance) -> Json {
    let refused = |words: String| json!({ "type": "error", "value": words, "via": "glas" });
    let expression = match Expression::parse_within(line, Reach::FORM) {
        Ok(expression) => expression,
        Err(problem) => return refused(format!("{problem:?}")),
    };
    if let Some(function) = expression.beyond_odk().first() {
        return refused(format!("Unknown function: {function}"));
    }
    let Some(scene) = scene(instance) else { return refused("the form is empty".to_owned()) };
    let found = match expression.find(&scene) {
        Ok(found) => found,
        Err(fault) => return refused(format!("{fault:?}")),
    };
    let (kind, value) = match found {
        Found::Places(places) => {
            let words = places.iter().map(|place| instance.words(*place).unwrap_or_default());
            ("nodeset", Json::from(words.collect::<Vec<String>>()))
        }
        Found::Value(Value::Number(number)) => ("number", spelled(number)),
        Found::Value(Value::Boolean(yes)) => ("boolean", Json::from(yes)),
        Found::Value(value @ (Value::Text(_) | Value::Date(_))) => ("string", Json::from(value.as_text())),
    };
    json!({ "type": kind, "value": value, "via": "glas" })
}

/// A whole number has no point, and what JSON has no number for is spelled out.
fn spelled(number: f64) -> Json {
    let text = Value::Number(number).as_text();
    match text.parse::<i64>() {
        Ok(whole) => Json::from(whole),
        Err(_) if number.is_finite() => Json::from(number),
        Err(_) => Json::from(text),
    }
}

#[expect(clippy::disallowed_methods, reason = "a measurement needs a clock")]
fn now() -> Instant {
    Instant::now()
}

/// Microseconds for one evaluation of all, the best of many; and for reading and evaluating them.
fn timed(lines: &[&str], instance: &Instance) -> Json {
    let read = || -> Vec<Expression> {
        lines.iter().filter_map(|line| Expression::parse_within(line, Reach::FORM).ok()).collect()
    };
    let expressions = read();
    let evaluate = |expressions: &[Expression]| {
        let Some(scene) = scene(instance) else { return };
        for expression in expressions {
            std::hint::black_box(expression.find(&scene).ok());
        }
    };
    let best = |work: &dyn Fn()| {
        let times = (0..200).map(|_| {
            let began = now();
            work();
            began.elapsed()
        });
        times.min().map_or(0.0, |time| time.as_secs_f64() * 1e6)
    };
    json!({
        "expressions": lines.len(),
        "understood": expressions.len(),
        "evaluate_us": best(&|| evaluate(&expressions)),
        "read_and_evaluate_us": best(&|| evaluate(&read())),
    })
}
