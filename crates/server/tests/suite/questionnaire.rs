//! `glas questionnaire` and `glas answers`: files alone, without server or database.

use crate::glas::{Ended, example, run};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

fn check(folder: &Path, file: &Path, more: &[&str]) -> Ended {
    let file = file.display().to_string();
    let mut arguments = vec!["questionnaire", "check"];
    arguments.extend(more);
    arguments.push(&file);
    run(folder, &arguments)
}

fn convert(folder: &Path, from: &Path, to: &str) -> Ended {
    run(folder, &["questionnaire", "convert", "--json", &from.display().to_string(), to])
}

/// The files of others; none, and said aloud, where they are not at hand.
fn samples(kind: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("GLAS_SHARED").map_or(root, PathBuf::from).join("samples").join(kind);
    let Ok(entries) = fs::read_dir(&folder) else {
        eprintln!("SKIPPED: {} is not there; set GLAS_SHARED to the folder of samples", folder.display());
        return Vec::new();
    };
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn all(value: &Value, key: &str) -> Vec<Value> {
    value[key].as_array().cloned().unwrap_or_default()
}

#[test]
fn a_questionnaire_is_described() {
    let folder = tempfile::tempdir().unwrap();
    let told = check(folder.path(), &example("residents.xlsx"), &["--json"]);
    assert_eq!(told.code, 0, "{}", told.complained);
    let told = told.json();
    assert_eq!(told["format"], "xlsform");
    assert_eq!(told["code"], "primerovo_residents");
    assert_eq!(told["languages"], serde_json::json!(["bg", "en"]));
    assert!(told["title"]["bg"].as_str().unwrap().contains("Гражданско участие"));
    assert!(told["questions"].as_u64().unwrap() > 20 && told["kinds"]["one"].as_u64().unwrap() > 10);
    assert!(told["logic"]["relevance"].as_u64().unwrap() > 0);
    assert_eq!((&told["errors"], &told["warnings"]), (&0.into(), &0.into()));
    assert!(all(&told, "findings").iter().all(|finding| finding["severity"] == "advice" && finding["hint"] != ""));
    assert!(told["seconds"]["least"].as_u64().unwrap() <= told["seconds"]["most"].as_u64().unwrap());

    let words = check(folder.path(), &example("officials.xlsx"), &[]);
    assert_eq!(words.code, 0);
    for part in ["XLSForm", "Езици: bg, en", "Въпроси за отговаряне", "един отговор – ", "Попълва се за", "LIX"]
    {
        assert!(words.said.contains(part), "{part}: {}", words.said);
    }
    assert!(!words.said.contains('⟦'), "{}", words.said);
}

#[test]
fn what_is_wrong_ends_with_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let broken = write("broken.md", "|survey|\n||type|name|label|\n||txt|a|Име|\n||text|a b|Име|\n");
    let refused = check(folder.path(), &broken, &["--json"]);
    assert_eq!(refused.code, 2);
    let problems = all(&refused.json(), "refused");
    assert_eq!(problems.len(), 2);
    assert!(problems.iter().all(|found| found["row"].is_u64() && found["column"].is_string() && found["code"] != ""));
    assert_eq!(refused.complained.lines().count(), 2);

    let dead = write(
        "dead.md",
        "|survey|\n||type|name|label|relevant|\n||integer|n|Колко?||\n||text|q|Защо?|${n} > 3 and ${n} < 2|\n",
    );
    let told = check(folder.path(), &dead, &["--json"]);
    assert_eq!(told.code, 0, "{}", told.complained);
    let findings = all(&told.json(), "findings");
    let found = findings.iter().find(|finding| finding["rule"] == "unreachable").unwrap();
    assert_eq!((&found["question"], &found["part"], &found["column"]), (&"q".into(), &"relevance".into(), &"E".into()));
    assert_eq!(check(folder.path(), &dead, &["--strict"]).code, 5);
    assert_eq!(check(folder.path(), &example("residents.xlsx"), &["--strict"]).code, 0);

    assert_eq!(check(folder.path(), &write("empty.xlsx", ""), &[]).code, 2);
    assert_eq!(check(folder.path(), &write("other.json", "{\"pages\":1"), &[]).code, 2);
    assert_eq!(check(folder.path(), Path::new("absent.xlsx"), &[]).code, 2);
    assert_eq!(run(folder.path(), &["questionnaire", "check"]).code, 2);
    for help in
        [["questionnaire", "check", "--help"], ["questionnaire", "convert", "--help"], ["answers", "check", "--help"]]
    {
        let told = run(folder.path(), &help);
        assert!(told.code == 0 && told.said.contains("glas "), "{}", told.said);
    }
}

