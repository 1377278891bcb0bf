//! S20: letters, and those who look into them before their readers do. That no automatic answer comes back stands where
//! letters become bytes.

use super::{harm::HARM, inert::alive_in_page};
use crate::desk::house::{Who, in_each_house, in_one_house};
use app::{
    Words,
    mail::{Address, Composed, Letter},
};
use axum::http::{Method, StatusCode};
use base::Language;

#[tokio::test(flavor = "multi_thread")]
async fn s20_looking_at_a_link_does_not_use_it_up() {
    in_each_house(async |house| {
        let link = house.setup_link(Who::Official);
        for method in [Method::GET, Method::HEAD, Method::GET, Method::OPTIONS, Method::GET] {
            for prefix in ["", "/en"] {
                let answer = house.visitor().with_method(method.clone(), &format!("{prefix}{link}")).await;
                assert!(!answer.headers.contains_key("set-cookie"), "nobody is signed in by looking");
            }
        }
        let password = [("password", "четири прости думи"), ("again", "четири прости думи")];
        let used = house.visitor().post(&link, &password).await;
        assert_eq!(used.status, StatusCode::SEE_OTHER, "{}", used.text());
        let again = house.visitor().post(&link, &password).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[test]
fn s20_nothing_typed_becomes_a_header_or_a_page() {
    let person = Who::Official.id();
    let values = [("name", HARM.into()), ("account", HARM.into()), ("days", 7_i64.into())];
    for letter in [Letter::Invitation { person }, Letter::SetupLink { person }, Letter::Trial] {
        for language in Language::ALL {
            let link = "https://glas.example/setup/abc";
            let composed = Composed::of(letter, Words::new(language), &values, Some(link), "https://glas.example");
            assert!(!composed.title.as_str().contains(char::is_control), "{:?}", composed.title);
            assert!(alive_in_page(&composed.html).is_empty(), "{:?}", alive_in_page(&composed.html));
            assert!(composed.text.contains("alert(1)") || letter == Letter::Trial, "the words stay words");
        }
    }
    for address in ["a@example.org\r\nBcc: all@example.org", "a@example.org, b@example.org", "<a@example.org>", HARM] {
        assert_eq!(Address::parse(address), None, "{address:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s20_a_second_recipient_cannot_be_typed() {
    in_one_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let details = format!("/desk/people/{}/details", Who::Official.id());
        let made_of = administrator.get(&details).await.value_of("made_of");
        for email in
            ["a@example.org\r\nBcc: all@example.org", "a@example.org,b@example.org", "a@example.org b@example.org"]
        {
            let fields = [("name", "Име"), ("email", email), ("made_of", made_of.as_str())];
            let answer = administrator.post(&details, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{email:?}");
        }
        let kept = house.read(|tx, tenant| tx.person(tenant, Who::Official.id())).unwrap();
        assert_eq!(kept.email, None);
    })
    .await;
}
