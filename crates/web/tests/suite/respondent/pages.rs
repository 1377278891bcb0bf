//! From page to page: forward, back, with mistakes, and with a change of mind.

use super::study::{Plan, START, Town, draft_of, hidden, in_each_town};
use crate::visitor::Visitor;
use axum::http::StatusCode;
use jiff::civil::date;
use survey::{Answer, OptionCode};

/// Sends a page with „Напред“ and opens the next one: its address and its text.
async fn next(visitor: &mut Visitor, address: &str, fields: &[(&str, &str)]) -> (String, String) {
    let mut all = fields.to_vec();
    all.push(("glas:step", "next"));
    let sent = visitor.post(address, &all).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{address}: {}", sent.text());
    let address = sent.header("location").to_owned();
    let page = visitor.get(&address).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    assert!(!page.text().contains('⟦'), "{address}");
    (address, page.text())
}

/// Goes on from `address` with what `answers` has for each page, to the overview.
async fn to_the_end(visitor: &mut Visitor, mut address: String, answers: &[(&str, &[(&str, &str)])]) -> String {
    for _ in 0..60 {
        let Some(page) = address.strip_prefix(&format!("{}/", draft_of(&address))) else { return address };
        let fields = answers.iter().find(|(known, _)| *known == page).map_or(&[][..], |(_, fields)| *fields);
        (address, _) = next(visitor, &address, fields).await;
    }
    panic!("no end in sight at {address}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_questionnaire_is_answered_page_by_page() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let start = visitor.get(START).await;
        assert_eq!(start.status, StatusCode::OK);
        assert_eq!(start.header("cache-control"), "private, no-store");
        assert_eq!(start.header("referrer-policy"), "same-origin");
        assert_eq!(start.header("set-cookie"), "", "nothing is left in the browser");
        for words in [
            "Фондация „Примерен глас“ и Община Примерово",
            "14 години",
            "9\u{a0}юни 2023",
            "Демонстрационни данни",
            "noindex",
        ] {
            assert!(start.text().contains(words), "{words}: {}", start.text());
        }
        let first = town.begin(&mut visitor).await;
        let page = visitor.get(&first).await.text();
        assert!(page.contains("В какво качество отговаряте?"), "{page}");
        assert!(!page.contains("Демонстрационен въпросник"), "the start page told it already");
        let (address, page) = next(&mut visitor, &first, &[("capacity", "citizen")]).await;
        assert!(page.contains("2 от ") && page.contains("(задължителен)"), "{page}");
        let review = to_the_end(
            &mut visitor,
            address,
            &[
                ("used", &[("used", "yes")]),
                (
                    "service_page",
                    &[
                        ("used_times", "3"),
                        ("last_service", "other"),
                        ("last_service_other", "Пазар <b>на</b> площада"),
                        ("last_day", "17.04.2023"),
                    ],
                ),
                ("channel", &[("channel", "counter")]),
                ("waiting", &[("waiting", "to_10")]),
                ("effort_page", &[("hours", "1,5")]),
                ("quality", &[("q_information", "rather"), ("q_fee", "cannot_judge")]),
                ("forms_known", &[("forms_known", "survey"), ("forms_known", "signal")]),
                ("suggestion", &[("suggestion", "Ред\r\nи още един.")]),
            ],
        )
        .await;
        let overview = visitor.get(&review).await;
        for words in [
            "Пазар &#60;b&#62;на&#60;/b&#62; площада",
            "17.04.2023",
            "1,5",
            "До 10 минути",
            "Без отговор",
            "Анкета за качеството",
        ] {
            assert!(overview.text().contains(words), "{words}: {}", overview.text());
        }
        assert_eq!(town.responses().len(), 0, "nothing is sent before it is sent");
        let submission = hidden(&overview, "glas:submission");
        let receipt =
            visitor.post_and_follow(&format!("{review}/submission"), &[("glas:submission", &submission)]).await;
        assert_eq!(receipt.status, StatusCode::OK);
        assert!(receipt.text().contains("Запазете кода") && receipt.text().contains("9\u{a0}юни 2023"));
        let responses = town.responses();
        let [response] = responses.as_slice() else { panic!("{responses:?}") };
        assert_eq!(response.day, date(2023, 5, 10));
        let other = OptionCode::other();
        assert_eq!(
            response.answers.get("last_service"),
            Some(&Answer::One(other, Some("Пазар <b>на</b> площада".to_owned())))
        );
        assert_eq!(response.answers.get("hours"), Some(&Answer::Decimal(1.5)));
        assert_eq!(response.answers.get("last_day"), Some(&Answer::Date(date(2023, 4, 17))));
        assert_eq!(response.answers.get("suggestion"), Some(&Answer::Text("Ред\nи още един.".to_owned())));
        assert_eq!(response.answers.len(), 12);
        let gone = visitor.get(&review).await;
        assert_eq!(gone.status, StatusCode::GONE, "the draft went when it was sent");
        assert!(gone.text().contains("вече са изпратени"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_mind_leaves_no_debris() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        let draft = draft_of(&first);
        let review = to_the_end(
            &mut visitor,
            first,
            &[
                ("capacity", &[("capacity", "ngo")]),
                ("used", &[("used", "yes")]),
                ("service_page", &[("used_times", "7")]),
                ("quality", &[("q_forms", "fully")]),
            ],
        )
        .await;
        assert!(visitor.get(&review).await.text().contains("Яснотата на образците"));

        // From the overview to one answer, and straight back.
        let changed = visitor.post(&format!("{draft}/used"), &[("used", "no"), ("glas:to", "review")]).await;
        assert_eq!(changed.header("location"), review);
        let overview = visitor.get(&review).await;
        assert!(!overview.text().contains("Яснотата на образците"));
        // The page that is asked no more leads on.
        assert_eq!(visitor.get(&format!("{draft}/quality")).await.status, StatusCode::SEE_OTHER);

        // Back again: what was answered is still there, and pages not seen before come first.
        let back = visitor.post(&format!("{draft}/used"), &[("used", "yes"), ("glas:to", "review")]).await;
        assert_eq!(back.header("location"), review, "all of them were seen");
        assert!(visitor.get(&format!("{draft}/service_page")).await.text().contains("value=\"7\""));

        visitor.post(&format!("{draft}/used"), &[("used", "no"), ("glas:step", "next")]).await;
        visitor.post(&format!("{draft}/submission"), &[]).await;
        let responses = town.responses();
        let answers = &responses.first().expect("sent").answers;
        assert_eq!(answers.len(), 2, "{answers:?}");
        assert!(answers.get("used_times").is_none() && answers.get("q_forms").is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_stays() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        let draft = draft_of(&first);
        let (used, _) = next(&mut visitor, &first, &[]).await;

        let missing = visitor.post(&used, &[("glas:step", "next")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = missing.text();
        assert!(text.contains("От този отговор зависи кои въпроси следват"), "the author's own words");
        assert!(text.contains("<a href=\"#q-used\">") && text.contains("id=\"q-used\""), "{text}");
        assert!(text.contains("<title>Има грешка: "));

        let (times, _) = next(&mut visitor, &used, &[("used", "yes")]).await;
        let wrong = visitor.post(&times, &[("used_times", "веднъж & <два>"), ("glas:step", "next")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"веднъж &#38; &#60;два&#62;\""), "{}", wrong.text());
        assert!(wrong.text().contains("не е число"));

        // Back complains of nothing and forgets nothing.
        let back = visitor.post(&times, &[("used_times", "хиляда"), ("glas:step", "back")]).await;
        assert_eq!((back.status, back.header("location")), (StatusCode::SEE_OTHER, used.as_str()));
        assert!(visitor.get(&times).await.text().contains("value=\"хиляда\""));

        // It is not passed over silently at the end.
        let review = visitor.get(&draft).await;
        assert!(review.text().contains("„хиляда“ не е число"), "{}", review.text());
        let sent = visitor.post(&format!("{draft}/submission"), &[]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(town.responses().len(), 0);

        let (_, _) = next(&mut visitor, &times, &[("used_times", "12")]).await;
        assert!(!visitor.get(&draft).await.text().contains("хиляда"));
        let far = visitor.post(&times, &[("used_times", "201"), ("glas:step", "next")]).await;
        assert!(far.text().contains("Напишете цяло число от 1 до 200."));
        let (_, _) = next(&mut visitor, &times, &[("used_times", "")]).await;
        assert_eq!(visitor.post(&format!("{draft}/submission"), &[]).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_all_there_in_english() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let start = visitor.get("/en/s/primerovo").await.text();
        assert!(
            start.contains("How the municipality serves you") && start.contains("action=\"/en/s/primerovo/drafts\"")
        );
        let begun = visitor.post("/en/s/primerovo/drafts", &[]).await;
        let first = begun.header("location").to_owned();
        assert!(first.starts_with("/en/s/primerovo/"));
        assert!(visitor.get(&first).await.text().contains("In what capacity do you answer?"));
        let draft = first.rsplit_once('/').unwrap().0.to_owned();
        visitor.post(&first, &[("capacity", "ngo")]).await;
        let missing = visitor.post(&format!("{draft}/used"), &[("glas:step", "next")]).await;
        assert!(missing.text().contains("The questions that follow depend on this answer"));
        visitor.post(&format!("{draft}/used"), &[("used", "no"), ("glas:step", "next")]).await;
        let receipt = visitor.post_and_follow(&format!("{draft}/submission"), &[]).await;
        assert!(receipt.text().contains("Keep this code"));
        assert_eq!(town.responses()[0].language, base::LanguageTag::ENGLISH);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s16_a_draft_can_be_deleted_and_expires() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        visitor.post(&first, &[("capacity", "citizen"), ("glas:step", "next")]).await;
        let deleted = visitor.post(&format!("{}/deletion", draft_of(&first)), &[]).await;
        assert_eq!((deleted.status, deleted.header("location")), (StatusCode::SEE_OTHER, START));
        assert_eq!(visitor.get(&first).await.status, StatusCode::GONE);

        let first = town.begin(&mut visitor).await;
        town.let_it_be(date(2023, 5, 24));
        assert_eq!(visitor.get(&first).await.status, StatusCode::OK, "fourteen days later");
        town.let_it_be(date(2023, 5, 25));
        assert_eq!(visitor.get(&first).await.status, StatusCode::GONE);
        assert_eq!(visitor.post(&first, &[("capacity", "citizen")]).await.status, StatusCode::GONE);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_draft_is_nobody_elses() {
    in_each_town(Plan::default, async |town: &Town| {
        let (mut one, mut other) = (town.visitor(), town.visitor());
        let (mine, theirs) = (town.begin(&mut one).await, town.begin(&mut other).await);
        assert_ne!(draft_of(&mine), draft_of(&theirs));
        one.post(&mine, &[("capacity", "business"), ("glas:step", "next")]).await;
        assert!(!other.get(&theirs).await.text().contains(" checked"));
        assert!(one.get(&mine).await.text().contains("value=\"business\" checked"));
    })
    .await;
}

/// Everything about the last service on one page.
fn on_one_page() -> Plan {
    let mut plan = Plan::default();
    for item in &mut plan.questionnaire.items {
        if let survey::Item::Group(group) = item
            && group.code.as_str() == "last_service_group"
        {
            group.layout = survey::GroupLayout::Page;
        }
    }
    plan
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_an_answer_brings_up_is_not_passed_over() {
    in_each_town(on_one_page, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        let (used, _) = next(&mut visitor, &first, &[]).await;
        let (page, text) = next(&mut visitor, &used, &[("used", "yes")]).await;
        assert!(!text.contains("name=\"waiting\""), "nobody who came by post waited");
        let again = visitor.post(&page, &[("channel", "counter"), ("used_times", "2"), ("glas:step", "next")]).await;
        assert_eq!(again.status, StatusCode::OK);
        let text = again.text();
        assert!(text.contains("name=\"waiting\"") && text.contains("value=\"2\"") && text.contains("role=\"status\""));
        let on = visitor.post(&page, &[("channel", "counter"), ("used_times", "2"), ("glas:step", "next")]).await;
        assert_eq!(on.status, StatusCode::SEE_OTHER, "it was shown; it may be left empty");

        // A script looked, and the page was sent before what it heard stood there.
        let mut other = town.visitor();
        let first = town.begin(&mut other).await;
        let (used, _) = next(&mut other, &first, &[]).await;
        let (page, text) = next(&mut other, &used, &[("used", "yes")]).await;
        let before = text.split_once("name=\"glas:had\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        let fields = [("channel", "counter"), ("used_times", "2"), ("glas:had", before.as_str())];
        let look = other.post(&page, &[&fields[..], &[("glas:step", "look")]].concat()).await;
        let after = hidden(&look, "glas:had");
        assert!(look.text().contains("name=\"waiting\"") && after.contains("waiting") && !before.contains("waiting"));
        let missed = other.post(&page, &[&fields[..], &[("glas:step", "next")]].concat()).await;
        assert_eq!(missed.status, StatusCode::OK, "the form did not have the question yet");
        assert_eq!(hidden(&missed, "glas:had"), after);
        let fields = [("channel", "counter"), ("used_times", "2"), ("glas:had", after.as_str()), ("glas:step", "next")];
        assert_eq!(other.post(&page, &fields).await.status, StatusCode::SEE_OTHER, "the script had put it there");
    })
    .await;
}

/// What the script of the page asks while somebody types: the same page, kept and looked at, and nobody goes on.
#[tokio::test(flavor = "multi_thread")]
async fn a_look_keeps_what_was_typed_and_complains_of_nothing_that_was_not() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let first = town.begin(&mut visitor).await;
        let draft = draft_of(&first);
        let (used, _) = next(&mut visitor, &first, &[]).await;
        let (address, _) = next(&mut visitor, &used, &[("used", "yes")]).await;
        let page = visitor.get(&address).await;
        assert!(page.header("content-security-policy").ends_with("; connect-src 'self'"));
        let empty = visitor.post(&address, &[("used_times", ""), ("glas:step", "look")]).await;
        assert_eq!(empty.status, StatusCode::OK, "{}", empty.text());
        assert!(!empty.text().contains("class=\"error\""), "nothing was typed yet: {}", empty.text());
        let wrong = visitor.post(&address, &[("used_times", "много"), ("glas:step", "look")]).await;
        assert_eq!(wrong.status, StatusCode::OK);
        assert!(wrong.text().contains("id=\"q-used_times:error\""), "{}", wrong.text());
        assert!(visitor.get(&address).await.text().contains("value=\"много\""), "it is kept as typed");
        let right = visitor.post(&address, &[("used_times", "4"), ("glas:step", "look")]).await;
        assert!(!right.text().contains("q-used_times:error") && right.text().contains("value=\"4\""));
        let review = visitor.get(&draft).await;
        assert!(review.text().contains(">4<"), "{}", review.text());
    })
    .await;
}