#[test]
fn every_sample_is_described_or_refused_with_its_places() {
    let folder = tempfile::tempdir().unwrap();
    for path in samples("xlsform").into_iter().chain(samples("limesurvey")) {
        let told = check(folder.path(), &path, &["--json"]);
        let name = path.display();
        match told.code {
            0 => {
                let told = told.json();
                assert!(told["questions"].as_u64().unwrap() > 0, "{name}");
                assert!(all(&told, "findings").iter().all(|found| !found["message"].as_str().unwrap().contains('⟦')));
            }
            2 => {
                let refused = all(&told.json(), "refused");
                assert!(!refused.is_empty() && told.complained.lines().count() == refused.len(), "{name}");
                let located = |found: &Value| found["row"].is_u64() || refused.len() == 1;
                assert!(refused.iter().all(located), "{name}: {refused:?}");
            }
            code => panic!("{name} ended with {code}: {}", told.complained),
        }
    }
}

/// What was converted holds the same questions, in whatever format it stands now.
#[test]
fn a_questionnaire_goes_from_format_to_format() {
    let folder = tempfile::tempdir().unwrap();
    let described = |file: &Path| {
        let told = check(folder.path(), file, &["--json"]);
        assert_eq!(told.code, 0, "{}", told.complained);
        let told = told.json();
        (told["kinds"].clone(), told["logic"].clone(), told["title"].clone(), told["languages"].clone())
    };
    let mut sources = vec![example("residents.xlsx"), example("officials.xlsx")];
    sources.extend(samples("limesurvey"));
    for (number, from) in sources.iter().enumerate() {
        if check(folder.path(), from, &[]).code != 0 {
            continue;
        }
        for ending in ["xlsx", "md", "json"] {
            let to = format!("{number}.{ending}");
            let made = convert(folder.path(), from, &to);
            assert_eq!(made.code, 0, "{}: {}", from.display(), made.complained);
            assert_eq!(described(&folder.path().join(&to)), described(from), "{} to {to}", from.display());
        }
    }
    let made = convert(folder.path(), &example("residents.xlsx"), "survey.tsv");
    assert_eq!(made.code, 0, "{}", made.complained);
    let table = fs::read_to_string(folder.path().join("survey.tsv")).unwrap();
    assert!(table.contains("related_id\tclass\ttype/scale\tname"), "{}", &table[..200]);

    // Nothing is written over, and nothing is written for a format that is none.
    let again = convert(folder.path(), &example("officials.xlsx"), "survey.tsv");
    assert_eq!(again.code, 2);
    assert_eq!(fs::read_to_string(folder.path().join("survey.tsv")).unwrap(), table);
    assert_eq!(convert(folder.path(), &example("officials.xlsx"), "survey.docx").code, 2);
    assert!(!folder.path().join("survey.docx").exists());
}

