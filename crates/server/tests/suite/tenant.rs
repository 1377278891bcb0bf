use crate::glas::{Site, run};
use app::tenants;
use base::{Moment, TenantId, Text};
use store::{Creation, Location, Store, Tenant};

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

struct Counted(u64);

impl base::Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0 += 1;
        let number = self.0.to_be_bytes();
        bytes.iter_mut().zip(number.iter().rev().cycle()).for_each(|(byte, of)| *byte = *of);
    }
}

/// A ministry and all municipalities of the country.
#[test]
#[expect(clippy::disallowed_methods, reason = "it is measured")]
fn two_hundred_and_sixty_five_municipalities_in_one_installation() {
    let folder = tempfile::tempdir().unwrap();
    let start = ["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"];
    Site::start(folder.path(), &start).stop();
    let location = Location::Folder(folder.path().join("site"));
    let store = Store::open(&location, Creation::Never, Moment(0)).unwrap();
    let found = |tx: &mut store::Transaction| {
        let mut chance = Counted(1 << 40);
        for number in 1..=265 {
            let name = Text::bulgarian(format!("Община {number}"));
            let place = tenants::place_below(&format!("obshtina-{number}")).unwrap();
            let tenant = Tenant { id: TenantId::new(&mut chance), name, place };
            tenants::found_tenant(tx, tenant, Moment(1), &mut chance)?;
        }
        Ok::<_, app::Failure>(())
    };
    store.write_blocking(found).unwrap_or_else(|failure| panic!("{failure:?}"));
    store.close();
    let begun = std::time::Instant::now();
    let site = Site::start(folder.path(), &start);
    let started = begun.elapsed();
    let asked = |path: &dyn Fn(u32) -> String| {
        let begun = std::time::Instant::now();
        for number in 1..=265 {
            let answer = site.get(&path(number));
            assert!(answer.starts_with("HTTP/1.1 200"), "{}: {answer}", path(number));
        }
        begun.elapsed() / 265
    };
    let empty = site.memory();
    let first = asked(&|number| format!("/obshtina-{number}/about/accessibility"));
    let second = asked(&|number| format!("/obshtina-{number}/about/accessibility"));
    let alone = asked(&|_| "/health".to_owned());
    eprintln!(
        "265 tenants: started in {started:?}, {empty} KiB, {} KiB with every door made, a request {first:?} the first time, {second:?} the second, /health {alone:?}",
        site.memory()
    );
    assert!(site.get("/obshtina-266/about/accessibility").starts_with("HTTP/1.1 404"));
    assert!(site.get("/").contains("Община 265"));
    assert_eq!(site.stop(), 0);
}
