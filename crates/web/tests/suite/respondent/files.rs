//! Files and pictures sent with the answers: page by page, all at once, taken back, changed for others, refused, and gone when
//! nothing holds them.

use super::study::{Plan, START, Town, draft_of, hidden, in_each_town, residents};
use crate::visitor::{Answer, Visitor};
use app::retention::{self, Class};
use axum::http::StatusCode;
use base::{FileDigest, Moment, Text};
use jiff::civil::date;
use survey::{
    Expression, FileShape, Item, OptionCode, Question, QuestionKind, Questionnaire, Requirement, Scale, ScaleOption,
    Standing,
};

/// A picture as a telephone makes it: where and when it was taken, with what, and by whom stands in it.
const TAKEN: &[u8] = include_bytes!("files/taken.jpg");
const TOLD_IN_IT: [&[u8]; 5] = [b"Exif", b"Primerphone", b"2023:05:12", b"Primerlens", b"near the counter"];

fn questionnaire() -> Questionnaire {
    let option = |code: &str, words: &str| {
        ScaleOption::new(OptionCode::parse(code).unwrap(), Text::bulgarian(words), Standing::Unordered)
    };
    let scale = Scale {
        code: "yes_no".parse().unwrap(),
        options: vec![option("yes", "Да"), option("no", "Не")],
        ordered: false,
    };
    let ask = |code: &str, words: &str, kind| Question::new(code.parse().unwrap(), Text::bulgarian(words), kind);
    let mut wants = ask("wants", "Искате ли да покажете мястото?", QuestionKind::one(scale.code.clone()));
    wants.required = Some(Requirement::default());
    let mut photo = ask("photo", "Снимайте мястото", QuestionKind::File(FileShape { pictures: true, most: 2 }));
    photo.relevance = Some(Expression::parse("${wants} = 'yes'").unwrap());
    let paper = ask("paper", "Приложете документ", QuestionKind::File(FileShape::file()));
    let words = ask("words", "Какво да се знае?", QuestionKind::text(false));
    let items = [wants, photo, paper, words].map(Item::Question);
    let scales = [(scale.code.clone(), scale)].into();
    Questionnaire { items: items.into(), scales, introduction: None, ..residents() }
}

/// The field, the name and the bytes of a file.
type Sent<'a> = (&'a str, &'a str, &'a [u8]);

fn plan() -> Plan {
    Plan { questionnaire: questionnaire(), ..Plan::default() }
}

/// Begins and comes to the page of the picture.
async fn at_photo(visitor: &mut Visitor) -> String {
    let begun = visitor.post(&format!("{START}/drafts"), &[]).await;
    let draft = draft_of(begun.header("location"));
    let sent = visitor.post(&format!("{draft}/wants"), &[("wants", "yes"), ("glas:step", "next")]).await;
    assert_eq!(sent.header("location"), format!("{draft}/photo"), "{}", sent.text());
    draft
}

/// The files that a shown form holds on a question.
fn kept(page: &Answer, code: &str) -> Vec<String> {
    let text = page.text();
    let mark = format!("<input type=\"hidden\" name=\"{code}\" value=\"");
    text.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap().replace("&#34;", "\"")).collect()
}

async fn submitted(visitor: &mut Visitor, draft: &str) -> Answer {
    let overview = visitor.get(draft).await;
    let submission = hidden(&overview, "glas:submission");
    visitor.post(&format!("{draft}/submission"), &[("glas:submission", &submission)]).await
}

/// How many files there are, and how many drafts and responses hold one.
fn counted(town: &Town) -> (i64, i64, i64) {
    let count = |table: &'static str| {
        town.instance
            .store
            .read_blocking(move |tx| tx.one(&format!("select count(*) from {table}"), &[])?.unwrap().take::<i64>())
    };
    (count("file").unwrap(), count("draft_file").unwrap(), count("response_file").unwrap())
}

