//! A list of thousands: a name is typed, those that are called alike are asked back, and no page carries the list.

use super::study::{Plan, START, Town, draft_of, in_each_town, residents};
use axum::http::StatusCode;
use base::Text;
use survey::{
    Item, Look, OptionCode, Question, QuestionKind, Questionnaire, Requirement, Scale, ScaleOption, Standing,
};

fn questionnaire() -> Questionnaire {
    let place = |code: String, name: String, municipality: &str| {
        let code = OptionCode::parse(&code).unwrap();
        let properties = [("municipality".to_owned(), municipality.to_owned())].into();
        ScaleOption { properties, ..ScaleOption::new(code, Text::bulgarian(name), Standing::Unordered) }
    };
    let mut options: Vec<ScaleOption> =
        (0..5_000).map(|number| place(format!("p{number}"), format!("с. Измислено {number}"), "Примерово")).collect();
    options.push(place("b1".to_owned(), "с. Баня".to_owned(), "Карлово"));
    options.push(place("b2".to_owned(), "с. Баня".to_owned(), "Разлог"));
    options.push(place("per".to_owned(), "гр. Перущица".to_owned(), "Перущица"));
    let scale = Scale { code: "places".parse().unwrap(), options, ordered: false };
    let kind = QuestionKind::One { scale: scale.code.clone(), other: false, look: Look::Settlements };
    let mut town = Question::new("town".parse().unwrap(), Text::bulgarian("Къде живеете?"), kind);
    town.required = Some(Requirement::default());
    let words = Question::new("words".parse().unwrap(), Text::bulgarian("Нещо друго?"), QuestionKind::text(false));
    let scales = [(scale.code.clone(), scale)].into();
    Questionnaire { items: [town, words].map(Item::Question).into(), scales, introduction: None, ..residents() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_typed_and_never_chosen_from_thousands() {
    let plan = || Plan { questionnaire: questionnaire(), ..Plan::default() };
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let draft = draft_of(visitor.post(&format!("{START}/drafts"), &[]).await.header("location"));
        let page = format!("{draft}/town");
        let shown = visitor.get(&page).await.text();
        assert!(shown.len() < 20_000 && !shown.contains("Измислено"), "{} bytes", shown.len());
        assert!(shown.contains("<input id=\"q-town\" name=\"town\" value=\"\""), "{shown}");
        let whole = visitor.get(&format!("{START}/all")).await.text();
        assert!(whole.len() < 20_000 && !whole.contains("Измислено"));

        let several = visitor.post(&page, &[("town", "Баня"), ("glas:step", "next")]).await;
        assert_eq!(several.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = several.text();
        for words in
            ["value=\"b1\"", "с. Баня, общ. Карлово", "value=\"b2\"", "с. Баня, общ. Разлог", "отговарят няколко"]
        {
            assert!(text.contains(words), "{words}: {text}");
        }
        // A script asks while somebody types: the same places, and nothing is lost.
        let look = visitor.post(&page, &[("town", "Баня"), ("glas:step", "look")]).await;
        assert!(look.status == StatusCode::OK && look.text().contains("value=\"b2\""));
        let wrong = visitor.post(&page, &[("town", "Никъде"), ("glas:step", "next")]).await.text();
        assert!(wrong.contains("„Никъде“ го няма в списъка") && wrong.contains("value=\"Никъде\""), "{wrong}");

        let chosen = visitor.post(&page, &[("town", "b2"), ("town", "Баня"), ("glas:step", "next")]).await;
        assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
        let overview = visitor.get(&draft).await.text();
        assert!(overview.contains("с. Баня, общ. Разлог"), "{overview}");
        let again = visitor.get(&page).await.text();
        assert!(again.contains("value=\"b2\" checked") && !again.contains("Карлово"), "{again}");
        let changed = visitor.post(&page, &[("town", "b2"), ("town", "Perushtitsa"), ("glas:step", "next")]).await;
        assert_eq!(changed.status, StatusCode::SEE_OTHER);
        assert!(visitor.get(&draft).await.text().contains("гр. Перущица"));
    })
    .await;
}
