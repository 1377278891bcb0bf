use super::house::{House, Who, in_each_house};
use super::imports::{form as form_of, post, set};
use crate::visitor::Visitor;
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
        let table = post(&mut researcher, &address, &form_of(&page, "rejected")).await;
        assert!(table.header("content-type").starts_with("text/csv"));
        assert!(table.text().contains("\"3\",\"B\""), "{}", table.text());
        assert!(!table.text().contains("\"=1"), "no cell that a spreadsheet would compute");

        let mut changed = form_of(&page, "import");
        set(&mut changed, "column-3", "");
        let looked_at = post(&mut researcher, &address, &changed).await;
        assert_eq!(looked_at.status, StatusCode::OK, "what was changed after looking is looked at again");
        assert_eq!(house.read(imported), 0);
        let done = post(&mut researcher, &address, &form_of(&page, "import")).await;
        let study = researcher.follow(&done).await;
        assert!(study.text().contains("Отговорите от файла са добавени"), "{}", study.text());
        assert!(study.text().contains("„стари.csv“"), "{}", study.text());
        assert_eq!(house.read(imported), 2);

        let again = post(&mut researcher, &address, &form_of(&page, "import")).await;
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
            ("книга.xls", &b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..]),
        ] {
            let answer = researcher.upload(&form, &[], (name, bytes)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.text().contains("Има какво да се поправи"), "{name}");
        }
    })
    .await;
}

