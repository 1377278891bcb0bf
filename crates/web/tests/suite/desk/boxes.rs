use super::house::{House, Who, in_each_house};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use survey::{Answer as Given, Mode};

const PROTOCOL: [(&str, &str); 5] = [
    ("opened_by", "Иван Примеров, Мария Примерова"),
    ("opened_on", "2023-07-25"),
    ("cards", "3"),
    ("invalid", "0"),
    ("note", "Печатът беше цял."),
];

async fn open(house: &House, visitor: &mut Visitor) -> (String, Answer) {
    let opened = visitor.post(&format!("/desk/audiences/{}/boxes", house.residents()), &PROTOCOL).await;
    let page = visitor.follow(&opened).await;
    let address = opened.header("location").split("/cards").next().unwrap().to_owned();
    (address, page)
}

/// What is typed, together with what the form holds hidden.
fn card<'a>(hidden: &'a [(String, String)], typed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(typed.iter().copied()).collect()
}

fn hidden(page: &Answer) -> Vec<(String, String)> {
    ["-questionnaire", "-card"].iter().map(|name| ((*name).to_owned(), page.value_of(name))).collect()
}

#[tokio::test]
async fn a_box_from_its_protocol_to_the_counts() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let (address, page) = open(house, &mut researcher).await;
        assert!(page.text().contains("Карта 1 от 3"), "{}", page.text());
        assert!(page.text().contains("autofocus"));

        // The study is looked at first, so that its counts are in memory and have to be told.
        let residents = house.residents();
        let paper = move |tx: &mut store::Transaction, tenant| tx.answers_by(tenant, residents, Mode::Paper);
        let before = house.read(paper);

        let wrong = researcher
            .post(
                &format!("{address}/cards"),
                &card(&hidden(&page), &[("ways", "1 3"), ("manner", "7"), ("wish", "По-бързо")]),
            )
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("„7“ не е сред възможните отговори"), "{}", wrong.text());
        assert_eq!(wrong.value_of("ways"), "1 3", "what was typed stays");
        assert!(wrong.text().contains("По-бързо"));
        let empty = researcher.post(&format!("{address}/cards"), &card(&hidden(&page), &[])).await;
        assert!(empty.text().contains("Нищо не е въведено"));
        assert_eq!(house.read(paper), before, "nothing half stored");

        let typed = [("ways", "13"), ("manner", "4"), ("clarity", "9"), ("waiting", "1 2"), ("wish", "По-бързо")];
        let form = hidden(&page);
        let next = researcher.post_and_follow(&format!("{address}/cards"), &card(&form, &typed)).await;
        assert!(next.text().contains("Карта 2 от 3"), "{}", next.text());
        let again = researcher.post_and_follow(&format!("{address}/cards"), &card(&form, &typed)).await;
        assert!(again.text().contains("вече беше записана"), "the same form sent twice is one card");
        assert_eq!(house.read(paper), before + 1);

        let stored = house.read(move |tx, tenant| tx.responses_after(tenant, residents, None, 1000));
        let entered = stored.iter().find(|response| response.batch.is_some()).unwrap();
        assert_eq!(entered.mode, Mode::Paper);
        assert_eq!(entered.day, jiff::civil::date(2023, 7, 25), "the day of the box, and nothing finer");
        let codes = |name: &str| {
            entered.answers.get(name).unwrap().options().iter().map(|code| code.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(codes("ways"), ["desk", "post"]);
        assert_eq!(codes("manner"), ["4"]);
        assert_eq!(codes("clarity"), ["9"], "a number that is the option's own code");
        assert!(
            matches!(entered.answers.get("waiting"), Some(Given::Many(both, _)) if both.len() == 2),
            "kept as invalid"
        );

        let invalid = researcher.post_and_follow(&format!("{address}/invalid-cards"), &[]).await;
        assert!(invalid.text().contains("Карта 3 от 3"));
        let summary = researcher.get(&address).await;
        assert!(summary.text().contains("1 карта още не е нито въведена"), "{}", summary.text());

        let last =
            researcher.post_and_follow(&format!("{address}/cards"), &card(&hidden(&next), &[("manner", "5")])).await;
        let done = if last.status == StatusCode::SEE_OTHER { researcher.follow(&last).await } else { last };
        assert!(done.text().contains("точно колкото картите"), "{}", done.text());
        let full = researcher.post(&format!("{address}/invalid-cards"), &[]).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);

        let study = researcher.get(&format!("/desk/studies/{}", web::sample::studies()[1].id)).await;
        assert!(study.text().contains("въведена"));
    })
    .await;
}

