//! `glas verify`: what is whole, what is broken, and the exit codes that scripts rely on.

use crate::glas::{Site, example, run};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A site with a project, loaded from its folder, and stopped.
fn loaded(folder: &Path) {
    Site::start(folder, &["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"]).stop();
    let from = example("").display().to_string();
    let loaded = run(folder, &["load", "--data", "site", &from]);
    assert_eq!(loaded.code, 0, "{}", loaded.complained);
}

/// Some file of the folder's shelves.
fn some_file(site: &Path) -> PathBuf {
    let shelves = fs::read_dir(site.join("files")).unwrap().map(|shelf| shelf.unwrap().path());
    let shelf = shelves.into_iter().find(|path| path.is_dir()).unwrap();
    fs::read_dir(shelf).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn a_folder_and_its_backup_are_whole_until_somebody_changes_a_file() {
    let folder = tempfile::tempdir().unwrap();
    loaded(folder.path());
    let whole = run(folder.path(), &["verify", "--data", "site", "--json"]);
    assert_eq!(whole.code, 0, "{}", whole.complained);
    assert!(whole.json()["whole"].as_bool().unwrap());
    assert!(whole.json()["entries"].as_i64().unwrap() > 3 && whole.json()["files"].as_i64().unwrap() > 3);

    assert_eq!(run(folder.path(), &["backup", "--data", "site", "-o", "site.tar"]).code, 0);
    let after = run(folder.path(), &["verify", "--data", "site", "--json"]).json();
    assert_eq!(
        after["entries"].as_i64(),
        whole.json()["entries"].as_i64().map(|entries| entries + 1),
        "the backup is told"
    );
    let kept = run(folder.path(), &["verify", "--backup", "site.tar", "--json"]);
    assert_eq!(kept.code, 0, "{}", kept.complained);
    assert_eq!(kept.json(), whole.json(), "the state before the backup was told");
    assert_eq!(run(folder.path(), &["restore", "--data", "again", "site.tar"]).code, 0);
    assert_eq!(run(folder.path(), &["verify", "--data", "again", "--json"]).json()["entries"], after["entries"]);

    let file = some_file(&folder.path().join("site"));
    fs::write(&file, "changed").unwrap();
    let broken = run(folder.path(), &["verify", "--data", "site", "--json"]);
    assert_eq!(broken.code, 5, "{}", broken.complained);
    assert_eq!(broken.json()["code"], "journal-file-altered");
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(broken.complained.contains(name), "{}", broken.complained);
}

#[test]
fn what_cannot_be_looked_at_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let check = |arguments: &[&str], code: i32| {
        let ended = run(folder.path(), &[&["verify"], arguments].concat());
        assert_eq!(ended.code, code, "{arguments:?}: {}", ended.complained);
        assert!(!ended.complained.is_empty(), "{arguments:?}");
    };
    check(&["--data", "nowhere"], 3);
    check(&["--backup", "nowhere.tar"], 2);
    fs::write(folder.path().join("heads.json"), "{}").unwrap();
    check(&["--data", "nowhere", "--heads", "heads.json"], 2);
    check(&["--data", "nowhere", "--key", "abc"], 2);
    check(&["--data", "nowhere", "--backup", "nowhere.tar"], 2);
}
