//! A project from nothing: founded, told part by part, and changed by those whose page it is.

use super::{
    house::{House, Who, in_each_empty_house, in_each_house},
    opening::open,
};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;

pub const PROJECT: [(&str, &str); 10] = [
    ("title", "Опитен проект"),
    ("place", "Опитово"),
    ("summary", "Едно изречение."),
    ("first", "01.01.2023"),
    ("last", "31.12.2023"),
    ("nature", "real"),
    ("party", "new"),
    ("party_name", "Фондация „Опит“"),
    ("party_kind", "civic-organisation"),
    ("party_site", "https://opit.example/"),
];

/// The fields with some of them typed otherwise.
pub fn with<'a>(fields: &[(&'a str, &'a str)], changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed).copied().collect()
}

/// Founds the project and answers with its address at the desk.
pub async fn found(visitor: &mut Visitor) -> String {
    let founded = visitor.post("/desk/projects", &PROJECT).await;
    assert_eq!(founded.status, StatusCode::SEE_OTHER, "{}", founded.text());
    founded.header("location").split('?').next().unwrap().to_owned()
}

/// A refused form says so, and leads to the field.
pub fn is_refused(answer: &Answer, field: &str, words: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}: {words}");
    assert!(answer.text().contains(words), "{field}: {words}: {}", answer.text());
    assert!(answer.text().contains(&format!("href=\"#{field}\"")), "the summary leads to {field}: {}", answer.text());
}

#[tokio::test]
async fn an_empty_instance_leads_on_to_a_public_page() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let desk = administrator.get("/desk").await.text();
        assert!(desk.contains("Първи стъпки") && desk.contains("href=\"/desk/projects/new\""), "{desk}");
        assert!(desk.contains("href=\"/desk/people/new\""));
        let address = found(&mut administrator).await;
        let page = administrator.get(&format!("{address}?done=founded")).await.text();
        assert!(page.contains("Проектът е създаден") && page.contains("Още няма дейности"), "{page}");
        open(&mut administrator, &address).await;
        let public = house.visitor().get("/projects/opiten-proekt").await.text();
        for words in ["Опитен проект", "Опитово", "Едно изречение.", "Фондация „Опит“", "01.01.2023 – 31.12.2023"]
        {
            assert!(public.contains(words), "{words}");
        }
        assert!(!public.contains("Договор"), "no funding was told");
        let journal = administrator.get("/desk/journal").await.text();
        assert_eq!(journal.matches("Създаден проект").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_founding_says_what_is_wrong_and_keeps_what_was_typed() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let check = async |visitor: &mut Visitor, field: &'static str, value: &'static str, words: &str| {
            let answer = visitor.post("/desk/projects", &with(&PROJECT, &[(field, value)])).await;
            is_refused(&answer, field, words);
            assert!(answer.text().contains("Едно изречение.") || field == "summary", "what was typed stays");
        };
        check(&mut administrator, "title", " ", "Липсва заглавие").await;
        check(&mut administrator, "place", "", "Липсва място").await;
        check(&mut administrator, "summary", "", "Липсва кратко представяне").await;
        check(&mut administrator, "first", "31.02.2023", "не е дата").await;
        check(&mut administrator, "last", "01.01.2022", "свършва, преди да е започнал").await;
        check(&mut administrator, "nature", "maybe", "Не е избрано дали проектът е истински").await;
        check(&mut administrator, "slug", "Опит", "не може да стои в адрес").await;
        check(&mut administrator, "published", "28.07.2023", "още не е дошъл").await;
        check(&mut administrator, "party", "", "Не е избрана организация").await;
        check(&mut administrator, "party_name", "", "Липсва име на организацията").await;
        check(&mut administrator, "party_kind", "", "Не е избран вид").await;
        check(&mut administrator, "party_site", "javascript:alert(1)", "не е адрес на страница").await;
        check(&mut administrator, "story_en", "Only English", "На български частите са 0").await;
        let all = administrator.post("/desk/projects", &[]).await;
        for field in ["title", "place", "summary", "first", "last", "nature", "party"] {
            is_refused(&all, field, "");
        }
        let text = all.text();
        let place = |field: &str| text.find(&format!("href=\"#{field}\"")).unwrap();
        assert!(place("title") < place("place") && place("nature") < place("party"), "in the order of the fields");
        assert!(!text.contains("href=\"#slug\""), "an address follows from the title that is missing");
        assert!(house.read(|tx, tenant| tx.projects(tenant)).is_empty(), "nothing is half kept");
        assert_eq!(house.read(|tx, tenant| tx.parties(tenant)).len(), 1);
        found(&mut administrator).await;
        let again = with(&PROJECT, &[("title", "Друг"), ("slug", "opiten-proekt")]);
        is_refused(&administrator.post("/desk/projects", &again).await, "party_name", "Вече има организация");
        let other = with(&PROJECT, &[("slug", "opiten-proekt"), ("party_name", "Фондация „Втори опит“")]);
        is_refused(&administrator.post("/desk/projects", &other).await, "slug", "Друг проект вече има този адрес");
        assert_eq!(
            house.read(|tx, tenant| tx.parties(tenant)).len(),
            2,
            "the second party came with a refused project"
        );
    })
    .await;
}

