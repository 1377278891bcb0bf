//! Questionnaires made at the desk: from nothing to published and answered, by two people at once, with every way back.

use super::house::{House, Who, in_each_house};
use super::imports;
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use base::{Key, Moment, PersonId, Role};
use store::{Membership, Person};

fn beginning(house: &House) -> String {
    format!("/desk/audiences/{}/drafts", house.residents())
}

/// Begins a draft and tells its address.
async fn begun(visitor: &mut Visitor, house: &House, from: &str) -> String {
    let sent = visitor.upload(&beginning(house), &[("from", from)], ("", b"")).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.header("location").to_owned()
}

async fn revision(visitor: &mut Visitor, home: &str) -> String {
    let page = visitor.get(home).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    if page.text().contains("name=\"revision\"") { page.value_of("revision") } else { "1".to_owned() }
}

/// Sends a form over the newest revision.
async fn send(visitor: &mut Visitor, home: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let made_on = revision(visitor, home).await;
    let fields: Vec<(&str, &str)> =
        [("revision", made_on.as_str())].into_iter().chain(fields.iter().copied()).collect();
    visitor.post(&format!("{home}{path}"), &fields).await
}

#[track_caller]
fn went_well(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

/// Adds a question and tells its code.
async fn added(visitor: &mut Visitor, home: &str, fields: &[(&str, &str)]) -> String {
    let sent = send(visitor, home, "/items", fields).await;
    went_well(&sent);
    sent.header("location").split_once("#item-").unwrap().1.to_owned()
}

async fn with_six_questions(visitor: &mut Visitor, house: &House) -> String {
    let home = begun(visitor, house, "empty").await;
    let first = added(visitor, &home, &[("kind", "page"), ("label_bg", "Вашето посещение")]).await;
    let here = ("within", first.as_str());
    let used = [here, ("kind", "one"), ("label_bg", "Ползвали ли сте услуга?"), ("options", "Да\nНе\n* Не помня")];
    assert_eq!(added(visitor, &home, &used).await, "q1");
    added(visitor, &home, &[here, ("kind", "integer"), ("label_bg", "Колко пъти?")]).await;
    added(visitor, &home, &[here, ("kind", "many"), ("label_bg", "Какво попречи?"), ("options", "Време\nОпашка")])
        .await;
    let second = added(visitor, &home, &[("kind", "page"), ("label_bg", "Оценка")]).await;
    let here = ("within", second.as_str());
    let grid = [
        here,
        ("kind", "grid"),
        ("label_bg", "Доколко Ви удовлетворява"),
        ("rows", "Учтивостта\nСрокът"),
        ("scale", "ready:satisfaction"),
    ];
    added(visitor, &home, &grid).await;
    added(visitor, &home, &[here, ("kind", "long-text"), ("label_bg", "Какво да се подобри?")]).await;
    home
}

#[tokio::test]
async fn a_questionnaire_is_made_published_and_answered() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        // The second question is asked only of some; its condition is picked from lists.
        let question = researcher.get(&format!("{home}/items/q2")).await;
        assert!(question.text().contains("Ползвали ли сте услуга?"), "{}", question.text());
        let fields = [
            ("code", "times"),
            ("kind", "integer"),
            ("label_bg", "Колко пъти?"),
            ("condition_as", "lists"),
            ("condition_join", "all"),
            ("condition_0_question", "q1"),
            ("condition_0_test", "is"),
            ("condition_0_answer", "q1:o1"),
            ("least", "1"),
            ("most", "50"),
            ("required", "yes"),
            ("required_message_bg", "От това зависи следващият въпрос."),
        ];
        went_well(&send(&mut researcher, &home, "/items/q2", &fields).await);
        let outline = researcher.get(&home).await.text();
        assert!(outline.contains("Показва се само ако „Ползвали ли сте услуга?“ е „Да“."), "{outline}");
        assert!(outline.contains("Нищо не липсва"), "{outline}");

        let residents = house.residents();
        let before = house.read(|tx, tenant| tx.questionnaires(tenant)).len();
        let confirm = researcher.get(&format!("{home}/publication")).await;
        assert!(confirm.text().contains("Публикуваната версия не може да се променя"), "{}", confirm.text());
        for _ in 0..2 {
            let made_on = confirm.value_of("revision");
            let study = researcher.post_and_follow(&format!("{home}/publication"), &[("revision", &made_on)]).await;
            assert!(study.text().contains("Въпросникът е приет"), "{}", study.text());
        }
        let after = house.read(|tx, tenant| tx.questionnaires(tenant));
        assert_eq!(after.len(), before + 1, "the button pressed twice publishes once");
        let journal = researcher.get("/desk/journal").await;
        assert_eq!(journal.text().matches("Приет въпросник").count(), 1, "one act, whatever was typed before");

        // Somebody answers what was made a moment ago.
        let audience = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
        let token = audience.audiences.iter().find(|known| known.id == residents).unwrap().token.clone();
        let mut resident = house.visitor();
        let sent = resident.post(&format!("/s/{token}/drafts"), &[]).await;
        let page = resident.follow(&sent).await;
        assert!(page.text().contains("Ползвали ли сте услуга?"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn two_people_lose_nothing_of_each_other() {
    in_each_house(async |house| {
        let other = PersonId(Key([111; 16]));
        house.write(move |tx, tenant| {
            let person = Person {
                id: other,
                account: "second".to_owned(),
                name: "Втори Изследовател".to_owned(),
                email: None,
                password_hash: None,
                deactivated: None,
                created: Moment(0),
                memberships: vec![Membership { party: Who::Researcher.party(), role: Role::Researcher }],
            };
            tx.add_person(tenant, &person)
        });
        let mut first = house.signed_in(Who::Researcher);
        let mut second = house.signed_in_as(other);
        let home = begun(&mut first, house, "empty").await;
        let code = added(&mut first, &home, &[("kind", "text"), ("label_bg", "Как мина?")]).await;
        let question = format!("{home}/items/{code}");
        let made_on = first.get(&question).await.value_of("revision");
        let typed = |label: &'static str| {
            [("code", "q1"), ("kind", "text"), ("label_bg", label), ("condition_as", "lists")].to_vec()
        };
        let with = |fields: Vec<(&'static str, &'static str)>, made_on: &str| {
            let mut all: Vec<(String, String)> =
                fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            all.push(("revision".to_owned(), made_on.to_owned()));
            all
        };
        let post = async |visitor: &mut Visitor, fields: Vec<(String, String)>| {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            visitor.post(&question, &fields).await
        };
        went_well(&post(&mut second, with(typed("Доволни ли останахте?"), &made_on)).await);
        let refused = post(&mut first, with(typed("Как Ви обслужиха?"), &made_on)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains("Втори Изследовател запази промени"), "{text}");
        assert!(text.contains("Доволни ли останахте?") && text.contains("Как Ви обслужиха?"), "both are shown: {text}");
        // Sending once more replaces the newer words knowingly, and both stay among the states.
        let newest = refused.value_of("revision");
        went_well(&post(&mut first, with(typed("Как Ви обслужиха?"), &newest)).await);
        let history = first.get(&format!("{home}/history")).await.text();
        assert!(history.contains("Втори Изследовател"), "{history}");

        // A button of an old page does nothing but tell.
        let stale = first.post(&format!("{question}/copy"), &[("revision", &made_on)]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!stale.text().contains("q1_2"));

        // What somebody typed into a question that is gone is shown all the same.
        let made_on = second.get(&question).await.value_of("revision");
        went_well(&first.post(&format!("{question}/removal"), &[("revision", &made_on)]).await);
        let gone = post(&mut second, with(typed("Написано с труд"), &made_on)).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(gone.text().contains("Написано с труд"), "{}", gone.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_removed_is_told_and_can_be_brought_back() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        let shown = [
            ("code", "q2"),
            ("kind", "integer"),
            ("label_bg", "Колко пъти?"),
            ("condition_as", "text"),
            ("relevance", "${q1} = 'o1' and today() > '2020-01-01'"),
        ];
        went_well(&send(&mut researcher, &home, "/items/q2", &shown).await);
        let before = revision(&mut researcher, &home).await;
        let asked = researcher.get(&format!("{home}/items/q1/removal")).await;
        assert!(asked.text().contains("кога се показва „Колко пъти?“"), "{}", asked.text());
        let unmended = send(&mut researcher, &home, "/items/q1/removal", &[]).await;
        assert_eq!(unmended.status, StatusCode::UNPROCESSABLE_ENTITY);
        went_well(&send(&mut researcher, &home, "/items/q1/removal", &[("mends", "yes")]).await);
        assert!(!researcher.get(&home).await.text().contains("Ползвали ли сте услуга?"));
        let earlier = researcher.get(&format!("{home}/history/{before}")).await;
        assert!(earlier.text().contains("Ползвали ли сте услуга?"), "{}", earlier.text());
        went_well(&send(&mut researcher, &home, "/history", &[("state", &before)]).await);
        let outline = researcher.get(&home).await.text();
        assert!(outline.contains("Ползвали ли сте услуга?"), "{outline}");
        assert!(
            outline.contains("today() &#62; &#39;2020-01-01&#39;"),
            "what lists cannot show stays as text: {outline}"
        );
    })
    .await;
}

#[tokio::test]
async fn mistakes_are_told_beside_their_field_and_nothing_typed_is_lost() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        let check = async |researcher: &mut Visitor, path: &str, fields: &[(&str, &str)], expected: &str| {
            let answer = send(researcher, &home, path, fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {fields:?}");
            assert!(answer.text().contains(expected), "{expected}: {}", answer.text());
            for (_, value) in fields.iter().filter(|(name, _)| name.starts_with("label")) {
                assert!(answer.text().contains(value), "{value} is lost");
            }
        };
        let base = [("code", "q2"), ("kind", "integer"), ("label_bg", "Мой текст")];
        let with = |more: &[(&'static str, &'static str)]| [base.as_slice(), more].concat();
        check(
            &mut researcher,
            "/items/q2",
            &[("code", "1 2"), ("kind", "integer"), ("label_bg", "Мой текст")],
            "не може да бъде код",
        )
        .await;
        check(
            &mut researcher,
            "/items/q2",
            &[("code", "q1"), ("kind", "integer"), ("label_bg", "Мой текст")],
            "вече се ползва",
        )
        .await;
        check(&mut researcher, "/items/q2", &with(&[("least", "9"), ("most", "3")]), "Границите не са възможни").await;
        let text = [("condition_as", "text"), ("relevance", "${q1} = ")];
        check(&mut researcher, "/items/q2", &with(&text), "id=\"relevance-error\"").await;
        let unfit = [("condition_0_question", "q1"), ("condition_0_test", "contains"), ("condition_0_answer", "q1:o1")];
        check(&mut researcher, "/items/q2", &with(&unfit), "не може да се сравнява така").await;
        let foreign = [("condition_0_question", "q1"), ("condition_0_test", "is"), ("condition_0_answer", "q3:o1")];
        check(&mut researcher, "/items/q2", &with(&foreign), "не е отговор на").await;
        check(&mut researcher, "/items", &[("kind", "text")], "Въпросът няма текст").await;
        check(&mut researcher, "/items", &[("kind", "unheard"), ("label_bg", "А")], "Видът на въпроса не е избран")
            .await;
        check(&mut researcher, "/languages", &[("language", "bg")], "вече е на този език").await;
        check(&mut researcher, "/languages", &[("other_language", "не")], "не е код на език").await;
        // Two languages: what is not translated is told, and nothing is published before it is.
        went_well(&send(&mut researcher, &home, "/languages", &[("language", "en")]).await);
        let outline = researcher.get(&home).await.text();
        assert!(outline.contains("Липсва превод (en)"), "{outline}");
        let early = send(&mut researcher, &home, "/publication", &[]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.text().contains("не може да се публикува"), "{}", early.text());
    })
    .await;
}

#[tokio::test]
async fn options_are_changed_moved_and_shared() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        let base = [("code", "q1"), ("kind", "one"), ("label_bg", "Ползвали ли сте услуга?"), ("other", "yes")];
        let options = [
            ("option_0_code", "yes"),
            ("option_0_label_bg", "Да"),
            ("option_0_value", "2"),
            ("option_1_code", "no"),
            ("option_1_label_bg", "Не"),
            ("option_1_value", "1,5"),
            ("option_4_label_bg", "Нов отговор"),
        ];
        let all = [base.as_slice(), &options, &[("move", "down:0")]].concat();
        let saved = send(&mut researcher, &home, "/items/q1", &all).await;
        assert!(saved.header("location").ends_with("#options"), "{:?}", saved.headers);
        let page = researcher.get(&format!("{home}/items/q1")).await;
        assert_eq!(page.value_of("option_0_code"), "no", "it changed its place");
        assert_eq!(page.value_of("option_0_value"), "1.5");
        assert_eq!(page.value_of("option_1_code"), "yes");
        assert_eq!(page.value_of("option_3_code"), "other", "„Друго“ came with the tick");
        let ready = [base.as_slice(), &[("scale", "ready:yes_no_recall")]].concat();
        went_well(&send(&mut researcher, &home, "/items/q1", &ready).await);
        assert!(researcher.get(&home).await.text().contains("Не си спомням"));
    })
    .await;
}

