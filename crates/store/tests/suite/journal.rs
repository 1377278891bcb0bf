//! The chain of official acts: dense, in order, and never changed.

use crate::{
    engine::{NOW, Place, for_each_engine},
    samples::{Counted, Household, response, text},
};
use base::{Actor, Digest, Digests, Event, Key, PartyId, PersonId, QuestionnaireId, Role, Subject, TenantId};
use store::{Entry, Location, Store, StoreFault};

const PROJECT: Subject = Subject { noun: "project", key: Key([9; 16]) };

pub fn event(kind: &'static str, by: Option<Actor>) -> Event {
    let facts = vec![("title", "Заглавие".to_owned())];
    Event { at: NOW, by, kind, subject: PROJECT, facts, digests: Digests::first(Digest([7; 32])) }
}

fn founded(store: &Store, number: u64) -> TenantId {
    let tenant = TenantId::new(&mut Counted(number));
    store.write_blocking(move |tx| tx.add_tenant(tenant, &text("Дом"))).unwrap();
    tenant
}

/// Every entry, the oldest first; the chain is looked at on the way.
pub fn chain(store: &Store, tenant: TenantId) -> Vec<Entry> {
    let mut entries = store.read_blocking(move |tx| tx.journal(tenant, None, 1_000_000)).unwrap();
    entries.reverse();
    let mut previous = Digest::ZERO;
    for (number, entry) in (1..).zip(&entries) {
        assert_eq!((entry.number, entry.previous), (number, previous));
        assert_eq!(entry.reckoned_digest(tenant), entry.digest);
        previous = entry.digest;
    }
    let head = store
        .read_blocking(move |tx| {
            let sql = "select number, digest from journal_head where tenant = $1";
            Ok::<_, StoreFault>(tx.one(sql, &[tenant.into()])?.map(|mut row| (row.take(), row.take())))
        })
        .unwrap();
    let head = head.map_or((0, Digest::ZERO), |(number, digest)| (number.unwrap(), digest.unwrap()));
    assert_eq!(head, (i64::try_from(entries.len()).unwrap(), previous));
    entries
}

#[test]
fn the_journal_keeps_the_order_within_one_moment() {
    for_each_engine(|store| {
        let mut chance = Counted(1);
        let tenant = founded(store, 100);
        let by = Actor {
            tenant,
            person: PersonId::new(&mut chance),
            party: PartyId::new(&mut chance),
            role: Role::Researcher,
        };
        let kinds = ["project.added", "project.replaced", "project.replaced"];
        for (kind, by) in kinds.into_iter().zip([None, Some(by), Some(by)]) {
            store.write_blocking(move |tx| tx.add_event(tenant, &event(kind, by))).unwrap();
        }
        let entries = store.read_blocking(move |tx| tx.journal_of(tenant, "project", PROJECT.key)).unwrap();
        assert_eq!(entries.iter().map(|entry| entry.kind.as_str()).collect::<Vec<_>>(), kinds);
        assert_eq!((entries[2].person, entries[2].party), (Some(by.person), Some(by.party)));
        assert_eq!(entries[2].role.as_deref(), Some("researcher"));
        assert_eq!(entries[0].facts, [("title".to_owned(), "Заглавие".to_owned())]);
        assert_eq!(entries[0].digests, Digests::first(Digest([7; 32])));
        assert_eq!(chain(store, tenant), entries);
        let older = store.read_blocking(move |tx| tx.journal(tenant, Some(3), 1)).unwrap();
        assert_eq!(older, entries[1..2]);
    });
}

/// What is taken back takes its number back; each household has a chain of its own.
#[test]
fn many_at_once_make_one_chain_for_each_tenant() {
    for_each_engine(|store| {
        let tenants = [founded(store, 100), founded(store, 200)];
        std::thread::scope(|scope| {
            for writer in 0..8 {
                scope.spawn(move || {
                    for turn in 0..25 {
                        let kept = (writer + turn) % 5 != 0;
                        // In either order of the tenants, so that two groups would wait for each other if they could.
                        let order = if turn % 2 == 0 { [0, 1] } else { [1, 0] };
                        let written = store.write_blocking(move |tx| {
                            for place in order {
                                tx.add_event(tenants[place], &event("project.changed", None))?;
                            }
                            if kept { Ok(()) } else { Err(StoreFault::ReferenceBroken) }
                        });
                        assert_eq!(written.is_ok(), kept, "{written:?}");
                    }
                });
            }
        });
        for tenant in tenants {
            assert_eq!(chain(store, tenant).len(), 160);
        }
    });
}

/// Two programs over one server, as two nodes are.
#[test]
fn two_nodes_make_one_chain() {
    let Some(place) = Place::server() else { return };
    let nodes = [place.open(), place.open()];
    let tenant = founded(&nodes[0], 100);
    std::thread::scope(|scope| {
        for node in &nodes {
            for _ in 0..4 {
                scope.spawn(move || {
                    for _ in 0..25 {
                        node.write_blocking(move |tx| tx.add_event(tenant, &event("project.changed", None))).unwrap();
                    }
                });
            }
        }
    });
    assert_eq!(chain(&nodes[0], tenant).len(), 200);
    nodes.iter().for_each(Store::close);
}

/// Somebody holds the head for long: whoever sends answers does not wait for that.
#[test]
fn an_answer_never_waits_for_the_journal() {
    let Some(place) = Place::server() else { return };
    let Location::Postgres(address) = &place.location else { return };
    let store = place.open();
    let household = Household::found(&store, &mut Counted(1));
    let (tenant, residents) = (household.tenant, household.residents());
    store.write_blocking(move |tx| tx.add_event(tenant, &event("project.added", None))).unwrap();
    let mut other = postgres::Client::connect(address, postgres::NoTls).unwrap();
    other.batch_execute("begin; select 1 from journal_head for update").unwrap();
    let mut chance = Counted(50);
    for _ in 0..20 {
        let response = response(&mut chance, residents, QuestionnaireId::new(&mut Counted(9)));
        store.write_blocking(move |tx| tx.add_response(tenant, &response)).unwrap();
    }
    other.batch_execute("rollback").unwrap();
    store.close();
}

#[test]
fn an_event_in_a_reading_operation_is_a_fault() {
    for_each_engine(|store| {
        let tenant = founded(store, 100);
        let read = store.read_blocking(move |tx| tx.add_event(tenant, &event("project.added", None)));
        assert!(matches!(read, Err(StoreFault::Database(_))), "{read:?}");
        assert_eq!(chain(store, tenant), []);
    });
}

#[test]
fn the_database_itself_refuses_to_change_the_journal() {
    for_each_engine(|store| {
        let tenant = founded(store, 100);
        for _ in 0..3 {
            store.write_blocking(move |tx| tx.add_event(tenant, &event("project.added", None))).unwrap();
        }
        let before = chain(store, tenant);
        let tried = [
            "update journal set kind = 'project.removed' where number = 2",
            "update journal set at = at",
            "delete from journal where number = 3",
            "delete from journal",
            "delete from journal_head",
            "update journal_head set number = 2",
        ];
        for sql in tried {
            let written = store.write_blocking(move |tx| tx.execute(sql, &[]));
            assert!(matches!(written, Err(StoreFault::Database(_))), "{sql}: {written:?}");
        }
        assert_eq!(chain(store, tenant), before);
    });
}
