//! From an older schema to this one's and back, each wholly or not at all.

use crate::{
    engine::{NOW, Place, for_each_place},
    journal::event,
};
use base::{Key, TenantId};
use std::{
    io::{Cursor, Write},
    sync::{Arc, Mutex},
};
use store::{
    CopyPlace, Creation, Failure, Location, Overhaul, Refusal, Store, StoreFault, Transaction, Value, backup,
    newest_schema, read_backup, restore_as_it_was, schema_at,
};

const OLD: u32 = 8;

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

fn backed_up(location: &Location) -> Vec<u8> {
    let store = Store::open_to_back_up(location).unwrap();
    let shared = Shared::default();
    backup(&store, shared.clone(), NOW).unwrap();
    store.close();
    std::mem::take(&mut *shared.0.lock().unwrap())
}

fn bytes(number: u8) -> Value {
    Value::Bytes(vec![number; 16])
}

/// What an older program left: a tenant with settings and a journal.
fn old(place: &Place, schema: u32) {
    let store = Store::open_at_schema(&place.location, Creation::Create, NOW, schema).unwrap();
    let fill = |tx: &mut Transaction| {
        let name = |text: &str| Value::Text(text.to_owned());
        let tenant = TenantId(Key([1; 16]));
        tx.execute(
            "insert into tenant (tenant, name_bg, name_en) values ($1, $2, $3)",
            &[bytes(1), name("Глас"), name("Glas")],
        )?;
        for key in ["a", "b", "c"] {
            tx.execute(
                "insert into setting (tenant, name, value) values ($1, $2, $3)",
                &[bytes(1), name(key), name("стойност")],
            )?;
            tx.add_event(tenant, &event("project.created", None))?;
        }
        Ok::<_, StoreFault>(())
    };
    store.write_blocking(fill).unwrap();
    store.close();
}

fn count(location: &Location, table: &'static str) -> i64 {
    let store = Store::open_to_back_up(location).unwrap();
    let counted = store
        .read_blocking(move |tx| tx.one(&format!("select count(*) from {table}"), &[])?.unwrap().take::<i64>())
        .unwrap();
    store.close();
    counted
}

#[test]
fn an_upgrade_is_whole_or_has_not_happened_and_can_be_taken_back() {
    for_each_place(|place| {
        let at = &place.location;
        old(place, OLD);
        let before = backed_up(at);
        read_backup(Cursor::new(before.clone())).unwrap();

        let mut overhaul = Overhaul::begin(at).unwrap();
        let refused = overhaul.upgrade(NOW, |tx| {
            tx.one("select deactivated from person limit 1", &[])?;
            Err(Failure::Fault(anyhow::anyhow!("not as it should be")))
        });
        assert!(refused.is_err());
        assert_eq!(overhaul.schema().unwrap(), OLD);
        let upgraded = overhaul.upgrade(NOW, |_| Ok(())).unwrap();
        assert_eq!((upgraded.from, upgraded.to), (OLD, newest_schema()));
        assert_eq!((upgraded.before["setting"], upgraded.after["setting"]), (3, 3));
        assert!(upgraded.after.len() > upgraded.before.len());
        let again = overhaul.upgrade(NOW, |_| Ok(())).unwrap();
        assert_eq!(again.before, again.after);
        drop(overhaul);
        assert_eq!(schema_at(at).unwrap(), newest_schema());
        place.open().close();

        let mut overhaul = Overhaul::begin(at).unwrap();
        let mut cut = before.clone();
        cut.truncate(before.len() / 2);
        assert!(overhaul.put_back(Cursor::new(cut), NOW).is_err());
        assert_eq!(overhaul.schema().unwrap(), newest_schema());
        overhaul.put_back(Cursor::new(before.clone()), NOW).unwrap();
        drop(overhaul);
        assert_eq!(schema_at(at).unwrap(), OLD);
        assert_eq!(count(at, "journal"), 3);
        assert_eq!(backed_up(at), before);
        place.open().close();
        assert_eq!(count(at, "setting"), 3);
    });
}

#[test]
fn every_older_schema_is_backed_up_copied_and_upgraded() {
    for_each_place(|place| {
        for schema in [OLD, newest_schema() - 1] {
            let copy = CopyPlace::beside(&place.location);
            if schema == OLD {
                old(place, schema);
            }
            let copy = copy.unwrap();
            restore_as_it_was(Cursor::new(backed_up(&place.location)), &copy.location, NOW).unwrap();
            assert_eq!(schema_at(&copy.location).unwrap(), OLD);
            let upgraded = Overhaul::begin(&copy.location).unwrap().upgrade(NOW, |_| Ok(())).unwrap();
            assert_eq!(upgraded.after["journal"], 3);
            Store::open_to_look(&copy.location).unwrap().close();
            let location = copy.location.clone();
            drop(copy);
            assert!(schema_at(&location).is_err(), "the copy is gone");
        }
        assert_eq!(schema_at(&place.location).unwrap(), OLD);
        assert!(matches!(Store::open_to_look(&place.location), Err(Failure::Refused(Refusal::Older { .. }))));
    });
}

#[test]
fn nobody_else_works_in_the_folder_meanwhile() {
    let place = Place::folder();
    assert!(matches!(Overhaul::begin(&place.location), Err(Failure::Refused(Refusal::Missing { .. }))));
    let store = place.open();
    assert!(matches!(Overhaul::begin(&place.location), Err(Failure::Refused(Refusal::InUse { .. }))));
    store.close();
    let overhaul = Overhaul::begin(&place.location).unwrap();
    let opened = Store::open(&place.location, Creation::Never, NOW);
    assert!(matches!(opened, Err(Failure::Refused(Refusal::InUse { .. }))));
    drop(overhaul);
}
