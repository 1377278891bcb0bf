use super::*;
use crate::{Creation, Location, Store};
use postgres::{Client, NoTls};

const NOW: Moment = Moment(1_690_448_400_000_000);
const BEFORE_THE_CHAIN: u32 = 4;

fn tenants() -> [TenantId; 2] {
    [TenantId(Key([1; 16])), TenantId(Key([2; 16]))]
}

/// Rows as the program wrote them before there was a chain.
fn write_earlier(tx: &mut Transaction) -> Result<(), StoreFault> {
    for tenant in tenants() {
        tx.execute("insert into tenant (tenant, name_bg) values ($1, 'Дом')", &values![tenant])?;
        for number in 0..1203_i64 {
            let person = (number % 3 == 0).then_some(PersonId(Key([3; 16])));
            tx.execute(
                "insert into journal (tenant, at, number, person, party, role, kind, noun, subject, facts)
                 values ($1, $2, $3, $4, $5, $6, $7, 'project', $8, $9)",
                &values![
                    tenant,
                    // Numbers began anew with every start of the program.
                    Moment(NOW.0 + number / 7),
                    1203 - number,
                    person,
                    person.map(|_| PartyId(Key([4; 16]))),
                    person.map(|_| "official"),
                    format!("project.act-{number}"),
                    Key([9; 16]),
                    "[[\"title\",\"„Заглавие“\"]]"
                ],
            )?;
        }
    }
    Ok(())
}

fn chained(location: &Location) -> [Vec<Entry>; 2] {
    let store = Store::open_at_schema(location, Creation::Create, NOW, BEFORE_THE_CHAIN).unwrap_or_else(|_| panic!());
    store.write_blocking(write_earlier).unwrap();
    store.close();
    let store = Store::open(location, Creation::Never, NOW).unwrap();
    let left = store.read_blocking(|tx| tx.schema()).unwrap();
    assert!(!left.iter().any(|(name, _)| name == "journal_earlier"));
    let chains = tenants().map(|tenant| store.read_blocking(move |tx| tx.journal(tenant, None, 10_000)).unwrap());
    store.close();
    chains
}

#[test]
fn what_was_written_before_the_chain_is_chained_alike_on_both_engines() {
    let folder = tempfile::tempdir().unwrap();
    let chains = chained(&Location::Folder(folder.path().join("data")));
    for (tenant, newest_first) in tenants().into_iter().zip(&chains) {
        let mut previous = Digest::ZERO;
        for (number, entry) in (1..).zip(newest_first.iter().rev()) {
            assert_eq!((entry.number, entry.previous), (number, previous));
            assert_eq!(entry.reckoned_digest(tenant), entry.digest);
            previous = entry.digest;
        }
        let kinds: Vec<&str> = newest_first.iter().rev().take(8).map(|entry| entry.kind.as_str()).collect();
        let in_order = [6, 5, 4, 3, 2, 1, 0, 13].map(|number| format!("project.act-{number}"));
        assert_eq!(kinds, in_order, "the order of the moments, then of the numbers");
        assert_eq!(newest_first.len(), 1203);
    }
    let Ok(address) = std::env::var("GLAS_TEST_POSTGRES") else {
        eprintln!("\n!!! GLAS_TEST_POSTGRES is not set: PostgreSQL was NOT tested !!!\n");
        return;
    };
    let schema = format!("glas_earlier_{}", std::process::id());
    let mut other = Client::connect(&address, NoTls).unwrap();
    other.batch_execute(&format!("create schema {schema}")).unwrap();
    let mark = if address.contains('?') { '&' } else { '?' };
    let location = Location::Postgres(format!("{address}{mark}options=-c%20search_path%3D{schema}"));
    let same = chained(&location) == chains;
    other.batch_execute(&format!("drop schema {schema} cascade")).unwrap();
    assert!(same);
}
