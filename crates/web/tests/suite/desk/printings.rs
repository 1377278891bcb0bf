//! Sheets on paper: printed with codes, counted, typed in once or twice, and nothing that joins a sheet and its answers.

use super::house::{House, Who, in_each_house};
use crate::visitor::{self, Visitor};
use axum::http::StatusCode;
use base::{Key, Moment, PersonId, Role};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use store::{Membership, Person, SheetState};
use survey::{Answer, Mode, Response, SheetCode};

fn printings(house: &House) -> String {
    format!("/desk/audiences/{}/printings", house.residents())
}

/// The address of a printing and the codes of its sheets.
async fn printed(house: &House, researcher: &mut Visitor, more: &[(&str, &str)]) -> (String, Vec<String>) {
    let mut fields = vec![("number", "4"), ("language", "bg")];
    fields.extend(more);
    let made = researcher.post(&printings(house), &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
    let page = researcher.follow(&made).await;
    assert!(page.text().contains("Листовете са готови за печат"), "{}", page.text());
    let address = made.header("location").split('?').next().unwrap().to_owned();
    let file = researcher.get(&format!("{address}/sheets.pdf")).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "application/pdf"));
    assert!(file.header("content-disposition").starts_with("attachment"));
    let text = file.text();
    let codes: Vec<String> =
        text.split_whitespace().filter(|word| word.parse::<SheetCode>().is_ok()).map(str::to_owned).collect();
    let again = researcher.get(&format!("{address}/sheets.pdf")).await;
    assert_eq!(again.text(), text, "the same file whenever it is asked for");
    (address, codes)
}

/// A clerk of the researcher's organisation.
pub fn colleague(house: &House) -> Visitor {
    const CLERK: PersonId = PersonId(Key([140; 16]));
    house.write(|tx, tenant| {
        let person = Person {
            id: CLERK,
            account: "clerk".to_owned(),
            name: "Деловодител".to_owned(),
            email: None,
            password_hash: None,
            deactivated: None,
            created: Moment(0),
            memberships: vec![Membership { party: Who::Researcher.party(), role: Role::Clerk }],
        };
        tx.add_person(tenant, &person)
    });
    house.signed_in_as(CLERK)
}

fn wish(response: &Response) -> Option<&str> {
    response.answers.get("wish").and_then(Answer::words)
}

