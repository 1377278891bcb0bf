use super::house::{House, Who, in_each_house};
use axum::http::StatusCode;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF";

fn new_address() -> String {
    format!("/desk/projects/{}/publications", web::sample::invented_project().id)
}

const TEXT: [(&str, &str); 4] = [
    ("kind", "news"),
    ("title", "Кутията е отворена"),
    ("summary", "Накратко."),
    ("body", "## Как\n\nС <script>три</script> подписа."),
];

async fn begin(house: &House, who: Who) -> (crate::visitor::Visitor, String) {
    let mut writer = house.signed_in(who);
    let sent = writer.upload(&new_address(), &TEXT, ("", b"")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    (writer, sent.header("location").split('?').next().unwrap().to_owned())
}

const PUBLIC: &str = "/projects/primerovo/publications/kutiyata-e-otvorena";

#[tokio::test]
async fn from_a_draft_to_its_second_version() {
    in_each_house(async |house| {
        let (mut writer, address) = begin(house, Who::Researcher).await;
        let mut public = house.visitor();
        assert_eq!(public.get(PUBLIC).await.status, StatusCode::NOT_FOUND, "a draft is nobody's business");
        assert!(writer.get("/desk").await.text().contains("Чернова на публикация"));

        let mut fields = TEXT.to_vec();
        fields.push(("file_title", "Протокол"));
        let attached = writer.upload(&address, &fields, ("протокол.pdf", PDF)).await;
        let page = writer.follow(&attached).await;
        assert!(page.text().contains("протокол.pdf"), "{}", page.text());
        let preview = writer.get(&format!("{address}/preview")).await;
        assert!(preview.text().contains("&lt;script&gt;"), "{}", preview.text());
        assert!(!preview.text().contains("<script>три"));
        assert_eq!(public.get(PUBLIC).await.status, StatusCode::NOT_FOUND);

        fields.push(("then", "publish"));
        let published = writer.upload(&address, &fields, ("", b"")).await;
        assert!(writer.follow(&published).await.text().contains("Публикувано"), "{}", published.text());
        house.pass_seconds(2);
        let seen = public.get(PUBLIC).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.text().contains("Кутията е отворена"));

        let mut revised = TEXT.to_vec();
        revised[1].1 = "Кутията е отворена и преброена";
        revised.push(("slug", "друг-адрес"));
        let saved = writer.upload(&address, &revised, ("", b"")).await;
        let page = writer.follow(&saved).await;
        assert!(page.text().contains("публикувана е версия 1, поправката чака"), "{}", page.text());
        house.pass_seconds(2);
        assert!(!public.get(PUBLIC).await.text().contains("преброена"), "the public version stays as it is");

        revised.push(("then", "publish"));
        writer.upload(&address, &revised, ("", b"")).await;
        house.pass_seconds(2);
        let seen = public.get(PUBLIC).await;
        assert!(seen.text().contains("преброена"), "{}", seen.text());
        let versions = house.read(|tx, tenant| {
            let all = tx.publications(tenant, web::sample::invented_project().id)?;
            let id = all.iter().find(|known| known.slug.as_str() == "kutiyata-e-otvorena").unwrap().id;
            tx.public_versions(tenant, id)
        });
        assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [2, 1], "all versions stay");
        assert_eq!(versions[0].attachments.len(), 1);
        assert_eq!(writer.get(&format!("{address}/versions/1")).await.status, StatusCode::OK);
        assert_eq!(writer.get(&format!("{address}/versions/9")).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn each_party_keeps_its_own_words() {
    in_each_house(async |house| {
        for (writer, other) in [(Who::Researcher, Who::Official), (Who::Official, Who::Researcher)] {
            let mut fields = TEXT.to_vec();
            let title = if writer == Who::Researcher {
                "Думите на фондацията"
            } else {
                "Думите на общината"
            };
            fields[1].1 = title;
            let sent = house.signed_in(writer).upload(&new_address(), &fields, ("", b"")).await;
            let address = sent.header("location").split('?').next().unwrap().to_owned();
            let mut stranger = house.signed_in(other);
            for path in ["", "/preview", "/versions/1"] {
                assert_eq!(stranger.get(&format!("{address}{path}")).await.status, StatusCode::NOT_FOUND);
            }
            let changed = stranger.upload(&address, &TEXT, ("", b"")).await;
            assert_eq!(changed.status, StatusCode::NOT_FOUND, "{other:?} changed the words of {writer:?}");
            assert!(!stranger.get("/desk/publications").await.text().contains(title));
            assert_eq!(house.signed_in(Who::Administrator).get(&address).await.status, StatusCode::FORBIDDEN);
        }
        let elsewhere = house.signed_in(Who::Stranger).upload(&new_address(), &TEXT, ("", b"")).await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "only parties of the project write in it");
    })
    .await;
}

#[tokio::test]
async fn s18_what_is_not_what_its_name_says_is_refused_and_nothing_typed_is_lost() {
    in_each_house(async |house| {
        let (mut writer, address) = begin(house, Who::Official).await;
        let check = async |visitor: &mut crate::visitor::Visitor, name: &str, bytes: &[u8]| {
            let answer = visitor.upload(&address, &TEXT, (name, bytes)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.text().contains("не може да бъде приложен"), "{name}: {}", answer.text());
            assert_eq!(answer.value_of("title"), "Кутията е отворена");
        };
        check(&mut writer, "доклад.pdf", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff").await;
        check(&mut writer, "доклад.pdf", b"\x7fELF\x02\x01\x01\x00").await;
        check(&mut writer, "снимка.png", b"<!doctype html><script>alert(1)</script>").await;
        check(&mut writer, "снимка.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>").await;
        check(&mut writer, "снимка.jpg", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff").await;
        check(&mut writer, "снимка.jpg", b"#!/bin/sh\nrm -rf /").await;
        check(&mut writer, "страница.html", b"<html></html>").await;
        check(&mut writer, "картина.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>").await;
        let large = writer.upload(&address, &TEXT, ("голям.pdf", &vec![b' '; 21 * 1024 * 1024])).await;
        assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);

        let refused = writer.upload(&new_address(), &[("title", " "), ("body", "Нещо")], ("", b"")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("няма заглавие") && refused.text().contains("Нещо"));
        let taken = writer.upload(&new_address(), &TEXT, ("", b"")).await;
        assert!(taken.text().contains("вече има този адрес"), "{}", taken.text());
        let odd = writer.upload(&new_address(), &[("title", "Заглавие"), ("slug", "../x")], ("", b"")).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
