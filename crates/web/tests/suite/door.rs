//! Kept answers: fresh, compressed, conditional, and never for somebody who is signed in.

use crate::site::site;
use crate::visitor::Visitor;
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use web::router;

fn visitor() -> Visitor {
    Visitor::new(router(site()))
}

async fn style_address(visitor: &mut Visitor) -> String {
    let page = visitor.get("/nowhere").await.text();
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn an_asset_is_eternal_compressed_and_conditional() {
    let mut visitor = visitor();
    let address = style_address(&mut visitor).await;
    let plain = visitor.get(&address).await;
    assert_eq!(plain.status, StatusCode::OK);
    assert!(plain.header("cache-control").contains("immutable"));
    assert!(plain.text().contains("@font-face") && !plain.text().contains("/*"));
    let get = |name: &'static str, value: String| {
        Request::get(address.clone()).header(name, value).body(Body::empty()).unwrap()
    };
    let brotli = visitor.send(get("accept-encoding", "gzip, br".to_owned())).await;
    assert_eq!(brotli.header("content-encoding"), "br");
    assert!(brotli.bytes.len() * 3 < plain.bytes.len());
    assert_ne!(brotli.header("etag"), plain.header("etag"), "each form has its own tag");
    let again = visitor.send(get("if-none-match", plain.header("etag").to_owned())).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let head = visitor.with_method(Method::HEAD, &address).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    assert_eq!(head.header("content-length"), plain.bytes.len().to_string());
    assert_eq!(plain.header("vary"), "accept-encoding");
    assert_eq!(plain.header(header::X_CONTENT_TYPE_OPTIONS.as_str()), "nosniff");
}
