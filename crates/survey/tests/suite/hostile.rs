use crate::workbook::{with_survey, written};
use base::Explain;
use std::io::{Cursor, Write};
use survey::xlsform;
use zip::write::SimpleFileOptions;

#[track_caller]
fn refuses(bytes: &[u8], expect: &str) {
    let problems = xlsform::import(bytes, "x.xlsx").unwrap_err();
    assert_eq!(problems[0].code(), expect, "{problems:?}");
}

fn good() -> Vec<u8> {
    with_survey("type|name|label\ntext|a|Какво?")
}

/// The parts of a workbook, unpacked.
pub fn parts(workbook: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    (0..archive.len())
        .map(|place| {
            let mut part = archive.by_index(place).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut content = Vec::new();
            std::io::copy(&mut part, &mut content).unwrap();
            (name, content)
        })
        .collect()
}

pub fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn with_part(name: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let parts: Vec<_> = parts(&good())
        .into_iter()
        .map(|(part, content)| if part == name { (part, change(content)) } else { (part, content) })
        .collect();
    packed(&parts)
}

/// The container of the old formats with one stream in it, written as short as can be.
fn container(name: &str, content: &[u8]) -> Vec<u8> {
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[0x1E] = 9;
    header[0x20] = 6;
    let long = |bytes: &mut [u8], at: usize, value: u32| bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
    long(&mut header, 0x30, 1);
    long(&mut header, 0x3C, u32::MAX - 1);
    long(&mut header, 0x44, u32::MAX - 1);
    for place in 0..109 {
        long(&mut header, 0x4C + place * 4, if place == 0 { 0 } else { u32::MAX });
    }
    let mut next = vec![0xFF; 512];
    // The list itself, the directory, and a stream that goes round in a circle.
    for (place, after) in [(0, u32::MAX - 2), (1, u32::MAX - 1), (2, 2)] {
        long(&mut next, place * 4, after);
    }
    let mut directory = vec![0; 512];
    let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    directory[..units.len()].copy_from_slice(&units);
    directory[0x40] = u8::try_from(units.len() + 2).unwrap();
    directory[0x42] = 2;
    long(&mut directory, 0x74, 2);
    long(&mut directory, 0x78, 1 << 20);
    let mut stream = content.to_vec();
    stream.resize(512, 0);
    [header, next, directory, stream].concat()
}

#[test]
fn plain_text_is_bounded_as_workbooks_are() {
    let rows = "| | text | q | Какво? |\n".repeat(5001);
    refuses(format!("| survey |\n| | type | name | label |\n{rows}").as_bytes(), "xlsform-too-many-rows");
    let wide = ",x".repeat(201);
    refuses(format!("survey\n{wide}\n").as_bytes(), "xlsform-too-many-columns");
    refuses(format!("survey,\n,{}\n", "ж".repeat(4001)).as_bytes(), "xlsform-too-long");
    refuses(b"survey,,\n,type,name,label\n,text\0,a,b", "xlsform-not-a-workbook");
}

#[test]
fn files_that_are_no_workbooks() {
    refuses(b"", "xlsform-empty");
    refuses(b"type,name,label\n", "xlsform-not-a-workbook");
    refuses(b"%PDF-1.7", "xlsform-not-a-workbook");
    refuses(b"PK\x03\x04 and nothing more", "xlsform-damaged");
    refuses(&good()[..200], "xlsform-damaged");
    refuses(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old one", "xlsform-damaged");
    refuses(&container("EncryptedPackage", b""), "xlsform-encrypted");
    refuses(&container("Book", b""), "xlsform-old-workbook");
    refuses(&container("Workbook", b"\x09\x08\x04\x00\x00\x05\x05\x00"), "xlsform-old-workbook");
    refuses(&container("Workbook", b"\x09\x08\x04\x00\x00\x06\x05\x00\x2F\x00\x00\x00"), "xlsform-encrypted");
    refuses(&vec![b'P'; xlsform::LARGEST_FILE + 1], "xlsform-too-large");
    refuses(&packed(&[("readme.xml".to_owned(), b"<a/>".to_vec())]), "xlsform-damaged");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b' '; xlsform::LARGEST_UNPACKED + 1];
    let bomb = with_part("xl/worksheets/sheet1.xml", |_| zeros.clone());
    assert!(bomb.len() < 100_000, "it is small outside");
    refuses(&bomb, "xlsform-bomb");
    let many: Vec<_> = (0..1001).map(|place| (format!("{place}.xml"), Vec::new())).collect();
    refuses(&packed(&many), "xlsform-too-many-parts");
}

#[test]
fn entities_are_refused_and_unneeded_parts_never_looked_at() {
    let declared = with_part("xl/sharedStrings.xml", |content| {
        let text = String::from_utf8(content).unwrap();
        text.replacen("<sst", "<!DOCTYPE sst [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><sst", 1).into_bytes()
    });
    refuses(&declared, "xlsform-entities");
    let mut parts = parts(&good());
    parts.push(("xl/media/image1.png".to_owned(), vec![0; xlsform::LARGEST_UNPACKED + 1]));
    assert!(xlsform::import(&packed(&parts), "x.xlsx").is_ok());
}

