//! Written reports at the desk: from the proposal to words that two people change, with the numbers beside them.

use super::house::{House, Who, in_each_house, in_one_house};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use base::{Key, Moment, PersonId, ResponseKey, Role};
use store::{Membership, Person};

fn list() -> String {
    format!("/desk/studies/{}/reports", web::sample::studies()[0].id)
}

/// Begins a report and tells its address.
async fn proposed(visitor: &mut Visitor) -> String {
    let sent = visitor.post(&list(), &[("kind", "results"), ("languages", "bg"), ("languages", "en")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.header("location").split('?').next().unwrap().to_owned()
}

/// Sends a form over the newest revision.
async fn send(visitor: &mut Visitor, home: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let made_on = visitor.get(home).await.value_of("revision");
    let fields: Vec<(&str, &str)> =
        [("revision", made_on.as_str())].into_iter().chain(fields.iter().copied()).collect();
    visitor.post(&format!("{home}{path}"), &fields).await
}

/// Adds words at the top and tells the number of their part.
async fn added(visitor: &mut Visitor, home: &str, words: &str) -> String {
    let sent = send(visitor, home, "/parts", &[("kind", "prose"), ("after", "0"), ("words", words)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    sent.header("location").split_once("#part-").unwrap().1.to_owned()
}

fn one_more_answers(house: &House) {
    house.write(|tx, tenant| {
        let audience = web::sample::studies()[0].audiences[0].clone();
        let key = ResponseKey(Key([222; 16]));
        let response = web::sample::response(audience.id, audience.questionnaire.unwrap(), 3);
        tx.add_response(tenant, &survey::Response { key, ..response })
    });
}

#[tokio::test]
async fn a_report_is_proposed_and_its_words_change_with_the_numbers_beside_them() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let empty = researcher.get(&list()).await;
        assert!(empty.text().contains("Още няма доклад"), "{}", empty.text());
        let home = proposed(&mut researcher).await;
        let page = researcher.get(&home).await.text();
        assert!(page.contains("Методически лист") && page.contains("Кой отговори"), "{page}");
        let listed = researcher.get(&list()).await.text();
        assert!(listed.contains(&home) && listed.contains("чернова"), "{listed}");

        let part = added(&mut researcher, &home, "Отговориха {residents.n} граждани.").await;
        let held: serde_json::Value =
            serde_json::from_str(&researcher.get("/desk/account/data.json").await.text()).unwrap();
        assert!(
            held["report_changes"].as_array().unwrap().len() > 1,
            "whoever asks what is held of them reads it: {held}"
        );
        let address = format!("{home}/parts/{part}");
        let page = researcher.get(&address).await.text();
        for word in ["Отговориха <", ">40<", "{residents.n}", "Така ще го видят"] {
            assert!(page.contains(word), "{word} in {page}");
        }
        // Looking keeps nothing.
        let typed = [("words", "Общо {residents.n} души.")];
        let looked = send(&mut researcher, &home, &format!("/parts/{part}"), &[typed[0], ("step", "look")]).await;
        assert_eq!(looked.status, StatusCode::OK);
        assert!(looked.text().contains("Общо <"), "{}", looked.text());
        assert!(!researcher.get(&home).await.text().contains("Общо <"));
        // More people answer: the number is marked until somebody accepts it.
        one_more_answers(house);
        let marked = researcher.get(&home).await.text();
        assert!(marked.contains("40 → 41"), "{marked}");
        let beside = researcher.get(&address).await.text();
        assert!(beside.contains("когато писахте: 40"), "{beside}");
        let sent = send(&mut researcher, &home, &format!("/parts/{part}"), &typed).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        assert!(researcher.get(&address).await.text().contains("когато писахте: 40"), "a changed word accepts nothing");
        let accepted = send(&mut researcher, &home, &format!("/parts/{part}/acceptance"), &[]).await;
        let page = researcher.follow(&accepted).await.text();
        assert!(page.contains("Числата са приети") && !page.contains("когато писахте"), "{page}");

        // What was done stands in the list of states, word by word and number by number.
        let newest = researcher.get(&home).await.value_of("revision");
        let history = researcher.get(&format!("{home}/history")).await.text();
        assert!(history.contains("Приети числа: Текст: Общо 41 души."), "{history}");
        let differences = researcher.get(&format!("{home}/differences?before=2&after={newest}")).await.text();
        for found in ["<del>Отговориха ", "<ins>Общо ", "<code>residents.n</code>", ">40<", ">41<"] {
            assert!(differences.contains(found), "{found} in {differences}");
        }
        let earlier = researcher.get(&format!("{home}/history/2")).await;
        assert!(earlier.text().contains("Отговориха <"), "{}", earlier.text());

        // The other language is changed apart.
        let english = [("language", "en"), ("words", "{residents.n} people answered.")];
        let sent = send(&mut researcher, &home, &format!("/parts/{part}"), &english).await;
        assert!(sent.header("location").contains("language=en"), "{}", sent.text());
        assert!(researcher.get(&format!("{home}?language=en")).await.text().contains("people answered"));
        assert!(researcher.get(&home).await.text().contains("Общо <"));
        let journal = researcher.get("/desk/journal").await.text();
        assert!(journal.contains("Предложен доклад"), "{journal}");
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_says_which_number_and_offers_the_nearest_and_keeps_what_was_typed() {
    in_one_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = proposed(&mut researcher).await;
        let part = added(&mut researcher, &home, "Отговориха {residents.n} граждани.").await;
        let cases = [
            ("{resident.n} граждани", "В „resident.n“ няма такава група.", "„residents.n“"),
            ("{residents.maner.mean}", "В „residents.maner.mean“ няма такъв въпрос.", "„residents.manner.mean“"),
            ("{residents.ways.dest.share}", "няма такъв отговор", "„residents.ways.desk.share“"),
            ("{residents.ways.desk.shares}", "последната дума „shares“", "„share“"),
            ("{residents.ways.mean}", "не може да се каже за този въпрос", "Числата, които могат да се ползват"),
            ("Без { скоба", "не е затворена", "Без { скоба"),
        ];
        for (typed, told, offered) in cases {
            for path in [format!("/parts/{part}"), "/parts".to_owned()] {
                let fields = [("kind", "prose"), ("after", "0"), ("words", typed)];
                let answer = send(&mut researcher, &home, &path, &fields).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
                let text = answer.text();
                for words in [told, offered, typed] {
                    assert!(text.contains(words), "{words} in {text}");
                }
            }
        }
        let empty = send(&mut researcher, &home, &format!("/parts/{part}"), &[("words", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let figure = [("kind", "figure"), ("after", "0"), ("of", "residents.nothing")];
        let refused = send(&mut researcher, &home, "/parts", &figure).await;
        assert!(refused.text().contains("Няма графика „residents.nothing“"), "{}", refused.text());
        let figure = [("kind", "figure"), ("after", "0"), ("of", "residents.ways")];
        assert_eq!(send(&mut researcher, &home, "/parts", &figure).await.status, StatusCode::SEE_OTHER);
        let none = researcher.post(&list(), &[("kind", "results")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text().contains("Изберете поне един език"), "{}", none.text());
    })
    .await;
}

#[tokio::test]
async fn every_kind_of_part_is_added_changed_moved_and_removed() {
    in_one_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let home = proposed(&mut researcher).await;
        let kinds: [&[(&str, &str)]; 11] = [
            &[("kind", "heading"), ("words", "Изводи"), ("level", "2")],
            &[("kind", "prose"), ("words", "Отговориха {residents.n} души.")],
            &[("kind", "figure"), ("of", "residents.ways")],
            &[("kind", "table"), ("of", "residents.quality")],
            &[("kind", "finding"), ("words", "Хората идват на гише."), ("strength", "indicative")],
            &[("kind", "recommendation"), ("words", "Да се удължи работното време.")],
            &[("kind", "quotations"), ("of", "residents.wish")],
            &[("kind", "key-numbers"), ("value_0", "{residents.n}"), ("label_0", "отговориха")],
            &[("kind", "notice"), ("title", "Внимание"), ("words", "Отговориха желаещите."), ("caution", "yes")],
            &[("kind", "method-sheet"), ("term_0", "Кой плати"), ("words_0", "Общината.")],
            &[("kind", "annex"), ("title", "Въпросник")],
        ];
        for fields in kinds {
            let kind = fields[0].1;
            let form = researcher.get(&format!("{home}/parts/new?after=0&kind={kind}")).await;
            assert_eq!(form.status, StatusCode::OK, "{kind}: {}", form.text());
            let sent = send(&mut researcher, &home, "/parts", fields).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{kind}: {}", sent.text());
            let part = sent.header("location").split_once("#part-").unwrap().1.to_owned();
            let address = format!("/parts/{part}");
            assert_eq!(researcher.get(&format!("{home}{address}")).await.status, StatusCode::OK, "{kind}");
            // The same once more changes nothing, and another place is told by the order of the page.
            assert_eq!(send(&mut researcher, &home, &address, fields).await.status, StatusCode::SEE_OTHER, "{kind}");
            let up = send(&mut researcher, &home, &format!("{address}/up"), &[]).await;
            assert_eq!(up.status, StatusCode::SEE_OTHER, "{kind}");
            let place = send(&mut researcher, &home, &format!("{address}/place"), &[("after", "0")]).await;
            assert_eq!(place.status, StatusCode::SEE_OTHER, "{kind}");
            let page = researcher.get(&home).await.text();
            let first = page.split_once("<li class=\"written-part").unwrap().1;
            assert!(first.split_once('>').unwrap().0.contains(&format!("part-{part}\"")), "{kind}");
            for path in ["/removal", "/place"] {
                let asked = researcher.get(&format!("{home}{address}{path}")).await;
                assert_eq!(asked.status, StatusCode::OK, "{kind}{path}");
            }
            let gone = send(&mut researcher, &home, &format!("{address}/removal"), &[]).await;
            assert!(researcher.follow(&gone).await.text().contains("Частта е премахната"), "{kind}");
            assert_eq!(researcher.get(&format!("{home}{address}")).await.status, StatusCode::NOT_FOUND);
        }
        let numbers = researcher.get(&format!("{home}/numbers?audience=residents&question=ways")).await.text();
        assert!(numbers.contains("{residents.ways.desk.share}"), "{numbers}");
        let title = [("title", "Доклад за {residents.n} души"), ("summary", "")];
        let renamed = send(&mut researcher, &home, "/title", &title).await;
        assert!(researcher.follow(&renamed).await.text().contains("Доклад за 40 души"));
    })
    .await;
}

#[tokio::test]
async fn two_people_write_at_two_places_and_are_told_when_it_is_the_same() {
    in_each_house(async |house| {
        let other = PersonId(Key([111; 16]));
        house.write(move |tx, tenant| {
            let person = Person {
                id: other,
                account: "second".to_owned(),
                name: "Втори Редактор".to_owned(),
                email: None,
                password_hash: None,
                deactivated: None,
                created: Moment(0),
                memberships: vec![Membership { party: Who::Researcher.party(), role: Role::Editor }],
            };
            tx.add_person(tenant, &person)
        });
        let mut first = house.signed_in(Who::Researcher);
        let mut second = house.signed_in_as(other);
        let home = proposed(&mut first).await;
        let (one, two) = (added(&mut first, &home, "Първо.").await, added(&mut first, &home, "Второ.").await);
        let made_on = first.get(&home).await.value_of("revision");
        let post = async |visitor: &mut Visitor, part: &str, words: &str, made_on: &str| {
            visitor.post(&format!("{home}/parts/{part}"), &[("revision", made_on), ("words", words)]).await
        };
        assert_eq!(post(&mut second, &one, "Първо, другояче.", &made_on).await.status, StatusCode::SEE_OTHER);
        assert_eq!(post(&mut first, &two, "Второ, другояче.", &made_on).await.status, StatusCode::SEE_OTHER);
        let refused = post(&mut first, &one, "Първо, по моему.", &made_on).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = refused.text();
        assert!(text.contains("Втори Редактор запази промени"), "{text}");
        assert!(text.contains("Първо, другояче.") && text.contains("Първо, по моему."), "both are shown: {text}");
        let newest = refused.value_of("revision");
        assert_eq!(post(&mut first, &one, "Първо, по моему.", &newest).await.status, StatusCode::SEE_OTHER);
        // What somebody typed into a part that is gone is shown all the same.
        let made_on = second.get(&home).await.value_of("revision");
        assert_eq!(send(&mut first, &home, &format!("/parts/{one}/removal"), &[]).await.status, StatusCode::SEE_OTHER);
        let gone = post(&mut second, &one, "Написано с труд.", &made_on).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(gone.text().contains("Написано с труд."), "{}", gone.text());
        // A button of an old page moves nothing.
        let stale = first.post(&format!("{home}/parts/{two}/down"), &[("revision", &made_on)]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn another_party_finds_no_report() {
    in_each_house(async |house| {
        let home = proposed(&mut house.signed_in(Who::Researcher)).await;
        let mut project = web::sample::invented_project();
        let party = web::sample::real_project().parties.remove(0).party;
        project.parties.push(outreach::Participation { part: outreach::Part::Partner, party });
        house.write(move |tx, tenant| tx.replace_project(tenant, &project));
        // A partner writes reports of its own and sees none of the other's.
        let mut partner = house.signed_in(Who::Stranger);
        let listed = partner.get(&list()).await;
        assert_eq!(listed.status, StatusCode::OK);
        assert!(!listed.text().contains(&home));
        assert_eq!(partner.get(&home).await.status, StatusCode::NOT_FOUND);
        assert_eq!(partner.post(&format!("{home}/acceptance"), &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.signed_in(Who::Official).get(&home).await.status, StatusCode::FORBIDDEN);
        let own = proposed(&mut partner).await;
        assert_ne!(own, home);
        assert_eq!(house.signed_in(Who::Researcher).get(&own).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

/// Writes into the plan and the method sheet what nobody has told yet.
async fn with_whole_method(visitor: &mut Visitor, home: &str) {
    let page = visitor.get(home).await.text();
    let sheet = page.split("<li class=\"written-part").find(|part| part.contains("Методически лист")).unwrap();
    let sheet = sheet.split_once("part-").unwrap().1.split_once('"').unwrap().0.to_owned();
    let form = visitor.get(&format!("{home}/parts/{sheet}")).await.text();
    let rows = form.matches("name=\"term_").count();
    let (mut fields, new) = (Vec::new(), rows - 1);
    for row in 0..new {
        for name in ["term", "words", "tells"] {
            let name = format!("{name}_{row}");
            let value = value_in(&form, &name);
            fields.push((name, value));
        }
    }
    fields.push((format!("term_{new}"), "Кой не е обхванат".to_owned()));
    fields.push((format!("words_{new}"), "Хора без телефон и интернет, които не идват в общината.".to_owned()));
    fields.push((format!("tells_{new}"), "exclusions population funding".to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let sent = send(visitor, home, &format!("/parts/{sheet}"), &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
}

/// What stands in a field of a page.
fn value_in(page: &str, name: &str) -> String {
    let (_, after) = page.split_once(&format!("name=\"{name}\"")).unwrap();
    let (tag, inside) = after.split_once('>').unwrap();
    let told = match tag.split_once(" value=\"") {
        Some((_, value)) => value.split('"').next().unwrap().to_owned(),
        None if inside.starts_with("<option") => {
            let options = inside.split_once("</select>").unwrap().0;
            let chosen = options.split("<option").find(|option| option.contains(" selected"));
            let value = chosen.and_then(|option| option.split_once("value=\"")).map(|(_, value)| value);
            value.map(|value| value.split('"').next().unwrap().to_owned()).unwrap_or_default()
        }
        None => inside.split_once("</textarea>").unwrap().0.trim_start_matches('\n').to_owned(),
    };
    told.replace("&#34;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[tokio::test]
async fn what_is_published_is_frozen_and_a_correction_stands_beside_it() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let public = "/projects/primerovo/studies/uchastie";
        let mut reader = house.visitor();
        let proposed_page = reader.get(&format!("{public}/report")).await;
        assert_eq!(proposed_page.status, StatusCode::OK);
        let home = proposed(&mut researcher).await;
        added(&mut researcher, &home, "Точно {residents.n} души отговориха.").await;
        let asked = researcher.get(&format!("{home}/publication")).await.text();
        // What the plan does not tell is named, with a way to where it is told.
        assert!(asked.contains("не казва кой не е обхванат"), "{asked}");
        assert!(asked.contains("/population\"") && !asked.contains(">Публикувайте<"), "{asked}");
        let refused = send(&mut researcher, &home, "/publication", &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        with_whole_method(&mut researcher, &home).await;
        let published = send(&mut researcher, &home, "/publication", &[]).await;
        let page = researcher.follow(&published).await.text();
        assert!(page.contains("Докладът е публикуван") && page.contains("версия 1"), "{page}");

        // What everybody sees is kept for a second.
        house.pass_seconds(5);
        let first = format!("{public}/reports/1/versions/1");
        for address in [format!("{public}/report"), format!("{public}/reports/1"), first.clone()] {
            let page = reader.get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            assert!(page.text().contains("Точно <") && page.text().contains("40</"), "{address}: {}", page.text());
        }
        let before = reader.get(&first).await.text();
        let post = reader.get(&format!("{public}/report-500.txt")).await;
        assert_eq!(post.status, StatusCode::OK);
        let file = before.split_once(&format!("{first}/")).unwrap().1.split('"').next().unwrap().to_owned();
        let frozen = reader.get(&format!("{first}/{file}")).await;
        assert_eq!(frozen.status, StatusCode::OK, "{file}");

        // More answers change nothing of what is published; the desk marks what a next version has to look at.
        one_more_answers(house);
        house.pass_seconds(5);
        let now = reader.get(&format!("{public}/report")).await.text();
        assert!(now.contains("40</") && !now.contains("41</"), "{now}");
        assert_eq!(reader.get(&format!("{first}/{file}")).await.bytes, frozen.bytes);
        let refused = send(&mut researcher, &home, "/publication", &[("note", "Влезе още един отговор.")]).await;
        assert!(refused.text().contains("вече") && refused.text().contains("друг"), "{}", refused.text());
        let accepted = send(&mut researcher, &home, "/acceptance", &[]).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text());
        let accepted = send(&mut researcher, &home, "/acceptance", &[("language", "en")]).await;
        assert_eq!(accepted.status, StatusCode::SEE_OTHER, "{}", accepted.text());
        let silent = send(&mut researcher, &home, "/publication", &[]).await;
        assert!(silent.text().contains("Кажете какво е поправено"), "{}", silent.text());
        let noted = [("note", "Влезе още един отговор.")];
        let published = send(&mut researcher, &home, "/publication", &noted).await;
        assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.text());
        house.pass_seconds(5);
        let newest = reader.get(&format!("{public}/report")).await.text();
        assert!(newest.contains("41</") && newest.contains("Влезе още един отговор."), "{newest}");
        let old = reader.get(&first).await.text();
        assert!(old.contains("заменена") && old.contains("40</") && old.contains("/versions/2"), "{old}");
        let journal = researcher.get("/desk/journal").await.text();
        assert_eq!(journal.matches("Публикуван доклад").count(), 2, "{journal}");
        // Nobody reads from outside what it was counted from.
        assert_eq!(reader.get(&format!("{first}/residents.json")).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn each_kind_of_document_is_proposed_with_its_own_sections() {
    in_one_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let kinds = [
            ("results", "Кой отговори"),
            ("analysis", "Къде групите се разминават"),
            ("annual", "Сигнали, предложения, жалби и похвали"),
            ("summary", "Приложение"),
            ("methodology", "Кой какво прави и кога"),
            ("impact", "Принос на мярката"),
            ("letter", "Какво молим"),
        ];
        for (kind, section) in kinds {
            let sent = researcher.post(&list(), &[("kind", kind), ("languages", "bg")]).await;
            let page = researcher.follow(&sent).await.text();
            assert!(page.contains(section), "{kind}: {page}");
            if !["results", "summary"].contains(&kind) {
                assert!(page.contains("За автора:"), "{kind}: {page}");
            }
        }
    })
    .await;
}
