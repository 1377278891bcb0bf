//! Workbooks that others made. Each is refused for what it really holds; put into Bulgarian, those within our subset are
//! taken. They stay where they are: the tests read them there, and say loudly when they are not at hand.

use crate::workbook::TODAY;
use base::Explain;
use calamine::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::PathBuf;
use survey::{Answers, Journey, Questionnaire, archive, xlsform};

pub fn shared(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("GLAS_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let path = root.join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("SKIPPED: {} is not there; set GLAS_SHARED to the folder of samples", path.display());
    None
}

fn read(name: &str) -> Option<Vec<u8>> {
    Some(std::fs::read(shared("samples/xlsform")?.join(name)).unwrap())
}

/// Every file with its name; none where they are not at hand.
pub fn all() -> Vec<(String, Vec<u8>)> {
    SAMPLES.iter().filter_map(|(name, ..)| Some(((*name).to_owned(), read(name)?))).collect()
}

/// What each holds that we refuse, or what it is told when it is taken, without the places: reviewed by hand.
const SAMPLES: [(&str, Outcome, &[&str]); 25] = [
    ("all_types_survey.xlsx", Taken, &["instead", "left-out", "missing-translation", "not-bulgarian"]),
    (
        "attribute_columns_test.xlsx",
        Taken,
        &[
            "instead",
            "left-out",
            "missing-translation",
            "name-in-message",
            "not-asked",
            "not-bulgarian",
            "picture-only",
        ],
    ),
    ("bug__ODKValidateWarnings.xlsx", Taken, &["left-out", "not-bulgarian"]),
    ("bug__UCL_Biomass_Plot_Form.xlsx", Refused, &["unsupported"]),
    ("bug__badly_named_choices_sheet.xls", Taken, &["left-out"]),
    ("bug__duplicate_columns.xlsx", Refused, &["repeated-column"]),
    ("bug__xl_date_ambiguous.xlsx", Refused, &["name-in-label", "unknown-property"]),
    ("cascading_select_test_equivalent.xls", Taken, &[]),
    ("case_insensitivity.xlsx", Taken, &["instead", "missing-translation", "not-asked", "not-bulgarian"]),
    ("choice_filter_test.xlsx", Refused, &["repeated-option"]),
    ("field-list.xlsx", Taken, &["missing-translation", "not-bulgarian"]),
    ("flat_xlsform_test.xlsx", Refused, &["later-name"]),
    ("group.md", Taken, &["left-out", "not-bulgarian"]),
    ("group.xlsx", Taken, &["left-out", "not-bulgarian"]),
    ("loop.xlsx", Refused, &["unsupported"]),
    ("or_other.xlsx", Refused, &["unknown-property"]),
    ("repeat_date_test.xls", Taken, &["left-out"]),
    ("specify_other.xlsx", Taken, &["not-bulgarian"]),
    ("table-list.xls", Taken, &["left-out", "mixed-table", "picture-only"]),
    ("testA.xlsx", Taken, &["not-bulgarian"]),
    ("text_and_integer.xlsx", Taken, &["not-bulgarian"]),
    ("tutorial.xls", Taken, &["left-out"]),
    ("utf_csv.csv", Taken, &[]),
    ("widgets.xls", Taken, &["instead", "left-out", "mixed-table", "not-asked", "picture-only"]),
    ("yes_or_no_question.xlsx", Taken, &["not-bulgarian"]),
];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Outcome {
    Taken,
    Refused,
}
use Outcome::{Refused, Taken};

#[test]
fn each_is_taken_or_refused_for_what_it_holds() {
    let mut found = Vec::new();
    for (name, ..) in SAMPLES {
        let Some(bytes) = read(name) else { return };
        let (outcome, problems) = match xlsform::import(&bytes, name) {
            Ok(imported) => {
                use_it(&imported.questionnaire);
                (Taken, imported.warnings)
            }
            Err(problems) => (Refused, problems),
        };
        for found in &problems {
            let is_whole = found.sheet.is_none() && problems.len() == 1;
            assert!(is_whole || found.row.is_some(), "{name}: nobody finds {found:?}");
        }
        found.push((name, outcome, codes(&problems).join(" ")));
    }
    let expect = SAMPLES.map(|(name, outcome, codes)| (name, outcome, codes.join(" ")));
    let differing: Vec<_> = found.iter().zip(&expect).filter(|(found, expect)| found != expect).collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

fn codes(problems: &[survey::Located<xlsform::Problem>]) -> Vec<&str> {
    let codes: BTreeSet<&str> = problems.iter().map(|found| found.code().trim_start_matches("xlsform-")).collect();
    codes.into_iter().collect()
}

/// The same forms written anew as `.xlsx` with their labels declared Bulgarian: what the subset takes, and what it does not.
#[test]
fn in_bulgarian_they_are_taken_or_refused_for_their_kinds() {
    let expect: [(&str, &str); 14] = [
        ("all_types_survey.xlsx", "34 questions"),
        ("bug__ODKValidateWarnings.xlsx", "3 questions"),
        ("field-list.xlsx", "1 questions"),
        ("flat_xlsform_test.xlsx", "later-name"),
        ("group.xlsx", "2 questions"),
        ("loop.xlsx", "unsupported"),
        // `pastel=yes`: a value without its quotes.
        ("or_other.xlsx", "unknown-property"),
        ("specify_other.xlsx", "1 questions"),
        ("table-list.xls", "5 questions"),
        ("testA.xlsx", "24 questions"),
        ("text_and_integer.xlsx", "2 questions"),
        ("tutorial.xls", "109 questions"),
        ("widgets.xls", "30 questions"),
        ("yes_or_no_question.xlsx", "1 questions"),
    ];
    let mut found = Vec::new();
    for (name, _) in expect {
        let Some(bytes) = read(name) else { return };
        found.push((
            name,
            match xlsform::import(&in_bulgarian(&bytes).unwrap(), name) {
                Ok(imported) => {
                    use_it(&imported.questionnaire);
                    format!("{} questions", imported.questionnaire.questions().count())
                }
                Err(problems) => codes(&problems).join(" "),
            },
        ));
    }
    let found: Vec<(&str, &str)> = found.iter().map(|(name, found)| (*name, found.as_str())).collect();
    assert_eq!(found, expect);
}

fn use_it(form: &Questionnaire) {
    assert_eq!(&archive::read(&archive::write(form)).unwrap(), form);
    assert!(!Journey::of(form, &Answers::default(), TODAY).pages().is_empty());
}

/// What stands in an `.xls` is what another reader finds there: written anew as `.xlsx` it comes to the same.
#[test]
fn old_workbooks_hold_what_new_ones_do() {
    for (name, ..) in SAMPLES.iter().filter(|(name, ..)| name.ends_with(".xls")) {
        let Some(bytes) = read(name) else { return };
        let anew = rewritten(&bytes, str::to_owned).unwrap();
        // The other reader shows a day as its number.
        let anew = format!("{:?}", xlsform::import(&anew, name)).replace("\"39793\"", "\"2012-12-12\"");
        assert!(format!("{:?}", xlsform::import(&bytes, name)) == anew, "{name}");
    }
}

/// Of a workbook, the cells as they are, with `English` and `Deutsch` in the headers and settings replaced.
pub fn in_bulgarian(bytes: &[u8]) -> Option<Vec<u8>> {
    rewritten(bytes, translated)
}

fn rewritten(bytes: &[u8], translated: fn(&str) -> String) -> Option<Vec<u8>> {
    let mut old = calamine::open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).ok()?;
    let mut new = rust_xlsxwriter::Workbook::new();
    let mut names = BTreeMap::new();
    for name in old.sheet_names() {
        names.insert(name.to_lowercase(), name);
    }
    for (small, name) in names {
        let range = old.worksheet_range(&name).unwrap();
        let sheet = new.add_worksheet();
        sheet.set_name(&name).unwrap();
        for (row, cells) in (0..).zip(range.rows()) {
            for (column, cell) in (0..).zip(cells) {
                let text = cell.to_string();
                if text.is_empty() {
                    continue;
                }
                let is_spoken = row == 0 || small == "settings";
                let text = if is_spoken { translated(&text) } else { text };
                sheet.write_string(row, column, text).unwrap();
            }
        }
    }
    Some(new.save_to_buffer().unwrap())
}

fn translated(text: &str) -> String {
    let mut text = text.to_owned();
    for language in ["English (en)", "English", "english", "Deutsch (de)", "Deutsch"] {
        text = text.replace(language, "Български (bg)");
    }
    if text == "en" || text == "de" { "bg".to_owned() } else { text }
}
