use super::{
    house::{House, NOON, Who, in_each_house},
    openid_provider::{CLIENT, ISSUER, Provider, SECRET, Said},
};
use crate::visitor::{Answer, Visitor};
use app::account::Openid;
use axum::{Router, http::StatusCode};
use base::{Moment, PersonId};
use web::SignInService;

const PASSWORD: &str = "четири прости думи";

/// The house with the service of the researcher's organisation.
fn with_service(house: &House) -> (Router, Provider) {
    let provider = Provider::new(NOON / 1_000_000);
    let openid = Openid {
        issuer: ISSUER.to_owned(),
        client: CLIENT.to_owned(),
        secret: Some(SECRET.to_owned()),
        party: Who::Researcher.party(),
    };
    (house.run_with_service(SignInService::new(openid, provider.fetch())), provider)
}

/// The researcher has an address, and an invitation that waits.
fn invited(house: &House) {
    house.write(|tx, tenant| {
        tx.replace_person_details(tenant, Who::Researcher.id(), "Мария Примерова", Some("maria@primerovo.example"))?;
        tx.add_setup_link(tenant, b"an invitation", Who::Researcher.id(), Moment(NOON).plus_seconds(86_400))
    });
}

/// Goes to the service and comes back; what is said there is bent before.
async fn comes_back(visitor: &mut Visitor, provider: &Provider) -> Answer {
    let leaves = visitor.post("/sign-in/openid", &[("back", "/desk/account")]).await;
    assert_eq!(leaves.status, StatusCode::OK, "{}", leaves.text());
    let address = leaves.header("refresh").strip_prefix("0; url=").unwrap().to_owned();
    let (code, state) = provider.signs_in(&address);
    visitor.get(&format!("/sign-in/openid/return?code={code}&state={state}")).await
}

fn is_refused(answer: &Answer, words: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
    assert!(answer.text().contains(words), "{words} in {}", answer.text());
}

const UNBELIEVED: &str = "не потвърди кой сте";
const UNKNOWN: &str = "не познаваме";

#[tokio::test]
async fn who_is_invited_comes_in_by_the_service_of_their_organisation() {
    in_each_house(async |house| {
        let (router, provider) = with_service(house);
        assert!(!house.visitor().get("/sign-in").await.text().contains("/sign-in/openid"), "not where it is not set");
        assert_eq!(house.visitor().post("/sign-in/openid", &[]).await.status, StatusCode::NOT_FOUND);
        let page = house.visitor().at(router.clone()).get("/sign-in").await.text();
        assert!(page.contains("Влезте чрез login.primerovo.example"), "{page}");

        let mut visitor = house.visitor().at(router.clone());
        is_refused(&comes_back(&mut visitor, &provider).await, UNKNOWN);
        invited(house);
        let entered = comes_back(&mut visitor, &provider).await;
        assert_eq!(entered.header("location"), "/desk/account", "{}", entered.text());
        let account = visitor.get("/desk/account").await.text();
        assert!(account.contains("Мария Примерова"), "{account}");
        assert_eq!(visitor.cookie("__Host-glas-openid"), "");
        // The invitation is used up by it, and from now on the service says who it is, whatever the address.
        assert!(!house.read(|tx, tenant| tx.is_invited(tenant, Who::Researcher.id(), Moment(NOON))));
        provider.says(|said| said.email = None);
        let mut other = house.visitor().at(router.clone());
        assert_eq!(comes_back(&mut other, &provider).await.status, StatusCode::SEE_OTHER);
        assert!(provider.asked() < 8, "what the service says of itself is kept for a while");

        // Whoever was stopped, or works there no more, does not come in.
        let mut administrator = house.signed_in(Who::Administrator);
        let person = format!("/desk/people/{}", Who::Researcher.id());
        administrator.post(&format!("{person}/deactivation"), &[]).await;
        is_refused(&comes_back(&mut other, &provider).await, UNKNOWN);
        administrator.post(&format!("{person}/reactivation"), &[]).await;
        assert_eq!(comes_back(&mut other, &provider).await.status, StatusCode::SEE_OTHER);
        house.write(|tx, tenant| tx.erase_person(tenant, Who::Researcher.id(), "nobody", "никой"));
        is_refused(&comes_back(&mut other, &provider).await, UNKNOWN);
    })
    .await;
}

