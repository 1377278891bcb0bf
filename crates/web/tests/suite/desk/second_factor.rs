use super::house::{House, Who, in_each_house};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use base::Role;
use totp_rs::{Builder, Secret};
use web::Settings;

const PASSWORD: &str = "четири прости думи";

/// What the program on a telephone shows now.
fn code(house: &House, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret.replace(' ', "")).unwrap();
    let generator = Builder::new().with_secret(secret).build().unwrap();
    generator.generate(u64::try_from(house.now().0 / 1_000_000).unwrap()).to_string()
}

/// Somebody with a password and a second factor: the browser, the secret on the telephone, the recovery codes.
async fn somebody(house: &House, who: Who) -> (Visitor, String, Vec<String>) {
    let mut visitor = house.visitor();
    visitor.post(&house.setup_link(who), &[("password", PASSWORD), ("again", PASSWORD)]).await;
    let page = visitor.get("/desk/account/second-factor/new").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let secret = page.value_of("secret");
    assert!(page.text().contains("<svg role=\"img\"") && page.text().contains(&format!("<code>{secret}</code>")));
    let wrong = visitor.post("/desk/account/second-factor", &[("secret", &secret), ("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.value_of("secret"), secret, "the square that was scanned stays");
    let (tenant_person, shown) = (who.id(), code(house, &secret));
    assert_eq!(house.read(move |tx, tenant| tx.authenticator(tenant, tenant_person)), None);
    let codes = visitor.post("/desk/account/second-factor", &[("secret", &secret), ("code", &shown)]).await;
    assert_eq!(codes.status, StatusCode::OK, "{}", codes.text());
    (visitor, secret, recovery_codes(&codes))
}

fn recovery_codes(page: &Answer) -> Vec<String> {
    let text = page.text();
    let codes: Vec<String> = text.split("<li><code>").skip(1).map(|after| after[..19].to_owned()).collect();
    assert_eq!(codes.len(), 10, "{text}");
    codes
}

async fn password(visitor: &mut Visitor, account: &str) -> Answer {
    visitor.post("/sign-in", &[("account", account), ("password", PASSWORD), ("back", "/desk/account")]).await
}

async fn second(visitor: &mut Visitor, code: &str) -> Answer {
    visitor.post("/sign-in/code", &[("code", code), ("back", "/desk/account")]).await
}

#[tokio::test]
async fn a_password_alone_is_half_of_it() {
    in_each_house(async |house| {
        let (_, secret, _) = somebody(house, Who::Researcher).await;
        let mut visitor = house.visitor();
        let early = visitor.get("/sign-in/code").await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody without the password");
        assert_eq!(second(&mut visitor, "123456").await.status, StatusCode::UNPROCESSABLE_ENTITY);

        let half = password(&mut visitor, "researcher").await;
        assert_eq!(half.header("location"), "/sign-in/code?back=/desk/account");
        assert_eq!(visitor.cookie("__Host-glas-session"), "", "no session yet");
        assert_eq!(visitor.get("/desk").await.status, StatusCode::SEE_OTHER);
        let page = visitor.follow(&half).await;
        assert!(page.text().contains("Втора стъпка") && page.text().contains("autocomplete=\"one-time-code\""));

        // The code with which it was switched on was taken once.
        assert_eq!(second(&mut visitor, &code(house, &secret)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        house.pass_seconds(30);
        let shown = code(house, &secret);
        let spaced = format!("{} {}", &shown[..3], &shown[3..]);
        let entered = second(&mut visitor, &spaced).await;
        assert_eq!(entered.header("location"), "/desk/account", "{}", entered.text());
        assert_eq!(visitor.get("/desk").await.status, StatusCode::OK);

        // Somebody who looked over the shoulder comes too late, and the way from the password is used up.
        let mut late = house.visitor();
        password(&mut late, "researcher").await;
        assert_eq!(second(&mut late, &shown).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = second(&mut visitor, &shown).await;
        assert!(again.text().contains("Влезте отново с името"), "{}", again.text());

        let mut slow = house.visitor();
        password(&mut slow, "researcher").await;
        house.pass_seconds(601);
        assert_eq!(second(&mut slow, &code(house, &secret)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(slow.get("/sign-in/code").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn whoever_loses_the_telephone_has_ten_codes() {
    in_each_house(async |house| {
        let (mut visitor, _, codes) = somebody(house, Who::Researcher).await;
        let mut other = house.visitor();
        password(&mut other, "researcher").await;
        let typed = codes[3].to_uppercase().replace('-', " ");
        assert_eq!(second(&mut other, &typed).await.header("location"), "/desk/account");
        password(&mut other, "researcher").await;
        let twice = second(&mut other, &codes[3]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "each works once");
        assert_eq!(second(&mut other, &codes[4]).await.status, StatusCode::SEE_OTHER);
        let page = visitor.get("/desk/account/second-factor").await.text();
        assert!(page.contains("остават 8"), "{page}");
        assert!(!page.contains(&codes[0]), "they are told once");

        let renewed = recovery_codes(&visitor.post("/desk/account/recovery-codes", &[]).await);
        password(&mut other, "researcher").await;
        assert_eq!(second(&mut other, &codes[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "the old are over");
        assert_eq!(second(&mut other, &renewed[0]).await.status, StatusCode::SEE_OTHER);
        let mut official = house.visitor();
        official.post(&house.setup_link(Who::Official), &[("password", PASSWORD), ("again", PASSWORD)]).await;
        assert_eq!(official.post("/desk/account/recovery-codes", &[]).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn codes_are_not_guessed_and_their_owner_still_gets_in() {
    in_each_house(async |house| {
        let (mut hers, secret, _) = somebody(house, Who::Researcher).await;
        hers.post("/sign-out", &[]).await;
        let mut thief = house.visitor();
        let mut refused = None;
        for guess in 0..20 {
            if guess % 5 == 0 {
                password(&mut thief, "researcher").await;
            }
            let answer = second(&mut thief, &format!("{guess:06}")).await;
            match answer.status {
                StatusCode::UNPROCESSABLE_ENTITY => assert!(guess < 10, "{guess} guesses"),
                StatusCode::TOO_MANY_REQUESTS => refused = refused.or(Some(guess)),
                status => panic!("{status}"),
            }
        }
        assert_eq!(refused, Some(10));
        house.pass_seconds(30);
        password(&mut hers, "researcher").await;
        assert_eq!(second(&mut hers, &code(house, &secret)).await.status, StatusCode::SEE_OTHER, "her own browser");

        // Five wrong codes, and the password is asked for again.
        house.pass_seconds(16 * 60);
        password(&mut thief, "researcher").await;
        for _ in 0..5 {
            second(&mut thief, "000000").await;
        }
        let right = second(&mut thief, &code(house, &secret)).await;
        assert!(right.text().contains("Влезте отново с името"), "{}", right.text());
    })
    .await;
}

#[tokio::test]
async fn one_code_at_once_opens_one_session() {
    in_each_house(async |house| {
        let (_, secret, codes) = somebody(house, Who::Researcher).await;
        house.pass_seconds(30);
        for shown in [code(house, &secret), codes[0].clone()] {
            let (mut one, mut two) = (house.visitor(), house.visitor());
            password(&mut one, "researcher").await;
            password(&mut two, "researcher").await;
            let (first, other) = tokio::join!(second(&mut one, &shown), second(&mut two, &shown));
            let entered =
                [first.status, other.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
            assert_eq!(entered, 1);
        }
    })
    .await;
}

#[tokio::test]
async fn a_setup_link_does_not_go_round_the_second_factor() {
    in_each_house(async |house| {
        somebody(house, Who::Researcher).await;
        let mut visitor = house.visitor();
        let link = house.setup_link(Who::Researcher);
        let set = visitor.post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
        assert!(set.header("location").starts_with("/sign-in/code"), "{}", set.header("location"));
        assert_eq!(visitor.get("/desk").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn it_is_switched_off_by_oneself_or_by_an_administrator() {
    in_each_house(async |house| {
        let (mut visitor, _, _) = somebody(house, Who::Researcher).await;
        let off = visitor.post_and_follow("/desk/account/second-factor/removal", &[]).await;
        assert!(off.text().contains("Входът в две стъпки е изключен"), "{}", off.text());
        assert_eq!(visitor.post("/desk/account/second-factor/removal", &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(password(&mut house.visitor(), "researcher").await.header("location"), "/desk/account");

        let (_, _, codes) = somebody(house, Who::Official).await;
        let mut administrator = house.signed_in(Who::Administrator);
        let person = format!("/desk/people/{}", Who::Official.id());
        assert!(administrator.get(&person).await.text().contains("Премахнете входа в две стъпки"));
        let taken = administrator.post_and_follow(&format!("{person}/second-factor/removal"), &[]).await;
        assert!(taken.text().contains("Входът в две стъпки е премахнат"), "{}", taken.text());
        let journal = administrator.get("/desk/journal").await.text();
        assert!(journal.contains("Премахнат вход в две стъпки от администратор"));
        let mut other = house.visitor();
        assert_eq!(password(&mut other, "official").await.header("location"), "/desk/account");
        assert_eq!(second(&mut other, &codes[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        house.pass_seconds(1_800);
        let stale = administrator.post(&format!("{person}/second-factor/removal"), &[]).await;
        assert!(stale.header("location").starts_with("/desk/confirmation"));
    })
    .await;
}

#[tokio::test]
async fn an_operator_can_ask_a_role_for_it() {
    in_each_house(async |house| {
        let demanding = house.run_with(Settings { second_factor_for: vec![Role::Administrator], ..Settings::sample() });
        let mut official = house.signed_in(Who::Official).at(demanding.clone());
        assert_eq!(official.get("/desk").await.status, StatusCode::OK, "nobody else is asked");
        let link = house.setup_link(Who::Administrator);
        let mut administrator = house.visitor().at(demanding.clone());
        administrator.post(&link, &[("password", PASSWORD), ("again", PASSWORD)]).await;
        for closed in ["/desk", "/desk/people", "/desk/upkeep", "/desk/rights"] {
            let answer = administrator.get(closed).await;
            assert_eq!(answer.header("location"), "/desk/account/second-factor", "{closed}");
        }
        let act = administrator.post(&format!("/desk/people/{}/setup-link", Who::Official.id()), &[]).await;
        assert_eq!(act.header("location"), "/desk/account/second-factor");
        let page = administrator.get("/desk/account/second-factor").await;
        assert!(page.text().contains("изискват вход в две стъпки"), "{}", page.text());
        assert_eq!(administrator.get("/desk/account").await.status, StatusCode::OK);

        let secret = administrator.get("/desk/account/second-factor/new").await.value_of("secret");
        let shown = code(house, &secret);
        administrator.post("/desk/account/second-factor", &[("secret", &secret), ("code", &shown)]).await;
        assert_eq!(administrator.get("/desk/people").await.status, StatusCode::OK, "the role is awake at once");
        administrator.post("/desk/account/second-factor/removal", &[]).await;
        assert_eq!(administrator.get("/desk/people").await.status, StatusCode::SEE_OTHER);

        // Where it is only recommended, the first page says so.
        let page = house.signed_in(Who::Administrator).get("/desk").await.text();
        assert!(page.contains("Включете входа в две стъпки"), "{page}");
        assert!(!house.signed_in(Who::Official).get("/desk").await.text().contains("Включете входа в две стъпки"));
    })
    .await;
}
