//! What people write for everybody is looked through for personal data, and one tick lets the contacts of an office out.

use super::{
    founding::{is_refused, with},
    house::{House, Who, in_each_house},
};
use axum::http::StatusCode;

const BOX: &str = "name=\"seen\"";
const TICK: (&str, &str) = ("seen", "yes");
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF";

fn project() -> String {
    format!("/desk/projects/{}", web::sample::invented_project().id)
}

/// How often the journal holds that somebody confirmed; and it never holds what.
fn confirmations(house: &House) -> usize {
    let entries = house.read(|tx, tenant| tx.journal(tenant, None, 100));
    let facts: Vec<(String, String)> = entries.into_iter().flat_map(|entry| entry.facts).collect();
    assert!(facts.iter().all(|(_, value)| !value.contains("123456") && !value.contains('@')), "{facts:?}");
    facts.iter().filter(|(name, value)| name == "personal-data" && value == "confirmed").count()
}

#[tokio::test]
async fn a_publication_is_asked_about_in_every_field_and_once() {
    in_each_house(async |house| {
        let mut writer = house.signed_in(Who::Researcher);
        let new = format!("{}/publications", project());
        let plain = [("kind", "news"), ("title", "Кутията е отворена"), ("body", "Четем.")];
        assert!(!writer.get(&format!("{new}/new")).await.text().contains(BOX), "nobody is asked for nothing");
        let cases = [
            ("title", "Звъннете на 0887123456", "„08••••••56“"),
            ("title_en", "Call +359887123456", "„+3•••••••••56“"),
            ("summary", "ЕГН 7523169263", "„75••••••63“"),
            ("summary_en", "Write to ivanova@example.bg", "„iv•••••@example.bg“"),
            ("body", "Пишете на ivanova@example.bg", "„iv•••••@example.bg“"),
            ("body_en", "ivanova@example.bg", "„iv•••••@example.bg“"),
        ];
        for (field, value, place) in cases {
            let mut fields: Vec<(&str, &str)> = plain.iter().copied().filter(|(name, _)| *name != field).collect();
            fields.push((field, value));
            let asked = writer.upload(&new, &fields, ("", b"")).await;
            is_refused(&asked, field, place);
            let page = asked.text();
            assert!(page.contains(&format!("id=\"{field}-error\"")), "{field}: {page}");
            assert!(page.contains(BOX) && page.contains("Видях и трябва да остане"), "{field}: {page}");
            assert!(page.contains(value), "what was typed stays: {page}");
        }
        let file = ("Списък 0887123456.pdf", PDF);
        is_refused(&writer.upload(&new, &plain, file).await, "file", "„08••••••56“");
        let titled = with(&plain, &[("file_title", "На ivanova@example.bg")]);
        is_refused(&writer.upload(&new, &titled, ("а.pdf", PDF)).await, "file_title", "„iv•••••@example.bg“");
        assert_eq!(confirmations(house), 0);

        let mut words = with(&plain, &[("summary", "Кабинет, тел. 02 9123456")]);
        words.push(TICK);
        let saved = writer.upload(&new, &words, ("", b"")).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        assert_eq!(confirmations(house), 1);
        let address = saved.header("location").split('?').next().unwrap().to_owned();
        words.pop();
        words.push(("then", "publish"));
        let published = writer.upload(&address, &words, ("", b"")).await;
        assert!(published.header("location").ends_with("done=published"), "asked a second time: {}", published.text());
        assert_eq!(confirmations(house), 2, "the published version says so too");

        let more = with(&words, &[("body", "И 0887123456.")]);
        is_refused(&writer.upload(&address, &more, ("", b"")).await, "body", "„08••••••56“");
        let mut wrong = with(&more, &[("title", " ")]);
        wrong.push(TICK);
        let refused = writer.upload(&address, &wrong, ("", b"")).await;
        is_refused(&refused, "title", "няма заглавие");
        assert!(refused.text().contains("value=\"yes\" checked"), "the tick is not lost: {}", refused.text());
        let journal = house.signed_in(Who::Administrator).get("/desk/journal").await.text();
        assert!(journal.contains("лични данни в текста") && journal.contains("потвърдени"), "{journal}");
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_nobody_confirmed_is_asked_about_before_it_goes_out() {
    in_each_house(async |house| {
        let project = web::sample::invented_project();
        let mut draft = web::sample::publications().remove(0);
        draft.id = base::PublicationId(base::Key([77; 16]));
        draft.slug = outreach::Slug::parse("stara-chernova").unwrap();
        draft.project = project.id;
        draft.party = Who::Researcher.party();
        draft.stage = outreach::Stage::Draft;
        draft.version.attachments.clear();
        draft.version.summary = base::Text::bulgarian("Тел. 0887123456");
        let (id, title) = (draft.id, draft.version.title.bulgarian.clone());
        let body = draft.version.body.bulgarian.clone();
        house.write(move |tx, tenant| tx.add_publication(tenant, &draft));
        let mut writer = house.signed_in(Who::Researcher);
        let address = format!("/desk/publications/{id}");
        let fields = [
            ("kind", "news"),
            ("slug", "stara-chernova"),
            ("title", title.as_str()),
            ("summary", "Тел. 0887123456"),
            ("body", body.as_str()),
            ("then", "publish"),
        ];
        is_refused(&writer.upload(&address, &fields, ("", b"")).await, "summary", "„08••••••56“");
        let public = "/projects/primerovo/publications/stara-chernova";
        assert_eq!(house.visitor().get(public).await.status, StatusCode::NOT_FOUND);
        let mut confirmed = fields.to_vec();
        confirmed.push(TICK);
        assert_eq!(writer.upload(&address, &confirmed, ("", b"")).await.status, StatusCode::SEE_OTHER);
        house.pass_seconds(2);
        assert_eq!(house.visitor().get(public).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn studies_and_projects_are_asked_about_too() {
    in_each_house(async |house| {
        let mut researcher = house.signed_in(Who::Researcher);
        let plan = [
            ("title", "Удобно ли е гишето"),
            ("purpose", "Въпроси на 0887123456."),
            ("first", "20.07.2023"),
            ("last", "20.08.2023"),
            ("results", "after-closing"),
        ];
        let studies = format!("{}/studies", project());
        let asked = researcher.post(&studies, &plan).await;
        is_refused(&asked, "purpose", "„08••••••56“");
        assert!(asked.text().contains(BOX) && asked.text().contains("id=\"purpose-error\""), "{}", asked.text());
        let planned = researcher.post(&studies, &[plan.as_slice(), &[TICK]].concat()).await;
        assert_eq!(planned.status, StatusCode::SEE_OTHER, "{}", planned.text());
        assert_eq!(confirmations(house), 1);
        let change = format!("{}/plan", planned.header("location").split('?').next().unwrap());
        let made_of = researcher.get(&change).await.value_of("made_of");
        let mut changed = with(&plan, &[("title", "Удобно ли е гишето на ivanova@example.bg")]);
        changed.push(("made_of", made_of.as_str()));
        is_refused(&researcher.post(&change, &changed).await, "title", "„iv•••••@example.bg“");

        let mut official = house.signed_in(Who::Administrator);
        let links = format!("{}/links", project());
        let link = [("title", "Пишете на ivanova@example.bg"), ("address", "https://example.bg/")];
        is_refused(&official.post(&links, &link).await, "title", "„iv•••••@example.bg“");
        let added = official.post(&links, &[link.as_slice(), &[TICK]].concat()).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text());

        let words = format!("{}/words", project());
        let made_of = official.get(&words).await.value_of("made_of");
        let told = [
            ("made_of", made_of.as_str()),
            ("title", "Примерово"),
            ("place", "Примерово"),
            ("summary", "Едно изречение."),
            ("story", "Първи абзац.\n\nТел. 0887123456."),
            ("nature", "demonstration"),
            ("slug", "primerovo"),
            ("first", "01.01.2023"),
            ("last", "31.12.2023"),
        ];
        let asked = official.post(&words, &told).await;
        is_refused(&asked, "story", "„08••••••56“");
        let kept = official.post(&words, &[told.as_slice(), &[TICK]].concat()).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
        assert_eq!(confirmations(house), 3);
    })
    .await;
}
