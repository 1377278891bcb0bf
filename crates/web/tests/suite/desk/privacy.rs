use super::house::{Who, in_each_house};
use axum::http::StatusCode;

#[tokio::test]
async fn everybody_takes_their_own_data_along() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        assert!(researcher.get("/desk/account").await.text().contains("/desk/account/data.json"));
        let file = researcher.get("/desk/account/data.json").await;
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"glas-my-data.json\"");
        assert_eq!(file.header("cache-control"), "private, no-store");
        let held: serde_json::Value = serde_json::from_str(&file.text()).unwrap();
        assert_eq!(held["account"], "researcher");
        assert_eq!(held["roles"][0]["role"], "researcher");
        assert_eq!(held["signed_in"].as_array().unwrap().len(), 1);
        let keys: Vec<&String> = held.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            [
                "name",
                "account",
                "email",
                "added",
                "has_password",
                "roles",
                "signed_in",
                "passkeys",
                "letters",
                "journal"
            ]
        );
        assert_eq!(house.visitor().get("/desk/account/data.json").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn who_left_is_forgotten_and_what_they_did_stays() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let official = format!("/desk/people/{}", Who::Official.id());
        let details = [("name", "Иван Примеров"), ("email", "ivan@example.org")];
        let form = administrator.get(&format!("{official}/details")).await.text();
        let made_of = form.split("name=\"made_of\" value=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap());
        let changed = [details[0], details[1], ("made_of", made_of)];
        administrator.post_and_follow(&format!("{official}/details"), &changed).await;
        administrator.post(&format!("{official}/setup-link"), &[]).await;
        let mut theirs = house.signed_in(Who::Official);
        assert!(administrator.get(&official).await.text().contains("Иван Примеров"));

        let erasure = format!("{official}/erasure");
        let asked = administrator.get(&erasure).await.text();
        assert!(asked.contains("Иван Примеров") && asked.contains("не може да се отмени"), "{asked}");
        let erased = administrator.post_and_follow(&erasure, &[]).await.text();
        assert!(erased.contains("Личните данни са заличени"), "{erased}");
        assert_eq!(theirs.get("/desk").await.status, StatusCode::SEE_OTHER, "nothing opens for them any more");
        for page in [official.as_str(), "/desk/people?show=all", "/desk/mail", "/desk/journal"] {
            let text = administrator.get(page).await.text();
            assert!(!text.contains("Иван") && !text.contains("ivan@"), "{page}: {text}");
        }
        let person = house.read(|tx, tenant| tx.person(tenant, Who::Official.id())).unwrap();
        assert!(person.memberships.is_empty() && person.password_hash.is_none() && person.email.is_none());
        assert!(!person.account.contains("official"));
        let journal = administrator.get("/desk/journal").await.text();
        assert!(journal.contains("Заличени лични данни") && journal.contains("Поправени име или поща"), "{journal}");

        let own = format!("/desk/people/{}/erasure", Who::Administrator.id());
        let refused = administrator.post(&own, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.text().contains("не можете да заличите собствените")
                || refused.text().contains("Не можете да заличите")
        );
    })
    .await;
}
