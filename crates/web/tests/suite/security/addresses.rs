//! S5: addresses that people type, wherever one can be typed.

use crate::desk::{
    founding::{PROJECT, is_refused, with},
    house::{Who, in_one_house},
};
use axum::http::StatusCode;
use web::sample;

const REFUSED: [&str; 22] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.org/",
    "blob:https://example.org/1",
    "view-source:https://example.org/",
    "about:blank",
    "mailto:somebody@example.org",
    "//evil.example/",
    "/desk",
    "https:evil.example",
    "https://",
    "https:///path",
    "https://:8080/",
    "https://user:secret@example.org/",
    "https://exa mple.org/",
    "https://example.org\\@evil.example/",
];

const TAKEN: [&str; 5] = [
    "https://example.org",
    "HTTPS://example.org/",
    "http://example.org:8080/a?b=c&d#e",
    "https://пример.бг/страница",
    "https://[2001:db8::1]/",
];

#[tokio::test(flavor = "multi_thread")]
async fn s05_only_addresses_of_pages_are_taken() {
    in_one_house(async |house| {
        let invented = sample::invented_project();
        let project = format!("/desk/projects/{}", invented.id);
        let party = format!("/desk/parties/{}", invented.parties[0].party.id);
        let mut administrator = house.signed_in(Who::Administrator);
        let made_of = administrator.get(&party).await.value_of("made_of");
        let participation =
            [("part", "observer"), ("party", "new"), ("party_name", "Наблюдател"), ("party_kind", "other")];
        let known = [("party_kind", "other"), ("party_name", "Друго име"), ("made_of", made_of.as_str())];
        for bad in REFUSED {
            let link = [("title", "Връзка"), ("address", bad)];
            let answer = administrator.post(&format!("{project}/links"), &link).await;
            is_refused(&answer, "address", "не е адрес на страница");
            let founded = administrator.post("/desk/projects", &with(&PROJECT, &[("party_site", bad)])).await;
            is_refused(&founded, "party_site", "не е адрес на страница");
            let added = with(&participation, &[("party_site", bad)]);
            let answer = administrator.post(&format!("{project}/parties"), &added).await;
            is_refused(&answer, "party_site", "не е адрес на страница");
            let answer = administrator.post(&party, &with(&known, &[("party_site", bad)])).await;
            is_refused(&answer, "party_site", "не е адрес на страница");
            // In the words of a publication what is no address stays words.
            let blocks = document::markdown::parse(&format!("[тук]({bad})")).unwrap_or_default();
            let is_link = format!("{blocks:?}").contains("Link");
            let is_elsewhere_safe = ["mailto:", "https:", "/desk"].iter().any(|start| bad.starts_with(start));
            assert!(!is_link || is_elsewhere_safe, "{bad}: {blocks:?}");
        }
        for good in TAKEN {
            let link = [("title", "Връзка"), ("address", good)];
            let answer = administrator.post(&format!("{project}/links"), &link).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{good}");
        }
    })
    .await;
}
