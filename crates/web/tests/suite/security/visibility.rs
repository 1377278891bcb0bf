//! S6, S7, S10, S12: what is not public is in nothing that is made of it.

use super::crawl::{crawl, desk_addresses};
use crate::{
    desk::{
        doors::furnish,
        house::{Who, in_each_house, in_one_house},
        imports::{form as form_of, post},
    },
    site::{TestWorld, site_in},
    visitor::{Answer, Visitor},
};
use axum::http::StatusCode;
use base::{FileDigest, Key, PublicationId, ResponseKey, Text};
use outreach::{Attachment, Publication, Slug, Stage, Version};
use std::collections::BTreeMap;
use store::{Decision, Review};
use survey::Answer as Given;
use web::{Settings, router, sample};

/// Words that mark where they come from; none is part of another.
const DRAFT: &str = "Малахит";
const NEXT_VERSION: &str = "Турмалин";
const NOT_YET_OPEN: &str = "Гранат";
const UNREAD: &str = "Опал";
const WITHHELD: &str = "Ахат";
const TAKEN_OUT: &str = "Берил";
const LEFT_IN: &str = "Кварц";

/// A site on which each of the words waits for being let out, and the file of the draft.
async fn town() -> (Visitor, FileDigest) {
    let site = site_in(Settings::sample(), TestWorld::new())
        .printing(|document, _| Ok(format!("%PDF-1.7 {document:?}").into_bytes()))
        .painting(|picture| Ok(format!("PNG {picture:?}").into_bytes()));
    let (store, tenant) = site.instance().map(|instance| (instance.store.clone(), instance.tenant)).unwrap();
    let file = store.keep_file(tenant, DRAFT.as_bytes().to_vec(), "text/plain".to_owned()).await.unwrap().digest;
    let write = move |tx: &mut store::Transaction| {
        let mut public = sample::publications().swap_remove(0);
        public.version.attachments.clear();
        tx.add_publication(tenant, &public)?;
        let attachment = Attachment {
            file,
            name: format!("{NEXT_VERSION}.txt"),
            title: Text::bulgarian(NEXT_VERSION),
            media_type: "text/plain".to_owned(),
            bytes: 12,
            on: sample::DAY,
            language: None,
            accessibility: outreach::Accessibility::Untold,
        };
        let marked = |number: u32, word: &str| Version {
            number,
            title: Text::new(word, word),
            summary: Text::new(word, word),
            body: Text::new(word, word),
            attachments: vec![attachment.clone()],
            ..public.version.clone()
        };
        tx.record_draft_version(tenant, public.id, &marked(3, NEXT_VERSION))?;
        let (id, slug) = (PublicationId(Key([91; 16])), Slug::parse("chernova").unwrap());
        let draft = Publication { id, slug, stage: Stage::Draft, version: marked(1, DRAFT), ..public.clone() };
        tx.add_publication(tenant, &draft)?;
        for (study, words) in
            sample::studies().iter().zip([&[UNREAD, WITHHELD, TAKEN_OUT, LEFT_IN][..], &[NOT_YET_OPEN]])
        {
            let audience = &study.audiences[0];
            for (number, word) in (60..).zip(words) {
                let mut response = sample::response(audience.id, audience.questionnaire.unwrap(), number);
                response.answers.0.insert("wish".parse().unwrap(), Given::Text(format!("Пише {word}.")));
                tx.add_response(tenant, &response)?;
                let decision = match *word {
                    UNREAD => continue,
                    WITHHELD => Decision::Withhold,
                    TAKEN_OUT => Decision::Redact("Пише се дума.".to_owned()),
                    _ => Decision::Keep,
                };
                let (response, question) = (ResponseKey(Key([number; 16])), "wish".parse().unwrap());
                tx.replace_review(tenant, &Review { audience: audience.id, response, question, decision, by: None })?;
            }
        }
        Ok::<_, store::StoreFault>(())
    };
    store.write(write).await.unwrap();
    (Visitor::new(router(site)), file)
}

async fn everything_public(visitor: &mut Visitor) -> BTreeMap<String, Answer> {
    let starts = ["/", "/en", "/sitemap.xml", "/feed.atom", "/journal/heads.json"].map(str::to_owned);
    let found = crawl(visitor, starts.to_vec(), &["/"]).await;
    assert!(found.len() > 60, "{}", found.len());
    found
}

