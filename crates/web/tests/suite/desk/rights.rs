//! What is closed to those who look on, and to forms from other sites.

use super::house::{House, Who, in_each_house};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

/// A door with something real behind it, so that only the right decides.
fn address(house: &House, path: &str) -> String {
    let study = web::sample::studies()[1].id.to_string();
    let audience = house.residents().to_string();
    let mut address = path.replace("{study}", &study).replace("{audience}", &audience);
    for name in [
        "{token}",
        "{batch}",
        "{publication}",
        "{questionnaire}",
        "{file}",
        "{number}",
        "{place}",
        "{person}",
        "{letter}",
        "{project}",
        "{party}",
        "{session}",
    ] {
        address = address.replace(name, "aaaaaaaaaaaaaaaaaaaaaaaaaa");
    }
    assert!(!address.contains('{'), "{path} names something that this test does not know");
    address
}

fn request(method: &Method, address: &str) -> Request<Body> {
    Request::builder()
        .method(method)
        .uri(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())
        .unwrap()
}

#[tokio::test]
async fn a_form_from_another_site_is_refused() {
    in_each_house(async |house| {
        for door in web::doors().into_iter().filter(|door| door.method == Method::POST && door.right.is_some()) {
            let mut foreign = request(&door.method, &address(house, door.path));
            foreign.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
            let answer = house.signed_in(Who::Researcher).send(foreign).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", door.path);
        }
    })
    .await;
}

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
