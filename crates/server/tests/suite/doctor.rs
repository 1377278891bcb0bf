//! `glas doctor`: what is told of an installation that is well, and of each thing that is not.

use crate::glas::{Ended, Site, run};
use std::{fs, path::Path};

/// Level and hint of the finding, if there is one.
fn finding(ended: &Ended, code: &str) -> Option<(String, bool)> {
    let told = ended.json();
    let all = told["findings"].as_array().unwrap().clone();
    let one = all.iter().find(|finding| finding["code"] == code)?;
    Some((one["level"].as_str().unwrap().to_owned(), one["hint"].is_string()))
}

fn check(folder: &Path, code: &str, level: &str) {
    let ended = run(folder, &["doctor", "--data", "site", "--json"]);
    let expected = (level.to_owned(), level != "fine");
    assert_eq!(finding(&ended, code), Some(expected), "{code}: {}", ended.said);
    assert_eq!(ended.code, if ended.json()["faults"] == 0 { 0 } else { 5 }, "{}", ended.said);
}

fn start(folder: &Path) -> Site {
    Site::start(folder, &["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"])
}

#[test]
fn an_installation_is_looked_over_beside_the_running_site_and_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let site = start(folder.path());
    for code in ["folder-closed", "key-closed", "database", "journal", "clock", "duties", "letters"] {
        check(folder.path(), code, "fine");
    }
    check(folder.path(), "address-missing", "warning");
    check(folder.path(), "backup-missing", "warning");
    assert_eq!(site.stop(), 0);
    check(folder.path(), "database", "fine");
    assert_eq!(run(folder.path(), &["backup", "--data", "site", "-o", "site.tar"]).code, 0);
    check(folder.path(), "backup", "fine");
    for language in ["bg", "en"] {
        let told = run(folder.path(), &["doctor", "--data", "site", "--language", language]);
        assert!(!told.said.contains('⟦') && told.said.lines().count() > 10, "{}", told.said);
    }
}

#[cfg(unix)]
#[test]
fn what_others_may_read_is_a_fault() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    start(folder.path()).stop();
    let open = |name: &str, mode: u32| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    open("site/journal.key", 0o644);
    check(folder.path(), "key-open", "fault");
    open("site/journal.key", 0o640);
    check(folder.path(), "key-open-to-group", "warning");
    open("site", 0o755);
    check(folder.path(), "folder-open", "fault");
    let ended = run(folder.path(), &["doctor", "--data", "site", "--language", "en"]);
    assert_eq!(ended.code, 5);
    assert!(ended.said.contains("chmod 700 site") && ended.complained.contains("Faults: 1"), "{}", ended.said);

    fs::write(folder.path().join("glas.toml"), "listen = \"127.0.0.1:8080\"\n").unwrap();
    open("glas.toml", 0o644);
    check(folder.path(), "settings-closed", "fine");
    let mail = "mail_server = \"smtp.example.bg\"\nmail_from = \"glas@example.bg\"\nmail_user = \"glas\"\nmail_password = \"correct horse\"\n";
    fs::write(folder.path().join("glas.toml"), mail).unwrap();
    check(folder.path(), "settings-open", "fault");
    open("glas.toml", 0o600);
    check(folder.path(), "settings-closed", "fine");
}

#[test]
fn a_folder_that_cannot_be_opened_is_a_fault_and_nothing_is_made() {
    let folder = tempfile::tempdir().unwrap();
    check(folder.path(), "database-closed", "fault");
    assert!(!folder.path().join("site").exists());
}

#[test]
fn a_site_of_which_the_clock_went_back_is_found() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("glas.toml"), "today = 2099-01-01\n").unwrap();
    start(folder.path()).stop();
    let founded =
        run(folder.path(), &["tenant", "add", "--data", "site", "--name", "Община Примерово", "--path", "primerovo"]);
    assert_eq!(founded.code, 0, "{}", founded.complained);
    check(folder.path(), "clock-back", "fault");
    check(folder.path(), "today-held", "warning");
}
