use crate::glas::{Site, run};
use std::fs;

#[test]
fn the_demonstration_starts_from_nothing_and_a_second_start_keeps_the_data() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::demo(folder.path(), "demo");
    assert_eq!(site.summary["new"], true);
    let links = site.summary["setup_links"].as_array().unwrap();
    let roles: Vec<&str> = links.iter().map(|link| link["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["researcher", "official", "administrator"]);
    let page = site.get("/projects/perushtitsa");
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    assert!(page.contains("BG05SFOP001-2.025-0108-C01"));
    assert_eq!(site.stop(), 0);

    let again = Site::demo(folder.path(), "demo");
    assert_eq!(again.summary["new"], false);
    assert_eq!(again.summary["setup_links"], serde_json::json!([]));
    assert!(again.get("/projects/primerovo").starts_with("HTTP/1.1 200"));
    assert_eq!(again.stop(), 0);
}

#[test]
fn what_is_invented_says_so_and_is_not_indexed() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::demo(folder.path(), "demo");
    let study = "/projects/primerovo/studies/uchastie-i-obsluzhvane-2023";
    for path in ["/projects/primerovo", study, &format!("{study}/report"), "/en/projects/primerovo"] {
        let page = site.get(path).to_lowercase();
        assert!(page.contains("x-robots-tag: noindex"), "{path}");
        assert!(page.contains("демонстрационни данни") || page.contains("demonstration data"), "{path}");
    }
    let picture = site.get(&format!("{study}/postcard.png"));
    assert!(picture.contains("x-robots-tag: noindex") && picture.contains("content-type: image/png"));
    assert!(picture.contains("IHDR"), "the picture is really drawn");
    let real = site.get("/projects/perushtitsa").to_lowercase();
    assert!(!real.contains("x-robots-tag: noindex") && !real.contains("демонстрационни данни"));
    assert!(!site.get("/sitemap.xml").contains("primerovo"));
}

#[test]
fn a_second_program_on_the_same_folder_is_refused_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::demo(folder.path(), "demo");
    let second = run(folder.path(), &["demo", "--port", "0", "--data", "demo"]);
    assert_eq!(second.code, 3, "{}", second.complained);
    assert!(second.complained.contains("demo"), "{}", second.complained);
    drop(site);
}

#[test]
fn a_taken_port_is_a_usage_mistake_with_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::demo(folder.path(), "first");
    let port = site.host().rsplit(':').next().unwrap().to_owned();
    let second = run(folder.path(), &["demo", "--port", &port, "--data", "second"]);
    assert_eq!(second.code, 2, "{}", second.complained);
    assert!(second.complained.contains("--port"), "{}", second.complained);
}

#[test]
fn a_backup_restores_into_a_new_folder_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    Site::demo(folder.path(), "demo").stop();
    let backup = run(folder.path(), &["backup", "--data", "demo", "-o", "copy.tar", "--json"]);
    assert_eq!(backup.code, 0, "{}", backup.complained);
    assert!(backup.json()["rows"].as_u64().unwrap() > 182);
    let again = run(folder.path(), &["backup", "--data", "demo", "-o", "copy.tar"]);
    assert_eq!(again.code, 3, "{}", again.complained);

    let restored = run(folder.path(), &["restore", "--data", "new", "copy.tar", "--json"]);
    assert_eq!(restored.code, 0, "{}", restored.complained);
    assert_eq!(restored.json()["rows"], backup.json()["rows"]);
    let onto = run(folder.path(), &["restore", "--data", "demo", "copy.tar"]);
    assert_eq!(onto.code, 3, "{}", onto.complained);

    let site = Site::demo(folder.path(), "new");
    assert_eq!(site.summary["new"], false);
    assert!(site.get("/projects/primerovo").starts_with("HTTP/1.1 200"));
}

#[test]
fn a_damaged_backup_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    Site::demo(folder.path(), "demo").stop();
    assert_eq!(run(folder.path(), &["backup", "--data", "demo", "-o", "copy.tar"]).code, 0);
    let mut bytes = fs::read(folder.path().join("copy.tar")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(folder.path().join("bad.tar"), bytes).unwrap();
    let restored = run(folder.path(), &["restore", "--data", "new", "bad.tar"]);
    assert_eq!(restored.code, 3, "{}", restored.complained);
    assert!(!folder.path().join("new/glas.db").exists());
}

#[test]
fn a_new_setup_link_is_given_out_for_a_known_name_only() {
    let folder = tempfile::tempdir().unwrap();
    Site::demo(folder.path(), "demo").stop();
    let link = run(folder.path(), &["setup-link", "--data", "demo", "researcher", "--json"]);
    assert_eq!(link.code, 0, "{}", link.complained);
    assert!(link.json()["link"].as_str().unwrap().contains("/setup/"));
    let lost = ["setup-link", "--data", "demo", "researcher", "--without-second-factor"];
    assert_eq!(run(folder.path(), &lost).code, 0, "also for somebody who has none");
    assert_eq!(run(folder.path(), &["setup-link", "--data", "demo", "nobody"]).code, 3);
    assert_eq!(run(folder.path(), &["setup-link", "--data", "nowhere", "researcher"]).code, 3);
}
