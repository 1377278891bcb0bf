//! S6: a project is a draft until it is opened. The doors are read off the table of routes, so that a new one that leads to
//! something of a project fails here until it is told where.

use super::crawl::{crawl, leads_to, without_language};
use crate::{
    site::{TestWorld, site_in},
    tenants::add_written_report,
    visitor::{Answer, Visitor},
};
use axum::http::{Method, StatusCode};
use base::{Digests, Event, Key, Moment, Party, PartyId, PartyKind, Subject, Text};
use outreach::{Attachment, Nature, Part, Participation};
use std::collections::BTreeMap;
use store::StoreFault;
use web::{Settings, doors, router, sample};

/// In everything that the project says, and in nothing else.
const MARK: &str = "Сердолик";

/// What belongs to no project: the way in, what the program is made of, and the desk where a receipt is looked up, which only
/// leads on to a room.
const OF_NO_PROJECT: [&str; 10] = [
    "/assets/{name}",
    "/favicon.ico",
    "/health",
    "/openapi.json",
    "/receipt",
    "/setup",
    "/setup/{token}",
    "/sign-in",
    "/sign-in/code",
    "/sign-in/openid/return",
];

/// Where the project is told of beside others.
const SHARED: [&str; 6] = ["/", "/feed.atom", "/sitemap.xml", "/about/privacy", "/journal", "/journal.json"];

/// The pages of whose words nothing comes from a project.
const PLAIN: [&str; 5] =
    ["/about/moderation", "/about/records", "/about/accessibility", "/robots.txt", "/journal/heads.json"];

struct Town {
    visitor: Visitor,
    world: &'static TestWorld,
    instance: app::Instance,
    file: String,
}

impl Town {
    async fn new() -> Town {
        let world = TestWorld::new();
        let site = site_in(Settings::sample(), world)
            .printing(|document, _| Ok(format!("%PDF-1.7 {document:?}").into_bytes()))
            .painting(|picture| Ok(format!("PNG {picture:?}").into_bytes()));
        let instance = site.instance().unwrap().clone();
        let tenant = instance.tenant;
        let kept = instance.store.keep_file(tenant, MARK.as_bytes().to_vec(), "text/plain".to_owned()).await.unwrap();
        let file = kept.digest;
        let write = move |tx: &mut store::Transaction| {
            let words = || Text::new(MARK, MARK);
            let mut project = sample::invented_project();
            (project.nature, project.title, project.place) = (Nature::Real, words(), words());
            (project.summary, project.goal, project.story) = (words(), words(), vec![words()]);
            let observer = Party { id: PartyId(Key([67; 16])), kind: PartyKind::Other, name: words(), site: None };
            project.parties.push(Participation { part: Part::Observer, party: observer });
            tx.replace_project(tenant, &project)?;
            let mut publication = sample::publications().swap_remove(0);
            let version = &mut publication.version;
            (version.title, version.summary, version.body) = (words(), words(), words());
            let (name, media_type) = ("a.txt".to_owned(), "text/plain".to_owned());
            version.attachments = version
                .attachments
                .drain(..)
                .map(|one| Attachment {
                    file,
                    name: name.clone(),
                    title: words(),
                    media_type: media_type.clone(),
                    ..one
                })
                .collect();
            tx.add_publication(tenant, &publication)?;
            for mut study in sample::studies() {
                (study.title, study.purpose) = (words(), words());
                tx.replace_study(tenant, &study)?;
            }
            let published = crate::site::open_data();
            tx.replace_attachments(tenant, published.owner(), &publication.version.attachments)?;
            tx.add_open_data(tenant, &published)?;
            add_written_report(tx, tenant, publication.version.attachments.swap_remove(0))?;
            let told = Event {
                at: Moment(0),
                by: None,
                kind: "project.changed",
                subject: Subject { noun: "project", key: project.id.0 },
                facts: vec![("slug", project.slug.to_string()), ("party", MARK.to_owned())],
                digests: Digests::default(),
            };
            tx.add_event(tenant, &told)
        };
        instance.store.write(write).await.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        Town { visitor: Visitor::new(router(site)), world, instance, file: file.to_string() }
    }

    async fn set_open(&self, is_open: bool) {
        let (tenant, project) = (self.instance.tenant, sample::invented_project().id);
        let write = move |tx: &mut store::Transaction| match is_open {
            true => tx.record_opened(tenant, project).map(|_| ()),
            false => tx.record_unopened(tenant, project, sample::DAY),
        };
        self.instance.store.write(write).await.unwrap();
        // What was made before is kept for a second.
        self.world.pass_milliseconds(2_000);
    }

