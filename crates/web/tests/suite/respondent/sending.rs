//! However often the same answers are sent, they are there once, and the receipt is the same.

use super::study::{Plan, START, Town, draft_of, hidden, in_each_town, short_questionnaire};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use base::{Key, Language, PublicationId, QuestionnaireId, Text};
use jiff::civil::date;
use outreach::{Publication, PublicationKind, Slug, Version};
use std::collections::BTreeSet;
use store::{StoreFault, Transaction};
use survey::Fieldwork;

fn short() -> Plan {
    Plan { questionnaire: short_questionnaire(), ..Plan::default() }
}

/// A draft ready to be sent: its address, and the field of the last form.
async fn ready(town: &Town, visitor: &mut Visitor) -> (String, String) {
    let first = town.begin(visitor).await;
    let draft = draft_of(&first);
    visitor.post(&first, &[("capacity", "41"), ("glas:step", "next")]).await;
    visitor.post(&format!("{draft}/used"), &[("used", "no"), ("glas:step", "next")]).await;
    let submission = hidden(&visitor.get(&draft).await, "glas:submission");
    (draft, submission)
}

fn code(receipt: &Answer) -> String {
    receipt.text().split_once("class=\"receipt\">").unwrap().1.split_once('<').unwrap().0.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_twice_is_one_response() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let (draft, submission) = ready(town, &mut visitor).await;
        let fields = [("glas:submission", submission.as_str())];
        let first = visitor.post(&format!("{draft}/submission"), &fields).await;
        let again = visitor.post(&format!("{draft}/submission"), &fields).await;
        assert_eq!((first.status, again.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(first.header("location"), again.header("location"));
        assert_eq!(town.responses().len(), 1);
        // Even after the study has ended, the receipt is theirs; but nothing new comes in.
        town.let_it_be(date(2023, 7, 1));
        let late = visitor.post(&format!("{draft}/submission"), &fields).await;
        assert_eq!(late.header("location"), first.header("location"));
        // The address alone, as it stands in the history of a shared computer, brings nothing.
        let alone = visitor.post(&format!("{draft}/submission"), &[]).await;
        assert_eq!(alone.status, StatusCode::GONE);
        assert_eq!(town.responses().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn s15_fifty_at_once_are_one_response() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let (draft, submission) = ready(town, &mut visitor).await;
        let whole_submission = hidden(&visitor.get(&format!("{START}/all")).await, "glas:submission");
        let mut sent = Vec::new();
        for _ in 0..50 {
            let (mut one, mut other) = (town.visitor(), town.visitor());
            let (address, submission) = (format!("{draft}/submission"), submission.clone());
            sent.push(tokio::spawn(async move { one.post(&address, &[("glas:submission", &submission)]).await }));
            let submission = whole_submission.clone();
            sent.push(tokio::spawn(async move {
                let fields = [("glas:submission", submission.as_str()), ("capacity", "9"), ("used", "yes")];
                other.post("/s/primerovo/answers", &fields).await
            }));
        }
        let mut receipts = BTreeSet::new();
        for answer in sent {
            let answer = answer.await.unwrap();
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
            receipts.insert(answer.header("location").to_owned());
        }
        assert_eq!(receipts.len(), 2, "one for each form: {receipts:?}");
        assert_eq!(town.responses().len(), 2);
        let (tenant, audience) = (town.instance.tenant, town.audience);
        let counted = town.instance.store.read(move |tx| tx.answers_of(tenant, audience)).await;
        assert_eq!(counted.unwrap_or_else(|fault: StoreFault| panic!("{fault}")), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_questionnaire_goes_in_one_form() {
    in_each_town(Plan::default, async |town: &Town| {
        let mut visitor = town.visitor();
        let page = visitor.get(&format!("{START}/all")).await;
        assert_eq!(page.status, StatusCode::OK);
        let submission = hidden(&page, "glas:submission");
        assert_ne!(submission, hidden(&visitor.get(&format!("{START}/all")).await, "glas:submission"));
        let send = async |visitor: &mut Visitor, fields: &[(&str, &str)]| {
            let mut all = vec![("glas:submission", submission.as_str())];
            all.extend(fields);
            visitor.post("/s/primerovo/answers", &all).await
        };
        let empty = send(&mut visitor, &[("suggestion", "  ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = send(&mut visitor, &[("capacity", "ngo"), ("used", "yes"), ("used_times", "много")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = wrong.text();
        assert!(text.contains("value=\"много\"") && text.contains("href=\"#q-used_times\""), "{text}");
        assert!(text.contains("value=\"ngo\" checked"));
        assert_eq!(hidden(&wrong, "glas:submission"), submission, "it is still the same form");
        // What the logic does not ask does not count, whatever was typed there.
        let sent =
            send(&mut visitor, &[("capacity", "ngo"), ("used", "no"), ("used_times", "много"), ("q_fee", "rather")])
                .await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let again = send(&mut visitor, &[("capacity", "citizen"), ("used", "no")]).await;
        assert_eq!(again.header("location"), sent.header("location"));
        let responses = town.responses();
        assert_eq!(responses.len(), 1);
        assert_eq!((responses[0].answers.len(), responses[0].language), (2, Language::Bulgarian.into()));
        town.let_it_be(date(2023, 7, 1));
        assert_eq!(send(&mut visitor, &[]).await.header("location"), sent.header("location"), "a retry after the end");
        let other = visitor.post("/s/primerovo/answers", &[("glas:submission", &"a".repeat(26)), ("used", "no")]).await;
        assert_eq!(other.status, StatusCode::GONE, "another form comes too late");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_is_known_by_its_code() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let (draft, submission) = ready(town, &mut visitor).await;
        let receipt =
            visitor.post_and_follow(&format!("{draft}/submission"), &[("glas:submission", &submission)]).await;
        let code = code(&receipt);
        assert_eq!(code.len(), 19, "{code}");
        assert!(receipt.text().contains("След това резултатите"));
        assert!(receipt.text().contains("Ще бъдат преброени"), "no result has been computed");
        for written in [code.clone(), code.to_lowercase(), code.replace('-', "")] {
            assert_eq!(
                town.visitor().get(&format!("{START}/receipt/{written}")).await.status,
                StatusCode::OK,
                "{written}"
            );
        }
        // Whoever has nothing but the code comes to the same page.
        let found = visitor.post("/receipt", &[("code", &code.to_lowercase())]).await;
        assert_eq!(found.header("location"), format!("{START}/receipt/{}", code.replace('-', "").to_lowercase()));
        for made_up in ["", "K7QF", "AAAA-AAAA-AAAA-AAAA"] {
            let answer = visitor.post("/receipt", &[("code", made_up)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{made_up}");
            assert!(answer.text().contains("Няма разписка с такъв код"), "{made_up}");
        }
        let (head, tail) = code.split_at(18);
        let other = if tail == "A" { "B" } else { "A" };
        for made_up in [format!("{head}{other}"), "AAAA-AAAA-AAAA-AAAA".to_owned(), "x".to_owned(), "%D0%B6".to_owned()]
        {
            let answer = visitor.get(&format!("{START}/receipt/{made_up}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{made_up}");
        }
        let keys: Vec<String> = town.responses().iter().map(|response| response.key.to_string()).collect();
        assert!(!keys[0].starts_with(&code.replace('-', "").to_lowercase()[..4]), "the code is not the key");
        assert!(!keys.contains(&submission));
    })
    .await;
}

/// The same page tells more as more comes of the answers, and never what was answered or when.
#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_tells_what_came_of_the_answers() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let mut pages = Vec::new();
        for day in [date(2023, 5, 10), date(2023, 5, 22)] {
            town.let_it_be(day);
            let (draft, submission) = ready(town, &mut visitor).await;
            let fields = [("glas:submission", submission.as_str())];
            pages.push(visitor.post(&format!("{draft}/submission"), &fields).await.header("location").to_owned());
        }
        let (tenant, study) = (
            town.instance.tenant,
            town.instance.store.read_blocking({
                let tenant = town.instance.tenant;
                move |tx| tx.study_by_token(tenant, "primerovo")
            }),
        );
        let (study, _) = study.unwrap_or_else(|fault: StoreFault| panic!("{fault}")).unwrap();
        let early = visitor.get(&pages[0]).await.text();
        assert!(!early.contains("Към резултатите") && early.contains("Още няма публикувани"), "{early}");
        town.let_it_be(date(2023, 7, 1));
        let publication = Publication {
            id: PublicationId(Key([9; 16])),
            project: study.project,
            party: town.party(),
            slug: Slug::parse("analiz").unwrap(),
            kind: PublicationKind::Analysis,
            stage: outreach::Stage::Published { on: date(2023, 6, 25), updated: date(2023, 6, 25) },
            version: Version {
                number: 1,
                title: Text::bulgarian("Анализ на отговорите"),
                summary: Text::bulgarian("Накратко"),
                body: Text::bulgarian("Текст"),
                attachments: Vec::new(),
                original: None,
                on: date(2023, 6, 25),
            },
        };
        let kept = town.instance.store.write_blocking(move |tx| tx.add_publication(tenant, &publication));
        kept.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        let told: Vec<String> = [visitor.get(&pages[0]).await.text(), visitor.get(&pages[1]).await.text()].to_vec();
        assert!(!told[0].contains("Още няма публикувани"));
        for words in [
            "сред 2 отговора на Вашата група в резултатите към 9",
            "Резултатите са публикувани на 9",
            "/projects/primerovo/studies/obsluzhvane/report\"",
            "Анализ на отговорите",
            "/projects/primerovo/publications/analiz",
        ] {
            assert!(told[0].contains(words), "{words}: {}", told[0]);
        }
        // But for their codes the two pages are one: neither answers nor days make a difference.
        let bare = |page: &str, address: &str| {
            let code = address.rsplit('/').next().unwrap();
            let groups: Vec<String> =
                code.as_bytes().chunks(4).map(|some| String::from_utf8_lossy(some).to_uppercase()).collect();
            page.replace(code, "").replace(&groups.join("-"), "")
        };
        assert_eq!(bare(&told[0], &pages[0]), bare(&told[1], &pages[1]));
        assert!(
            !told[0].contains("10 май") && !told[0].contains("22 май") && !told[0].contains("10.05"),
            "{}",
            told[0]
        );
    })
    .await;
}

/// What a node remembers of an address serves to read forms; whether it still holds is decided where answers are kept.
#[tokio::test(flavor = "multi_thread")]
async fn a_study_changed_meanwhile_is_never_taken_for_what_it_was() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let send = async |visitor: &mut Visitor, fields: &[(&str, &str)]| {
            let submission = hidden(&visitor.get(&format!("{START}/all")).await, "glas:submission");
            let mut sent = vec![("glas:submission", submission.as_str())];
            sent.extend(fields);
            visitor.post("/s/primerovo/answers", &sent).await
        };
        let first = send(&mut visitor, &[("capacity", "41"), ("used", "no")]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());

        // A new version no longer asks for a number: answers are read and kept by that version.
        let id = QuestionnaireId(base::Key([77; 16]));
        let mut newer = short_questionnaire();
        newer.items.retain(|item| item.question().is_some_and(|question| question.code.as_str() == "used"));
        let (tenant, audience) = (town.instance.tenant, town.audience);
        let adopt = move |tx: &mut Transaction| {
            tx.add_questionnaire(tenant, id, &newer, None, date(2023, 5, 9))?;
            tx.replace_audience_questionnaire(tenant, audience, id)
        };
        town.instance.store.write(adopt).await.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        let second = send(&mut visitor, &[("used", "no")]).await;
        assert_eq!(second.status, StatusCode::SEE_OTHER, "{}", second.text());
        assert_eq!(town.responses().iter().filter(|response| response.questionnaire == id).count(), 1);

        // The days of the fieldwork are cut short, and the next form is turned away.
        let close = move |tx: &mut Transaction| {
            let mut study = tx.study_of(tenant, audience)?.unwrap();
            study.fieldwork = Fieldwork::new(date(2023, 5, 8), date(2023, 5, 9)).unwrap();
            tx.replace_study(tenant, &study)
        };
        let mut opened_before = town.visitor();
        let submission = hidden(&opened_before.get(&format!("{START}/all")).await, "glas:submission");
        town.instance.store.write(close).await.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        let fields = [("glas:submission", submission.as_str()), ("used", "no")];
        let late = opened_before.post("/s/primerovo/answers", &fields).await;
        assert_eq!(late.status, StatusCode::GONE, "{}", late.text());
        assert_eq!(town.responses().len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn results_over_two_versions_say_how_many_answered_each() {
    in_each_town(short, async |town: &Town| {
        let mut visitor = town.visitor();
        let send = async |visitor: &mut Visitor| {
            let submission = hidden(&visitor.get(&format!("{START}/all")).await, "glas:submission");
            let fields = [("glas:submission", submission.as_str()), ("capacity", "5"), ("used", "no")];
            assert_eq!(visitor.post("/s/primerovo/answers", &fields).await.status, StatusCode::SEE_OTHER);
        };
        send(&mut visitor).await;
        send(&mut visitor).await;
        town.let_it_be(date(2023, 7, 1));
        let results = "/projects/primerovo/studies/obsluzhvane";
        let one = visitor.get(&format!("/en{results}")).await.text();
        assert!(!one.contains("The questionnaire was changed"), "there is one version: {one}");
        town.let_it_be(date(2023, 5, 20));
        let (tenant, audience, id) = (town.instance.tenant, town.audience, QuestionnaireId(Key([77; 16])));
        let adopted = town.instance.store.write_blocking(move |tx: &mut Transaction| {
            tx.add_questionnaire(tenant, id, &short_questionnaire(), None, date(2023, 5, 20))?;
            tx.replace_audience_questionnaire(tenant, audience, id)
        });
        adopted.unwrap_or_else(|fault: StoreFault| panic!("{fault}"));
        send(&mut visitor).await;
        assert_eq!(town.responses().len(), 3);
        town.let_it_be(date(2023, 7, 1));
        for page in [results.to_owned(), format!("{results}/report")] {
            let text = visitor.get(&page).await.text();
            // Each number says its base, so the words are those without the marks around it.
            let words: String =
                text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, rest)| rest)).collect();
            assert!(
                words.contains("версия 1 от 02.05.2023 – 2 отговора; версия 2 от 20.05.2023 – 1 отговор."),
                "{text}"
            );
        }
    })
    .await;
}
