//! S15: the same thing sent many times at once is one thing. Answers, cards and projects are raced where their dialogues are.

use crate::desk::house::{Who, in_each_house};
use axum::http::StatusCode;
use base::Moment;

#[tokio::test(flavor = "multi_thread")]
async fn s15_fifty_uses_of_one_setup_link_are_one() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Researcher);
        let mut crowd = tokio::task::JoinSet::new();
        for number in 0..50 {
            let (mut visitor, link) = (house.visitor(), link.clone());
            crowd.spawn(async move {
                let password = format!("четири прости думи {number}");
                visitor.post(&link, &[("password", &password), ("again", &password)]).await
            });
        }
        let answers = crowd.join_all().await;
        let of = |status| answers.iter().filter(|answer| answer.status == status).count();
        assert_eq!(of(StatusCode::SEE_OTHER), 1);
        let refused = of(StatusCode::UNPROCESSABLE_ENTITY) + of(StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(refused, 49, "told that it was used, or sent away from a full line");
        let now = house.now();
        let sessions = house.read(move |tx, tenant| tx.sessions_of(tenant, Who::Researcher.id(), now));
        assert_eq!(sessions.len(), 1);
        assert_eq!(house.visitor().get(&link).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(now > Moment(0));
    })
    .await;
}
