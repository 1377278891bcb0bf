//! How people are let in, and let in no more.

use super::{
    founding::is_refused,
    house::{House, Who, in_each_house},
};
use crate::visitor::Answer;
use axum::http::StatusCode;

async fn invited(house: &House, who: Who) -> Answer {
    let page = house.signed_in(Who::Administrator).post(&format!("/desk/people/{}/setup-link", who.id()), &[]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    page
}

/// The sixteen digits of the letter, as they are printed.
fn code(page: &Answer) -> String {
    let text = page.text();
    let (_, after) = text.split_once("letter-code digits\">").unwrap_or_else(|| panic!("{text}"));
    after.chars().take_while(|letter| *letter != '<').collect()
}

fn link(page: &Answer) -> String {
    let text = page.text();
    let (_, after) = text.split_once("https://glas.example/setup/").unwrap_or_else(|| panic!("{text}"));
    format!("/setup/{}", after.chars().take_while(|letter| *letter != '<').collect::<String>())
}

const PASSWORD: [(&str, &str); 2] = [("password", "четири прости думи тук"), ("again", "четири прости думи тук")];

#[tokio::test]
async fn a_printed_code_opens_what_the_link_opens_once() {
    in_each_house(async |house| {
        let page = invited(house, Who::Official).await;
        let (code, link) = (code(&page), link(&page));
        assert_eq!(code.chars().filter(char::is_ascii_digit).count(), 16, "{code}");
        assert!(page.text().contains("https://glas.example/setup<"), "the letter says where to type it");
        assert!(page.text().contains("official"), "and under which name they will sign in");

        let mut official = house.visitor();
        let entered = official.post("/setup", &[("code", &code)]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
        let setup = entered.header("location").to_owned();
        assert_eq!(house.visitor().get(&link).await.status, StatusCode::OK, "until one of the two is used");
        let desk = official.post_and_follow(&setup, &PASSWORD).await;
        assert!(desk.text().contains("Човек 102"), "{}", desk.text());

        assert_eq!(house.visitor().get(&link).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the link went with it");
        is_refused(&house.visitor().post("/setup", &[("code", &code)]).await, "code", "Няма валидна покана");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_for_a_week_and_until_the_next() {
    in_each_house(async |house| {
        let first = code(&invited(house, Who::Official).await);
        let second = code(&invited(house, Who::Official).await);
        let mut visitor = house.visitor();
        is_refused(&visitor.post("/setup", &[("code", &first)]).await, "code", "Няма валидна покана");
        house.pass_seconds(7 * 24 * 3600 - 60);
        assert_eq!(visitor.post("/setup", &[("code", &second)]).await.status, StatusCode::SEE_OTHER);
        house.pass_seconds(60);
        is_refused(&visitor.post("/setup", &[("code", &second)]).await, "code", "Няма валидна покана");
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_as_a_code_is_read_kindly_and_counted() {
    in_each_house(async |house| {
        let code = code(&invited(house, Who::Official).await);
        let mut visitor = house.visitor();
        for unreadable in ["", "1234", "12345678901234567", "четири думи", "１２３４567890123456"] {
            let refused = visitor.post("/setup", &[("code", unreadable)]).await;
            is_refused(&refused, "code", "Кодът има шестнадесет цифри");
        }
        let dashed = format!("  {}\u{a0}", code.replace(' ', "-"));
        assert_eq!(visitor.post("/setup", &[("code", &dashed)]).await.status, StatusCode::SEE_OTHER);
        for _ in 0..10 {
            is_refused(&visitor.post("/setup", &[("code", "0000 0000 0000 0000")]).await, "code", "Няма валидна");
        }
        let waits = visitor.post("/setup", &[("code", &code)]).await;
        assert!(waits.text().contains("Опитайте пак след"), "{}", waits.text());
        house.pass_seconds(15 * 60);
        assert_eq!(visitor.post("/setup", &[("code", &code)]).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn somebody_deactivated_is_out_at_once_and_keeps_their_name() {
    in_each_house(async |house| {
        let (page, mut administrator) = (invited(house, Who::Researcher).await, house.signed_in(Who::Administrator));
        let person = format!("/desk/people/{}", Who::Researcher.id());
        let mut researcher = house.visitor();
        researcher.post_and_follow(&link(&page), &PASSWORD).await;
        let study = format!("/desk/audiences/{}/boxes", house.residents());
        let fields = [("opened_by", "Трима"), ("opened_on", "27.07.2023"), ("cards", "3"), ("invalid", "0")];
        assert_eq!(researcher.post(&study, &fields).await.status, StatusCode::SEE_OTHER);
        let left_over = link(&invited(house, Who::Researcher).await);

        let stopped = administrator.post_and_follow(&format!("{person}/deactivation"), &[]).await;
        assert!(stopped.text().contains("Достъпът е спрян") && stopped.text().contains("Върнете достъпа"));
        assert_eq!(researcher.get("/desk").await.status, StatusCode::SEE_OTHER, "the open session is over");
        assert_eq!(house.visitor().get(&left_over).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = [("account", "researcher"), PASSWORD[0]];
        let unknown = [("account", "nobody"), PASSWORD[0]];
        let (refused, same) =
            (house.visitor().post("/sign-in", &again).await, house.visitor().post("/sign-in", &unknown).await);
        assert_eq!(refused.status, same.status);
        assert_eq!(refused.text().replace("researcher", ""), same.text().replace("nobody", ""), "like a stranger");
        let link = administrator.post(&format!("{person}/setup-link"), &[]).await;
        assert_eq!(link.status, StatusCode::NOT_FOUND, "nobody is invited who may not come in");
        let journal = administrator.get("/desk/journal").await.text();
        assert!(journal.contains("Спрян достъп") && journal.contains("Човек 101"), "{journal}");

        let list = administrator.get("/desk/people").await.text();
        assert!(!list.contains("Човек 101") && list.contains("Със спрян достъп (1)"), "{list}");
        let list = administrator.get("/desk/people?show=deactivated").await.text();
        assert!(list.contains("Човек 101") && !list.contains("Човек 102"), "{list}");

        let back = administrator.post_and_follow(&format!("{person}/reactivation"), &[]).await;
        assert!(back.text().contains("Достъпът е върнат"), "{}", back.text());
        assert_eq!(researcher.get("/desk").await.status, StatusCode::SEE_OTHER, "the old session stays over");
        assert_eq!(
            researcher.post("/sign-in", &again).await.status,
            StatusCode::SEE_OTHER,
            "the password is good again"
        );
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_cannot_be_deactivated() {
    in_each_house(async |house| {
        house.write(|tx, tenant| tx.replace_password(tenant, Who::Administrator.id(), "$argon2id$"));
        let mut administrator = house.signed_in(Who::Administrator);
        let own = format!("/desk/people/{}/deactivation", Who::Administrator.id());
        is_refused(&administrator.post(&own, &[]).await, "form", "последната администраторска роля");

        // Of two who deactivate each other at once one stays, and with a deactivated second the first is the last.
        let party = Who::Administrator.party().to_string();
        let part = [("role", "administrator"), ("party", party.as_str())];
        let second = format!("/desk/people/{}", Who::Official.id());
        administrator.post(&format!("{second}/parts"), &part).await;
        house.write(|tx, tenant| tx.replace_password(tenant, Who::Official.id(), "$argon2id$"));
        let (mut one, mut two) = (house.signed_in(Who::Administrator), house.signed_in(Who::Official));
        let other = format!("{second}/deactivation");
        tokio::join!(one.post(&other, &[]), two.post(&own, &[]));
        let people = house.read(|tx, tenant| tx.people(tenant));
        let able = people.iter().filter(|person| person.password_hash.is_some() && person.deactivated.is_none());
        assert_eq!(able.count(), 1);
    })
    .await;
}