/// A workbook with headers that no question has, a moment for a day, and a row that stands twice.
fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let rows = [
        ["Timestamp", "Отношение", "Друго нещо"],
        ["2023-07-01 10:00", "5", "Повече гишета"],
        ["2023-07-01 11:00", "5", "Повече гишета"],
        ["2023-07-02 09:00", "4", "Нищо"],
        ["вчера", "4", "Нищо"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[tokio::test]
async fn somebody_says_what_the_columns_of_a_workbook_mean() {
    in_each_house(async |house| {
        let residents = house.residents();
        let imported = move |tx: &mut store::Transaction, tenant| tx.answers_by(tenant, residents, Mode::Imported);
        let mut researcher = house.signed_in(Who::Researcher);
        let form = format!("/desk/audiences/{residents}/answers");
        let sent = researcher.upload(&form, &[], ("книга.xlsx", &workbook())).await;
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let page = researcher.follow(&sent).await;
        assert!(page.text().contains("Използват се 1 от 3 колони"), "{}", page.text());
        assert!(page.text().contains("2023-07-01 10:00 · 2023-07-01 11:00"), "{}", page.text());
        let mut fields = form_of(&page, "check");
        assert!(fields.contains(&("column-0".to_owned(), "day".to_owned())));
        set(&mut fields, "column-1", "manner");
        set(&mut fields, "column-2", "manner");
        let refused = post(&mut researcher, &address, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("href=\"#column-2\""), "{}", refused.text());
        let mut fields = form_of(&refused, "check");
        set(&mut fields, "column-2", "wish");
        let checked = post(&mut researcher, &address, &fields).await;
        assert!(checked.text().contains("3 отговора могат да бъдат приети"), "{}", checked.text());
        assert!(checked.text().contains("ред 5, колона A"), "{}", checked.text());
        assert!(checked.text().contains("1 ред казва същото като друг ред преди него: 3"), "{}", checked.text());
        assert_eq!(house.read(imported), 0);
        let mut fields = form_of(&checked, "check");
        fields.push(("skips_within".to_owned(), "yes".to_owned()));
        let skipping = post(&mut researcher, &address, &fields).await;
        assert!(skipping.text().contains("2 отговора могат да бъдат приети"), "{}", skipping.text());
        post(&mut researcher, &address, &form_of(&skipping, "import")).await;
        assert_eq!(house.read(imported), 2);

        // The same file put right and sent again: what is there already is told before it is doubled.
        let again = "day;manner;wish\n2023-07-01;5;Повече гишета\n2023-07-05;3;Пейки\n".as_bytes();
        let sent = researcher.upload(&form, &[], ("пак.csv", again)).await;
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let page = researcher.follow(&sent).await;
        assert!(page.text().contains("внесен с по-ранен файл: 2"), "{}", page.text());
        let mut fields = form_of(&page, "check");
        fields.push(("skips_before".to_owned(), "yes".to_owned()));
        let skipping = post(&mut researcher, &address, &fields).await;
        post(&mut researcher, &address, &form_of(&skipping, "import")).await;
        assert_eq!(house.read(imported), 3);

        let foreign = researcher.upload(&form, &[], ("чужд.csv", "име;адрес\nИван;София\n".as_bytes())).await;
        let page = researcher.follow(&foreign).await;
        assert!(page.text().contains("Използват се 0 от 2 колони"), "{}", page.text());
        assert!(!page.text().contains("value=\"import\""), "nothing to take in yet");
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
        let page = researcher.follow(&sent).await;
        post(&mut researcher, &address, &form_of(&page, "import")).await;
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

async fn take_in(researcher: &mut Visitor, form: &str, name: &str, file: &str) {
    let sent = researcher.upload(form, &[], (name, file.as_bytes())).await;
    let address = sent.header("location").split('?').next().unwrap().to_owned();
    let page = researcher.follow(&sent).await;
    let done = post(researcher, &address, &form_of(&page, "import")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn a_file_is_taken_back_and_everything_is_as_without_it() {
    in_each_house(async |house| {
        let residents = house.residents();
        let mut researcher = house.signed_in(Who::Researcher);
        let form = format!("/desk/audiences/{residents}/answers");
        let quotas = format!("/desk/audiences/{residents}/quotas");
        researcher.post_and_follow(&quotas, &[("ways:desk", "1000")]).await;
        take_in(&mut researcher, &form, "първи.csv", "ways;wish\ndesk;Пейки\npost;\n").await;
        let state = |house: &House| {
            let instance = house.instance.clone();
            let read = house.instance.store.read_blocking(move |tx| {
                let tenant = instance.tenant;
                let study = tx.study_of(tenant, residents)?.unwrap();
                let audience = study.audiences.iter().find(|known| known.id == residents).unwrap().clone();
                let id = audience.questionnaire.unwrap();
                let counts = instance.counts.of(tx, &audience, id, &instance.questionnaires)?.1;
                let waiting = app::fieldwork::number_pending(&instance, tx, &audience, 100)?;
                let taken = tx.quotas(tenant, residents)?[0].taken;
                Ok::<_, app::Failure>(((*counts).clone(), tx.answers_of(tenant, residents)?, waiting, taken))
            });
            read.unwrap()
        };
        let before = state(house);
        take_in(&mut researcher, &form, "втори.csv", "ways;wish\ndesk;Дървета\ndesk online;Ivan\npost;\n").await;
        let with = state(house);
        assert_eq!((with.1, with.2, with.3), (before.1 + 3, before.2 + 2, before.3 + 2));

        // A decision about its words goes with it.
        let queue = format!("/desk/audiences/{residents}/open-answers");
        let pending = researcher.get(&queue).await;
        let (response, question) = (pending.value_of("response"), pending.value_of("question"));
        let keep = [("response", response.as_str()), ("question", &question), ("decision", "keep")];
        researcher.post_and_follow(&queue, &keep).await;

        let study = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
        let page = researcher.get(&format!("/desk/studies/{}", study.id)).await.text();
        let at = page.find("„втори.csv“").expect("the file is listed");
        let link = page[..at].rsplit_once("href=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        assert_eq!(house.signed_in(Who::Stranger).get(&link).await.status, StatusCode::NOT_FOUND);
        let asked = researcher.get(&link).await;
        assert!(asked.text().contains("Отпечатък на файла") && asked.text().contains("Човек 101"), "{}", asked.text());
        let undo = format!("{link}/undoing");
        let stranger = house.signed_in(Who::Stranger).post(&undo, &[("confirmed", "yes")]).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND);
        let refused = researcher.post(&undo, &[("note", "двоен файл")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Не сте потвърдили") && refused.text().contains("двоен файл"));
        assert_eq!(state(house).1, with.1, "nothing has gone yet");

        // Once everybody may have read of it, whoever takes it back says why.
        let shown = survey::Study { results: survey::ResultsPolicy::Live, ..study.clone() };
        house.write(move |tx, tenant| tx.replace_study(tenant, &shown));
        let unsaid = researcher.post(&undo, &[("confirmed", "yes"), ("note", " ")]).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unsaid.text().contains("Напишете защо махате отговорите"), "{}", unsaid.text());
        assert!(unsaid.text().contains("резултатите от проучването"), "{}", unsaid.text());
        let done = researcher.post_and_follow(&undo, &[("confirmed", "yes"), ("note", "двоен файл")]).await;
        assert!(done.text().contains("Отговорите от файла са махнати"), "{}", done.text());
        assert!(done.text().contains("„втори.csv“") && done.text().contains("двоен файл"), "{}", done.text());
        assert_eq!(state(house), before);
        assert_eq!(researcher.get(&link).await.status, StatusCode::NOT_FOUND, "once is once");
        let left = house.read(move |tx, tenant| tx.reviews(tenant, residents));
        assert!(left.len() <= 1, "{left:?}");
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Махнати отговори от внесен файл"), "{journal}");

        // The same file may come again, and no answer of it is taken for a repetition.
        let again = "ways;wish\ndesk;Дървета\ndesk online;Ivan\npost;\n";
        let sent = researcher.upload(&form, &[], ("втори.csv", again.as_bytes())).await;
        let looked_at = researcher.follow(&sent).await;
        assert!(looked_at.text().contains("внесен с по-ранен файл: 4"), "{}", looked_at.text());
        take_in(&mut researcher, &form, "втори.csv", again).await;
        assert_eq!(state(house).1, with.1);
    })
    .await;
}