/// The form that a code opens.
async fn opened(clerk: &mut Visitor, code: &str) -> (String, visitor::Answer) {
    let sent = clerk.post("/desk/sheets", &[("code", code)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    (sent.header("location").to_owned(), clerk.follow(&sent).await)
}

async fn typed(clerk: &mut Visitor, code: &str, answers: &[(&str, &str)]) -> visitor::Answer {
    let (address, form) = opened(clerk, code).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text());
    let submission = form.value_of("-sheet");
    let mut fields = vec![("-sheet", submission.as_str())];
    fields.extend(answers);
    clerk.post(&address, &fields).await
}

async fn refused(clerk: &mut Visitor, code: &str, expected: &str) {
    let sent = clerk.post("/desk/sheets", &[("code", code)]).await;
    let page = if sent.status == StatusCode::SEE_OTHER { clerk.follow(&sent).await } else { sent };
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{code}: {}", page.text());
    assert!(page.text().contains(expected), "{code}: {}", page.text());
    assert!(page.text().contains("href=\"#code\""), "the summary leads to the code");
}

fn on_paper(house: &House) -> Vec<Response> {
    let residents = house.residents();
    let all = house.read(move |tx, tenant| tx.responses_after(tenant, residents, None, 1000));
    all.into_iter().filter(|response| response.mode == Mode::Paper).collect()
}

fn options(response: &Response, name: &str) -> Vec<String> {
    response.answers.get(name).unwrap().options().iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn a_sheet_from_the_printer_to_the_answers() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let before = on_paper(house).len();
        let (address, codes) = printed(house, &mut researcher, &[("large", "yes")]).await;
        assert_eq!(codes.len(), 4);

        let (form_address, form) = opened(&mut researcher, &codes[0].to_lowercase().replace('-', " ")).await;
        assert!(form.text().contains(&format!("Лист {}", codes[0])) && form.text().contains("autofocus"));
        let submission = form.value_of("-sheet");
        let wrong = researcher.post(&form_address, &[("-sheet", &submission), ("ways", "1 3"), ("manner", "7")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("„7“ не е сред възможните отговори"), "{}", wrong.text());
        assert_eq!(wrong.value_of("ways"), "1 3", "what was typed stays");
        let empty = researcher.post(&form_address, &[("-sheet", &submission)]).await;
        assert!(empty.text().contains("Нищо не е въведено"), "{}", empty.text());
        assert_eq!(on_paper(house).len(), before, "nothing half stored");

        let fields = [("-sheet", submission.as_str()), ("ways", "13"), ("manner", "4"), ("wish", "По-бързо")];
        let next = researcher.post_and_follow(&form_address, &fields).await;
        assert!(next.text().contains("Листът е записан") && next.text().contains("autofocus"), "{}", next.text());
        let again = researcher.post_and_follow(&form_address, &fields).await;
        assert!(again.text().contains("Листът е записан"), "the same form sent twice is one answer");
        let all = on_paper(house);
        assert_eq!(all.len(), before + 1);
        let entered = all.iter().find(|response| wish(response) == Some("По-бързо")).unwrap();
        assert_eq!(
            (options(entered, "ways"), options(entered, "manner")),
            (vec!["desk".into(), "post".into()], vec!["4".into()])
        );
        assert_eq!(entered.batch, None, "nothing leads from the answers to the printing");

        refused(&mut researcher, &codes[0], "вече е въведен").await;
        let second = researcher.post(&form_address, &[("-sheet", &"a".repeat(26)), ("manner", "5")]).await;
        assert!(second.text().contains("вече е въведен"), "{}", second.text());

        let spoiled = researcher.post_and_follow(&format!("{address}/spoiled"), &[("code", &codes[1])]).await;
        assert!(spoiled.text().contains("отбелязан като негоден"), "{}", spoiled.text());
        refused(&mut researcher, &codes[1], "отбелязан като негоден").await;
        let twice = researcher.post(&format!("{address}/spoiled"), &[("code", &codes[1])]).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = researcher.post(&format!("{address}/spoiled"), &[("code", &codes[0])]).await;
        assert!(done.text().contains("вече е въведен"), "{}", done.text());

        let sign = if codes[2].starts_with('2') { "3" } else { "2" };
        refused(&mut researcher, &format!("{sign}{}", &codes[2][1..]), "сгрешен знак").await;
        refused(&mut researcher, "няма такъв", "не е код на лист").await;
        let unknown = SheetCode::of(Key([200; 16])).to_string();
        refused(&mut researcher, &unknown, "Няма отпечатан лист").await;
        refused(&mut house.signed_in(Who::Stranger), &codes[2], "Няма отпечатан лист").await;
        let foreign = house.signed_in(Who::Stranger).get(&format!("{address}/sheets/{}", codes[2])).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        let foreign = house.signed_in(Who::Stranger).get(&format!("{address}/sheets.pdf")).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);

        let counted =
            researcher.post_and_follow(&format!("{address}/counts"), &[("issued", "4"), ("returned", "3")]).await;
        assert!(counted.text().contains("1 върнат лист още чака"), "{}", counted.text());
        let page = researcher.get(&printings(house)).await.text();
        assert!(page.contains("въведени 1 от 4"), "{page}");
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Направени листове") && journal.contains("Преброени листове"), "{journal}");
        assert!(journal.contains("Негоден лист") && codes.iter().all(|code| !journal.contains(code)), "{journal}");
    })
    .await;
}