#[tokio::test]
async fn what_the_service_did_not_say_so_is_refused() {
    in_each_house(async |house| {
        let (router, provider) = with_service(house);
        invited(house);
        let good = provider.said();
        let refused = async |words: &str, bend: &dyn Fn(&mut Said)| {
            provider.says(|said| {
                *said = good.clone();
                bend(said);
            });
            let answer = comes_back(&mut house.visitor().at(router.clone()), &provider).await;
            is_refused(&answer, words);
        };
        let now = NOON / 1_000_000;
        refused(UNBELIEVED, &|said| said.issuer = "https://login.evil.example".to_owned()).await;
        refused(UNBELIEVED, &|said| said.audience = "another".to_owned()).await;
        refused(UNBELIEVED, &|said| said.nonce = Some("another".to_owned())).await;
        refused(UNBELIEVED, &|said| said.expires = now - 1).await;
        refused(UNBELIEVED, &|said| said.issued = now + 3_600).await;
        refused(UNBELIEVED, &|said| said.algorithm = "none").await;
        refused(UNBELIEVED, &|said| said.algorithm = "HS256").await;
        refused(UNBELIEVED, &|said| said.key = 2).await;
        // No one else than who is invited, at an address that the service has checked.
        refused(UNKNOWN, &|said| said.email_verified = false).await;
    })
    .await;
    in_each_house(async |house| {
        let (router, provider) = with_service(house);
        invited(house);
        let mut visitor = house.visitor().at(router.clone());
        provider.says(|said| said.email = None);
        is_refused(&comes_back(&mut visitor, &provider).await, UNKNOWN);
        provider.says(|said| said.email = Some("ivan@primerovo.example".to_owned()));
        is_refused(&comes_back(&mut visitor, &provider).await, UNKNOWN);
        // Two with one address are nobody in particular.
        provider.says(|said| said.email = Some("maria@primerovo.example".to_owned()));
        house.write(|tx, tenant| {
            tx.replace_person_details(tenant, Who::Stranger.id(), "Друга", Some("Maria@primerovo.example"))?;
            tx.add_setup_link(tenant, b"another", Who::Stranger.id(), Moment(NOON).plus_seconds(86_400))
        });
        is_refused(&comes_back(&mut visitor, &provider).await, UNKNOWN);
        // Nor do people of another party come in by it.
        house.write(|tx, tenant| {
            tx.remove_setup_links_of(tenant, Who::Researcher.id())?;
            Ok(())
        });
        is_refused(&comes_back(&mut visitor, &provider).await, UNKNOWN);
        assert_eq!(house.read(|tx, tenant| tx.openid_person(tenant, ISSUER, "u-1")), None);
    })
    .await;
}

#[tokio::test]
async fn a_way_back_is_gone_once_and_by_the_browser_that_left() {
    in_each_house(async |house| {
        let (router, provider) = with_service(house);
        invited(house);
        let mut visitor = house.visitor().at(router.clone());
        let leaves = visitor.post("/sign-in/openid", &[("back", "https://evil.example/")]).await;
        let address = leaves.header("refresh").strip_prefix("0; url=").unwrap().to_owned();
        let (code, state) = provider.signs_in(&address);
        let back = format!("/sign-in/openid/return?code={code}&state={state}");
        // Whoever lures another browser there signs nobody in.
        is_refused(&house.visitor().at(router.clone()).get(&back).await, "Времето за вход изтече");
        let entered = visitor.get(&back).await;
        assert_eq!(entered.header("location"), "/desk", "no other site is a way back: {}", entered.text());
        visitor.set_cookie("__Host-glas-openid", &state);
        is_refused(&visitor.get(&back).await, "Времето за вход изтече");
        visitor.set_cookie("__Host-glas-openid", &state);
        for wrong in ["", "?code=x", "?state=x", "?code=&state=x", "?error=access_denied&state=AAAA"] {
            is_refused(&visitor.get(&format!("/sign-in/openid/return{wrong}")).await, "Времето за вход изтече");
        }
        // Too late, or declined there.
        let leaves = visitor.post("/sign-in/openid", &[]).await;
        let (code, state) = provider.signs_in(leaves.header("refresh").strip_prefix("0; url=").unwrap());
        house.pass_seconds(601);
        let late = visitor.get(&format!("/sign-in/openid/return?code={code}&state={state}")).await;
        is_refused(&late, "Времето за вход изтече");
        let leaves = visitor.post("/sign-in/openid", &[]).await;
        let (_, state) = provider.signs_in(leaves.header("refresh").strip_prefix("0; url=").unwrap());
        let declined = visitor.get(&format!("/sign-in/openid/return?error=access_denied&state={state}")).await;
        is_refused(&declined, "отказа");
        provider.is_up(false);
        house.pass_seconds(601);
        is_refused(&visitor.post("/sign-in/openid", &[]).await, "не отговаря");
        provider.is_up(true);
        for _ in 0..40 {
            visitor.post("/sign-in/openid", &[]).await;
        }
        assert!(house.read(|tx, tenant| tx.openid_attempts(tenant)) <= 20);
    })
    .await;
}

