//! Open answers by theme: patterns that a researcher writes, answers that wait to be read, two people who do not see each
//! other's decisions, and a version for everybody.

use super::house::{House, Who, in_each_house};
use crate::visitor::Visitor;
use axum::http::StatusCode;
use base::{Key, LanguageTag, Moment, PersonId, ResponseKey, Role};
use store::{Membership, Person, StoreFault};
use survey::{Answer, Mode, Response};

const WORDS: [&str; 12] = [
    "Чаках цял час на опашката.",
    "Голяма опашка, но служителката беше любезна.",
    "Няма опашки, всичко е наред.",
    "Чакане и пак чакане.",
    "Опашката не свършва.",
    "Любезни хора.",
    "Повече пейки, моля.",
    "Пейки пред входа.",
    "Добре е.",
    "Mnogo 4akame na opashkata",
    "Чакахме.",
    "Да има пейки и климатик.",
];

/// Twelve people wrote; one more lets nobody quote them.
fn wrote(house: &House) {
    let residents = house.residents();
    house.write(move |tx, tenant| {
        for table in ["review", "unread", "response", "response_count", "uncounted", "counted"] {
            tx.execute(&format!("delete from {table}"), &[])?;
        }
        let study = tx.study_of(tenant, residents)?.unwrap();
        let asked = study.audiences.iter().find(|one| one.id == residents).unwrap().questionnaire.unwrap();
        for (number, words) in (1..).zip(WORDS.into_iter().chain(["Тайната опашка"])) {
            let response = Response {
                key: ResponseKey(Key([number; 16])),
                audience: residents,
                questionnaire: asked,
                mode: Mode::Online,
                batch: None,
                day: web::sample::DAY,
                language: LanguageTag::BULGARIAN,
                seed: None,
                quotable: (number == 13).then_some(false),
                answers: [("wish".parse().unwrap(), Answer::Text(words.to_owned()))].into_iter().collect(),
            };
            tx.add_response(tenant, &response)?;
        }
        Ok::<(), StoreFault>(())
    });
}

/// A researcher besides the one of the house; both parties work in the project.
fn researcher(house: &House, number: u8) -> Visitor {
    let id = PersonId(Key([number; 16]));
    house.write(move |tx, tenant| {
        let person = Person {
            id,
            account: format!("researcher-{number}"),
            name: "Изследовател".to_owned(),
            email: None,
            password_hash: None,
            created: Moment(0),
            deactivated: None,
            memberships: vec![Membership { party: Who::Official.party(), role: Role::Researcher }],
        };
        tx.add_person(tenant, &person)
    });
    house.signed_in_as(id)
}

