use crate::glas::{Ended, example, run};
use std::{fs, path::Path};

fn report(folder: &Path, questionnaire: &Path, answers: &Path, more: &[&str]) -> Ended {
    let (questionnaire, answers) = (questionnaire.display().to_string(), answers.display().to_string());
    let mut arguments = vec!["report", "--questionnaire", &questionnaire, "--answers", &answers];
    arguments.extend(more);
    run(folder, &arguments)
}

fn whole(folder: &Path, output: &str) -> Ended {
    let officials = format!("Служители={},{}", example("officials.xlsx").display(), example("officials.csv").display());
    let more = ["--audience", &officials, "--date", "2023-07-27", "--json", "-o", output];
    report(folder, &example("residents.xlsx"), &example("residents.csv"), &more)
}

#[test]
fn a_report_needs_neither_server_nor_database() {
    let folder = tempfile::tempdir().unwrap();
    let made = whole(folder.path(), "report.html");
    assert_eq!(made.code, 0, "{}", made.complained);
    assert_eq!(made.json()["answers"], 182);
    assert_eq!(made.json()["audiences"]["audience"], 176);
    assert_eq!(made.json()["rejected_rows"], 0);
    let page = fs::read_to_string(folder.path().join("report.html")).unwrap();
    assert!(page.contains("lang=\"bg\"") && page.contains("Как е проведено проучването"));
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["report.html"]);
}

#[test]
fn each_audience_is_told_as_it_was_collected() {
    let folder = tempfile::tempdir().unwrap();
    let officials = format!("Служители={},{}", example("officials.xlsx").display(), example("officials.csv").display());
    let more = [
        "--audience",
        &officials,
        "--collection",
        "Служители=everyone-invited",
        "--population",
        "Служители=9",
        "-o",
        "r.html",
    ];
    let made = report(folder.path(), &example("residents.xlsx"), &example("residents.csv"), &more);
    assert_eq!(made.code, 0, "{}", made.complained);
    let page = fs::read_to_string(folder.path().join("r.html")).unwrap();
    // Each number says its base, so the words are those without the marks around it.
    let words: String = page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, rest)| rest)).collect();
    assert!(words.contains("Служители: поканихме всички, отговориха 6."));
    assert!(words.contains("Групата има 9 души"));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(whole(folder.path(), "one.html").code, 0);
    assert_eq!(whole(folder.path(), "two.html").code, 0);
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("one.html") == read("two.html"));
}

#[test]
fn the_printed_report_is_tagged_in_bulgarian_and_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let made = whole(folder.path(), "report.pdf");
    assert_eq!(made.code, 0, "{}", made.complained);
    assert!(made.json()["pages"].as_u64().unwrap() > 20);
    let pdf = fs::read(folder.path().join("report.pdf")).unwrap();
    let has = |text: &[u8]| pdf.windows(text.len()).any(|window| window == text);
    assert!(pdf.starts_with(b"%PDF-1.7") && has(b"/MarkInfo") && has(b"/StructTreeRoot") && has(b"/Lang"));
    assert_eq!(whole(folder.path(), "again.pdf").code, 0);
    assert!(fs::read(folder.path().join("again.pdf")).unwrap() == pdf);
}

#[test]
fn the_same_report_is_written_to_edit_to_compute_and_to_post() {
    let folder = tempfile::tempdir().unwrap();
    for (kind, begins) in [("docx", "PK"), ("xlsx", "PK"), ("txt", "Резултати от проучването")] {
        let (one, two) = (format!("one.{kind}"), format!("two.{kind}"));
        let made = whole(folder.path(), &one);
        assert_eq!(made.code, 0, "{}", made.complained);
        assert_eq!(made.json()["kind"], kind);
        assert_eq!(whole(folder.path(), &two).code, 0);
        let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
        assert!(read(&one) == read(&two) && read(&one).starts_with(begins.as_bytes()), "{kind}");
        assert_eq!(made.json()["bytes"], read(&one).len());
    }
}

#[test]
fn a_bad_row_is_named_by_row_and_column_and_the_others_count() {
    let folder = tempfile::tempdir().unwrap();
    let answers = folder.path().join("answers.csv");
    let mut text = fs::read_to_string(example("residents.csv")).unwrap();
    text = text.replacen(",yes,1,", ",yes,one,", 1);
    fs::write(&answers, text).unwrap();
    let made = report(folder.path(), &example("residents.xlsx"), &answers, &["-o", "report.html"]);
    assert_eq!(made.code, 0, "{}", made.complained);
    assert!(made.complained.contains("ред 2"), "{}", made.complained);
    assert!(made.said.contains("175"), "{}", made.said);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_place_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let check = |questionnaire: &Path, answers: &Path, code: i32, expected: &str| {
        let made = report(folder.path(), questionnaire, answers, &["-o", "report.html"]);
        assert_eq!(made.code, code, "{}: {}", questionnaire.display(), made.complained);
        assert!(made.complained.contains(expected), "{}: {}", questionnaire.display(), made.complained);
        assert!(!made.complained.contains('⟦') && !made.complained.contains("panicked"), "{}", made.complained);
        assert!(!folder.path().join("report.html").exists());
    };
    let (good, answers) = (example("residents.xlsx"), example("residents.csv"));
    check(&folder.path().join("missing.xlsx"), &answers, 2, "missing.xlsx");
    check(&file("empty.xlsx", b""), &answers, 3, "empty.xlsx");
    check(&file("text.xlsx", b"type,name,label"), &answers, 3, "text.xlsx");
    check(&good, &file("empty.csv", b""), 3, "empty.csv");
    check(&good, &file("other.csv", b"a,b\n1,2\n"), 3, "other.csv");
    check(&answers, &good, 3, "residents.csv");
}

#[test]
fn a_mistake_on_the_command_line_is_told_apart_from_bad_input() {
    let folder = tempfile::tempdir().unwrap();
    let (good, answers) = (example("residents.xlsx"), example("residents.csv"));
    let check = |more: &[&str], expected: &str| {
        let made = report(folder.path(), &good, &answers, more);
        assert_eq!(made.code, 2, "{more:?}: {}", made.complained);
        assert!(made.complained.contains(expected), "{more:?}: {}", made.complained);
    };
    check(&["-o", "report.odt"], "report.odt");
    check(&["-o", "report.html", "--audience", "Служители"], "Служители");
    check(&["-o", "report.html", "--date", "27.07.2023"], "27.07.2023");
    check(&["-o", "report.html", "--collection", "guess"], "guess");
    check(&["-o", "report.html", "--collection", "Кметове=census"], "Кметове");
    check(&["-o", "report.html", "--population", "many"], "many");
}

#[test]
fn what_a_report_is_set_from_is_written_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let made = report(
        folder.path(),
        &example("residents.xlsx"),
        &example("residents.csv"),
        &["--date", "2023-07-27", "--source", "source", "-o", "r.html"],
    );
    assert_eq!(made.code, 0, "{}", made.complained);
    for name in ["report.typ", "figure.typ", "document.cbor", "fonts/SofiaSans-Regular.ttf"] {
        assert!(folder.path().join("source").join(name).is_file(), "{name}");
    }
}
