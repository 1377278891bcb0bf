//! Who takes part in a project, as what, and what they may say in it then.

use super::{
    founding::{PROJECT, is_refused, with},
    house::{House, Who, in_each_house},
};
use axum::http::StatusCode;

fn home() -> String {
    format!("/desk/projects/{}", web::sample::invented_project().id)
}

const TEXT: [(&str, &str); 5] = [
    ("kind", "news"),
    ("title", "Общината отговаря"),
    ("summary", "Накратко."),
    ("body", "Дума."),
    ("then", "publish"),
];

const PUBLIC: &str = "/projects/primerovo/publications/obshtinata-otgovarya";

/// The address at the desk of something that the municipality published.
async fn published(house: &House) -> String {
    let mut official = house.signed_in(Who::Official);
    let sent = official.upload(&format!("{}/publications", home()), &TEXT, ("", b"")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.header("location").split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn the_part_of_a_party_that_has_spoken_is_changed_and_its_words_stay() {
    in_each_house(async |house| {
        let publication = published(house).await;
        let (mut administrator, mut official) = (house.signed_in(Who::Administrator), house.signed_in(Who::Official));
        let part = format!("{}/parties/{}", home(), Who::Official.party());
        is_refused(&administrator.post(&format!("{part}/removal"), &[]).await, "form", "остава сред участниците");
        assert!(administrator.get(&home()).await.text().contains(&format!("href=\"{part}\"")));

        let made_of = administrator.get(&part).await.value_of("made_of");
        let observer = [("part", "observer"), ("made_of", made_of.as_str())];
        let changed = administrator.post_and_follow(&part, &observer).await;
        assert!(changed.text().contains("Наблюдател"), "{}", changed.text());
        let journal = administrator.get("/desk/journal").await.text();
        assert!(journal.contains("участие: наблюдател") && journal.contains("участие преди: партньор"), "{journal}");
        let stale = administrator.post(&part, &[("part", "beneficiary"), ("made_of", &made_of)]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody was faster");

        // It says nothing more, neither new nor in the place of what it said; what it said stays.
        let mut texts = TEXT;
        texts[1].1 = "Нещо друго";
        for address in [format!("{}/publications", home()), publication.clone()] {
            let refused = official.upload(&address, &texts, ("", b"")).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{address}");
        }
        assert!(!official.get("/desk/publications").await.text().contains("/publications/new"));
        assert!(!official.get(&home()).await.text().contains("/publications/new"));
        house.pass_seconds(2);
        assert!(house.visitor().get(PUBLIC).await.text().contains("Общината отговаря"));

        let made_of = administrator.get(&part).await.value_of("made_of");
        administrator.post_and_follow(&part, &[("part", "partner"), ("made_of", &made_of)]).await;
        assert_eq!(official.get(&publication).await.status, StatusCode::OK, "as a partner it speaks again");
    })
    .await;
}

#[tokio::test]
async fn somebody_answers_for_a_project_whatever_is_changed() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let part = format!("{}/parties/{}", home(), Who::Researcher.party());
        let made_of = administrator.get(&part).await.value_of("made_of");
        let refused = administrator.post(&part, &[("part", "partner"), ("made_of", &made_of)]).await;
        is_refused(&refused, "form", "трябва да има бенефициент");
        is_refused(&administrator.post(&part, &[("made_of", &made_of)]).await, "part", "");
        let foreign = format!("{}/parties/{}", home(), Who::Stranger.party());
        assert_eq!(administrator.get(&foreign).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn nobody_writes_in_the_name_of_another_party() {
    in_each_house(async |house| {
        let publication = published(house).await;
        for (who, status) in [
            (Who::Administrator, StatusCode::FORBIDDEN),
            (Who::Researcher, StatusCode::NOT_FOUND),
            (Who::Stranger, StatusCode::NOT_FOUND),
        ] {
            let mut other = house.signed_in(who);
            assert_eq!(other.get(&publication).await.status, status, "{who:?}");
            assert_eq!(other.upload(&publication, &TEXT, ("", b"")).await.status, status, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_writes_for_two_parties_sees_both_and_says_for_which() {
    in_each_house(async |house| {
        let (ngo, municipality) = (Who::Researcher.party().to_string(), Who::Official.party().to_string());
        let part = [("role", "editor"), ("party", municipality.as_str())];
        let parts = format!("/desk/people/{}/parts", Who::Researcher.id());
        assert_eq!(house.signed_in(Who::Administrator).post(&parts, &part).await.status, StatusCode::SEE_OTHER);
        let mut both = house.signed_in(Who::Researcher);
        let list = both.get("/desk/publications").await.text();
        for party in [&ngo, &municipality] {
            assert!(list.contains(&format!("{}/publications/new?party={party}", home())), "{list}");
        }
        let form = both.get(&format!("{}/publications/new?party={municipality}", home())).await.text();
        let action = format!("{}/publications?party={municipality}", home());
        assert!(form.contains(&format!("action=\"{action}\"")), "{form}");
        let sent = both.upload(&action, &TEXT, ("", b"")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        assert_eq!(house.signed_in(Who::Official).get(&address).await.status, StatusCode::OK);
        let foreign = format!("{}/publications?party={}", home(), Who::Stranger.party());
        assert_eq!(both.upload(&foreign, &TEXT, ("", b"")).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_told_by_two_at_once_is_one() {
    in_each_house(async |house| {
        let [mut one, mut two, mut three] = [(); 3].map(|()| house.signed_in(Who::Administrator));
        let [first, second, third] = ["parvi", "vtori", "treti"].map(|slug| with(&PROJECT, &[("slug", slug)]));
        let answers = tokio::join!(
            one.post("/desk/projects", &first),
            two.post("/desk/projects", &second),
            three.post("/desk/projects", &third),
        );
        let founded =
            [answers.0, answers.1, answers.2].iter().filter(|one| one.status == StatusCode::SEE_OTHER).count();
        assert_eq!(founded, 1);
        let parties = house.read(|tx, tenant| tx.parties(tenant));
        assert_eq!(parties.iter().filter(|party| party.name.bulgarian == "Фондация „Опит“").count(), 1);
    })
    .await;
}
