//! S19, S21: what people type about themselves and others comes into no log, no address and no line of the public journal.

use crate::{
    desk::house::{House, Who, in_each_house},
    visitor::{Answer, Visitor, encoded},
};
use axum::{
    body::Body,
    http::{Request, header},
};
use std::{
    collections::BTreeSet,
    fmt::{Debug, Write},
    sync::{Mutex, Once, PoisonError},
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

/// Words that nothing else holds.
const PLANTED: [&str; 8] = [
    "posadena-smetka",
    "Посадена-Парола-73",
    "Посаденко Посаденов",
    "posadena@example.org",
    "Посаден отговор за улицата",
    "posaden-vapros",
    "Posadena/5.0",
    "0888737373",
];

static LOG: Mutex<String> = Mutex::new(String::new());

/// Everything that anybody tells the log, at any level.
struct Listener;

struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {}={value:?}", field.name());
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // The crates beneath us tell what they do byte by byte; the program listens to them from `warn` on.
        let is_ours = ["web", "app", "store"].iter().any(|room| metadata.target().starts_with(room));
        is_ours || *metadata.level() <= tracing::Level::WARN
    }

    fn new_span(&self, attributes: &span::Attributes<'_>) -> span::Id {
        attributes.record(&mut Fields(&mut LOG.lock().unwrap_or_else(PoisonError::into_inner)));
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        values.record(&mut Fields(&mut LOG.lock().unwrap_or_else(PoisonError::into_inner)));
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut log = LOG.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = write!(log, "\n{}", event.metadata().target());
        event.record(&mut Fields(&mut log));
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| tracing::subscriber::set_global_default(Listener).unwrap());
}

