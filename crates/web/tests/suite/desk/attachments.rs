//! Files on publications: looked into, made anew where they are pictures, told of with everything that is known of them.

use super::house::{Who, in_each_house};
use axum::http::StatusCode;
use data_encoding::BASE64;

/// One point.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const TEXT: [(&str, &str); 4] =
    [("kind", "news"), ("title", "Снимка от гишето"), ("summary", "Накратко."), ("body", "Думи.")];

const PUBLIC: &str = "/projects/primerovo/publications/snimka-ot-gisheto";

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_made_anew_and_told_of_where_its_publication_is() {
    in_each_house(async |house| {
        let clean = BASE64.decode(PNG.as_bytes()).unwrap();
        let polyglot = [clean, b"<script>alert(1)</script> 42.0512, 24.5431".to_vec()].concat();
        let mut writer = house.signed_in(Who::Researcher);
        let begin = format!("/desk/projects/{}/publications", web::sample::invented_project().id);
        let file = [
            ("file_title", "Гишето"),
            ("file_title_en", "The counter"),
            ("file_language", "bg"),
            ("file_access", "not-at-all"),
        ];
        let fields = [&TEXT[..], &file].concat();
        let begun = writer.upload(&begin, &fields, ("../../снимка.png", &polyglot)).await;
        let draft = begun.header("location").split('?').next().unwrap().to_owned();
        let kept = house.read(|tx, tenant| {
            let all = tx.publications(tenant, web::sample::invented_project().id)?;
            Ok(all.into_iter().find(|one| one.slug.as_str() == "snimka-ot-gisheto").unwrap().version.attachments)
        });
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].name.as_str(), kept[0].media_type.as_str()), ("снимка.png", "image/png"));
        let address = format!("/files/{}/a.png", kept[0].file);
        assert_eq!(house.visitor().get(&address).await.status, StatusCode::NOT_FOUND, "a draft's file is nobody's");

        writer.upload(&draft, &[&TEXT[..], &[("then", "publish")]].concat(), ("", b"")).await;
        house.pass_seconds(2);
        let page = house.visitor().get(PUBLIC).await.text();
        for expected in ["Гишето", "PNG", "на български", "не се чете с екранен четец", &kept[0].file.to_string()]
        {
            assert!(page.contains(expected), "{expected}: {page}");
        }
        let english = house.visitor().get(&format!("/en{PUBLIC}")).await.text();
        assert!(english.contains("The counter") && english.contains("a screen reader cannot read it"), "{english}");
        let data: serde_json::Value =
            serde_json::from_str(&house.visitor().get(&format!("{PUBLIC}.json")).await.text()).unwrap();
        assert_eq!(data["attachments"][0]["accessibility"], "not-at-all");
        assert_eq!(data["attachments"][0]["language"], "bg");

        let download = house.visitor().get(&address).await;
        assert_eq!(download.status, StatusCode::OK);
        assert!(download.bytes.starts_with(b"\x89PNG"));
        assert!(!download.text().contains("script") && !download.text().contains("42.0512"));
        assert!(download.header("content-disposition").starts_with("attachment;"));
        assert_eq!(download.header("x-content-type-options"), "nosniff");
        let told = house.read(|tx, tenant| tx.journal(tenant, None, 9));
        let told = told.iter().find(|entry| entry.kind == "publication.published").unwrap();
        assert!(told.facts.contains(&("sha256".to_owned(), kept[0].file.to_string())), "{told:?}");
        let whole = app::journal::verify(&house.instance.store, &app::journal::Witness::default()).unwrap();
        assert!(whole.is_ok(), "{whole:?}");

        // What is told of a file is told for good.
        house.write(|tx, _| tx.execute("update attached set accessibility = 'whole'", &[]));
        let broken = app::journal::verify(&house.instance.store, &app::journal::Witness::default()).unwrap();
        assert!(matches!(broken.unwrap_err().what, app::journal::Broken::VersionAltered { .. }));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_kept_is_refused_beside_its_field() {
    in_each_house(async |house| {
        let mut writer = house.signed_in(Who::Researcher);
        let begin = format!("/desk/projects/{}/publications", web::sample::invented_project().id);
        let png = BASE64.decode(PNG.as_bytes()).unwrap();
        let mut bomb = png.clone();
        bomb[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec();
        let cases: [(&str, &[u8], &str); 5] = [
            ("картина.svg", &svg, "не може да бъде приложен"),
            ("картина.png", &svg, "не може да бъде приложен"),
            ("картина.jpg", &png, "не може да бъде приложен"),
            ("счупена.png", &png[..40], "не може да се отвори"),
            ("бомба.png", &bomb, "Изображението"),
        ];
        for (name, bytes, expected) in cases {
            let refused = writer.upload(&begin, &TEXT, (name, bytes)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            let text = refused.text();
            assert!(text.contains("id=\"file-error\"") && text.contains(expected), "{name}: {text}");
            assert!(text.contains("Снимка от гишето"), "{name}: what was typed stays");
        }
    })
    .await;
}
