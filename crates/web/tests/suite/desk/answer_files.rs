//! What came with the answers, at the desk: a scan with a card, a list by question, downloads for those who may read the
//! words of people, and for nobody else.

use super::house::{House, Who, in_each_house};
use axum::http::StatusCode;
use base::{Key, QuestionnaireId, TenantId, Text};
use jiff::civil::date;
use survey::{Answer, FileShape, Item, Mode, Question, QuestionKind};

const TAKEN: &[u8] = include_bytes!("../respondent/files/taken.jpg");
const PROTOCOL: [(&str, &str); 5] =
    [("opened_by", "Иван Примеров"), ("opened_on", "2023-07-25"), ("cards", "3"), ("invalid", "0"), ("note", "")];

/// The residents are asked for a scan from now on.
pub fn ask_for_scans(house: &House, tenant: TenantId) {
    let mut questionnaire = web::sample::questionnaire();
    let kind = QuestionKind::File(FileShape { pictures: false, most: 2 });
    let scan = Question::new("scan".parse().unwrap(), Text::bulgarian("Приложете сканирана карта"), kind);
    questionnaire.items.push(Item::Question(scan));
    let (id, residents) = (QuestionnaireId(Key([77; 16])), house.residents());
    house.write(move |tx, _| {
        tx.add_questionnaire(tenant, id, &questionnaire, None, date(2023, 7, 1))?;
        tx.replace_audience_questionnaire(tenant, residents, id)
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_comes_with_a_card_and_is_read_by_those_who_may() {
    in_each_house(async |house| {
        ask_for_scans(house, house.instance.tenant);
        let residents = house.residents();
        let mut researcher = house.signed_in(Who::Researcher);
        let opened = researcher.post(&format!("/desk/audiences/{residents}/boxes"), &PROTOCOL).await;
        let page = researcher.follow(&opened).await;
        assert!(page.text().contains("enctype=\"multipart/form-data\"") && page.text().contains("id=\"q-scan\""));
        let address = format!("{}/cards", opened.header("location").split("/cards").next().unwrap());
        let own = [("-questionnaire", page.value_of("-questionnaire")), ("-card", page.value_of("-card"))];
        let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let wrong = [&own[..], &[("manner", "77")]].concat();
        let refused = researcher.upload_all(&address, &wrong, &[("scan", "карта 12.jpg", TAKEN)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains("карта 12.jpg"), "what was attached stays: {text}");
        let held = refused.value_of("scan");
        let right = [&own[..], &[("manner", "4"), ("scan", &held)]].concat();
        let entered = researcher.upload_all(&address, &right, &[]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());

        let kept = house.read(move |tx, tenant| tx.responses_after(tenant, residents, None, 1000));
        let card = kept.iter().find(|response| response.mode == Mode::Paper && response.batch.is_some()).unwrap();
        let Some(Answer::Files(files)) = card.answers.get("scan") else { panic!("{card:?}") };
        let [file] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!(file.name, None);

        let study = researcher.get(&format!("/desk/studies/{}", web::sample::studies()[1].id)).await.text();
        assert!(study.contains("Файлове към отговорите (1)"), "{study}");
        let list = format!("/desk/audiences/{residents}/files");
        let listed = researcher.get(&list).await.text();
        let name = format!("scan-{}.jpg", file.mark());
        assert!(listed.contains(&name) && listed.contains("Приложете сканирана карта"), "{listed}");
        assert!(!listed.contains("карта 12.jpg"));
        let one = format!("{list}/{}", file.file);
        let download = researcher.get(&one).await;
        assert_eq!(download.status, StatusCode::OK);
        assert!(download.bytes.starts_with(&[0xff, 0xd8, 0xff]));
        assert_eq!(download.header("content-disposition"), format!("attachment; filename*=UTF-8''{name}"));
        assert_eq!(download.header("content-type"), "application/octet-stream");
        assert_eq!(download.header("x-content-type-options"), "nosniff");
        assert!(download.header("content-security-policy").contains("sandbox"));
        assert!(download.header("cache-control").contains("no-store"));

        for who in [Who::Official, Who::Administrator, Who::Stranger] {
            for address in [&list, &one] {
                let status = house.signed_in(who).get(address).await.status;
                assert!(
                    status == StatusCode::FORBIDDEN || status == StatusCode::NOT_FOUND,
                    "{who:?} {address} {status}"
                );
            }
        }
        let status = house.visitor().get(&one).await.status;
        assert_eq!(status, StatusCode::SEE_OTHER, "first sign in");
        assert_eq!(house.visitor().get(&format!("/files/{}/a.jpg", file.file)).await.status, StatusCode::NOT_FOUND);
        // Not through another audience, of the same people's studies or of others.
        let others: Vec<_> = web::sample::studies().into_iter().flat_map(|study| study.audiences).collect();
        for audience in others.iter().filter(|audience| audience.id != residents) {
            let foreign = researcher.get(&format!("/desk/audiences/{}/files/{}", audience.id, file.file)).await;
            assert_eq!(foreign.status, StatusCode::NOT_FOUND, "{}", audience.code);
        }
        let unknown = researcher.get(&format!("{list}/{}", "0".repeat(64))).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    })
    .await;
}
