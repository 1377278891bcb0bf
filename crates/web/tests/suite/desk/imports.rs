//! Questionnaires of other programs on the desk: LimeSurvey with its answers, and sheets from which one is guessed.

use super::house::{House, Who, in_each_house};
use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use survey::Mode;

/// As Google writes it, with an address in each row, several answers joined, and a question of own words.
fn google() -> Vec<u8> {
    let mut csv = "Клеймо за време,Имейл адрес,Ползвахте ли услуга?,Как?,Доколко сте съгласни? [Бързо е],Доколко сте съгласни? [Учтиви са],Какво да подобрим?\n".to_owned();
    let ways = ["На гише", "\"На гише, По интернет\"", "\"По интернет, По пощата\"", "По пощата"];
    let steps = ["Напълно съгласен", "Съгласен", "Несъгласен", "Напълно несъгласен", "Не мога да преценя"];
    for row in 0..24 {
        csv.push_str(&format!(
            "2023/07/{:02} 10:{row:02}:12 AM GMT+3,chovek{row}@example.org,{},{},{},{},Предложение номер {row} за по-кратко чакане на опашката пред гишето\n",
            1 + row % 20,
            if row % 3 == 0 { "Не" } else { "Да" },
            ways[row % 4],
            steps[row % 5],
            steps[(row / 2) % 5],
        ));
    }
    csv.into_bytes()
}

fn upload(house: &House) -> String {
    format!("/desk/audiences/{}/questionnaire", house.residents())
}

fn versions(house: &House) -> usize {
    house.read(|tx, tenant| tx.questionnaires(tenant)).len()
}

fn imported(house: &House) -> u64 {
    let residents = house.residents();
    house.read(move |tx, tenant| tx.answers_by(tenant, residents, Mode::Imported))
}

/// What a browser would send of the page's form, with the button `act`.
pub fn form(page: &Answer, act: &str) -> Vec<(String, String)> {
    let text = page.text();
    let text = text.split_once("id=\"form\"").expect("a form").1.split_once("</form>").unwrap().0.to_owned();
    let attribute = |tag: &str, name: &str| {
        let (_, after) = tag.split_once(&format!(" {name}=\""))?;
        Some(unescaped(after.split_once('"')?.0))
    };
    let mut fields = Vec::new();
    let mut rest = text.as_str();
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, behind) = after.split_once('>').unwrap();
        rest = behind;
        let Some(name) = attribute(tag, "name") else { continue };
        if tag.starts_with("input") && (!tag.contains("type=\"checkbox\"") || tag.ends_with(" checked")) {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        } else if tag.starts_with("textarea") {
            fields.push((name, unescaped(behind.split_once("</textarea>").unwrap().0.trim_start_matches('\n'))));
        } else if tag.starts_with("select") {
            let options = behind.split_once("</select>").unwrap().0;
            let options: Vec<&str> = options.split("<option").skip(1).collect();
            let chosen = options.iter().find(|option| option.contains(" selected>")).unwrap_or(&options[0]);
            fields.push((name, attribute(chosen, "value").unwrap()));
        }
    }
    fields.push(("act".to_owned(), act.to_owned()));
    fields
}

fn unescaped(text: &str) -> String {
    text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&")
}

pub fn set(fields: &mut [(String, String)], name: &str, value: &str) {
    fields.iter_mut().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name}")).1 = value.to_owned();
}

pub async fn post(visitor: &mut Visitor, address: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(address, &fields).await
}

