//! Whatever goes wrong, a person gets a page and a program gets data.

use crate::site::site;
use crate::visitor::Visitor;
use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, StatusCode, header},
};
use web::router;

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
