//! Closed, not yet open, full, wrong: each says so, and what to do.

use super::study::{Plan, START, Town, draft_of, hidden, in_each_town, short_questionnaire};
use axum::http::{Method, StatusCode};
use jiff::civil::date;
use sha2::{Digest, Sha256};
use store::StoreFault;
use survey::{OptionCode, QuestionCode, Quota, QuotaStanding};

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

/// At most so many of those who say that they used no service.
fn limit(town: &Town, most: u32) {
    let (tenant, audience) = (town.instance.tenant, town.audience);
    let quota =
        Quota { question: QuestionCode::parse("used").unwrap(), option: OptionCode::parse("no").unwrap(), most };
    let standing = [QuotaStanding { quota, taken: 0 }];
    let set = town.instance.store.write_blocking(move |tx| tx.replace_quotas(tenant, audience, &standing));
    set.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
}

fn taken(town: &Town) -> u32 {
    let (tenant, audience) = (town.instance.tenant, town.audience);
    let known = town.instance.store.read_blocking(move |tx| tx.quotas(tenant, audience));
    known.unwrap_or_else(|fault: StoreFault| panic!("{fault}"))[0].taken
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_quota_is_told_before_anybody_goes_on() {
    in_each_town(short, async |town: &Town| {
        limit(town, 1);
        let mut late = town.visitor();
        let first = town.begin(&mut late).await;
        let draft = draft_of(&first);
        late.post(&first, &[("capacity", "41"), ("glas:step", "next")]).await;
        let whole = |submission: &'static str, used: &'static str| {
            [("glas:submission", submission), ("capacity", "5"), ("used", used)]
        };
        let first_one = whole("aaaaaaaaaaaaaaaaaaaaaaaaaa", "no");
        assert_eq!(late.post("/s/primerovo/answers", &first_one).await.status, StatusCode::SEE_OTHER);
        assert_eq!(taken(town), 1);
        let again = late.post("/s/primerovo/answers", &first_one).await;
        assert_eq!((again.status, taken(town)), (StatusCode::SEE_OTHER, 1), "the same answers keep their place");
        // Who is on the way is told as soon as the answer is given; the draft is as it was, and another answer goes on.
        let told = late.post(&format!("{draft}/used"), &[("used", "no"), ("glas:step", "next")]).await;
        assert_eq!(told.status, StatusCode::GONE);
        assert!(told.text().contains("вече събрахме толкова, колкото бяха нужни"), "{}", told.text());
        let on = late.post(&format!("{draft}/used"), &[("used", "yes"), ("glas:step", "next")]).await;
        assert_eq!(on.status, StatusCode::SEE_OTHER, "{}", on.text());
        let whole_told = late.post("/s/primerovo/answers", &whole("qqqqqqqqqqqqqqqqqqqqqqqqqq", "no")).await;
        assert_eq!((whole_told.status, town.responses().len()), (StatusCode::GONE, 1));
        // What was answered before the quota was full and is sent after it takes no place that is not there.
        let yes = late.post("/s/primerovo/answers", &whole("iiiiiiiiiiiiiiiiiiiiiiiiiy", "yes")).await;
        assert_eq!((yes.status, town.responses().len(), taken(town)), (StatusCode::SEE_OTHER, 2, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s15_fifty_at_once_never_overfill_a_quota() {
    in_each_town(short, async |town: &Town| {
        limit(town, 5);
        let mut sent = Vec::new();
        for number in 0..50 {
            let mut visitor = town.visitor();
            sent.push(tokio::spawn(async move {
                let page = visitor.get("/s/primerovo/all").await;
                let (submission, mark) = (hidden(&page, "glas:submission"), hidden(&page, "glas:start"));
                let capacity = number.to_string();
                let fields = [
                    ("glas:submission", submission.as_str()),
                    ("glas:start", &mark),
                    ("capacity", &capacity),
                    ("used", "no"),
                ];
                visitor.post("/s/primerovo/answers", &fields).await.status
            }));
        }
        let mut kept = 0;
        for status in sent {
            match status.await.unwrap() {
                StatusCode::SEE_OTHER => kept += 1,
                status => assert_eq!(status, StatusCode::GONE),
            }
        }
        assert_eq!((kept, town.responses().len(), taken(town)), (5, 5, 5));
    })
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

/// A town hall is one network: two hundred people there begin within a minute, each with a form of ours.
#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_from_one_address_begin_as_they_come() {
    in_each_town(short, async |town: &Town| {
        let mark = hidden(&town.visitor().get(START).await, "glas:start");
        for number in 0..200 {
            let begun = town.visitor().post("/s/primerovo/drafts", &[("glas:start", &mark)]).await;
            assert_eq!(begun.status, StatusCode::SEE_OTHER, "{number}: {}", begun.text());
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_gets_a_riddle_and_loses_nothing() {
    in_each_town(
        || Plan { answers_per_minute: 3, ..short() },
        async |town: &Town| {
            let mut visitor = town.visitor();
            let mark = hidden(&visitor.get(START).await, "glas:start");
            let begun = visitor.post("/s/primerovo/drafts", &[("glas:start", &mark)]).await;
            let whole = [
                ("glas:start", mark.as_str()),
                ("glas:submission", "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
                ("capacity", "5"),
                ("used", "no"),
            ];
            for _ in 0..2 {
                assert_eq!(visitor.post("/s/primerovo/answers", &whole).await.status, StatusCode::SEE_OTHER);
            }
            for (address, words) in [
                ("/s/primerovo/drafts", "Написаното от Вас не е изгубено"),
                ("/en/s/primerovo/drafts", "What you wrote is not lost"),
                ("/s/primerovo/answers", "Изчакайте 15 секунди"),
            ] {
                let answer = town.visitor().post(address, &whole).await;
                assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{address}");
                assert!(answer.text().contains(words), "{address}: {}", answer.text());
                assert_eq!(answer.header("retry-after"), "15");
            }
            assert_eq!(town.responses().len(), 1);
            assert_eq!(visitor.get(START).await.status, StatusCode::OK, "looking is free");
            let going_on = visitor.post(begun.header("location"), &[("capacity", "41"), ("glas:step", "next")]).await;
            assert_eq!(going_on.status, StatusCode::SEE_OTHER, "whoever has begun goes on");

            // Everything that was sent stands on the page and goes with the solution, once.
            let other = [
                ("glas:start", mark.as_str()),
                ("glas:submission", "qqqqqqqqqqqqqqqqqqqqqqqqqq"),
                ("capacity", "7"),
                ("used", "yes"),
            ];
            let page = visitor.post("/s/primerovo/answers", &other).await;
            let riddle = hidden(&page, "glas:riddle");
            let sent = [
                ("glas:riddle", riddle.as_str()),
                ("glas:submission", &hidden(&page, "glas:submission")),
                ("capacity", &hidden(&page, "capacity")),
                ("used", &hidden(&page, "used")),
            ];
            let early = visitor.post("/s/primerovo/answers", &sent).await;
            assert_eq!(early.status, StatusCode::TOO_MANY_REQUESTS, "neither solved nor waited for");
            assert_eq!(hidden(&early, "glas:riddle"), riddle, "the waiting goes on");
            let wrong = visitor.post("/s/primerovo/answers", &with(&sent, "no number")).await;
            assert_eq!(wrong.status, StatusCode::TOO_MANY_REQUESTS);
            let solution = solve(&riddle);
            let solved = visitor.post("/s/primerovo/answers", &with(&sent, &solution)).await;
            assert_eq!(solved.status, StatusCode::SEE_OTHER, "{}", solved.text());
            assert_eq!(town.responses().len(), 2);
            let again = visitor.post("/s/primerovo/answers", &with(&sent, &solution)).await;
            assert_eq!(again.status, StatusCode::TOO_MANY_REQUESTS, "a riddle lets in once");
            let elsewhere = visitor.post("/s/other/answers", &with(&sent, &solution)).await;
            assert_ne!(elsewhere.status, StatusCode::SEE_OTHER);
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_fills_in_what_nobody_sees_solves_a_riddle() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let start = visitor.get(START).await;
        let text = start.text();
        assert!(text.contains("Оставете това поле празно") && text.contains("aria-hidden=\"true\""), "{text}");
        let mark = hidden(&start, "glas:start");
        let fields = [("glas:start", mark.as_str()), ("glas:website", "https://spam.example")];
        let page = visitor.post("/s/primerovo/drafts", &fields).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
        let riddle = hidden(&page, "glas:riddle");
        assert!(!page.text().contains("spam.example"), "the bait is not carried on");
        let solution = solve(&riddle);
        let solved = [("glas:riddle", riddle.as_str()), ("glas:solution", &solution)];
        assert_eq!(visitor.post("/s/primerovo/drafts", &solved).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

/// The sent fields with a solution.
fn with<'a>(sent: &[(&'a str, &'a str)], solution: &'a str) -> Vec<(&'a str, &'a str)> {
    sent.iter().copied().chain([("glas:solution", solution)]).collect()
}

/// Does what the script of the page does.
fn solve(riddle: &str) -> String {
    let zeros = |number: &u64| {
        let hash: [u8; 32] = Sha256::digest(format!("{riddle}:{number}")).into();
        u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]).leading_zeros() >= 17
    };
    (0_u64..).find(zeros).unwrap().to_string()
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
