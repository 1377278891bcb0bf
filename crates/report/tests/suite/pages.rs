use crate::sample;
use std::{process::Command, sync::LazyLock};

static REPORT: LazyLock<Vec<u8>> = LazyLock::new(|| report::pdf(&sample::document()).unwrap());

/// What a tool of poppler says of the sample report; says loudly that it is missing, where it is.
#[expect(clippy::disallowed_methods, reason = "another program says what is in the file")]
fn poppler(tool: &str, before: &[&str], after: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, &*REPORT).unwrap();
    match Command::new(tool).args(before).arg(&file).args(after).output() {
        Ok(output) if output.status.success() => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => panic!("{tool}: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => {
            eprintln!("SKIPPED: {tool} of poppler-utils is missing ({error})");
            None
        }
    }
}

#[test]
fn the_file_is_tagged_and_says_what_it_is() {
    let Some(info) = poppler("pdfinfo", &[], &[]) else { return };
    let says = |field: &str, words: &str| {
        let line = info.lines().find(|line| line.starts_with(field)).unwrap_or_default();
        assert!(line.contains(words), "{field} should say {words}: {line:?}");
    };
    says("Title:", "Доволни от служителите, недоволни от чакането");
    says("Author:", "Фондация „Примерен глас“");
    says("Tagged:", "yes");
    says("JavaScript:", "no");
    says("Encrypted:", "no");
    says("Page size:", "A4");
    says("CreationDate:", "2023");
    let metadata = poppler("pdfinfo", &["-meta"], &[]).unwrap();
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
    assert!(metadata.contains("<pdfaid:part>3</pdfaid:part>"), "{metadata}");
    assert!(metadata.contains("<pdfaid:conformance>A</pdfaid:conformance>"), "{metadata}");
}

#[test]
fn the_structure_is_there_for_a_screen_reader() {
    let Some(structure) = poppler("pdfinfo", &["-struct-text"], &[]) else { return };
    for element in ["Document", "H1", "H2", "TOC", "Figure", "Caption", "Table", "TH", "TD", "L", "LI", "Link"] {
        assert!(structure.contains(element), "no {element} in the structure");
    }
}

#[test]
fn the_words_stand_in_reading_order() {
    let Some(text) = poppler("pdftotext", &["-raw"], &["-"]) else { return };
    let text = text.replace('\n', " ");
    let mut rest = text.as_str();
    for words in [
        "Демонстрационни данни",
        "Фондация „Примерен глас“",
        "BG00DEMO001-1.001-0000-C01",
        "Съдържание",
        "Накратко",
        "Отношението е силната страна.",
        "Фигура 1",
        "Почти половината не знаят как могат да участват",
        "„Какво Ви пречи да участвате",
        "База: всички отговорили; n = 176",
        "времето за чакане",
        "4 от 6",
        "не са питани",
        "Служителките са внимателни",
        "Кой пита",
        "Приложение · Таблици",
        "управляващия орган.",
    ] {
        let Some(place) = rest.find(words) else { panic!("„{words}“ does not come next in: {rest}") };
        rest = &rest[place + words.len()..];
    }
}

/// PDF/A-3: a machine finds the numbers of every table beside their picture.
#[test]
fn the_numbers_are_attached_as_data() {
    let Some(listed) = poppler("pdfdetach", &["-list"], &[]) else { return };
    let tables = document::told_tables(&sample::document()).len();
    assert!(listed.starts_with(&format!("{tables} embedded files")), "{listed}");
    assert!(listed.contains("1: table-01.csv"), "{listed}");
    let folder = tempfile::tempdir().unwrap();
    poppler("pdfdetach", &["-saveall", "-o", &folder.path().display().to_string()], &[]).unwrap();
    let saved = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let saved: Vec<String> = saved.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    assert_eq!(saved.len(), tables);
    let holds = |words: &str| saved.iter().filter(|table| table.contains(words)).count();
    assert_eq!((holds("граждани,68\u{202f}%,"), holds("Второ гише в пазарен ден,")), (1, 1), "{saved:?}");
    let has = |words: &str| REPORT.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(has("/AFRelationship") && has("/Data"));
}

#[test]
fn every_font_is_inside() {
    let Some(fonts) = poppler("pdffonts", &[], &[]) else { return };
    let rows: Vec<_> = fonts.lines().skip(2).collect();
    assert!(rows.iter().any(|row| row.contains("SofiaSans")) && rows.iter().any(|row| row.contains("SourceSerif4")));
    for row in rows {
        let embedded_subset_unicode: Vec<_> = row.split_whitespace().rev().skip(2).take(3).collect();
        assert_eq!(embedded_subset_unicode, ["yes", "yes", "yes"], "{row}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(*REPORT == report::pdf(&sample::document()).unwrap());
    // To be looked at by somebody.
    if let Ok(path) = std::env::var("GLAS_KEEP_REPORT") {
        std::fs::write(path, &*REPORT).unwrap();
    }
}
