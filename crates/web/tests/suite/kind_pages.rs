//! Whatever goes wrong, a person gets a page and a program gets data.

use crate::site::site;
use crate::visitor::Visitor;
use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, StatusCode, header},
};
use std::{
    fmt::{Debug, Write},
    sync::{Arc, Mutex},
};
use tracing::{Event, Level, Metadata, Subscriber, field::Field, span};
use web::{Site, router};

fn visitor() -> Visitor {
    Visitor::new(router(site()))
}

#[tokio::test]
async fn an_unknown_address_is_a_page_in_the_language_of_the_address() {
    let mut visitor = visitor();
    for (address, words) in [
        ("/nowhere", "Няма такава страница"),
        ("/en/nowhere", "No such page"),
        ("/projects/no-such-project", "Няма такава страница"),
        ("/assets/glas.000000000000.css", "Няма такава страница"),
        ("/%00%ff/..%2f", "Няма такава страница"),
        ("//evil.example/", "Няма такава страница"),
    ] {
        let answer = visitor.get(address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text().contains(words), "{address}: {}", answer.text());
        assert_eq!(answer.header("cache-control"), "private, no-store", "{address}");
    }
}

#[tokio::test]
async fn a_program_gets_data() {
    let answer = visitor().get("/en/projects/nothing.json").await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::NOT_FOUND, "application/json"));
    assert!(answer.text().contains("\"error\""));
}

#[tokio::test]
async fn another_method_names_those_that_are_allowed() {
    let mut visitor = visitor();
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let answer = visitor.with_method(method.clone(), "/health").await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert!(answer.header("allow").contains("GET"), "{method}");
        assert!(answer.text().contains("<h1>"));
    }
}

#[tokio::test]
async fn one_slash_too_many_is_forgiven_but_never_leads_away() {
    let mut visitor = visitor();
    assert_eq!(visitor.get("/en/nowhere/").await.header("location"), "/en/nowhere");
    assert_eq!(visitor.get("/en//evil.example/").await.status, StatusCode::NOT_FOUND);
    for address in ["/en//evil.example/x", "/en/\\evil.example/x", "/en///evil.example"] {
        let text = visitor.get(address).await.text();
        assert!(!text.contains("href=\"//") && !text.contains("href=\"/\\"), "no page of ours links there: {text}");
    }
    // A browser reads `\\` as `/`.
    assert_eq!(visitor.get("/\\evil.example/").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_cookie_that_is_not_text_is_refused_kindly() {
    let value = HeaderValue::from_bytes(b"glas-draft=\xff\xfe").unwrap();
    let request = Request::get("/nowhere").header(header::COOKIE, value).body(Body::empty()).unwrap();
    let answer = visitor().send(request).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.text().contains("<h1>"));
}

#[tokio::test]
async fn head_has_no_body() {
    let answer = visitor().with_method(Method::HEAD, "/nowhere").await;
    assert_eq!((answer.status, answer.bytes.len()), (StatusCode::NOT_FOUND, 0));
}

/// Everything that was logged, as one text.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<String>>);

impl tracing::field::Visit for Heard {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        writeln!(self.0.lock().unwrap(), "{field}={value:?}").unwrap();
    }
}

impl Subscriber for Heard {
    /// As much as an operator may want to see; the finest level is for those who write libraries.
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::DEBUG
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Who reads the log must not be able to go on with somebody's draft or to use somebody's setup link.
#[tokio::test]
async fn a_fault_is_logged_without_what_opens_a_door() {
    let heard = Heard::default();
    let _listening = tracing::subscriber::set_default(heard.clone());
    let secret = "abcdefghijklmnopqrstuvwxya";
    for address in [
        format!("/s/token/{secret}"),
        format!("/en/s/token/{secret}/page"),
        format!("/s/token/receipt/{}", &secret[..16]),
        "/setup/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned(),
    ] {
        let answer = Visitor::new(router(Site::sample())).get(&address).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{address}");
    }
    let heard = heard.0.lock().unwrap();
    assert!(heard.contains("/s/{token}/{draft}/{page}"), "where it happened is told: {heard}");
    assert!(!heard.contains(&secret[..16]) && !heard.contains("AAAA"), "{heard}");
}
