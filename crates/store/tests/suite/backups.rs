//! A backup is the same store again, on either engine; a hostile one is refused and leaves nothing.

use crate::{
    engine::{NOW, Place},
    samples::{Counted, Household, party, person, publication, response, text},
};
use base::{BatchId, Chance, Digests, Event, PartyKind, QuestionnaireId, SessionId, Subject, TenantId};
use jiff::civil::date;
use outreach::Stage;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{Cursor, Write},
    path::Path,
    sync::{Arc, Mutex},
};
use store::{
    BackupSummary, Draft, Failure, Location, Refusal, Session, SignInTry, Store, StoreFault, Value, backup, restore,
};
use survey::Mode;

/// A writer whose bytes can be had afterwards.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn backed_up(store: &Store) -> (Vec<u8>, BackupSummary) {
    let shared = Shared::default();
    let summary = backup(store, shared.clone(), NOW).unwrap();
    let bytes = shared.0.lock().unwrap().clone();
    (bytes, summary)
}

/// Something of nearly every noun, and more answers than are read at once.
fn fill(store: &Store) -> TenantId {
    let mut chance = Counted(1);
    let household = Household::found(store, &mut chance);
    let (tenant, residents, project) = (household.tenant, household.residents(), household.project);
    let file = store.keep_file_blocking(tenant, vec![7; 70_000], "application/pdf").unwrap();
    let mut report = publication(&mut chance, &project, "doklad", Some(file.digest));
    report.stage = Stage::Published { on: date(2023, 7, 27), updated: date(2023, 7, 27) };
    store
        .write_blocking(move |tx| {
            let party = party(&mut chance, PartyKind::Other);
            tx.add_party(tenant, &party)?;
            let maria = person(&mut chance, "maria", party.id);
            tx.add_person(tenant, &maria)?;
            tx.add_setup_link(tenant, b"secret", maria.id, NOW)?;
            let id = SessionId::new(&mut chance);
            let session = Session {
                id,
                person: maria.id,
                created: NOW,
                last_seen: NOW,
                expires: NOW,
                confirmed: NOW,
                browser: String::new(),
            };
            tx.add_session(tenant, b"cookie", &session)?;
            let (account, network) = ("maria".to_owned(), "192.0.2.0/24".to_owned());
            tx.record_failed_sign_in(tenant, &SignInTry { account, network, device: None }, NOW)?;
            let (key, questionnaire) = (chance.key(), QuestionnaireId::new(&mut chance));
            let expires = date(2023, 7, 27);
            tx.replace_draft(
                tenant,
                &Draft { key, audience: residents, questionnaire, expires, document: "{}".to_owned() },
            )?;
            tx.add_publication(tenant, &report)?;
            tx.replace_setting(tenant, "words", "ред\nи „кавички“ \"\\ \u{7}")?;
            let subject = Subject { noun: "project", key: chance.key() };
            let (facts, digests) = (Vec::new(), Digests::first(base::Digest([7; 32])));
            tx.add_event(tenant, &Event { at: NOW, by: None, kind: "project.added", subject, facts, digests })?;
            tx.add_job(tenant, "settle-days", NOW)?;
            tx.add_letter(tenant, &crate::letters::letter(&mut chance, "invitation"))?;
            let batch = BatchId::new(&mut chance);
            for number in 0..1203 {
                let mut response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
                if number % 3 == 0 {
                    (response.mode, response.batch) = (Mode::Imported, Some(batch));
                }
                tx.add_response(tenant, &response)?;
            }
            Ok::<(), StoreFault>(())
        })
        .unwrap();
    tenant
}

/// What nobody can go on with who has only a backup, and what is derived.
const OF_THE_MOMENT: [&str; 8] =
    ["counted", "draft", "failed_sign_in", "job", "letter", "session", "setup_link", "uncounted"];

/// How many rows there are in those tables.
fn of_the_moment(store: &Store) -> Vec<i64> {
    let count = |tx: &mut store::Transaction, table: &str| {
        tx.one(&format!("select count(*) from {table}"), &[])?.unwrap().take::<i64>()
    };
    store.read_blocking(move |tx| OF_THE_MOMENT.iter().map(|table| count(tx, table)).collect::<Result<_, _>>()).unwrap()
}