#[tokio::test]
async fn s15_of_fifty_who_want_one_address_one_gets_it() {
    in_each_empty_house(async |house| {
        let mut sent = Vec::new();
        for number in 0..50 {
            let mut administrator = house.signed_in(Who::Administrator);
            sent.push(tokio::spawn(async move {
                let name = format!("Организация {number}");
                administrator.post("/desk/projects", &with(&PROJECT, &[("party_name", &name)])).await.status
            }));
        }
        let mut founded = 0;
        for one in sent {
            match one.await.unwrap() {
                StatusCode::SEE_OTHER => founded += 1,
                other => assert_eq!(other, StatusCode::UNPROCESSABLE_ENTITY),
            }
        }
        assert_eq!(founded, 1);
        assert_eq!(house.read(|tx, tenant| tx.projects(tenant)).len(), 1);
    })
    .await;
}

fn invented() -> String {
    format!("/desk/projects/{}", web::sample::invented_project().id)
}

async fn words_of(visitor: &mut Visitor) -> Vec<(String, String)> {
    let form = visitor.get(&format!("{}/words", invented())).await;
    let mut fields = vec![("made_of".to_owned(), form.value_of("made_of"))];
    for name in ["place", "first", "last", "slug", "published"] {
        fields.push((name.to_owned(), form.value_of(name)));
    }
    fields.push(("title".to_owned(), "Гражданите оценяват обслужването".to_owned()));
    fields.push(("summary".to_owned(), "Кратко.".to_owned()));
    fields.push(("nature".to_owned(), "demonstration".to_owned()));
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn the_beneficiary_and_administrators_change_the_words_and_nobody_else() {
    in_each_house(async |house| {
        let words = format!("{}/words", invented());
        for who in [Who::Researcher, Who::Administrator] {
            assert_eq!(house.signed_in(who).get(&words).await.status, StatusCode::OK, "{who:?}");
        }
        // The official is of the partner, the stranger of another project.
        for who in [Who::Official, Who::Stranger] {
            let mut other = house.signed_in(who);
            assert_eq!(other.get(&words).await.status, StatusCode::NOT_FOUND, "{who:?}");
            assert_eq!(other.post(&words, &[("title", "Мое")]).await.status, StatusCode::NOT_FOUND, "{who:?}");
            let activity = format!("{}/activities/0/removal", invented());
            assert_eq!(other.post(&activity, &[]).await.status, StatusCode::NOT_FOUND, "{who:?}");
        }
        let page = house.signed_in(Who::Official).get(&invented()).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text().contains("/words"), "what one may not do is not offered");
        assert_eq!(house.signed_in(Who::Stranger).get(&invented()).await.status, StatusCode::NOT_FOUND);

        let mut researcher = house.signed_in(Who::Researcher);
        let fields = words_of(&mut researcher).await;
        let saved = researcher.post_and_follow(&words, &borrowed(&fields)).await;
        assert!(saved.text().contains("Промените се виждат"), "{}", saved.text());
        house.pass_seconds(2);
        assert!(house.visitor().get("/projects/primerovo").await.text().contains("Кратко."));
        let journal = house.signed_in(Who::Official).get("/desk/journal").await.text();
        assert!(journal.contains("Променена страница на проект") && journal.contains("част: текст"), "{journal}");
    })
    .await;
}

