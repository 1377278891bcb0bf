use super::house::{Who, in_each_empty_house};
use app::mail;
use axum::http::StatusCode;
use store::LetterState;

const PERSON: [(&str, &str); 7] = [
    ("name", "Мария Примерова"),
    ("account", "Maria"),
    ("email", "maria@example.org"),
    ("role", "researcher"),
    ("party", "new"),
    ("party_name", "Фондация „Опит“"),
    ("party_kind", "civic-organisation"),
];

#[tokio::test]
async fn letters_are_seen_tried_again_and_given_up() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let empty = administrator.get("/desk/mail").await.text();
        assert!(empty.contains("Тук няма писма") && empty.contains("Не е зададен пощенски сървър"), "{empty}");
        administrator.post("/desk/people", &PERSON).await;
        let waiting = administrator.get("/desk/mail").await.text();
        assert!(waiting.contains("maria@example.org") && waiting.contains("Покана") && waiting.contains("Чакат · 1"));
        let now = house.now();
        house.write(move |tx, tenant| {
            mail::hold_all(tx, tenant, now).map_err(|_| store::StoreFault::Closed)?;
            Ok(())
        });
        let held = administrator.get("/desk/mail?state=held").await.text();
        assert!(held.contains("Добавиха Ви в работното място"), "the words may be handed over: {held}");
        assert!(!held.contains("/setup/"), "and hold no link");
        assert!(administrator.get("/desk/mail?state=sent").await.text().contains("Тук няма писма"));

        let letter = house.read(|tx, tenant| tx.letters(tenant, None, None, 9)).remove(0).id;
        let address = |what: &str| format!("/desk/mail/{letter}/{what}");
        let tried = administrator.post_and_follow(&address("attempt"), &[]).await.text();
        assert!(tried.contains("Писмото чака нов опит"), "{tried}");
        let state = || house.read(move |tx, tenant| tx.letter(tenant, letter)).unwrap().state;
        assert_eq!(state(), LetterState::Waiting);
        let given_up = administrator.post_and_follow(&address("withdrawal"), &[]).await.text();
        assert!(given_up.contains("няма да бъде изпратено"), "{given_up}");
        assert_eq!(state(), LetterState::Failed);
        let twice = administrator.post(&address("withdrawal"), &[]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.text().contains("вече нищо не може да се направи"));
        let nothing = administrator.post("/desk/mail/aaaaaaaaaaaaaaaaaaaaaaaaaa/attempt", &[]).await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
        let journal = administrator.get("/desk/journal").await.text();
        assert!(journal.contains("Поискан нов опит за писмо") && journal.contains("Отказано писмо"), "{journal}");
        assert!(!journal.contains("maria@example.org"), "the journal names no address");

        house.pass_seconds(8 * 24 * 3600);
        let mut later = house.signed_in(Who::Administrator);
        let late = later.post(&address("attempt"), &[]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "what it says is not so any more");
    })
    .await;
}
