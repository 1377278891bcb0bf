use crate::glas::{Site, example, run};
use std::{fs, path::Path};

fn founded(folder: &Path) {
    Site::start(folder, &["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"]).stop();
}

#[test]
fn a_project_is_made_of_a_folder_with_its_first_people() {
    let folder = tempfile::tempdir().unwrap();
    founded(folder.path());
    let from = example("").display().to_string();
    let loaded = run(folder.path(), &["load", "--data", "site", &from, "--json"]);
    assert_eq!(loaded.code, 0, "{}", loaded.complained);
    assert_eq!(loaded.json()["audiences_with_answers"], 2);
    assert_eq!(loaded.json()["setup_links"].as_array().unwrap().len(), 2);

    let site = Site::start(folder.path(), &["serve", "--data", "site", "--listen", "127.0.0.1:0", "--json"]);
    let page = site.get("/projects/primerovo/studies/uchastie-i-obsluzhvane-2023");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("176"), "{page}");
    // Nobody has read the open answers yet, so nobody else does.
    assert!(!page.contains("По-малко обикаляне между етажите"));
    drop(site);

    let again = run(folder.path(), &["load", "--data", "site", &from]);
    assert_eq!(again.code, 3, "{}", again.complained);
}

#[test]
fn a_mistake_in_the_folder_is_named_by_its_file() {
    let folder = tempfile::tempdir().unwrap();
    founded(folder.path());
    let project = folder.path().join("project");
    fs::create_dir(&project).unwrap();
    let from = project.display().to_string();
    let check = |expected: &str| {
        let loaded = run(folder.path(), &["load", "--data", "site", &from]);
        assert_eq!(loaded.code, 3, "{}", loaded.complained);
        assert!(loaded.complained.contains(expected), "{}", loaded.complained);
    };
    check("project.toml");
    fs::write(project.join("project.toml"), "slug = \"a\"\nnature = \"imagined\"\n").unwrap();
    check("project.toml");
    let nowhere = folder.path().join("nowhere").display().to_string();
    assert_eq!(run(folder.path(), &["load", "--data", "site", &nowhere]).code, 2);
}
