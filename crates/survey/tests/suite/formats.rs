//! What each format carries and what is lost on the way, found out by sending every kind of question there and back. The table in
//! `docs/generated/formats.md` is written from it, so it cannot say more than the code does.

use crate::workbook::TODAY;
use base::{Argument, Explain};
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write;
use survey::lint::{Places, Rule, lint};
use survey::xlsform::{self, export};
use survey::{Group, Item, Located, Questionnaire, answers_csv, limesurvey, surveyjs};

const CHOICES: &str = "
| choices |
| | list_name | name | label |
| | l | a | Едно |
| | l | b | Две |
";

fn of_rows(rows: &str) -> Result<xlsform::Imported, Vec<Located<xlsform::Problem>>> {
    let table = format!(
        "| survey |\n| | type | name | label | appearance | parameters | calculation | repeat_count |\n{rows}{CHOICES}"
    );
    xlsform::import(table.as_bytes(), "formats.md")
}

/// Every kind that a questionnaire of ours can have, as rows of XLSForm.
const KINDS: [(&str, &str); 24] = [
    ("one of a list", "| | select_one l | q | К? |"),
    ("one of a menu", "| | select_one l | q | К? | minimal |"),
    ("one, with „друго“", "| | select_one l or_other | q | К? |"),
    ("several", "| | select_multiple l | q | К? |"),
    ("several, with „друго“", "| | select_multiple l or_other | q | К? |"),
    (
        "grid of one scale",
        "| | begin_group | g | Г | table-list |\n| | select_one l | q | К? |\n| | select_one l | r | Р? |\n| | end_group | |",
    ),
    ("0–10", "| | range | q | К? | | start=0 end=10 |"),
    ("ranking", "| | rank l | q | К? |"),
    ("whole number", "| | integer | q | К? |"),
    ("number", "| | decimal | q | К? |"),
    ("date", "| | date | q | К? |"),
    ("time of day", "| | time | q | К? |"),
    ("short text", "| | text | q | К? |"),
    ("long text", "| | text | q | К? | multiline |"),
    ("e-mail", "| | text | q | К? | email |"),
    ("telephone", "| | text | q | К? | telephone |"),
    ("place as coordinates", "| | geopoint | q | К? |"),
    ("file", "| | file | q | К? |"),
    ("photo", "| | image | q | К? |"),
    ("consent", "| | acknowledge | q | К? |"),
    ("note", "| | note | q | К |"),
    ("calculation", "| | calculate | q | | | | 1 + 1 |"),
    ("comes with the link", "| | hidden | q | |"),
    ("asked several times", "| | begin_repeat | g | Г |\n| | integer | q | К? |\n| | end_repeat | |"),
];

/// Something that is asked beside it, for a questionnaire has to ask something.
const BESIDE: &str = "\n| | text | beside | И? |\n";

fn form(rows: &str) -> Questionnaire {
    of_rows(&format!("{rows}{BESIDE}")).unwrap_or_else(|problems| panic!("{rows}: {problems:?}")).questionnaire
}

/// There and back in our own dialect of the public format.
fn xlsform_and_back(form: &Questionnaire) -> String {
    let again = xlsform::import(&export::workbook(form).unwrap(), "again.xlsx");
    if again.is_ok_and(|again| again.questionnaire.items == form.items) { "whole" } else { "changed" }.to_owned()
}

/// The type of LimeSurvey as which it goes out, and what of it is left out.
fn to_limesurvey(form: &Questionnaire) -> String {
    let written = limesurvey::write(form);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').from_reader(written.text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (class, name, kind) = (place("class"), place("name"), place("type/scale"));
    let rows = reader.records().map(|row| row.unwrap()).filter(|row| &row[class] == "Q" && &row[name] != "beside");
    let types: BTreeSet<String> = rows.map(|row| format!("`{}`", row[kind].replace('|', "\\|"))).collect();
    let types = types.into_iter().collect::<Vec<_>>().join(", ");
    match told(written.left_out.iter()).as_str() {
        _ if types.is_empty() => "–".to_owned(),
        "whole" => types,
        lost => format!("{types}; {lost}"),
    }
}

/// What the linter says of other readers of XLSForm.
fn to_odk(form: &Questionnaire) -> String {
    let lost = lint(form, &Places::default());
    let lost: BTreeSet<&str> = lost
        .findings
        .iter()
        .filter_map(|found| {
            let Rule::Travel { to: survey::lint::Program::Odk, what, .. } = &found.problem.rule else { return None };
            Some(*what)
        })
        .collect();
    if lost.is_empty() {
        "whole".to_owned()
    } else {
        format!("without {}", lost.into_iter().collect::<Vec<_>>().join(", "))
    }
}