#[tokio::test]
async fn a_draft_begins_with_whatever_there_is() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let page = researcher.get(&format!("{}/new", beginning(house))).await;
        assert!(!page.header("content-security-policy").contains("connect-src"));
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        let template = begun(&mut researcher, house, "template:service").await;
        let outline = researcher.get(&template).await;
        assert!(outline.header("content-security-policy").contains("connect-src 'self'"));
        let outline = outline.text();
        assert!(outline.contains("учтивостта на служителите") && outline.contains("Нищо не липсва"), "{outline}");
        let like = begun(&mut researcher, house, &format!("audience:{}", house.residents())).await;
        assert!(researcher.get(&like).await.text().contains("class=\"item\""));
        let workbook = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/primerovo/residents.xlsx"));
        let sent = researcher.upload(&beginning(house), &[("from", "file")], ("а.xlsx", &workbook.unwrap())).await;
        went_well(&sent);
        let bad = researcher.upload(&beginning(house), &[("from", "file")], ("а.xlsx", b"MZ")).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bad.text().contains("Това не е въпросник"), "{}", bad.text());
        let none = researcher.upload(&beginning(house), &[("from", "file")], ("", b"")).await;
        assert!(none.text().contains("Не е избран файл"));
        let unknown = researcher.upload(&beginning(house), &[("from", "template:none")], ("", b"")).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);

        // What goes out comes in again.
        let file = researcher.get(&format!("{template}/questionnaire.xlsx")).await;
        assert!(file.header("content-disposition").starts_with("attachment"));
        went_well(&researcher.upload(&beginning(house), &[("from", "file")], ("а.xlsx", &file.bytes)).await);
        let table = researcher.get(&format!("{template}/questionnaire.md")).await.text();
        assert!(table.contains("| survey |"), "{table}");
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_several_times_is_made_changed_and_published() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = begun(&mut researcher, house, "empty").await;
        added(&mut researcher, &home, &[("kind", "integer"), ("label_bg", "Колко деца имате?")]).await;
        let child = added(&mut researcher, &home, &[("kind", "group"), ("label_bg", "Дете")]).await;
        let here = ("within", child.as_str());
        added(&mut researcher, &home, &[here, ("kind", "integer"), ("label_bg", "На колко години е?")]).await;
        let at = format!("/items/{child}");
        let often = |rounds: &'static str| {
            [
                ("code", child.as_str()),
                ("label_bg", "Дете"),
                ("repeats", "yes"),
                ("rounds", rounds),
                ("repeat_count", "${q1}"),
            ]
        };
        let refused = send(&mut researcher, &home, &at, &often("1")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Броят е число от 2 до 20."), "{}", refused.text());
        went_well(&send(&mut researcher, &home, &at, &often("3")).await);
        let outline = researcher.get(&home).await.text();
        assert!(outline.contains("пита се според предишен отговор, най-много 3 пъти"), "{outline}");
        let form = researcher.get(&format!("{home}{at}")).await.text();
        assert!(form.contains("<option value=\"${q1}\" selected>Колкото е отговорът на „Колко деца имате?“"), "{form}");

        // What stands in it is changed and added to as anything else.
        let age = [("code", "age"), ("kind", "integer"), ("label_bg", "Възраст на детето?")];
        went_well(&send(&mut researcher, &home, "/items/q2", &age).await);
        let who = added(&mut researcher, &home, &[here, ("kind", "text"), ("label_bg", "Какво харесва?")]).await;
        let file = researcher.get(&format!("{home}/questionnaire.md")).await.text();
        assert!(file.contains("begin_repeat") && file.contains("| age |") && !file.contains("age.1"), "{file}");
        let preview = researcher.get(&format!("{home}/preview")).await;
        assert_eq!(preview.status, StatusCode::OK);

        let made_on = researcher.get(&format!("{home}/publication")).await.value_of("revision");
        went_well(&researcher.post(&format!("{home}/publication"), &[("revision", &made_on)]).await);
        let residents = house.residents();
        let codes = house.read(move |tx, tenant| {
            let study = tx.study_of(tenant, residents)?.unwrap();
            let audience = study.audiences.into_iter().find(|known| known.id == residents).unwrap();
            let questionnaire = tx.questionnaire(tenant, audience.questionnaire.unwrap())?.unwrap();
            Ok(questionnaire.questions().map(|question| question.code.to_string()).collect::<Vec<_>>())
        });
        let rounds = (1..=3).flat_map(|round| ["age", who.as_str()].map(|code| format!("{code}.{round}")));
        assert_eq!(codes, std::iter::once("q1".to_owned()).chain(rounds).collect::<Vec<_>>());
    })
    .await;
}

