//! What opens, what is refused, and why.

use crate::{
    engine::{NOW, Place, for_each_place},
    samples::{Counted, Household, text},
};
use base::{Explain, QuestionnaireId, TenantId};
use jiff::civil::date;
use std::{fs, path::Path};
use store::{Creation, Dialect, Draft, Failure, Location, Refusal, Store, StoreFault};

fn refused(location: &Location, creation: Creation) -> Refusal {
    match Store::open(location, creation, NOW) {
        Err(Failure::Refused(refusal)) => refusal,
        Err(Failure::Fault(fault)) => panic!("{fault:#}"),
        Ok(_) => panic!("it opened"),
    }
}

fn folder_of(place: &Place) -> &Path {
    match &place.location {
        Location::Folder(folder) => folder,
        Location::Postgres(_) => panic!("not a folder"),
    }
}

#[test]
fn locations() {
    let folder = |path: &str| Some(Location::Folder(path.into()));
    let table = [
        ("data", folder("data")),
        ("sqlite:/srv/glas", folder("/srv/glas")),
        ("/srv/глас", folder("/srv/глас")),
        ("postgres://p@localhost/glas", Some(Location::Postgres("postgres://p@localhost/glas".to_owned()))),
        ("postgresql://p@[::1]/glas", Some(Location::Postgres("postgresql://p@[::1]/glas".to_owned()))),
        ("mysql://localhost/glas", None),
        ("https://example.org", None),
        ("sqlite:", None),
        ("", None),
        ("a\0b", None),
    ];
    for (text, expected) in table {
        assert_eq!(text.parse::<Location>().ok(), expected, "{text}");
    }
    let secret: Location = "postgres://p:geheim@localhost:5432/glas?options=x".parse().unwrap();
    assert_eq!(secret.to_string(), "postgres://localhost:5432/glas");
}

#[test]
fn servers_elsewhere_and_silent_ones() {
    let open = |address: &str| refused(&Location::Postgres(address.to_owned()), Creation::Create);
    assert!(
        matches!(open("postgres://p@db.example.org/glas"), Refusal::RemoteUnencrypted { host } if host == "db.example.org")
    );
    assert!(matches!(open("postgres://p@10.0.0.7/glas"), Refusal::RemoteUnencrypted { .. }));
    assert!(matches!(open("postgres://p@127.0.0.1:1/glas"), Refusal::Unreachable { .. }));
    assert!(matches!(open("postgres://p@127.0.0.1:notaport/glas"), Refusal::LocationUnreadable { .. }));
}

#[test]
fn a_missing_one_is_made_only_when_asked() {
    for_each_place(|place| {
        assert!(matches!(refused(&place.location, Creation::Never), Refusal::Missing { .. }));
        if let Location::Folder(folder) = &place.location {
            assert!(!folder.exists(), "a refusal leaves nothing behind");
        }
        place.open().close();
        Store::open(&place.location, Creation::Never, NOW).unwrap().close();
    });
}

/// Also where the folder was there before, open to everybody.
#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_reads_the_answers() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::folder();
    let Location::Folder(folder) = &place.location else { return };
    fs::create_dir_all(folder).unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    let store = place.open();
    store.write_blocking(|tx| tx.add_tenant(TenantId::new(&mut Counted(1)), &text("Дом"))).unwrap();
    drop(store::private_file(&folder.join("backup.tar")).unwrap());
    for name in ["glas.db", "glas.db-wal", "glas.db-shm", "files", "backup.tar"] {
        let mode = fs::metadata(folder.join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
    }
    assert!(store::private_file(&folder.join("backup.tar")).is_err(), "nothing is written over");
}

#[test]
fn what_was_written_is_there_after_reopening() {
    for_each_place(|place| {
        let tenant = TenantId::new(&mut Counted(1));
        let store = place.open();
        store.write_blocking(move |tx| tx.add_tenant(tenant, &text("Дом"))).unwrap();
        store.close();
        if let Location::Folder(folder) = &place.location {
            assert!(!folder.join("glas.db-wal").exists(), "a closed store is one file");
        }
        let store = place.open();
        let known = store.read_blocking(|tx| tx.tenants()).unwrap();
        assert_eq!(known.iter().map(|known| known.id).collect::<Vec<_>>(), [tenant]);
        assert_eq!(store.check_blocking().unwrap(), Vec::<String>::new());
    });
}

