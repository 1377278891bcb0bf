//! A study from its plan to its first answer, and what may change afterwards.

use super::{
    founding::{is_refused, with},
    house::{House, Who, in_each_house},
};
use crate::visitor::Visitor;
use axum::http::StatusCode;
use survey::Study;

const STUDY: [(&str, &str); 5] = [
    ("title", "Удобно ли е гишето"),
    ("purpose", "За да променим работното време."),
    ("first", "20.07.2023"),
    ("last", "20.08.2023"),
    ("results", "after-closing"),
];

const AUDIENCE: [(&str, &str); 5] = [
    ("name", "Жители"),
    ("code", "zhiteli"),
    ("collection", "self-selected"),
    ("plan_online", "120"),
    ("plan_paper", "56"),
];

fn project() -> String {
    format!("/desk/projects/{}", web::sample::invented_project().id)
}

fn known(house: &House, slug: &'static str) -> Study {
    let project = web::sample::invented_project().id;
    house.read(move |tx, tenant| tx.study_by_slug(tenant, project, slug)).unwrap()
}

/// Plans the study and answers with its address at the desk.
async fn planned(visitor: &mut Visitor) -> String {
    let planned = visitor.post(&format!("{}/studies", project()), &STUDY).await;
    assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.text());
    planned.header("location").split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn from_a_plan_to_an_open_questionnaire() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let desk = researcher.get(&project()).await.text();
        assert!(desk.contains("/studies/new"), "{desk}");
        let study = planned(&mut researcher).await;
        let page = researcher.get(&study).await.text();
        assert!(page.contains("Още не е избрана група, която да питате"), "{page}");
        assert!(page.contains(&format!("{study}/audiences/new")));
        let added = researcher.post_and_follow(&format!("{study}/audiences"), &AUDIENCE).await;
        assert!(added.text().contains("Групата е добавена") && added.text().contains("Внесете въпросник"));
        let audience = known(house, "udobno-li-e-gisheto").audiences.remove(0);
        assert_eq!(audience.planned(), 176);
        assert_eq!(audience.token.len(), 10, "drawn by chance: {}", audience.token);

        let workbook = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/primerovo/residents.xlsx"));
        let address = format!("/desk/audiences/{}/questionnaire", audience.id);
        let sent = researcher.upload(&address, &[], ("въпросник.xlsx", &workbook.unwrap())).await;
        let adopt = sent.header("location").split('?').next().unwrap().to_owned();
        let adopted = researcher.post_and_follow(&adopt, &[("name", "въпросник.xlsx")]).await;
        assert!(adopted.text().contains("Въпросникът е приет"), "{}", adopted.text());

        house.pass_seconds(2);
        let public = house.visitor().get("/projects/primerovo").await.text();
        assert!(
            public.contains("Удобно ли е гишето") && public.contains(&format!("/s/{}", audience.token)),
            "{public}"
        );
        let start = house.visitor().get(&format!("/s/{}", audience.token)).await;
        assert_eq!(start.status, StatusCode::OK);
        assert!(start.text().contains("За да променим работното време."));
        let journal = house.signed_in(Who::Official).get("/desk/journal").await.text();
        assert!(journal.contains("Създадено проучване") && journal.contains("Добавена група"), "{journal}");
        // What is asked may not be lost by a change of the plan.
        let form = format!("/desk/audiences/{}/plan", audience.id);
        let page = researcher.get(&form).await;
        let kept = [("made_of", page.value_of("made_of")), ("token", page.value_of("token"))];
        let fields = with(&AUDIENCE, &[("plan_online", "200"), ("made_of", &kept[0].1), ("token", &kept[1].1)]);
        assert_eq!(researcher.post(&form, &fields).await.status, StatusCode::SEE_OTHER);
        let changed = known(house, "udobno-li-e-gisheto").audiences.remove(0);
        assert_eq!((changed.planned(), changed.token), (256, audience.token));
        assert!(changed.questionnaire.is_some());
        let [changed, added, created] = house.digests(["audience.changed", "audience.added", "study.created"]);
        assert!(added.after.is_some() && changed.before == added.after && changed.after != changed.before);
        assert!(created.before.is_none() && created.after.is_some());
        let removed = researcher.post(&format!("/desk/audiences/{}/removal", audience.id), &[]).await;
        is_refused(&removed, "form", "Групата има въпросник");
    })
    .await;
}