async fn begin(house: &House, who: &mut Visitor) -> String {
    let residents = house.residents();
    let study = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap().id;
    let lists = format!("/desk/studies/{study}/themes");
    let none = who.post(&lists, &[("name", "Пожелания")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text().contains("Изберете поне един въпрос"), "{}", none.text());
    let question = format!("question:{residents}:wish");
    let fields = [("name", "Пожелания"), (question.as_str(), "yes")];
    let begun = who.post_and_follow(&lists, &fields).await;
    assert!(begun.text().contains("Списъкът е започнат"), "{}", begun.text());
    let again = who.post(&lists, &fields).await;
    assert!(again.text().contains("вече е в списъка „Пожелания“"), "{}", again.text());
    let home = format!("{lists}/1");
    for (name, patterns) in [("Чакане", "чака*\nопашк*"), ("Служители", "любезн*\nслужител*")]
    {
        who.post_and_follow(&format!("{home}/codes"), &[("name", name), ("patterns", patterns)]).await;
    }
    home
}

#[tokio::test(flavor = "multi_thread")]
async fn themes_are_found_by_words_and_what_is_not_known_waits() {
    in_each_house(async |house| {
        wrote(house);
        let mut researcher = house.signed_in(Who::Researcher);
        let home = begin(house, &mut researcher).await;
        for (who, expected) in [(Who::Stranger, StatusCode::NOT_FOUND), (Who::Official, StatusCode::FORBIDDEN)] {
            assert_eq!(house.signed_in(who).get(&home).await.status, expected, "{who:?}");
        }
        let wrong = [("name", "Пейки"), ("patterns", "п*")];
        let wrong = researcher.post(&format!("{home}/codes"), &wrong).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("звездата стои само в края на дума"), "{}", wrong.text());

        let page = researcher.get(&home).await.text();
        assert!(page.contains("12 написани отговора") && page.contains("5 отговора не са отнесени"), "{page}");
        assert!(page.contains("1 отговор е написан с латински букви"), "{page}");
        let proposals = researcher.get(&format!("{home}/proposals")).await.text();
        assert!(proposals.contains("пейки") && !proposals.contains(">опашката<"), "{proposals}");
        let take = [("pattern", "пейк*"), ("theme", "chakane")];
        researcher.post_and_follow(&format!("{home}/proposals"), &take).await;
        assert!(researcher.get(&home).await.text().contains("2 отговора не са отнесени"));

        // Where it was found stands in the words, for the eye and for the ear; a denial is told as one.
        let answers = researcher.get(&format!("{home}/answers?of=theme-chakane")).await.text();
        let marked = "<mark title=\"Чакане\">Чаках<span class=\"visually-hidden\" lang=\"bg\"> (Чакане)</span></mark>";
        assert!(answers.contains(marked), "{answers}");
        assert!(answers.contains("Чакане – отрича се") && !answers.contains("Тайната"), "{answers}");

        // Latin letters are only a suggestion, until somebody says that it is right.
        let latin = researcher.get(&format!("{home}/answers?of=latin")).await;
        assert!(latin.text().contains("много чакаме на опашката"), "{}", latin.text());
        let named = ["audience", "response", "question"].map(|name| (name, latin.value_of(name)));
        let mut fields: Vec<(&str, &str)> = named.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend([("theme", "chakane"), ("act", "decide")]);
        researcher.post_and_follow(&format!("{home}/answers"), &fields).await;
        assert!(!researcher.get(&home).await.text().contains("с латински букви"));
        let unknown: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, if *name == "theme" { "nothing" } else { value })).collect();
        let unknown = researcher.post(&format!("{home}/answers"), &unknown).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        fields.retain(|(name, _)| *name != "act" && *name != "theme");
        fields.push(("act", "undecide"));
        researcher.post_and_follow(&format!("{home}/answers"), &fields).await;
        assert!(researcher.get(&home).await.text().contains("с латински букви"));

        // Two at the same theme: the second is told.
        let form = researcher.get(&format!("{home}/codes/chakane")).await;
        let made_of = form.value_of("made_of");
        let change =
            |name: &'static str| [("name", name), ("patterns", "чака*"), ("code", "chakane"), ("made_of", &*made_of)];
        researcher.post_and_follow(&format!("{home}/codes/chakane"), &change("Опашки")).await;
        let stale = researcher.post(&format!("{home}/codes/chakane"), &change("Чакания")).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);

        let file = researcher.get(&format!("{home}/themes.csv")).await.text();
        assert!(file.contains("chakane,Опашки") && file.contains("любезн* | служител*"), "{file}");
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Променен списък с теми"), "{journal}");
        for words in ["Чаках", "пейк", "чака*"] {
            assert!(!journal.contains(words), "{words}");
        }
    })
    .await;
}