#[test]
fn a_newer_schema_is_refused() {
    for_each_place(|place| {
        let store = place.open();
        let add = "insert into schema_migration (version, sha256, applied_at) values (999, $1, 0)";
        store.write_blocking(move |tx| tx.execute(add, &[vec![0].into()])).unwrap();
        store.close();
        let refusal = refused(&place.location, Creation::Never);
        assert!(matches!(refusal, Refusal::Newer { schema: 999, .. }), "{refusal:?}");
    });
}

#[test]
fn a_changed_migration_is_a_fault() {
    for_each_place(|place| {
        let store = place.open();
        let change = "update schema_migration set sha256 = $1";
        store.write_blocking(move |tx| tx.execute(change, &[vec![0].into()])).unwrap();
        store.close();
        assert!(matches!(Store::open(&place.location, Creation::Never, NOW), Err(Failure::Fault(_))));
    });
}

#[test]
fn somebody_elses_database_is_left_alone() {
    for_each_place(|place| {
        match &place.location {
            Location::Folder(folder) => {
                fs::create_dir_all(folder).unwrap();
                let other = rusqlite::Connection::open(folder.join("glas.db")).unwrap();
                other.execute_batch("create table recipe (name text)").unwrap();
            }
            Location::Postgres(address) => {
                let mut other = postgres::Client::connect(address, postgres::NoTls).unwrap();
                other.batch_execute("create table recipe (name text)").unwrap();
            }
        }
        assert!(matches!(refused(&place.location, Creation::Create), Refusal::NotOurs { .. }));
    });
}

#[test]
fn both_engines_have_the_same_schema() {
    let schemas = |place: Place| place.open().read_blocking(|tx| tx.schema()).unwrap();
    let sqlite = schemas(Place::folder());
    assert!(sqlite.len() > 20);
    if let Some(server) = Place::server() {
        assert_eq!(schemas(server), sqlite);
    }
    assert!(Dialect::Sqlite.schema().contains("without rowid"));
    assert!(!Dialect::Postgresql.schema().contains("without rowid"));
}

#[test]
fn an_answer_has_no_moment_and_no_order_of_arrival() {
    for_each_place(|place| {
        let schema = place.open().read_blocking(|tx| tx.schema()).unwrap();
        let (_, columns) = schema.into_iter().find(|(name, _)| name == "response").unwrap();
        let names: Vec<&str> = columns.iter().filter_map(|column| column.split(':').next()).collect();
        let expected = "tenant audience key questionnaire mode batch day language document seed quotable"
            .split(' ')
            .collect::<Vec<_>>();
        assert_eq!(names, expected);
    });
    let sqlite = Place::folder().open();
    assert!(sqlite.read_blocking(|tx| tx.rows("select rowid from response", &[])).is_err());
}

#[test]
fn a_second_process_is_kept_out() {
    let place = Place::folder();
    let store = place.open();
    let refusal = refused(&place.location, Creation::Never);
    assert!(matches!(refusal, Refusal::InUse { process: Some(number), .. } if number == std::process::id()));
    store.close();
    place.open();
}

