//! The public pages on a real store.

use crate::{
    site::{TestWorld, site, site_in},
    visitor::Visitor,
};
use axum::http::StatusCode;
use web::{Settings, router};

#[tokio::test]
async fn every_public_address_answers_in_both_languages() {
    let mut visitor = Visitor::new(router(site()));
    for path in [
        "/",
        "/projects/perushtitsa",
        "/projects/primerovo",
        "/projects/perushtitsa/publications/doklad",
        "/projects/perushtitsa/publications/doklad/versions/1",
        "/projects/primerovo/studies/uchastie",
        "/projects/primerovo/studies/uchastie/report",
        "/projects/primerovo/studies/gishe",
        "/about/moderation",
        "/about/privacy",
        "/about/records",
        "/about/accessibility",
    ] {
        for prefix in ["", "/en"] {
            let address = if path == "/" && prefix == "/en" { "/en".to_owned() } else { format!("{prefix}{path}") };
            let answer = visitor.get(&address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text());
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8", "{address}");
            assert_eq!(answer.header("cache-control"), "no-cache", "{address}");
            assert!(!answer.header("etag").is_empty(), "{address}");
            assert!(!answer.text().contains('⟦'), "{address}");
        }
    }
}

#[tokio::test]
async fn the_demonstration_says_so_and_is_not_indexed() {
    let mut visitor = Visitor::new(router(site()));
    for path in
        ["/projects/primerovo", "/projects/primerovo/studies/uchastie", "/projects/primerovo/studies/uchastie/report"]
    {
        let answer = visitor.get(path).await;
        assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow", "{path}");
        assert!(answer.text().contains("Демонстрационни данни · Община Примерово · ден на демонстрацията 27.07.2023"));
        assert!(answer.text().contains("<meta name=\"robots\" content=\"noindex\">"));
    }
    for path in [
        "/projects/primerovo.json",
        "/projects/primerovo/feed.atom",
        "/projects/primerovo/studies/uchastie.json",
        "/projects/primerovo/studies/uchastie.csv",
        "/projects/primerovo/studies/uchastie/report.pdf",
        "/projects/primerovo/studies/uchastie/report.docx",
        "/projects/primerovo/studies/uchastie/report.xlsx",
        "/projects/primerovo/studies/uchastie/report-500.txt",
        "/projects/primerovo/studies/uchastie/report-2000.txt",
    ] {
        let answer = visitor.get(path).await;
        assert_eq!((answer.status, answer.header("x-robots-tag")), (StatusCode::OK, "noindex, nofollow"), "{path}");
        assert!(path.contains("report.") || answer.text().contains("Демонстрационни данни"), "{path}");
    }
    let real = visitor.get("/projects/perushtitsa").await;
    assert_eq!(real.header("x-robots-tag"), "");
    assert!(!real.text().contains("Демонстрационни данни"));
}

#[tokio::test]
async fn a_draft_and_hidden_results_are_nowhere() {
    let mut visitor = Visitor::new(router(site()));
    for path in [
        "/projects/primerovo/studies/gishe.json",
        "/projects/primerovo/studies/gishe.csv",
        "/projects/primerovo/studies/gishe/report",
        "/projects/primerovo/studies/gishe/report.pdf",
        "/projects/primerovo/studies/gishe/report.docx",
        "/projects/primerovo/studies/gishe/report.xlsx",
        "/projects/primerovo/studies/gishe/report-500.txt",
        "/projects/primerovo/studies/gishe/report-2000.txt",
        "/projects/primerovo/studies/gishe/figures/residents-ways.csv",
        "/projects/perushtitsa/studies/uchastie",
        "/projects/perushtitsa/publications/doklad/versions/2",
        "/projects/perushtitsa/publications/doklad/versions/x",
    ] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let told = visitor.get("/projects/primerovo.json").await.text();
    assert!(told.contains("studies/uchastie.json") && !told.contains("studies/gishe.json"));
}

#[tokio::test]
async fn a_page_is_at_most_a_second_old_and_never_shared_with_the_desk() {
    let world = TestWorld::new();
    let site = site_in(Settings::sample(), world);
    let (store, tenant) = site.instance().map(|instance| (instance.store.clone(), instance.tenant)).unwrap();
    let mut visitor = Visitor::new(router(site));
    let first = visitor.get("/").await;
    let mut project = web::sample::real_project();
    project.title = base::Text::bulgarian("Ново заглавие");
    store.write_blocking(move |tx| tx.replace_project(tenant, &project)).unwrap();
    world.pass_milliseconds(900);
    assert_eq!(visitor.get("/").await.bytes, first.bytes, "kept for a second");
    world.pass_milliseconds(200);
    assert!(visitor.get("/").await.text().contains("Ново заглавие"), "and not longer");

    visitor.set_cookie("__Host-glas-session", &"A".repeat(43));
    let signed_in = visitor.get("/").await;
    assert_eq!(signed_in.header("cache-control"), "private, no-store");
    assert!(signed_in.text().contains("/desk"));
    let mut other = visitor.stranger();
    assert!(!other.get("/").await.text().contains("href=\"/desk\""));
}

#[tokio::test]
async fn many_at_once_wait_for_one() {
    let router = router(site());
    let answers = (0..50).map(|_| {
        let mut visitor = Visitor::new(router.clone());
        tokio::spawn(async move { visitor.get("/projects/primerovo/studies/uchastie").await })
    });
    let mut tags = std::collections::BTreeSet::new();
    for answer in answers.collect::<Vec<_>>() {
        let answer = answer.await.unwrap();
        assert_eq!(answer.status, StatusCode::OK);
        tags.insert(answer.header("etag").to_owned());
    }
    assert_eq!(tags.len(), 1);
}