/// What has nothing to tell begins at once; what was left out, guessed or is to be translated is looked at first.
#[tokio::test]
async fn a_draft_begins_with_a_file_of_any_format() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let file = |name: &'static str, bytes: &'static str| (name, bytes.as_bytes());
        let from = [("from", "file")];

        let english = "| survey |\n| | type | name | label::English (en) |\n| | text | why | Why did you come? |\n";
        let sent = researcher.upload(&beginning(house), &from, file("a.md", english)).await;
        went_well(&sent);
        let looked = sent.header("location").to_owned();
        assert!(looked.contains("/questionnaire/"), "{looked}");
        let page = researcher.get(&looked).await;
        let text = page.text();
        assert!(text.contains("липсват преводи") && text.contains("Текстовете не са на български"), "{text}");
        assert!(text.contains("lang=\"en\"") && text.contains("Why did you come?"), "{text}");
        assert!(!text.contains("Приемете въпросника"), "{text}");
        let address = format!("{}/draft", looked.split('?').next().unwrap());
        let sent = researcher.post(&address, &[("name", "a.md")]).await;
        went_well(&sent);
        let home = sent.header("location").to_owned();
        let outline = researcher.get(&home).await.text();
        assert!(outline.contains("Why did you come?") && outline.contains("Липсва превод"), "{outline}");
        let refused = researcher.get(&format!("{home}/publication")).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER, "nothing is published before it is translated");
        let words =
            [("code", "why"), ("kind", "text"), ("label_bg", "Защо дойдохте?"), ("label_en", "Why did you come?")];
        went_well(&send(&mut researcher, &home, "/items/why", &words).await);
        let about = [("title_bg", "Посещение"), ("title_en", "Visit"), ("code", "visit")];
        went_well(&send(&mut researcher, &home, "/about", &about).await);
        assert!(researcher.get(&home).await.text().contains("Нищо не липсва"));

        let survey = r#"{"locale":"bg","title":"Анкета","elements":[{"type":"text","name":"q","title":"Какво?"}]}"#;
        let sent = researcher.upload(&beginning(house), &from, file("a.json", survey)).await;
        went_well(&sent);
        assert!(sent.header("location").starts_with("/desk/drafts/"), "nothing to tell: {}", sent.header("location"));
        let left = r#"{"locale":"bg","title":"Анкета","elements":[{"type":"text","name":"q","title":"Какво?"},
            {"type":"signaturepad","name":"f","title":"Подпис"}]}"#;
        let sent = researcher.upload(&beginning(house), &from, file("a.json", left)).await;
        let page = researcher.get(sent.header("location")).await.text();
        assert!(page.contains("Започнете чернова от него") && page.contains("иска подпис"), "{page}");

        let sheet =
            "Timestamp,Ползвахте ли услуга?\n2023/07/01 10:00:00,Да\n2023/07/02 10:00:00,Не\n2023/07/03 10:00:00,Да\n";
        let sent = researcher.upload(&beginning(house), &from, file("a.csv", sheet)).await;
        let sheets = sent.header("location").to_owned();
        assert!(sheets.contains("/sheets/"), "{sheets}");
        let page = researcher.get(&sheets).await;
        let sheets = sheets.split('?').next().unwrap();
        let checked = imports::post(&mut researcher, sheets, &imports::form(&page, "check")).await;
        let sent = imports::post(&mut researcher, sheets, &imports::form(&checked, "draft")).await;
        went_well(&sent);
        assert!(sent.header("location").starts_with("/desk/drafts/"), "{}", sent.header("location"));
        assert!(researcher.get(sent.header("location")).await.text().contains("Ползвахте ли услуга?"));
    })
    .await;
}

