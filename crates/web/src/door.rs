//! What a request meets first: the language is taken off its address, and a page that was made within the last second
//! is given out again without being made.
//!
//! A kept answer is the finished one, with its headers, compressed for browsers of that kind, so it costs no more than
//! sending its bytes. Only answers that say so are kept ([`Keep`]), and only for people who are not signed in.

mod encoding;
mod shelf;

use crate::{Site, cookies::may_be_signed_in, language};
use axum::{
    Router,
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    response::Response,
};
use data_encoding::BASE64URL_NOPAD;
use encoding::Encoding;
use sha2::{Digest, Sha256};
use shelf::{Kept, Shelf};
use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tower::Service;

/// How long an answer may be given to others: put on a response by its handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// A page whose numbers may be a second old.
    OneSecond,
    /// Bytes under a name that changes with them.
    Forever,
}

impl Keep {
    pub fn on(self, mut response: Response) -> Response {
        response.extensions_mut().insert(self);
        if self == Keep::OneSecond {
            response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
            response.headers_mut().append(header::VARY, HeaderValue::from_static("cookie"));
        }
        response
    }
}

/// Larger answers are made anew each time.
const LARGEST_KEPT: usize = 2 * 1024 * 1024;

#[derive(Clone)]
pub struct Door {
    rooms: Router,
    site: Site,
    shelf: Arc<Shelf>,
}

impl Door {
    pub fn new(site: Site, rooms: Router) -> Door {
        Door { rooms, site, shelf: Arc::new(Shelf::default()) }
    }

    /// The answer that lies ready, if one does.
    fn ready(&self, request: &Request) -> Option<Response> {
        if !is_keepable(request) {
            return None;
        }
        let encoding = Encoding::wanted(request.headers());
        let kept = self.shelf.fresh(encoding, request.uri().path(), self.site.now())?;
        Some(kept.answer(request))
    }

    async fn open(self, mut request: Request) -> Response {
        if let Some(refusal) = misdirected(&request) {
            return refusal;
        }
        if !is_keepable(&request) {
            return self.enter(request).await;
        }
        let encoding = Encoding::wanted(request.headers());
        let address = request.uri().path().to_owned();
        // One makes the page, the others who want it wait for that.
        let oven = self.shelf.oven(encoding, &address);
        let turn = oven.turn().await;
        let now = self.site.now();
        if let Some(kept) = self.shelf.fresh(encoding, &address, now) {
            return kept.answer(&request);
        }
        let asked = Asked::of(&request);
        *request.method_mut() = Method::GET;
        encoding.ask_for(request.headers_mut());
        let response = self.clone().enter(request).await;
        let response = match self.keep(encoding, &address, now, response).await {
            Ok(kept) => asked.answer(&kept),
            Err(response) => asked.without_body_if_head(response),
        };
        drop(turn);
        response
    }

    async fn enter(mut self, mut request: Request) -> Response {
        let (language, inner) = language::split(request.uri());
        if let Some(inner) = inner {
            *request.uri_mut() = inner;
        }
        request.extensions_mut().insert(language);
        match self.rooms.call(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }

    /// Puts an answer on the shelf if it says so; gives it back otherwise.
    async fn keep(
        &self,
        encoding: Encoding,
        address: &str,
        now: base::Moment,
        response: Response,
    ) -> Result<Arc<Kept>, Response> {
        let Some(keep) = response.extensions().get::<Keep>().copied() else { return Err(response) };
        if response.status() != StatusCode::OK {
            return Err(response);
        }
        let (mut parts, body) = response.into_parts();
        let Ok(bytes) = axum::body::to_bytes(body, LARGEST_KEPT * 4).await else {
            tracing::error!(address, "an answer marked to be kept ended early or is far too large");
            return Err(plain(StatusCode::INTERNAL_SERVER_ERROR));
        };
        let digest = Sha256::digest(&bytes);
        let short = digest.get(..12).unwrap_or_default();
        if let Ok(tag) = HeaderValue::try_from(format!("\"{}\"", BASE64URL_NOPAD.encode(short))) {
            parts.headers.insert(header::ETAG, tag);
        }
        parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
        let kept = Arc::new(Kept { keep, made: now, headers: parts.headers, bytes });
        if kept.bytes.len() <= LARGEST_KEPT {
            self.shelf.put(encoding, address, kept.clone());
        }
        Ok(kept)
    }
}

fn is_keepable(request: &Request) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
        && request.uri().query().is_none()
        && may_be_kept(request.uri().path())
        && !may_be_signed_in(request.headers())
}

/// The parts of the public that anybody sees alike. Everything else is never kept, whatever its handler says.
fn may_be_kept(path: &str) -> bool {
    let inner = path.strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(path);
    inner.is_empty()
        || inner == "/"
        || ["/assets/", "/projects/", "/about/", "/favicon.ico", "/sitemap.xml", "/robots.txt", "/feed.atom"]
            .iter()
            .any(|public| inner.starts_with(public))
}

/// An address that is not a path (a proxy's, `*`) has nothing here.
fn misdirected(request: &Request) -> Option<Response> {
    if request.uri().path().starts_with('/') {
        return None;
    }
    Some(plain(StatusCode::BAD_REQUEST))
}

/// For what happens outside the rooms, where there are no words.
fn plain(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// What has to be remembered of a request while its page is being made.
struct Asked {
    head: bool,
    known: Option<HeaderValue>,
}

impl Asked {
    fn of(request: &Request) -> Asked {
        Asked { head: request.method() == Method::HEAD, known: request.headers().get(header::IF_NONE_MATCH).cloned() }
    }

    fn answer(&self, kept: &Kept) -> Response {
        kept.answer_to(self.head, self.known.as_ref())
    }

    fn without_body_if_head(&self, response: Response) -> Response {
        if self.head { response.map(|_| Body::empty()) } else { response }
    }
}

impl Service<Request> for Door {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        // What lies ready goes out at once; nothing has to be set up for waiting.
        if let Some(response) = self.ready(&request) {
            return Box::pin(std::future::ready(Ok(response)));
        }
        let door = self.clone();
        Box::pin(async move { Ok(door.open(request).await) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_goes_away_leaves_nothing_behind() {
        let rooms = Router::new().fallback(std::future::pending::<()>);
        let mut door = Door::new(Site::sample(), rooms);
        let shelf = door.shelf.clone();
        let request = || Request::get("/projects/a").body(Body::empty()).unwrap();
        let (mut first, mut second) = (door.call(request()), door.call(request()));
        for waiting in [&mut first, &mut second] {
            let answered = tokio::select! { biased; _ = waiting => true, () = std::future::ready(()) => false };
            assert!(!answered);
        }
        drop(second);
        assert_eq!(shelf.ovens_in_use(), 1);
        drop(first);
        assert_eq!(shelf.ovens_in_use(), 0);
    }
}
