//! A house to knock at: the sample projects in a store of its own on each engine, and somebody in every role.

use crate::{site::Counted, visitor::Visitor};
use app::{Instance, account};
use base::{AudienceId, Key, Language, Moment, Party, PartyId, PartyKind, PersonId, Role, SessionId, Text};
use data_encoding::BASE64URL_NOPAD;
use postgres::{Client, NoTls};
use std::sync::{
    Arc, Once,
    atomic::{AtomicI64, AtomicU32, AtomicU64, Ordering},
};
use store::{Creation, Location, Membership, Person, Session, Store, StoreFault};
use web::{Settings, Site, sample};

pub const NOON: i64 = 1_690_459_200_000_000;

pub struct House {
    pub instance: Instance,
    pub router: axum::Router,
    pub turnstile: Arc<web::Turnstile>,
    now: Arc<AtomicI64>,
    _folder: Option<tempfile::TempDir>,
    schema: Option<(String, String)>,
}

/// The people of the house. All work for the invented project but the stranger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Researcher,
    Official,
    Administrator,
    /// A researcher of a party with no part in the invented project.
    Stranger,
}

impl Who {
    pub const ALL: [Who; 4] = [Who::Researcher, Who::Official, Who::Administrator, Who::Stranger];

    fn number(self) -> u8 {
        match self {
            Who::Researcher => 101,
            Who::Official => 102,
            Who::Administrator => 103,
            Who::Stranger => 104,
        }
    }

    pub fn account(self) -> &'static str {
        match self {
            Who::Researcher => "researcher",
            Who::Official => "official",
            Who::Administrator => "administrator",
            Who::Stranger => "stranger",
        }
    }

    pub fn id(self) -> PersonId {
        PersonId(Key([self.number(); 16]))
    }

    pub fn role(self) -> Role {
        match self {
            Who::Researcher | Who::Stranger => Role::Researcher,
            Who::Official => Role::Official,
            Who::Administrator => Role::Administrator,
        }
    }

    pub fn party(self) -> PartyId {
        let project = if self == Who::Stranger { sample::real_project() } else { sample::invented_project() };
        let place = usize::from(self == Who::Official);
        project.parties[place].party.id
    }
}

impl House {
    fn over(
        location: &Location,
        folder: Option<tempfile::TempDir>,
        schema: Option<(String, String)>,
        people: &'static [Who],
    ) -> House {
        let store = Store::open(location, Creation::Create, Moment(0)).unwrap();
        let instance = Instance::open(store, Counted(1)).unwrap();
        let tenant = instance.tenant;
        instance
            .store
            .write_blocking(move |tx| {
                if people.len() > 1 {
                    crate::site::fill(tx, tenant)?;
                } else {
                    let operator = Party {
                        id: Who::Administrator.party(),
                        kind: PartyKind::Other,
                        name: Text::bulgarian("Оператор"),
                        site: None,
                    };
                    tx.add_party(tenant, &operator)?;
                }
                for who in people {
                    tx.add_person(
                        tenant,
                        &Person {
                            id: who.id(),
                            account: who.account().to_owned(),
                            name: format!("Човек {}", who.number()),
                            email: None,
                            password_hash: None,
                            deactivated: None,
                            created: Moment(NOON),
                            memberships: vec![Membership { party: who.party(), role: who.role() }],
                        },
                    )?;
                }
                Ok::<_, StoreFault>(())
            })
            .unwrap();
        let now = Arc::new(AtomicI64::new(NOON));
        let site = site(&instance, &now, Settings::sample());
        let turnstile = site.turnstile.clone();
        House { instance, router: web::router(site), turnstile, now, _folder: folder, schema }
    }

    /// The same house with other settings.
    pub fn run_with(&self, settings: Settings) -> axum::Router {
        web::router(site(&self.instance, &self.now, settings))
    }

    /// The same house with the sign-in service of an organisation.
    pub fn run_with_service(&self, service: web::SignInService) -> axum::Router {
        web::router(site(&self.instance, &self.now, Settings::sample()).signing_in_by(service))
    }

    pub fn pass_seconds(&self, seconds: i64) {
        self.now.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }

    pub fn now(&self) -> Moment {
        Moment(self.now.load(Ordering::Relaxed))
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }

    /// A browser in which this person has just signed in.
    pub fn signed_in(&self, who: Who) -> Visitor {
        self.signed_in_as(who.id())
    }

