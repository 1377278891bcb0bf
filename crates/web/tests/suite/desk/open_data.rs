//! The answers of a study on their way to everybody: checked, published by a person, read by anybody, taken back.

use super::house::{House, Who, in_each_house};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use web::sample;

const PUBLIC: &str = "/projects/primerovo/studies/uchastie/data";

fn desk() -> String {
    format!("/desk/studies/{}/data", sample::studies()[0].id)
}

/// So many people answered, on paper and online.
fn answered(house: &House, numbers: std::ops::Range<u8>) {
    house.write(move |tx, tenant| {
        let audience = &sample::studies()[0].audiences[0];
        for number in numbers {
            let mut response = sample::response(audience.id, audience.questionnaire.unwrap(), number);
            response.answers.0.insert("wish".parse().unwrap(), survey::Answer::Text("Пише Малахит.".to_owned()));
            tx.add_response(tenant, &response)?;
        }
        Ok::<_, store::StoreFault>(())
    });
}

async fn published(visitor: &mut Visitor) -> Answer {
    visitor.post(&desk(), &[("act", "publish"), ("licence", "CC-BY-4.0"), ("confirmed", "yes")]).await
}

/// The addresses of the files on the page.
fn files(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.starts_with(&format!("{PUBLIC}/"))).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_publishes_everybody_can_read_until_it_is_taken_back() {
    in_each_house(async |house| {
        answered(house, 1..121);
        let mut researcher = house.signed_in(Who::Researcher);
        let mut anybody = house.visitor();
        assert_eq!(anybody.get(PUBLIC).await.status, StatusCode::NOT_FOUND, "nobody has published it");
        for number in ["1", "0", "-1", "едно", "4294967296"] {
            let file = format!("{PUBLIC}/{number}/answers.csv");
            assert_eq!(anybody.get(&file).await.status, StatusCode::NOT_FOUND, "{number}");
        }
        let page = researcher.get(&desk()).await.text();
        assert!(page.contains("може да се публикува") && page.contains("не се публикува"), "{page}");
        assert!(page.contains("Отделни отговори се публикуват при поне 30"), "the officials are a handful: {page}");

        let unconfirmed = researcher.post(&desk(), &[("act", "publish"), ("licence", "CC-BY-4.0")]).await;
        assert!(unconfirmed.text().contains("Отбележете, че сте прегледали"), "{}", unconfirmed.text());
        let unlicensed = researcher.post(&desk(), &[("act", "publish"), ("confirmed", "yes")]).await;
        assert!(unlicensed.text().contains("Изберете лиценз"), "{}", unlicensed.text());
        assert_eq!(anybody.get(PUBLIC).await.status, StatusCode::NOT_FOUND);

        let done = published(&mut researcher).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert!(researcher.follow(&done).await.text().contains("Отворените данни са публикувани"));
        house.pass_seconds(2);
        let page = anybody.get(PUBLIC).await.text();
        let files = files(&page);
        for ending in
            [".zip", ".csv", ".sav", ".xlsx", "-ddi.xml", "-dcat.jsonld", "-codebook.html", "-datapackage.json"]
        {
            assert!(files.iter().any(|file| file.ends_with(ending)), "{ending}: {files:?}");
        }
        assert!(page.contains("CC-BY-4.0") && page.contains("Демонстрационни данни"), "{page}");
        for file in &files {
            let answer = anybody.get(file).await;
            assert_eq!(answer.status, StatusCode::OK, "{file}");
            assert!(answer.header("content-disposition").starts_with("attachment"), "{file}");
            assert!(answer.header("x-robots-tag").starts_with("noindex"), "{file}");
            assert!(page.contains(answer.header("etag").trim_matches('"')), "the page tells the digest of {file}");
            // Nobody has read what people wrote, so it is in nothing.
            assert!(!answer.text().contains("Малахит"), "{file}");
        }
        let table = files.iter().find(|file| file.ends_with("uchastie-residents.csv")).unwrap();
        let table = anybody.get(table).await.text();
        let rows = table.lines().count() - 1;
        assert!(rows >= 120 && page.contains(&format!("Отговорили: {rows}")), "{table}");
        assert!(table.starts_with("response_mode,") && !table.contains("2023-06-01"), "{table}");
        let results = anybody.get("/projects/primerovo/studies/uchastie").await.text();
        assert!(results.contains(&format!("href=\"{PUBLIC}\"")), "{results}");
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Публикувани отворени данни"), "{journal}");

        // A version that differs by one person would tell that person's answers.
        answered(house, 121..122);
        let near = published(&mut researcher).await;
        assert!(near.text().contains("разликата е един човек"), "{}", near.text());
        answered(house, 122..130);
        assert_eq!(published(&mut researcher).await.status, StatusCode::SEE_OTHER);

        let gone = format!("{}/1/withdrawal", desk());
        assert_eq!(researcher.post(&gone, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(researcher.post(&gone, &[]).await.status, StatusCode::NOT_FOUND);
        house.pass_seconds(2);
        for file in &files {
            assert_eq!(anybody.get(file).await.status, StatusCode::NOT_FOUND, "{file} was taken back");
            assert_eq!(anybody.get(&file.replace("/1/", "/2/")).await.status, StatusCode::OK, "{file}");
        }
        assert!(anybody.get(PUBLIC).await.text().contains("Оттеглена на"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_goes_out_before_the_results_and_nobody_else_lets_it_out() {
    in_each_house(async |house| {
        answered(house, 1..121);
        let publish = [("act", "publish"), ("licence", "CC0-1.0"), ("confirmed", "yes")];
        for who in [Who::Official, Who::Stranger] {
            let answer = house.signed_in(who).post(&desk(), &publish).await;
            assert!(
                matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND),
                "{who:?}: {}",
                answer.status
            );
        }
        let open = format!("/desk/studies/{}/data", sample::studies()[1].id);
        let mut researcher = house.signed_in(Who::Researcher);
        assert!(researcher.get(&open).await.text().contains("след като проучването приключи"));
        let early = researcher.post(&open, &publish).await;
        assert!(early.text().contains("след като проучването приключи"), "{}", early.text());
        assert_eq!(house.visitor().get("/projects/primerovo/studies/gishe/data").await.status, StatusCode::NOT_FOUND);
        // What another instance of the check shows changes nothing.
        let checked = researcher.post(&desk(), &[("act", "check"), ("trait/residents/response_mode", "omit")]).await;
        assert_eq!(checked.status, StatusCode::OK);
        assert!(checked.text().contains("<option value=\"omit\" selected>"), "{}", checked.text());
        assert_eq!(house.visitor().get(PUBLIC).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