/// The columns in which a file of answers may hold it.
fn from_answers(form: &Questionnaire) -> String {
    let offered = answers_csv::Columns::offered(form);
    let names: Vec<&String> =
        offered.iter().filter(|name| name.starts_with('q')).filter(|name| *name != "quotable").collect();
    match names.as_slice() {
        [] => "–".to_owned(),
        [name, .., last] if name.contains(".1") => format!("`{name}` … `{last}`"),
        names => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
    }
}

/// The codes of what was said on the way, with what they are about.
fn told<'p, P: Explain + 'p>(problems: impl Iterator<Item = &'p P>) -> String {
    let said: BTreeSet<String> = problems
        .map(|problem| {
            let code = problem.code();
            let code = code.split_once('-').map_or(code, |(_, code)| code);
            let about = problem.arguments().into_iter().find(|(name, _)| matches!(*name, "feature" | "substitute"));
            match about {
                Some((_, Argument::Text(about))) => format!("{code}: {about}"),
                _ => code.to_owned(),
            }
        })
        .filter(|said| !matches!(said.as_str(), "renamed"))
        .collect();
    if said.is_empty() { "whole".to_owned() } else { said.into_iter().collect::<Vec<_>>().join("; ") }
}

/// What is asked, in our words.
fn asked(form: &Questionnaire) -> String {
    let kind = |item: &Item| match item {
        Item::Question(question) => question.kind.name().to_owned(),
        Item::Group(group) => described(group),
    };
    let items =
        form.items.iter().filter(|item| item.question().is_none_or(|question| question.code.as_str() != "beside"));
    let kinds: BTreeSet<String> = items.map(kind).collect();
    if kinds.is_empty() { "–".to_owned() } else { kinds.into_iter().collect::<Vec<_>>().join(", ") }
}

fn described(group: &Group) -> String {
    let kinds: BTreeSet<&str> = group
        .questions()
        .filter(|question| group.repeated.is_none() || group.author_code(question).is_some())
        .filter(|question| question.code.as_str() != "beside")
        .map(|question| question.kind.name())
        .collect();
    let kinds: Vec<&str> = kinds.into_iter().collect();
    let kinds = if kinds.is_empty() { "–".to_owned() } else { kinds.join(", ") };
    match (group.is_battery(), group.repeated.is_some()) {
        (true, _) => format!("grid of {kinds}"),
        (_, true) => format!("rounds of {kinds}"),
        _ => kinds,
    }
}

const XLSFORM: [&str; 41] = [
    "text",
    "integer",
    "decimal",
    "range",
    "date",
    "time",
    "datetime",
    "note",
    "acknowledge",
    "calculate",
    "hidden",
    "today",
    "select_one l",
    "select_one l or_other",
    "select_multiple l",
    "select_multiple l or_other",
    "rank l",
    "select_one_from_file l.csv",
    "select_multiple_from_file l.csv",
    "select_one_external l",
    "geopoint",
    "geotrace",
    "geoshape",
    "image",
    "photo",
    "audio",
    "video",
    "file",
    "barcode",
    "osm",
    "csv-external",
    "xml-external",
    "start",
    "end",
    "deviceid",
    "phonenumber",
    "username",
    "email",
    "audit",
    "start-geopoint",
    "background-audio",
];

fn from_xlsform(kind: &str) -> (String, String) {
    let calculation = if kind == "calculate" { "1 + 1" } else { "" };
    let parameters = if kind == "range" { "start=0 end=10" } else { "" };
    match of_rows(&format!("| | {kind} | q | К? | | {parameters} | {calculation} |{BESIDE}")) {
        Ok(imported) => (asked(&imported.questionnaire), told(imported.warnings.iter().map(|found| &found.problem))),
        Err(problems) => ("refused".to_owned(), told(problems.iter().map(|found| &found.problem))),
    }
}

