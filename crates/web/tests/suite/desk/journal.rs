use super::{
    founding::with,
    house::{Who, in_each_house},
};
use axum::http::StatusCode;

/// The address of a draft tells what it is about.
#[tokio::test]
async fn s06_a_draft_is_in_nobody_elses_journal() {
    in_each_house(async |house| {
        let project = web::sample::invented_project().id;
        let fields =
            [("kind", "news"), ("title", "Още не е казано"), ("slug", "oshte-ne-e-kazano"), ("body", "Текст.")];
        let mut writer = house.signed_in(Who::Researcher);
        let sent = writer.upload(&format!("/desk/projects/{project}/publications"), &fields, ("", b"")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let reads = async |who| house.signed_in(who).get("/desk/journal").await.text().contains("oshte-ne-e-kazano");
        assert!(reads(Who::Researcher).await && reads(Who::Administrator).await);
        assert!(!reads(Who::Official).await, "the other party of the project");
        assert!(!reads(Who::Stranger).await, "somebody with no part in the project");

        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let mut published = fields.to_vec();
        published.push(("then", "publish"));
        writer.upload(&address, &published, ("", b"")).await;
        assert!(reads(Who::Official).await, "what is public is in every journal");
    })
    .await;
}

#[tokio::test]
async fn a_study_is_in_the_journal_of_those_who_see_it() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let fields = [("opened_by", "Трима души"), ("opened_on", "27.07.2023"), ("cards", "3"), ("invalid", "0")];
        let opened = researcher.post(&format!("/desk/audiences/{}/boxes", house.residents()), &fields).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
        let reads = async |who| house.signed_in(who).get("/desk/journal").await.text().contains("протокол за кутия");
        assert!(reads(Who::Researcher).await && reads(Who::Official).await && reads(Who::Administrator).await);
        assert!(!reads(Who::Stranger).await);
    })
    .await;
}

/// Results speak for other people, or show a handful, after such a change: it must stand who made it, and what was before.
#[tokio::test]
async fn what_a_plan_said_before_is_told() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let audience = format!("/desk/audiences/{}/plan", house.residents());
        let study = format!("/desk/studies/{}/plan", web::sample::studies()[1].id);
        let plans: [(&str, &[(&str, &str)]); 4] = [
            (&audience, &[("name", "Хора"), ("population", "8"), ("invited", "7"), ("counts_agreed", "yes")]),
            (&audience, &[("name", "Жители"), ("population", "9"), ("invited", "6"), ("plan_online", "5")]),
            (&study, &[("title", "Първо"), ("purpose", "Едно."), ("last", "20.08.2023")]),
            (&study, &[("title", "Второ"), ("purpose", "Друго."), ("last", "21.08.2023")]),
        ];
        for (address, fields) in plans {
            let made_of = researcher.get(address).await.value_of("made_of");
            let fields = with(fields, &[("made_of", &made_of)]);
            let saved = researcher.post(address, &fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        }
        let journal = researcher.get("/desk/journal").await.text();
        for told in [
            "име преди: Граждани, НПО, бизнес и администрация",
            "име преди: Хора · хора в групата преди: 8 · поканени преди: 7",
            "съгласие за показване като брой преди: да · по план по интернет преди: –",
            "заглавие преди: Оценка на новото гише",
            "заглавие преди: Първо",
            "цел преди: Едно. · последен ден преди: 20.08.2023",
        ] {
            assert!(journal.contains(told), "{told}: {journal}");
        }
    })
    .await;
}

/// Whoever holds a setup link can become that person, so it must stand who made it.
#[tokio::test]
async fn who_hands_out_a_setup_link_is_named() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        administrator.post(&format!("/desk/people/{}/setup-link", Who::Official.id()), &[]).await;
        let journal = administrator.get("/desk/journal").await.text();
        let (before, _) = journal.split_once("Издадена връзка за парола").unwrap();
        let row = before.rsplit("<tr").next().unwrap();
        assert!(row.contains("Човек 103"), "{row}");
        assert!(!house.signed_in(Who::Stranger).get("/desk/journal").await.text().contains("Издадена връзка"));
        assert!(house.signed_in(Who::Official).get("/desk/journal").await.text().contains("Издадена връзка"));
    })
    .await;
}

/// Administrators and auditors know the people; all others their roles and organisations.
#[tokio::test]
async fn names_are_for_those_who_see_the_whole_journal() {
    in_each_house(async |house| {
        let project = web::sample::invented_project().id;
        let fields =
            [("kind", "news"), ("title", "Новина"), ("slug", "novina"), ("body", "Текст."), ("then", "publish")];
        let mut writer = house.signed_in(Who::Researcher);
        writer.upload(&format!("/desk/projects/{project}/publications"), &fields, ("", b"")).await;
        let reads = async |who| house.signed_in(who).get("/desk/journal").await.text();
        for who in [Who::Researcher, Who::Administrator] {
            assert!(reads(who).await.contains("Човек 101"), "{who:?}");
        }
        let by_role = reads(Who::Official).await;
        assert!(!by_role.contains("Човек 101"));
        assert!(by_role.contains("Изследовател · Фондация „Примерен глас“"), "{by_role}");
    })
    .await;
}