/// Every row of every other table but the two that a backup makes anew, in an order that both engines share.
fn everything(store: &Store) -> Vec<(String, Vec<String>)> {
    store
        .read_blocking(|tx| {
            let mut all = Vec::new();
            for (table, _) in tx.schema()? {
                if table == "schema_migration" || table == "file_content" || OF_THE_MOMENT.contains(&table.as_str()) {
                    continue;
                }
                let rows = tx.rows(&format!("select * from {table}"), &[])?;
                let mut rows: Vec<String> =
                    rows.into_iter().map(|row| format!("{:?}", row.rest() as Vec<Value>)).collect();
                rows.sort();
                all.push((table, rows));
            }
            Ok::<_, StoreFault>(all)
        })
        .unwrap()
}

#[test]
fn a_backup_moves_between_engines() {
    let places = || std::iter::once(Place::folder()).chain(Place::server());
    for from in places() {
        let store = from.open();
        let tenant = fill(&store);
        let (bytes, made) = backed_up(&store);
        let expected = everything(&store);
        assert_eq!(of_the_moment(&store), [0, 1, 3, 1, 1, 1, 1, 1], "something of the moment is there");
        assert!(expected.iter().map(|(_, rows)| rows.len()).sum::<usize>() > 1203);
        for to in places() {
            let summary = restore(Cursor::new(bytes.clone()), &to.location, NOW).unwrap();
            assert_eq!(summary, made);
            let again = to.open();
            assert_eq!(of_the_moment(&again), [0; 8]);
            assert_eq!(everything(&again), expected, "{} to {}", from.location, to.location);
            let file = again.read_blocking(|tx| tx.rows("select digest from file", &[])).unwrap().remove(0).take();
            assert_eq!(again.file_bytes_blocking(tenant, file.unwrap()).unwrap(), Some(vec![7; 70_000]));
            assert_eq!(backed_up(&again).1, made, "the same store gives the same backup");
            again.close();
            let twice = restore(Cursor::new(bytes.clone()), &to.location, NOW);
            assert!(matches!(twice, Err(Failure::Refused(Refusal::NotEmpty { .. }))));
        }
    }
}

#[test]
fn a_backup_goes_on_while_answers_arrive() {
    let place = Place::folder();
    let store = place.open();
    let household = Household::found(&store, &mut Counted(1));
    let (tenant, residents) = (household.tenant, household.residents());
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut chance = Counted(77);
            for _ in 0..500 {
                let response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
                store.write_blocking(move |tx| tx.add_response(tenant, &response)).unwrap();
            }
        });
        let mut seen = 0;
        while !writer.is_finished() {
            let (bytes, _) = backed_up(&store);
            let other = Place::folder();
            restore(Cursor::new(bytes), &other.location, NOW).unwrap();
            let again = other.open();
            let (counted, there) = again
                .read_blocking(move |tx| {
                    let there = tx.responses_after(tenant, residents, None, 1000)?.len();
                    Ok::<_, StoreFault>((tx.answers_of(tenant, residents)?, there))
                })
                .unwrap();
            assert_eq!(counted, u64::try_from(there).unwrap(), "one state, never half of one");
            assert!(there >= seen);
            seen = there;
        }
        writer.join().unwrap();
    });
}

#[test]
fn a_lost_file_is_named() {
    let place = Place::folder();
    let store = place.open();
    let tenant = TenantId::new(&mut Counted(1));
    store.write_blocking(move |tx| tx.add_tenant(tenant, &text("Дом"))).unwrap();
    let file = store.keep_file_blocking(tenant, b"bytes".to_vec(), "text/plain").unwrap();
    let Location::Folder(folder) = &place.location else { panic!("a folder") };
    let (shelf, rest) = (file.digest.to_string()[..2].to_owned(), file.digest.to_string()[2..].to_owned());
    let path = folder.join("files").join(shelf).join(rest);
    fs::write(&path, "other").unwrap();
    assert!(store.file_bytes_blocking(tenant, file.digest).is_err());
    for _ in 0..2 {
        let failure = backup(&store, Shared::default(), NOW).unwrap_err();
        assert!(failure.to_string().contains(&file.digest.to_string()), "{failure}");
        let _ = fs::remove_file(&path);
    }
}

/// Splits an archive into headers with their contents.
fn blocks(bytes: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut rest = bytes;
    let mut found = Vec::new();
    while rest.len() >= 512 && rest[0] != 0 {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[124..135]).unwrap(), 8).unwrap();
        let end = 512 + size.next_multiple_of(512);
        found.push((rest[..512].to_vec(), rest[512..512 + size].to_vec()));
        rest = &rest[end..];
    }
    found
}

fn joined(blocks: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (header, content) in blocks {
        bytes.extend(header);
        bytes.extend(content);
        bytes.resize(bytes.len().next_multiple_of(512), 0);
    }
    bytes.resize(bytes.len() + 1024, 0);
    bytes
}

