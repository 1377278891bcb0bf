//! Everybody finds the desk, and is written to, in the language that they chose.

use super::house::{House, Who, in_each_house};
use axum::http::StatusCode;
use base::Language;

const PASSWORD: &str = "четири прости думи тук";

/// The languages of the letters to this person, the newest last.
fn letters(house: &House, who: Who) -> Vec<Language> {
    let mut letters = house.read(move |tx, tenant| tx.letters_about(tenant, "person", who.id().0));
    letters.sort_by_key(|letter| letter.created);
    letters.iter().map(|letter| letter.language).collect()
}

#[tokio::test]
async fn desk_and_letters_speak_the_language_that_somebody_chose() {
    in_each_house(async |house| {
        let id = Who::Researcher.id();
        house.write(move |tx, tenant| tx.replace_person_details(tenant, id, "Мария", Some("maria@example.org")));
        let link = house.setup_link(Who::Researcher);
        let fields = [("password", PASSWORD), ("again", PASSWORD)];
        let mut maria = house.visitor();
        let entered = maria.post(&format!("/en{link}"), &fields).await;
        assert_eq!(entered.header("location"), "/en/desk?done=set-up", "{}", entered.text());

        // From a browser that is not known a letter comes, and the desk opens as she began.
        let knock = [("account", "researcher"), ("password", PASSWORD)];
        house.pass_seconds(5);
        let entered = house.visitor().post("/sign-in", &knock).await;
        assert_eq!((entered.status, entered.header("location")), (StatusCode::SEE_OTHER, "/en/desk"));
        assert_eq!(letters(house, Who::Researcher), [Language::English]);
        // Who is led back to a page gets that page.
        let back = [&knock[..], &[("back", "/desk/account")]].concat();
        house.pass_seconds(5);
        assert_eq!(house.visitor().post("/sign-in", &back).await.header("location"), "/desk/account");

        let account = maria.get("/en/desk/account").await.text();
        assert!(account.contains("value=\"en\" checked") && account.contains("<span lang=\"bg\">Български</span>"));
        let chosen = maria.post_and_follow("/en/desk/account/language", &[("language", "bg")]).await;
        assert!(chosen.text().contains("Езикът е запазен.") && chosen.text().contains("value=\"bg\" checked"));
        house.pass_seconds(5);
        assert_eq!(house.visitor().post("/en/sign-in", &knock).await.header("location"), "/desk");
        assert_eq!(letters(house, Who::Researcher).last(), Some(&Language::Bulgarian));
        let own = maria.get("/desk/account/data.json").await.text();
        assert!(own.contains("\"language\": \"bg\""), "{own}");
        // A further link leaves what was chosen as it is.
        let link = house.setup_link(Who::Researcher);
        house.visitor().post(&format!("/en{link}"), &fields).await;
        assert_eq!(house.read(move |tx, tenant| tx.language_of(tenant, id)), Some(Language::Bulgarian));

        for nonsense in ["", "de", "EN", "bg'--"] {
            let mut official = house.signed_in(Who::Official);
            let answer = official.post("/desk/account/language", &[("language", nonsense)]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nonsense}");
        }
        // The first link decides for whoever says nothing.
        let fields = [("password", PASSWORD), ("again", PASSWORD)];
        house.visitor().post(&house.setup_link(Who::Official), &fields).await;
        let official = Who::Official.id();
        assert_eq!(house.read(move |tx, tenant| tx.language_of(tenant, official)), Some(Language::Bulgarian));
        // With the rest of what is known of somebody the language goes too.
        house.write(move |tx, tenant| tx.erase_person(tenant, official, "forgotten", ""));
        assert_eq!(house.read(move |tx, tenant| tx.language_of(tenant, official)), None);
    })
    .await;
}
