use super::house::{House, Who, in_each_house, in_one_house};
use crate::{
    authenticator::{Authenticator, options, post},
    visitor::{Answer, Visitor},
};
use axum::http::StatusCode;
use base::Role;
use web::Settings;

const PASSWORD: &str = "четири прости думи";
const LIST: &str = "/desk/account/passkeys";

/// Adds a key to whoever is signed in.
async fn added(visitor: &mut Visitor, key: &mut Authenticator, name: &str) -> Answer {
    let page = visitor.post(&format!("{LIST}/challenge"), &[("name", name)]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let mut fields = key.create(&page);
    fields.push(("name", name.to_owned()));
    post(visitor, LIST, &fields).await
}

/// Somebody with a password and a passkey: the browser, and the recovery codes page.
async fn somebody(house: &House, who: Who, key: &mut Authenticator) -> (Visitor, Answer) {
    let mut visitor = house.visitor();
    visitor.post(&house.setup_link(who), &[("password", PASSWORD), ("again", PASSWORD)]).await;
    let codes = added(&mut visitor, key, "Телефон").await;
    assert_eq!(codes.status, StatusCode::OK, "{}", codes.text());
    (visitor, codes)
}

async fn asked(visitor: &mut Visitor) -> Answer {
    let page = visitor.post("/sign-in/passkey/challenge", &[("back", "/desk/account")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    page
}

async fn signs_in(visitor: &mut Visitor, key: &mut Authenticator) -> Answer {
    let page = asked(visitor).await;
    let mut fields = key.get(&page);
    fields.push(("back", "/desk/account".to_owned()));
    post(visitor, "/sign-in/passkey", &fields).await
}

fn is_refused(answer: &Answer, words: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text());
    assert!(answer.text().contains(words), "{words} in {}", answer.text());
    assert!(!answer.header("set-cookie").contains("glas-session"));
}

#[tokio::test]
async fn a_key_opens_without_name_and_password() {
    in_each_house(async |house| {
        let mut key = Authenticator::new(1);
        let (mut hers, codes) = somebody(house, Who::Researcher, &mut key).await;
        assert!(codes.text().contains("Резервни кодове"), "the first second factor brings recovery codes");
        assert_eq!(key.owner, Who::Researcher.id().0.0);
        let mut second = Authenticator::new(2);
        let more = added(&mut hers, &mut second, "  Ключ \t за USB ").await;
        assert_eq!(more.header("location"), "/desk/account/passkeys?done=passkey-added");
        let list = hers.follow(&more).await.text();
        assert!(list.contains("Телефон") && list.contains("Ключ за USB") && list.contains("още не"), "{list}");

        let mut visitor = house.visitor();
        let entered = signs_in(&mut visitor, &mut key).await;
        assert_eq!(entered.header("location"), "/desk/account", "{}", entered.text());
        assert_eq!(visitor.get("/desk").await.status, StatusCode::OK);
        assert_eq!(signs_in(&mut house.visitor(), &mut second).await.status, StatusCode::SEE_OTHER);

        // A key that is there already is not made again.
        let page = hers.post(&format!("{LIST}/challenge"), &[("name", "Пак")]).await;
        assert_eq!(options(&page)["excludeCredentials"].as_array().unwrap().len(), 2);
        let mut fields = key.create(&page);
        fields.push(("name", "Пак".to_owned()));
        let again = post(&mut hers, LIST, &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text().contains("Този ключ вече е добавен"), "{}", again.text());

        let journal = house.signed_in(Who::Administrator).get("/desk/journal").await.text();
        assert!(journal.contains("Добавен ключ за достъп"), "{journal}");
    })
    .await;
}

#[tokio::test]
async fn a_key_is_removed_by_its_owner_alone_and_opens_nothing_more() {
    in_each_house(async |house| {
        let mut key = Authenticator::new(1);
        let (mut hers, _) = somebody(house, Who::Researcher, &mut key).await;
        let removal = removal_of(&hers.get(LIST).await.text());
        assert_eq!(house.signed_in(Who::Stranger).post(&removal, &[]).await.status, StatusCode::NOT_FOUND);
        house.pass_seconds(1_800);
        let stale = hers.post(&removal, &[]).await;
        assert!(stale.header("location").starts_with("/desk/confirmation"), "{}", stale.header("location"));
        let confirmed = hers.post("/desk/confirmation", &[("password", PASSWORD), ("back", LIST)]).await;
        assert_eq!(confirmed.header("location"), LIST, "{}", confirmed.text());
        let gone = hers.post_and_follow(&removal, &[]).await;
        assert!(gone.text().contains("Ключът е премахнат"), "{}", gone.text());
        assert_eq!(hers.post(&removal, &[]).await.status, StatusCode::NOT_FOUND);
        is_refused(&signs_in(&mut house.visitor(), &mut key).await, "Този ключ не отваря нищо тук");
        let password = [("account", "researcher"), ("password", PASSWORD), ("back", "/desk/account")];
        let alone = house.visitor().post("/sign-in", &password).await;
        assert_eq!(alone.header("location"), "/desk/account", "the password is enough again");
        let person = Who::Researcher.id();
        assert_eq!(house.read(move |tx, tenant| tx.recovery_codes_left(tenant, person)), 0);
    })
    .await;
}

/// Where the button of the first key sends.
fn removal_of(list: &str) -> String {
    let address = list.split("action=\"").find(|part| part.starts_with(LIST) && part.contains("/removal\""));
    address.and_then(|part| part.split('"').next()).unwrap_or_else(|| panic!("{list}")).to_owned()
}

#[tokio::test]
async fn a_key_is_the_second_step_after_the_password() {
    in_each_house(async |house| {
        let mut key = Authenticator::new(1);
        let (_, codes) = somebody(house, Who::Researcher, &mut key).await;
        let mut visitor = house.visitor();
        let password = [("account", "researcher"), ("password", PASSWORD), ("back", "/desk/account")];
        let half = visitor.post("/sign-in", &password).await;
        assert_eq!(half.header("location"), "/sign-in/code?back=/desk/account");
        assert_eq!(visitor.get("/desk").await.status, StatusCode::SEE_OTHER, "a password alone is half of it");
        let page = visitor.follow(&half).await.text();
        assert!(page.contains("Използвайте ключ за достъп") && page.contains("Резервен код"), "{page}");

        let challenge = [("second", "yes"), ("back", "/desk/account")];
        let asks = visitor.post("/sign-in/passkey/challenge", &challenge).await;
        assert_eq!(options(&asks)["allowCredentials"].as_array().unwrap().len(), 1);
        // Somebody else's key is not hers, whatever password was typed.
        let mut other = Authenticator::new(9);
        somebody(house, Who::Official, &mut other).await;
        is_refused(&post(&mut visitor, "/sign-in/passkey", &other.get(&asks)).await, "Този ключ не отваря нищо тук");
        let asks = visitor.post("/sign-in/passkey/challenge", &challenge).await;
        // It signs for a name that was typed, so it need not say whose it is.
        let mut fields = key.get(&asks);
        fields[1].1 = fields[1].1.replace(",\"userHandle\":\"ZWVlZWVlZWVlZWVlZWVlZQ\"", ",\"userHandle\":null");
        assert!(fields[1].1.contains("\"userHandle\":null"), "{}", fields[1].1);
        let entered = post(&mut visitor, "/sign-in/passkey", &fields).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
        assert_eq!(visitor.get("/desk").await.status, StatusCode::OK);

        // Who has lost the key has the codes.
        let text = codes.text();
        let code = text.split("<li><code>").nth(1).unwrap()[..19].to_owned();
        let mut lost = house.visitor();
        lost.post("/sign-in", &password).await;
        assert_eq!(lost.post("/sign-in/code", &[("code", &code)]).await.status, StatusCode::SEE_OTHER);
        let mut nobody = house.visitor();
        let early = nobody.post("/sign-in/passkey/challenge", &[("second", "yes")]).await;
        assert_eq!(early.status, StatusCode::OK, "without a password it is asked for any key");
        assert!(options(&early)["allowCredentials"].as_array().unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_key_awakens_a_role_that_must_have_a_second_factor() {
    in_each_house(async |house| {
        let demanding = house.run_with(Settings { second_factor_for: vec![Role::Administrator], ..Settings::sample() });
        let mut administrator = house.signed_in(Who::Administrator).at(demanding);
        assert_eq!(administrator.get("/desk/people").await.header("location"), "/desk/account/second-factor");
        let mut key = Authenticator::new(3);
        added(&mut administrator, &mut key, "Телефон").await;
        assert_eq!(administrator.get("/desk/people").await.status, StatusCode::OK);
        let page = administrator.get("/desk/account/second-factor").await.text();
        assert!(page.contains("1 ключ") && page.contains("остават 10"), "{page}");
        let removal = removal_of(&administrator.get(LIST).await.text());
        administrator.post(&removal, &[]).await;
        assert_eq!(administrator.get("/desk/people").await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn a_key_of_elsewhere_a_stale_answer_and_a_copy_are_refused() {
    in_each_house(async |house| {
        let mut key = Authenticator::new(1);
        key.counter = 5;
        let (mut hers, _) = somebody(house, Who::Researcher, &mut key).await;
        let mut visitor = house.visitor();

        let mut lured = Authenticator { origin: "https://glas.example.evil.example".to_owned(), ..key.clone() };
        lured.counter = 6;
        is_refused(&signs_in(&mut visitor, &mut lured).await, "Ключът е отговорил на друг сайт");
        let mut lured = Authenticator { host: Some("evil.example".to_owned()), counter: 6, ..key.clone() };
        is_refused(&signs_in(&mut visitor, &mut lured).await, "Ключът е отговорил на друг сайт");
        let mut plain = Authenticator { origin: "http://glas.example".to_owned(), counter: 6, ..key.clone() };
        is_refused(&signs_in(&mut visitor, &mut plain).await, "Ключът е отговорил на друг сайт");
        let mut careless = Authenticator { verifies: false, counter: 6, ..key.clone() };
        is_refused(&signs_in(&mut visitor, &mut careless).await, "Ключът не е проверил кой го държи");

        // Another key under the same name signs something else.
        let mut forged = Authenticator::new(8);
        (forged.credential, forged.owner, forged.counter) = (key.credential.clone(), key.owner.clone(), 6);
        is_refused(&signs_in(&mut visitor, &mut forged).await, "Отговорът на ключа не е верен");
        // Whose key it is says the key, and both have to say the same.
        let mut other = Authenticator { owner: Who::Official.id().0.0.to_vec(), counter: 6, ..key.clone() };
        is_refused(&signs_in(&mut visitor, &mut other).await, "Този ключ не отваря нищо тук");
        let mut unknown = Authenticator::new(7);
        unknown.owner = key.owner.clone();
        is_refused(&signs_in(&mut visitor, &mut unknown).await, "Този ключ не отваря нищо тук");

        // A challenge is answered once and in time.
        let page = asked(&mut visitor).await;
        key.counter = 6;
        let fields = key.get(&page);
        assert_eq!(post(&mut visitor, "/sign-in/passkey", &fields).await.status, StatusCode::SEE_OTHER);
        let mut thief = house.visitor();
        is_refused(&post(&mut thief, "/sign-in/passkey", &fields).await, "този отговор вече е използван");
        key.counter = 7;
        let page = asked(&mut thief).await;
        let mut swapped = key.get(&page);
        swapped[0].1 = asked(&mut thief).await.value_of("challenge");
        is_refused(&post(&mut thief, "/sign-in/passkey", &swapped).await, "Времето за отговор изтече");
        house.pass_seconds(16 * 60);
        let page = asked(&mut thief).await;
        house.pass_seconds(301);
        is_refused(&post(&mut thief, "/sign-in/passkey", &key.get(&page)).await, "Времето за отговор изтече");
        // What was asked for adding a key opens nothing.
        let page = hers.post("/sign-in", &[("account", "researcher"), ("password", PASSWORD), ("back", "/desk")]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        for wrong in ["", "x", "AAAA"] {
            let broken = thief.post("/sign-in/passkey", &[("challenge", wrong), ("signed", "{}")]).await;
            assert_eq!(broken.status, StatusCode::BAD_REQUEST, "{wrong}");
        }

        // A key that counts backwards was copied.
        key.counter = 6;
        is_refused(&signs_in(&mut house.visitor(), &mut key).await, "Този ключ може да е копиран");
        key.counter = 7;
        assert_eq!(signs_in(&mut house.visitor(), &mut key).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn whoever_was_stopped_is_nobody_with_a_key_too() {
    in_each_house(async |house| {
        let mut key = Authenticator::new(1);
        somebody(house, Who::Researcher, &mut key).await;
        let mut administrator = house.signed_in(Who::Administrator);
        let person = format!("/desk/people/{}", Who::Researcher.id());
        administrator.post(&format!("{person}/deactivation"), &[]).await;
        is_refused(&signs_in(&mut house.visitor(), &mut key).await, "Този ключ не отваря нищо тук");
        administrator.post(&format!("{person}/reactivation"), &[]).await;
        assert_eq!(signs_in(&mut house.visitor(), &mut key).await.status, StatusCode::SEE_OTHER);
        // An administrator takes a lost key away together with everything that stood in its place.
        let taken = administrator.post_and_follow(&format!("{person}/second-factor/removal"), &[]).await;
        assert!(taken.text().contains("Входът в две стъпки е премахнат"), "{}", taken.text());
        is_refused(&signs_in(&mut house.visitor(), &mut key).await, "Този ключ не отваря нищо тук");
        // Whoever is forgotten leaves none behind.
        somebody(house, Who::Researcher, &mut key).await;
        house.write(|tx, tenant| tx.erase_person(tenant, Who::Researcher.id(), "nobody", "никой"));
        is_refused(&signs_in(&mut house.visitor(), &mut key).await, "Този ключ не отваря нищо тук");
    })
    .await;
}

#[tokio::test]
async fn wrong_keys_are_counted_and_challenges_are_bounded() {
    in_each_house(async |house| {
        let mut key = Authenticator::new(1);
        somebody(house, Who::Researcher, &mut key).await;
        let (mut thief, mut unknown) = (house.visitor(), Authenticator::new(7));
        unknown.owner = key.owner.clone();
        for guess in 0..12 {
            let answer = signs_in(&mut thief, &mut unknown).await;
            let expected = if guess < 10 { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::TOO_MANY_REQUESTS };
            assert_eq!(answer.status, expected, "{guess}: {}", answer.text());
        }
        // A refused attempt is not counted, and the password still opens.
        let password = [("account", "researcher"), ("password", PASSWORD), ("back", "/desk")];
        assert_eq!(house.visitor().post("/sign-in", &password).await.status, StatusCode::SEE_OTHER);
        house.pass_seconds(16 * 60);
        assert_eq!(signs_in(&mut house.visitor(), &mut key).await.status, StatusCode::SEE_OTHER);
        for _ in 0..40 {
            asked(&mut thief).await;
        }
        assert!(house.read(|tx, tenant| tx.passkey_challenges(tenant)) <= 21, "of one network only so many wait");
    })
    .await;
}

#[tokio::test]
async fn a_key_confirms_a_dangerous_step() {
    in_each_house(async |house| {
        let mut key = Authenticator::new(1);
        let (mut hers, _) = somebody(house, Who::Researcher, &mut key).await;
        house.pass_seconds(1_800);
        let ask = hers.get("/desk/account/password").await;
        assert!(ask.header("location").starts_with("/desk/confirmation"));
        let page = hers.follow(&ask).await.text();
        assert!(page.contains("Използвайте ключ за достъп") && page.contains("name=\"password\""), "{page}");
        let back = [("back", "/desk/account/password")];
        let asks = hers.post("/desk/confirmation/passkey/challenge", &back).await;
        let mut other = Authenticator::new(9);
        somebody(house, Who::Official, &mut other).await;
        let wrong = post(&mut hers, "/desk/confirmation/passkey", &other.get(&asks)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody else's key");
        // What was asked for signing in confirms nothing.
        let sign_in = asked(&mut house.visitor()).await;
        let wrong = post(&mut hers, "/desk/confirmation/passkey", &key.get(&sign_in)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "another purpose");
        let asks = hers.post("/desk/confirmation/passkey/challenge", &back).await;
        let mut fields = key.get(&asks);
        fields.push(("back", "/desk/account/password".to_owned()));
        let earlier = hers.cookie("__Host-glas-session");
        let confirmed = post(&mut hers, "/desk/confirmation/passkey", &fields).await;
        assert_eq!(confirmed.header("location"), "/desk/account/password", "{}", confirmed.text());
        assert_ne!(hers.cookie("__Host-glas-session"), earlier, "the session goes on under another secret");
        assert_eq!(hers.get("/desk/account/password").await.status, StatusCode::OK);
        let mut keyless = house.signed_in(Who::Stranger);
        let nothing = keyless.post("/desk/confirmation/passkey/challenge", &back).await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_address_of_numbers_says_why_it_takes_no_keys() {
    in_one_house(async |house| {
        let numbers = Settings { address: "http://127.0.0.1:8080".to_owned(), ..Settings::sample() };
        let router = house.run_with(numbers);
        let mut visitor = house.visitor().at(router);
        assert!(!visitor.get("/sign-in").await.text().contains("Влезте с ключ за достъп"));
        let refused = visitor.post("/sign-in/passkey/challenge", &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("работят само на адрес с име"), "{}", refused.text());
        let mut hers = house.signed_in(Who::Researcher);
        for name in ["", "   ", &"а".repeat(61)] {
            let wrong = hers.post(&format!("{LIST}/challenge"), &[("name", name)]).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        }
        for number in 1..=10 {
            added(&mut hers, &mut Authenticator::new(number), "Ключ").await;
        }
        let full = hers.post(&format!("{LIST}/challenge"), &[("name", "Още един")]).await;
        assert!(full.text().contains("Вече имате 10 ключа"), "{}", full.text());
    })
    .await;
}

/// Whatever a browser might send in the place of an answer is refused, and nothing breaks.
#[tokio::test]
async fn s19_broken_answers_open_nothing() {
    in_one_house(async |house| {
        let mut key = Authenticator::new(1);
        somebody(house, Who::Researcher, &mut key).await;
        let mut state = 7_u64;
        let mut draw = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap() % below
        };
        for round in 0..120 {
            if round % 9 == 0 {
                house.pass_seconds(16 * 60);
            }
            let page = asked(&mut house.visitor()).await;
            let mut fields = key.get(&page);
            let mut bytes = fields[1].1.clone().into_bytes();
            let at = draw(bytes.len());
            match draw(3) {
                0 => bytes[at] = u8::try_from(32 + draw(90)).unwrap(),
                1 => bytes.truncate(at),
                _ => drop(bytes.splice(at..at, b"[[{\"AAAA".iter().copied())),
            }
            fields[1].1 = String::from_utf8(bytes).unwrap();
            if fields[1].1 == key.get(&page)[1].1 {
                continue;
            }
            let answer = post(&mut house.visitor(), "/sign-in/passkey", &fields).await;
            assert!(!answer.status.is_server_error(), "{round}: {}", answer.text());
            // What stands beside the signed bytes may vary without harm; what was signed may not.
            if answer.status == StatusCode::SEE_OTHER {
                assert!(fields[1].1.contains("\"signature\"") && fields[1].1.contains("\"authenticatorData\""));
            }
        }
    })
    .await;
}