#[test]
fn a_cell_far_away_costs_nothing() {
    let far = with_part("xl/worksheets/sheet1.xml", |content| {
        let text = String::from_utf8(content).unwrap();
        let row = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>";
        text.replacen("</sheetData>", row, 1).into_bytes()
    });
    refuses(&far, "xlsform-too-many-rows");
    let wide = with_part("xl/worksheets/sheet1.xml", |content| {
        let text = String::from_utf8(content).unwrap();
        let row = "<row r=\"9\"><c r=\"XFD9\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData>";
        text.replacen("</sheetData>", row, 1).into_bytes()
    });
    refuses(&wide, "xlsform-too-many-columns");
}

#[test]
fn bounds_on_rows_and_texts() {
    let rows = (0..5001).map(|n| format!("text|q{n}|Какво?\n")).collect::<String>();
    refuses(&with_survey(&format!("type|name|label\n{rows}")), "xlsform-too-many-rows");
    refuses(&with_survey(&format!("type|name|label\ntext|a|{}", "ж".repeat(4001))), "xlsform-too-long");
    // One long text, shared by thousands of cells.
    let long = "ж".repeat(4000);
    let rows = (0..1500).map(|n| format!("text|q{n}|{long}\n")).collect::<String>();
    refuses(&with_survey(&format!("type|name|label\n{rows}")), "xlsform-bomb");
}

#[test]
fn markup_and_formulas_are_only_text() {
    let words = "<script>alert(1)</script> =cmd()";
    let taken = xlsform::import(&with_survey(&format!("type|name|label\ntext|a|{words}")), "<b>.xlsx").unwrap();
    assert_eq!(taken.questionnaire.question("a").unwrap().label.bulgarian, words);
    assert_eq!(taken.questionnaire.code, "<b>");
}

#[test]
fn a_formula_in_error_is_told() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("survey").unwrap();
    for (column, header) in (0..).zip(["type", "name", "label"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    sheet.write_string(1, 0, "text").unwrap();
    sheet.write_string(1, 1, "q").unwrap();
    sheet.write_formula(1, 2, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let bytes = packed(
        &parts(&bytes)
            .into_iter()
            .map(|(name, content)| {
                let text = String::from_utf8_lossy(&content).replace("t=\"str\"", "t=\"e\"");
                if name.ends_with("sheet1.xml") { (name, text.into_bytes()) } else { (name, content) }
            })
            .collect::<Vec<_>>(),
    );
    refuses(&bytes, "xlsform-formula-error");
}

#[test]
fn nothing_but_a_name_is_a_workbook_without_questions() {
    refuses(&written(&[("Sheet1", "a|b")]), "xlsform-no-sheet");
}

/// Whatever the door, a file beyond all measure is refused by its kind, and soon: what is read of it is bounded before it is
/// kept.
#[test]
fn every_door_is_bounded() {
    let refused = |bytes: &[u8], name: &str| {
        let problems = survey::source::read(bytes, name).unwrap_err();
        assert!(problems.len() <= 1000, "{name}: {} problems", problems.len());
        problems[0].code()
    };
    let long = "ж".repeat(4 << 20);
    let script = "<script>alert(1)</script>";
    // A label of ten megabytes.
    assert_eq!(
        refused(&with_survey(&format!("type|name|label\ntext|a|{}", "ж".repeat(32_000))), "x.xlsx"),
        "xlsform-too-long"
    );
    assert_eq!(refused(format!("survey,,\n,type,name,label\n,text,a,{long}").as_bytes(), "x.csv"), "xlsform-too-long");
    assert_eq!(
        refused(format!("| survey |\n| | type | name | label |\n| | text | a | {long} |").as_bytes(), "x.md"),
        "xlsform-too-long"
    );
    let lss = |inside: &str| {
        format!(
            "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows>{inside}</rows></questions></document>"
        )
    };
    let row = |words: &str| format!("<row><qid>1</qid><title>q</title><question>{words}</question></row>");
    assert_eq!(refused(lss(&row(&long)).as_bytes(), "x.lss"), "limesurvey-too-long");
    assert_eq!(refused(format!("{{\"pages\":\"{long}\"}}").as_bytes(), "x.json"), "surveyjs-too-large");
    // A million rows.
    assert_eq!(
        refused(format!("survey,,\n,type,name,label\n{}", ",text,q,Q\n".repeat(1_000_000)).as_bytes(), "x.csv"),
        "xlsform-too-many-rows"
    );
    assert_eq!(
        refused(lss(&"<row><qid>1</qid></row>".repeat(400_000)).as_bytes(), "x.lss"),
        "limesurvey-too-many-rows"
    );
    let form = crate::workbook::questionnaire("type|name|label\ntext|a|Какво?");
    let answers = format!("a\n{}", "x\n".repeat(1_000_000));
    let problem = survey::answers_csv::read(&form, answers.as_bytes(), crate::workbook::TODAY).unwrap_err();
    assert_eq!(problem.code(), "csv-too-many-rows");
    let wide = format!("{}\n", "a,".repeat(100_000));
    assert!(survey::answers_csv::read(&form, wide.as_bytes(), crate::workbook::TODAY).is_err());
    // Markup in every field of every format is words, or nothing.
    let taken = survey::source::read(lss(&row(&format!("<![CDATA[{script}Какво?]]>"))).as_bytes(), "x.lss");
    assert!(taken.is_err() || !format!("{taken:?}").contains("<script"));
    let sheet = survey::source::read(
        &with_survey(&format!("type|name|label|hint|relevant\ntext|a|{script}|{script}|'{script}' = 'x'")),
        "x.xlsx",
    );
    let form = sheet.unwrap();
    let lint = survey::lint::lint(&form.questionnaire, &form.places);
    assert!(lint.findings.iter().any(|found| found.problem.rule.name() == "unreachable"));
}
