//! Several tenants behind one door: each at its own address, and none with a way to another one's things.

use crate::{
    desk::{doors, house::House, house::NOON, house::in_each_house},
    site::Counted,
    visitor::{Answer, Visitor},
};
use app::{Instance, tenants};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use base::{Key, Moment, Party, PartyId, PartyKind, PersonId, Role, SessionId, TenantId, Text};
use data_encoding::BASE64URL_NOPAD;
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use store::{Membership, Person, Session, StoreFault, Tenant, TenantPlace};
use web::{Settings, Site, sample};

/// A ministry with everything in it, a municipality below its address, and one at a host of its own.
struct Street {
    router: axum::Router,
    below: Instance,
}

const MINISTRY: &str = "https://glas.example";

impl Street {
    async fn of(house: &House) -> Street {
        let store = house.instance.store.clone();
        let found = |number: u8, place| {
            let name = Text::bulgarian(format!("Община {number}"));
            let tenant = Tenant { id: TenantId(Key([number; 16])), name, place };
            let chance = u64::from(number);
            let founded = store.write(move |tx| tenants::found_tenant(tx, tenant, Moment(NOON), &mut Counted(chance)));
            async { founded.await.unwrap_or_else(|failure| panic!("{failure:?}")) }
        };
        found(201, tenants::place_below("primerovo").unwrap()).await;
        found(202, tenants::place_at("glas.drugo.example").unwrap()).await;
        let all = tokio::task::spawn_blocking(move || Instance::open_all(&store, Counted(5)).unwrap());
        let all = all.await.unwrap();
        // Two that come one after the other draw something else.
        let drawn = Arc::new(AtomicU64::new(9));
        let sites = all.iter().map(|(tenant, instance)| {
            let drawn = drawn.clone();
            let address = tenants::address(&tenant.place, MINISTRY);
            let settings = Settings { address, ..Settings::sample() };
            Site::new(settings, || Moment(NOON), || sample::DAY)
                .over(instance.clone(), move || Box::new(Counted(drawn.fetch_add(1_000, Ordering::Relaxed))))
        });
        let router = web::tenants(sites.collect());
        let below = all.into_iter().find(|(tenant, _)| matches!(tenant.place, TenantPlace::Path(_))).unwrap().1;
        Street { router, below }
    }

    fn visitor(&self) -> Visitor {
        Visitor::new(self.router.clone())
    }

    /// Somebody in this role of the municipality below the ministry's address, signed in there.
    fn signed_in(&self, role: Role) -> Visitor {
        let tenant = self.below.tenant;
        let number = 210 + u8::try_from(Role::ALL.iter().position(|known| *known == role).unwrap()).unwrap();
        let secret = [number; 32];
        let done = self.below.store.write_blocking(move |tx| {
            let party = PartyId(Key([number; 16]));
            let name = Text::bulgarian(format!("Отдел {number}"));
            tx.add_party(tenant, &Party { id: party, kind: PartyKind::Municipality, name, site: None })?;
            let id = PersonId(Key([number; 16]));
            let memberships = vec![Membership { party, role }];
            let person = Person {
                id,
                account: format!("person-{number}"),
                name: format!("Човек {number}"),
                email: None,
                password_hash: None,
                created: Moment(NOON),
                memberships,
                deactivated: None,
            };
            tx.add_person(tenant, &person)?;
            let session = Session {
                id: SessionId(Key([number; 16])),
                person: id,
                created: Moment(NOON),
                last_seen: Moment(NOON),
                expires: Moment(NOON).plus_seconds(7200),
                confirmed: Moment(NOON),
                browser: String::new(),
            };
            tx.add_session(tenant, &secret, &session)
        });
        done.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        let mut visitor = self.visitor();
        visitor.set_cookie("__Host-glas-session-primerovo", &BASE64URL_NOPAD.encode(&secret));
        visitor
    }
}

async fn on(visitor: &mut Visitor, host: &str, path: &str) -> Answer {
    visitor.send(Request::get(path).header(header::HOST, host).body(Body::empty()).unwrap()).await
}