fn holding<'a>(found: &'a BTreeMap<String, Answer>, word: &str) -> Vec<&'a str> {
    let holds = |(address, answer): (&'a String, &Answer)| answer.text().contains(word).then_some(address.as_str());
    found.iter().filter_map(holds).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn s06_what_is_not_public_is_in_no_output() {
    let (mut visitor, file) = town().await;
    let found = everything_public(&mut visitor).await;
    for word in [DRAFT, NEXT_VERSION, NOT_YET_OPEN, UNREAD] {
        assert_eq!(holding(&found, word), Vec::<&str>::new(), "{word}");
    }
    let publications = "/projects/primerovo/publications";
    let studies = "/projects/primerovo/studies";
    let hidden = [
        format!("{publications}/chernova"),
        format!("{publications}/chernova.json"),
        format!("{publications}/chernova/postcard.png"),
        format!("{publications}/chernova/versions/1"),
        format!("{publications}/doklad/versions/3"),
        format!("/files/{file}/{NEXT_VERSION}.txt").replace(NEXT_VERSION, "a"),
        format!("{studies}/gishe.json"),
        format!("{studies}/gishe.csv"),
        format!("{studies}/gishe/report"),
        format!("{studies}/gishe/report.pdf"),
        format!("{studies}/gishe/report.docx"),
        format!("{studies}/gishe/report.xlsx"),
        format!("{studies}/gishe/report-500.txt"),
        format!("{studies}/gishe/report-2000.txt"),
        format!("{studies}/gishe/report/postcard.png"),
        format!("{studies}/gishe/figures/residents-ways.svg"),
        format!("{studies}/gishe/figures/residents-ways.png"),
        format!("{studies}/gishe/figures/residents-ways.csv"),
    ];
    for address in hidden {
        for prefix in ["", "/en"] {
            let answer = visitor.get(&format!("{prefix}{address}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{prefix}{address}");
            let words = [DRAFT, NEXT_VERSION, NOT_YET_OPEN];
            assert!(words.iter().all(|word| !answer.text().contains(word)), "{prefix}{address}");
        }
    }
    // A study whose results wait says so on its page and its postcard, without a number of them.
    for address in [format!("{studies}/gishe"), format!("{studies}/gishe/postcard.png")] {
        let answer = visitor.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.text().contains(NOT_YET_OPEN) && !answer.text().contains("– 41"), "{address}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s07_a_twin_shows_what_its_page_shows() {
    let (mut visitor, _) = town().await;
    for (page, twins) in [
        ("/projects/primerovo", &[".json", "/feed.atom", "/postcard.png"][..]),
        ("/projects/primerovo/publications/doklad", &[".json", "/postcard.png"]),
        ("/projects/primerovo/publications/chernova", &[".json", "/postcard.png"]),
        (
            "/projects/primerovo/studies/uchastie",
            &[".json", ".csv", "/report", "/report.pdf", "/report.docx", "/report.xlsx", "/report-500.txt"],
        ),
        ("/projects/nikoy", &[".json", "/feed.atom", "/postcard.png"]),
    ] {
        for prefix in ["", "/en"] {
            let status = visitor.get(&format!("{prefix}{page}")).await.status;
            for twin in twins {
                assert_eq!(visitor.get(&format!("{prefix}{page}{twin}")).await.status, status, "{prefix}{page}{twin}");
            }
        }
    }
    // No one asks a twin for more than it tells: there is nothing to filter, to sort by or to include.
    for twin in ["/projects/primerovo.json", "/projects/primerovo/studies/uchastie.json", "/feed.atom"] {
        let told = visitor.get(twin).await;
        for query in
            ["stage=draft", "include=drafts,people", "sort=password_hash", "filter[party]=1", "fields=*", "q=%25"]
        {
            let asked = visitor.get(&format!("{twin}?{query}")).await;
            assert_eq!((asked.status, &asked.bytes), (told.status, &told.bytes), "{twin}?{query}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s07_a_draft_is_on_nobody_elses_desk() {
    in_one_house(async |house| {
        furnish(house);
        let project = sample::invented_project().id;
        let fields = [("kind", "news"), ("title", DRAFT), ("slug", "kamak"), ("body", DRAFT), ("summary", DRAFT)];
        let mut writer = house.signed_in(Who::Researcher);
        let begun = writer.upload(&format!("/desk/projects/{project}/publications"), &fields, ("", b"")).await;
        let draft = begun.header("location").split('?').next().unwrap().to_owned();
        assert!(holding(&crawl(&mut writer, vec![draft.clone()], &[&draft]).await, DRAFT).len() >= 2);
        for who in [Who::Official, Who::Stranger] {
            let starts = [desk_addresses(house), vec![draft.clone(), format!("{draft}/versions/1")]].concat();
            let found = crawl(&mut house.signed_in(who), starts, &["/desk"]).await;
            assert_eq!(holding(&found, DRAFT), Vec::<&str>::new(), "{who:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s10_a_download_of_the_desk_is_for_whoever_is_signed_in() {
    in_each_house(async |house| {
        let form = format!("/desk/audiences/{}/answers", house.residents());
        let mut researcher = house.signed_in(Who::Researcher);
        let table = "ways;manner\ndesk;5\nникак;9\n".as_bytes();
        let sent = researcher.upload(&form, &[], ("отговори.csv", table)).await;
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let wanted = form_of(&researcher.follow(&sent).await, "rejected");
        let file = post(&mut researcher, &address, &wanted).await;
        assert_eq!(file.status, StatusCode::OK, "{}", file.text());
        assert!(file.header("content-disposition").starts_with("attachment"), "{:?}", file.headers);
        assert_eq!(file.header("cache-control"), "private, no-store");
        assert_eq!(file.header("x-content-type-options"), "nosniff");
        let name = address.rsplit('/').next().unwrap();
        assert_eq!(name.len(), 64, "nobody guesses the digest of a file: {name}");
        assert_eq!(post(&mut house.visitor(), &address, &wanted).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.visitor().get(&address).await.status, StatusCode::SEE_OTHER);
        let mut stranger = house.signed_in(Who::Stranger);
        assert_eq!(post(&mut stranger, &address, &wanted).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stranger.get(&address).await.status, StatusCode::NOT_FOUND);
        // What came in by an upload is no public file.
        assert_eq!(house.visitor().get(&format!("/files/{name}/a.csv")).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s12_redaction_holds_in_everything_made_of_it() {
    let (mut visitor, _) = town().await;
    let found = everything_public(&mut visitor).await;
    for word in [TAKEN_OUT, WITHHELD, UNREAD] {
        assert_eq!(holding(&found, word), Vec::<&str>::new(), "{word}");
    }
    for word in [LEFT_IN, "Пише се дума."] {
        let shown = holding(&found, word);
        assert!(shown.contains(&"/projects/primerovo/studies/uchastie/report"), "{word}: {shown:?}");
        assert!(shown.contains(&"/projects/primerovo/studies/uchastie/report.pdf"), "{word}: {shown:?}");
    }
}
