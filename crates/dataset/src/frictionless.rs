//! A data package of Frictionless Data: `datapackage.json` (Data Package 1.0, Table Schema 1.0).

use crate::{Absence, Category, Dataset, Kind, MadeFile, Variable};
use base::LanguageTag;
use serde_json::{Map, Value, json};

/// A list of answers longer than this is not repeated as a constraint.
const MOST_IN_CONSTRAINT: usize = 60;

/// The description of `table`, a file with the rows as [`crate::csv::Style::Codes`] beside it.
pub fn package(dataset: &Dataset, table: &MadeFile) -> String {
    let description = &dataset.description;
    let language = LanguageTag::from(description.language);
    let marks: Vec<&str> = Absence::ALL.iter().map(|absence| absence.mark()).collect();
    let contributor = |name: &str| json!({ "title": name, "role": "author" });
    let mut document = Map::new();
    document.insert("profile".into(), "tabular-data-package".into());
    document.insert("name".into(), description.identifier.as_str().into());
    document.insert("title".into(), description.title.say(language).into());
    document.insert("description".into(), told(dataset, language).into());
    if let Some(address) = &description.address {
        document.insert("homepage".into(), address.as_str().into());
    }
    document.insert("version".into(), format!("{}.0.0", description.version).into());
    document.insert("created".into(), format!("{}T00:00:00Z", description.published).into());
    let licence = description.licence;
    let licences = json!([{ "name": licence.code(), "title": licence.name(), "path": licence.address() }]);
    document.insert("licenses".into(), licences);
    let contributors = description.producers.iter().map(|one| contributor(one.say(language))).collect();
    document.insert("contributors".into(), contributors);
    let fields: Vec<Value> = dataset.variables.iter().map(|variable| field(variable, language)).collect();
    let mut missing = vec![""];
    missing.extend(marks);
    document.insert(
        "resources".into(),
        json!([{
            "profile": "tabular-data-resource",
            "name": table.name.split('.').next().unwrap_or("data").to_lowercase(),
            "path": table.name,
            "title": description.title.say(language),
            "format": "csv",
            "mediatype": table.media_type,
            "encoding": "utf-8",
            "bytes": table.bytes,
            "hash": format!("sha256:{}", table.digest),
            "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
            "schema": { "fields": fields, "missingValues": missing },
        }]),
    );
    let mut text = serde_json::to_string_pretty(&Value::Object(document)).unwrap_or_default();
    text.push('\n');
    text
}

/// What a stranger must know, in a few lines.
fn told(dataset: &Dataset, language: LanguageTag) -> String {
    let description = &dataset.description;
    let all = [&description.purpose, &description.population, &description.admission, &description.weighting];
    let all = description.notices.iter().chain(all).chain(&description.exclusions).map(|words| words.say(language));
    all.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn field(variable: &Variable, language: LanguageTag) -> Value {
    let (kind, format) = match &variable.kind {
        Kind::Categories(_) | Kind::Words => ("string", None),
        Kind::Number { decimals: 0, .. } => ("integer", None),
        Kind::Number { .. } => ("number", None),
        Kind::Day => ("date", None),
        Kind::Hour => ("time", Some("%H:%M")),
    };
    let mut field = Map::new();
    field.insert("name".into(), variable.name.as_str().into());
    field.insert("type".into(), kind.into());
    if let Some(format) = format {
        field.insert("format".into(), format.into());
    }
    field.insert("title".into(), variable.label.say(language).into());
    if let Some(wording) = &variable.wording {
        field.insert("description".into(), wording.say(language).into());
    }
    let categories = variable.categories();
    if !categories.is_empty() {
        // What the codes mean, as later versions of the standard have it too.
        let meaning = |one: &Category| json!({ "value": one.code, "label": one.label.say(language) });
        field.insert("categories".into(), categories.iter().map(meaning).collect());
        field.insert("categoriesOrdered".into(), (variable.level == crate::Level::Ordinal).into());
        if categories.len() <= MOST_IN_CONSTRAINT {
            let codes: Vec<&str> = categories.iter().map(|category| category.code.as_str()).collect();
            field.insert("constraints".into(), json!({ "enum": codes }));
        }
    }
    Value::Object(field)
}
