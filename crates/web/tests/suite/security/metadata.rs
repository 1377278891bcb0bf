//! S21: nothing beside an answer leads to who gave it.

use crate::{
    respondent::study::{Plan, Town, draft_of, hidden, in_each_town, short_questionnaire},
    visitor::{Answer, Visitor, encoded},
};
use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use std::net::SocketAddr;
use store::StoreFault;

/// Every column of every table that holds answers or leads to one. A new one is added here only by somebody who means it.
const OF_ANSWERS: [(&str, &[&str]); 24] = [
    // A questionnaire that is being made, before anybody answers it.
    ("questionnaire_draft", &["tenant", "questionnaire_draft", "audience", "party", "revision"]),
    (
        "appeal",
        &[
            "tenant",
            "appeal",
            "kind",
            "place",
            "subject",
            "part",
            "number",
            "person",
            "party",
            "words",
            "on_day",
            "state",
            "answer",
            "decided_person",
            "decided_party",
            "decided_role",
            "decided_on",
        ],
    ),
    (
        "ruling",
        &[
            "tenant", "kind", "place", "subject", "part", "state", "reason", "words", "person", "party", "role",
            "on_day",
        ],
    ),
    ("coded_answer", &["tenant", "audience", "response", "question", "codes", "coded_by"]),
    ("counted", &["tenant", "audience", "questionnaire", "number", "responses", "through", "document"]),
    ("draft", &["tenant", "draft", "audience", "questionnaire", "expires", "document"]),
    // Which file a draft or an answer holds; neither its name nor when it came.
    ("draft_file", &["tenant", "draft", "file", "audience", "bytes"]),
    ("response_file", &["tenant", "audience", "response", "question", "place", "file", "media_type", "bytes"]),
    (
        "import_batch",
        &["tenant", "batch", "audience", "file", "name", "accepted", "rejected", "imported_by", "imported_on"],
    ),
    // What the answers of a file say, in the order of the digests and of nothing else.
    ("import_mark", &["tenant", "audience", "mark", "batch"]),
    (
        "undone_import",
        &[
            "tenant",
            "batch",
            "audience",
            "file",
            "name",
            "accepted",
            "rejected",
            "imported_by",
            "imported_on",
            "undone_by",
            "undone_on",
            "note",
        ],
    ),
    (
        "paper_batch",
        &["tenant", "batch", "audience", "opened_by", "opened_on", "cards", "invalid", "note", "entered_by"],
    ),
    // Whether a code was used, never when or for which answers.
    (
        "personal_code",
        &[
            "tenant",
            "personal_code",
            "audience",
            "digest",
            "recipient",
            "language",
            "state",
            "made",
            "reminders",
            "reminded",
        ],
    ),
    // Sheets of paper that were printed together; what became of each stands elsewhere, and leads to no answer.
    (
        "printing",
        &[
            "tenant",
            "printing",
            "audience",
            "questionnaire",
            "language",
            "large",
            "twice",
            "return_to",
            "sheets",
            "issued",
            "returned",
            "made",
        ],
    ),
    // What is known of a group before it answers.
    (
        "population",
        &["tenant", "audience", "taken_from_bg", "taken_from_en", "misses_bg", "misses_en", "written_on", "margins"],
    ),
    // How many took how long, in bands: never who or when.
    ("time_band", &["tenant", "audience", "questionnaire", "place", "band", "people"]),
    // How many chose an option, never who or when.
    ("quota", &["tenant", "audience", "question", "choice", "most", "taken"]),
    (
        "response",
        &[
            "tenant",
            "audience",
            "key",
            "questionnaire",
            "mode",
            "batch",
            "day",
            "language",
            "document",
            "seed",
            "quotable",
        ],
    ),
    ("response_count", &["tenant", "audience", "mode", "batch", "writer", "answers"]),
    ("review", &["tenant", "audience", "response", "question", "decision", "words", "decided_by"]),
    (
        "sampled_answer",
        &[
            "tenant",
            "study",
            "list",
            "sample",
            "place",
            "audience",
            "response",
            "question",
            "first_codes",
            "second_codes",
            "settled",
        ],
    ),
    ("uncounted", &["tenant", "audience", "lot", "keys"]),
    ("unread", &["tenant", "audience", "response", "question"]),
    ("unsettled_day", &["tenant", "audience", "day"]),
];

#[tokio::test(flavor = "multi_thread")]
async fn s21_no_column_leads_to_a_respondent() {
    in_each_town(short, async |town: &Town| {
        let schema = town.instance.store.read_blocking(|tx| tx.schema());
        let schema = schema.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        for (table, described) in schema {
            let columns: Vec<&str> = described.iter().filter_map(|column| column.split(':').next()).collect();
            for column in &columns {
                let parts: Vec<&str> = column.split('_').collect();
                let is_trace =
                    ["ip", "address", "network", "host", "agent", "fingerprint", "phone", "referer", "cookie"]
                        .iter()
                        .any(|trace| parts.contains(trace));
                let is_of_people = ["session", "sign_in_step"].contains(&table.as_str());
                // At which host a tenant's own site stands.
                let is_of_site = (table.as_str(), *column) == ("tenant", "host");
                assert!(is_of_site || !is_trace && (!column.contains("browser") || is_of_people), "{table}.{column}");
            }
            let is_of_answers = ["audience", "response", "draft"].iter().any(|leads| columns.contains(leads));
            match OF_ANSWERS.iter().find(|(known, _)| *known == table) {
                Some((_, known)) => assert_eq!(&columns, known, "{table}"),
                None => assert!(!is_of_answers || table == "audience", "{table} leads to answers"),
            }
        }
    })
    .await;
}

