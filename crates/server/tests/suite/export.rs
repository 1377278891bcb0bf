//! `glas export`: every form, from files and from a data folder.

use crate::glas::{Ended, Site, example, run};
use std::{fs, path::Path};

fn export(folder: &Path, more: &[&str]) -> Ended {
    let (questionnaire, answers) = (example("residents.xlsx"), example("residents.csv"));
    let (questionnaire, answers) = (questionnaire.display().to_string(), answers.display().to_string());
    let mut arguments =
        vec!["export", "--questionnaire", &questionnaire, "--answers", &answers, "--date", "2023-07-27"];
    arguments.extend(more);
    run(folder, &arguments)
}

#[test]
fn every_form_is_made_of_files_alone_and_is_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    for (format, name, others) in [
        ("csv", "a.csv", &[][..]),
        ("sav", "a.sav", &[]),
        ("xlsx", "a.xlsx", &[]),
        ("ddi", "a.xml", &[]),
        ("dcat", "a.jsonld", &[]),
        ("csvw", "w.csv", &["w.csv-metadata.json", "w-codes.csv"]),
        ("frictionless", "a.zip", &[]),
        ("frictionless", "package", &["package/data.csv", "package/datapackage.json"]),
    ] {
        let made = export(folder.path(), &["--format", format, "-o", name, "--json"]);
        assert_eq!(made.code, 0, "{format}: {}", made.complained);
        let told = &made.json()["data_sets"][0];
        assert_eq!((told["answers"].as_u64(), told["variables"].as_u64()), (Some(176), Some(82)), "{format}");
        let names: Vec<&str> =
            told["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
        let read = || names.iter().map(|name| fs::read(folder.path().join(name)).unwrap()).collect::<Vec<_>>();
        let first = read();
        for (file, bytes) in told["files"].as_array().unwrap().iter().zip(&first) {
            assert_eq!(file["bytes"].as_u64(), u64::try_from(bytes.len()).ok(), "{format}");
        }
        for other in others {
            assert!(names.contains(other), "{format}: {names:?}");
        }
        assert_eq!(export(folder.path(), &["--format", format, "-o", name]).code, 0);
        assert!(read() == first, "{format} differs the second time");
    }
}

#[test]
fn labels_stand_in_a_table_for_people() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(export(folder.path(), &["--format", "csv", "--labels", "-o", "labels.csv"]).code, 0);
    let text = fs::read_to_string(folder.path().join("labels.csv")).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("Въпросът не е задаван на този човек"));
}

#[test]
fn a_study_of_the_data_folder_gives_a_file_for_each_audience() {
    let folder = tempfile::tempdir().unwrap();
    Site::demo(folder.path(), "demo").stop();
    let study = "primerovo/uchastie-i-obsluzhvane-2023";
    let stored = |more: &[&str]| {
        let mut arguments = vec!["export", study, "--data", "demo", "--format", "csv", "--json"];
        arguments.extend(more);
        run(folder.path(), &arguments)
    };
    let made = stored(&["-o", "all.csv"]);
    assert_eq!(made.code, 0, "{}", made.complained);
    let answers: Vec<u64> =
        made.json()["data_sets"].as_array().unwrap().iter().map(|one| one["answers"].as_u64().unwrap()).collect();
    assert_eq!(answers, [176, 6]);
    let residents = fs::read_to_string(folder.path().join("all-residents.csv")).unwrap();
    assert!(folder.path().join("all-officials.csv").exists() && !folder.path().join("all.csv").exists());
    // The key under which an answer is kept is nowhere in the file, and of its day only the week.
    assert!(residents.lines().next().unwrap().starts_with("response_mode,response_language,response_week,capacity"));
    assert_eq!(stored(&["--audience", "officials", "-o", "one.csv"]).code, 0);
    assert!(folder.path().join("one.csv").exists());
    let wrong = stored(&["--audience", "mayors", "-o", "none.csv"]);
    assert!(wrong.code == 2 && wrong.complained.contains("residents"), "{}", wrong.complained);
    let nothing = run(folder.path(), &["export", "none", "--data", "demo", "--format", "csv", "-o", "none.csv"]);
    assert!(nothing.code == 2 && nothing.complained.contains("„none“"), "{}", nothing.complained);
    assert!(!folder.path().join("none.csv").exists());
}

#[test]
fn what_was_cut_for_spss_is_listed_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let made = export(folder.path(), &["--format", "sav", "--title", &"Дълго заглавие ".repeat(9), "-o", "a.sav"]);
    assert_eq!(made.code, 0, "{}", made.complained);
    assert!(made.complained.contains("64 байта") && made.complained.contains(&"Дълго заглавие ".repeat(8)));
}

#[test]
fn a_mistake_on_the_command_line_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let check = |more: &[&str], expected: &str| {
        let made = export(folder.path(), more);
        assert_eq!(made.code, 2, "{more:?}: {}", made.complained);
        assert!(made.complained.contains(expected), "{more:?}: {}", made.complained);
    };
    check(&["--format", "ods", "-o", "a.ods"], "frictionless");
    check(&["--format", "csv"], "--output");
    check(&["--format", "csv", "-o", ".."], "..");
    check(&["--format", "csv", "-o", "a.csv", "--collection", "guess"], "guess");
    let nothing = run(folder.path(), &["export", "--format", "csv", "-o", "a.csv"]);
    assert_eq!(nothing.code, 2, "{}", nothing.complained);
}
