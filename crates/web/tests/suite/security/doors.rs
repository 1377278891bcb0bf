//! S8, S9, S14: who may knock, whose things lie behind, and from where a form may come.

use crate::desk::{
    doors::{address, furnish, request},
    house::{Who, in_each_house, in_one_house},
};
use axum::http::{HeaderValue, Method, StatusCode, header};

/// Whatever everybody may open. A new one is added here only by somebody who means it.
const OPEN: [&str; 63] = [
    "GET /",
    "GET /about/accessibility",
    "GET /about/moderation",
    "GET /about/privacy",
    "GET /about/records",
    "GET /assets/{name}",
    "GET /favicon.ico",
    "GET /feed.atom",
    "GET /files/{digest}/{name}",
    "GET /health",
    "GET /journal",
    "GET /journal.json",
    "GET /journal/heads.json",
    "GET /openapi.json",
    "GET /projects/{project}",
    "GET /projects/{project}/feed.atom",
    "GET /projects/{project}/postcard.png",
    "GET /projects/{project}/publications/{publication}",
    "GET /projects/{project}/publications/{publication}/postcard.png",
    "GET /projects/{project}/publications/{publication}/versions/{number}",
    "GET /projects/{project}/studies/{study}",
    "GET /projects/{project}/studies/{study}/data",
    "GET /projects/{project}/studies/{study}/data/{number}/{file}",
    "GET /projects/{project}/studies/{study}/figures/{file}",
    "GET /projects/{project}/studies/{study}/postcard.png",
    "GET /projects/{project}/studies/{study}/report",
    "GET /projects/{project}/studies/{study}/report-2000.txt",
    "GET /projects/{project}/studies/{study}/report-500.txt",
    "GET /projects/{project}/studies/{study}/report.docx",
    "GET /projects/{project}/studies/{study}/report.pdf",
    "GET /projects/{project}/studies/{study}/report.xlsx",
    "GET /projects/{project}/studies/{study}/report/postcard.png",
    "GET /projects/{project}/studies/{study}/reports/{report}",
    "GET /projects/{project}/studies/{study}/reports/{report}/versions/{number}",
    "GET /projects/{project}/studies/{study}/reports/{report}/versions/{number}/{file}",
    "GET /receipt",
    "GET /robots.txt",
    "GET /s/{token}",
    "GET /s/{token}/all",
    "GET /s/{token}/receipt/{code}",
    "GET /s/{token}/{draft}",
    "GET /s/{token}/{draft}/{page}",
    "GET /setup",
    "GET /setup/{token}",
    "GET /sign-in",
    "GET /sign-in/code",
    "GET /sign-in/openid/return",
    "GET /sitemap.xml",
    "POST /receipt",
    "POST /s/{token}/answers",
    "POST /s/{token}/code",
    "POST /s/{token}/drafts",
    "POST /s/{token}/receipt/{code}/appeals",
    "POST /s/{token}/{draft}/deletion",
    "POST /s/{token}/{draft}/submission",
    "POST /s/{token}/{draft}/{page}",
    "POST /setup",
    "POST /setup/{token}",
    "POST /sign-in",
    "POST /sign-in/code",
    "POST /sign-in/openid",
    "POST /sign-in/passkey",
    "POST /sign-in/passkey/challenge",
];

#[test]
fn s08_what_everybody_may_open_is_meant() {
    let open = web::doors().into_iter().filter(|door| door.right.is_none());
    let mut open: Vec<String> = open.map(|door| format!("{} {}", door.method, door.path)).collect();
    open.sort();
    assert_eq!(open, OPEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn s09_every_row_says_whose_it_is() {
    in_each_house(async |house| {
        for (table, columns) in house.read(|tx, _| tx.schema()) {
            let first = columns[0].split(':').next().unwrap();
            // Which migrations have run is one truth for all.
            let expected = if table == "schema_migration" { "version" } else { "tenant" };
            assert_eq!(first, expected, "{table}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s14_no_form_of_another_site_is_taken_at_any_door() {
    in_one_house(async |house| {
        furnish(house);
        let foreign = [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "https://glas.example.evil.example"),
            ("origin", "http://glas.example:81"),
            ("origin", "null"),
        ];
        let before = house.read(|tx, tenant| tx.people(tenant));
        for door in web::doors().into_iter().filter(|door| door.method == Method::POST) {
            for (name, value) in foreign {
                let who = if door.path.contains("people") { Who::Administrator } else { Who::Researcher };
                let mut request = request(&door, &address(house, door.path));
                request.headers_mut().remove("sec-fetch-site");
                request.headers_mut().insert(header::HOST, HeaderValue::from_static("glas.example"));
                request.headers_mut().insert(name, HeaderValue::from_static(value));
                let answer = house.signed_in(who).send(request).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{} from {value}", door.path);
            }
            // A browser always says one of the two. Whatever else sends a form brings no cookie of anybody.
            let mut request = request(&door, &address(house, door.path));
            request.headers_mut().remove("sec-fetch-site");
            let answer = house.visitor().send(request).await;
            // It gives a riddle to whoever asks, and nothing comes of that.
            if door.path == "/sign-in/passkey/challenge" {
                assert!(answer.headers.get(header::SET_COOKIE).is_none());
                continue;
            }
            assert!(!answer.status.is_success() && !answer.status.is_server_error(), "{} {}", door.path, answer.status);
        }
        assert_eq!(before, house.read(|tx, tenant| tx.people(tenant)));
        // Nor does a link or a picture of another site do anything: nothing is done by looking.
        let mut looking = house.signed_in(Who::Researcher);
        for door in web::doors().into_iter().filter(|door| door.method == Method::POST) {
            looking.get(&address(house, door.path)).await;
        }
        assert_eq!(looking.get("/desk").await.status, StatusCode::OK, "still signed in");
        assert_eq!(before, house.read(|tx, tenant| tx.people(tenant)));
    })
    .await;
}