fn short() -> Plan {
    Plan { questionnaire: short_questionnaire(), ..Plan::default() }
}

const NETWORK: &str = "198.51.100.77";
const BROWSER: &str = "Mozilla/5.0 (ZloFox)";

/// A request as it comes through a proxy, with everything that tells of its sender.
async fn traced(visitor: &mut Visitor, method: Method, address: &str, fields: &[(&str, &str)]) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header(header::USER_AGENT, BROWSER)
        .header(header::REFERER, "https://zlofox.example/")
        .header(header::ACCEPT_LANGUAGE, "bg-BG,zlo;q=0.5")
        .header("x-forwarded-for", NETWORK)
        .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000))))
        .body(Body::from(encoded(fields)));
    visitor.send(request.unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn s21_an_answer_leaves_no_trace_of_its_sender() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let start = traced(&mut visitor, Method::GET, "/s/primerovo", &[]).await;
        let mark = hidden(&start, "glas:start");
        // Whoever takes the bait is asked for more, and still nothing is kept of them.
        let bait = [("glas:start", mark.as_str()), ("glas:website", BROWSER)];
        let asked = traced(&mut visitor, Method::POST, "/s/primerovo/drafts", &bait).await;
        assert_eq!(asked.status, StatusCode::TOO_MANY_REQUESTS);
        let begun = traced(&mut visitor, Method::POST, "/s/primerovo/drafts", &[("glas:start", &mark)]).await;
        let first = begun.header("location").to_owned();
        let draft = draft_of(&first);
        traced(&mut visitor, Method::POST, &first, &[("capacity", "41"), ("glas:step", "next")]).await;
        traced(&mut visitor, Method::POST, &format!("{draft}/used"), &[("used", "no"), ("glas:step", "next")]).await;
        let (sent, whole) = ("a".repeat(26), "q".repeat(26));
        let fields = [("glas:submission", sent.as_str())];
        let receipt = traced(&mut visitor, Method::POST, &format!("{draft}/submission"), &fields).await;
        assert_eq!(receipt.status, StatusCode::SEE_OTHER, "{}", receipt.text());
        traced(&mut visitor, Method::GET, receipt.header("location"), &[]).await;
        let fields = [("glas:submission", whole.as_str()), ("capacity", "5"), ("used", "no")];
        traced(&mut visitor, Method::POST, "/s/primerovo/answers", &fields).await;
        assert_eq!(town.responses().len(), 2);

        let kept = town.instance.store.read_blocking(|tx| {
            let mut kept = Vec::new();
            for (table, _) in tx.schema()? {
                for row in tx.rows(&format!("select * from {table}"), &[])? {
                    kept.push((table.clone(), format!("{:?}", row.rest())));
                }
            }
            Ok::<_, StoreFault>(kept)
        });
        let kept = kept.unwrap();
        assert!(kept.iter().any(|(table, _)| table == "response") && kept.iter().all(|(table, _)| table != "draft"));
        for (table, row) in &kept {
            for trace in ["198.51.100", "ZloFox", "zlofox", "zlo;q"] {
                assert!(!row.contains(trace), "{table} keeps {trace}: {row}");
            }
            let of_answers = OF_ANSWERS.iter().any(|(known, _)| known == table);
            assert!(!of_answers || !row.contains("16837200"), "{table} keeps the moment of an answer: {row}");
        }
        assert!(kept.iter().all(|(table, _)| table != "journal"), "answering is no official act");
    })
    .await;
}

/// What everybody may download tells of groups, never of one response.
#[tokio::test]
async fn s21_public_data_names_no_response() {
    let site = crate::site::site();
    let (store, tenant) = site.instance().map(|instance| (instance.store.clone(), instance.tenant)).unwrap();
    let audience = web::sample::studies()[0].audiences[0].id;
    let responses = store.read(move |tx| tx.responses_after(tenant, audience, None, 1000)).await;
    let responses = responses.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
    let mut visitor = Visitor::new(web::router(site));
    for twin in ["", ".json", ".csv", "/report"] {
        let told = visitor.get(&format!("/projects/primerovo/studies/uchastie{twin}")).await;
        assert_eq!(told.status, StatusCode::OK, "{twin}");
        for response in &responses {
            assert!(!told.text().contains(&response.key.to_string()), "{twin} names a response");
        }
        assert!(!told.text().contains("2023-06-01") && !told.text().contains("01.06.2023"), "{twin} tells of a day");
    }
}
