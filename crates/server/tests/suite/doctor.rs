//! `glas doctor`: what is told of an installation that is well, and of each thing that is not.

use crate::glas::{Ended, Site, run};
use app::journal::{Upkeep, record_upkeep};
use base::{Key, Language, LetterId, Moment, TenantId};
use std::{fs, path::Path};
use store::{Creation, LetterState, Location, QueuedLetter, Store, Transaction};

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
    let mail = "mail_server = \"smtp.example.bg\"\nmail_from = \"glas@example.bg\"\nmail_user = \"glas\"\nmail_password = \"correct horse\"\nresolver = \"127.0.0.1:1\"\n";
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

const DAY: i64 = 86_400;

/// Now, as the journal of the site that was just founded tells it.
fn founded(folder: &Path) -> (TenantId, Moment) {
    start(folder).stop();
    let store = Store::open(&Location::Folder(folder.join("site")), Creation::Never, Moment(0)).unwrap();
    let told = store.read_blocking(|tx| {
        let tenant = tx.tenants()?[0].id;
        Ok::<_, store::StoreFault>((tenant, tx.journal(tenant, None, 1)?[0].at))
    });
    store.close();
    told.unwrap()
}

fn change<T: Send + 'static>(folder: &Path, what: impl FnOnce(&mut Transaction) -> T + Send + 'static) {
    let store = Store::open(&Location::Folder(folder.join("site")), Creation::Never, Moment(0)).unwrap();
    store
        .write_blocking(move |tx| {
            what(tx);
            Ok::<_, store::StoreFault>(())
        })
        .unwrap();
    store.close();
}

fn letter(number: u8, state: LetterState, created: Moment, reason: Option<&str>) -> QueuedLetter {
    QueuedLetter {
        id: LetterId(Key([number; 16])),
        once: number.to_string(),
        kind: "trial".to_owned(),
        about: None,
        recipient: Some("maria@example.org".to_owned()),
        language: Language::Bulgarian,
        facts: Vec::new(),
        state,
        created,
        expires: created.plus_seconds(30 * DAY),
        next_attempt: created.plus_seconds(30 * DAY),
        attempts: 1,
        changed: created,
        reason: reason.map(str::to_owned),
        answer: None,
    }
}

#[test]
fn each_trouble_of_the_state_is_found() {
    type Change = fn(&mut Transaction, TenantId, Moment);
    let cases: [(&str, &str, Change); 10] = [
        ("duty-fails", "warning", |tx, tenant, now| {
            tx.add_job(tenant, "count-answers", now).unwrap();
            tx.record_job_failure(tenant, "count-answers", "the disk is full", now).unwrap();
        }),
        ("duty-fails", "fault", |tx, tenant, now| {
            tx.add_job(tenant, "count-answers", now).unwrap();
            for _ in 0..5 {
                tx.record_job_failure(tenant, "count-answers", "the disk is full", now).unwrap();
            }
        }),
        ("letters-wait", "warning", |tx, tenant, now| {
            let waits = letter(1, LetterState::Waiting, now.plus_seconds(-5 * 3600), None);
            assert!(tx.add_letter(tenant, &waits).unwrap());
        }),
        ("letters", "fine", |tx, tenant, now| {
            let waits = letter(2, LetterState::Waiting, now.plus_seconds(-600), None);
            assert!(tx.add_letter(tenant, &waits).unwrap());
        }),
        ("letters-held", "warning", |tx, tenant, now| {
            let held = letter(3, LetterState::Held, now.plus_seconds(-600), Some("no-server"));
            assert!(tx.add_letter(tenant, &held).unwrap());
        }),
        ("letters-failed", "warning", |tx, tenant, now| {
            let failed = letter(4, LetterState::Failed, now.plus_seconds(-600), Some("no-such-mailbox"));
            assert!(tx.add_letter(tenant, &failed).unwrap());
        }),
        ("letters", "fine", |tx, tenant, now| {
            let old = letter(5, LetterState::Failed, now.plus_seconds(-8 * DAY), Some("no-such-mailbox"));
            let meant = letter(6, LetterState::Failed, now.plus_seconds(-600), Some("given-up"));
            assert!(tx.add_letter(tenant, &old).unwrap() && tx.add_letter(tenant, &meant).unwrap());
        }),
        ("backup-old", "warning", |tx, tenant, now| {
            record_upkeep(tx, tenant, Upkeep::BackedUp, now.plus_seconds(-9 * DAY)).unwrap();
        }),
        ("backup", "fine", |tx, tenant, now| {
            record_upkeep(tx, tenant, Upkeep::BackedUp, now.plus_seconds(-2 * DAY)).unwrap();
        }),
        ("journal-broken", "fault", |tx, _, _| {
            tx.execute("drop trigger journal_is_not_changed", &[]).unwrap();
            tx.execute("update journal set kind = 'tenant.changed' where number = 1", &[]).unwrap();
        }),
    ];
    for (code, level, trouble) in cases {
        let folder = tempfile::tempdir().unwrap();
        let (tenant, now) = founded(folder.path());
        change(folder.path(), move |tx| trouble(tx, tenant, now));
        check(folder.path(), code, level);
        let told = run(folder.path(), &["doctor", "--data", "site", "--language", "en"]);
        assert!(!told.said.contains('⟦'), "{}", told.said);
    }
}