/// Says of each answer what `says` says, until there is nothing more to say.
async fn code_all(who: &mut Visitor, home: &str, says: impl Fn(&str) -> Vec<&'static str>) {
    let address = format!("{home}/sample");
    who.post_and_follow(&format!("{address}/coders"), &[]).await;
    for _ in 0..WORDS.len() {
        let page = who.get(&address).await;
        let words = page.text().split_once("<blockquote").unwrap().1.split_once('>').unwrap().1.to_owned();
        let words = words.split_once("</blockquote>").unwrap().0.to_owned();
        let (sample, place) = (page.value_of("sample"), page.value_of("place"));
        let mut fields = vec![("sample", sample.as_str()), ("place", place.as_str())];
        let themes = says(&words);
        fields.extend(themes.iter().map(|theme| ("theme", *theme)));
        if themes.is_empty() {
            let silent = who.post(&format!("{address}/codes"), &fields).await;
            assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing ticked is no answer");
            fields.push(("none", "yes"));
        }
        assert_eq!(who.post(&format!("{address}/codes"), &fields).await.status, StatusCode::SEE_OTHER);
    }
}

fn says(words: &str) -> Vec<&'static str> {
    let small = words.to_lowercase();
    let waits = small.contains("чак") || small.contains("опашк") || small.contains("4akame");
    let staff = small.contains("любезн");
    [(waits, "chakane"), (staff, "sluzhiteli")].into_iter().filter_map(|(is, theme)| is.then_some(theme)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_code_apart_and_what_they_agree_on_is_frozen() {
    in_each_house(async |house| {
        wrote(house);
        let mut first = house.signed_in(Who::Researcher);
        let home = begin(house, &mut first).await;
        first.post_and_follow(&format!("{home}/sample"), &[]).await;
        let (mut second, mut third) = (researcher(house, 130), researcher(house, 131));
        code_all(&mut first, &home, says).await;
        let mut alone = first.get(&format!("{home}/sample")).await.text();
        assert!(alone.contains("Вие сте готови") && !alone.contains("Капа на Коен"), "{alone}");
        let early = first.post(&format!("{home}/freezing"), &[("revision", "3")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "the second has not read yet");
        // The second sees nothing of what the first said, and differs once.
        let fresh = second.get(&format!("{home}/sample")).await.text();
        assert!(!fresh.contains("checked") && fresh.contains("Ще чета и аз"), "{fresh}");
        code_all(&mut second, &home, |words| if words.starts_with("Няма опашки") { Vec::new() } else { says(words) })
            .await;
        let late = third.post(&format!("{home}/sample/coders"), &[]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.text());

        let page = second.get(&format!("{home}/sample")).await;
        alone = page.text();
        assert!(alone.contains("Различни решения") && alone.contains("приемливо"), "{alone}");
        assert!(alone.contains("0,83"), "kappa of waiting: {alone}");
        let (sample, place) = (page.value_of("sample"), page.value_of("place"));
        let mut fields = vec![("sample", sample.as_str()), ("place", place.as_str()), ("theme", "chakane")];
        let changed = second.post(&format!("{home}/sample/codes"), &fields).await;
        assert_eq!(changed.status, StatusCode::UNPROCESSABLE_ENTITY, "both are done");
        let settled = third.post_and_follow(&format!("{home}/sample/settlement"), &fields).await.text();
        // Of seven who speak of it the patterns miss the one in Latin letters.
        assert!(settled.contains("Всичко е прочетено") && settled.contains("6 от 7"), "{settled}");
        fields.retain(|(name, _)| *name != "theme");

        let stale = first.post(&format!("{home}/freezing"), &[("revision", "1")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "it was changed since");
        let frozen = first.post_and_follow(&format!("{home}/freezing"), &[("revision", "3")]).await.text();
        assert!(frozen.contains("Версия 1 от"), "{frozen}");
        let study = home.split("/themes").next().unwrap().to_owned();
        let report = first.get(&format!("{study}/report")).await.text();
        for words in [
            "7 от 12, които са писали, споменават „Чакане“",
            "По-рядко, от един или двама души",
            "Капа на Коен",
            "Как са намерени темите",
        ] {
            assert!(report.contains(words), "{words}: {report}");
        }
        assert!(!report.contains("Тайната"), "{report}");
        let journal = first.get("/desk/journal").await.text();
        assert!(journal.contains("Замразени теми") && journal.contains("Уточнени решенията"), "{journal}");
    })
    .await;
}
