//! A code serves to answer once; the desk learns that it was used and nothing else.

use super::house::{House, Who, in_each_house};
use crate::visitor::{Answer, Visitor};
use app::{mail, personal_codes};
use axum::http::StatusCode;
use store::{CodeState, LetterState};
use survey::Admission;

fn desk(house: &House) -> String {
    format!("/desk/audiences/{}/codes", house.residents())
}

/// From now on only somebody with a code may answer; answers with the public address.
fn close(house: &House) -> String {
    let residents = house.residents();
    let mut study = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
    let audience = study.audiences.iter_mut().find(|audience| audience.id == residents).unwrap();
    audience.admission = Admission::ByCode;
    let address = format!("/s/{}", audience.token);
    house.write(move |tx, tenant| tx.replace_study(tenant, &study));
    address
}

/// How many are reminded on a day; `None` where there is nobody to remind.
fn reminded_on(house: &House, day: jiff::civil::Date) -> Option<u64> {
    let (instance, residents, now) = (house.instance.clone(), house.residents(), house.now());
    let by = base::Actor {
        tenant: instance.tenant,
        person: Who::Researcher.id(),
        party: Who::Researcher.party(),
        role: Who::Researcher.role(),
    };
    house.write(move |tx, tenant| {
        let study = tx.study_of(tenant, residents)?.unwrap();
        let audience = study.audiences.iter().find(|audience| audience.id == residents).unwrap();
        let mut chance = crate::respondent::study::Counted(u64::try_from(day.day()).unwrap());
        match personal_codes::remind(&instance, tx, by, (&study, audience), (now, day), &mut chance) {
            Ok(number) => Ok(Some(number)),
            Err(app::Failure::Refused(_)) => Ok(None),
            Err(failure) => panic!("{failure:?}"),
        }
    })
}