#[tokio::test]
async fn plans_say_what_is_wrong() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let check = async |visitor: &mut Visitor, changed: &[(&'static str, &'static str)], words: &str| {
            let answer = visitor.post(&format!("{}/studies", project()), &with(&STUDY, changed)).await;
            is_refused(&answer, changed[0].0, words);
        };
        check(&mut researcher, &[("title", "")], "Липсва заглавие").await;
        check(&mut researcher, &[("purpose", "")], "Не е казано за какво е проучването").await;
        check(&mut researcher, &[("first", "утре")], "не е дата").await;
        check(&mut researcher, &[("last", "19.07.2023")], "преди първия").await;
        check(&mut researcher, &[("results", "")], "кога се показват резултатите").await;
        check(&mut researcher, &[("slug", "uchastie")], "вече има този адрес").await;
        check(&mut researcher, &[("results_day", "01.08.2023"), ("results", "live")], "само при").await;
        check(&mut researcher, &[("results_day", "01.07.2023")], "още няма да има отговори").await;

        let study = planned(&mut researcher).await;
        let audiences = format!("{study}/audiences");
        assert_eq!(researcher.post(&audiences, &AUDIENCE).await.status, StatusCode::SEE_OTHER);
        let taken = web::sample::studies()[0].audiences[0].token.clone();
        is_refused(&researcher.post(&audiences, &AUDIENCE).await, "code", "вече има този код");
        let other = with(&AUDIENCE, &[("code", "druga"), ("token", &taken)]);
        is_refused(&researcher.post(&audiences, &other).await, "token", "вече има този адрес за отговаряне");
        let wrong = with(&AUDIENCE, &[("code", "Жители"), ("invited", "9"), ("population", "8")]);
        let answer = researcher.post(&audiences, &wrong).await;
        is_refused(&answer, "code", "не може да бъде код");
        is_refused(&answer, "invited", "повече от хората");
        assert_eq!(answer.value_of("plan_paper"), "56", "what was typed stays");
    })
    .await;
}