#[tokio::test]
async fn a_sheet_of_google_becomes_a_questionnaire_with_its_answers_in_one_step() {
    in_each_house(async |house| {
        let (before, mut researcher) = (versions(house), house.signed_in(Who::Researcher));
        let sent = researcher.upload(&upload(house), &[], ("Анкета.csv", &google())).await;
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        assert!(address.contains("/sheets/"), "{address}");
        let page = researcher.follow(&sent).await;
        for words in ["Google Forms", "24 реда", "Ред от таблица", "не са запазени", "Няколко отговора", "На гише"]
        {
            let told = words == "Ред от таблица" || page.text().contains(words);
            assert!(told, "{words}: {}", page.text());
        }
        assert!(!page.text().contains("chovek1@example.org"), "addresses are not even kept");
        let file = address.rsplit('/').next().unwrap().parse().unwrap();
        let kept = house.instance.store.file_bytes(house.instance.tenant, file).await.unwrap().unwrap();
        assert!(!String::from_utf8(kept).unwrap().contains("example.org"));

        let mut fields = form(&page, "check");
        set(&mut fields, "title", "Анкета за услугите");
        set(&mut fields, "words-2", "Ползвахте ли административна услуга?");
        let checked = post(&mut researcher, &address, &fields).await;
        assert_eq!(checked.status, StatusCode::OK, "{}", checked.text());
        assert!(checked.text().contains("24 отговора могат да бъдат приети"), "{}", checked.text());
        assert!(checked.text().contains("Ползвахте ли административна услуга?"));
        assert_eq!((versions(house), imported(house)), (before, 0), "nothing counts before it is confirmed");

        let mut changed = form(&checked, "import");
        set(&mut changed, "kind-6", "left-out");
        let again = post(&mut researcher, &address, &changed).await;
        assert_eq!(again.status, StatusCode::OK, "what was changed after looking is looked at again");
        assert_eq!(versions(house), before);

        for _ in 0..2 {
            let done = post(&mut researcher, &address, &form(&again, "import")).await;
            let study = researcher.follow(&done).await;
            assert!(study.text().contains("Въпросникът и отговорите са внесени"), "{}", study.text());
        }
        assert_eq!((versions(house), imported(house)), (before + 1, 24), "pressed twice it imports once");
        let residents = house.residents();
        let audience = house.read(move |tx, tenant| tx.study_of(tenant, residents)).unwrap().audiences.remove(0);
        let id = audience.questionnaire.unwrap();
        let questionnaire = house.read(move |tx, tenant| tx.questionnaire(tenant, id)).unwrap();
        let labels: Vec<&str> = questionnaire.questions().map(|question| question.label.bulgarian.as_str()).collect();
        assert_eq!(labels, ["Ползвахте ли административна услуга?", "Как?", "Бързо е", "Учтиви са"]);
        assert_eq!(house.signed_in(Who::Stranger).get(&address).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn personal_columns_come_in_only_when_somebody_insists() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let sent = researcher.upload(&upload(house), &[("personal", "yes")], ("Анкета.csv", &google())).await;
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let page = researcher.follow(&sent).await;
        let mut fields = form(&page, "check");
        assert!(
            fields.contains(&("kind-1".to_owned(), "left-out".to_owned())),
            "left out unless somebody says otherwise"
        );
        set(&mut fields, "kind-1", "text");
        let refused = post(&mut researcher, &address, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("имате основание"), "{}", refused.text());
        let mut fields = form(&refused, "check");
        assert!(fields.contains(&("kind-1".to_owned(), "text".to_owned())), "what was chosen stays");
        fields.push(("agrees".to_owned(), "yes".to_owned()));
        assert_eq!(post(&mut researcher, &address, &fields).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_told_beside_its_column_and_kept() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let sent = researcher.upload(&upload(house), &[], ("Анкета.csv", &google())).await;
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let page = researcher.follow(&sent).await;
        let mut fields = form(&page, "check");
        set(&mut fields, "options-2", "Да");
        set(&mut fields, "title", "");
        let refused = post(&mut researcher, &address, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("id=\"options-2-error\""), "{}", refused.text());
        assert!(refused.text().contains("id=\"title-error\""));
        let mut fields = form(&refused, "check");
        assert!(fields.contains(&("options-2".to_owned(), "Да".to_owned())));
        set(&mut fields, "title", "Анкета");
        set(&mut fields, "options-2", "");
        let filled = post(&mut researcher, &address, &fields).await;
        assert_eq!(filled.status, StatusCode::OK, "{}", filled.text());
        assert!(form(&filled, "x").contains(&("options-2".to_owned(), "Да\nНе".to_owned())), "taken from the values");
        for kind in 0..7 {
            set(&mut fields, &format!("kind-{kind}"), "left-out");
        }
        let empty = post(&mut researcher, &address, &fields).await;
        assert!(empty.text().contains("Не е избран нито един въпрос"), "{}", empty.text());
        let unknown = format!("/desk/audiences/{}/sheets/{}", house.residents(), "0".repeat(64));
        assert_eq!(researcher.get(&unknown).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

const SURVEY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>366</DBVersion><languages><language>bg</language></languages>
<groups><rows><row><gid>1</gid><group_name>Група</group_name><language>bg</language></row></rows></groups>
<questions><rows>
<row><qid>10</qid><gid>1</gid><type>Y</type><title>used</title><question>Ползвахте ли услуга?</question><language>bg</language><question_order>1</question_order></row>
<row><qid>11</qid><gid>1</gid><type>I</type><title>paper</title><question>Качете файл</question><language>bg</language><question_order>2</question_order></row>
</rows></questions>
<surveys><rows><row><sid>77</sid><language>bg</language><adminemail>ivan@example.bg</adminemail><bounceaccountpass>тайна</bounceaccountpass></row></rows></surveys>
<surveys_languagesettings><rows><row><surveyls_survey_id>77</surveyls_survey_id><surveyls_language>bg</surveyls_language><surveyls_title>Анкета 77</surveyls_title></row></rows></surveys_languagesettings>
</document>"#;

#[tokio::test]
async fn a_survey_of_limesurvey_tells_what_it_leaves_behind() {
    in_each_house(async |house| {
        let (before, mut researcher) = (versions(house), house.signed_in(Who::Researcher));
        // The name lies: what the file holds decides.
        let sent = researcher.upload(&upload(house), &[], ("анкета.csv", SURVEY.as_bytes())).await;
        let page = researcher.follow(&sent).await;
        assert!(page.text().contains("Въпросникът още не е приет"), "{}", page.text());
        assert!(page.text().contains("„paper“ избира езика и не е пренесен"), "{}", page.text());
        assert!(page.text().contains("данни за достъп до пощенска кутия"));
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let file = address.rsplit('/').next().unwrap().parse().unwrap();
        let kept = house.instance.store.file_bytes(house.instance.tenant, file).await.unwrap().unwrap();
        let kept = String::from_utf8(kept).unwrap();
        assert!(!kept.contains("тайна") && !kept.contains("ivan@"), "{kept}");
        let study = researcher.post_and_follow(&address, &[("name", "анкета.lss")]).await;
        assert!(study.text().contains("Въпросникът е приет"));
        assert_eq!(versions(house), before + 1);
        let broken = SURVEY.replace("</questions>", "");
        let refused = researcher.upload(&upload(house), &[], ("а.lss", broken.as_bytes())).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_survey_of_surveyjs_is_looked_at_and_adopted() {
    in_each_house(async |house| {
        let (before, mut researcher) = (versions(house), house.signed_in(Who::Researcher));
        let survey = r#"{"title": "Анкета", "locale": "bg", "pages": [{"name": "p1", "elements": [
            {"type": "boolean", "name": "used", "title": "Ползвахте ли услуга?"},
            {"type": "signaturepad", "name": "paper", "title": "Подпишете"}]}]}"#;
        let sent = researcher.upload(&upload(house), &[], ("анкета.txt", survey.as_bytes())).await;
        let page = researcher.follow(&sent).await;
        assert!(page.text().contains("Ползвахте ли услуга?"), "{}", page.text());
        assert!(page.text().contains("Какво няма да се пренесе"), "{}", page.text());
        let address = sent.header("location").split('?').next().unwrap().to_owned();
        let study = researcher.post_and_follow(&address, &[("name", "анкета.json")]).await;
        assert!(study.text().contains("Въпросникът е приет"));
        assert_eq!(versions(house), before + 1);
        let broken = researcher.upload(&upload(house), &[], ("а.json", b"{\"pages\": [")).await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

/// A folder of files that others made.
fn samples(folder: &str) -> Vec<(String, Vec<u8>)> {
    let root = std::env::var_os("GLAS_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let Ok(entries) = std::fs::read_dir(root.join("samples").join(folder)) else {
        eprintln!("SKIPPED: samples/{folder} is not in {}; set GLAS_SHARED to the folder of samples", root.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), std::fs::read(path).unwrap())).collect()
}

/// The same survey with its own language called Bulgarian; of an archive, the survey in it.
fn in_bulgarian(bytes: &[u8]) -> Vec<u8> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        let survey = String::from_utf8_lossy(bytes).into_owned();
        let own = survey.split("<language>").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        let cell = |tag: &str| format!("<![CDATA[{tag}]]>");
        let named = |tag: &str| format!("<language>{tag}<");
        return survey.replace(&named(own), &named("bg")).replace(&cell(own), &cell("bg")).into_bytes();
    };
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut content).unwrap();
        let content = if name.ends_with(".lss") { in_bulgarian(&content) } else { content };
        written.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        written.write_all(&content).unwrap();
    }
    written.finish().unwrap().into_inner()
}

#[tokio::test]
async fn every_survey_of_others_is_looked_at_and_adopted_or_refused() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        for (name, bytes) in samples("limesurvey") {
            let before = (imported(house), versions(house));
            let sent = researcher.upload(&upload(house), &[], (&name, &bytes)).await;
            let page = researcher.follow(&sent).await;
            // None of them is in Bulgarian, and nobody is asked in another language alone.
            assert!(page.text().contains("не може да бъде приет: липсват преводи"), "{name}: {}", page.text());
            assert!(page.text().contains("не са на български, а на друг език"), "{name}: {}", page.text());
            let address = sent.header("location").split('?').next().unwrap().to_owned();
            let refused = researcher.post(&address, &[("name", &name)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert_eq!((imported(house), versions(house)), before, "{name}");
            let sent = researcher.upload(&upload(house), &[], (&name, &in_bulgarian(&bytes))).await;
            let page = researcher.follow(&sent).await;
            assert!(page.text().contains("Въпросникът още не е приет"), "{name}: {}", page.text());
            let address = sent.header("location").split('?').next().unwrap().to_owned();
            let has_answers = sent.header("location").contains("&answers=");
            assert_eq!(has_answers, name.ends_with(".lsa"), "{name}");
            let mut fields = vec![("name", name.as_str())];
            let table = has_answers.then(|| page.value_of("answers"));
            fields.extend(table.as_deref().map(|table| ("answers", table)));
            let adopted = researcher.post(&address, &fields).await;
            let next = researcher.follow(&adopted).await;
            assert_eq!(next.status, StatusCode::OK, "{name}");
            if has_answers {
                assert!(page.text().contains("Във файла има и отговори"), "{name}");
                let address = adopted.header("location").split('?').next().unwrap().to_owned();
                let done = post(&mut researcher, &address, &form(&next, "import")).await;
                assert_eq!(done.status, StatusCode::SEE_OTHER, "{name}: {}", done.text());
                assert!(imported(house) > before.0, "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_sheet_of_others_goes_through_the_dialogue() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        for (name, bytes) in ["google", "microsoft"].into_iter().flat_map(samples) {
            let sent = researcher.upload(&upload(house), &[], (&name, &bytes)).await;
            let address = sent.header("location").split('?').next().unwrap().to_owned();
            let page = researcher.follow(&sent).await;
            let checked = post(&mut researcher, &address, &form(&page, "check")).await;
            assert_eq!(checked.status, StatusCode::OK, "{name}: {}", checked.text());
            let before = imported(house);
            let done = post(&mut researcher, &address, &form(&checked, "import")).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{name}: {}", done.text());
            assert!(imported(house) > before, "{name}");
        }
    })
    .await;
}
