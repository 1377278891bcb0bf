use crate::glas::{Site, run};

#[test]
fn tenants_are_founded_beside_the_main_one() {
    let folder = tempfile::tempdir().unwrap();
    let glas = |arguments: &[&str]| run(folder.path(), arguments);
    Site::start(folder.path(), &["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"]).stop();
    let add = |rest: &[&str]| {
        glas(&[&["tenant", "add", "--data", "site", "--json", "--name", "Община Примерово"], rest].concat())
    };
    let added = add(&["--path", "primerovo"]);
    assert_eq!(added.code, 0, "{}", added.complained);
    let link = added.json()["setup_link"].as_str().unwrap().to_owned();
    assert!(link.contains("/primerovo/setup/"), "{link}");
    assert_eq!(add(&["--host", "glas.primerovo.example"]).code, 0);
    for (rest, code, complaint) in [
        (["--path", "primerovo"], 3, "/primerovo"),
        (["--path", "desk"], 3, "desk"),
        (["--host", "https://a"], 3, "https://a"),
        (["--path", "a"], 0, ""),
    ] {
        let again = add(&rest);
        assert_eq!(again.code, code, "{rest:?}: {}", again.complained);
        assert!(again.complained.contains(complaint), "{rest:?}: {}", again.complained);
    }
    assert_eq!(glas(&["tenant", "add", "--data", "site", "--name", "Без място"]).code, 2);
    let listed = glas(&["tenant", "list", "--data", "site", "--json"]).json();
    assert_eq!(listed["tenants"].as_array().unwrap().len(), 4);

    let issued = glas(&["setup-link", "--data", "site", "--tenant", "primerovo", "--json", "administrator"]);
    assert_eq!(issued.code, 0, "{}", issued.complained);
    assert!(issued.json()["link"].as_str().unwrap().contains("/primerovo/setup/"));
    assert_eq!(glas(&["setup-link", "--data", "site", "--tenant", "nowhere", "administrator"]).code, 3);

    let site = Site::start(folder.path(), &["serve", "--data", "site", "--listen", "127.0.0.1:0", "--json"]);
    let front = site.get("/");
    assert!(front.contains("/primerovo/\"") && front.contains("Община Примерово"), "{front}");
    let token = issued.json()["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    assert!(site.get(&format!("/primerovo/setup/{token}")).starts_with("HTTP/1.1 200"));
    let elsewhere = site.get(&format!("/setup/{token}"));
    assert!(!elsewhere.contains("name=\"password\""), "{elsewhere}");
}
