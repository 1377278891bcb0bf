//! Closed, not yet open, full, wrong: each says so, and what to do.

use super::study::{Plan, START, Town, draft_of, in_each_town, short_questionnaire};
use axum::http::{Method, StatusCode};
use jiff::civil::date;

fn short() -> Plan {
    Plan { questionnaire: short_questionnaire(), ..Plan::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn outside_its_days_a_study_takes_nothing() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        let draft = draft_of(&first);
        let submission = "a".repeat(26);
        for (day, status, words) in [
            (date(2023, 5, 7), StatusCode::FORBIDDEN, "Приемаме отговори от 08.05.2023."),
            (date(2023, 6, 10), StatusCode::GONE, "Приемахме отговори до 09.06.2023."),
        ] {
            town.let_it_be(day);
            for address in [START.to_owned(), format!("{START}/all"), first.clone(), draft.clone()] {
                let answer = visitor.get(&address).await;
                assert_eq!(answer.status, status, "{address}");
                assert!(answer.text().contains(words), "{address}: {}", answer.text());
                assert!(answer.text().contains("href=\"/projects/primerovo\""), "{address}");
            }
            for address in ["/s/primerovo/drafts", "/s/primerovo/answers", first.as_str()] {
                let answer =
                    visitor.post(address, &[("glas:submission", &submission), ("capacity", "5"), ("used", "no")]).await;
                assert_eq!(answer.status, status, "{address}");
            }
        }
        assert_eq!(town.responses().len(), 0);
        town.let_it_be(date(2023, 6, 9));
        assert_eq!(visitor.get(START).await.status, StatusCode::OK, "the last day counts");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_limit_is_kept() {
    in_each_town(
        || Plan { limit: Some(2), ..short() },
        async |town: &Town| {
            let mut visitor = town.visitor();
            let begun = town.begin(&mut visitor).await;
            let draft = draft_of(&begun);
            visitor.post(&begun, &[("capacity", "41"), ("glas:step", "next")]).await;
            let send = async |letter: &str| {
                let submission = letter.repeat(26);
                let fields = [("glas:submission", submission.as_str()), ("capacity", "5"), ("used", "no")];
                town.visitor().post("/s/primerovo/answers", &fields).await
            };
            let (one, two) = (send("a").await, send("q").await);
            assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER), "{}", two.text());
            let three = send("i").await;
            assert_eq!(three.status, StatusCode::GONE);
            assert!(three.text().contains("Няма повече места"));
            assert_eq!(send("a").await.header("location"), one.header("location"), "a retry is no new answer");
            assert_eq!(visitor.get(START).await.status, StatusCode::GONE);
            let late = visitor.post(&format!("{draft}/submission"), &[]).await;
            assert_eq!(late.status, StatusCode::GONE);
            assert_eq!(town.responses().len(), 2);
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_limit_is_kept_however_many_come_at_once() {
    in_each_town(
        || Plan { limit: Some(5), ..short() },
        async |town: &Town| {
            let mut sent = Vec::new();
            for (one, other) in "abcdefgh".chars().flat_map(|one| "abcdefgh".chars().map(move |other| (one, other))) {
                let mut visitor = town.visitor();
                sent.push(tokio::spawn(async move {
                    let submission = format!("{one}{other}{}", "a".repeat(24));
                    let fields = [("glas:submission", submission.as_str()), ("capacity", "5"), ("used", "no")];
                    visitor.post("/s/primerovo/answers", &fields).await.status
                }));
            }
            let mut taken = 0;
            for status in sent {
                let status = status.await.unwrap();
                assert!([StatusCode::SEE_OTHER, StatusCode::GONE].contains(&status), "{status}");
                taken += usize::from(status == StatusCode::SEE_OTHER);
            }
            assert_eq!((taken, town.responses().len()), (5, 5));
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_questions_there_is_nothing_to_answer_yet() {
    in_each_town(
        || Plan { has_questionnaire: false, ..short() },
        async |town: &Town| {
            let answer = town.visitor().get(START).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(answer.text().contains("Въпросите още не са готови."));
            let english = town.visitor().get("/en/s/primerovo").await;
            assert!(english.text().contains("The questions are not ready yet."));
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_at_once_from_one_network_wait_and_lose_nothing() {
    in_each_town(
        || Plan { answers_per_minute: 3, ..short() },
        async |town: &Town| {
            let mut visitor = town.visitor();
            let begun = town.begin(&mut visitor).await;
            let whole = [("glas:submission", "aaaaaaaaaaaaaaaaaaaaaaaaaa"), ("capacity", "5"), ("used", "no")];
            assert_eq!(visitor.post("/s/primerovo/answers", &whole).await.status, StatusCode::SEE_OTHER);
            town.begin(&mut visitor).await;
            for (address, words) in [
                ("/s/primerovo/drafts", "Написаното не е изгубено"),
                ("/en/s/primerovo/drafts", "What you wrote is not lost"),
                ("/s/primerovo/answers", "Изчакайте минута"),
            ] {
                let answer = town.visitor().post(address, &whole).await;
                assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{address}");
                assert!(answer.text().contains(words), "{address}: {}", answer.text());
                let wait: u32 = answer.header("retry-after").parse().unwrap();
                assert!((1..=60).contains(&wait), "{wait}");
            }
            assert_eq!(town.responses().len(), 1);
            assert_eq!(visitor.get(START).await.status, StatusCode::OK, "looking is free");
            let going_on = visitor.post(&begun, &[("capacity", "41"), ("glas:step", "next")]).await;
            assert_eq!(going_on.status, StatusCode::SEE_OTHER, "whoever has begun goes on");
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_link_says_so() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let key = "a".repeat(26);
        for address in [
            "/s/nowhere".to_owned(),
            "/s/nowhere/all".to_owned(),
            format!("/s/{}", "x".repeat(3000)),
            "/s/%D0%B6".to_owned(),
            format!("/s/nowhere/{key}/used"),
            "/s/primerovo/short".to_owned(),
            "/s/primerovo/short/used".to_owned(),
        ] {
            let answer = visitor.get(&address).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            assert!(answer.text().contains("Няма такъв въпросник"), "{address}");
        }
        let unknown = visitor.get(&format!("/s/primerovo/{key}/used")).await;
        assert_eq!(unknown.status, StatusCode::GONE);
        let first = town.begin(&mut visitor).await;
        let nowhere = visitor.get(&format!("{}/no-such-page", draft_of(&first))).await;
        assert_eq!((nowhere.status, nowhere.header("location")), (StatusCode::SEE_OTHER, first.as_str()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_method_names_those_that_are_allowed() {
    in_each_town(short, async |town: &Town| {
        let key = "a".repeat(26);
        let mut visitor = town.visitor();
        for (method, address, allowed) in [
            (Method::DELETE, START.to_owned(), "GET"),
            (Method::PUT, format!("{START}/answers"), "POST"),
            (Method::GET, format!("{START}/answers"), "POST"),
            (Method::GET, format!("{START}/drafts"), "POST"),
            (Method::GET, format!("{START}/{key}/submission"), "POST"),
            (Method::PATCH, format!("{START}/{key}/used"), "GET"),
        ] {
            let answer = visitor.with_method(method.clone(), &address).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {address}");
            assert!(answer.header("allow").contains(allowed), "{method} {address}: {:?}", answer.headers);
            assert!(answer.text().contains("<h1>"), "{method} {address}");
        }
    })
    .await;
}
