//! Every refusal and fault becomes a page that says what happened and what to do: whatever went wrong, and wherever.

use crate::{Failure, Frame, Settings, Site};
use anyhow::anyhow;
use app::Words;
use askama::Template;
use axum::{
    body::Body,
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use base::{Language, Moment};
use data_encoding::BASE32_NOPAD;
use sha2::{Digest, Sha256};
use std::{
    any::Any,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

#[derive(Template)]
#[template(path = "kind_page.html")]
pub struct KindPage {
    frame: Frame,
    heading: String,
    sentence: String,
    hint: String,
    /// To be named when asking for help.
    reference: Option<String>,
    home: bool,
}

pub async fn kind_pages(State(site): State<Site>, request: Request, next: Next) -> Response {
    let language = request.extensions().get::<Language>().copied().unwrap_or_default();
    let path = request.uri().path().to_owned();
    let door = request.extensions().get::<MatchedPath>().cloned();
    let head = request.method() == Method::HEAD;
    let mut response = next.run(request).await;
    let elsewhere = |failure: &Failure| failure.elsewhere(&site.settings, language);
    if let Some(address) = response.extensions().get().and_then(elsewhere) {
        response.headers_mut().insert(header::LOCATION, address);
    }
    let status = response.status();
    let ready =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !(status.is_client_error() || status.is_server_error()) || ready {
        return response;
    }
    let place = Place { path: &path, door: door.as_ref().map_or("nowhere", |door| door.as_str()) };
    explain(&site, language, &place, head, response)
}

/// Where something went wrong. Only the door may be logged: what stands for its `{names}` may be the key of somebody's
/// draft or a setup link, and who has it can go on with it.
struct Place<'a> {
    path: &'a str,
    door: &'a str,
}

/// A handler that panics answers like one that fails.
pub fn caught(panic: Box<dyn Any + Send + 'static>) -> Response {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a message");
    Failure::Fault(Arc::new(anyhow!("a handler panicked: {words}"))).into_response()
}

fn explain(site: &Site, language: Language, place: &Place<'_>, head: bool, response: Response) -> Response {
    let words = Words::new(language);
    let (mut parts, _) = response.into_parts();
    let failure = parts.extensions.get::<Failure>().cloned();
    let page = page(&site.settings, site.now(), words, place, (parts.status, failure));
    let (kind, text) = match place.path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("json") => ("application/json", machine_text(&page)),
        Some("csv" | "svg" | "png" | "pdf" | "atom" | "xml" | "txt") => {
            ("text/plain; charset=utf-8", format!("{}\n{}\n", page.sentence, page.hint))
        }
        Some(_) | None => ("text/html; charset=utf-8", page.render().unwrap_or_else(|_| page.sentence.clone())),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Response::from_parts(parts, if head { Body::empty() } else { Body::from(text) })
}

fn page(
    settings: &Arc<Settings>,
    now: Moment,
    words: Words,
    place: &Place<'_>,
    (status, failure): (StatusCode, Option<Failure>),
) -> KindPage {
    let key = match status.as_u16() {
        400 | 403 | 404 | 405 | 408 | 413 | 415 | 422 | 429 | 503 => format!("kind-{}", status.as_u16()),
        500..=599 => "kind-500".to_owned(),
        _ => "kind-400".to_owned(),
    };
    let heading = words.say(&format!("{key}.heading"));
    let mut page = KindPage {
        frame: Frame::new(words, settings, place.path, heading.clone()).hidden(),
        heading,
        sentence: words.say(&key),
        hint: words.say(&format!("{key}.hint")),
        reference: None,
        home: true,
    };
    match failure {
        Some(Failure::Refused(refusals)) => {
            let explained: Vec<_> = refusals.iter().map(|refusal| words.refusal(&**refusal)).collect();
            let sentences: Vec<_> = explained.iter().map(|one| one.sentence.as_str()).collect();
            let hints: Vec<_> = explained.iter().filter_map(|one| one.hint.as_deref()).collect();
            (page.sentence, page.hint) = (sentences.join(" "), hints.join(" "));
        }
        Some(Failure::Unavailable(refusal)) => {
            let explained = words.refusal(&*refusal);
            tracing::error!(code = refusal.code(), door = place.door, "unavailable");
            (page.sentence, page.hint) = (explained.sentence, explained.hint.unwrap_or_default());
        }
        Some(Failure::Fault(error)) => {
            let reference = reference(now);
            tracing::error!(reference, door = place.door, error = format!("{error:#}"), "fault");
            page.reference = Some(reference);
        }
        Some(
            Failure::NotFound
            | Failure::Unreadable
            | Failure::Forbidden
            | Failure::SignInFirst { .. }
            | Failure::ConfirmFirst { .. }
            | Failure::SecondFactorFirst
            | Failure::TooLarge
            | Failure::TooOften { .. },
        )
        | None => {}
    }
    page
}

/// Eight letters and digits that the reader can read out and the operator can find in the log.
fn reference(now: Moment) -> String {
    static FAULTS: AtomicU64 = AtomicU64::new(0);
    let count = FAULTS.fetch_add(1, Ordering::Relaxed);
    let digest = Sha256::digest(format!("{} {count}", now.0));
    let letters = BASE32_NOPAD.encode(digest.get(..5).unwrap_or_default());
    let (first, second) = letters.split_at_checked(4).unwrap_or((&letters, ""));
    format!("{first}-{second}")
}

fn machine_text(page: &KindPage) -> String {
    let value = serde_json::json!({
        "error": { "title": page.heading, "sentence": page.sentence, "hint": page.hint, "reference": page.reference }
    });
    format!("{value}\n")
}

impl crate::Page for KindPage {
    const NAME: &'static str = "kind";

    fn samples(language: Language) -> Vec<(&'static str, KindPage)> {
        let settings = Arc::new(Settings::sample());
        let words = Words::new(language);
        let place = Place { path: "/nowhere", door: "nowhere" };
        let page = |status| page(&settings, Moment(0), words, &place, (status, None));
        let mut fault = page(StatusCode::INTERNAL_SERVER_ERROR);
        fault.reference = Some("K7QF-2M4A".to_owned());
        vec![
            ("not-found", page(StatusCode::NOT_FOUND)),
            ("unreadable", page(StatusCode::BAD_REQUEST)),
            ("method", page(StatusCode::METHOD_NOT_ALLOWED)),
            ("forbidden", page(StatusCode::FORBIDDEN)),
            ("fault", fault),
        ]
    }
}
