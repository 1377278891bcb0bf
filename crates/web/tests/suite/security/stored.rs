//! S1–S3: words that were kept, wherever they are shown.

use super::{
    crawl::{alive, crawl, desk_addresses, with_words},
    harm::spread,
};
use crate::{
    desk::{
        doors,
        house::{House, Who, in_one_house},
    },
    site::is_made_elsewhere,
};
use axum::http::StatusCode;
use base::Role;

async fn full_of_harm(house: &House) {
    doors::furnish(house);
    spread(house).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s01_stored_xss_in_labels() {
    in_one_house(async |house| {
        full_of_harm(house).await;
        let starts = ["/", "/en", "/sitemap.xml", "/s/primerovo-residents-22", "/s/primerovo-residents-22/all"];
        let mut visitor = house.visitor();
        let found = crawl(&mut visitor, starts.map(str::to_owned).to_vec(), &["/"]).await;
        assert!(alive(&found).is_empty(), "\n{}", alive(&found).join("\n"));
        for (kind, least) in [("text/html", 20), ("application/atom", 4), ("image/svg", 6), ("text/csv", 6)] {
            let pages = with_words(&found, kind, "alert(1)");
            assert!(pages >= least, "{pages} of {kind} hold the words");
        }
        assert!(with_words(&found, "application/json", "alert(1)") >= 6);
        for (address, answer) in found {
            let expected = if is_made_elsewhere(&address) { StatusCode::NOT_FOUND } else { StatusCode::OK };
            let only_takes_forms = answer.status == StatusCode::METHOD_NOT_ALLOWED;
            assert!(answer.status == expected || only_takes_forms, "{address}: {}", answer.status);
        }
        // Answering: each page of the questionnaire, with the words typed back.
        let begun = visitor.post("/s/primerovo-residents-22/drafts", &[]).await;
        let mut address = begun.header("location").to_owned();
        for _ in 0..4 {
            let harm = super::harm::HARM;
            let fields = [("ways", harm), ("manner", harm), ("wish", harm), ("glas:step", "next")];
            let answer = visitor.post(&address, &fields).await;
            assert!(super::inert::alive_in(&answer).is_empty(), "{address}: {:?}", super::inert::alive_in(&answer));
            let (draft, _) = address.rsplit_once('/').unwrap();
            let overview = visitor.get(draft).await;
            assert!(super::inert::alive_in(&overview).is_empty(), "{draft}");
            let next = visitor.post(&address, &[("wish", harm), ("glas:step", "next")]).await;
            address = if next.status == StatusCode::SEE_OTHER { next.header("location").to_owned() } else { address };
            if address.split('/').count() < 5 {
                break;
            }
        }
    })
    .await;
}

/// Whatever an editor in a browser would never send.
const RAW: [&str; 16] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<a href=\"jav&#x61;script:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x]( JaVaScRiPt:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:alert(1) \"x\" onclick=alert(1))",
    "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](https://example.org/a.png)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "```html\" onclick=\"alert(1)\n<script>alert(1)</script>\n```",
    "| a | b |\n|---|---|\n| <zlo onclick=a> | `<script>` |",
];

#[tokio::test(flavor = "multi_thread")]
async fn s02_raw_html_and_markdown_stay_words() {
    in_one_house(async |house| {
        let body = RAW.join("\n\n");
        let fields = [
            ("kind", "news"),
            ("title", "Сурово"),
            ("slug", "surovo"),
            ("summary", RAW[0]),
            ("body", body.as_str()),
            ("body_en", body.as_str()),
        ];
        let mut writer = house.signed_in(Who::Researcher);
        let project = sample_project();
        let sent = writer.upload(&format!("/desk/projects/{project}/publications"), &fields, ("", b"")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let draft = sent.header("location").split('?').next().unwrap().to_owned();
        let published = [&fields[..], &[("then", "publish")]].concat();
        assert_eq!(writer.upload(&draft, &published, ("", b"")).await.status, StatusCode::SEE_OTHER);
        let public = "/projects/primerovo/publications/surovo";
        let starts = [public.to_owned(), format!("/en{public}"), draft.clone(), format!("{draft}/preview")];
        let found = crawl(&mut writer, starts.to_vec(), &[public, &draft]).await;
        assert!(alive(&found).is_empty(), "\n{}", alive(&found).join("\n"));
        assert!(with_words(&found, "text/html", "alert(1)") >= 4 && found.contains_key(&format!("{public}.json")));
        assert!(found.values().all(|answer| !answer.status.is_server_error()));
    })
    .await;
}

fn sample_project() -> base::ProjectId {
    web::sample::invented_project().id
}

#[tokio::test(flavor = "multi_thread")]
async fn s03_stored_xss_at_the_desk_of_every_role() {
    in_one_house(async |house| {
        full_of_harm(house).await;
        let people = house.read(|tx, tenant| tx.people(tenant));
        for role in Role::ALL {
            let at_work = |person: &&store::Person| {
                let of_role = |one: &store::Membership| one.role == role && one.party == Who::Researcher.party();
                person.memberships.iter().any(of_role)
            };
            let mut visitor = house.signed_in_as(people.iter().find(at_work).unwrap().id);
            let found = crawl(&mut visitor, desk_addresses(house), &["/desk"]).await;
            assert!(alive(&found).is_empty(), "{role:?}\n{}", alive(&found).join("\n"));
            let shown = with_words(&found, "text/html", "alert(1)");
            assert!(shown >= 5, "{role:?} sees the words on {shown} of {} pages", found.len());
            let journal = found.get("/desk/journal").map(|answer| answer.text()).unwrap_or_default();
            assert!(journal.contains("alert(1)") || !app::rights::Right::SeeWholeJournal.is_of(role), "{role:?}");
        }
    })
    .await;
}
