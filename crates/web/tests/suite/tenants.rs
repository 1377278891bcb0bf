//! Several tenants behind one door: each at its own address, and none with a way to another one's things.

mod files;

use crate::{
    desk::{doors, house::House, house::NOON, house::in_each_house},
    security::crawl::leads_to,
    site::{Counted, is_made_elsewhere},
    visitor::{Answer, Visitor, encoded},
};
use app::{Instance, tenants};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
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
        let number = 210 + u8::try_from(Role::ALL.iter().position(|known| *known == role).unwrap()).unwrap();
        let (tenant, party) = (self.below.tenant, PartyId(Key([number; 16])));
        let name = Text::bulgarian(format!("Отдел {number}"));
        let party_of = Party { id: party, kind: PartyKind::Municipality, name, site: None };
        self.below.store.write_blocking(move |tx| tx.add_party(tenant, &party_of)).unwrap();
        self.signed_in_for(number, role, party)
    }

    /// The same for a party that is there already; each has a number of their own.
    fn signed_in_for(&self, number: u8, role: Role, party: PartyId) -> Visitor {
        let (tenant, secret) = (self.below.tenant, [number; 32]);
        let done = self.below.store.write_blocking(move |tx| {
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

async fn send(visitor: &mut Visitor, host: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let form = Request::post(path)
        .header(header::HOST, host)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    visitor.send(form.body(Body::from(encoded(fields))).unwrap()).await
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
            let expected = if is_made_elsewhere(address) { StatusCode::NOT_FOUND } else { StatusCode::OK };
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

/// A file on a publication that everybody may read, and the same as the open data of a study.
async fn attach(house: &House) -> String {
    let (store, tenant) = (&house.instance.store, house.instance.tenant);
    let kept = store.keep_file(tenant, "Опис на файл".as_bytes().to_vec(), "text/plain".to_owned()).await.unwrap();
    house.write(move |tx, tenant| {
        let mut publication = sample::publications().swap_remove(0);
        for one in &mut publication.version.attachments {
            (one.file, one.name, one.media_type) = (kept.digest, "opis.txt".to_owned(), "text/plain".to_owned());
        }
        tx.add_publication(tenant, &publication)?;
        let published = crate::site::open_data();
        tx.replace_attachments(tenant, published.owner(), &publication.version.attachments)?;
        tx.add_open_data(tenant, &published)?;
        add_written_report(tx, tenant, publication.version.attachments.swap_remove(0))
    });
    format!("/files/{}/opis.txt", kept.digest)
}

/// One that does not stand in the place of what the program proposes; its page is `page`.
pub fn add_written_report(
    tx: &mut store::Transaction,
    tenant: TenantId,
    page: outreach::Attachment,
) -> Result<(), StoreFault> {
    let report = store::Report {
        id: base::ReportId(Key([83; 16])),
        study: sample::studies()[0].id,
        number: 1,
        party: sample::invented_project().parties[0].party.id,
        kind: "summary".to_owned(),
        languages: vec![base::Language::Bulgarian],
        revision: 1,
    };
    tx.add_report(tenant, &report)?;
    let version = store::ReportVersion {
        version: 1,
        revision: 1,
        on: sample::DAY,
        engine: String::new(),
        sources: Vec::new(),
        manuscript: String::new(),
        note: String::new(),
    };
    tx.add_report_version(tenant, report.id, &version)?;
    let page =
        outreach::Attachment { name: "doklad-bg.html".to_owned(), language: Some(base::Language::Bulgarian), ..page };
    tx.replace_attachments(tenant, store::report_files(report.id, 1), &[page])
}

/// The addresses that somebody gets who answers: of a draft, of one of its pages, of a receipt.
async fn answered(visitor: &mut Visitor) -> Vec<String> {
    let room = format!("/s/{}", sample::studies()[1].audiences[0].token);
    let begun = send(visitor, "glas.example", &format!("{room}/drafts"), &[]).await;
    let page = begun.header("location").to_owned();
    let draft = page.rsplit_once('/').unwrap().0.to_owned();
    let form = on(visitor, "glas.example", &format!("{room}/all")).await;
    let submission = form.value_of("glas:submission");
    let fields = [("glas:submission", submission.as_str()), ("ways", "desk"), ("manner", "5")];
    let sent = send(visitor, "glas.example", &format!("{room}/answers"), &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let receipt = sent.header("location").split('?').next().unwrap().to_owned();
    vec![format!("{room}/all"), room, page, draft, receipt]
}

/// Every door that names a thing, with a real one behind it: a new door fails here until somebody says where one is.
#[tokio::test(flavor = "multi_thread")]
async fn what_has_an_address_opens_only_at_its_own_tenant() {
    in_each_house(async |house| {
        let file = attach(house).await;
        let street = Street::of(house).await;
        let mut addresses: BTreeSet<String> = answered(&mut street.visitor()).await.into_iter().collect();
        addresses.insert(file);
        let home = "/projects/primerovo";
        addresses.insert(format!("{home}/publications/doklad/versions/2"));
        let report = format!("{home}/studies/uchastie/reports/1");
        addresses.insert(format!("{report}/versions/1/doklad-bg.html"));
        addresses.insert(format!("{report}/versions/1"));
        addresses.insert(report);
        for (address, answer) in walk(&street, "/").await {
            addresses.extend((answer.status == StatusCode::OK).then_some(address));
        }
        // A link for a password has a test of its own.
        let is_left_out = |path: &str| {
            !path.contains('{')
                || is_made_elsewhere(path)
                || ["/assets/", "/setup/"].iter().any(|other| path.starts_with(other))
        };
        let open = web::doors().into_iter().filter(|door| door.right.is_none() && !is_left_out(door.path));
        let (reading, sending): (Vec<_>, Vec<_>) = open.partition(|door| door.method == Method::GET);
        for door in reading {
            let of_door: Vec<&String> = addresses.iter().filter(|address| leads_to(address, door.path)).collect();
            assert!(!of_door.is_empty(), "{}: say where something is behind it", door.path);
            for address in of_door {
                let own = on(&mut street.visitor(), "glas.example", address).await;
                assert_eq!(own.status, StatusCode::OK, "{address}");
                let below = on(&mut street.visitor(), "glas.example", &format!("/primerovo{address}")).await;
                let elsewhere = on(&mut street.visitor(), "glas.drugo.example", address).await;
                let both = (below.status, elsewhere.status);
                assert_eq!(both, (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{address}");
            }
        }
        let page = addresses.iter().find(|address| {
            address.starts_with("/s/") && leads_to(address, "/s/{token}/{draft}/{page}") && !address.contains("receipt")
        });
        let page = page.unwrap().clone();
        let code = addresses.iter().find(|address| address.contains("/receipt/")).unwrap();
        let parts = ["{token}", "{draft}", "{page}"].into_iter().zip(page.split('/').skip(2));
        let parts: Vec<_> = parts.chain([("{code}", code.rsplit('/').next().unwrap())]).collect();
        for door in sending {
            let address = parts.iter().fold(door.path.to_owned(), |path, (name, part)| path.replace(name, part));
            assert!(!address.contains('{'), "{address} names something that this test does not know");
            let fields =
                [("glas:submission", "aaaaaaaaaaaaaaaaaaaaaaaaaa"), ("ways", "desk"), ("appeal", "Не е така.")];
            let below = send(&mut street.visitor(), "glas.example", &format!("/primerovo{address}"), &fields).await;
            let elsewhere = send(&mut street.visitor(), "glas.drugo.example", &address, &fields).await;
            let both = (below.status, elsewhere.status);
            assert_eq!(both, (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND), "{address}");
        }
        assert_eq!(on(&mut street.visitor(), "glas.example", &page).await.status, StatusCode::OK, "it is still there");
    })
    .await;
}

/// What the program does by itself, and the bytes that it keeps, are somebody's, too.
#[tokio::test(flavor = "multi_thread")]
async fn files_letters_and_duties_are_of_one_tenant() {
    in_each_house(async |house| {
        let file = attach(house).await;
        let street = Street::of(house).await;
        let (store, own, other) = (house.instance.store.clone(), house.instance.tenant, street.below.tenant);
        let digest: base::FileDigest = file.split('/').nth(2).unwrap().parse().unwrap();
        assert!(store.file_bytes(own, digest).await.unwrap().is_some());
        assert!(store.file_bytes(other, digest).await.unwrap().is_none(), "a digest alone opens nothing elsewhere");
        let (now, later) = (Moment(NOON), Moment(NOON).plus_seconds(600));
        let person = crate::desk::house::Who::Researcher.id();
        let done = store.write(move |tx| {
            tx.replace_person_details(own, person, "Мария", Some("maria@example.org"))?;
            tx.add_job(own, "a-duty", now)?;
            app::mail::invite(tx, own, person, now, &mut Counted(3))?;
            Ok::<_, app::Failure>(())
        });
        done.await.unwrap();
        let done = store.write(move |tx| {
            let job = tx.jobs(own)?.into_iter().find(|job| job.name == "a-duty").unwrap();
            assert!(!tx.hold_job(other, &job, now, later)?, "another one's duty is held");
            tx.record_job_failure(other, "a-duty", "не беше негова", later)?;
            tx.record_job_done(other, "a-duty", later, later)?;
            let after = tx.jobs(own)?.into_iter().find(|job| job.name == "a-duty").unwrap();
            assert_eq!((after.failures, after.done_at, after.run_at), (job.failures, job.done_at, job.run_at));
            let letter = tx.letters_about(own, "person", person.0)?.remove(0);
            assert!(tx.letters_about(other, "person", person.0)?.is_empty());
            assert!(tx.hold_letter(other, letter.id, now, later)?.is_none(), "another one's letter is sent");
            assert!(tx.hold_letter(own, letter.id, now, later)?.is_some());
            Ok::<_, StoreFault>(())
        });
        done.await.unwrap();
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