#[tokio::test]
async fn many_sheets_come_in_files_of_fifty_and_in_one_archive() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let made = researcher.post(&printings(house), &[("number", "120"), ("language", "bg")]).await;
        let page = researcher.follow(&made).await.text();
        let address = made.header("location").split('?').next().unwrap().to_owned();
        assert!(page.contains("Листове 101–120 за печат") && page.contains("Всички 120 листа"), "{page}");
        let archive = researcher.get(&format!("{address}/sheets.zip")).await;
        assert_eq!((archive.status, archive.header("content-type")), (StatusCode::OK, "application/zip"));
        assert!(archive.header("content-disposition").starts_with("attachment"));
        let mut archive = zip::ZipArchive::new(Cursor::new(archive.bytes.clone())).unwrap();
        let mut codes = BTreeSet::new();
        for place in 0..archive.len() {
            let (mut part, mut bytes) = (archive.by_index(place).unwrap(), Vec::new());
            assert_eq!(part.name().unwrap(), format!("sheets-2023-07-27-{:02}.pdf", place + 1));
            part.read_to_end(&mut bytes).unwrap();
            // The same as the file by itself.
            let alone = researcher.get(&format!("{address}/sheets.pdf?file={}", place + 1)).await;
            assert!(alone.bytes == bytes, "part {place}");
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let found: Vec<&str> = text.split_whitespace().filter(|word| word.parse::<SheetCode>().is_ok()).collect();
            assert!(found.len() <= 50, "{}", found.len());
            codes.extend(found.into_iter().map(str::to_owned));
        }
        assert_eq!((archive.len(), codes.len()), (3, 120), "every sheet once");
        let foreign = house.signed_in(Who::Stranger).get(&format!("{address}/sheets.zip")).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_printed_or_counted_is_refused_and_stays_typed() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let check = async |visitor: &mut Visitor,
                           address: &str,
                           fields: &[(&str, &str)],
                           field: &str,
                           expected: &str| {
            let answer = visitor.post(address, fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            assert!(answer.text().contains(expected), "{fields:?}: {}", answer.text());
            assert!(answer.text().contains(&format!("href=\"#{field}\"")), "{fields:?}: the summary leads to {field}");
        };
        let own = printings(house);
        check(&mut researcher, &own, &[("number", "много"), ("language", "bg")], "number", "„много“ не е брой").await;
        check(&mut researcher, &own, &[("number", "0"), ("language", "bg")], "number", "не е брой").await;
        check(&mut researcher, &own, &[("number", "501"), ("language", "bg")], "number", "най-много 500").await;
        check(&mut researcher, &own, &[("number", "1"), ("language", "fr")], "language", "не говори този език").await;
        let long = "я".repeat(301);
        let fields = [("number", "1"), ("language", "bg"), ("return_to", long.as_str())];
        check(&mut researcher, &own, &fields, "return_to", "301").await;
        let master = format!("{own}/master");
        check(&mut researcher, &master, &[("language", "fr")], "language", "не говори този език").await;
        let copy = researcher.post(&master, &[("language", "bg")]).await;
        assert_eq!((copy.status, copy.header("content-type")), (StatusCode::OK, "application/pdf"));

        let (address, _) = printed(house, &mut researcher, &[]).await;
        let counts = format!("{address}/counts");
        check(&mut researcher, &counts, &[("issued", "5"), ("returned", "0")], "issued", "Отпечатани са само 4").await;
        check(&mut researcher, &counts, &[("issued", "2"), ("returned", "3")], "returned", "Раздадени са само 2").await;
        check(&mut researcher, &counts, &[("issued", "-1"), ("returned", "0")], "issued", "не е брой").await;
    })
    .await;
}