#[test]
fn corrupt_files() {
    // Rubbish, rubbish behind a good header, and an empty file, which is simply a new database.
    let good = {
        let place = Place::folder();
        Household::found(&place.open(), &mut Counted(1));
        fs::read(folder_of(&place).join("glas.db")).unwrap()
    };
    let half_good: Vec<u8> =
        good.iter().enumerate().map(|(place, byte)| if place < 100 { *byte } else { 0xa5 }).collect();
    let table: [(&str, Vec<u8>, bool); 4] = [
        ("rubbish", b"this is not a database at all, but it is long enough to be taken for one".repeat(100), false),
        ("half good", half_good, false),
        ("cut short", good[..good.len() / 3].to_vec(), false),
        ("empty", Vec::new(), true),
    ];
    for (name, bytes, opens) in table {
        let place = Place::folder();
        fs::create_dir_all(folder_of(&place)).unwrap();
        fs::write(folder_of(&place).join("glas.db"), &bytes).unwrap();
        if opens {
            place.open();
            continue;
        }
        let refusal = refused(&place.location, Creation::Create);
        assert!(matches!(refusal, Refusal::NotOurs { .. } | Refusal::Damaged { .. }), "{name}: {refusal:?}");
        assert_eq!(
            fs::read(folder_of(&place).join("glas.db")).unwrap(),
            bytes,
            "{name}: a refused file is not touched"
        );
    }
}

#[test]
fn a_folder_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::folder();
    place.open().close();
    let folder = folder_of(&place);
    fs::set_permissions(folder, fs::Permissions::from_mode(0o500)).unwrap();
    fs::set_permissions(folder.join("glas.lock"), fs::Permissions::from_mode(0o400)).unwrap();
    // Permissions do not stop the administrator; the kernel's own folder does.
    let bound = fs::write(folder.join("probe"), "").is_err();
    let location = if bound { place.location.clone() } else { Location::Folder("/sys/glas".into()) };
    let refusal = refused(&location, Creation::Create);
    assert!(matches!(refusal, Refusal::NotWritable { .. }), "{refusal:?}");
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    let file = Location::Folder("/dev/null/glas".into());
    assert!(matches!(refused(&file, Creation::Create), Refusal::Missing { .. }));
}

#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let place = Place::folder();
    let store = place.open();
    let tenant = TenantId::new(&mut Counted(1));
    store.write_blocking(move |tx| tx.add_tenant(tenant, &text("Дом"))).unwrap();
    store.write_blocking(|tx| tx.rows("pragma max_page_count = 100", &[]).map(|_| ())).unwrap();
    let long = "ъ".repeat(20_000);
    let mut kept = 0;
    let fault = loop {
        let (name, value) = (format!("setting-{kept}"), long.clone());
        match store.write_blocking(move |tx| tx.replace_setting(tenant, &name, &value)) {
            Ok(()) => kept += 1,
            Err(fault) => break fault,
        }
        assert!(kept < 1000, "a hundred pages hold no thousand long settings");
    };
    assert!(matches!(fault, StoreFault::Full), "{fault}");
    assert_eq!(fault.code(), "store-full");
    store.write_blocking(move |tx| tx.remove_setting(tenant, "setting-0")).unwrap();
    store.close();
    let store = place.open();
    for number in 1..kept {
        let found = store.read_blocking(move |tx| tx.setting(tenant, &format!("setting-{number}"))).unwrap();
        assert_eq!(found.as_ref(), Some(&long));
    }
    store.write_blocking(move |tx| tx.replace_setting(tenant, "more", "room")).unwrap();
}

#[test]
fn a_deleted_draft_leaves_the_files() {
    let place = Place::folder();
    let store = place.open();
    let household = Household::found(&store, &mut Counted(1));
    let (tenant, audience) = (household.tenant, household.residents());
    let mut chance = Counted(7);
    let key = base::Chance::key(&mut chance);
    let draft = Draft {
        key,
        audience,
        questionnaire: QuestionnaireId::new(&mut chance),
        expires: date(2023, 5, 9),
        document: "{\"q6\":\"Тайната на Мария\"}".to_owned(),
    };
    let said = |folder: &Path| {
        ["glas.db", "glas.db-wal"].iter().any(|name| {
            let bytes = fs::read(folder.join(name)).unwrap_or_default();
            bytes.windows("Тайната".len()).any(|window| window == "Тайната".as_bytes())
        })
    };
    store.write_blocking(move |tx| tx.replace_draft(tenant, &draft)).unwrap();
    assert!(said(folder_of(&place)));
    store.write_blocking(move |tx| tx.remove_draft(tenant, key)).unwrap();
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(store.forget_removed()).unwrap();
    assert!(!said(folder_of(&place)));
}