const LIMESURVEY: [(&str, &str); 27] = [
    ("L", "List (radio)"),
    ("!", "List (dropdown)"),
    ("O", "List with comment"),
    ("Y", "Yes/No"),
    ("G", "Gender"),
    ("5", "5 point choice"),
    ("M", "Multiple choice"),
    ("P", "Multiple choice with comments"),
    ("F", "Array"),
    ("H", "Array by column"),
    ("A", "Array (5 point choice)"),
    ("B", "Array (10 point choice)"),
    ("C", "Array (Yes/No/Uncertain)"),
    ("E", "Array (Increase/Same/Decrease)"),
    ("1", "Array dual scale"),
    (":", "Array (Numbers)"),
    (";", "Array (Texts)"),
    ("K", "Multiple numerical input"),
    ("Q", "Multiple short text"),
    ("S", "Short free text"),
    ("T", "Long free text"),
    ("U", "Huge free text"),
    ("N", "Numerical input"),
    ("D", "Date/Time"),
    ("R", "Ranking"),
    ("X", "Text display"),
    ("|", "File upload"),
];

fn from_limesurvey(letter: &str) -> (String, String) {
    let row = |cells: &[(&str, &str)]| {
        let cells: String = cells.iter().map(|(name, text)| format!("<{name}><![CDATA[{text}]]></{name}>")).collect();
        format!("<row>{cells}</row>")
    };
    let table = |name: &str, rows: &[String]| format!("<{name}><rows>{}</rows></{name}>", rows.concat());
    let question = |id: &str, kind: &str, code: &str| {
        row(&[
            ("qid", id),
            ("gid", "1"),
            ("type", kind),
            ("title", code),
            ("question", "К?"),
            ("language", "bg"),
            ("question_order", id),
        ])
    };
    let part = |id: &str, code: &str, scale: &str| {
        row(&[
            ("qid", id),
            ("parent_qid", "2"),
            ("title", code),
            ("question", "Част"),
            ("language", "bg"),
            ("scale_id", scale),
        ])
    };
    let option = |code: &str, scale: &str| {
        row(&[("qid", "2"), ("code", code), ("answer", "Отговор"), ("language", "bg"), ("scale_id", scale)])
    };
    let tables = [
        table("groups", &[row(&[("gid", "1"), ("group_name", "Г"), ("language", "bg")])]),
        table("questions", &[question("2", letter, "q"), question("3", "S", "beside")]),
        table(
            "subquestions",
            &[part("10", "s1", "0"), part("11", "s2", "0"), part("12", "c1", "1"), part("13", "c2", "1")],
        ),
        table("answers", &[option("A1", "0"), option("A2", "0"), option("B1", "1"), option("B2", "1")]),
        table("surveys", &[row(&[("sid", "8"), ("language", "bg")])]),
        table("surveys_languagesettings", &[row(&[("surveyls_language", "bg"), ("surveyls_title", "П")])]),
    ];
    let file = format!(
        "<?xml version=\"1.0\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>184</DBVersion>{}</document>",
        tables.concat()
    );
    let carried = limesurvey::read(file.as_bytes()).and_then(|export| export.survey.carry());
    let carried = carried.unwrap_or_else(|problems| panic!("{letter}: {problems:?}"));
    let mut form = carried.questionnaire;
    form.items = form.items.iter().filter_map(Item::group).flat_map(|group| group.items.clone()).collect();
    (asked(&form), told(carried.left_out.iter().map(|found| &found.problem)))
}

fn surveyjs_kinds() -> Vec<(&'static str, serde_json::Value)> {
    let choices = json!(["a", "b"]);
    let inner = json!([{ "type": "text", "name": "inner", "title": "И?" }]);
    vec![
        ("text", json!({ "type": "text" })),
        ("text: number", json!({ "type": "text", "inputType": "number" })),
        ("text: date", json!({ "type": "text", "inputType": "date" })),
        ("text: datetime-local", json!({ "type": "text", "inputType": "datetime-local" })),
        ("text: time", json!({ "type": "text", "inputType": "time" })),
        ("text: email", json!({ "type": "text", "inputType": "email" })),
        ("text: tel", json!({ "type": "text", "inputType": "tel" })),
        ("text: color", json!({ "type": "text", "inputType": "color" })),
        ("comment", json!({ "type": "comment" })),
        ("radiogroup", json!({ "type": "radiogroup", "choices": choices })),
        ("radiogroup with a comment", json!({ "type": "radiogroup", "choices": choices, "showCommentArea": true })),
        ("dropdown", json!({ "type": "dropdown", "choices": choices })),
        ("checkbox", json!({ "type": "checkbox", "choices": choices })),
        ("tagbox", json!({ "type": "tagbox", "choices": choices })),
        ("boolean", json!({ "type": "boolean" })),
        ("rating", json!({ "type": "rating" })),
        ("slider", json!({ "type": "slider" })),
        ("ranking", json!({ "type": "ranking", "choices": choices })),
        ("matrix", json!({ "type": "matrix", "columns": choices, "rows": ["r"] })),
        ("multipletext", json!({ "type": "multipletext", "items": [{ "name": "i" }] })),
        ("matrixdropdown", json!({ "type": "matrixdropdown", "columns": [{ "name": "c" }], "rows": ["r"] })),
        ("matrixdynamic", json!({ "type": "matrixdynamic", "columns": [{ "name": "c" }] })),
        ("paneldynamic", json!({ "type": "paneldynamic", "templateElements": inner })),
        ("panel", json!({ "type": "panel", "elements": inner })),
        ("html", json!({ "type": "html", "html": "<b>Бележка</b>" })),
        ("expression", json!({ "type": "expression", "expression": "1 + 1" })),
        ("file", json!({ "type": "file" })),
        ("signaturepad", json!({ "type": "signaturepad" })),
        ("image", json!({ "type": "image" })),
        ("imagepicker", json!({ "type": "imagepicker", "choices": choices })),
        ("imagemap", json!({ "type": "imagemap" })),
    ]
}

