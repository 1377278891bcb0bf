//! Headers, cookies and forms from other sites.

use crate::{
    site::site_with,
    visitor::{Visitor, encoded},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use web::{Settings, Site, router};

fn https() -> Site {
    site_with(Settings { address: "https://glas.example".to_owned(), largest_body: 1000, ..Settings::default() })
}

#[tokio::test]
async fn every_answer_is_guarded() {
    let mut visitor = Visitor::new(router(https()));
    for address in ["/", "/nowhere", "/health", "/favicon.ico", "/en", "/robots.txt"] {
        let answer = visitor.get(address).await;
        assert_eq!(answer.header("content-security-policy"), web::CONTENT_SECURITY_POLICY, "{address}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(answer.header("strict-transport-security"), "max-age=31536000", "{address}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{address}");
        assert!(!answer.header("referrer-policy").is_empty() && !answer.header("permissions-policy").is_empty());
    }
    assert!(!web::CONTENT_SECURITY_POLICY.contains("unsafe"));
}

#[tokio::test]
async fn plain_http_promises_no_https() {
    assert_eq!(
        Visitor::new(router(site_with(Settings::default()))).get("/").await.header("strict-transport-security"),
        ""
    );
}

#[tokio::test]
async fn s14_a_form_from_another_site_is_not_taken() {
    let check = async |headers: &[(&str, &str)], expected| {
        let mut request = Request::post("/health").header("host", "glas.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = Visitor::new(router(https())).send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, expected, "{headers:?}");
    };
    check(&[("sec-fetch-site", "cross-site")], StatusCode::FORBIDDEN).await;
    check(&[("sec-fetch-site", "same-site")], StatusCode::FORBIDDEN).await;
    check(&[("origin", "https://evil.example")], StatusCode::FORBIDDEN).await;
    check(&[("origin", "null")], StatusCode::FORBIDDEN).await;
    check(&[("sec-fetch-site", "same-origin")], StatusCode::METHOD_NOT_ALLOWED).await;
    check(&[("origin", "https://glas.example")], StatusCode::METHOD_NOT_ALLOWED).await;
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused() {
    let body = encoded(&[("text", &"я".repeat(1000))]);
    let request = Request::post("/").header(header::CONTENT_LENGTH, body.len()).body(Body::from(body)).unwrap();
    let answer = Visitor::new(router(https())).send(request).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.text().contains("<h1>"));
}

#[test]
fn a_session_cookie_is_closed_to_scripts_and_other_sites() {
    let secret = [7; 32];
    let cookie = web::session_cookie(&Settings::sample(), &secret, web::Life::Seconds(3600));
    let cookie = cookie.to_str().unwrap();
    assert!(cookie.starts_with("__Host-glas-session="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=3600"), "{cookie}");
    let plain = web::session_cookie(&Settings::default(), &secret, web::Life::Session);
    assert!(plain.to_str().unwrap().starts_with("glas-session=") && !plain.to_str().unwrap().contains("Secure"));
}
