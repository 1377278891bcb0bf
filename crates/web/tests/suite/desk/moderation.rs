//! What the public wrote: hidden for a reason that everybody reads, and appealed against by its author and by a party.

use super::house::{House, Who, in_each_house};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use base::{Key, Moment, Party, PartyId, PartyKind, PersonId, Role, Text};
use store::{Membership, Person};

const START: &str = "/s/primerovo-residents-22";

/// Somebody answers; what leads back is the receipt alone.
async fn answer(house: &House, words: &str) -> (Visitor, String) {
    let mut visitor = house.visitor();
    let form = visitor.get(&format!("{START}/all")).await;
    let submission = form.value_of("glas:submission");
    let fields = [("glas:submission", submission.as_str()), ("wish", words)];
    let sent = visitor.post(&format!("{START}/answers"), &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let receipt = sent.header("location").to_owned();
    (visitor, receipt)
}

async fn decide(house: &House, fields: &[(&str, &str)]) -> Answer {
    let queue = format!("/desk/audiences/{}/open-answers", house.residents());
    let mut researcher = house.signed_in(Who::Researcher);
    let page = researcher.get(&queue).await;
    let (response, question) = (page.value_of("response"), page.value_of("question"));
    let about = [("response", response.as_str()), ("question", question.as_str())];
    researcher.post(&queue, &[&about, fields].concat()).await
}

/// Somebody who looks into everything, of a party of their own.
fn auditor(house: &House) -> Visitor {
    let id = PersonId(Key([120; 16]));
    house.write(move |tx, tenant| {
        let party = PartyId(Key([121; 16]));
        let name = Text::bulgarian("Одит");
        tx.add_party(tenant, &Party { id: party, kind: PartyKind::Other, name, site: None })?;
        let person = Person {
            id,
            account: "auditor".to_owned(),
            name: "Одитор".to_owned(),
            email: None,
            password_hash: None,
            created: Moment(0),
            deactivated: None,
            memberships: vec![Membership { party, role: Role::Auditor }],
        };
        tx.add_person(tenant, &person)
    });
    house.signed_in_as(id)
}

/// The hidden field of the first appeal that this person may decide.
fn first_appeal(page: &Answer) -> String {
    page.value_of("of")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_hidden_has_a_reason_and_its_author_objects_with_the_receipt() {
    in_each_house(async |house| {
        let (mut author, receipt) = answer(house, "Посрещнаха ме като досадник.").await;
        assert!(!author.get(&receipt).await.text().contains("id=\"decided\""), "nothing is decided yet");

        let without = decide(house, &[("decision", "withhold")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(without.text().contains("id=\"reason-error\""), "{}", without.text());
        let personal = [("decision", "withhold"), ("reason", "other"), ("grounds", "Пише за Иван, 0887123456")];
        let personal = decide(house, &personal).await;
        assert!(personal.text().contains("В причината има лични данни"), "{}", personal.text());
        let hidden = [("decision", "withhold"), ("reason", "insult"), ("grounds", "Обижда служител.")];
        assert_eq!(decide(house, &hidden).await.status, StatusCode::SEE_OTHER);

        // The author reads why, and so will everybody in the place of the words.
        let told = author.get(&receipt).await.text();
        assert!(told.contains("Скрит: обижда или заплашва някого") && told.contains("Обижда служител."), "{told}");
        let appeals = format!("{receipt}/appeals");
        let question = [("question", "wish"), ("appeal", "")];
        let empty = author.post(&appeals, &question).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text().contains("Напишете защо не сте съгласни"), "{}", empty.text());
        let words = [("question", "wish"), ("appeal", "Никого не съм обидил, така беше.")];
        let made = author.post_and_follow(&appeals, &words).await.text();
        assert!(made.contains("Възражението е прието") && made.contains("възражение, което чака"), "{made}");
        let twice = author.post(&appeals, &words).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", twice.text());
        let (_, other) = answer(house, "Друг отговор").await;
        let foreign = author.post(&format!("{other}/appeals"), &words).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND, "a receipt opens only its own answers");
        let entries = house.read(|tx, tenant| tx.journal(tenant, None, 99));
        assert!(entries.iter().all(|entry| entry.kind != "appeal.made"), "when an author came is told nowhere");
        let decided = entries.iter().find(|entry| entry.kind == "open-answer.withheld").unwrap();
        assert!(decided.facts.contains(&("reason".to_owned(), "insult".to_owned())), "{decided:?}");

        // Whoever decided, and their whole party, only wait; the other party reads the words and decides.
        let mut researcher = house.signed_in(Who::Researcher);
        let page = researcher.get("/desk/moderation").await.text();
        assert!(page.contains("Никого не съм обидил") && !page.contains("name=\"of\""), "{page}");
        let mut official = house.signed_in(Who::Official);
        let page = official.get("/desk/moderation").await;
        assert!(page.text().contains("Посрещнаха ме като досадник."), "{}", page.text());
        let of = first_appeal(&page);
        let decision = [("of", of.as_str()), ("outcome", "overturned"), ("answer", "Прав сте, показваме го.")];
        assert_eq!(researcher.post("/desk/moderation/decisions", &decision).await.status, StatusCode::NOT_FOUND);
        let unanswered = official.post("/desk/moderation/decisions", &decision[..2]).await;
        assert_eq!(unanswered.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unanswered.text().contains(&format!("id=\"answer-{of}-error\"")), "{}", unanswered.text());
        assert!(unanswered.text().contains("value=\"overturned\" checked"), "{}", unanswered.text());
        official.post_and_follow("/desk/moderation/decisions", &decision).await;
        assert_eq!(official.post("/desk/moderation/decisions", &decision).await.status, StatusCode::NOT_FOUND, "once");
        let told = author.get(&receipt).await.text();
        assert!(told.contains("Показан, както е написан") && told.contains("Прав сте, показваме го."), "{told}");
        let counts = house.visitor().get("/about/moderation").await.text();
        assert!(counts.contains("възражения, след които решението се промени"), "{counts}");
        let number = house.read(|tx, tenant| tx.number_of_appeals(tenant));
        assert_eq!(number, [(store::AppealState::Overturned, 1)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_party_objects_and_neither_side_judges_itself() {
    in_each_house(async |house| {
        let (mut author, receipt) = answer(house, "Гишето да работи и в събота.").await;
        let hidden = [("decision", "withhold"), ("reason", "off-topic")];
        assert_eq!(decide(house, &hidden).await.status, StatusCode::SEE_OTHER);
        let mut official = house.signed_in(Who::Official);
        let page = official.get("/desk/moderation").await;
        assert!(page.text().contains("не отговаря на въпроса"), "{}", page.text());
        assert!(!page.text().contains("събота"), "who only objects reads what everybody reads");
        let (audience, response) = (page.value_of("audience"), page.value_of("response"));
        let appeal = [
            ("audience", audience.as_str()),
            ("response", response.as_str()),
            ("question", "wish"),
            ("appeal", "Искаме и това да се чуе."),
        ];
        let own = house.signed_in(Who::Researcher).post("/desk/moderation/appeals", &appeal).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND, "nobody objects to themselves");
        let stranger = house.signed_in(Who::Stranger).post("/desk/moderation/appeals", &appeal).await;
        assert_eq!(stranger.status, StatusCode::NOT_FOUND);
        official.post_and_follow("/desk/moderation/appeals", &appeal).await;
        let again = official.post("/desk/moderation/appeals", &appeal).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);

        let mut auditor = auditor(house);
        let page = auditor.get("/desk/moderation").await;
        assert!(page.text().contains("събота"), "{}", page.text());
        let of = first_appeal(&page);
        let decision = [("of", of.as_str()), ("outcome", "upheld"), ("answer", "Въпросът е за друго.")];
        for side in [Who::Researcher, Who::Official] {
            let answer = house.signed_in(side).post("/desk/moderation/decisions", &decision).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{side:?} is a side of it");
        }
        auditor.post_and_follow("/desk/moderation/decisions", &decision).await;
        let told = author.get(&receipt).await.text();
        assert!(told.contains("решението остава") && told.contains("Въпросът е за друго."), "{told}");
        let entries = house.read(|tx, tenant| tx.journal(tenant, None, 9));
        let kinds: Vec<&str> = entries.iter().map(|entry| entry.kind.as_str()).collect();
        assert!(kinds.contains(&"appeal.made") && kinds.contains(&"appeal.upheld"), "{kinds:?}");
        // The author has not had a say yet, and may have it.
        let words = [("question", "wish"), ("appeal", "А аз мисля, че е по въпроса.")];
        assert_eq!(author.post(&format!("{receipt}/appeals"), &words).await.status, StatusCode::SEE_OTHER);
        // What was appealed against is not decided anew by one side alone.
        let queue = format!("/desk/audiences/{}/open-answers", house.residents());
        let fields = [("response", response.as_str()), ("question", "wish"), ("decision", "keep")];
        let alone = house.signed_in(Who::Researcher).post(&queue, &fields).await;
        assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(alone.text().contains("вече има възражение"), "{}", alone.text());
        // In the place of the words everybody reads why they are not there.
        let instance = house.instance.clone();
        let residents = house.residents();
        let told = house.instance.store.read_blocking(move |tx| {
            let study = tx.study_of(instance.tenant, residents)?.unwrap();
            let data = app::study::load_study(&instance, tx, study)?;
            let blocks = app::study::chapters::open_answers(&data, &super::house::words());
            Ok::<_, app::Failure>(format!("{blocks:?}"))
        });
        let told = told.unwrap();
        assert!(told.contains("1 отговор не се показва: не отговаря на въпроса."), "{told}");
        assert!(!told.contains("събота"), "{told}");
    })
    .await;
}
