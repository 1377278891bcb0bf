//! What pages are set from, for whoever does not want to believe us.

use crate::sample::document as sample;
use ciborium::Value;

#[test]
fn the_source_is_whole_and_holds_the_words_as_data() {
    let document = sample();
    let files = report::source(&document).unwrap();
    let named = |name: &str| files.iter().find(|file| file.name == name).map(|file| file.bytes.as_slice());
    assert!(named("report.typ").unwrap().starts_with(b"//"));
    assert_eq!(files.iter().filter(|file| file.name.starts_with("fonts/")).count(), 7);
    let data: Value = ciborium::from_reader(named("document.cbor").unwrap()).unwrap();
    let entry =
        |name: &str| data.as_map().unwrap().iter().find(|(key, _)| key.as_text() == Some(name)).unwrap().1.clone();
    assert_eq!(entry("title").as_text(), Some(document.title.as_str()));
    assert_eq!(entry("lang").as_text(), Some("bg"));
    let attached = entry("attached").into_array().unwrap();
    assert!(!attached.is_empty());
    for file in attached {
        // Typst attaches bytes; words would be refused.
        assert!(file.as_map().unwrap().iter().any(|(key, value)| key.as_text() == Some("data") && value.is_bytes()));
    }
    // Each template that another one names is there.
    for file in files.iter().filter(|file| file.name.ends_with(".typ")) {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        for line in text.lines().filter_map(|line| line.strip_prefix("#import \"")) {
            let name = line.split('"').next().unwrap();
            assert!(named(name).is_some(), "{} imports {name}", file.name);
        }
    }
}

#[test]
fn the_same_document_has_the_same_source() {
    assert!(report::source(&sample()).unwrap() == report::source(&sample()).unwrap());
}