/// A header as a stranger would write it, its checksum right.
fn header(name: &str, kind: u8, size: &str, link: &str) -> Vec<u8> {
    let mut block = vec![0; 512];
    block[..name.len()].copy_from_slice(name.as_bytes());
    block[100..107].copy_from_slice(b"0000644");
    block[124..124 + size.len()].copy_from_slice(size.as_bytes());
    block[148..156].copy_from_slice(b"        ");
    block[156] = kind;
    block[157..157 + link.len()].copy_from_slice(link.as_bytes());
    block[257..265].copy_from_slice(b"ustar\x0000");
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    block
}

fn name_of(block: &(Vec<u8>, Vec<u8>)) -> String {
    String::from_utf8_lossy(&block.0[..100]).trim_end_matches('\0').to_owned()
}

/// Restores what must be refused, and looks that nothing stays.
fn check_refused(what: &str, bytes: Vec<u8>) -> Refusal {
    let outside = tempfile::tempdir().unwrap();
    let location = Location::Folder(outside.path().join("inner").join("data"));
    let refusal = match restore(Cursor::new(bytes), &location, NOW) {
        Err(Failure::Refused(refusal)) => refusal,
        Err(Failure::Fault(fault)) => panic!("{what}: {fault:#}"),
        Ok(_) => panic!("{what}: it was restored"),
    };
    let left: Vec<_> = fs::read_dir(outside.path())
        .unwrap()
        .chain(fs::read_dir(outside.path().join("inner")).into_iter().flatten())
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name != "inner")
        .collect();
    assert!(left.is_empty(), "{what}: {left:?} was left behind");
    refusal
}

#[test]
fn hostile_archives() {
    let place = Place::folder();
    let store = place.open();
    fill(&store);
    let (good, _) = backed_up(&store);
    let entries = blocks(&good);
    assert_eq!(joined(&entries), good);
    let place_of = |name: &str| entries.iter().position(|block| name_of(block).starts_with(name)).unwrap();

    let with_entry = |header: Vec<u8>, content: &[u8]| {
        let mut changed = entries.clone();
        changed.insert(1, (header, content.to_vec()));
        joined(&changed)
    };
    for (name, kind, link) in [
        ("../evil", b'0', ""),
        ("files/../../evil", b'0', ""),
        ("/tmp/evil", b'0', ""),
        ("files/aa/../../../evil", b'0', ""),
        ("tables/../evil-000001.jsonl", b'0', ""),
        ("tables/schema_migration-000001.jsonl", b'0', ""),
        ("tables/sqlite_schema-000001.jsonl", b'0', ""),
        ("files/ab/link", b'2', "/etc/passwd"),
        ("files/ab/hard", b'1', "/etc/passwd"),
        ("files", b'5', ""),
        ("dev", b'3', ""),
        ("begin.json", b'0', ""),
    ] {
        let refusal = check_refused(name, with_entry(header(name, kind, "00000000004\0", link), b"evil"));
        assert!(matches!(&refusal, Refusal::BackupUnreadable { entry } if entry == name), "{name}: {refusal:?}");
    }
    for size in ["77777777777\0", "99999999999\0", "-0000000001\0", "\u{80}", ""] {
        let huge = header("tables/review-000001.jsonl", b'0', size, "");
        check_refused(size, with_entry(huge, b""));
    }

    let change = |name: &str, change: &dyn Fn(&str) -> String| {
        let mut changed = entries.clone();
        let block = &mut changed[place_of(name)];
        block.1 = change(std::str::from_utf8(&block.1).unwrap()).into_bytes();
        let name = name_of(block);
        block.0 = header(&name, b'0', &format!("{:011o}\0", block.1.len()), "");
        joined(&changed)
    };
    let damaged = check_refused("a changed word", change("tables/setting", &|text| text.replace("words", "wards")));
    assert_eq!(damaged, Refusal::BackupDamaged { entry: "tables/setting-000001.jsonl".to_owned() });
    check_refused("a column more", change("tables/setting", &|text| text.replace("\"name\"", "\"name\",\"x\"")));
    check_refused(
        "statements in a column's name",
        change("tables/setting", &|text| text.replace("\"name\"", "\"name) values (1); drop table person; --\"")),
    );
    check_refused("no JSON", change("tables/setting", &|_| "[".repeat(100_000)));
    check_refused("a row twice", change("tables/tenant", &|text| format!("{text}\n{}", text.lines().nth(1).unwrap())));
    check_refused("a number for a text", change("tables/tenant", &|text| text.replace("\"Дом – „ъгъл“\"", "7")));
    check_refused(
        "nothing where something must be",
        change("tables/tenant", &|text| text.replace("\"Дом – „ъгъл“\"", "null")),
    );
    check_refused(
        "rows without their parents",
        change("tables/tenant", &|text| text.lines().next().unwrap().to_owned()),
    );
    check_refused("an empty manifest", change("manifest.json", &|_| "{\"entries\":[]}".to_owned()));
    let newer = check_refused("newer", change("begin.json", &|text| text.replace("\"schema\":", "\"schema\":999")));
    assert!(matches!(newer, Refusal::Newer { schema: 999.., .. }));
    check_refused("another format", change("begin.json", &|text| text.replace("backup-1", "backup-2")));
    let file = check_refused("a changed file", change("files/", &|text| text.replacen('\u{7}', "\u{8}", 1)));
    assert!(matches!(file, Refusal::BackupDamaged { .. }));

    for name in ["begin.json", "tables/person", "tables/review", "files/", "manifest.json"] {
        let mut without = entries.clone();
        without.remove(place_of(name));
        check_refused(name, joined(&without));
    }
    for length in [0, 1, 511, 512, 600, good.len() / 2, good.len() - 1024 - 512] {
        check_refused("cut short", good[..length].to_vec());
    }
    check_refused("zeros", vec![0; 10_000]);
}

