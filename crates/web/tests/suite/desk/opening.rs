//! A project is prepared out of sight and opened once, for good.

use super::{
    founding::{PROJECT, found, is_refused, with},
    house::{Who, in_each_house},
};
use crate::visitor::Visitor;
use axum::http::StatusCode;

/// Lets everybody see the project.
pub async fn open(visitor: &mut Visitor, address: &str) {
    let opened = visitor.post_and_follow(&format!("{address}/opening"), &[]).await;
    assert!(opened.text().contains("Проектът е отворен."), "{}", opened.text());
}

#[tokio::test]
async fn a_project_is_a_draft_of_its_own_people_until_it_is_opened() {
    in_each_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let party = Who::Researcher.party().to_string();
        let fields = with(&PROJECT, &[("party", party.as_str()), ("party_name", ""), ("party_site", "")]);
        let founded = administrator.post("/desk/projects", &fields).await;
        let address = founded.header("location").split('?').next().unwrap().to_owned();
        let public = "/projects/opiten-proekt";
        let opening = format!("{address}/opening");

        let mut researcher = house.signed_in(Who::Researcher);
        let page = researcher.get(&address).await.text();
        for words in
            ["Чернова", "цел или описание", "дейности", "финансиране", "на английски", "Отворете проекта за всички"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains(&format!("href=\"{public}\"")), "nothing stands there yet");
        assert!(researcher.get("/desk").await.text().contains("Чернова"));
        let preview = researcher.get(&format!("{address}/preview")).await;
        assert_eq!(preview.status, StatusCode::OK);
        let text = preview.text();
        assert!(text.contains("Едно изречение.") && text.contains("още не е отворен"), "{text}");
        assert!(!text.contains(public), "{text}");
        assert_eq!(house.visitor().get(public).await.status, StatusCode::NOT_FOUND);
        assert_eq!(researcher.get(public).await.status, StatusCode::NOT_FOUND, "the address is everybody's");

        // The official is of no party of this project, nor is the stranger.
        for who in [Who::Official, Who::Stranger] {
            let mut other = house.signed_in(who);
            assert_eq!(other.get(&format!("{address}/preview")).await.status, StatusCode::NOT_FOUND, "{who:?}");
            assert_eq!(other.post(&opening, &[]).await.status, StatusCode::NOT_FOUND, "{who:?}");
        }
        // While nobody knows the address it may be changed, whatever is planned.
        let study = [
            ("title", "Проучване"),
            ("purpose", "За да знаем."),
            ("first", "27.07.2023"),
            ("last", "30.07.2023"),
            ("results", "after-closing"),
        ];
        let planned = researcher.post(&format!("{address}/studies"), &study).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.text());
        let study = planned.header("location").split('?').next().unwrap().to_owned();
        assert!(researcher.get(&study).await.text().contains("адресите за отговаряне не работят"));
        let form = researcher.get(&format!("{address}/words")).await;
        let made_of = form.value_of("made_of");
        let words = with(&PROJECT[..6], &[("slug", "nov-adres"), ("published", "01.07.2023"), ("made_of", &made_of)]);
        let changed = researcher.post(&format!("{address}/words"), &words).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.text());

        // Who has not shown lately who they are is asked first.
        house.pass_seconds(3_600);
        let asked = researcher.post(&opening, &[]).await;
        assert!(asked.header("location").starts_with("/desk/confirmation"), "{:?}", asked.headers);
        let mut researcher = house.signed_in(Who::Researcher);
        open(&mut researcher, &address).await;
        let text = house.visitor().get("/projects/nov-adres").await.text();
        assert!(text.contains("Публикувано 01.07.2023") && text.contains("Обновено 27.07.2023"), "{text}");
        // Once is enough: who is second changes nothing.
        assert_eq!(researcher.post(&opening, &[]).await.status, StatusCode::SEE_OTHER);
        let page = researcher.get(&address).await.text();
        assert!(!page.contains("Чернова") && page.contains("href=\"/projects/nov-adres\""), "{page}");
        let opened: Vec<_> = house.read(|tx, tenant| tx.journal(tenant, None, 100));
        let opened: Vec<_> = opened.into_iter().filter(|entry| entry.kind == "project.opened").collect();
        assert_eq!(opened.len(), 1);
        assert!(opened[0].digests.before.is_some() && opened[0].digests.after.is_some());
        assert!(house.visitor().get("/journal").await.text().contains("Отворен проект за всички"));
        let settled = researcher.get(&format!("{address}/words")).await.value_of("made_of");
        let words = with(&words, &[("slug", "treti-adres"), ("made_of", &settled)]);
        is_refused(&researcher.post(&format!("{address}/words"), &words).await, "slug", "");
    })
    .await;
}

#[tokio::test]
async fn s15_fifty_who_open_a_project_open_it_once() {
    in_each_house(async |house| {
        let address = found(&mut house.signed_in(Who::Administrator)).await;
        let mut sent = Vec::new();
        for _ in 0..50 {
            let (mut administrator, opening) = (house.signed_in(Who::Administrator), format!("{address}/opening"));
            sent.push(tokio::spawn(async move { administrator.post(&opening, &[]).await.status }));
        }
        for one in sent {
            assert_eq!(one.await.unwrap(), StatusCode::SEE_OTHER);
        }
        let journal = house.read(|tx, tenant| tx.journal(tenant, None, 200));
        assert_eq!(journal.iter().filter(|entry| entry.kind == "project.opened").count(), 1);
    })
    .await;
}
