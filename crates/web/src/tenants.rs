//! Several tenants behind one door: which of them a request is for, by the host that it names and by what its path
//! begins with. Each has a [`Site`] of its own, so that no handler can ask for another one's things.

use crate::{Settings, Site, door::Door, router};
use app::Words;
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, Uri, header, uri::PathAndQuery},
    response::{IntoResponse, Response},
};
use base::Language;
use std::{
    convert::Infallible,
    future::Future,
    pin::Pin,
    sync::{Arc, OnceLock},
    task::{Context, Poll},
};
use tower::Service;

/// The sites of all tenants, the first of them for whoever names no host that is known, as long as its own address is
/// this machine's.
pub fn tenants(sites: Vec<Site>) -> Router {
    Router::new().fallback_service(Tenants { sites: sites.into_iter().map(Tenant::new).collect() })
}

#[derive(Clone)]
struct Tenants {
    sites: Arc<[Tenant]>,
}

struct Tenant {
    site: Site,
    /// Made when somebody first comes: of many tenants few are asked for at a time.
    door: OnceLock<Door>,
}

impl Tenant {
    fn new(site: Site) -> Tenant {
        Tenant { site, door: OnceLock::new() }
    }

    fn settings(&self) -> &Settings {
        &self.site.settings
    }

    fn door(&self) -> Door {
        self.door.get_or_init(|| router::door(self.site.clone())).clone()
    }
}

impl Tenants {
    /// The tenant whom the request is for, and the path within its site.
    fn find(&self, request: &Request) -> Result<(&Tenant, Option<Uri>), StatusCode> {
        let host = self.host(request)?;
        let path = request.uri().path();
        let here = self.sites.iter().filter(|tenant| tenant.settings().host().eq_ignore_ascii_case(host));
        let below = here.filter(|tenant| inside(path, tenant.settings().base()).is_some());
        // What is named more closely comes before what holds it.
        let found = below.max_by_key(|tenant| tenant.settings().base().len()).ok_or(StatusCode::NOT_FOUND)?;
        let base = found.settings().base();
        if base.is_empty() {
            return Ok((found, None));
        }
        let inner = inside(path, base).unwrap_or_default();
        let inner = if inner.is_empty() { "/" } else { inner };
        let inner = match request.uri().query() {
            Some(query) => format!("{inner}?{query}"),
            None => inner.to_owned(),
        };
        let inner: PathAndQuery = inner.parse().map_err(|_| StatusCode::BAD_REQUEST)?;
        Ok((found, Some(inner.into())))
    }

    /// The host that the request names, if one of ours; links never repeat it, they are made of the settings.
    fn host<'a>(&'a self, request: &'a Request) -> Result<&'a str, StatusCode> {
        let named = request.uri().host().or_else(|| request.headers().get(header::HOST)?.to_str().ok());
        let is_known =
            |host: &&str| self.sites.iter().any(|tenant| tenant.settings().host().eq_ignore_ascii_case(host));
        if let Some(known) = named.filter(is_known) {
            return Ok(known);
        }
        let first = self.sites.first().map(Tenant::settings).ok_or(StatusCode::NOT_FOUND)?;
        // Watchdogs ask by number whether anybody is there.
        if first.is_of_this_machine() || request.uri().path() == "/health" {
            Ok(first.host())
        } else {
            Err(StatusCode::MISDIRECTED_REQUEST)
        }
    }
}

/// What follows `base` in a path, if it follows as a segment of its own.
fn inside<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    path.strip_prefix(base).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// No site is there to give it a page: both languages, plain.
fn nobody(status: StatusCode) -> Response {
    let say = |language| Words::new(language).say(&format!("nobody-{}", status.as_u16()));
    let text = format!("{}\n{}\n", say(Language::Bulgarian), say(Language::English));
    let mut response = (status, text).into_response();
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::CONTENT_SECURITY_POLICY, crate::CONTENT_SECURITY_POLICY),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

impl Service<Request> for Tenants {
    type Response = Response;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let mut door = match self.find(&request) {
            Ok((tenant, inner)) => {
                if let Some(inner) = inner {
                    *request.uri_mut() = inner;
                }
                tenant.door()
            }
            Err(status) => return Box::pin(std::future::ready(Ok(nobody(status)))),
        };
        door.call(request)
    }
}