/// A planted word as it is, and as an address would hold it.
fn forms(word: &str) -> [String; 2] {
    let percent = word.bytes().map(|byte| match byte {
        byte if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    [word.to_owned(), percent.collect()]
}

/// No address that an answer gives holds a planted word.
fn addresses_are_clean(of: &str, answer: &Answer) {
    let text = answer.text();
    let mut addresses = BTreeSet::from([answer.header("location").to_owned()]);
    for mark in ["href=\"", "src=\"", "action=\"", "content=\"http"] {
        addresses.extend(text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    }
    for address in addresses {
        for word in PLANTED {
            assert!(forms(word).iter().all(|form| !address.contains(form.as_str())), "{of} leads to {address}");
        }
    }
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{of}: no other site learns where somebody was");
}

async fn post(visitor: &mut Visitor, address: &str, fields: &[(&str, &str)]) -> Answer {
    let request = Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header(header::USER_AGENT, PLANTED[6])
        .body(Body::from(encoded(fields)));
    let answer = visitor.send(request.unwrap()).await;
    addresses_are_clean(address, &answer);
    answer
}

async fn get(visitor: &mut Visitor, address: &str) -> Answer {
    let answer = visitor.get(address).await;
    if !address.contains("posaden") {
        addresses_are_clean(address, &answer);
    }
    answer
}

async fn sign_in_and_people(house: &House) {
    let [account, password, name, mail, ..] = PLANTED;
    let mut stranger = house.visitor();
    for _ in 0..12 {
        post(&mut stranger, "/sign-in", &[("account", account), ("password", password)]).await;
    }
    post(&mut stranger, "/sign-in", &[("account", mail), ("password", password), ("back", "/desk/people")]).await;
    post(&mut stranger, "/setup", &[("code", password)]).await;
    post(&mut stranger, "/sign-in/code", &[("code", password)]).await;
    let mut administrator = house.signed_in(Who::Administrator);
    let person = [
        ("name", name),
        ("account", account),
        ("email", mail),
        ("role", "researcher"),
        ("party", "new"),
        ("party_name", "Нова страна"),
        ("party_kind", "other"),
    ];
    let invited = post(&mut administrator, "/desk/people", &person).await;
    assert!(invited.text().contains(name), "{}", invited.text());
    // A second one of that account is refused, by a database that knows what it holds.
    let again = post(&mut administrator, "/desk/people", &person).await;
    assert!(!again.status.is_success() && !again.status.is_server_error(), "{}", again.status);
    for page in ["/desk/people", "/desk/mail", "/desk/journal", "/desk/upkeep", "/desk/processing"] {
        get(&mut administrator, page).await;
    }
    get(&mut administrator, "/desk/people?show=posaden-vapros").await;
}

async fn answering(house: &House) {
    let [.., words, query, _, phone] = PLANTED;
    let start = "/s/primerovo-residents-22";
    let mut visitor = house.visitor();
    get(&mut visitor, &format!("{start}?from={query}")).await;
    let form = get(&mut visitor, &format!("{start}/all")).await;
    let submission = form.value_of("glas:submission");
    post(&mut visitor, &format!("{start}/answers"), &[("wish", words), ("ways", phone)]).await;
    let fields = [("glas:submission", submission.as_str()), ("wish", words)];
    let sent = post(&mut visitor, &format!("{start}/answers"), &fields).await;
    get(&mut visitor, sent.header("location")).await;
    let begun = post(&mut visitor, &format!("{start}/drafts"), &[]).await;
    let first = begun.header("location").to_owned();
    post(&mut visitor, &first, &[("wish", words), ("ways", phone), ("glas:step", "next")]).await;
    let mut researcher = house.signed_in(Who::Researcher);
    let queue = format!("/desk/audiences/{}/open-answers", house.residents());
    let page = get(&mut researcher, &queue).await;
    assert!(page.text().contains(words), "{}", page.text());
    let (response, question) = (page.value_of("response"), page.value_of("question"));
    let about = [("response", response.as_str()), ("question", question.as_str()), ("decision", "redact")];
    post(&mut researcher, &queue, &[&about[..], &[("words", "")]].concat()).await;
    post(&mut researcher, &queue, &[&about[..], &[("words", words)]].concat()).await;
    let project = web::sample::invented_project().id;
    let title = [("kind", "news"), ("title", "Новина"), ("summary", phone), ("body", phone)];
    researcher.upload(&format!("/desk/projects/{project}/publications"), &title, ("", b"")).await;
}

/// What breaks beneath a form is logged with what broke, and with nothing that was in the form.
async fn faults(house: &House) {
    let [account, password, .., words, _, _, _] = PLANTED;
    let start = "/s/primerovo-residents-22";
    let mut visitor = house.visitor();
    let first = post(&mut visitor, &format!("{start}/drafts"), &[]).await.header("location").to_owned();
    for table in ["draft", "failed_sign_in"] {
        house.write(move |tx, _| tx.execute(&format!("alter table {table} rename to hidden_{table}"), &[]));
    }
    let broken = [
        post(&mut visitor, &first, &[("wish", words), ("glas:step", "next")]).await,
        post(&mut visitor, "/sign-in", &[("account", account), ("password", password)]).await,
    ];
    for answer in &broken {
        assert!(answer.status.is_server_error(), "{}", answer.status);
    }
    for table in ["draft", "failed_sign_in"] {
        house.write(move |tx, _| tx.execute(&format!("alter table hidden_{table} rename to {table}"), &[]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn s21_what_people_type_is_in_no_log_no_address_and_no_public_line() {
    listen();
    in_each_house(async |house| {
        sign_in_and_people(house).await;
        answering(house).await;
        faults(house).await;
        let mut visitor = house.visitor();
        for public in ["/journal.json", "/journal", "/journal/heads.json", "/about/privacy", "/health", "/sitemap.xml"]
        {
            house.pass_seconds(2);
            let told = get(&mut visitor, public).await.text();
            for word in PLANTED {
                assert!(forms(word).iter().all(|form| !told.contains(form.as_str())), "{public} tells {word}");
            }
        }
    })
    .await;
    let log = LOG.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(log.contains("fault"), "the faults were logged: {log}");
    for word in PLANTED {
        assert!(forms(word).iter().all(|form| !log.contains(form.as_str())), "the log tells {word}: {log}");
    }
}