/// Forms that save themselves leave one state for some minutes, not one for each pause.
#[tokio::test]
async fn what_one_person_types_within_minutes_is_one_earlier_state() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        let states = |text: &str| text.matches("name=\"state\"").count();
        let before = states(&researcher.get(&format!("{home}/history")).await.text());
        let says = |words: &'static str| [("code", "q2"), ("kind", "integer"), ("label_bg", words)];
        for words in ["У", "Уч", "Учтив", "Учтивост"] {
            went_well(&send(&mut researcher, &home, "/items/q2", &says(words)).await);
        }
        assert_eq!(states(&researcher.get(&format!("{home}/history")).await.text()), before + 1);
        // A page that was open since the first letter is told of the newer words, not of nothing.
        let late = [("revision", "9"), ("code", "q2"), ("kind", "integer"), ("label_bg", "Друго")];
        let stale = researcher.post(&format!("{home}/items/q2"), &late).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(stale.text().contains("Учтивост") && stale.text().contains("Друго"), "{}", stale.text());
        // Another question, or some minutes later, is another state.
        let other = [("code", "q6"), ("kind", "long-text"), ("label_bg", "Какво друго?")];
        went_well(&send(&mut researcher, &home, "/items/q6", &other).await);
        house.pass_seconds(600);
        went_well(&send(&mut researcher, &home, "/items/q6", &[other[0], other[1], ("label_bg", "Какво още?")]).await);
        assert_eq!(states(&researcher.get(&format!("{home}/history")).await.text()), before + 3);
        let file = researcher.get("/desk/account/data.json").await.text();
        let held: serde_json::Value = serde_json::from_str(&file).unwrap();
        let changes = held["questionnaire_changes"].as_array().unwrap();
        assert!(changes.iter().any(|change| change["question"] == "q6"), "{changes:?}");
    })
    .await;
}