/// What the scheduler does of a night.
fn sweep(town: &Town, class: Class) {
    let (tenant, now) = (town.instance.tenant, Moment(1_683_720_000_000_000));
    let applied = town
        .instance
        .store
        .write_blocking(move |tx| retention::apply(tx, tenant, class, date(2023, 7, 20), now))
        .unwrap_or_else(|failure| panic!("{failure:?}"));
    town.instance.store.remove_unused_bytes_blocking(applied.files).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_sent_with_its_page_and_tells_nothing_but_what_can_be_seen() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let draft = at_photo(&mut visitor).await;
        let page = visitor.get(&format!("{draft}/photo")).await.text();
        for words in ["enctype=\"multipart/form-data\"", "type=\"file\"", "image/jpeg", "До 2 снимки", "до 10"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        let files: [(&str, &str, &[u8]); 1] = [("photo", "IMG_20230512_143107.jpg", TAKEN)];
        let sent = visitor.upload_all(&format!("{draft}/photo"), &[("glas:step", "next")], &files).await;
        assert_eq!(sent.header("location"), format!("{draft}/paper"), "{}", sent.text());
        let overview = visitor.get(&draft).await.text();
        assert!(overview.contains("IMG_20230512_143107.jpg ("), "name and size are told: {overview}");
        let again = visitor.get(&format!("{draft}/photo")).await;
        assert_eq!(kept(&again, "photo").len(), 1, "the draft keeps it: {}", again.text());

        assert_eq!(submitted(&mut visitor, &draft).await.status, StatusCode::SEE_OTHER);
        let responses = town.responses();
        let files = responses[0].answers.get("photo").unwrap().files().to_vec();
        let [file] = files.as_slice() else { panic!("{files:?}") };
        assert_eq!((file.name.as_deref(), file.media_type.as_str()), (None, "image/jpeg"), "its name is forgotten");
        let bytes = town.instance.store.file_bytes(town.instance.tenant, file.file).await.unwrap().unwrap();
        assert!(bytes.starts_with(&[0xff, 0xd8, 0xff]));
        for told in TOLD_IN_IT {
            assert!(TAKEN.windows(told.len()).any(|window| window == told), "the picture is a real one");
            assert!(!bytes.windows(told.len()).any(|window| window == told), "{told:?}");
        }
        let rows = town.instance.store.read_blocking(|tx| {
            tx.rows("select document from response", &[])?.into_iter().map(|mut row| row.take::<String>()).collect()
        });
        let rows: Vec<String> = rows.unwrap_or_else(|fault: store::StoreFault| panic!("{fault}"));
        assert!(!rows.concat().contains("IMG_"), "{rows:?}");
        assert_eq!(counted(town), (1, 0, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_taken_back_and_changed_for_others_and_the_same_form_sent_twice_is_one_answer() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let draft = at_photo(&mut visitor).await;
        let page = format!("{draft}/photo");
        let (one, two): (Sent<'_>, Sent<'_>) = (("photo", "едно.jpg", TAKEN), ("photo", "две.png", &png()));
        let stayed = visitor.upload_all(&page, &[("glas:step", "look")], &[one, two]).await;
        assert_eq!(stayed.status, StatusCode::OK, "attached without leaving the page");
        let held = kept(&stayed, "photo");
        assert_eq!(held.len(), 2, "{}", stayed.text());
        assert!(stayed.text().contains("едно.jpg") && stayed.text().contains("две.png"));
        assert!(stayed.text().contains("Повече файлове тук не се приемат"));
        assert_eq!(counted(town), (2, 2, 0));

        // A script looks while somebody types: the files stay.
        let fields = [("photo", held[0].as_str()), ("photo", held[1].as_str()), ("glas:step", "look")];
        assert_eq!(kept(&visitor.post(&page, &fields).await, "photo"), held);

        let third: (&str, &str, &[u8]) = ("photo", "три.png", &png());
        let over = visitor.upload_all(&page, &[("photo", &held[0]), ("photo", &held[1])], &[third]).await;
        assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(over.text().contains("Приемаме най-много 2 файла"), "{}", over.text());
        assert_eq!(kept(&over, "photo").len(), 2, "those that were there stay");

        let digest = |value: &str| value.split(' ').nth(1).unwrap().to_owned();
        let removal = digest(&held[0]);
        let fields = [("photo", held[0].as_str()), ("photo", held[1].as_str()), ("photo:remove", &removal)];
        let removed = visitor.upload_all(&page, &fields, &[]).await;
        assert_eq!(removed.status, StatusCode::OK);
        assert_eq!(kept(&removed, "photo"), held[1..], "{}", removed.text());
        assert_eq!(counted(town), (2, 1, 0));

        let next = visitor.post(&page, &[("photo", &held[1]), ("glas:step", "next")]).await;
        assert_eq!(next.status, StatusCode::SEE_OTHER);
        let overview = visitor.get(&draft).await;
        let submission = hidden(&overview, "glas:submission");
        let address = format!("{draft}/submission");
        let receipt = visitor.post(&address, &[("glas:submission", &submission)]).await.header("location").to_owned();
        let twice = visitor.post(&address, &[("glas:submission", &submission)]).await;
        assert_eq!(twice.header("location"), receipt, "sent twice, kept once");
        assert_eq!(town.responses().len(), 1);
        assert_eq!(counted(town), (2, 0, 1));
        sweep(town, Class::Uploads);
        assert_eq!(counted(town), (1, 0, 1), "what was taken back goes, what was sent stays");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_is_no_longer_asked_leaves_no_file_nor_does_a_draft_that_was_never_sent() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let draft = at_photo(&mut visitor).await;
        visitor.upload_all(&format!("{draft}/photo"), &[("glas:step", "next")], &[("photo", "а.jpg", TAKEN)]).await;
        visitor.post(&format!("{draft}/wants"), &[("wants", "no"), ("glas:step", "next")]).await;
        assert_eq!(counted(town), (1, 1, 0), "a change of mind loses nothing yet");
        submitted(&mut visitor, &draft).await;
        assert!(town.responses()[0].answers.get("photo").is_none());
        assert_eq!(counted(town), (1, 0, 0));
        sweep(town, Class::Uploads);
        assert_eq!(counted(town), (0, 0, 0));

        let left = at_photo(&mut visitor).await;
        visitor.upload_all(&format!("{left}/photo"), &[("glas:step", "next")], &[("photo", "б.jpg", TAKEN)]).await;
        assert_eq!(counted(town), (1, 1, 0));
        sweep(town, Class::Uploads);
        assert_eq!(counted(town), (1, 1, 0), "what a draft holds stays");
        sweep(town, Class::Drafts);
        sweep(town, Class::Uploads);
        assert_eq!(counted(town), (0, 0, 0));
        let discarded = at_photo(&mut visitor).await;
        visitor.upload_all(&format!("{discarded}/photo"), &[("glas:step", "next")], &[("photo", "в.jpg", TAKEN)]).await;
        visitor.post(&format!("{discarded}/deletion"), &[]).await;
        sweep(town, Class::Uploads);
        assert_eq!(counted(town), (0, 0, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_taken_is_told_beside_its_question_and_the_rest_of_the_page_stays() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let draft = at_photo(&mut visitor).await;
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        let polyglot = [&png()[..], b"<script>alert(1)</script>"].concat();
        let large = [&b"%PDF-1.7\n"[..], &vec![b' '; 5_100_000]].concat();
        let huge = vec![0xff; 10_100_000];
        let of_a_camera = vec![0xff; 26_000_000];
        let cases: [(&str, &str, &[u8], &str); 10] = [
            ("photo", "от фотоапарат.jpg", &of_a_camera, "е твърде голям"),
            ("photo", "рисунка.svg", svg, "не е снимка"),
            ("photo", "рисунка.png", svg, "не е снимка"),
            ("photo", "снимка.jpg", &png(), "не е снимка"),
            ("photo", "документ.pdf", b"%PDF-1.7\n", "не е снимка"),
            ("photo", "счупена.png", &png()[..40], "не може да се отвори"),
            ("photo", "празна.png", b"", "е празен"),
            ("photo", "огромна.jpg", &huge, "е твърде голям"),
            ("paper", "голям.pdf", &large, "е твърде голям"),
            ("paper", "страница.txt", b"<!DOCTYPE html><script>1</script>", "не е от видовете"),
        ];
        for (code, name, bytes, expected) in cases {
            let refused = visitor.upload_all(&format!("{draft}/{code}"), &[], &[(code, name, bytes)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", refused.text());
            let text = refused.text();
            assert!(text.contains(expected) && text.contains(&format!("id=\"q-{code}:error\"")), "{name}: {text}");
            assert_eq!(counted(town), (0, 0, 0), "{name}");
        }
        // As many as a question takes, each as large as it may be, come in one page.
        let large = vec![0xff; 10_000_000];
        let five: Vec<Sent<'_>> = ["а", "б", "в", "г", "д"].map(|name| ("photo", name, large.as_slice())).into();
        let refused = visitor.upload_all(&format!("{draft}/photo"), &[], &five).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let six = [five, vec![("photo", "е", large.as_slice())]].concat();
        let refused = visitor.upload_all(&format!("{draft}/photo"), &[], &six).await;
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(refused.text().contains("изпратете файловете един по един"), "{}", refused.text());
        // Told of once: whoever goes on without a file goes on.
        assert_eq!(visitor.post(&format!("{draft}/paper"), &[]).await.status, StatusCode::SEE_OTHER);
        let taken = visitor.upload_all(&format!("{draft}/photo"), &[], &[("photo", "и двете.png", &polyglot)]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "a picture with something behind it is a picture");
        submitted(&mut visitor, &draft).await;
        let file = town.responses()[0].answers.get("photo").unwrap().files()[0].file;
        let bytes = town.instance.store.file_bytes(town.instance.tenant, file).await.unwrap().unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("script"));
        // Nor is there any address under which everybody could ask for it.
        for address in [format!("/files/{file}/a.png"), format!("/desk/audiences/{}/files/{file}", town.audience)] {
            let answer = town.visitor().get(&address).await;
            assert_ne!(answer.status, StatusCode::OK, "{address}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_puts_a_file_on_their_answers_that_they_did_not_send() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let (store, tenant) = (&town.instance.store, town.instance.tenant);
        let secret = store.keep_file(tenant, b"%PDF-1.7 draft of somebody".to_vec(), "application/pdf".into()).await;
        let digest: FileDigest = secret.unwrap().digest;
        let draft = at_photo(&mut visitor).await;
        let line = format!("{digest} image/png 26 моя.png");
        let forged = format!("00000000000000000000000000000000 {line}");
        for value in [line.as_str(), forged.as_str(), "!gone", "[object File]", ""] {
            let sent = visitor.post(&format!("{draft}/photo"), &[("photo", value), ("glas:step", "look")]).await;
            assert!(sent.status == StatusCode::OK, "{value}: {}", sent.text());
            assert!(kept(&sent, "photo").is_empty(), "{value}");
            let all = [("wants", "yes"), ("photo", value), ("words", "Без файл")];
            let whole = visitor.get(&format!("{START}/all")).await;
            let submission = hidden(&whole, "glas:submission");
            let mark = hidden(&whole, "glas:start");
            let fields = [&all[..], &[("glas:submission", &submission), ("glas:start", &mark)]].concat();
            visitor.post(&format!("{START}/answers"), &fields).await;
        }
        assert!(town.responses().iter().all(|response| response.answers.files().count() == 0));
        assert_eq!(counted(town), (1, 0, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_questionnaire_on_one_page_takes_files_too() {
    in_each_town(plan, async |town: &Town| {
        let mut visitor = town.visitor();
        let whole = visitor.get(&format!("{START}/all")).await;
        assert!(whole.text().contains("enctype=\"multipart/form-data\""));
        let (submission, mark) = (hidden(&whole, "glas:submission"), hidden(&whole, "glas:start"));
        let own = [("glas:submission", submission.as_str()), ("glas:start", mark.as_str())];
        let address = format!("{START}/answers");
        // The first question must be answered: what was sent with the form is not to be sent again.
        let refused = visitor.upload_all(&address, &own, &[("photo", "място.jpg", TAKEN)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let held = kept(&refused, "photo");
        assert_eq!(held.len(), 1, "{}", refused.text());
        let fields = [&own[..], &[("wants", "yes"), ("photo", &held[0])]].concat();
        let sent = visitor.upload_all(&address, &fields, &[("paper", "писмо.pdf", b"%PDF-1.7\n")]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
        let twice = visitor.upload_all(&address, &fields, &[("paper", "писмо.pdf", b"%PDF-1.7\n")]).await;
        assert_eq!(twice.header("location"), sent.header("location"));
        let responses = town.responses();
        assert_eq!(responses.len(), 1);
        let told: Vec<&str> = responses[0].answers.files().map(|(code, _)| code.as_str()).collect();
        assert_eq!(told, ["paper", "photo"]);
        assert_eq!(counted(town), (2, 0, 2));

        // A form that lay open until its file was gone says so.
        let late = visitor.get(&format!("{START}/all")).await;
        let (submission, mark) = (hidden(&late, "glas:submission"), hidden(&late, "glas:start"));
        let own = [("glas:submission", submission.as_str()), ("glas:start", mark.as_str())];
        let refused = visitor.upload_all(&address, &own, &[("photo", "друго.png", &png())]).await;
        let held = kept(&refused, "photo");
        sweep(town, Class::Uploads);
        let fields = [&own[..], &[("wants", "yes"), ("photo", &held[0])]].concat();
        let gone = visitor.post(&address, &fields).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(gone.text().contains("вече не се пази"), "{}", gone.text());
        assert_eq!(town.responses().len(), 1);
    })
    .await;
}

/// One point.
fn png() -> Vec<u8> {
    const PNG: &str =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    data_encoding::BASE64.decode(PNG.as_bytes()).unwrap()
}
