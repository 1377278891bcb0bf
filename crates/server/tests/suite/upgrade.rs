//! `glas upgrade`: rehearsed, done, taken back, and killed at every step.

use crate::glas::{Ended, Site, command, run};
use base::{Digests, Event, Key, Moment, Subject, TenantId};
use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::Stdio,
};
use store::{Creation, Location, Store, StoreFault, Value, newest_schema, schema_at};

pub const OLD: u32 = 8;
const NOW: Moment = Moment(1_690_448_400_000_000);
pub const SETTINGS: usize = 400;

/// What an older program left in a folder.
pub fn old(location: &Location) {
    let store = Store::open_at_schema(location, Creation::Create, NOW, OLD).unwrap();
    let fill = |tx: &mut store::Transaction| {
        let (text, key) = (|text: &str| Value::Text(text.to_owned()), || Value::Bytes(vec![1; 16]));
        tx.execute("insert into tenant (tenant, name_bg) values ($1, $2)", &[key(), text("Глас")])?;
        for number in 0..SETTINGS {
            let name = format!("setting-{number}");
            tx.execute(
                "insert into setting (tenant, name, value) values ($1, $2, $3)",
                &[key(), text(&name), text("стойност")],
            )?;
        }
        let subject = Subject { noun: "tenant", key: Key([1; 16]) };
        let event = Event {
            at: NOW,
            by: None,
            kind: "tenant.founded",
            subject,
            facts: Vec::new(),
            digests: Digests::default(),
        };
        tx.add_event(TenantId(Key([1; 16])), &event)?;
        Ok::<_, StoreFault>(())
    };
    store.write_blocking(fill).unwrap();
    store.close();
}

fn folder(at: &Path) -> Location {
    Location::Folder(at.join("site"))
}

pub fn settings_in(location: &Location) -> usize {
    let store = Store::open_to_back_up(location).unwrap();
    let many = store.read_blocking(|tx| {
        tx.one("select count(*) from setting where name like 'setting-%'", &[])?.unwrap().take::<u64>()
    });
    let whole = store.check_blocking().unwrap();
    store.close();
    assert_eq!(whole, Vec::<String>::new());
    usize::try_from(many.unwrap()).unwrap()
}

fn upgrade(at: &Path, more: &[&str]) -> Ended {
    run(at, &[&["upgrade", "--data", "site", "--json"], more].concat())
}

#[test]
fn it_is_rehearsed_done_and_taken_back() {
    let home = tempfile::tempdir().unwrap();
    let (at, location) = (home.path(), folder(home.path()));
    old(&location);
    let rehearsed = upgrade(at, &[]);
    assert_eq!(rehearsed.code, 0, "{}", rehearsed.complained);
    let told = rehearsed.json();
    assert_eq!((told["from"].as_u64(), told["to"].as_u64()), (Some(OLD.into()), Some(newest_schema().into())));
    assert_eq!((&told["applied"], told["entries"].as_i64()), (&false.into(), Some(1)));
    assert!(!told["changed"].as_array().unwrap().is_empty());
    assert_eq!(schema_at(&location).unwrap(), OLD);
    let left = || -> Vec<String> {
        let entries = fs::read_dir(at.join("site")).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.retain(|name| !name.starts_with("glas.db") && name != "glas.lock" && name != "files");
        names.sort();
        names
    };
    assert_eq!(left(), Vec::<String>::new(), "a rehearsal leaves nothing");
    assert_eq!(upgrade(at, &["--rollback"]).code, 3, "there is nothing to go back to");

    let people = run(at, &["upgrade", "--data", "site", "--apply"]);
    assert_eq!(people.code, 0, "{}", people.complained);
    assert!(!people.said.contains('⟦') && !people.complained.contains('⟦'), "{}", people.said);
    assert_eq!(schema_at(&location).unwrap(), newest_schema());
    assert_eq!(settings_in(&location), SETTINGS);
    let again = upgrade(at, &["--apply"]);
    assert_eq!((again.code, &again.json()["applied"]), (0, &false.into()));
    let verified = run(at, &["verify", "--data", "site", "--json"]);
    assert_eq!(verified.code, 0, "{}", verified.complained);
    assert_eq!(verified.json()["entries"], 2, "the journal tells of the upgrade");

    let back = upgrade(at, &["--rollback"]);
    assert_eq!(back.code, 0, "{}", back.complained);
    assert_eq!(schema_at(&location).unwrap(), OLD);
    assert_eq!(settings_in(&location), SETTINGS);
    assert!(Path::new(at).join(back.json()["kept"].as_str().unwrap()).is_file());
    assert!(left().iter().all(|name| name.ends_with(".tar")), "{:?}", left());
    assert_eq!(left().len(), 2);
}