    /// Where everybody comes to who follows the links, and where only whoever was given an address does.
    async fn everything(&mut self) -> BTreeMap<String, Answer> {
        let room = format!("/s/{}", token());
        let first = self.visitor.post(&format!("{room}/drafts"), &[]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
        let page = first.header("location").to_owned();
        let draft = page.rsplit_once('/').unwrap().0.to_owned();
        let form = self.visitor.get(&format!("{room}/all")).await;
        let submission = form.value_of("glas:submission");
        let fields = [("glas:submission", submission.as_str()), ("ways", "desk"), ("manner", "5")];
        let sent = self.visitor.post(&format!("{room}/answers"), &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let receipt = sent.header("location").split('?').next().unwrap().to_owned();
        let home = "/projects/primerovo";
        let told = [
            format!("{home}.json"),
            format!("{home}/postcard.png"),
            format!("{home}/publications/doklad/versions/2"),
            format!("{home}/publications/doklad/postcard.png"),
            format!("{home}/publications/doklad.json"),
            format!("{home}/studies/uchastie/postcard.png"),
            format!("{home}/studies/uchastie/report/postcard.png"),
            format!("{home}/studies/uchastie/reports/1"),
            format!("{home}/studies/uchastie/reports/1/versions/1"),
            format!("{home}/studies/uchastie/reports/1/versions/1/doklad-bg.html"),
            format!("{home}/studies/uchastie.json"),
            format!("{home}/studies/uchastie.csv"),
            format!("/files/{}/a.txt", self.file),
            format!("{room}/all"),
        ];
        let starts = SHARED.iter().chain(&PLAIN).map(|start| (*start).to_owned());
        let starts = starts.chain(told).chain([room, page, draft, receipt, "/en".to_owned()]);
        let found = crawl(&mut self.visitor, starts.collect(), &["/"]).await;
        assert!(found.len() > 60, "{}", found.len());
        found
    }
}

/// Of the study that is open on the day.
fn token() -> String {
    sample::studies()[1].audiences[0].token.clone()
}

fn is_of_project(address: &str, file: &str) -> bool {
    let path = without_language(address);
    path.starts_with("/projects/primerovo") || path.starts_with("/s/primerovo") || path.contains(file)
}

#[tokio::test(flavor = "multi_thread")]
async fn s06_of_a_project_that_is_not_open_nothing_is_behind_any_door() {
    let mut town = Town::new().await;
    let open = town.everything().await;
    for door in doors().iter().filter(|door| door.right.is_none() && door.method == Method::GET) {
        let is_there = |(address, answer): (&String, &Answer)| {
            let told = || [MARK, "/projects/primerovo"].iter().any(|mark| answer.text().contains(mark));
            leads_to(address, door.path) && answer.status == StatusCode::OK && told()
        };
        let is_plain = OF_NO_PROJECT.contains(&door.path) || PLAIN.contains(&door.path);
        assert!(is_plain || open.iter().any(is_there), "{}: say where something of the project is", door.path);
    }
    town.set_open(false).await;
    for (address, before) in &open {
        let answer = town.visitor.get(address).await;
        let is_of_project = is_of_project(address, &town.file);
        let expected =
            if is_of_project && before.status == StatusCode::OK { StatusCode::NOT_FOUND } else { before.status };
        assert_eq!(answer.status, expected, "{address}");
        let text = answer.text();
        assert!(!text.contains(MARK), "{address}: {text}");
        assert!(is_of_project || !text.contains("/projects/primerovo"), "{address}: {text}");
    }
    let draft = open
        .keys()
        .find(|address| address.starts_with("/s/") && leads_to(address, "/s/{token}/{draft}/{page}"))
        .unwrap();
    let names = ["{token}", "{draft}", "{page}"].into_iter().zip(draft.split('/').skip(2));
    let names: Vec<(&str, &str)> = names.chain([("{code}", "2222-2222-2222-2222")]).collect();
    let posts = doors().into_iter().filter(|door| door.right.is_none() && door.method == Method::POST);
    for door in posts.filter(|door| !OF_NO_PROJECT.iter().any(|path| door.path.starts_with(path))) {
        let address = names.iter().fold(door.path.to_owned(), |path, (name, part)| path.replace(name, part));
        let answer =
            town.visitor.post(&address, &[("glas:submission", "aaaaaaaaaaaaaaaaaaaaaaaaaa"), ("ways", "desk")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
    }
    town.set_open(true).await;
    for (address, before) in &open {
        assert_eq!(town.visitor.get(address).await.status, before.status, "{address} is there again");
    }
}
