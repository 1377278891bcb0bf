//! One questionnaire with every kind of question, answered page by page and all at once, in a language that the pages do
//! not speak, with a value that came with the link.

use super::study::{Plan, START, Town, draft_of, hidden, in_each_town};
use axum::http::StatusCode;
use survey::{Answer, Point, Questionnaire, archive};

/// As `survey` keeps it: the snapshot of its own test.
fn questionnaire() -> Questionnaire {
    let snapshot = include_str!("../../../../survey/tests/suite/snapshots/suite__kinds__it_survives_its_archive.snap");
    let (_, kept) = snapshot.rsplit_once("---\n").unwrap();
    archive::read(kept.trim_end()).unwrap()
}

/// The page, what is typed, what must be seen before.
type PageTurn<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

fn plan() -> Plan {
    Plan { questionnaire: questionnaire(), ..Plan::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_is_answered_page_by_page() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let start =
            visitor.get(&format!("{START}?channel=%D0%BF%D0%BB%D0%B0%D0%BA%D0%B0%D1%82&nobody=1&language=tr")).await;
        let text = start.text();
        for words in [
            "Türkçe",
            "name=\"channel\" value=\"плакат\"",
            "value=\"tr\"",
            "65 536",
            "Идва с връзката",
            "са на български, защото",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(!text.contains("nobody"), "what nobody asked for is passed over: {text}");
        let begun = visitor
            .post(&format!("{START}/drafts"), &[("glas:language", "tr"), ("channel", "плакат"), ("mail", "a@b.bg")])
            .await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER);
        let mut address = begun.header("location").to_owned();
        let answers: &[PageTurn] = &[
            ("agree", &[("agree", "yes")], &["type=\"checkbox\"", "lang=\"tr\">Kabul ediyor musunuz?"]),
            ("area", &[("area", "pd")], &["<select id=\"q-area\"", "Doğu"]),
            ("town", &[("town", "per")], &["<select id=\"q-town\"", "Primerovo", "Yukarı Primerovo"]),
            ("rate", &[("rate", "10")], &["class=\"options beside\"", "value=\"10\""]),
            ("hours", &[("hours", "1.5")], &["value=\"1.5\"", ">1,5<"]),
            ("hour", &[("hour", "8.30")], &["например 14:30"]),
            ("place", &[("place", "42,0541; 24,5432")], &["например 42.054"]),
            ("mail", &[("mail", "ime@primer.bg")], &["inputmode=\"email\"", "autocomplete=\"email\""]),
            ("phone", &[("phone", "0888 123 456")], &["inputmode=\"tel\""]),
            ("short", &[("short", "бързо")], &["До 5 знака"]),
            ("needs", &[("needs", "time"), ("needs", "map")], &["от 2 до 3 отговора"]),
            (
                "order",
                &[("order/time", "2"), ("order/help", "1"), ("order/map", "4"), ("order/light", "3")],
                &["name=\"order/help\"", "<fieldset"],
            ),
            ("most", &[("most", "map")], &["value=\"time\"", "value=\"map\""]),
        ];
        for _ in 0..40 {
            let Some(page) = address.strip_prefix(&format!("{}/", draft_of(&address))) else { break };
            let shown = visitor.get(&address).await.text();
            assert!(!shown.contains('⟦'), "{shown}");
            let known = answers.iter().find(|(known, ..)| *known == page);
            for words in known.iter().flat_map(|(_, _, words)| *words) {
                assert!(shown.contains(words), "{page}: {words}: {shown}");
            }
            if page == "town" {
                assert!(!shown.contains("Başka köy"), "a town of another area is not offered: {shown}");
            }
            let mut fields = known.map_or(&[][..], |(_, fields, _)| *fields).to_vec();
            fields.push(("glas:step", "next"));
            let sent = visitor.post(&address, &fields).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{page}: {}", sent.text());
            address = sent.header("location").to_owned();
        }
        let overview = visitor.get(&address).await;
        for words in ["1. <", "Primerovo", "08:30", "42.054, 24.543", "Да, давам съгласие", "Harita"] {
            let plain = overview.text().replace("1. Yardım", "1. <");
            assert!(plain.contains(words), "{words}: {}", overview.text());
        }
        let submission = hidden(&overview, "glas:submission");
        let receipt =
            visitor.post_and_follow(&format!("{address}/submission"), &[("glas:submission", &submission)]).await;
        assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.text());
        let responses = town.responses();
        let [response] = responses.as_slice() else { panic!("{responses:?}") };
        assert_eq!(response.language, "tr".parse().unwrap());
        assert!(response.seed.is_some(), "the order was drawn, so it is kept");
        let answer = |code: &str| response.answers.get(code).unwrap();
        assert_eq!(answer("channel"), &Answer::Text("плакат".to_owned()));
        assert_eq!(answer("agree"), &Answer::Agreed);
        assert_eq!(answer("rate"), &Answer::Integer(10));
        assert_eq!(answer("place"), &Answer::Point(Point::new(42_054, 24_543).unwrap()));
        assert_eq!(answer("order").options().first().unwrap().as_str(), "help");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_ranking_is_said_beside_it_and_kept_as_typed() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let begun = visitor.post(&format!("{START}/drafts"), &[]).await;
        let draft = draft_of(begun.header("location")).to_owned();
        let order = format!("{draft}/order");
        let sent = visitor.post(&order, &[("order/time", "1"), ("order/help", "1"), ("glas:step", "next")]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = sent.text();
        assert!(text.contains("Място 1 е дадено на повече от един отговор."), "{text}");
        assert_eq!(text.matches("<option value=\"1\" selected>").count(), 2, "nothing typed is lost: {text}");
        assert!(visitor.get(&order).await.text().matches("<option value=\"1\" selected>").count() == 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_is_answered_all_at_once() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let whole = visitor.get(&format!("{START}/all?channel=site")).await;
        assert_eq!(whole.status, StatusCode::OK);
        let submission = hidden(&whole, "glas:submission");
        assert_eq!(hidden(&whole, "channel"), "site");
        let fields = [
            ("glas:submission", submission.as_str()),
            ("channel", "site"),
            ("agree", "yes"),
            ("area", "sf"),
            ("town", "sam"),
            ("rate", "0"),
            ("hour", "16"),
        ];
        let receipt = visitor.post_and_follow(&format!("{START}/answers"), &fields).await;
        assert_eq!(receipt.status, StatusCode::OK, "{}", receipt.text());
        let response = town.responses().swap_remove(0);
        assert_eq!(response.answers.len(), 6);
        assert_eq!(response.seed, None, "everybody sees the same there");
    })
    .await;
}
