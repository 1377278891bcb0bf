//! The people of a group: written down before the answers, shown beside them, and not changed afterwards.

use super::house::{House, Who, in_each_house};
use crate::respondent::study::short_questionnaire;
use axum::http::StatusCode;
use base::{Key, LanguageTag, QuestionnaireId, ResponseKey};
use store::StoreFault;
use survey::{Answer, Mode, Response};

const ASKED: QuestionnaireId = QuestionnaireId(Key([77; 16]));

/// Nobody has answered the residents' new questionnaire yet.
fn begin(house: &House) {
    let residents = house.residents();
    house.write(move |tx, tenant| {
        for table in ["response", "response_count", "uncounted", "counted"] {
            tx.execute(&format!("delete from {table}"), &[])?;
        }
        tx.add_questionnaire(tenant, ASKED, &short_questionnaire(), None, web::sample::DAY)?;
        tx.replace_audience_questionnaire(tenant, residents, ASKED)
    });
}

/// So many say that they used a service, and so many that they did not.
fn answer(house: &House, yes: u8, no: u8) {
    let residents = house.residents();
    house.write(move |tx, tenant| {
        let day = web::sample::DAY;
        for number in 0..yes + no {
            let used = Answer::One(if number < yes { "yes" } else { "no" }.parse().unwrap(), None);
            let response = Response {
                key: ResponseKey(Key([number + 1; 16])),
                audience: residents,
                questionnaire: ASKED,
                mode: Mode::Online,
                batch: None,
                day,
                language: LanguageTag::BULGARIAN,
                seed: None,
                quotable: None,
                answers: [("capacity".parse().unwrap(), Answer::Integer(40)), ("used".parse().unwrap(), used)]
                    .into_iter()
                    .collect(),
            };
            tx.add_response(tenant, &response)?;
        }
        Ok::<(), StoreFault>(())
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn the_people_of_a_group_are_written_down_and_compared() {
    in_each_house(async |house| {
        begin(house);
        let residents = house.residents();
        let mut researcher = house.signed_in(Who::Researcher);
        let address = format!("/desk/audiences/{residents}/population");
        let page = researcher.get(&address).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        assert!(page.text().contains("name=\"used:yes\"") && !page.text().contains("name=\"capacity:"));
        assert_eq!(house.signed_in(Who::Stranger).get(&address).await.status, StatusCode::NOT_FOUND);
        let made_of = page.value_of("made_of");

        let table = "въпрос;отговор;дял\nused;yes;60\nused;no;30\n";
        let filled = researcher.post(&address, &[("act", "fill"), ("table", table), ("made_of", &made_of)]).await;
        assert_eq!(filled.status, StatusCode::OK, "{}", filled.text());
        assert!(filled.text().contains("value=\"60\"") && filled.text().contains("още нищо не е запазено"));
        let unknown = researcher.post(&address, &[("act", "fill"), ("table", "used;maybe;1")]).await;
        assert_eq!(unknown.status, StatusCode::OK, "the first line may be the names of the columns");
        let unknown = researcher.post(&address, &[("act", "fill"), ("table", "x;y;z\nused;maybe;1")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unknown.text().contains("на ред 2"), "{}", unknown.text());

        let form = |no: &'static str, misses: &'static str| {
            vec![
                ("act", "set"),
                ("made_of", made_of.as_str()),
                ("taken_from", "Който мине през гишето през май"),
                ("misses", misses),
                ("used::measure", "shares"),
                ("used:yes", "60"),
                ("used:no", no),
                ("used::source", "Регистър на услугите"),
                ("used::as_of", "01.05.2023"),
            ]
        };
        let wrong = researcher.post(&address, &form("30", "")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("Процентите се събират на 90, а не на 100"), "{}", wrong.text());
        assert!(wrong.text().contains("href=\"#used:yes\"") && wrong.text().contains("value=\"Регистър на услугите\""));
        let kept = researcher.post_and_follow(&address, &form("40", "Младите")).await;
        assert!(kept.text().contains("Запазено е.") && kept.text().contains("value=\"40\""), "{}", kept.text());
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Записано кои са хората от група") && journal.contains("Който мине през гишето"));
        let stale = researcher.post(&address, &form("40", "Старите")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody was faster");

        // Too few to say anything, then enough.
        let study = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
        let fieldwork = format!("/desk/studies/{}/fieldwork", study.id);
        let early = researcher.get(&fieldwork).await.text();
        assert!(early.contains("трябват поне 30"), "{early}");
        answer(house, 34, 10);
        let told = researcher.get(&fieldwork).await.text();
        assert!(told.contains("+17") && told.contains("−17"), "34 of 44 are 77 %, not 60: {told}");
        let report = researcher.get(&format!("/desk/studies/{}/report", study.id)).await.text();
        for words in ["Който мине през гишето през май.", "Не обхваща: Младите.", "Регистър на услугите", "+17"]
        {
            assert!(report.contains(words), "{words}: {report}");
        }

        // What stood there before the answers stays; what nobody had thought of may be added.
        let page = researcher.get(&address).await;
        assert!(page.text().contains("Вече има отговори"), "{}", page.text());
        let made_of = page.value_of("made_of");
        let late = |yes: &'static str, no: &'static str| {
            let mut fields = form(no, "Младите");
            fields.retain(|(name, _)| !["made_of", "used:yes"].contains(name));
            fields.extend([("made_of", made_of.as_str()), ("used:yes", yes)]);
            fields
        };
        let settled = researcher.post(&address, &late("70", "30")).await;
        assert_eq!(settled.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(settled.text().contains("записано преди първия отговор"), "{}", settled.text());
        assert_eq!(researcher.post(&address, &late("60", "40")).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_handful_nothing_is_compared() {
    in_each_house(async |house| {
        begin(house);
        let residents = house.residents();
        let mut researcher = house.signed_in(Who::Researcher);
        let address = format!("/desk/audiences/{residents}/population");
        let made_of = researcher.get(&address).await.value_of("made_of");
        let fields = [
            ("made_of", made_of.as_str()),
            ("used::measure", "people"),
            ("used:yes", "3"),
            ("used:no", "1"),
            ("used::source", "Списък"),
            ("used::as_of", "01.05.2023"),
        ];
        researcher.post_and_follow(&address, &fields).await;
        answer(house, 40, 3);
        let study = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
        let told = researcher.get(&format!("/desk/studies/{}/fieldwork", study.id)).await.text();
        let gaps =
            told.split_once("Кои отговарят и кои са хората").unwrap().1.split_once("</table>").unwrap().0.to_owned();
        assert!(!gaps.contains("93\u{202f}%"), "the other share would tell of the three: {gaps}");
    })
    .await;
}
