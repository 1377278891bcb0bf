//! Whatever comes in: no fault, nothing inert turned alive, nothing half kept.

use super::study::{Plan, START, Town, draft_of, hostile_questionnaire, in_each_town};
use crate::visitor::{Visitor, encoded};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_oneof},
    sample::select,
    strategy::{Just, ValueTree},
    test_runner::TestRunner,
};

async fn raw(visitor: &mut Visitor, address: &str, body: impl Into<Body>) -> StatusCode {
    let request = Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(body.into())
        .unwrap();
    visitor.send(request).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_others_stay_words() {
    let plan = || Plan { questionnaire: hostile_questionnaire(), ..Plan::default() };
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        let draft = draft_of(&first);
        let bad = "\"><script>alert('мое')</script>";
        let mut pages = vec![visitor.get(&first).await, visitor.get(&format!("{START}/all")).await];
        for page in ["suggestion", "age", "ways", "obstacles"] {
            let address = format!("{draft}/{page}");
            pages.push(
                visitor.post(&address, &[(page, bad), (&format!("{page}_other"), bad), ("glas:step", "next")]).await,
            );
            pages.push(visitor.get(&address).await);
        }
        pages.push(visitor.get(&draft).await);
        pages.push(
            visitor
                .post(
                    "/s/primerovo/answers",
                    &[("glas:submission", &"a".repeat(26)), ("used", bad), ("suggestion", bad)],
                )
                .await,
        );
        pages.push(visitor.get("/s/%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await);
        for page in pages.iter().map(|page| page.text()) {
            let scripts = page.matches("<script").count();
            assert_eq!(scripts, page.matches("<script src=\"/assets/").count(), "{page}");
            assert!(
                !page.contains("<img") && !page.contains(" onmouseover=") && !page.contains("onerror=alert(1)>\""),
                "{page}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_cannot_be_read_is_refused() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        let draft = draft_of(&first);
        for address in [first.clone(), format!("{START}/answers"), format!("{draft}/submission")] {
            assert_eq!(
                raw(&mut visitor, &address, vec![b'a'; 4_000_000]).await,
                StatusCode::PAYLOAD_TOO_LARGE,
                "{address}"
            );
            assert_eq!(raw(&mut visitor, &address, "a=1&".repeat(6000)).await, StatusCode::BAD_REQUEST, "{address}");
            assert_eq!(raw(&mut visitor, &address, "capacity=%00").await, StatusCode::BAD_REQUEST, "{address}");
        }
        for body in ["%FF%FE=%FF", "capacity=%C3%28", "capacity=%", "=&=&&", "glas:step=%zz", "glas:step"] {
            let status = raw(&mut visitor, &first, body).await;
            assert!(!status.is_server_error(), "{body}: {status}");
        }
        let request =
            Request::post(&first).header(header::CONTENT_TYPE, "application/json").body(Body::from("{}")).unwrap();
        assert!(visitor.send(request).await.status.is_client_error());
        for address in ["/s/%FF", "/s/primerovo/%FF/used", "/s/primerovo/%00%00", "/s/primerovo/receipt/%FF"] {
            assert!(visitor.get(address).await.status.is_client_error(), "{address}");
        }
        let unknown = visitor.post(&first, &[("capacity", "mayor"), ("glas:step", "next")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unknown.text().contains("не е сред възможните"));
        let two = visitor.post(&first, &[("capacity", "ngo"), ("capacity", "citizen"), ("glas:step", "next")]).await;
        assert_eq!(two.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "я".repeat(2001);
        let long = visitor.post(&format!("{draft}/suggestion"), &[("suggestion", &long), ("glas:step", "next")]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(long.text().contains("2001 знака") && long.text().contains("яяя"), "what was typed stays");
        let other_site = Request::post(&first).header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
        assert_eq!(visitor.send(other_site).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}

/// Names and values as they are, nearly as they are, and as nobody would send them.
fn fields() -> impl Strategy<Value = Vec<(String, String)>> {
    let names = select(vec![
        "capacity",
        "used",
        "used_times",
        "last_day",
        "hours",
        "last_service",
        "last_service_other",
        "q_fee",
        "e_obstacles",
        "e_obstacles_other",
        "forms_known",
        "forms_used",
        "suggestion",
        "glas:step",
        "glas:to",
        "glas:submission",
        "age",
    ]);
    let names = prop_oneof![4 => names.prop_map(str::to_owned), 1 => any::<String>()];
    let values = select(vec![
        "",
        "yes",
        "no",
        "citizen",
        "other",
        "none",
        "survey",
        "rather",
        "back",
        "next",
        "review",
        "1e309",
        "-0",
        "NaN",
        "31.02.2023",
        "2023-02-29",
        "99999999999999999999",
        "1,5",
        "aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "<script>",
    ]);
    let values = prop_oneof![4 => values.prop_map(str::to_owned), 2 => any::<String>(), 1 => Just("я".repeat(2500))];
    vec((names, values), 0..12)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_form_brings_a_fault() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut runner = TestRunner::deterministic();
        let strategy = fields();
        let mut visitor = town.visitor();
        let draft = draft_of(&town.begin(&mut visitor).await);
        for round in 0..150 {
            let sent = strategy.new_tree(&mut runner).unwrap().current();
            let pairs: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let page =
                ["capacity", "used", "service_page", "quality", "forms_known", "suggestion", "effort_page"][round % 7];
            for address in [format!("{draft}/{page}"), format!("{START}/answers"), format!("{draft}/submission")] {
                let status = raw(&mut visitor, &address, encoded(&pairs)).await;
                assert!(!status.is_server_error(), "{address} {pairs:?}: {status}");
            }
            for address in [format!("{draft}/{page}"), draft.clone()] {
                let status = visitor.get(&address).await.status;
                assert!(!status.is_server_error(), "{address} after {pairs:?}: {status}");
            }
        }
    })
    .await;
}