    /// The same for somebody whom only one test knows.
    pub fn signed_in_as(&self, person: PersonId) -> Visitor {
        static NUMBER: AtomicU64 = AtomicU64::new(1);
        let mut secret = [7; 32];
        secret[..8].copy_from_slice(&NUMBER.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        let (tenant, now) = (self.instance.tenant, self.now());
        let session = Session {
            id: SessionId(Key(secret[..16].try_into().unwrap())),
            person,
            created: now,
            last_seen: now,
            expires: now.plus_seconds(7200),
            confirmed: now,
            browser: "Firefox, Linux".to_owned(),
        };
        self.instance.store.write_blocking(move |tx| tx.add_session(tenant, &secret, &session)).unwrap();
        let mut visitor = self.visitor();
        visitor.set_cookie("__Host-glas-session", &BASE64URL_NOPAD.encode(&secret));
        visitor
    }

    pub fn setup_link(&self, who: Who) -> String {
        static NUMBER: AtomicU64 = AtomicU64::new(77);
        let (tenant, now) = (self.instance.tenant, self.now());
        let mut chance = Counted(NUMBER.fetch_add(1_000, Ordering::Relaxed));
        let token = self
            .instance
            .store
            .write_blocking(move |tx| account::issue_setup_link(tx, tenant, who.id(), now, &mut chance))
            .unwrap();
        format!("/setup/{token}")
    }

    /// The audience of residents in the open study.
    pub fn residents(&self) -> AudienceId {
        sample::studies()[1].audiences[0].id
    }

    pub fn read<T: Send + 'static>(
        &self,
        reading: impl FnOnce(&mut store::Transaction, base::TenantId) -> Result<T, StoreFault> + Send + 'static,
    ) -> T {
        let tenant = self.instance.tenant;
        self.instance.store.read_blocking(move |tx| reading(tx, tenant)).unwrap()
    }

    /// What the journal holds of the newest event of each kind.
    pub fn digests<const N: usize>(&self, kinds: [&str; N]) -> [base::Digests; N] {
        let told = self.read(|tx, tenant| tx.journal(tenant, None, 1000));
        kinds.map(|kind| told.iter().find(|entry| entry.kind == kind).unwrap_or_else(|| panic!("no {kind}")).digests)
    }

    pub fn write<T: Send + 'static>(
        &self,
        operation: impl FnOnce(&mut store::Transaction, base::TenantId) -> Result<T, StoreFault> + Send + 'static,
    ) -> T {
        let tenant = self.instance.tenant;
        self.instance.store.write_blocking(move |tx| operation(tx, tenant)).unwrap()
    }
}

fn site(instance: &Instance, now: &Arc<AtomicI64>, settings: Settings) -> Site {
    let clock = now.clone();
    // Two sites over one house never draw the same.
    static FIRST: AtomicU64 = AtomicU64::new(7);
    let chance = AtomicU64::new(FIRST.fetch_add(1_000_000_000, Ordering::Relaxed));
    Site::new(settings, move || Moment(clock.load(Ordering::Relaxed)), || sample::DAY)
        .over(instance.clone(), move || Box::new(Counted(chance.fetch_add(1_000, Ordering::Relaxed))))
        .printing_forms(crate::site::codes_of)
}

impl Drop for House {
    fn drop(&mut self) {
        self.instance.store.close();
        if let Some((address, schema)) = self.schema.clone() {
            aside(move || {
                if let Ok(mut client) = Client::connect(&address, NoTls) {
                    let _ = client.batch_execute(&format!("drop schema {schema} cascade"));
                }
            });
        }
    }
}

/// The driver of PostgreSQL waits by itself, which a thread of the runtime may not.
fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::spawn(work).join().unwrap()
}

/// The dialogue on SQLite, and on PostgreSQL where there is one.
pub async fn in_each_house(dialogue: impl AsyncFn(&House)) {
    in_each_house_of(&Who::ALL, dialogue).await;
}

/// The dialogue on SQLite alone: where what is asked has nothing to do with the engine.
pub async fn in_one_house(dialogue: impl AsyncFn(&House)) {
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().join("data"));
    dialogue(&House::over(&location, Some(folder), None, &Who::ALL)).await;
}

/// The same in a house where there is nothing but its administrator.
pub async fn in_each_empty_house(dialogue: impl AsyncFn(&House)) {
    in_each_house_of(&[Who::Administrator], dialogue).await;
}

async fn in_each_house_of(people: &'static [Who], dialogue: impl AsyncFn(&House)) {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    static SAID: Once = Once::new();
    let folder = tempfile::tempdir().unwrap();
    let location = Location::Folder(folder.path().join("data"));
    dialogue(&House::over(&location, Some(folder), None, people)).await;
    let Ok(address) = std::env::var("GLAS_TEST_POSTGRES") else {
        SAID.call_once(|| eprintln!("\n!!! GLAS_TEST_POSTGRES is not set: PostgreSQL was NOT tested !!!\n"));
        return;
    };
    let schema = format!("glas_desk_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let house = aside(move || {
        Client::connect(&address, NoTls).unwrap().batch_execute(&format!("create schema {schema}")).unwrap();
        let mark = if address.contains('?') { '&' } else { '?' };
        let location = Location::Postgres(format!("{address}{mark}options=-c%20search_path%3D{schema}"));
        House::over(&location, None, Some((address, schema)), people)
    });
    dialogue(&house).await;
    aside(move || drop(house));
}

pub fn words() -> app::Words {
    app::Words::new(Language::Bulgarian)
}
