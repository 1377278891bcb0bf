//! S16: what is good for a while is good no longer, and a new password ends what the old one began.

use crate::{
    desk::house::{House, Who, in_each_house},
    visitor::Visitor,
};
use axum::http::StatusCode;

const WEEK: i64 = 7 * 24 * 3600;
const PASSWORD: [(&str, &str); 2] = [("password", "четири прости думи"), ("again", "четири прости думи")];

async fn opens(house: &House, link: &str) -> bool {
    house.visitor().get(link).await.status == StatusCode::OK
}

async fn settled(house: &House, who: Who) -> Visitor {
    let mut visitor = house.visitor();
    let answer = visitor.post(&house.setup_link(who), &PASSWORD).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    visitor
}

#[tokio::test(flavor = "multi_thread")]
async fn s16_a_link_is_good_to_the_second() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Official);
        house.pass_seconds(WEEK - 1);
        assert!(opens(house, &link).await);
        house.pass_seconds(1);
        assert!(!opens(house, &link).await);
        let late = house.visitor().post(&link, &PASSWORD).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "nor is a form that was opened in time");
        let kept = house.read(|tx, tenant| tx.person(tenant, Who::Official.id())).unwrap();
        assert_eq!(kept.password_hash, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s16_a_new_password_ends_earlier_links_and_sessions() {
    in_each_house(async |house| {
        let mut hers = settled(house, Who::Researcher).await;
        let mut elsewhere = house.signed_in(Who::Researcher);
        let mut official = house.signed_in(Who::Official);
        let (link, other) = (house.setup_link(Who::Researcher), house.setup_link(Who::Official));
        assert!(opens(house, &link).await, "somebody has a link that she does not know of");

        let new = [("password", "пет съвсем други думи"), ("again", "пет съвсем други думи")];
        let changed = hers.post("/desk/account/password", &new).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());
        assert!(!opens(house, &link).await, "it would take the account away from her again");
        let used = house.visitor().post(&link, &PASSWORD).await;
        assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(elsewhere.get("/desk").await.status, StatusCode::SEE_OTHER);
        assert_eq!(hers.get("/desk").await.status, StatusCode::OK);
        assert!(opens(house, &other).await && official.get("/desk").await.status == StatusCode::OK, "nobody else's");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s16_a_used_link_ends_all_others_and_every_session() {
    in_each_house(async |house| {
        let mut before = house.signed_in(Who::Researcher);
        let first = house.setup_link(Who::Researcher);
        let second = house.setup_link(Who::Researcher);
        assert_eq!((opens(house, &first).await, opens(house, &second).await), (false, true), "the last one counts");
        let mut visitor = house.visitor();
        let secret = visitor.cookie("__Host-glas-session");
        assert_eq!(visitor.post(&second, &PASSWORD).await.status, StatusCode::SEE_OTHER);
        assert_ne!(visitor.cookie("__Host-glas-session"), secret);
        assert_eq!(before.get("/desk").await.status, StatusCode::SEE_OTHER, "whoever was in is out");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s16_the_secret_of_a_session_is_new_at_sign_in() {
    in_each_house(async |house| {
        let mut visitor = settled(house, Who::Researcher).await;
        let first = visitor.cookie("__Host-glas-session");
        let fields = [("account", "researcher"), PASSWORD[0], ("back", "/desk")];
        assert_eq!(visitor.post("/sign-in", &fields).await.status, StatusCode::SEE_OTHER);
        let second = visitor.cookie("__Host-glas-session");
        assert_ne!(first, second);
        // A secret that somebody else put into her browser is not taken over.
        visitor.set_cookie("__Host-glas-session", &"A".repeat(43));
        assert_eq!(visitor.post("/sign-in", &fields).await.status, StatusCode::SEE_OTHER);
        assert_ne!(visitor.cookie("__Host-glas-session"), "A".repeat(43));
        let mut planted = house.visitor();
        planted.set_cookie("__Host-glas-session", &"A".repeat(43));
        assert_eq!(planted.get("/desk").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}
