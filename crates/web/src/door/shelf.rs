use super::{Encoding, Keep};
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use base::Moment;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

/// A finished answer.
pub struct Kept {
    pub keep: Keep,
    /// When making it began.
    pub made: Moment,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

/// The kept answers, within bounds.
#[derive(Default)]
pub struct Shelf {
    kept: RwLock<BTreeMap<Encoding, BTreeMap<String, Arc<Kept>>>>,
    ovens: Mutex<BTreeMap<(Encoding, String), Oven>>,
}

/// Whoever holds it makes the page.
pub type Oven = Arc<tokio::sync::Mutex<()>>;

const MOST_PAGES: usize = 1_000;
const MOST_BYTES: usize = 24 * 1024 * 1024;
const FRESH_MICROSECONDS: i64 = 1_000_000;

impl Shelf {
    pub fn fresh(&self, encoding: Encoding, address: &str, now: Moment) -> Option<Arc<Kept>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.get(&encoding)?.get(address).filter(|kept| kept.is_fresh(now)).cloned()
    }

    pub fn put(&self, encoding: Encoding, address: &str, page: Arc<Kept>) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        let pages: usize = kept.values().map(BTreeMap::len).sum();
        let bytes: usize = kept.values().flat_map(BTreeMap::values).map(|kept| kept.bytes.len()).sum();
        if pages >= MOST_PAGES || bytes + page.bytes.len() > MOST_BYTES {
            for shelf in kept.values_mut() {
                shelf.retain(|_, kept| kept.is_fresh(page.made));
            }
            let left: usize = kept.values().flat_map(BTreeMap::values).map(|kept| kept.bytes.len()).sum();
            if kept.values().map(BTreeMap::len).sum::<usize>() >= MOST_PAGES || left + page.bytes.len() > MOST_BYTES {
                return;
            }
        }
        kept.entry(encoding).or_default().insert(address.to_owned(), page);
    }

    pub fn oven(&self, encoding: Encoding, address: &str) -> Oven {
        let mut ovens = self.ovens.lock().unwrap_or_else(PoisonError::into_inner);
        ovens.entry((encoding, address.to_owned())).or_default().clone()
    }

    /// Forgets an oven at which nobody waits any more.
    pub fn cool(&self, encoding: Encoding, address: &str, oven: &Oven) {
        let mut ovens = self.ovens.lock().unwrap_or_else(PoisonError::into_inner);
        if Arc::strong_count(oven) <= 2 {
            ovens.remove(&(encoding, address.to_owned()));
        }
    }
}

impl Kept {
    fn is_fresh(&self, now: Moment) -> bool {
        // A clock that was set back makes a page old, not eternal.
        self.keep == Keep::Forever || (0..FRESH_MICROSECONDS).contains(&now.0.saturating_sub(self.made.0))
    }

    pub fn answer(&self, request: &Request) -> Response {
        self.answer_to(request.method() == Method::HEAD, request.headers().get(header::IF_NONE_MATCH))
    }

    pub fn answer_to(&self, head: bool, known: Option<&HeaderValue>) -> Response {
        let same = match (known.and_then(|known| known.to_str().ok()), self.headers.get(header::ETAG)) {
            (Some(known), Some(tag)) => {
                known.split(',').any(|one| one.trim().trim_start_matches("W/").as_bytes() == tag.as_bytes())
            }
            (None, _) | (_, None) => false,
        };
        let body = if head || same { Body::empty() } else { Body::from(self.bytes.clone()) };
        let mut response = Response::new(body);
        *response.headers_mut() = self.headers.clone();
        if same {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(header::CONTENT_LENGTH);
            response.headers_mut().remove(header::CONTENT_TYPE);
            response.headers_mut().remove(header::CONTENT_ENCODING);
        }
        response
    }
}
