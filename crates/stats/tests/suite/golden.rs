//! Figures that other programs computed, by feature and arguments alone. The cases beside this file are always run;
//! where the whole collection lies beside the workspace (`../shared/golden`, or `GLAS_SHARED`), all of it is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

#[path = "../../examples/golden/runner.rs"]
mod runner;

#[test]
fn cases_of_our_own_repository() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let run = run(&folder.join("cases.json"), &folder.join("data"));
    assert_eq!(run.skipped, BTreeMap::new(), "only cases that are satisfied are kept here");
    assert!(run.passed >= 133, "{} cases", run.passed);
}

#[test]
fn cases_of_the_whole_collection() {
    let Some(folder) = shared() else {
        eprintln!("\n*** THE WHOLE COLLECTION OF GOLDEN CASES IS NOT HERE: only our own copies were run. ***");
        eprintln!("*** Set GLAS_SHARED to the folder that holds golden/ to run all. ***\n");
        return;
    };
    let mut passed = 0;
    for name in ["golden_r.json", "golden_py.json", "golden_own.json"] {
        let run = run(&folder.join(name), &folder.join("data"));
        eprintln!("{name}: {} cases passed; not of this crate yet: {:?}", run.passed, run.skipped);
        passed += run.passed;
    }
    assert!(passed >= 148, "{passed} cases");
}

fn shared() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("GLAS_SHARED").map_or_else(beside, PathBuf::from).join("golden");
    folder.is_dir().then_some(folder)
}

struct Run {
    passed: usize,
    skipped: BTreeMap<String, usize>,
}

fn run(file: &Path, data: &Path) -> Run {
    let text = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let collection: Value = serde_json::from_str(&text).unwrap();
    let mut run = Run { passed: 0, skipped: BTreeMap::new() };
    let mut wrong = Vec::new();
    for case in collection["cases"].as_array().unwrap() {
        match runner::answer(case, data) {
            Ok(found) => {
                wrong.extend(differences(case, &found));
                run.passed += 1;
            }
            Err(_) => *run.skipped.entry(case["feature"].as_str().unwrap().to_string()).or_default() += 1,
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    run
}

fn differences(case: &Value, found: &Value) -> Vec<String> {
    let (relative, absolute) = (case["tol"]["rel"].as_f64().unwrap(), case["tol"]["abs"].as_f64().unwrap());
    let mut wrong = Vec::new();
    for (key, expected) in case["expected"].as_object().unwrap() {
        let (expected, found) = (numbers(expected), numbers(&found[key]));
        let near = |(e, f): (&f64, &f64)| (e - f).abs() <= absolute.max(relative * e.abs());
        if expected.len() != found.len() || !expected.iter().zip(&found).all(near) {
            wrong.push(format!("{} {key}: {found:?} instead of {expected:?}", case["id"]));
        }
    }
    wrong
}

/// The numbers in a value of any shape, in order.
fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().flat_map(numbers).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
            value.as_f64().into_iter().collect()
        }
    }
}