#[test]
fn what_does_not_stand_the_rehearsal_is_not_upgraded() {
    let home = tempfile::tempdir().unwrap();
    let (at, location) = (home.path(), folder(home.path()));
    old(&location);
    let store = Store::open_at_schema(&location, Creation::Never, NOW, OLD).unwrap();
    store
        .write_blocking(|tx| {
            tx.execute("drop trigger journal_is_not_changed", &[])?;
            tx.execute("update journal set kind = 'tenant.changed'", &[])
        })
        .unwrap();
    store.close();
    for more in [&[][..], &["--apply"]] {
        let refused = upgrade(at, more);
        assert!(matches!(refused.code, 4 | 5), "{} {}", refused.code, refused.complained);
        assert_eq!(schema_at(&location).unwrap(), OLD);
    }
    assert!(!fs::read_dir(at.join("site")).unwrap().any(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        name.ends_with(".tar") || name.contains("unfinished") || name == "rehearsal"
    }));
}

#[test]
fn beside_a_running_site_it_is_rehearsed_and_not_done() {
    let home = tempfile::tempdir().unwrap();
    let start = ["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"];
    let site = Site::start(home.path(), &start);
    let told = upgrade(home.path(), &["--apply"]);
    assert_eq!((told.code, &told.json()["applied"]), (0, &false.into()), "{}", told.complained);
    assert_eq!(site.stop(), 0);
}

/// The program is killed as soon as it says that a step begins, and a little later.
#[test]
fn killed_at_any_step_it_leaves_the_old_state_or_the_new_one() {
    let home = tempfile::tempdir().unwrap();
    let (at, location) = (home.path(), folder(home.path()));
    old(&location);
    let mut seen = Vec::new();
    let mut kill_at = |arguments: &[&str], step: usize, later: usize| -> bool {
        let mut child = command(at).args(arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let reached = lines.by_ref().take(step + 1).filter(Result::is_ok).count() == step + 1;
        // Not a pause, only something else to do.
        (0..later).for_each(|_| std::thread::yield_now());
        let _ = child.kill();
        let ended = child.wait().unwrap();
        let schema = schema_at(&location).unwrap();
        assert!([OLD, newest_schema()].contains(&schema), "schema {schema} after step {step}");
        assert_eq!(settings_in(&location), SETTINGS, "after step {step}");
        seen.push(schema);
        reached && !ended.success()
    };
    let up = ["upgrade", "--data", "site", "--apply", "--language", "en"];
    let back = ["upgrade", "--data", "site", "--rollback", "--language", "en"];
    for later in [0, 200, 3000] {
        for step in 0..5 {
            kill_at(&up, step, later);
            if schema_at(&location).unwrap() == newest_schema() {
                for step in 0..2 {
                    kill_at(&back, step, later);
                }
                if schema_at(&location).unwrap() == newest_schema() {
                    let done = run(at, &back);
                    assert_eq!(done.code, 0, "{}", done.complained);
                }
            }
        }
    }
    assert!(seen.len() >= 15);
    let done = run(at, &up);
    assert_eq!(done.code, 0, "{}", done.complained);
    assert_eq!(schema_at(&location).unwrap(), newest_schema());
    assert!(!at.join("site/rehearsal").exists() && !at.join("site/upgrade.unfinished").exists());
}

#[test]
fn a_backup_is_made_beside_the_running_site_and_tried() {
    let home = tempfile::tempdir().unwrap();
    let at = home.path();
    let start = ["serve", "--create", "--data", "site", "--listen", "127.0.0.1:0", "--json"];
    let site = Site::start(at, &start);
    let made = run(at, &["backup", "--data", "site", "-o", "site.tar"]);
    assert_eq!(made.code, 0, "{}", made.complained);
    assert_eq!(site.stop(), 0);
    let tried = run(at, &["restore", "--verify", "site.tar", "--json"]);
    assert_eq!(tried.code, 0, "{}", tried.complained);
    assert_eq!(tried.json()["whole"], true);
    assert!(!at.join("data").exists(), "a drill makes nothing");
    let mut bytes = fs::read(at.join("site.tar")).unwrap();
    let name = "Глас".as_bytes();
    let row = bytes.windows(name.len()).position(|window| window == name);
    bytes[row.unwrap()] ^= 1;
    fs::write(at.join("bad.tar"), bytes).unwrap();
    let refused = run(at, &["restore", "--verify", "bad.tar"]);
    assert_eq!(refused.code, 3, "{}", refused.complained);

    // What was left for the site is taken up at its next start.
    let left = fs::read_dir(at.join("site/incoming")).map(Iterator::count).unwrap_or(0);
    let site = Site::start(at, &start);
    while fs::read_dir(at.join("site/incoming")).map(Iterator::count).unwrap_or(0) > 0 {
        std::thread::yield_now();
    }
    let told = run(at, &["doctor", "--data", "site", "--json"]);
    assert!(told.said.contains("\"backup\"") && left <= 1, "{left} {}", told.said);
    drop(site);
}
