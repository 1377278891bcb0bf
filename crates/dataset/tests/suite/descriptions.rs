use crate::sample::sample;
use dataset::{Archive, MadeFile, csvw, dcat, frictionless};
use serde_json::Value;
use std::io::Cursor;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn made(name: &str) -> MadeFile {
    MadeFile { name: name.to_owned(), media_type: "text/csv; charset=utf-8", bytes: 12, digest: "ab".repeat(32) }
}

#[test]
fn csvw_names_each_column_and_its_absences() {
    let sample = sample();
    let document = json(&csvw::metadata(&sample.dataset, "data.csv", "codes.csv"));
    let columns = document["tables"][0]["tableSchema"]["columns"].as_array().unwrap();
    assert_eq!(columns.len(), sample.dataset.variables.len());
    assert_eq!(columns[0]["name"], "%D1%81%D1%80%D0%BE%D0%BA");
    assert_eq!(columns[0]["titles"], "срок");
    assert_eq!(columns[0]["datatype"]["format"], "1|2|друго\\/я");
    assert_eq!(columns[1]["datatype"], "integer");
    assert_eq!(columns[1]["null"][3], "#not-shown");
    assert_eq!(columns[6]["datatype"]["base"], "date");
    assert_eq!(document["dc:license"]["@id"], "https://creativecommons.org/licenses/by/4.0/");
    let codes = String::from_utf8(csvw::codes(Vec::new(), &sample.dataset).unwrap()).unwrap();
    assert!(codes.starts_with("variable,code,kind,label_bg,label_en\r\n"));
    assert!(codes.contains("срок,1,answer,Изобщо не,Изобщо не (en)\r\n"));
    assert!(codes.contains("age,#not-shown,absence,няма: not-shown,not-shown\r\n"));
    assert!(codes.contains(",'=1+1,"));
}

#[test]
fn frictionless_tells_the_file_and_its_fields() {
    let sample = sample();
    let document = json(&frictionless::package(&sample.dataset, &made("data.csv")));
    let resource = &document["resources"][0];
    assert_eq!(resource["hash"], format!("sha256:{}", "ab".repeat(32)));
    assert_eq!(resource["schema"]["fields"][0]["constraints"]["enum"][2], "друго/я");
    assert_eq!(resource["schema"]["fields"][0]["categoriesOrdered"], true);
    assert_eq!(resource["schema"]["missingValues"].as_array().unwrap().len(), 8);
    assert!(document["description"].as_str().unwrap().contains("Демонстрационни данни"));
}

#[test]
fn the_record_for_catalogues_has_what_the_profile_demands() {
    let sample = sample();
    let text = dcat::record(&sample.dataset, &[made("data.csv"), made("data.sav")], Some("https://example.org/d/"));
    let document = json(&text);
    for name in
        ["dct:title", "dct:description", "dct:publisher", "dcat:contactPoint", "dcat:theme", "dcat:distribution"]
    {
        assert!(document[name].is_object() || document[name].is_array(), "{name}");
    }
    let file = &document["dcat:distribution"][1];
    assert_eq!(file["dcat:downloadURL"]["@id"], "https://example.org/d/data.sav");
    assert_eq!(file["dct:license"]["@id"], "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0");
    assert_eq!(file["dcat:byteSize"]["@value"], "12");
}

#[test]
fn an_archive_of_the_same_files_is_the_same_bytes() {
    let files = [("data.csv".to_owned(), b"a,b\r\n".to_vec()), ("данни.xml".to_owned(), vec![0; 1000])];
    let write = || {
        let mut archive = Archive::new(Cursor::new(Vec::new()));
        for (name, bytes) in &files {
            archive.begin(name).unwrap();
            std::io::Write::write_all(&mut archive, bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    };
    assert!(write() == write());
    let mut archive = zip::ZipArchive::new(Cursor::new(write())).unwrap();
    for (place, (name, bytes)) in files.iter().enumerate() {
        let mut file = archive.by_index(place).unwrap();
        let mut found = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut found).unwrap();
        assert_eq!((file.name().unwrap().as_ref(), &found), (name.as_str(), bytes));
    }
}