#[tokio::test]
async fn an_old_page_does_not_overwrite_newer_words() {
    in_each_house(async |house| {
        let words = format!("{}/words", invented());
        let (mut one, mut two) = (house.signed_in(Who::Researcher), house.signed_in(Who::Administrator));
        let (mut first, mut second) = (words_of(&mut one).await, words_of(&mut two).await);
        set(&mut first, "summary", "Казано от първия.");
        set(&mut second, "summary", "Казано от втория.");
        assert_eq!(one.post(&words, &borrowed(&first)).await.status, StatusCode::SEE_OTHER);
        let refused = two.post(&words, &borrowed(&second)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains("Докато пишехте, друг записа промени"), "{text}");
        assert!(text.contains("Казано от първия.") && text.contains("Казано от втория."), "both texts are there");
        let told = |house: &House| house.read(|tx, tenant| tx.public_project(tenant, "primerovo")).unwrap().summary;
        assert_eq!(told(house).bulgarian, "Казано от първия.");
        set(&mut second, "made_of", &refused.value_of("made_of"));
        assert_eq!(two.post(&words, &borrowed(&second)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(told(house).bulgarian, "Казано от втория.", "sent once more, knowingly");
        let same = words_of(&mut one).await;
        let nothing_new = one.post(&words, &borrowed(&same)).await;
        assert_eq!(nothing_new.status, StatusCode::SEE_OTHER);
    })
    .await;
}

fn set(fields: &mut [(String, String)], name: &str, value: &str) {
    fields.iter_mut().filter(|(known, _)| known == name).for_each(|pair| value.clone_into(&mut pair.1));
}

#[tokio::test]
async fn a_public_address_stays() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let mut fields = words_of(&mut researcher).await;
        set(&mut fields, "slug", "drugo-ime");
        let refused = researcher.post(&format!("{}/words", invented()), &borrowed(&fields)).await;
        is_refused(&refused, "slug", "Адресът вече не може да се промени");
    })
    .await;
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let address = found(&mut administrator).await;
        let form = administrator.get(&format!("{address}/words")).await;
        let made_of = form.value_of("made_of");
        let fields = with(&PROJECT, &[("slug", "drugo-ime"), ("made_of", &made_of)]);
        let saved = administrator.post(&format!("{address}/words"), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        open(&mut administrator, &address).await;
        assert_eq!(house.visitor().get("/projects/drugo-ime").await.status, StatusCode::OK);
        assert!(administrator.get("/desk/journal").await.text().contains("адрес преди: opiten-proekt"));
    })
    .await;
}

/// Answers of an example must never be told as facts, nor answers of people as an example.
#[tokio::test]
async fn what_was_asked_stays_real_or_invented() {
    in_each_house(async |house| {
        for who in [Who::Researcher, Who::Administrator] {
            let mut editor = house.signed_in(who);
            let mut fields = words_of(&mut editor).await;
            set(&mut fields, "nature", "real");
            let refused = editor.post(&format!("{}/words", invented()), &borrowed(&fields)).await;
            is_refused(&refused, "nature", "Вече не може да се промени дали проектът е истински");
        }
        let kept = house.read(|tx, tenant| tx.public_project(tenant, "primerovo")).unwrap();
        assert_eq!(kept.nature, outreach::Nature::Demonstration);
    })
    .await;
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let address = found(&mut administrator).await;
        let made_of = administrator.get(&format!("{address}/words")).await.value_of("made_of");
        let fields = with(&PROJECT, &[("nature", "demonstration"), ("made_of", &made_of)]);
        let saved = administrator.post(&format!("{address}/words"), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        let journal = administrator.get("/desk/journal").await.text();
        let told = "проектът е: измислен за пример · преди проектът е бил: истински";
        assert!(journal.contains(told), "{journal}");
    })
    .await;
}

