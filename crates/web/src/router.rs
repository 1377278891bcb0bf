use crate::{
    Failure, Site, Visit, assets, desk,
    door::Door,
    doors::{self, Anybody, Table},
    guard, kind_pages, machine,
    pace::{self, Pace},
    public, respondent, watch,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{Method, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
};
use std::time::Duration;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate},
    },
    csrf::CsrfLayer,
    limit::RequestBodyLimitLayer,
};

/// Bytes of a form where no door says otherwise: a file at the desk.
const LARGEST_UPLOAD: usize = 20 * 1024 * 1024;

/// The site of one tenant, whatever host is asked for.
pub fn router(site: Site) -> Router {
    Router::new().fallback_service(door(site))
}

pub fn door(site: Site) -> Door {
    let rooms = table().router().fallback(nothing_here);
    Door::new(site.clone(), layered(rooms, site))
}

/// Every door of the site, with the right that opens it.
pub fn doors() -> Vec<doors::Door> {
    table().doors()
}

fn table() -> Table {
    let rooms = public::table().and(machine::table()).and(respondent::table()).and(desk::table()).and(assets::table());
    rooms.get("/health", health)
}

/// The last layer named is the first that a request meets.
fn layered(rooms: Router<Site>, site: Site) -> Router {
    let compressible = DefaultPredicate::new()
        .and(NotForContentType::const_new("font/woff2"))
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/octet-stream"));
    let largest = site.settings.largest_body;
    let rooms = if site.watch.is_some() { rooms.layer(from_fn(watch::note_door)) } else { rooms };
    let longest = Duration::from_secs(site.settings.longest_request.into());
    rooms
        .layer(CsrfLayer::new())
        .layer(DefaultBodyLimit::max(largest.min(LARGEST_UPLOAD)))
        .layer(RequestBodyLimitLayer::new(largest))
        .layer(from_fn_with_state(Pace::of(longest), pace::keep_pace))
        .layer(CatchPanicLayer::custom(kind_pages::caught))
        .layer(from_fn_with_state(site.clone(), kind_pages::kind_pages))
        .layer(CompressionLayer::new().compress_when(compressible))
        .layer(from_fn_with_state(site.clone(), guard::guard))
        .with_state(site)
}

async fn health(_: Anybody) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], "ok\n").into_response()
}

/// An address with a slash too many leads to the one without; everything else is a kind 404.
async fn nothing_here(visit: Visit) -> Result<Response, Failure> {
    let trimmed = visit.path.trim_end_matches('/');
    let is_reading = matches!(visit.method, Method::GET | Method::HEAD);
    // A browser takes `\\` for `/`, and two of them for another host.
    let leads_away = trimmed.starts_with("//") || trimmed.contains('\\');
    if is_reading && trimmed.len() < visit.path.len() && trimmed.len() > 1 && !leads_away {
        return Ok((StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, visit.address(trimmed))]).into_response());
    }
    Err(Failure::NotFound)
}
