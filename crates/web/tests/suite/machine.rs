//! Feeds, the map of the site, data twins, figures and files.

use crate::{
    site::{TestWorld, site, site_in},
    visitor::Visitor,
};
use app::{
    journal::{JournalKey, sign_head},
    study::{Edition, Reading, report},
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use base::{Digests, Event, Key, Subject};
use data_encoding::HEXLOWER;
use outreach::Attachment;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use web::{Settings, Site, router, sample};

#[tokio::test]
async fn data_twins_can_be_read_from_anywhere() {
    let mut visitor = Visitor::new(router(site()));
    for path in [
        "/projects/perushtitsa.json",
        "/projects/perushtitsa/publications/doklad.json",
        "/projects/primerovo/studies/uchastie.json",
        "/en/projects/primerovo/studies/uchastie.json",
    ] {
        let answer = visitor.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let value: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert!(value["address"].as_str().unwrap().starts_with("https://glas.example/"), "{path}: {value}");
    }
}

/// Nothing but what is told to everybody: a stranger can check it with these and the description of the bytes.
#[tokio::test]
async fn signed_heads_of_the_journal_are_told_to_everybody() {
    let site = site();
    let instance = site.instance().unwrap();
    let (tenant, key) = (instance.tenant, JournalKey::from_secret(&[7; 32]));
    let (day, now, public) = (site.today(), site.now(), HEXLOWER.encode(&key.public()));
    let subject = Subject { noun: "person", key: Key([1; 16]) };
    let (facts, digests) = (Vec::new(), Digests::default());
    let event = Event { at: now, by: None, kind: "person.signed-in", subject, facts, digests };
    instance.store.write(move |tx| tx.add_event(tenant, &event)).await.unwrap();
    instance.store.write(move |tx| sign_head(tx, tenant, &key, day, now)).await.unwrap();
    let signed = instance.store.read(move |tx| tx.signed_heads(tenant)).await.unwrap().remove(0);
    let answer = Visitor::new(router(site)).get("/journal/heads.json").await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    let value: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
    assert_eq!(value["tenant"], HEXLOWER.encode(&tenant.0.0));
    let told = &value["heads"][0];
    assert_eq!(told["day"], "2023-07-27");
    assert_eq!(told["number"], signed.head.number);
    assert_eq!(told["digest"], signed.head.digest.to_string());
    assert_eq!(told["public_key"], public);
    assert_eq!(told["signature"], HEXLOWER.encode(&signed.signature));
    assert_eq!(value["heads"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn numbers_of_a_figure_agree_in_every_form() {
    let mut visitor = Visitor::new(router(site()));
    let home = "/projects/primerovo/studies/uchastie";
    let page = visitor.get(home).await.text();
    let value: serde_json::Value = serde_json::from_slice(&visitor.get(&format!("{home}.json")).await.bytes).unwrap();
    assert_eq!(value["audiences"][0]["answered"], 40);
    assert_eq!(value["audiences"][1]["answered"], 6);
    let figures = value["figures"].as_array().unwrap();
    assert!(figures.len() >= 4);
    for figure in figures {
        let anchor = figure["anchor"].as_str().unwrap();
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        let csv = visitor.get(&format!("{home}/figures/{anchor}.csv")).await;
        assert_eq!(csv.status, StatusCode::OK, "{anchor}");
        for row in figure["rows"].as_array().unwrap() {
            assert!(csv.text().contains(row[0].as_str().unwrap()), "{anchor}");
        }
        let svg = visitor.get(&format!("{home}/figures/{anchor}.svg")).await;
        assert_eq!(svg.header("content-type"), "image/svg+xml");
        assert!(svg.text().contains("Демонстрационни данни"));
        assert_eq!(svg.header("content-security-policy"), web::CONTENT_SECURITY_POLICY);
        let png = visitor.get(&format!("{home}/figures/{anchor}.png")).await;
        assert_eq!(png.header("content-type"), "image/png");
        assert!(png.text().starts_with("PNG Демонстрационни данни"));
        assert!(page.contains(&format!("href=\"{home}/figures/{anchor}.png\"")), "{anchor}");
    }
    for nothing in
        ["figures/nothing.csv", "figures/nothing.png", "figures/residents-ways.exe", "figures/residents-ways"]
    {
        assert_eq!(visitor.get(&format!("{home}/{nothing}")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn feeds_and_the_map_are_sound() {
    let mut visitor = Visitor::new(router(site()));
    let feed = visitor.get("/projects/perushtitsa/feed.atom").await;
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    assert!(feed.text().contains("<title>Доклад: Доклад с резултатите от проучването</title>"));
    assert!(feed.text().contains("<updated>2023-07-27T12:00:00Z</updated>"));
    insta::assert_snapshot!("feed.project", feed.text());
    let all = visitor.get("/feed.atom").await.text();
    assert!(all.contains("perushtitsa") && !all.contains("primerovo"));
    let map = visitor.get("/sitemap.xml").await.text();
    assert!(map.contains("<loc>https://glas.example/en/projects/perushtitsa</loc><lastmod>2023-07-27</lastmod>"));
    assert!(!map.contains("primerovo"));
    let robots = visitor.get("/robots.txt").await.text();
    assert!(robots.contains("Disallow: /en/desk") && robots.contains("Sitemap: https://glas.example/sitemap.xml"));
}

#[tokio::test]
async fn every_page_for_sharing_has_a_postcard() {
    let site = site();
    let (store, tenant) = site.instance().map(|instance| (instance.store.clone(), instance.tenant)).unwrap();
    let mut publication = sample::publications().swap_remove(0);
    publication.version.attachments.clear();
    store.write_blocking(move |tx| tx.add_publication(tenant, &publication)).unwrap();
    let mut visitor = Visitor::new(router(site));
    for (page, hidden) in [
        ("/projects/perushtitsa", false),
        ("/projects/perushtitsa/publications/doklad", false),
        ("/projects/primerovo", true),
        ("/projects/primerovo/publications/doklad", true),
        ("/projects/primerovo/studies/uchastie", true),
        ("/projects/primerovo/studies/uchastie/report", true),
        ("/projects/primerovo/studies/gishe", true),
    ] {
        for page in [page.to_owned(), format!("/en{page}")] {
            let html = visitor.get(&page).await.text();
            let path = format!("{page}/postcard.png");
            let named = format!("<meta property=\"og:image\" content=\"https://glas.example{path}\">");
            assert!(html.contains(&named), "{page}: {named}");
            assert!(html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{page}");
            let answer = visitor.get(&path).await;
            assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/png"), "{path}");
            assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin", "{path}");
            assert_eq!(answer.header("x-robots-tag"), if hidden { "noindex, nofollow" } else { "" }, "{path}");
            let says = answer.text().contains("Демонстрационни данни") || answer.text().contains("Demonstration data");
            assert_eq!(says, hidden, "{path}: {}", answer.text());
            assert!(!answer.text().contains('⟦'), "{path}: {}", answer.text());
            let again = Request::get(&path).header("if-none-match", answer.header("etag")).body(Body::empty()).unwrap();
            assert_eq!(visitor.send(again).await.status, StatusCode::NOT_MODIFIED, "{path}");
        }
    }
    let results = visitor.get("/projects/primerovo/studies/uchastie/postcard.png").await.text();
    assert!(results.contains("Граждани, НПО, бизнес и администрация – 40 · Служители на общината – 6"), "{results}");
    let later = visitor.get("/projects/primerovo/studies/gishe/postcard.png").await.text();
    assert!(!later.contains("– 40"), "{later}");
    for nothing in [
        "/projects/nowhere/postcard.png",
        "/projects/primerovo/postcard.svg",
        "/projects/primerovo/studies/nothing/postcard.png",
        "/projects/primerovo/studies/gishe/report/postcard.png",
        "/projects/perushtitsa/publications/nothing/postcard.png",
    ] {
        assert_eq!(visitor.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
    for without in ["/", "/about/records", "/sign-in"] {
        assert!(!visitor.get(without).await.text().contains("og:image"), "{without}");
    }
    let invitation = visitor.get("/s/primerovo-residents-22").await.text();
    assert!(invitation.contains("content=\"https://glas.example/projects/primerovo/studies/gishe/postcard.png\""));
    let specimens = web::specimens(base::Language::Bulgarian).unwrap();
    let older = specimens.iter().find(|one| (one.page, one.sample) == ("publication", "superseded")).unwrap();
    assert!(!older.html.contains("og:image"), "the picture tells of the newest version");
}

#[tokio::test]
async fn a_picture_is_drawn_once() {
    let world = TestWorld::new();
    let site = site_in(Settings::sample(), world);
    let (store, tenant) = site.instance().map(|instance| (instance.store.clone(), instance.tenant)).unwrap();
    let mut project = sample::real_project();
    project.title = base::Text::bulgarian("Рисува се веднъж");
    let renamed = project.clone();
    store.write_blocking(move |tx| tx.replace_project(tenant, &renamed)).unwrap();
    let mut visitor = Visitor::new(router(site));
    for _ in 0..3 {
        assert!(visitor.get("/projects/perushtitsa/postcard.png").await.text().contains("Рисува се веднъж"));
        world.pass_milliseconds(1500);
    }
    assert_eq!(world.painted.load(Ordering::Relaxed), 1);
    project.title = base::Text::bulgarian("И пак, щом се промени");
    store.write_blocking(move |tx| tx.replace_project(tenant, &project)).unwrap();
    assert!(visitor.get("/projects/perushtitsa/postcard.png").await.text().contains("И пак, щом се промени"));
    assert_eq!(world.painted.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn only_what_is_real_is_told_to_programs_as_fact() {
    let mut visitor = Visitor::new(router(site()));
    let data = |html: &str| {
        let (_, rest) = html.split_once("<script type=\"application/ld+json\">")?;
        serde_json::from_str::<serde_json::Value>(rest.split_once("</script>").unwrap().0).ok()
    };
    let told = data(&visitor.get("/projects/perushtitsa").await.text()).unwrap();
    assert_eq!(told["mainEntity"]["@type"], "Project");
    insta::assert_snapshot!("linked.project", serde_json::to_string_pretty(&told).unwrap());
    let told = data(&visitor.get("/en/projects/perushtitsa/publications/doklad").await.text()).unwrap();
    assert_eq!((&told["@type"], &told["datePublished"]), (&"Report".into(), &"2023-07-27".into()));
    assert_eq!(told["url"], "https://glas.example/en/projects/perushtitsa/publications/doklad");
    for invented in [
        "/projects/primerovo",
        "/projects/primerovo/publications/doklad",
        "/projects/primerovo/studies/uchastie",
        "/projects/primerovo/studies/uchastie/report",
    ] {
        assert!(!visitor.get(invented).await.text().contains("ld+json"), "{invented}");
    }
}

#[tokio::test]
async fn the_report_is_typeset_once() {
    let world = TestWorld::new();
    let mut visitor = Visitor::new(router(site_in(Settings::sample(), world)));
    let answer = visitor.get("/en/projects/primerovo/studies/uchastie/report.pdf").await;
    assert_eq!(answer.header("content-type"), "application/pdf");
    assert_eq!(answer.header("content-disposition"), "inline; filename=\"uchastie-en.pdf\"");
    assert!(answer.text().starts_with("%PDF"));
    for _ in 0..3 {
        world.pass_milliseconds(1500);
        visitor.get("/en/projects/primerovo/studies/uchastie/report.pdf").await;
    }
    assert_eq!(world.printed.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn the_report_is_taken_away_to_be_edited_computed_on_and_told() {
    let mut visitor = Visitor::new(router(site()));
    let home = "/en/projects/primerovo/studies/uchastie";
    let check = |answer: &crate::visitor::Answer, kind: &str, disposition: &str| {
        assert_eq!(answer.status, StatusCode::OK, "{kind}");
        assert_eq!((answer.header("content-type"), answer.header("content-disposition")), (kind, disposition));
        assert!(!answer.header("etag").is_empty(), "{kind}");
    };
    let docx = visitor.get(&format!("{home}/report.docx")).await;
    check(&docx, document::Format::Docx.media_type(), "attachment; filename=\"uchastie-en.docx\"");
    let xlsx = visitor.get(&format!("{home}/report.xlsx")).await;
    check(&xlsx, document::Format::Xlsx.media_type(), "attachment; filename=\"uchastie-en.xlsx\"");
    for letters in [500, 2000] {
        let post = visitor.get(&format!("{home}/report-{letters}.txt")).await;
        check(&post, "text/plain; charset=utf-8", "");
        assert!(post.text().trim_end().chars().count() <= letters, "{}", post.text());
        assert!(post.text().trim_end().ends_with(&format!("https://glas.example{home}/report")), "{}", post.text());
    }
    // A file that somebody has taken says its size to the next.
    let page = visitor.get(&format!("{home}/report")).await.text();
    for (ending, has_size) in [("docx", true), ("xlsx", true), ("txt", false)] {
        let place = page.find(&format!(".{ending}\"")).unwrap();
        let line = page[place..].lines().next().unwrap();
        assert_eq!(line.contains("quiet digits"), has_size, "{line}");
    }
}

/// It takes a second of a processor and much memory: many at once would take the whole machine.
#[tokio::test]
async fn one_report_is_typeset_at_a_time() {
    let (running, most) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let (begun, mut has_begun) = tokio::sync::mpsc::unbounded_channel();
    let highest = most.clone();
    let site = Site::sample().printing(move |_, _| {
        highest.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        begun.send(()).unwrap();
        (0..5_000).for_each(|_| std::thread::yield_now());
        running.fetch_sub(1, Ordering::SeqCst);
        Ok(Vec::new())
    });
    let document = || {
        let edition =
            Edition { date: sample::DAY, address: None, demonstration: None, open_answers: Reading::ByAPerson };
        report(&sample::study_data(), &app::Words::new(base::Language::Bulgarian), edition)
    };
    let typesetting = |site: &Site| {
        let (site, document) = (site.clone(), document());
        tokio::spawn(async move { site.typeset(document, document::Format::Pdf).await.is_ok() })
    };
    // Whoever stops waiting does not stop the work.
    let impatient = typesetting(&site);
    has_begun.recv().await.unwrap();
    impatient.abort();
    for other in [typesetting(&site), typesetting(&site), typesetting(&site)] {
        assert!(other.await.unwrap());
    }
    assert_eq!(most.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn s10_a_file_is_a_download_while_it_is_published() {
    let site = site();
    let (store, tenant) = site.instance().map(|instance| (instance.store.clone(), instance.tenant)).unwrap();
    let keep = |bytes: &'static [u8], kind: &'static str| {
        let store = store.clone();
        async move { store.keep_file(tenant, bytes.to_vec(), kind.to_owned()).await.unwrap().digest }
    };
    let page = keep(b"<script>alert(1)</script>", "text/html").await;
    let secret = keep(b"nobody has published this", "text/plain").await;
    let mut publication = sample::publications().swap_remove(0);
    publication.version.attachments = vec![Attachment {
        file: page,
        media_type: "text/html".to_owned(),
        name: "списък \"1\"\r\n.html".to_owned(),
        ..publication.version.attachments[0].clone()
    }];
    store.write(move |tx| tx.add_publication(tenant, &publication)).await.unwrap();

    let mut visitor = Visitor::new(router(site));
    let answer = visitor.get(&format!("/files/{page}/whatever.html")).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/octet-stream"));
    assert!(answer.header("content-disposition").starts_with("attachment; filename*=UTF-8''%D1%81"));
    assert!(!answer.header("content-disposition").contains('"'));
    for path in
        [format!("/files/{secret}/a.txt"), "/files/abc/a.txt".to_owned(), format!("/files/{}/a", "0".repeat(64))]
    {
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
