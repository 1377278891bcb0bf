//! Whatever a browser or a scanner can ask.

use crate::{site::site, visitor::Visitor};
use axum::{
    body::Body,
    http::{HeaderValue, Request, header},
};
use proptest::prelude::*;
use web::router;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Nothing that a browser or a scanner can ask makes a fault.
    #[test]
    fn no_request_is_a_fault(
        path in "(/en)?/(projects|files|assets|s|desk|sitemap.xml|feed.atom|about)?(/[a-z0-9%._~-]{0,12}){0,6}(\\?[a-z=&%0-9]{0,20})?",
        encoding in "[a-z;=0-9., *]{0,20}",
        tag in proptest::collection::vec(any::<u8>(), 0..30),
        cookie in proptest::collection::vec(any::<u8>(), 0..60),
    ) {
        thread_local! {
            static SITE: (tokio::runtime::Runtime, axum::Router) = (
                tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap(),
                router(site()),
            );
        }
        let Ok(mut request) = Request::get(path.as_str()).body(Body::empty()) else { return Ok(()) };
        request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_str(&encoding).unwrap());
        for (name, bytes) in [(header::IF_NONE_MATCH, tag), (header::COOKIE, cookie)] {
            if let Ok(value) = HeaderValue::from_bytes(&bytes) {
                request.headers_mut().insert(name, value);
            }
        }
        let status = SITE.with(|(runtime, site)| runtime.block_on(Visitor::new(site.clone()).send(request)).status);
        prop_assert!(!status.is_server_error(), "{path}: {status}");
    }
}
