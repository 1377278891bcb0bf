use super::house::{Who, in_each_house};
use axum::http::StatusCode;
use survey::Mode;

const FILE: &str = "\u{feff}ways;manner;clarity;wish\ndesk online;5;4;Повече гишета\ndesk;7;4;\n=1+1;5;4;\npost;;9;Пишете ми на ivan@example.bg\n";

#[tokio::test]
async fn a_file_of_answers_from_upload_to_the_report() {
    in_each_house(async |house| {
        let residents = house.residents();
        let imported = move |tx: &mut store::Transaction, tenant| tx.answers_by(tenant, residents, Mode::Imported);
        let mut researcher = house.signed_in(Who::Researcher);
        let form = format!("/desk/audiences/{residents}/answers");
        let sent = researcher.upload(&form, &[], ("стари.csv", FILE.as_bytes())).await;
        let page = researcher.follow(&sent).await;
        assert!(page.text().contains("2 отговора могат да бъдат приети"), "{}", page.text());
        assert!(page.text().contains("2 отхвърлени реда"));
        assert!(page.text().contains("ред 3, колона B"), "{}", page.text());
        assert_eq!(house.read(imported), 0, "nothing is added before it is confirmed");

        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let table = researcher.get(&format!("{address}/rejected.csv")).await;
        assert!(table.header("content-type").starts_with("text/csv"));
        assert!(table.text().contains("\"3\",\"B\""), "{}", table.text());
        assert!(!table.text().contains("\"=1"), "no cell that a spreadsheet would compute");

        let study = researcher.post_and_follow(&address, &[("name", "стари.csv")]).await;
        assert!(study.text().contains("Отговорите от файла са добавени"), "{}", study.text());
        assert!(study.text().contains("„стари.csv“"), "{}", study.text());
        assert_eq!(house.read(imported), 2);

        let again = researcher.post(&address, &[("name", "стари.csv")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text().contains("Този файл вече е внесен"));
        let upload = researcher.upload(&form, &[], ("пак.csv", FILE.as_bytes())).await;
        let kind = researcher.follow(&upload).await;
        assert!(kind.text().contains("не се добавя втори път"));
        assert_eq!(house.read(imported), 2);
        assert_eq!(house.signed_in(Who::Stranger).get(&address).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_file_of_answers_is_refused() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let form = format!("/desk/audiences/{}/answers", house.residents());
        for (name, bytes) in [
            ("празен.csv", &b""[..]),
            ("книга.csv", &b"PK\x03\x04\x00\x00\x00\x00"[..]),
            ("чужд.csv", "име;адрес\nИван;София\n".as_bytes()),
        ] {
            let answer = researcher.upload(&form, &[], (name, bytes)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.text().contains("Има какво да се поправи"), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn open_answers_are_read_by_a_person_first() {
    in_each_house(async |house| {
        let residents = house.residents();
        let mut researcher = house.signed_in(Who::Researcher);
        let form = format!("/desk/audiences/{residents}/answers");
        let sent = researcher.upload(&form, &[], ("стари.csv", FILE.as_bytes())).await;
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        researcher.post(&address, &[("name", "стари.csv")]).await;
        assert!(researcher.get("/desk").await.text().contains("2 свободни отговора чакат"));

        let queue = format!("/desk/audiences/{residents}/open-answers");
        let mut page = researcher.get(&queue).await;
        for _ in 0..2 {
            let text = page.text();
            let (response, question) = (page.value_of("response"), page.value_of("question"));
            let decide = |decision: &'static str, words: &'static str| {
                vec![
                    ("response", response.clone()),
                    ("question", question.clone()),
                    ("decision", decision.to_owned()),
                    ("words", words.to_owned()),
                ]
            };
            let mail = text.contains("ivan@example.bg");
            if mail {
                assert!(text.contains("<mark title=\"електронен адрес\">ivan@example.bg"), "{text}");
                assert!(text.contains("Пишете ми на [електронен адрес]</textarea>"), "{text}");
                let empty = decide("redact", " ");
                let empty: Vec<(&str, &str)> = empty.iter().map(|(name, value)| (*name, value.as_str())).collect();
                let refused = researcher.post(&queue, &empty).await;
                assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
                assert!(refused.text().contains("Няма какво да се покаже"));
            }
            assert!(!text.contains("отношението"), "nothing else of the respondent stands beside");
            let fields = if mail { decide("redact", "Пишете ми.") } else { decide("keep", "") };
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            page = researcher.post_and_follow(&queue, &fields).await;
        }
        assert!(page.text().contains("Всички свободни отговори на тази група са прочетени"), "{}", page.text());

        let instance = house.instance.clone();
        let data = house.instance.store.read_blocking(move |tx| {
            let study = tx.study_of(instance.tenant, residents)?.unwrap();
            app::study::load_study(&instance, tx, study)
        });
        let mut shown: Vec<String> =
            data.unwrap().audiences[0].open_answers.iter().map(|answer| answer.words.clone()).collect();
        shown.sort();
        assert_eq!(shown, ["Пишете ми.", "Повече гишета"]);

        let forged = [("response", "aaaaaaaaaaaaaaaaaaaaaaaaaa"), ("question", "wish"), ("decision", "keep")];
        assert_eq!(researcher.post(&queue, &forged).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
