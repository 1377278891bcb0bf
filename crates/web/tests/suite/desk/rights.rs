//! What is closed to those who look on.

use super::house::{Who, in_each_house};
use axum::http::StatusCode;

#[tokio::test]
async fn an_observer_looks_on_without_the_answers() {
    in_each_house(async |house| {
        let taking_part_as = |part| {
            let mut project = web::sample::invented_project();
            let party = web::sample::real_project().parties.remove(0).party;
            project.parties.push(outreach::Participation { part, party });
            house.write(move |tx, tenant| tx.replace_project(tenant, &project));
        };
        let home = format!("/desk/projects/{}", web::sample::invented_project().id);
        let study = format!("/desk/studies/{}", web::sample::studies()[1].id);
        let boxes = format!("/desk/audiences/{}/boxes", house.residents());
        let fields = [("opened_by", "Трима души"), ("opened_on", "27.07.2023"), ("cards", "3"), ("invalid", "0")];
        let opened = house.signed_in(Who::Researcher).post(&boxes, &fields).await;
        let first_card = opened.header("location").split('?').next().unwrap().to_owned();
        let closed = [
            format!("{home}/studies/new"),
            format!("{study}/plan"),
            format!("{study}/report"),
            format!("{boxes}/new"),
            first_card,
            format!("/desk/audiences/{}/answers", house.residents()),
            format!("/desk/audiences/{}/open-answers", house.residents()),
            format!("/desk/audiences/{}/questionnaire", house.residents()),
        ];
        let mut observer = house.signed_in(Who::Stranger);
        taking_part_as(outreach::Part::Observer);
        for address in &closed {
            assert_eq!(observer.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        let page = observer.get(&study).await;
        assert_eq!(page.status, StatusCode::OK);
        for offered in ["/plan\"", "/report\"", "/boxes/new\"", "/open-answers\""] {
            assert!(!page.text().contains(offered), "{offered} is offered in vain");
        }
        assert!(!observer.get(&home).await.text().contains("/studies/new"));
        assert!(!observer.get("/desk").await.text().contains("/cards/new"));

        // Who also belongs to a party that works there is let in as one of its people.
        let party = Who::Researcher.party().to_string();
        let part = [("role", "researcher"), ("party", party.as_str())];
        let parts = format!("/desk/people/{}/parts", Who::Stranger.id());
        assert_eq!(house.signed_in(Who::Administrator).post(&parts, &part).await.status, StatusCode::SEE_OTHER);
        for address in &closed {
            assert_eq!(observer.get(address).await.status, StatusCode::OK, "{address}");
        }
    })
    .await;
}
