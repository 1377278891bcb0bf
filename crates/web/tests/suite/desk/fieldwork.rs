//! How the fieldwork goes, as a researcher reads it: sums that single nobody out.

use super::house::{House, Who, in_each_house};
use axum::http::StatusCode;
use base::{AudienceId, Key, ResponseKey};
use jiff::civil::date;
use std::collections::BTreeMap;
use store::Draft;
use survey::{Answers, Mode, Response};
use web::sample;

/// The study whose fieldwork is under way, with forty residents and six officials who answered.
fn address() -> String {
    format!("/desk/studies/{}/fieldwork", sample::studies()[1].id)
}

fn adds(house: &House, responses: Vec<Response>) {
    let tenant = house.instance.tenant;
    let add = move |tx: &mut store::Transaction| {
        for response in &responses {
            tx.add_response(tenant, response)?;
        }
        Ok::<_, store::StoreFault>(())
    };
    house.instance.store.write_blocking(add).unwrap();
}

/// Answers to the residents' questionnaire that nobody else gave.
fn response(number: u8, mode: Mode, day: jiff::civil::Date) -> Response {
    let audience = &sample::studies()[1].audiences[0];
    let known = sample::response(audience.id, audience.questionnaire.unwrap(), 0);
    let key = ResponseKey(Key([number; 16]));
    let wish = survey::Answer::Text(format!("Желание {number}"));
    let answers = Answers(BTreeMap::from([("wish".parse().unwrap(), wish)]));
    Response { key, mode, day, answers, ..known }
}

/// Cells of the row that begins with these words, in the first table that has one.
fn row(page: &str, name: &str) -> Vec<String> {
    let Some(from) = page.find(&format!("{name}</th>")) else { panic!("no row {name}: {page}") };
    let row = page[from..].split("</tr>").next().unwrap();
    row.split("<td").skip(1).map(|cell| cell.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_fieldwork_is_told_in_sums_that_single_nobody_out() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let study = researcher.get(&format!("/desk/studies/{}", sample::studies()[1].id)).await;
        assert!(study.text().contains(&address()), "{}", study.text());
        // Forty came in one week; in the week after only three more on paper, and one from a file.
        adds(house, (201..204).map(|number| response(number, Mode::Paper, date(2023, 6, 5))).collect());
        adds(house, vec![response(210, Mode::Imported, date(2023, 6, 6))]);
        let page = researcher.get(&address()).await;
        assert_eq!(page.status, StatusCode::OK);
        let page = page.text();
        assert!(page.contains("44 отговора"), "{page}");
        assert_eq!(row(&page, "29.05.2023 – 11.06.2023"), ["27", "16"], "three go with the week before");
        assert!(!page.contains("data-label=\"От файл\""), "one answer is not told by week: {page}");
        // The four passed over the battery, which is too few to be told.
        let manner = sample::questionnaire().question("manner").unwrap().label.bulgarian.clone();
        assert_eq!(row(&page, &manner), ["всички", "под 5", "–"]);
        let officials = page.split("Служители на общината</h2>").nth(1).unwrap();
        assert!(officials.contains("6 отговора") && officials.contains("твърде малко"), "{officials}");
        assert!(!officials.contains("29.05.2023"), "four and two are told by no week: {officials}");
        assert_eq!(row(officials, &manner), ["–", "–", "–"]);
        // Every tenth gave one answer throughout, and so did those in between; some could not judge a row.
        assert_eq!(row(&page, "Доколко сте доволни от…")[..2], ["28", "8"]);
        assert!(page.contains("Отговори, които съвпадат дума по дума с друг: 35."), "{page}");

        adds(house, (211..214).map(|number| response(number, Mode::Paper, date(2023, 6, 7))).collect());
        let page = researcher.get(&address()).await;
        assert_eq!(row(&page.text(), &manner), ["всички", "7", "15\u{202f}%"], "{}", page.text());
        assert_eq!(row(&page.text(), "05.06.2023 – 11.06.2023"), ["0", "6"]);
    })
    .await;
}

#[tokio::test]
async fn where_people_stop_is_told_when_enough_have_begun() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let audience = sample::studies()[1].audiences[0].clone();
        let begins = |numbers: std::ops::Range<u8>, audience: AudienceId, seen: &str| {
            let seen = seen.to_owned();
            let (tenant, questionnaire) =
                (house.instance.tenant, sample::studies()[1].audiences[0].questionnaire.unwrap());
            let add = move |tx: &mut store::Transaction| {
                for number in numbers.clone() {
                    let submission = Key([number; 16]);
                    let document = format!(
                        "{{\"submission\":\"{submission}\",\"answers\":\"{{}}\",\"typed\":{{}},\"seen\":{seen}}}"
                    );
                    let key = Key([number; 16]);
                    let draft = Draft { key, audience, questionnaire, expires: date(2023, 8, 20), document };
                    tx.replace_draft(tenant, &draft)?;
                }
                Ok::<_, store::StoreFault>(())
            };
            house.instance.store.write_blocking(add).unwrap();
        };
        begins(1..10, audience.id, "[]");
        // Those of another audience are not counted here.
        begins(100..120, sample::studies()[0].audiences[0].id, "[]");
        let page = researcher.get(&address()).await;
        assert!(!page.text().contains("Започнали и още не изпратили"), "nine are too few: {}", page.text());
        let questionnaire = sample::questionnaire();
        let journey = survey::Journey::of(&questionnaire, &Answers::default(), date(2023, 7, 27));
        let pages: Vec<String> = journey.pages().iter().map(|page| format!("\"{}\"", page.code)).collect();
        begins(10..13, audience.id, &format!("[{}]", pages.join(",")));
        let page = researcher.get(&address()).await;
        assert!(page.text().contains("Започнали и още не изпратили: 12."), "{}", page.text());
        let first = journey.pages()[0].questions().next().unwrap();
        let title = journey.pages()[0].title.unwrap_or(&first.label).bulgarian.clone();
        assert_eq!(row(&page.text(), &title), ["почти всички"]);
        assert_eq!(row(&page.text(), "Преглед преди изпращане"), ["под 5"]);
    })
    .await;
}

#[tokio::test]
async fn only_who_may_read_the_report_early_reads_how_the_fieldwork_goes() {
    in_each_house(async |house| {
        for (who, status) in [
            (Who::Researcher, StatusCode::OK),
            (Who::Official, StatusCode::FORBIDDEN),
            (Who::Administrator, StatusCode::FORBIDDEN),
            (Who::Stranger, StatusCode::NOT_FOUND),
        ] {
            assert_eq!(house.signed_in(who).get(&address()).await.status, status, "{who:?}");
        }
    })
    .await;
}
