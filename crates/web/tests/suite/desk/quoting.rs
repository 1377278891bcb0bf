//! Words that came on paper or in a file: in a small group they are quoted only where somebody allowed it.

use super::house::{House, Who, in_each_house};
use super::imports::{form as form_of, post, set};
use crate::visitor::Visitor;
use axum::http::StatusCode;
use survey::{Answer, Response, SheetCode};

/// How many belong to the audience.
fn of(house: &House, population: Option<u32>) {
    let residents = house.residents();
    house.write(move |tx, tenant| {
        let mut study = tx.study_of(tenant, residents)?.unwrap();
        study.audiences.iter_mut().for_each(|known| known.population = population);
        tx.replace_study(tenant, &study)
    });
}

fn with_words(house: &House, words: &str) -> Response {
    let residents = house.residents();
    let all = house.read(move |tx, tenant| tx.responses_after(tenant, residents, None, 1000));
    let said = |response: &&Response| response.answers.get("wish").and_then(Answer::words) == Some(words);
    all.iter().find(said).unwrap_or_else(|| panic!("nobody said {words}")).clone()
}

async fn imports(house: &House, researcher: &mut Visitor, file: &str) -> String {
    let sent = researcher
        .upload(&format!("/desk/audiences/{}/answers", house.residents()), &[], ("а.csv", file.as_bytes()))
        .await;
    let page = researcher.follow(&sent).await;
    let address = sent.header("location").split('?').next().unwrap().to_owned();
    let done = post(researcher, &address, &form_of(&page, "import")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    page.text()
}

#[tokio::test]
async fn words_of_a_file_are_not_quoted_in_a_small_group_unless_it_says_so() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        of(house, Some(4000));
        let page = imports(house, &mut researcher, "manner;wish\n5;Голяма група\n").await;
        assert!(!page.contains("няма да се цитира"), "{page}");
        assert_eq!(with_words(house, "Голяма група").quotable, None);

        of(house, Some(25));
        let page = imports(house, &mut researcher, "manner;wish\n5;Без колона\n").await;
        assert!(page.contains("Написаното с думи няма да се цитира"), "{page}");
        let silent = with_words(house, "Без колона");
        assert_eq!((silent.quotable, silent.may_be_quoted()), (Some(false), false));

        let told = "manner;wish;позволява цитиране\n5;Казал да;да\n4;Казал не;не\n3;Замълчал;\n";
        let page = imports(house, &mut researcher, told).await;
        assert!(!page.contains("няма да се цитира"), "{page}");
        let quotable = ["Казал да", "Казал не", "Замълчал"].map(|words| with_words(house, words).quotable);
        assert_eq!(quotable, [Some(true), Some(false), Some(false)]);
        // Somebody of a large group who said no is not quoted either.
        of(house, None);
        imports(house, &mut researcher, "manner;wish;quotable\n5;Отказал;no\n").await;
        assert_eq!(with_words(house, "Отказал").quotable, Some(false));

        // Which column it is, a person may say; what is no yes and no is told with its place.
        of(house, Some(25));
        let file = "manner;wish;Може ли?\n5;Посочена колона;да\n4;Друго;може би\n";
        let form = format!("/desk/audiences/{}/answers", house.residents());
        let sent = researcher.upload(&form, &[], ("б.csv", file.as_bytes())).await;
        let page = researcher.follow(&sent).await;
        assert!(page.text().contains("Позволява думите да се цитират"), "{}", page.text());
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let mut mapped = form_of(&page, "check");
        set(&mut mapped, "column-2", "quotable");
        let checked = post(&mut researcher, &address, &mapped).await;
        assert!(checked.text().contains("ред 3, колона C"), "{}", checked.text());
        let done = post(&mut researcher, &address, &form_of(&checked, "import")).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        assert_eq!(with_words(house, "Посочена колона").quotable, Some(true));
    })
    .await;
}

#[tokio::test]
async fn words_on_a_card_are_quoted_where_it_is_ticked() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let protocol =
            [("opened_by", "Мария Примерова"), ("opened_on", "2023-07-25"), ("cards", "5"), ("invalid", "0")];
        let opened = researcher.post(&format!("/desk/audiences/{}/boxes", house.residents()), &protocol).await;
        let address = opened.header("location").split("/cards").next().unwrap().to_owned();
        let mut enters = async |words: &str, ticked: bool, is_asked: bool| {
            let page = researcher.get(&format!("{address}/cards/new")).await;
            assert_eq!(page.text().contains("name=\"-quote\""), is_asked, "{}", page.text());
            let hidden = ["-questionnaire", "-card"].map(|name| page.value_of(name));
            let mut fields = vec![
                ("-questionnaire", hidden[0].as_str()),
                ("-card", hidden[1].as_str()),
                ("manner", "4"),
                ("wish", words),
            ];
            fields.extend(ticked.then_some(("-quote", "yes")));
            let done = researcher.post(&format!("{address}/cards"), &fields).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        };
        of(house, None);
        enters("Карта на мнозина", true, false).await;
        of(house, Some(25));
        enters("Карта с отметка", true, true).await;
        enters("Карта без отметка", false, true).await;
        let quotable =
            ["Карта на мнозина", "Карта с отметка", "Карта без отметка"].map(|words| with_words(house, words).quotable);
        assert_eq!(quotable, [None, Some(true), Some(false)]);
    })
    .await;
}

/// The codes of sheets that are made now.
async fn sheets(house: &House, researcher: &mut Visitor, twice: bool) -> Vec<String> {
    let mut fields = vec![("number", "2"), ("language", "bg")];
    fields.extend(twice.then_some(("twice", "yes")));
    let made = researcher.post(&format!("/desk/audiences/{}/printings", house.residents()), &fields).await;
    let address = made.header("location").split('?').next().unwrap().to_owned();
    let file = researcher.get(&format!("{address}/sheets.pdf")).await.text();
    file.split_whitespace().filter(|word| word.parse::<SheetCode>().is_ok()).map(str::to_owned).collect()
}

async fn types(clerk: &mut Visitor, code: &str, words: &str, ticked: bool) {
    let sent = clerk.post("/desk/sheets", &[("code", code)]).await;
    let (address, form) = (sent.header("location").to_owned(), clerk.follow(&sent).await);
    assert!(form.text().contains("name=\"-quote\""), "{}", form.text());
    let submission = form.value_of("-sheet");
    let mut fields = vec![("-sheet", submission.as_str()), ("manner", "4"), ("wish", words)];
    fields.extend(ticked.then_some(("-quote", "yes")));
    let done = clerk.post(&address, &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn words_on_a_sheet_are_quoted_where_everybody_who_read_it_saw_the_tick() {
    in_each_house(async |house| {
        let (mut first, mut second) = (house.signed_in(Who::Researcher), super::printings::colleague(house));
        of(house, Some(25));
        let once = sheets(house, &mut first, false).await;
        types(&mut first, &once[0], "Лист с отметка", true).await;
        types(&mut first, &once[1], "Лист без отметка", false).await;
        let twice = sheets(house, &mut first, true).await;
        types(&mut first, &twice[0], "Двама са видели", true).await;
        types(&mut second, &twice[0], "Двама са видели", true).await;
        types(&mut first, &twice[1], "Един е видял", true).await;
        types(&mut second, &twice[1], "Един е видял", false).await;
        let words = ["Лист с отметка", "Лист без отметка", "Двама са видели", "Един е видял"];
        assert_eq!(
            words.map(|words| with_words(house, words).quotable),
            [Some(true), Some(false), Some(true), Some(false)]
        );
    })
    .await;
}
