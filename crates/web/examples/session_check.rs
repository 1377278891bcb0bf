//! What it costs to tell who asks: processor time for each look at a session, in a store with many people and sessions.
//!
//! `cargo run --release -p web --example session_check [postgres://…]`; the address names an empty database. One line of JSON
//! says how many microseconds; `cargo xtask bench session` holds it against what it may be.

use anyhow::Context;
use app::{Instance, account};
use base::{Chance, Moment, Party, PartyId, PartyKind, PersonId, Role, SessionId, Text};
use store::{Creation, Location, Membership, Person, Session, Store, StoreFault};

const PEOPLE: u64 = 1_000;
const CHECKS: u32 = 50_000;
const NOW: Moment = Moment(1_690_459_200_000_000);

struct Counted(u64);

impl Chance for Counted {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = u8::try_from(self.0 >> 56).unwrap_or_default();
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let location = match std::env::args().nth(1) {
        Some(address) => Location::Postgres(address),
        None => Location::Folder(folder.path().join("data")),
    };
    let secrets = aside(move || {
        let store = Store::open(&location, Creation::Create, Moment(0))?;
        let instance = Instance::open(store, Counted(1)).map_err(|failure| anyhow::anyhow!("{failure:?}"))?;
        let tenant = instance.tenant;
        let secrets = instance.store.write_blocking(move |tx| fill(tx, tenant))?;
        Ok((instance, secrets))
    });
    let (instance, secrets) = secrets.await?;
    let before = processor_seconds()?;
    for secret in secrets.iter().cycle().take(usize::try_from(CHECKS)?) {
        let (secret, tenant) = (*secret, instance.tenant);
        let found =
            instance.store.read(move |tx| account::signed_in(tx, tenant, &secret, &[Role::Administrator], NOW)).await;
        found.map_err(|failure| anyhow::anyhow!("{failure:?}"))?.context("a session is not known")?;
    }
    let microseconds = (processor_seconds()? - before) * 1e6 / f64::from(CHECKS);
    tell(&serde_json::json!({ "microseconds": microseconds, "people": PEOPLE, "looks": CHECKS }));
    aside(move || {
        instance.store.close();
        Ok(())
    })
    .await
}

#[expect(clippy::print_stdout, reason = "what a program says, it says here")]
fn tell(line: &serde_json::Value) {
    println!("{line}");
}

/// The driver of PostgreSQL waits by itself, which a thread of the runtime may not.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> anyhow::Result<T> + Send + 'static) -> anyhow::Result<T> {
    tokio::task::spawn_blocking(work).await?
}

fn fill(tx: &mut store::Transaction, tenant: base::TenantId) -> Result<Vec<[u8; 32]>, StoreFault> {
    let mut chance = Counted(7);
    let party = PartyId::new(&mut chance);
    let name = Text::bulgarian("Община");
    tx.add_party(tenant, &Party { id: party, kind: PartyKind::Municipality, name, site: None })?;
    let mut secrets = Vec::new();
    for number in 0..PEOPLE {
        let id = PersonId::new(&mut chance);
        let person = Person {
            id,
            account: format!("person-{number}"),
            name: format!("Човек {number}"),
            email: None,
            password_hash: None,
            deactivated: None,
            created: NOW,
            memberships: vec![Membership { party, role: Role::Official }, Membership { party, role: Role::Researcher }],
        };
        tx.add_person(tenant, &person)?;
        let secret = chance.secret();
        let session = Session {
            id: SessionId::new(&mut chance),
            person: id,
            created: NOW,
            last_seen: NOW,
            expires: NOW.plus_seconds(7_200),
            confirmed: NOW,
            browser: "Firefox, Windows".to_owned(),
        };
        tx.add_session(tenant, &secret, &session)?;
        secrets.push(secret);
    }
    Ok(secrets)
}

/// User and system time of all threads (proc(5)): fields 14 and 15 of the line, in hundredths of a second.
fn processor_seconds() -> anyhow::Result<f64> {
    let line = std::fs::read_to_string("/proc/self/stat")?;
    let (_, after) = line.rsplit_once(')').context("/proc/self/stat")?;
    let ticks = after.split_whitespace().skip(11).take(2).map(str::parse::<f64>).sum::<Result<f64, _>>()?;
    Ok(ticks / 100.0)
}