/// What a page leads to: the addresses in its `href`, `src` and `action`.
fn links(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for mark in ["href=\"", "src=\"", "action=\""] {
        for rest in page.split(mark).skip(1) {
            let address = rest.split('"').next().unwrap().split('#').next().unwrap().replace("&amp;", "&");
            found.insert(address);
        }
    }
    found
}

/// Everything that a visitor finds from `start` on, with what stands there.
async fn walk(street: &Street, start: &str) -> Vec<(String, Answer)> {
    let (mut seen, mut ahead, mut found) = (BTreeSet::new(), vec![start.to_owned()], Vec::new());
    while let Some(address) = ahead.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let answer = on(&mut street.visitor(), "glas.example", &address).await;
        if answer.header("content-type").starts_with("text/html") {
            let page = answer.text();
            ahead.extend(links(&page).into_iter().filter(|link| link.starts_with('/')));
            let outside = links(&page).into_iter().filter_map(|link| Some(link.strip_prefix(MINISTRY)?.to_owned()));
            ahead.extend(outside.filter(|link| link.starts_with('/')));
        }
        found.push((address, answer));
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_below_an_address_stays_there() {
    in_each_house(async |house| {
        let street = Street::of(house).await;
        let (store, tenant) = (street.below.store.clone(), street.below.tenant);
        store.write(move |tx| crate::site::fill(tx, tenant)).await.unwrap();
        let found = walk(&street, "/primerovo").await;
        assert!(found.len() > 30, "{}", found.len());
        for (address, answer) in &found {
            assert!(address == "/primerovo" || address.starts_with("/primerovo/"), "{address} leads away");
            // Nothing prints and nothing paints here.
            let is_made = [".pdf", ".png"].iter().any(|made| address.ends_with(made));
            let expected = if is_made { StatusCode::NOT_FOUND } else { StatusCode::OK };
            // What only takes forms is there, too.
            let is_there = answer.status == expected || answer.status == StatusCode::METHOD_NOT_ALLOWED;
            assert!(is_there, "{address} {}", answer.status);
            assert!(!answer.text().contains("https://glas.example/projects"), "{address} names another one's page");
        }
        assert!(found.iter().any(|(address, _)| address.starts_with("/primerovo/en/projects/")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_has_published_is_not_there_for_the_other() {
    in_each_house(async |house| {
        let street = Street::of(house).await;
        let (mut things, mut both) = (0, 0);
        let words = [sample::invented_project(), sample::real_project()].map(|project| project.title.bulgarian);
        for (address, answer) in walk(&street, "/").await {
            let other = on(&mut street.visitor(), "glas.example", &format!("/primerovo{address}")).await;
            let third = on(&mut street.visitor(), "glas.drugo.example", &address).await;
            for (whose, other) in [("below", other), ("elsewhere", third)] {
                let is_thing = answer.status == StatusCode::OK && other.status == StatusCode::NOT_FOUND;
                things += u32::from(is_thing);
                both += u32::from(other.status == StatusCode::OK);
                assert!(!other.status.is_server_error(), "{whose} {address}");
                for word in &words {
                    assert!(!other.text().contains(word.as_str()), "{whose} {address} tells of „{word}“");
                }
            }
        }
        assert!(things > 40 && both > 5, "{things} {both}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_door_opens_to_what_another_tenant_has() {
    in_each_house(async |house| {
        doors::furnish(house);
        let street = Street::of(house).await;
        let (store, tenant) = (house.instance.store.clone(), house.instance.tenant);
        let state = move || {
            let store = store.clone();
            async move {
                let read = move |tx: &mut store::Transaction| {
                    Ok::<_, StoreFault>((tx.projects(tenant)?, tx.people(tenant)?, tx.journal(tenant, None, 1000)?))
                };
                store.read(read).await.unwrap()
            }
        };
        let before = state().await;
        for role in Role::ALL {
            let mut visitor = street.signed_in(role);
            assert_eq!(on(&mut visitor, "glas.example", "/primerovo/desk").await.status, StatusCode::OK, "{role:?}");
            // Whoever signs out sees nothing any more.
            for door in web::doors().into_iter().filter(|door| !door.path.contains("sign-out")) {
                let address = format!("/primerovo{}", doors::address(house, door.path));
                let mut request = doors::request(&door, &address);
                request.headers_mut().insert(header::HOST, "glas.example".parse().unwrap());
                let answer = visitor.send(request).await;
                let whom = format!("{} {address} for {role:?}: {}", door.method, answer.status);
                let is_somebodys = door.path.starts_with("/desk/") && door.path.contains('{');
                if is_somebodys {
                    let closed = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::BAD_REQUEST];
                    assert!(closed.contains(&answer.status), "{whom}");
                }
                assert!(!answer.status.is_server_error(), "{whom}");
            }
        }
        assert_eq!(before, state().await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_and_links_open_only_their_own_tenant() {
    in_each_house(async |house| {
        let street = Street::of(house).await;
        let mut here = street.signed_in(Role::Administrator);
        assert_eq!(on(&mut here, "glas.example", "/primerovo/desk").await.status, StatusCode::OK);
        let elsewhere = on(&mut here, "glas.example", "/desk").await;
        assert_eq!(elsewhere.header("location"), "/sign-in?back=/desk");
        // The same secret under the name that the other one's cookie has.
        let stolen = BASE64URL_NOPAD.encode(&[210; 32]);
        let mut thief = street.visitor();
        thief.set_cookie("__Host-glas-session", &stolen);
        for (host, path) in [("glas.example", "/desk"), ("glas.drugo.example", "/desk")] {
            let answer = on(&mut thief, host, path).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/sign-in?back=/desk"));
        }
        let back = on(&mut street.visitor(), "glas.example", "/primerovo/en/desk").await;
        assert_eq!(back.header("location"), "/primerovo/en/sign-in?back=/primerovo/en/desk");

        let link = house.setup_link(crate::desk::house::Who::Researcher);
        assert_eq!(on(&mut street.visitor(), "glas.example", &link).await.status, StatusCode::OK);
        let below = on(&mut street.visitor(), "glas.example", &format!("/primerovo{link}")).await;
        assert!(!below.text().contains("name=\"password\""), "another one's link is good here");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_finds_its_tenant_by_host_and_path() {
    in_each_house(async |house| {
        let street = Street::of(house).await;
        let check = async |host: &str, path: &str, status: StatusCode, marked: &str| {
            let answer = on(&mut street.visitor(), host, path).await;
            assert_eq!(answer.status, status, "{host}{path}");
            assert!(answer.text().contains(marked), "{host}{path}: {}", answer.text());
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
        };
        let canonical = |address: &str| format!("<link rel=\"canonical\" href=\"{address}\">");
        check("glas.example", "/", StatusCode::OK, &canonical("https://glas.example/")).await;
        check("GLAS.example", "/primerovo", StatusCode::OK, &canonical("https://glas.example/primerovo/")).await;
        check("glas.example", "/primerovo/en", StatusCode::OK, "/primerovo/en").await;
        check("glas.drugo.example", "/", StatusCode::OK, &canonical("https://glas.drugo.example/")).await;
        check("glas.example", "/primerovot", StatusCode::NOT_FOUND, "").await;
        check("glas.drugo.example", "/primerovo", StatusCode::NOT_FOUND, "").await;
        check("evil.example", "/", StatusCode::MISDIRECTED_REQUEST, "не отговаря").await;
        check("evil.example", "/health", StatusCode::OK, "ok").await;
    })
    .await;
}

#[test]
fn no_tenant_can_stand_before_a_door_of_the_main_one() {
    for door in web::doors() {
        let first = door.path.split('/').nth(1).unwrap();
        assert!(tenants::place_below(first).is_err(), "{first}, of {}, has to be reserved", door.path);
    }
}