#[test]
fn answers_are_checked_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    let answers = |questionnaire: &Path, answers: &Path| {
        let (questionnaire, answers) = (questionnaire.display().to_string(), answers.display().to_string());
        run(folder.path(), &["answers", "check", "--json", "--date", "2023-07-27", &questionnaire, &answers])
    };
    let good = answers(&example("residents.xlsx"), &example("residents.csv"));
    assert_eq!(good.code, 0, "{}", good.complained);
    assert_eq!((&good.json()["accepted"], &good.json()["rejected_rows"]), (&176.into(), &0.into()));

    let form = folder.path().join("form.md");
    let rows: String = ["a", "b", "c", "d", "e"].map(|name| format!("||integer|{name}|Колко?|\n")).concat();
    fs::write(&form, format!("|survey|\n||type|name|label|\n{rows}")).unwrap();
    let file = folder.path().join("answers.csv");
    fs::write(&file, "a,b,c,d,e,f\n1,2,3,4,5,x\nмного,2,3,4,5,\n1,2,3,4,5,\n1,,,,,\n1,,,,,\n").unwrap();
    let bad = answers(&form, &file);
    assert_eq!(bad.code, 2);
    let told = bad.json();
    assert_eq!((&told["accepted"], &told["rejected_rows"]), (&4.into(), &1.into()));
    assert_eq!((&told["rejected"][0]["row"], &told["rejected"][0]["column"]), (&3.into(), &"A".into()));
    assert_eq!(all(&told, "ignored_columns").len(), 1);
    // A single number is easily given by two people.
    assert_eq!(told["duplicates"], serde_json::json!([{ "row": 4, "first": 2 }]));
    assert!(bad.complained.contains("ред 3"), "{}", bad.complained);

    fs::write(&file, "x,y\n1,2\n").unwrap();
    assert_eq!(answers(&form, &file).code, 2);
}

#[test]
fn a_questionnaire_is_printed_without_a_server() {
    let folder = tempfile::tempdir().unwrap();
    let residents = example("residents.xlsx").display().to_string();
    let print = |more: &[&str]| {
        let mut arguments = vec!["questionnaire", "print", &residents, "--json", "--date", "2023-07-27"];
        arguments.extend(more);
        run(folder.path(), &arguments)
    };
    let master = print(&["-o", "master.pdf"]);
    assert_eq!(master.code, 0, "{}", master.complained);
    assert_eq!(all(&master.json(), "codes"), Vec::<Value>::new());
    let pages = master.json()["pages"].as_u64().unwrap();
    assert!(pages >= 2, "{pages}");
    assert!(fs::read(folder.path().join("master.pdf")).unwrap().starts_with(b"%PDF"));

    let some = ["--copies", "3", "--seed", "2023"];
    let one = print(&[&some[..], &["-o", "one.pdf"]].concat());
    let codes = all(&one.json(), "codes");
    assert_eq!((codes.len(), one.json()["pages"].as_u64()), (3, Some(pages.next_multiple_of(2) * 3)));
    for code in &codes {
        code.as_str().unwrap().parse::<survey::SheetCode>().unwrap();
    }
    assert_eq!(print(&[&some[..], &["-o", "two.pdf"]].concat()).json()["codes"], one.json()["codes"]);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("one.pdf") == read("two.pdf"), "the same seed gives the same file");
    let other = print(&["--copies", "3", "--seed", "2024", "--large", "--language", "en", "-o", "other.pdf"]).json();
    assert_ne!(other["codes"], one.json()["codes"]);
    assert_eq!(other["language"], "en");

    for (more, words) in [
        (["--copies", "501", "-o", "x.pdf"], "501"),
        (["--copies", "0", "-o", "x.pdf"], "„0“ не е брой листове"),
        (["--copies", "1", "-o", "x.doc"], "не завършва на .pdf"),
        (["--language", "fr", "-o", "x.pdf"], "не говори „fr“"),
    ] {
        let refused = print(&more);
        assert_eq!(refused.code, 2, "{more:?}");
        assert!(refused.complained.contains(words), "{more:?}: {}", refused.complained);
    }
    assert!(!folder.path().join("x.pdf").exists());
}