#[tokio::test]
async fn two_people_read_a_sheet_and_a_third_look_settles_it() {
    in_each_house(async |house| {
        let (mut first, mut second) = (house.signed_in(Who::Researcher), colleague(house));
        let before = on_paper(house).len();
        let (address, codes) = printed(house, &mut first, &[("twice", "yes")]).await;

        // Both read the same: one answer.
        let held = typed(&mut first, &codes[0], &[("ways", "1 3"), ("manner", "4")]).await;
        assert!(first.follow(&held).await.text().contains("чака втори човек"));
        assert_eq!(on_paper(house).len(), before, "nothing counts before two have read it");
        refused(&mut first, &codes[0], "Вие въведохте този лист").await;
        let agreed = typed(&mut second, &codes[0], &[("ways", "3 1"), ("manner", "4")]).await;
        assert!(second.follow(&agreed).await.text().contains("Листът е записан"));
        assert_eq!(on_paper(house).len(), before + 1);
        refused(&mut first, &codes[0], "вече е въведен").await;

        // They differ: nothing counts until somebody has decided each difference.
        typed(&mut first, &codes[1], &[("ways", "1"), ("manner", "4"), ("wish", "По-бързо")]).await;
        let differs = typed(&mut second, &codes[1], &[("ways", "1"), ("manner", "5")]).await;
        let page = second.follow(&differs).await;
        assert!(
            page.text().contains("прочетоха листа различно") && page.text().contains("„По-бързо“"),
            "{}",
            page.text()
        );
        assert!(!page.text().contains("name=\"ways\""), "what both read alike is not asked");
        let submission = page.value_of("-sheet");
        let settlement = format!("{}/settlement", differs.header("location"));
        let left = second.post(&settlement, &[("-sheet", &submission), ("manner", "2")]).await;
        assert_eq!(left.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(left.text().contains("href=\"#q-wish\""), "{}", left.text());
        assert_eq!(on_paper(house).len(), before + 1);
        let fields = [("-sheet", submission.as_str()), ("manner", "2"), ("wish", "1")];
        let settled = second.post_and_follow(&settlement, &fields).await;
        assert!(settled.text().contains("Разликите са решени"), "{}", settled.text());
        let all = on_paper(house);
        let answer = all.iter().find(|response| wish(response) == Some("По-бързо")).unwrap();
        assert_eq!(options(answer, "manner"), ["5"]);
        assert_eq!(all.len(), before + 2);

        // Both wrong: from the beginning.
        typed(&mut first, &codes[2], &[("manner", "1")]).await;
        typed(&mut second, &codes[2], &[("manner", "2")]).await;
        let (sheet, _) = opened(&mut first, &codes[2]).await;
        let anew = first.post_and_follow(&format!("{sheet}/anew"), &[]).await;
        assert!(anew.text().contains("това е първият"), "{}", anew.text());

        // Of what is settled nothing is left that would join a sheet and its answers.
        let kept: Vec<SheetCode> = codes.iter().map(|code| code.parse().unwrap()).collect();
        for code in &kept[..3] {
            let code = *code;
            assert_eq!(house.read(move |tx, tenant| tx.sheet_entries(tenant, code)), [], "{code}");
        }
        let states = house
            .read(move |tx, tenant| kept.iter().map(|code| tx.sheet(tenant, *code)).collect::<Result<Vec<_>, _>>());
        let states: Vec<SheetState> = states.into_iter().map(|sheet| sheet.unwrap().state).collect();
        assert_eq!(states, [SheetState::Entered, SheetState::Entered, SheetState::Printed, SheetState::Printed]);
        let page = first.get(&address).await.text();
        assert!(page.contains("въвеждат се два пъти"), "{page}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s15_fifty_who_type_in_one_sheet_are_one_answer() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let before = on_paper(house).len();
        let (_, codes) = printed(house, &mut researcher, &[]).await;
        let mut ready = Vec::new();
        for _ in 0..50 {
            let mut clerk = house.signed_in(Who::Researcher);
            let (address, form) = opened(&mut clerk, &codes[0]).await;
            ready.push((clerk, address, form.value_of("-sheet")));
        }
        let sent: Vec<_> = ready
            .into_iter()
            .map(|(mut clerk, address, submission)| {
                tokio::spawn(
                    async move { clerk.post(&address, &[("-sheet", &submission), ("manner", "5")]).await.status },
                )
            })
            .collect();
        let mut taken = 0;
        for status in sent {
            match status.await.unwrap() {
                StatusCode::SEE_OTHER => taken += 1,
                status => assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY),
            }
        }
        assert_eq!(taken, 1);
        assert_eq!(on_paper(house).len(), before + 1);
    })
    .await;
}

#[tokio::test]
async fn sheets_of_an_earlier_version_open_that_version_in_their_language() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let (_, codes) = printed(house, &mut researcher, &[("language", "en")]).await;
        let residents = house.residents();
        let earlier = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap();
        let earlier =
            earlier.audiences.iter().find(|audience| audience.id == residents).unwrap().questionnaire.unwrap();
        house.write(move |tx, tenant| {
            let id = base::QuestionnaireId(Key([201; 16]));
            let mut later = web::sample::questionnaire();
            later.items.pop();
            tx.add_questionnaire(tenant, id, &later, None, web::sample::DAY)?;
            tx.replace_audience_questionnaire(tenant, residents, id)
        });
        let before = on_paper(house).len();
        let sent = typed(&mut researcher, &codes[0], &[("manner", "4")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let all = on_paper(house);
        assert_eq!(all.len(), before + 1);
        assert!(all.iter().any(|response| response.questionnaire == earlier));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_attached_on_paper_is_said_to_stay_with_its_sheet() {
    in_each_house(async |house| {
        super::answer_files::ask_for_scans(house, house.instance.tenant);
        let mut researcher = house.signed_in(Who::Researcher);
        let (_, codes) = printed(house, &mut researcher, &[]).await;
        let (_, page) = opened(&mut researcher, &codes[0]).await;
        let text = page.text();
        assert!(text.contains("Приложете сканирана карта") && text.contains("Пазете го заедно с листа"), "{text}");
        assert!(!text.contains("type=\"file\""), "{text}");
        let entered = typed(&mut researcher, &codes[0], &[("manner", "5"), ("scan", "да")]).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.text());
        assert!(on_paper(house).iter().all(|response| response.answers.files().next().is_none()));
    })
    .await;
}
