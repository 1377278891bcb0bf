//! Words meant to do harm, in every field that people fill, and in every address: everything stays words.

use crate::{
    pages::faults_in,
    site::{TestWorld, site, site_in},
    visitor::Visitor,
};
use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, header},
};
use base::Text;
use outreach::{Attachment, Link};
use proptest::prelude::*;
use web::{Settings, router, sample};

/// Breaks out of an attribute, an element, a comment, a script, a formula, CDATA, and a header.
const HARM: &str = "=1+1\"'><script>alert(1)</script><img src=x onerror=alert(1)>--></style>]]>{{7*7}}${7}\u{202e}\r\nSet-Cookie: a=b &lt;";

fn harm() -> Text {
    Text::new(HARM, HARM)
}

#[tokio::test]
async fn hostile_words_stay_words_in_every_output() {
    let site = site_in(Settings::sample(), TestWorld::new());
    let (store, tenant) = site.instance().map(|instance| (instance.store.clone(), instance.tenant)).unwrap();
    let file = store.keep_file(tenant, b"<script>".to_vec(), "text/html".to_owned()).await.unwrap().digest;
    let write = move |tx: &mut store::Transaction| {
        let mut project = sample::invented_project();
        for text in [&mut project.title, &mut project.summary, &mut project.goal, &mut project.place] {
            *text = harm();
        }
        project.story = vec![harm()];
        project.links = vec![Link { title: harm(), address: format!("https://example.org/{HARM}") }];
        for one in &mut project.parties {
            one.party.name = harm();
            tx.replace_party(tenant, &one.party)?;
        }
        for activity in &mut project.activities {
            (activity.title, activity.description) = (harm(), harm());
        }
        if let Some(funding) = &mut project.funding {
            (funding.disclaimer, funding.procedure, funding.contract) = (harm(), harm(), HARM.to_owned());
        }
        tx.replace_project(tenant, &project)?;
        let mut publication = sample::publications().swap_remove(0);
        let version = &mut publication.version;
        (version.title, version.summary) = (harm(), harm());
        version.body =
            Text::bulgarian(format!("{HARM}\n\n[x](javascript:alert(1)) ![y](data:text/html,1) <b onclick=a>"));
        version.attachments = vec![Attachment {
            file,
            name: HARM.to_owned(),
            title: harm(),
            media_type: HARM.to_owned(),
            ..version.attachments[0].clone()
        }];
        tx.add_publication(tenant, &publication)?;
        let mut study = sample::studies().swap_remove(0);
        (study.title, study.purpose) = (harm(), harm());
        for audience in &mut study.audiences {
            audience.name = harm();
        }
        tx.replace_study(tenant, &study)
    };
    store.write(write).await.unwrap();

    let mut visitor = Visitor::new(router(site));
    for path in [
        "/",
        "/projects/primerovo",
        "/projects/primerovo/publications/doklad",
        "/projects/primerovo/studies/uchastie",
        "/projects/primerovo/studies/uchastie/report",
    ] {
        for address in [path.to_owned(), if path == "/" { "/en".to_owned() } else { format!("/en{path}") }] {
            let answer = visitor.get(&address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert!(answer.text().contains("alert(1)"), "{address} shows the words");
            assert!(!answer.text().contains("<img src=x") && !answer.text().contains("<script>"), "{address}");
            let faults = faults_in(&answer.text());
            assert!(faults.is_empty(), "{address}: {faults:?}");
        }
    }
    for path in ["/projects/primerovo/feed.atom", "/projects/primerovo/studies/uchastie/figures/residents-ways.svg"] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(!answer.text().contains("<script") && !answer.text().contains("<img"), "{path}");
    }
    for path in ["/projects/primerovo.json", "/projects/primerovo/publications/doklad.json"] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.header("content-type"), "application/json");
        serde_json::from_slice::<serde_json::Value>(&answer.bytes).unwrap();
    }
    let csv = visitor.get("/projects/primerovo/studies/uchastie.csv").await.text();
    assert!(!csv.lines().any(|line| line.starts_with('=')), "no cell is a formula");
    let download = visitor.get(&format!("/files/{file}/x")).await;
    assert_eq!(download.header("content-type"), "application/octet-stream");
    assert!(download.headers.get("set-cookie").is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Nothing that a browser or a scanner can ask makes a fault.
    #[test]
    fn no_request_is_a_fault(
        path in "(/en)?/(projects|files|assets|s|desk|sitemap.xml|feed.atom|about)?(/[a-z0-9%._~-]{0,12}){0,6}(\\?[a-z=&%0-9]{0,20})?",
        encoding in "[a-z;=0-9., *]{0,20}",
        tag in proptest::collection::vec(any::<u8>(), 0..30),
        cookie in proptest::collection::vec(any::<u8>(), 0..60),
    ) {
        thread_local! {
            static SITE: (tokio::runtime::Runtime, axum::Router) = (
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
                router(site()),
            );
        }
        let Ok(mut request) = Request::get(path.as_str()).body(Body::empty()) else { return Ok(()) };
        request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_str(&encoding).unwrap());
        for (name, bytes) in [(header::IF_NONE_MATCH, tag), (header::COOKIE, cookie)] {
            if let Ok(value) = HeaderValue::from_bytes(&bytes) {
                request.headers_mut().insert(name, value);
            }
        }
        let status = SITE.with(|(runtime, site)| runtime.block_on(Visitor::new(site.clone()).send(request)).status);
        prop_assert!(!status.is_server_error(), "{path}: {status}");
    }
}
