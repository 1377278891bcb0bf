use crate::glas::{Site, run};
use std::fs;

#[test]
fn a_wrong_setting_stops_the_start_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("glas.toml"), "lisen = \"127.0.0.1:1\"\n").unwrap();
    let ended = run(folder.path(), &["serve"]);
    assert_eq!(ended.code, 2);
    assert!(ended.complained.contains("lisen") && ended.complained.contains("listen"), "{}", ended.complained);
}

#[test]
fn serve_makes_no_database_unless_asked() {
    let folder = tempfile::tempdir().unwrap();
    let ended = run(folder.path(), &["serve", "--data", "nothing-here"]);
    assert_eq!(ended.code, 3, "{}", ended.complained);
    assert!(!folder.path().join("nothing-here").join("glas.db").exists());
}

#[test]
fn an_empty_instance_shows_its_administrators_link_once() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"];
    let site = Site::start(folder.path(), &arguments);
    let link = site.summary["setup_link"].as_str().unwrap().to_owned();
    let path = link.split_once("/setup/").unwrap().1;
    assert!(site.get(&format!("/setup/{path}")).starts_with("HTTP/1.1 200"));
    assert!(site.get("/").starts_with("HTTP/1.1 200"));
    assert_eq!(site.stop(), 0);
    let again = Site::start(folder.path(), &arguments);
    assert_eq!(again.summary["setup_link"], serde_json::Value::Null);
}

#[test]
fn the_settings_are_listed_for_people_and_for_scripts() {
    let folder = tempfile::tempdir().unwrap();
    let people = run(folder.path(), &["settings"]);
    assert!(people.said.contains("GLAS_LISTEN"));
    let script = run(folder.path(), &["settings", "--json", "--language", "en"]);
    assert!(script.json()["settings"].as_array().unwrap().len() >= 6);
}

#[test]
fn help_is_in_the_language_asked_for_and_ends_well() {
    let folder = tempfile::tempdir().unwrap();
    let bulgarian = run(folder.path(), &["report", "--help"]);
    assert_eq!(bulgarian.code, 0);
    assert!(bulgarian.said.contains("Пример:"), "{}", bulgarian.said);
    let english = run(folder.path(), &["--language", "en", "report", "--help"]);
    assert!(english.said.contains("Example:"), "{}", english.said);
    assert_eq!(run(folder.path(), &["nonsense"]).code, 2);
}
