//! What a CSV file means, for programs: „Metadata Vocabulary for Tabular Data“ (W3C, 2015).

use crate::{Absence, Dataset, Kind, Variable, csv::guarded};
use base::{LanguageTag, Text};
use serde_json::{Map, Value, json};
use std::io;

/// A list of answers longer than this is not repeated in a pattern.
const MOST_IN_PATTERN: usize = 60;

/// The description of `table`, a file with the rows as [`crate::csv::Style::Codes`], and of `codes`, made by [`codes`].
/// Both lie beside it.
pub fn metadata(dataset: &Dataset, table: &str, codes: &str) -> String {
    let description = &dataset.description;
    let marks: Vec<&str> = Absence::ALL.iter().map(|absence| absence.mark()).collect();
    let mut columns = Vec::new();
    for variable in &dataset.variables {
        let mut column = Map::new();
        column.insert("name".into(), encoded(variable.name.as_str()).into());
        column.insert("titles".into(), variable.name.as_str().into());
        column.insert("rdfs:label".into(), said(&variable.label));
        if let Some(wording) = &variable.wording {
            column.insert("dc:description".into(), said(wording));
        }
        column.insert("datatype".into(), datatype(variable));
        column.insert("null".into(), nulls(variable, &marks));
        columns.push(Value::Object(column));
    }
    let mut document = Map::new();
    document.insert("@context".into(), json!(["http://www.w3.org/ns/csvw", { "@language": "bg" }]));
    document.insert("dc:title".into(), said(&description.title));
    document.insert("dc:description".into(), said(&description.purpose));
    document.insert("dc:creator".into(), description.producers.iter().map(said).collect());
    document.insert("dc:license".into(), json!({ "@id": description.licence.address() }));
    document.insert("dc:issued".into(), json!({ "@value": description.published.to_string(), "@type": "xsd:date" }));
    document.insert("dc:temporal".into(), format!("{}/{}", description.first, description.last).into());
    document.insert("dc:bibliographicCitation".into(), said(&description.citation));
    if let Some(address) = &description.address {
        document.insert("dc:source".into(), json!({ "@id": address }));
    }
    if !description.notices.is_empty() {
        document.insert("rdfs:comment".into(), description.notices.iter().map(said).collect());
    }
    let dialect = json!({ "header": true, "encoding": "utf-8", "delimiter": ",", "lineTerminators": ["\r\n"] });
    document.insert("dialect".into(), dialect);
    let code_column = |name: &str| json!({ "name": name, "titles": name, "datatype": "string", "null": [] });
    let code_columns: Vec<Value> = code_names(dataset).iter().map(|name| code_column(name)).collect();
    document.insert(
        "tables".into(),
        json!([
            { "url": table, "tableSchema": { "columns": columns } },
            { "url": codes, "tableSchema": { "columns": code_columns } },
        ]),
    );
    let mut text = serde_json::to_string_pretty(&Value::Object(document)).unwrap_or_default();
    text.push('\n');
    text
}

/// A table of all codes with their labels in every language: `variable`, `code`, `kind`, `label_bg` and on.
///
/// # Errors
/// Only those of `out`.
pub fn codes<W: io::Write>(out: W, dataset: &Dataset) -> io::Result<W> {
    let mut rows = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    rows.write_record(code_names(dataset))?;
    let languages = dataset.languages();
    for variable in &dataset.variables {
        let mut write = |code: &str, kind: &str, label: &Text| -> io::Result<()> {
            rows.write_field(variable.name.as_str())?;
            rows.write_field(guarded(code).as_ref())?;
            rows.write_field(kind)?;
            for language in &languages {
                rows.write_field(guarded(label.say(*language)).as_ref())?;
            }
            rows.write_record(None::<&[u8]>)?;
            Ok(())
        };
        for category in variable.categories() {
            write(&category.code, "answer", &category.label)?;
        }
        for absence in Absence::ALL {
            let words = dataset.absences.get(&absence).cloned().unwrap_or_else(|| Text::bulgarian(absence.code()));
            write(absence.mark(), "absence", &words)?;
        }
    }
    rows.into_inner().map_err(::csv::IntoInnerError::into_error)
}

fn code_names(dataset: &Dataset) -> Vec<String> {
    let labels =
        dataset.languages().into_iter().map(|language| format!("label_{}", language.as_str().replace('-', "_")));
    ["variable", "code", "kind"].into_iter().map(str::to_owned).chain(labels).collect()
}

/// The words in each of their languages.
fn said(words: &Text) -> Value {
    let value = |language: &str, words: &str| json!({ "@value": words, "@language": language });
    let mut all = vec![value("bg", &words.bulgarian)];
    all.extend(words.english.iter().map(|english| value(LanguageTag::ENGLISH.as_str(), english)));
    all.extend(words.further.iter().map(|(language, further)| value(language.as_str(), further)));
    match <[Value; 1]>::try_from(all) {
        Ok([only]) => only,
        Err(all) => Value::Array(all),
    }
}

fn datatype(variable: &Variable) -> Value {
    match &variable.kind {
        Kind::Categories(categories) if categories.len() <= MOST_IN_PATTERN => {
            let codes: Vec<String> = categories.iter().map(|category| literally(&category.code)).collect();
            json!({ "base": "string", "format": codes.join("|") })
        }
        Kind::Categories(_) | Kind::Words => json!("string"),
        Kind::Number { decimals: 0, .. } => json!("integer"),
        Kind::Number { .. } => json!("decimal"),
        Kind::Day => json!({ "base": "date", "format": "yyyy-MM-dd" }),
        Kind::Hour => json!({ "base": "time", "format": "HH:mm" }),
    }
}

/// Words that are empty are words all the same.
fn nulls(variable: &Variable, marks: &[&str]) -> Value {
    let mut nulls: Vec<&str> = marks.to_vec();
    if !matches!(variable.kind, Kind::Words) {
        nulls.push("");
    }
    json!(nulls)
}

/// A pattern that matches the code and nothing else.
fn literally(code: &str) -> String {
    let mut pattern = String::new();
    for letter in code.chars() {
        if !letter.is_alphanumeric() && !matches!(letter, '_' | '-' | ' ') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

/// A name as the vocabulary takes it: letters beyond ASCII by their bytes.
fn encoded(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