#[tokio::test]
async fn who_is_signed_in_puts_the_two_together_and_takes_them_apart() {
    in_each_house(async |house| {
        let (router, provider) = with_service(house);
        let mut hers = house.visitor().at(router.clone());
        hers.post(&house.setup_link(Who::Researcher), &[("password", PASSWORD), ("again", PASSWORD)]).await;
        let leaves = hers.post("/desk/account/openid", &[]).await;
        assert_eq!(leaves.status, StatusCode::OK, "{}", leaves.text());
        let (code, state) = provider.signs_in(leaves.header("refresh").strip_prefix("0; url=").unwrap());
        let back = hers.get(&format!("/sign-in/openid/return?code={code}&state={state}")).await;
        assert_eq!(back.header("location"), "/desk/account?done=openid-added", "{}", back.text());
        let page = hers.follow(&back).await.text();
        assert!(page.contains("Свързан от"), "{page}");
        let mut other = house.visitor().at(router.clone());
        let entered = comes_back(&mut other, &provider).await;
        assert_eq!(entered.header("location"), "/desk/account", "{}", entered.text());

        // Another of us cannot have the same one, and nobody of another party has any.
        let mut strangers = house.signed_in(Who::Stranger).at(router.clone());
        let leaves = strangers.post("/desk/account/openid", &[]).await;
        let (code, state) = provider.signs_in(leaves.header("refresh").strip_prefix("0; url=").unwrap());
        is_refused(&strangers.get(&format!("/sign-in/openid/return?code={code}&state={state}")).await, UNKNOWN);

        let apart = hers.post_and_follow("/desk/account/openid/removal", &[]).await.text();
        assert!(!apart.contains("Свързан от"), "{apart}");
        is_refused(&comes_back(&mut other, &provider).await, UNKNOWN);
        house.pass_seconds(1_800);
        let stale = hers.post("/desk/account/openid", &[]).await;
        assert!(stale.header("location").starts_with("/desk/confirmation"), "{}", stale.header("location"));
    })
    .await;
}

#[tokio::test]
async fn who_has_only_the_service_keeps_it_and_a_second_factor_still_counts() {
    in_each_house(async |house| {
        let (router, provider) = with_service(house);
        invited(house);
        let mut hers = house.visitor().at(router.clone());
        assert_eq!(comes_back(&mut hers, &provider).await.status, StatusCode::SEE_OTHER);
        is_refused(&hers.post("/desk/account/openid/removal", &[]).await, "друг начин");
        let person: PersonId = Who::Researcher.id();
        house.write(move |tx, tenant| {
            let authenticator = store::Authenticator { secret: vec![7; 20], last_step: 0, added: Moment(NOON) };
            tx.replace_authenticator(tenant, person, &authenticator)
        });
        let half = comes_back(&mut house.visitor().at(router.clone()), &provider).await;
        assert!(half.header("location").starts_with("/sign-in/code"), "{}", half.header("location"));
    })
    .await;
}
