//! The journal as everybody sees it, and as a stranger's program checks it.

use super::house::{House, Who, in_each_house};
use crate::visitor::Answer;
use axum::http::StatusCode;
use base::{Digest, Fields};
use data_encoding::HEXLOWER;
use serde_json::Value;

fn bytes(told: &Value) -> Option<Vec<u8>> {
    told.as_str().map(|digits| HEXLOWER.decode(digits.as_bytes()).unwrap())
}

fn text(told: &Value) -> &str {
    told.as_str().unwrap()
}

async fn told(house: &House) -> Value {
    // Pages for everybody are kept for a second.
    house.pass_seconds(2);
    let answer = house.visitor().get("/journal.json").await;
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (StatusCode::OK, "*"));
    serde_json::from_slice(&answer.bytes).unwrap()
}

/// Written after the description in the decision about the journal, with nothing of the store: every entry is reckoned from what is
/// told of it, and linked to the one before.
fn check(journal: &Value) -> usize {
    let tenant = bytes(&journal["tenant"]).unwrap();
    let entries = journal["entries"].as_array().unwrap();
    for (entry, before) in entries.iter().zip(entries.iter().skip(1)) {
        assert_eq!(entry["previous"], before["digest"]);
    }
    for entry in entries {
        let number = entry["number"].as_i64().unwrap();
        if let Value::Object(open) = &entry["told"] {
            let facts = open["facts"].as_array().unwrap();
            let head = Fields::of("glas-journal-1-what")
                .bytes(&tenant)
                .number(number)
                .text(text(&open["noun"]))
                .bytes(&bytes(&open["subject"]).unwrap())
                .count(facts.len());
            let what = facts.iter().fold(head, |fields, fact| fields.text(text(&fact[0])).text(text(&fact[1])));
            let what = what.optional(bytes(&open["before"]).as_deref()).optional(bytes(&open["after"]).as_deref());
            assert_eq!(what.digest().to_string(), text(&entry["what"]), "{entry}");
        }
        let digest = Fields::of("glas-journal-1")
            .bytes(&tenant)
            .number(number)
            .bytes(&bytes(&entry["previous"]).unwrap())
            .number(entry["at"].as_i64().unwrap())
            .optional(bytes(&entry["party"]).as_deref())
            .optional(entry["role"].as_str().map(str::as_bytes))
            .text(text(&entry["kind"]))
            .optional(bytes(&entry["who"]).as_deref())
            .bytes(&bytes(&entry["what"]).unwrap())
            .digest();
        assert_eq!(digest.to_string(), text(&entry["digest"]), "{entry}");
    }
    assert_eq!(entries.last().unwrap()["previous"], Digest::ZERO.to_string());
    entries.len()
}

async fn publish(house: &House, slug: &str, then: &[(&str, &str)]) -> Answer {
    let project = web::sample::invented_project().id;
    let mut fields = vec![("kind", "news"), ("title", "Още не е казано"), ("slug", slug), ("body", "Текст.")];
    fields.extend(then);
    let mut writer = house.signed_in(Who::Researcher);
    writer.upload(&format!("/desk/projects/{project}/publications"), &fields, ("", b"")).await
}

#[tokio::test]
async fn a_thing_that_is_not_public_is_told_by_its_digest_until_it_is() {
    in_each_house(async |house| {
        let sent = publish(house, "oshte-ne", &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let page = async || house.visitor().get("/journal").await;
        let draft = told(house).await["entries"][0].clone();
        assert_eq!((&draft["kind"], &draft["role"]), (&Value::from("publication.drafted"), &Value::from("researcher")));
        assert_eq!(draft["told"], Value::Null);
        let shown = page().await.text();
        assert!(shown.contains("Записана чернова"), "{shown}");
        assert!(!shown.contains("oshte-ne") && !shown.contains("Още не е казано"));

        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let published =
            [("kind", "news"), ("title", "Казано"), ("slug", "oshte-ne"), ("body", "Текст."), ("then", "publish")];
        house.signed_in(Who::Researcher).upload(&address, &published, ("", b"")).await;
        house.pass_seconds(2);
        let journal = told(house).await;
        let entry =
            journal["entries"].as_array().unwrap().iter().find(|one| one["kind"] == "publication.published").unwrap();
        assert!(text(&entry["told"]["address"]).ends_with("/publications/oshte-ne"), "{entry}");
        assert!(entry["told"]["is_demonstration"].as_bool().unwrap());
        let shown = page().await;
        assert!(shown.text().contains("/publications/oshte-ne\""), "{}", shown.text());
        assert!(shown.text().contains("Демонстрационни данни"));
        assert_eq!(shown.header("x-robots-tag"), "noindex, nofollow", "nothing invented is found by search engines");
    })
    .await;
}

#[tokio::test]
async fn a_stranger_checks_the_chain_and_meets_nobody() {
    in_each_house(async |house| {
        for (place, then) in [&[][..], &[("then", "publish")][..]].iter().enumerate() {
            publish(house, &format!("novina-{place}"), then).await;
        }
        let mut administrator = house.signed_in(Who::Administrator);
        administrator.post(&format!("/desk/people/{}/setup-link", Who::Official.id()), &[]).await;
        let journal = told(house).await;
        assert!(check(&journal) >= 3);
        let mut visitor = house.visitor();
        let everything = format!("{journal}{}", visitor.get("/journal").await.text());
        for who in Who::ALL {
            let key = HEXLOWER.encode(&who.id().0.0);
            for name in [format!("Човек {}", who.id().0.0[0]), who.id().to_string(), key] {
                assert!(!everything.contains(&name), "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn it_is_read_page_by_page_and_by_what_is_asked_for() {
    in_each_house(async |house| {
        for place in 0..60 {
            publish(house, &format!("novina-{place}"), &[]).await;
        }
        let mut administrator = house.signed_in(Who::Administrator);
        administrator.post(&format!("/desk/people/{}/setup-link", Who::Official.id()), &[]).await;
        let mut visitor = house.visitor();
        let count = |answer: &Answer| answer.text().matches("id=\"entry-").count();
        let first = visitor.get("/journal?group=publications").await;
        assert_eq!(count(&first), 50);
        let older = first
            .text()
            .split("href=\"")
            .find(|rest| rest.contains("before="))
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .replace("&#38;", "&");
        assert_eq!(count(&visitor.get(&older).await), 10, "{older}");
        let party = Who::Researcher.party();
        assert_eq!(count(&visitor.get(&format!("/journal?party={party}")).await), 50);
        let people = visitor.get("/journal?group=people").await;
        assert!(people.text().contains("Издадена връзка") && !people.text().contains("Записана чернова"));
        let nobody = visitor.get("/journal?party=aaaaaaaaaaaaaaaaaaaaaaaaaa&group=studies").await;
        assert_eq!((nobody.status, count(&nobody)), (StatusCode::OK, 0));
        for odd in ["before=x", "before=-9223372036854775808", "before=9223372036854775807", "group=%00x", "party="] {
            let answer = visitor.get(&format!("/journal?{odd}")).await;
            assert!(matches!(answer.status, StatusCode::OK | StatusCode::BAD_REQUEST), "{odd}: {}", answer.status);
        }
    })
    .await;
}