#[test]
fn what_earlier_backups_carried_of_the_moment_is_passed_over() {
    let place = Place::folder();
    let store = place.open();
    fill(&store);
    let mut entries = blocks(&backed_up(&store).0);
    let lines = b"[\"tenant\",\"session\"]\n[{\"x\":\"00\"},{\"x\":\"01\"}]";
    for name in ["tables/session-000001.jsonl", "tables/lease-000001.jsonl"] {
        let size = format!("{:011o}\0", lines.len());
        entries.insert(1, (header(name, b'0', &size, ""), lines.to_vec()));
        let sha256: String = Sha256::digest(lines).iter().map(|byte| format!("{byte:02x}")).collect();
        let vouched =
            format!("{{\"entries\":[{{\"name\":\"{name}\",\"bytes\":{},\"sha256\":\"{sha256}\"}},", lines.len());
        let (manifest, begin) = (entries.len() - 1, "{\"entries\":[");
        let text = String::from_utf8(entries[manifest].1.clone()).unwrap();
        // The new entry stands behind begin.json, the first of all.
        let (first, rest) = text.strip_prefix(begin).unwrap().split_once("},").unwrap();
        let text = format!("{begin}{first}}},{}{rest}", vouched.strip_prefix(begin).unwrap());
        let size = format!("{:011o}\0", text.len());
        entries[manifest] = (header("manifest.json", b'0', &size, ""), text.into_bytes());
    }
    let other = Place::folder();
    restore(Cursor::new(joined(&entries)), &other.location, NOW).unwrap();
    let again = other.open();
    assert_eq!(of_the_moment(&again), [0; 8]);
    assert_eq!(everything(&again), everything(&store));
}

#[test]
fn a_target_that_is_not_empty() {
    let place = Place::folder();
    let store = place.open();
    fill(&store);
    let (bytes, _) = backed_up(&store);
    let taken = tempfile::tempdir().unwrap();
    let target = Location::Folder(taken.path().to_owned());
    restore(Cursor::new(bytes.clone()), &target, NOW).unwrap();
    fs::remove_dir_all(taken.path()).unwrap();
    fs::create_dir(taken.path()).unwrap();
    File::create(taken.path().join("letter.txt")).unwrap();
    let refused = restore(Cursor::new(bytes), &target, NOW);
    assert!(matches!(refused, Err(Failure::Refused(Refusal::NotEmpty { .. }))));
    assert_eq!(fs::read_dir(taken.path()).unwrap().count(), 1);
    assert!(!Path::new(&format!("{}.restoring", taken.path().display())).exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever bytes are changed, restoring refuses or restores, and never panics.
    #[test]
    fn changed_bytes_never_panic(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        static GOOD: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
        let good = GOOD.get_or_init(|| {
            let place = Place::folder();
            let store = place.open();
            Household::found(&store, &mut Counted(1));
            backed_up(&store).0
        });
        let mut bytes = good.clone();
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let folder = tempfile::tempdir().unwrap();
        let _ = restore(Cursor::new(bytes), &Location::Folder(folder.path().join("data")), NOW);
    }
}