fn from_surveyjs(element: &serde_json::Value) -> (String, String) {
    let mut element = element.clone();
    (element["name"], element["title"]) = (json!("q"), json!("К?"));
    let survey = json!({ "locale": "bg", "elements": [element, { "type": "text", "name": "beside", "title": "И?" }] });
    let carried = surveyjs::read(survey.to_string().as_bytes(), "formats.json").unwrap();
    (asked(&carried.questionnaire), told(carried.left_out.iter().map(|found| &found.problem)))
}

const HEAD: &str = "# What travels between formats

Written by the suite of `survey` from what the code does (`GLAS_WRITE_DOCS=1 cargo test -p survey formats`): every kind of question
is sent out and read back, every type of another program is read. *whole* means that nothing is lost; otherwise the words are those of
the list that people see before they adopt the file, each entry there with its question and what to do.

Whatever language a file speaks, its words stay in it: where they are not Bulgarian, the questionnaire waits for somebody to translate
it before it can be asked. A repeat within a repeat is refused or left out, with its place.
";

fn page() -> String {
    let mut page = HEAD.to_owned();
    let mut rows = |title: &str, header: &str, rows: Vec<String>| {
        let columns = header.matches('|').count() - 1;
        let rule = "|---".repeat(columns);
        let _ = write!(page, "\n## {title}\n\n{header}\n{rule}|\n{}\n", rows.join("\n"));
    };
    let ours = KINDS.map(|(kind, row)| {
        let form = form(row);
        let cells = [xlsform_and_back(&form), to_odk(&form), to_limesurvey(&form), from_answers(&form)];
        format!("| {kind} | {} |", cells.join(" | "))
    });
    let header = "| question | XLSForm and back | XLSForm read by ODK and Kobo | to LimeSurvey, as type | columns of answers (CSV, XLSX) |";
    rows("Ours, going out, and answers coming in", header, ours.to_vec());
    let line =
        |kind: &str, (asked, told): (String, String)| format!("| {} | {asked} | {told} |", kind.replace('|', "\\|"));
    let header = "| type | becomes | what is said |";
    rows(
        "XLSForm, coming in",
        header,
        XLSFORM.iter().map(|kind| line(&format!("`{kind}`"), from_xlsform(kind))).collect(),
    );
    let limesurvey =
        LIMESURVEY.iter().map(|(letter, name)| line(&format!("`{letter}` {name}"), from_limesurvey(letter)));
    rows("LimeSurvey, coming in", header, limesurvey.collect());
    let surveyjs = surveyjs_kinds();
    let surveyjs = surveyjs.iter().map(|(name, element)| line(&format!("`{name}`"), from_surveyjs(element)));
    rows("SurveyJS, coming in", header, surveyjs.collect());
    page
}

#[test]
fn the_documentation_tells_what_travels_and_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/generated/formats.md");
    let page = page();
    if std::env::var_os("GLAS_WRITE_DOCS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "run with GLAS_WRITE_DOCS=1 to write it anew");
}

/// What is said to be lost is all that is: an answer of every kind can be typed in from a file of answers or from nothing.
#[test]
fn every_kind_comes_back_from_our_own_workbook() {
    for (kind, row) in KINDS {
        let form = form(row);
        assert_eq!(xlsform_and_back(&form), "whole", "{kind}");
        assert!(!survey::Journey::of(&form, &survey::Answers::default(), TODAY).pages().is_empty(), "{kind}");
    }
}
