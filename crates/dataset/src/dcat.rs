//! The record of a data set for catalogues of open data: DCAT-AP 3, as JSON-LD.

use crate::{Dataset, MadeFile};
use base::Text;
use serde_json::{Map, Value, json};

/// `base` is the address below which the files lie, with `/` at the end; without one they are named relative to the record.
pub fn record(dataset: &Dataset, files: &[MadeFile], base: Option<&str>) -> String {
    let description = &dataset.description;
    let page = description.address.as_deref().unwrap_or("");
    let mut document = Map::new();
    document.insert("@context".into(), context());
    document.insert("@id".into(), format!("{page}#{}", description.identifier).into());
    document.insert("@type".into(), "dcat:Dataset".into());
    document.insert("dct:identifier".into(), description.identifier.as_str().into());
    document.insert("dct:title".into(), said(&description.title));
    let notices = description.notices.iter();
    let told = notices.chain([&description.purpose, &description.population, &description.admission]);
    document.insert("dct:description".into(), together(told.chain(&description.exclusions)));
    let publisher = |name: &Text| json!({ "@type": "foaf:Agent", "foaf:name": said(name) });
    let mut publishers = description.producers.iter().map(publisher);
    if let Some(first) = publishers.next() {
        document.insert("dct:publisher".into(), first);
    }
    let further: Vec<Value> = publishers.collect();
    if !further.is_empty() {
        document.insert("dct:contributor".into(), further.into());
    }
    if let Some(contact) = &description.contact {
        let address = format!("mailto:{contact}");
        let contact = json!({ "@type": "vcard:Organization", "vcard:hasEmail": { "@id": address } });
        document.insert("dcat:contactPoint".into(), contact);
    }
    if let Some(address) = &description.address {
        document.insert("dcat:landingPage".into(), json!({ "@id": address }));
    }
    document.insert("dct:issued".into(), json!({ "@type": "xsd:date", "@value": description.published.to_string() }));
    document.insert("dcat:version".into(), description.version.to_string().into());
    document.insert(
        "dct:temporal".into(),
        json!({
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": { "@type": "xsd:date", "@value": description.first.to_string() },
            "dcat:endDate": { "@type": "xsd:date", "@value": description.last.to_string() },
        }),
    );
    document.insert("dct:spatial".into(), named("http://publications.europa.eu/resource/authority/country/BGR"));
    document.insert("dcat:theme".into(), named("http://publications.europa.eu/resource/authority/data-theme/GOVE"));
    let languages = dataset.languages().into_iter().filter_map(|language| match language.as_str() {
        "bg" => Some(named("http://publications.europa.eu/resource/authority/language/BUL")),
        "en" => Some(named("http://publications.europa.eu/resource/authority/language/ENG")),
        "tr" => Some(named("http://publications.europa.eu/resource/authority/language/TUR")),
        _ => None,
    });
    document.insert("dct:language".into(), languages.collect());
    let public = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
    document.insert("dct:accessRights".into(), named(public));
    document.insert("dct:bibliographicCitation".into(), said(&description.citation));
    let files = files.iter().map(|file| distribution(dataset, file, base.unwrap_or_default()));
    document.insert("dcat:distribution".into(), files.collect());
    let mut text = serde_json::to_string_pretty(&Value::Object(document)).unwrap_or_default();
    text.push('\n');
    text
}

fn context() -> Value {
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

fn distribution(dataset: &Dataset, file: &MadeFile, base: &str) -> Value {
    let address = format!("{base}{}", file.name);
    let page = dataset.description.address.clone().unwrap_or_else(|| address.clone());
    let mut distribution = Map::new();
    distribution.insert("@id".into(), format!("{address}#file").into());
    distribution.insert("@type".into(), "dcat:Distribution".into());
    distribution.insert("dct:title".into(), file.name.as_str().into());
    distribution.insert("dcat:accessURL".into(), json!({ "@id": page }));
    distribution.insert("dcat:downloadURL".into(), json!({ "@id": address }));
    distribution.insert("dct:license".into(), named(dataset.description.licence.authority()));
    if let Some(format) = format(&file.name) {
        distribution.insert(
            "dct:format".into(),
            named(&format!("http://publications.europa.eu/resource/authority/file-type/{format}")),
        );
    }
    let media_type = file.media_type.split(';').next().unwrap_or_default();
    let media_type = format!("https://www.iana.org/assignments/media-types/{media_type}");
    distribution.insert("dcat:mediaType".into(), named(&media_type));
    let size = json!({ "@type": "xsd:nonNegativeInteger", "@value": file.bytes.to_string() });
    distribution.insert("dcat:byteSize".into(), size);
    distribution.insert(
        "spdx:checksum".into(),
        json!({
            "@type": "spdx:Checksum",
            "spdx:algorithm": named("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": file.digest },
        }),
    );
    Value::Object(distribution)
}

/// As the Publications Office names the kind of file.
fn format(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "csv" => Some("CSV"),
        "xlsx" => Some("XLSX"),
        "xml" => Some("XML"),
        "json" => Some("JSON"),
        "zip" => Some("ZIP"),
        "html" => Some("HTML"),
        "sav" => Some("SAV"),
        _ => None,
    }
}

fn named(address: &str) -> Value {
    json!({ "@id": address })
}

fn said(words: &Text) -> Value {
    let mut all = vec![json!({ "@language": "bg", "@value": words.bulgarian })];
    all.extend(words.english.iter().map(|english| json!({ "@language": "en", "@value": english })));
    Value::Array(all)
}

/// One text of several, in each language.
fn together<'a>(parts: impl Iterator<Item = &'a Text>) -> Value {
    let parts: Vec<&Text> = parts.filter(|part| !part.is_empty()).collect();
    let in_language =
        |language: base::Language| parts.iter().map(|part| part.say(language)).collect::<Vec<_>>().join("\n\n");
    let english = parts.iter().any(|part| part.english.is_some()).then(|| in_language(base::Language::English));
    said(&Text::both(in_language(base::Language::Bulgarian), english))
}
