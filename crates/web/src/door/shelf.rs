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
    ovens: Mutex<BTreeMap<(Encoding, String), Lock>>,
}

type Lock = Arc<tokio::sync::Mutex<()>>;

/// Whoever has its turn makes the page. With the last one who waits at it, also one who does not wait to the end, it goes.
pub struct Oven {
    shelf: Arc<Shelf>,
    page: (Encoding, String),
    lock: Lock,
}

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

    pub fn oven(self: &Arc<Self>, encoding: Encoding, address: &str) -> Oven {
        let page = (encoding, address.to_owned());
        let lock = self.ovens.lock().unwrap_or_else(PoisonError::into_inner).entry(page.clone()).or_default().clone();
        Oven { shelf: self.clone(), page, lock }
    }

    #[cfg(test)]
    pub fn ovens_in_use(&self) -> usize {
        self.ovens.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Oven {
    pub async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.lock.lock().await
    }
}

impl Drop for Oven {
    fn drop(&mut self) {
        let mut ovens = self.shelf.ovens.lock().unwrap_or_else(PoisonError::into_inner);
        // Let go of under the lock, so that of two who leave at once the second sees that it is the last.
        self.lock = Arc::default();
        if ovens.get(&self.page).is_some_and(|lock| Arc::strong_count(lock) == 1) {
            ovens.remove(&self.page);
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