#[tokio::test]
async fn only_researchers_of_the_project_plan() {
    in_each_house(async |house| {
        let new = format!("{}/studies/new", project());
        let study = web::sample::studies()[1].id;
        for (who, status) in [
            (Who::Researcher, StatusCode::OK),
            (Who::Official, StatusCode::FORBIDDEN),
            (Who::Administrator, StatusCode::FORBIDDEN),
            (Who::Stranger, StatusCode::NOT_FOUND),
        ] {
            let mut visitor = house.signed_in(who);
            for address in
                [&new, &format!("/desk/studies/{study}/plan"), &format!("/desk/audiences/{}/plan", house.residents())]
            {
                assert_eq!(visitor.get(address).await.status, status, "{who:?} {address}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_people_relied_on_stays_once_they_answered() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let before = known(house, "gishe");
        let form = format!("/desk/studies/{}/plan", before.id);
        let page = researcher.get(&form).await;
        assert!(page.text().contains("Вече има отговори") && !page.text().contains("name=\"slug\""), "{}", page.text());
        let made_of = page.value_of("made_of");
        let fields =
            [("title", "Ново заглавие"), ("purpose", "Същото."), ("last", "01.09.2023"), ("made_of", made_of.as_str())];
        let saved = researcher.post_and_follow(&form, &fields).await;
        assert!(saved.text().contains("Планът е променен"), "{}", saved.text());
        let after = known(house, "gishe");
        assert_eq!(after.fieldwork.last(), jiff::civil::date(2023, 9, 1));
        assert_eq!((after.fieldwork.first(), after.results), (before.fieldwork.first(), before.results));

        let made_of = researcher.get(&form).await.value_of("made_of");
        let check = async |visitor: &mut Visitor, field: &'static str, value: &'static str, words: &str| {
            let changed = with(&fields, &[("made_of", &made_of), (field, value)]);
            let answer = visitor.post(&form, &changed).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(answer.text().contains(words), "{field}: {}", answer.text());
        };
        check(&mut researcher, "slug", "drugo", "Вече има отговори и това не се променя").await;
        check(&mut researcher, "first", "01.07.2023", "Вече има отговори и това не се променя").await;
        check(&mut researcher, "results", "live", "Вече има отговори и това не се променя").await;
        check(&mut researcher, "last", "26.07.2023", "приемаше отговори и след този ден").await;
        assert_eq!(known(house, "gishe"), after);

        let audience = format!("/desk/audiences/{}/plan", house.residents());
        let page = researcher.get(&audience).await;
        assert!(!page.text().contains("name=\"token\"") && page.text().contains("Вече има отговори"));
        let made_of = page.value_of("made_of");
        let plan = [("name", "Жители"), ("plan_online", "5"), ("made_of", made_of.as_str())];
        let saved = researcher.post_and_follow(&audience, &plan).await;
        assert!(saved.text().contains("Планът е променен"));
        let made_of = researcher.get(&audience).await.value_of("made_of");
        for (field, value) in [("code", "drug"), ("token", "drug-adres"), ("collection", "census")] {
            let answer = researcher.post(&audience, &with(&plan, &[("made_of", &made_of), (field, value)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        }
        let kept = known(house, "gishe").audiences.remove(0);
        assert_eq!((kept.code.as_str(), kept.planned()), ("residents", 5));
    })
    .await;
}

#[tokio::test]
async fn results_open_neither_earlier_than_promised_nor_for_those_who_still_answer() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let study = known(house, "gishe");
        let form = format!("/desk/studies/{}/plan", study.id);
        let results = "/projects/primerovo/studies/gishe";
        let shows = async |house: &House| {
            house.pass_seconds(2);
            house.visitor().get("/projects/primerovo").await.text().contains(&format!("href=\"{results}\""))
        };
        assert!(!shows(house).await, "before the last day they are nobody's business");
        let made_of = researcher.get(&form).await.value_of("made_of");
        let fields = [
            ("title", "Ново заглавие"),
            ("purpose", "Същото."),
            ("last", "20.08.2023"),
            ("results_day", "27.07.2023"),
            ("made_of", made_of.as_str()),
        ];
        let refused = researcher.post(&form, &fields).await;
        is_refused(&refused, "results_day", "докато други още отговарят");
        assert!(!shows(house).await, "those who answer now were promised so");
        // A day that was said before the first answer holds.
        let promised = Study { results_published: Some(jiff::civil::date(2023, 7, 27)), ..study };
        house.write(move |tx, tenant| tx.replace_study(tenant, &promised));
        assert!(shows(house).await);
        let made_of = researcher.get(&form).await.value_of("made_of");
        let hidden = with(&fields, &[("results_day", ""), ("made_of", &made_of)]);
        is_refused(&researcher.post(&form, &hidden).await, "results_day", "вече са показани");
        let prolonged = with(&fields, &[("last", "21.08.2023"), ("made_of", &made_of)]);
        is_refused(&researcher.post(&form, &prolonged).await, "last", "проучването не може да се удължи");
        assert_eq!(known(house, "gishe").fieldwork.last(), jiff::civil::date(2023, 8, 20));
    })
    .await;
}

#[tokio::test]
async fn an_old_plan_does_not_overwrite_a_newer_one() {
    in_each_house(async |house| {
        let (mut one, mut two) = (house.signed_in(Who::Researcher), house.signed_in(Who::Researcher));
        let study = planned(&mut one).await;
        let form = format!("{study}/plan");
        let made_of = two.get(&form).await.value_of("made_of");
        let first = with(&STUDY, &[("title", "Първото"), ("slug", "gishe-2"), ("made_of", &made_of)]);
        let second = with(&STUDY, &[("title", "Второто"), ("slug", "gishe-2"), ("made_of", &made_of)]);
        assert_eq!(one.post(&form, &first).await.status, StatusCode::SEE_OTHER);
        let refused = two.post(&form, &second).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Първото") && refused.text().contains("Второто"));
        assert_eq!(known(house, "gishe-2").title.bulgarian, "Първото");
    })
    .await;
}

#[tokio::test]
async fn an_audience_that_nobody_asked_yet_can_go() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let study = planned(&mut researcher).await;
        researcher.post(&format!("{study}/audiences"), &AUDIENCE).await;
        let audience = known(house, "udobno-li-e-gisheto").audiences.remove(0);
        let removal = format!("/desk/audiences/{}/removal", audience.id);
        // A questionnaire that somebody is making would be lost with it.
        let drafts = format!("/desk/audiences/{}/drafts", audience.id);
        let begun = researcher.upload(&drafts, &[("from", "empty")], ("", b"")).await;
        let draft = begun.header("location").to_owned();
        is_refused(&researcher.post(&removal, &[]).await, "form", "съставя въпросник");
        assert_eq!(
            researcher.post(&format!("{draft}/removal"), &[("revision", "1")]).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(researcher.post_and_follow(&removal, &[]).await.text().contains("Махнато е"));
        assert!(known(house, "udobno-li-e-gisheto").audiences.is_empty());
        assert_eq!(researcher.post(&removal, &[]).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_study_can_measure_again_what_was_over_before() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let first = planned(&mut researcher).await;
        let first = first.rsplit('/').next().unwrap().to_owned();
        let studies = format!("{}/studies", project());
        let again = |from, repeats| {
            [("title", "Удобно ли е гишето сега"), ("first", from), ("last", "30.08.2024"), ("repeats", repeats)]
        };
        let earlier = first.as_str();
        let overlapping = researcher.post(&studies, &with(&STUDY, &again("01.08.2023", earlier))).await;
        is_refused(&overlapping, "repeats", "не е приключило преди първия ден");
        let unknown = again("01.08.2024", "aaaaaaaaaaaaaaaaaaaaaaaaaa");
        is_refused(&researcher.post(&studies, &with(&STUDY, &unknown)).await, "repeats", "няма такова проучване");
        let planned = researcher.post(&studies, &with(&STUDY, &again("01.08.2024", earlier))).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.text());
        let study = known(house, "udobno-li-e-gisheto-sega");
        assert_eq!(study.repeats.map(|earlier| earlier.to_string()), Some(first));
        let page = researcher.get(&format!("/desk/studies/{}/plan", study.id)).await.text();
        assert!(page.contains("Измерва отново") && page.contains("selected"), "{page}");
    })
    .await;
}