async fn made(house: &House, researcher: &mut Visitor, number: &str) -> Vec<String> {
    let page = researcher.post_and_follow(&desk(house), &[("number", number)]).await;
    assert!(page.text().contains("Направени са"), "{}", page.text());
    let table = researcher.post(&format!("{}/table", desk(house)), &[]).await;
    assert!(table.header("content-disposition").starts_with("attachment"));
    table.text().lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

async fn answers(visitor: &mut Visitor, code: &str) -> Answer {
    let address = format!("/s/{}", code.replace('-', "").to_lowercase());
    let form = visitor.get(&format!("{address}/all")).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text());
    let submission = form.value_of("glas:submission");
    visitor.post(&format!("{address}/answers"), &[("glas:submission", &submission), ("manner", "4")]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_on_paper_serves_once() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let codes = made(house, &mut researcher, "3").await;
        assert_eq!(codes.len(), 3);
        let sheet = researcher.post(&format!("{}/sheet", desk(house)), &[]).await.text();
        assert!(codes.iter().all(|code| sheet.contains(code)), "{sheet}");

        let start = close(house);
        let mut resident = house.visitor();
        let asked = resident.get(&start).await;
        assert!(asked.text().contains("Въведете своя код"), "{}", asked.text());
        let whole = resident.get(&format!("{start}/all")).await;
        assert!(whole.text().contains("Въведете своя код"));
        let wrong = resident.post(&format!("{start}/code"), &[("code", "AAAA-BBBB-CCCC")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("Няма такъв код") && wrong.text().contains("AAAA-BBBB-CCCC"));
        let right = resident.post_and_follow(&format!("{start}/code"), &[("code", &codes[0].to_lowercase())]).await;
        assert_eq!(right.status, StatusCode::OK);

        let received = answers(&mut resident, &codes[0]).await;
        assert_eq!(received.status, StatusCode::SEE_OTHER, "{}", received.text());
        assert!(received.header("location").starts_with(&format!("{start}/receipt/")), "the code leads no further");
        let again = house.visitor().get(&format!("/s/{}", codes[0].replace('-', "").to_lowercase())).await;
        assert_eq!(again.status, StatusCode::GONE);
        assert!(again.text().contains("С този код вече е отговорено"), "{}", again.text());

        let page = researcher.get(&desk(house)).await.text();
        assert!(page.contains("33"), "one of three: {page}");
        let withdrawn = researcher.post(&format!("{}/withdrawal", desk(house)), &[]).await;
        let withdrawn = researcher.follow(&withdrawn).await.text();
        assert!(withdrawn.contains("Отменени са 2 кода"), "{withdrawn}");
        let gone = house.visitor().get(&format!("/s/{}", codes[1].replace('-', "").to_lowercase())).await;
        assert!(gone.text().contains("Този код вече не важи"), "{}", gone.text());
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Направени лични кодове") && journal.contains("Показани лични кодове"), "{journal}");
        assert!(codes.iter().all(|code| !journal.contains(code)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s15_fifty_with_one_code_are_one_answer() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let code = made(house, &mut researcher, "2").await.remove(0);
        let residents = house.residents();
        let count = move |tx: &mut store::Transaction, tenant| tx.answers_of(tenant, residents);
        let before = house.read(count);
        let address = format!("/s/{}", code.replace('-', "").to_lowercase());
        let mut ready = Vec::new();
        for _ in 0..50 {
            let mut visitor = house.visitor();
            let submission = visitor.get(&format!("{address}/all")).await.value_of("glas:submission");
            ready.push((visitor, submission));
        }
        let sent: Vec<_> = ready
            .into_iter()
            .map(|(mut visitor, submission)| {
                let address = format!("{address}/answers");
                tokio::spawn(async move {
                    visitor.post(&address, &[("glas:submission", &submission), ("manner", "4")]).await.status
                })
            })
            .collect();
        let mut received = 0;
        for status in sent {
            match status.await.unwrap() {
                StatusCode::SEE_OTHER => received += 1,
                status => assert_eq!(status, StatusCode::GONE),
            }
        }
        assert_eq!(received, 1);
        assert_eq!(house.read(count), before + 1);
    })
    .await;
}

#[tokio::test]
async fn people_are_invited_by_letter_and_reminded_until_they_answer() {
    in_each_house(async |house| {
        let mut study = house.read({
            let residents = house.residents();
            move |tx, tenant| tx.study_of(tenant, residents)
        });
        let study = study.as_mut().unwrap();
        study.fieldwork = survey::Fieldwork::new(study.fieldwork.first(), jiff::civil::date(2023, 9, 30)).unwrap();
        let study = study.clone();
        house.write(move |tx, tenant| tx.replace_study(tenant, &study));
        let mut researcher = house.signed_in(Who::Researcher);
        let letters = format!("{}/letters", desk(house));
        let wrong = researcher.post(&letters, &[("addresses", "a@example.org\nникой")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("няма електронен адрес: 2") && wrong.text().contains("никой"));
        let list = [("addresses", "a@example.org, b@example.org\nA@example.org")];
        let sent = researcher.post_and_follow(&letters, &list).await.text();
        assert!(sent.contains("Наредени са 2 покани"), "{sent}");
        let again = researcher.post_and_follow(&letters, &list).await.text();
        assert!(again.contains("Няма нови адреси") && again.contains("2 адреса вече имаха код"), "{again}");

        let taken = |kind: &'static str| {
            let now = house.now();
            house.write(move |tx, tenant| {
                let mut taken = Vec::new();
                for letter in tx.letters(tenant, Some(LetterState::Waiting), None, 99)? {
                    if letter.kind == kind {
                        let mut chance = crate::respondent::study::Counted(9);
                        let outgoing = mail::take(tx, tenant, letter.id, "https://glas.example", now, &mut chance);
                        let outgoing = outgoing.map_err(|_| store::StoreFault::Closed)?;
                        taken
                            .extend(outgoing.map(|outgoing| (outgoing.to.as_str().to_owned(), outgoing.composed.text)));
                    }
                }
                Ok(taken)
            })
        };
        let invited = taken("study-invitation");
        assert_eq!(invited.len(), 2);
        let link = |text: &str| {
            let (_, after) = text.split_once("https://glas.example/s/").unwrap();
            after.chars().take_while(char::is_ascii_alphanumeric).collect::<String>()
        };
        let (first, text) = invited[0].clone();
        assert!(text.contains("с нея се отговаря веднъж"), "{text}");
        let received = answers(&mut house.visitor(), &link(&text)).await;
        assert_eq!(received.status, StatusCode::SEE_OTHER, "{}", received.text());

        let reminders = format!("{}/reminders", desk(house));
        let soon = researcher.post(&reminders, &[]).await;
        assert_eq!(soon.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(soon.text().contains("Няма на кого да се напомни"), "{}", soon.text());
        assert_eq!(reminded_on(house, jiff::civil::date(2023, 8, 2)), Some(1), "three days were to pass");
        let reminders_taken = taken("study-reminder");
        assert_eq!(reminders_taken.len(), 1);
        assert_ne!(reminders_taken[0].0, first, "who has answered is not reminded");
        assert_eq!(link(&reminders_taken[0].1), link(&invited[1].1), "the same code");

        // A reminder that waits does not go out once its reader has answered.
        assert_eq!(reminded_on(house, jiff::civil::date(2023, 8, 4)), None, "too soon");
        assert_eq!(reminded_on(house, jiff::civil::date(2023, 8, 5)), Some(1));
        let received = answers(&mut house.visitor(), &link(&invited[1].1)).await;
        assert_eq!(received.status, StatusCode::SEE_OTHER, "{}", received.text());
        assert_eq!(taken("study-reminder"), []);
        assert_eq!(reminded_on(house, jiff::civil::date(2023, 8, 20)), None, "nobody is left");

        let residents = house.residents();
        let used = house.read(move |tx, tenant| tx.personal_code_counts(tenant, residents));
        assert_eq!(
            used.iter().map(|count| (count.is_sent, count.state, count.number)).collect::<Vec<_>>(),
            [(true, CodeState::Used, 2)]
        );
    })
    .await;
}