/// A question that another audience is asked under the same name is compared before it is frozen.
#[tokio::test]
async fn before_publication_it_is_told_what_differs_from_other_audiences() {
    in_each_house(async |house| {
        let residents = house.residents();
        let study = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
        let other = study.audiences.iter().find(|known| known.id != residents).unwrap().id;
        let mut researcher = house.signed_in(Who::Researcher);
        let sent = researcher.upload(&format!("/desk/audiences/{other}/drafts"), &[("from", "empty")], ("", b"")).await;
        let theirs = sent.header("location").to_owned();
        added(&mut researcher, &theirs, &[("kind", "integer"), ("label_bg", "Колко пъти?")]).await;
        let made_on = researcher.get(&format!("{theirs}/publication")).await.value_of("revision");
        went_well(&researcher.post(&format!("{theirs}/publication"), &[("revision", &made_on)]).await);

        let home = begun(&mut researcher, house, "empty").await;
        added(&mut researcher, &home, &[("kind", "date"), ("label_bg", "Кога?")]).await;
        let page = researcher.get(&format!("{home}/publication")).await.text();
        assert!(page.contains("Общи въпроси с другите групи"), "{page}");
        assert!(page.contains("Там под същия код се пита друг вид въпрос"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn ready_questions_are_found_and_taken() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = begun(&mut researcher, house, "empty").await;
        let page = added(&mut researcher, &home, &[("kind", "page"), ("label_bg", "Обслужване")]).await;
        let all = researcher.get(&format!("{home}/bank")).await.text();
        assert!(all.contains("50 въпроса"), "{all}");
        let found = researcher.get(&format!("{home}/bank?q=%D0%BA%D0%BE%D1%80%D1%83%D0%BF%D1%86")).await.text();
        assert!(found.contains("corruption_witness") && found.contains("1 въпрос"), "{found}");
        let taken = [("question", "politeness"), ("question", "competence"), ("within", page.as_str())];
        went_well(&send(&mut researcher, &home, "/bank", &taken).await);
        let outline = researcher.get(&home).await.text();
        assert!(outline.contains("компетентността на служителите") && outline.contains("Нищо не липсва"), "{outline}");
    })
    .await;
}

#[tokio::test]
async fn the_preview_walks_by_the_logic_and_keeps_nothing() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        let fields = [
            ("code", "q2"),
            ("kind", "integer"),
            ("label_bg", "Колко пъти?"),
            ("required", "yes"),
            ("condition_0_question", "q1"),
            ("condition_0_answer", "q1:o1"),
        ];
        went_well(&send(&mut researcher, &home, "/items/q2", &fields).await);
        let before = revision(&mut researcher, &home).await;
        let preview = format!("{home}/preview");
        let first = researcher.get(&preview).await;
        assert_eq!(first.status, StatusCode::OK, "{}", first.text());
        let page = researcher.post(&preview, &[("glas:page", ""), ("glas:step", "next")]).await;
        assert!(page.text().contains("Ползвали ли сте услуга?"), "{}", page.text());
        let at = page.value_of("glas:page");
        let appeared = researcher.post(&preview, &[("glas:page", &at), ("glas:step", "next"), ("q1", "o1")]).await;
        assert!(appeared.text().contains("Колко пъти?"), "{}", appeared.text());
        let wrong =
            researcher.post(&preview, &[("glas:page", &at), ("glas:step", "next"), ("q1", "o1"), ("q2", "")]).await;
        assert!(wrong.text().contains("id=\"errors\""), "it is required: {}", wrong.text());
        let next = researcher.post(&preview, &[("glas:page", &at), ("glas:step", "next"), ("q1", "o2")]).await;
        assert!(next.text().contains("Учтивостта"), "{}", next.text());
        assert!(next.text().contains("name=\"q1\" value=\"o2\""), "the answers travel in the form");
        assert_eq!(revision(&mut researcher, &home).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_its_partys_own() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        let colleague = PersonId(Key([112; 16]));
        house.write(move |tx, tenant| {
            let person = Person {
                id: colleague,
                account: "partner".to_owned(),
                name: "Колега".to_owned(),
                email: None,
                password_hash: None,
                deactivated: None,
                created: Moment(0),
                memberships: vec![Membership { party: Who::Official.party(), role: Role::Researcher }],
            };
            tx.add_person(tenant, &person)
        });
        // A researcher of the other party of the same project sees nothing of it.
        let mut colleague = house.signed_in_as(colleague);
        for path in ["", "/items/q1", "/history", "/preview", "/questionnaire.xlsx", "/publication"] {
            assert_eq!(colleague.get(&format!("{home}{path}")).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let study = format!("/desk/studies/{}", web::sample::studies()[1].id);
        assert!(!colleague.get(&study).await.text().contains("Въпросници, които се съставят"));
        assert!(researcher.get(&study).await.text().contains("Въпросници, които се съставят"));
        assert_eq!(house.signed_in(Who::Stranger).get(&home).await.status, StatusCode::NOT_FOUND);
        went_well(&send(&mut researcher, &home, "/removal", &[]).await);
        assert_eq!(researcher.get(&home).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_is_shown_and_never_obeyed() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = begun(&mut researcher, house, "empty").await;
        let evil = "<script>alert(1)</script>\"'${q1}";
        let page = added(&mut researcher, &home, &[("kind", "page"), ("label_bg", evil)]).await;
        let question =
            [("within", page.as_str()), ("kind", "one"), ("label_bg", evil), ("options", evil), ("rows", evil)];
        let refused = send(&mut researcher, &home, "/items", &question).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "one option is too few");
        assert!(!refused.text().contains("<script>alert"));
        let options = format!("{evil}\n{evil} 2");
        let question = [("within", page.as_str()), ("kind", "one"), ("label_bg", evil), ("options", &options)];
        let code = added(&mut researcher, &home, &question).await;
        for path in [
            "",
            "/history",
            "/about",
            "/bank?q=%3Cscript%3Ealert",
            "/preview",
            "/items/new?kind=%3Cscript%3E&within=%22",
            "/history/1",
        ]
        .map(str::to_owned)
        .into_iter()
        .chain(["", "/place", "/removal"].map(|end| format!("/items/{code}{end}")))
        {
            let answer = researcher.get(&format!("{home}{path}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(!answer.text().contains("<script>alert"), "{path}: {}", answer.text());
        }
        let large = "а".repeat(5000);
        let long = send(&mut researcher, &home, "/about", &[("title_bg", &large), ("code", "a")]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        let broken = researcher.post(&format!("{home}/history"), &[("state", "-1")]).await;
        assert_eq!(broken.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_list_of_settlements_is_taken_in_whole_or_refused_with_its_rows() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = with_six_questions(&mut researcher, house).await;
        let item = format!("{home}/items/q1");
        let question = researcher.get(&item).await;
        assert!(question.text().contains(&format!("{item}/places")), "{}", question.text());
        let form = researcher.get(&format!("{item}/places")).await;
        assert!(form.text().contains("ЕКАТТЕ") && form.text().contains("6000 места"), "{}", form.text());
        let revision = form.value_of("revision");
        let mut take = async |revision: &str, table: &str| {
            let fields = [("revision", revision)];
            researcher.upload(&format!("{item}/places"), &fields, ("места.csv", table.as_bytes())).await
        };

        let refused = take(&revision, "код,име\n90001,Примерово\n90001,Баня\n,Перущица").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["2 нередности", "ред 3, колона A", "вече стои на ред 2", "ред 4, колона A"]
        {
            assert!(refused.text().contains(words), "{words}: {}", refused.text());
        }
        let missing = researcher.post(&format!("{item}/places"), &[]).await;
        assert_ne!(missing.status, StatusCode::SEE_OTHER);
        let mut take = async |revision: &str, table: &str| {
            let fields = [("revision", revision)];
            researcher.upload(&format!("{item}/places"), &fields, ("места.csv", table.as_bytes())).await
        };
        let empty = take(&revision, "").await;
        assert!(empty.text().contains("Файлът е празен"), "{}", empty.text());

        let list: String = (0..1200).map(|number| format!("{number},с.,Измислено {number},Примерово\n")).collect();
        let table = format!("код,вид,име,община\n{list}90003,с.,Баня,Карлово\n90004,с.,Баня,Разлог\n");
        let taken = take(&revision, &table).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
        let stale = take(&revision, &table).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody else was faster");
        let question = researcher.get(&item).await.text();
        assert!(question.contains("1202 места") && question.len() < 60_000, "{} {question}", question.len());
        let history = researcher.get(&format!("{home}/history")).await.text();
        assert!(history.contains("Внесен списък с места"), "{history}");
        // The form of the question leaves the list alone.
        let saved = send(
            &mut researcher,
            &home,
            "/items/q1",
            &[("code", "q1"), ("kind", "one"), ("label_bg", "Къде живеете?"), ("look", "settlements")],
        )
        .await;
        went_well(&saved);
        let question = researcher.get(&item).await.text();
        assert!(question.contains("1202 места") && question.contains("Къде живеете?"), "{question}");
        // Only a single choice is answered from a list.
        let other = researcher.get(&format!("{home}/items/q6/places")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
    })
    .await;
}
