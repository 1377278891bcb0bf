use super::house::{House, Who, in_each_house};
use axum::http::StatusCode;

fn workbook() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/primerovo/residents.xlsx")).unwrap()
}

fn address(house: &House) -> String {
    format!("/desk/audiences/{}/questionnaire", house.residents())
}

#[tokio::test]
async fn a_questionnaire_is_looked_at_before_it_is_adopted() {
    in_each_house(async |house| {
        let before = house.read(|tx, tenant| tx.questionnaires(tenant)).len();
        let mut researcher = house.signed_in(Who::Researcher);
        let sent = researcher.upload(&address(house), &[], ("анкета.xlsx", &workbook())).await;
        let page = researcher.follow(&sent).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("Въпросникът още не е приет"));
        assert!(page.text().contains("анкета.xlsx"));
        assert_eq!(house.read(|tx, tenant| tx.questionnaires(tenant)).len(), before, "nothing is stored yet");

        let confirm = sent.header("location").split('?').next().unwrap().to_owned();
        for _ in 0..2 {
            let study = researcher.post_and_follow(&confirm, &[("name", "анкета.xlsx")]).await;
            assert!(study.text().contains("Въпросникът е приет"), "{}", study.text());
        }
        let after = house.read(|tx, tenant| tx.questionnaires(tenant));
        assert_eq!(after.len(), before + 1, "the button pressed twice adopts once");
        let residents = house.residents();
        let audience = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap().audiences.remove(0);
        let original = after.iter().find(|known| Some(known.id) == audience.questionnaire).unwrap().original.clone();
        assert_eq!(original.unwrap().1, "анкета.xlsx");

        let journal = researcher.get("/desk/journal").await;
        assert!(journal.text().contains("Приет въпросник"));
        let version = format!("/desk/audiences/{residents}/questionnaires/{}", audience.questionnaire.unwrap());
        assert_eq!(researcher.get(&version).await.status, StatusCode::OK);
        assert_eq!(house.signed_in(Who::Stranger).get(&version).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn bad_and_hostile_files_are_refused_with_their_place() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let before = house.read(|tx, tenant| tx.questionnaires(tenant)).len();
        let check = async |visitor: &mut crate::visitor::Visitor, name: &str, bytes: &[u8], expected: &str| {
            let answer = visitor.upload(&address(house), &[], (name, bytes)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.text().contains(expected), "{name}: {}", answer.text());
        };
        check(&mut researcher, "празен.xlsx", b"", "Файлът е празен").await;
        check(&mut researcher, "програма.xlsx", b"MZ\x90\x00", "Това не е въпросник").await;
        check(&mut researcher, "скрипт.xlsx", b"<script>alert(1)</script>", "Това не е въпросник").await;
        let mut cut = workbook();
        cut.truncate(cut.len() / 2);
        check(&mut researcher, "прекъснат.xlsx", &cut, "Нищо не е внесено").await;
        check(&mut researcher, "", b"", "Не е избран файл").await;
        assert_eq!(house.read(|tx, tenant| tx.questionnaires(tenant)).len(), before);

        let large = vec![b'x'; 21 * 1024 * 1024];
        let answer = researcher.upload(&address(house), &[], ("голям.xlsx", &large)).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        let broken = researcher.post(&address(house), &[("file", "x")]).await;
        assert_eq!(broken.status, StatusCode::BAD_REQUEST);
        let unknown = format!("{}/{}", address(house), "0".repeat(64));
        assert_eq!(researcher.get(&unknown).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_file_name_is_shown_and_never_obeyed() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let sent = researcher.upload(&address(house), &[], ("../<img src=x onerror=alert(1)>.xlsx", &workbook())).await;
        let page = researcher.follow(&sent).await;
        assert!(!page.text().contains("<img"), "{}", page.text());
        let forged = format!("{}?name=%3Cscript%3E%22", sent.header("location").split('?').next().unwrap());
        assert!(!researcher.get(&forged).await.text().contains("<script>"));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_questionnaire_stands_beside_it() {
    in_each_house(async |house| {
        let form = "|survey|\n||type|name|label|relevant|\n||select_one how|speed|Не смятате ли, че чакането е дълго?||\n\
                    ||text|why|Защо?|${speed} = 'good' and ${speed} = 'bad'|\n|choices|\n||list_name|name|label|score|\n\
                    ||how|bad|Лошо|1|\n||how|good|Добро|2|\n||how|best|Отлично|3|\n";
        let mut researcher = house.signed_in(Who::Researcher);
        let sent = researcher.upload(&address(house), &[], ("анкета.md", form.as_bytes())).await;
        let page = researcher.follow(&sent).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        let text = page.text();
        for words in [
            "Преглед на въпросника",
            "1 грешка, 3 предупреждения",
            "Въпросът няма да се покаже на никого",
            "лист „survey“, ред 4, колона E",
            "Думите „не смятате ли“ подсказват отговора.",
            "Скалата не е уравновесена: положителни отговори – 2, отрицателни – 1.",
            "Добавете „Не мога да преценя“ извън скалата.",
            "Попълва се за около",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(text.contains("href=\"#label-why\"") && text.contains("id=\"label-why\""), "{text}");
        assert!(!text.contains('⟦'), "{text}");
    })
    .await;
}