#[tokio::test]
async fn rows_are_added_moved_changed_and_removed() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let address = found(&mut administrator).await;
        let activities = format!("{address}/activities");
        let add = async |visitor: &mut Visitor, title: &str, place: &str| {
            let fields = [("title", title), ("description", "за всички"), ("progress", "to-do"), ("place", place)];
            assert_eq!(visitor.post(&activities, &fields).await.status, StatusCode::SEE_OTHER, "{title}");
        };
        add(&mut administrator, "Втора", "0").await;
        add(&mut administrator, "Първа", "0").await;
        add(&mut administrator, "Трета", "99").await;
        let titles = |house: &House| -> Vec<String> {
            let project = house.read(|tx, tenant| tx.projects(tenant)).remove(0);
            project.activities.iter().map(|activity| activity.title.bulgarian.clone()).collect()
        };
        assert_eq!(titles(house), ["Първа", "Втора", "Трета"]);

        let form = administrator.get(&format!("{activities}/2")).await;
        assert_eq!(form.status, StatusCode::OK, "{}", form.text());
        let made_of = form.value_of("made_of");
        let moved = [("title", "Трета"), ("progress", "done"), ("on", "27.07.2023"), ("place", "0")];
        let moved = with(&moved, &[("made_of", &made_of)]);
        assert_eq!(administrator.post(&format!("{activities}/2"), &moved).await.status, StatusCode::SEE_OTHER);
        assert_eq!(titles(house), ["Трета", "Първа", "Втора"]);
        // At that place stands another activity now: an old page may not take it for its own.
        let stale = administrator.post(&format!("{activities}/2"), &moved).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        let gone = administrator.post(&format!("{activities}/2/removal"), &[("made_of", &made_of)]).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(titles(house), ["Трета", "Първа", "Втора"]);
        let fresh = administrator.get(&format!("{activities}/1")).await.value_of("made_of");
        let removed = administrator.post(&format!("{activities}/1/removal"), &[("made_of", &fresh)]).await;
        assert_eq!(removed.status, StatusCode::SEE_OTHER);
        assert_eq!(titles(house), ["Трета", "Втора"]);
        assert_eq!(administrator.get(&format!("{activities}/2")).await.status, StatusCode::NOT_FOUND);

        let check = async |visitor: &mut Visitor, kind: &str, fields: &[(&str, &str)], field: &str, words: &str| {
            is_refused(&visitor.post(&format!("{address}/{kind}"), fields).await, field, words);
        };
        let day = [("title", "Х"), ("progress", "to-do"), ("on", "01.07.2023")];
        check(&mut administrator, "activities", &day, "on", "не е отбелязана като направена").await;
        let ahead = [("title", "Х"), ("progress", "done"), ("on", "01.08.2023")];
        check(&mut administrator, "activities", &ahead, "on", "още не е дошъл").await;
        check(&mut administrator, "activities", &[("title", "Х")], "progress", "докъде е дейността").await;
        check(&mut administrator, "links", &[("title", "Х")], "address", "Липсва адрес на връзката").await;
        let unsafe_link = [("title", "Х"), ("address", "data:text/html,x")];
        check(&mut administrator, "links", &unsafe_link, "address", "не е адрес на страница").await;
    })
    .await;
}

#[tokio::test]
async fn parties_come_and_go_but_never_the_last_beneficiary_nor_one_that_spoke() {
    in_each_empty_house(async |house| {
        let mut administrator = house.signed_in(Who::Administrator);
        let address = found(&mut administrator).await;
        let partner =
            [("part", "partner"), ("party", "new"), ("party_name", "Община Опитово"), ("party_kind", "municipality")];
        let added = administrator.post_and_follow(&format!("{address}/parties"), &partner).await;
        assert!(added.text().contains("Община Опитово"), "{}", added.text());
        let project = house.read(|tx, tenant| tx.projects(tenant)).remove(0);
        let ids: Vec<String> = project.parties.iter().map(|one| one.party.id.to_string()).collect();
        let again = [("part", "observer"), ("party", ids[1].as_str())];
        is_refused(&administrator.post(&format!("{address}/parties"), &again).await, "party", "вече участва");
        let last = administrator.post(&format!("{address}/parties/{}/removal", ids[0]), &[]).await;
        is_refused(&last, "form", "трябва да има бенефициент");
        let gone = administrator.post(&format!("{address}/parties/{}/removal", ids[1]), &[]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        let twice = administrator.post(&format!("{address}/parties/{}/removal", ids[1]), &[]).await;
        assert_eq!(twice.status, StatusCode::NOT_FOUND);
    })
    .await;
    in_each_house(async |house| {
        let real = web::sample::real_project();
        let mut administrator = house.signed_in(Who::Administrator);
        let removal = format!("/desk/projects/{}/parties/{}/removal", real.id, real.parties[0].party.id);
        is_refused(&administrator.post(&removal, &[]).await, "form", "има публикации в проекта");
    })
    .await;
}