#[tokio::test]
async fn a_protocol_says_what_is_wrong_and_can_be_put_right() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let boxes = format!("/desk/audiences/{}/boxes", house.residents());
        let check = async |visitor: &mut Visitor, field: &str, value: &str, expected: &str| {
            let mut fields = PROTOCOL;
            fields.iter_mut().filter(|(name, _)| *name == field).for_each(|pair| pair.1 = value);
            let fields: Vec<(&str, &str)> = fields.to_vec();
            let answer = visitor.post(&boxes, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}={value}");
            assert!(answer.text().contains(expected), "{field}={value}: {}", answer.text());
            assert!(answer.text().contains(&format!("href=\"#{field}\"")), "the summary leads to {field}");
        };
        check(&mut researcher, "opened_by", " ", "Не е записано кой").await;
        check(&mut researcher, "opened_on", "вчера", "не е дата").await;
        check(&mut researcher, "opened_on", "2023-07-28", "още не е дошъл").await;
        check(&mut researcher, "opened_on", "2023-07-19", "още не беше започнало").await;
        check(&mut researcher, "cards", "много", "не е брой").await;
        check(&mut researcher, "cards", "0", "няма карти").await;
        check(&mut researcher, "cards", "99999999", "Твърде много карти").await;
        check(&mut researcher, "invalid", "4", "повече от всички").await;

        let (address, page) = open(house, &mut researcher).await;
        researcher.post(&format!("{address}/cards"), &card(&hidden(&page), &[("manner", "5")])).await;
        let mut fewer = PROTOCOL;
        fewer[2].1 = "1";
        fewer[3].1 = "1";
        let refused = researcher.post(&format!("{address}/protocol"), &fewer).await;
        assert!(refused.text().contains("Вече са въведени"), "{}", refused.text());
        let mut more = PROTOCOL;
        more[2].1 = "1";
        let saved = researcher.post_and_follow(&format!("{address}/protocol"), &more).await;
        assert!(saved.text().contains("Протоколът е поправен"));
        let [corrected, opened] = house.digests(["box.corrected", "box.opened"]);
        assert!(opened.before.is_none() && opened.after.is_some());
        assert!(corrected.before == opened.after && corrected.after != corrected.before, "what was, and what is");
        assert_eq!(house.signed_in(Who::Stranger).get(&address).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn s15_fifty_times_the_same_card_are_one() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let (address, page) = open(house, &mut researcher).await;
        let form = hidden(&page);
        let mut sent = Vec::new();
        for _ in 0..50 {
            let (mut clerk, form, address) = (house.signed_in(Who::Researcher), form.clone(), address.clone());
            sent.push(tokio::spawn(async move {
                clerk.post(&format!("{address}/cards"), &card(&form, &[("manner", "5")])).await.status
            }));
        }
        for one in sent {
            assert_eq!(one.await.unwrap(), StatusCode::SEE_OTHER);
        }
        let residents = house.residents();
        let typed = house.read(move |tx, tenant| tx.responses_after(tenant, residents, None, 1000));
        assert_eq!(typed.iter().filter(|response| response.batch.is_some()).count(), 1);
        assert!(researcher.get(&format!("{address}/cards/new")).await.text().contains("Карта 2 от 3"));
    })
    .await;
}

#[tokio::test]
async fn no_more_cards_than_were_in_the_box() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let (address, _) = open(house, &mut researcher).await;
        let mut forms = Vec::new();
        for _ in 0..20 {
            forms.push(hidden(&researcher.get(&format!("{address}/cards/new")).await));
        }
        let mut sent = Vec::new();
        for form in forms {
            let (mut clerk, address) = (house.signed_in(Who::Researcher), address.clone());
            sent.push(tokio::spawn(async move {
                clerk.post(&format!("{address}/cards"), &card(&form, &[("manner", "5")])).await.status
            }));
        }
        for one in sent {
            one.await.unwrap();
        }
        let residents = house.residents();
        let typed = house.read(move |tx, tenant| tx.responses_after(tenant, residents, None, 1000));
        assert_eq!(typed.iter().filter(|response| response.batch.is_some()).count(), 3);
    })
    .await;
}
