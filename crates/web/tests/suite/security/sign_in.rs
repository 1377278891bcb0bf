//! S19: who is known here is not told to whoever asks.

use super::crawl::crawl;
use crate::{
    desk::{
        doors::furnish,
        house::{House, Who, in_each_house, in_one_house},
    },
    visitor::Answer,
};
use axum::http::StatusCode;

const PASSWORD: &str = "четири прости думи";

async fn guess(house: &House, account: &str) -> Answer {
    let fields = [("account", account), ("password", "друга парола тук"), ("back", "/desk")];
    house.visitor().post("/sign-in", &fields).await
}

fn slips(house: &House) -> i64 {
    house.read(|tx, _| {
        let row = tx.one("select cast(coalesce(sum(attempts), 0) as bigint) from failed_sign_in", &[])?;
        row.map_or(Ok(0), |mut row| row.take())
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn s19_known_and_unknown_names_are_answered_alike() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Researcher);
        house.visitor().post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
        let mut told = Vec::new();
        // Somebody with a password, somebody without one yet, and nobody.
        for account in ["researcher", "official", "nobody"] {
            let before = slips(house);
            let answer = guess(house, account).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{account}");
            let mut headers: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
            headers.sort();
            told.push((answer.text().replace(account, "…"), headers, slips(house) - before));
        }
        assert_eq!(told[0], told[1], "with and without a password");
        assert_eq!(told[0], told[2], "with and without an account");
        assert!(told[0].2 > 0, "each is counted");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s19_nobody_is_named_before_signing_in() {
    in_one_house(async |house| {
        furnish(house);
        house.write(|tx, tenant| {
            tx.people(tenant)?.iter().try_for_each(|person| {
                tx.replace_person_details(tenant, person.id, "Лично Име", Some("lichno@example.org"))
            })
        });
        let starts =
            ["/", "/en", "/sign-in", "/sign-in?back=/desk/people", "/setup/abc", "/desk/people", "/sitemap.xml"];
        let found = crawl(&mut house.visitor(), starts.map(str::to_owned).to_vec(), &["/"]).await;
        assert!(found.len() > 40);
        for (address, answer) in found {
            for word in ["Лично Име", "lichno@example.org"] {
                assert!(!answer.text().contains(word), "{address} names somebody");
            }
        }
        assert!(house.signed_in(Who::Administrator).get("/desk/people").await.text().contains("Лично Име"));
    })
    .await;
}
