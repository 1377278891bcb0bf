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
                "language",
                "added",
                "has_password",
                "roles",
                "signed_in",
                "passkeys",
                "letters",
                "questionnaire_changes",
                "report_changes",
                "theme_changes",
                "answers_coded",
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

#[tokio::test]
async fn the_page_about_personal_data_is_made_of_what_is_so() {
    in_each_house(async |house| {
        let mut visitor = house.visitor();
        let page = visitor.get("/about/privacy").await.text();
        assert!(page.contains("Още не е посочено"), "{page}");
        for expected in [
            "14 дни, после се изтрива",
            "5 години, после се заличава",
            "__Host-glas-session",
            "__Host-glas-device",
            "__Host-glas-step",
            "cpdp.bg",
            "365 дни",
        ] {
            assert!(page.contains(expected), "{expected}: {page}");
        }
        // Every column of an answer is told of, and nothing else is.
        let schema = house.read(|tx, _| tx.schema());
        let (_, columns) = schema.into_iter().find(|(name, _)| name == "response").unwrap();
        let columns: Vec<&str> = columns.iter().map(|column| column.split(':').next().unwrap()).collect();
        assert_eq!(columns[0], "tenant");
        assert_eq!(columns[1..], web::STORED_OF_AN_ANSWER);
        // Every cookie that signing in sets is among those that are told.
        let link = house.setup_link(Who::Researcher);
        let password = "камък-връх-сянка-09";
        let entered = visitor.post(&link, &[("password", password), ("again", password)]).await;
        let mut set = 0;
        for cookie in entered.headers.get_all("set-cookie") {
            let name = cookie.to_str().unwrap().split('=').next().unwrap();
            assert!(page.contains(name), "{name}");
            set += 1;
        }
        assert_eq!(set, 2, "{}", entered.text());
    })
    .await;
}

#[tokio::test]
async fn who_answers_for_data_is_told_once_and_stands_everywhere() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let form = "/desk/processing/controller";
        let asked = administrator.get(form).await;
        let fields = [
            ("made_of", asked.value_of("made_of")),
            ("controller_name", "Община Примерово".to_owned()),
            ("controller_address", "Примерово, площад „Свобода“ 1".to_owned()),
            ("contact", "danni@primerovo.example, 02 9811111".to_owned()),
            ("processor", String::new()),
        ];
        let sent = |fields: &[(&str, String)]| -> Vec<(String, String)> {
            fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
        };
        let all = sent(&fields);
        let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let refused = administrator.post(form, &all[..1]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("id=\"contact-error\""), "{}", refused.text());
        let saved = administrator.post_and_follow(form, &all).await.text();
        assert!(saved.contains("Записано") && saved.contains("Община Примерово"), "{saved}");
        let stale = administrator.post(form, &all).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody else was faster");
        let page = house.visitor().get("/about/privacy").await.text();
        assert!(page.contains("Община Примерово") && page.contains("danni@primerovo.example"), "{page}");
        let file = administrator.get("/desk/processing.csv").await;
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"glas-processing.csv\"");
        assert_eq!(file.header("cache-control"), "private, no-store");
        assert_eq!(file.text().lines().count(), 1 + app::retention::Class::ALL.len(), "{}", file.text());
        assert!(file.text().lines().skip(1).all(|line| line.starts_with("Община Примерово,")), "{}", file.text());
        let told: serde_json::Value =
            serde_json::from_str(&administrator.get("/desk/processing.json").await.text()).unwrap();
        assert_eq!(told["controller"]["name"]["bg"], "Община Примерово");
        assert_eq!(told["processing"][0]["class"], "drafts");
        let entries = house.read(|tx, tenant| tx.journal(tenant, None, 9));
        let entry = entries.iter().find(|entry| entry.kind == "setting.changed").unwrap();
        assert!(entry.digests.before.is_none() && entry.digests.after.is_some());
        assert_eq!(entry.facts, [("setting".to_owned(), "controller".to_owned())]);
        // Whoever only looks on cannot tell.
        assert_eq!(house.signed_in(Who::Researcher).get(form).await.status, StatusCode::FORBIDDEN);
    })
    .await;
}
