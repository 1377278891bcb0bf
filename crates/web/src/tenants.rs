//! Several tenants behind one door: which of them a request is for, by the host that it names and by what its path
//! begins with. Each has a [`Site`] of its own, so that no handler can ask for another one's things.

use crate::{Settings, Site, Watch, door::Door, router, watch};
use app::Words;
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, StatusCode, Uri, header, uri::PathAndQuery},
    response::{IntoResponse, Response},
};
use base::Language;
use std::{
    collections::BTreeMap,
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
    Router::new().fallback_service(Tenants { street: Arc::new(Street::of(sites)) })
}

#[derive(Clone)]
struct Tenants {
    street: Arc<Street>,
}

/// Every tenant's site where its address says: looked up, not looked through, for there may be hundreds.
struct Street {
    sites: Vec<Tenant>,
    /// By host, in small letters, and then by what paths begin with.
    hosts: BTreeMap<String, BTreeMap<String, usize>>,
    /// Segments of the longest beginning.
    deepest: usize,
    watch: Option<Arc<dyn Watch>>,
}

struct Tenant {
    site: Site,
    /// Made when somebody first comes: of many tenants few are asked for at a time.
    door: OnceLock<Door>,
}

impl Tenant {
    fn settings(&self) -> &Settings {
        &self.site.settings
    }

    fn door(&self) -> Door {
        self.door.get_or_init(|| router::door(self.site.clone())).clone()
    }
}

impl Street {
    fn of(sites: Vec<Site>) -> Street {
        let mut hosts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let (mut deepest, watch) = (0, sites.first().and_then(|site| site.watch.clone()));
        for (number, site) in sites.iter().enumerate() {
            let (host, base) = (site.settings.host().to_ascii_lowercase(), site.settings.base());
            deepest = deepest.max(base.matches('/').count());
            hosts.entry(host).or_default().entry(base.to_owned()).or_insert(number);
        }
        let sites = sites.into_iter().map(|site| Tenant { site, door: OnceLock::new() }).collect();
        Street { sites, hosts, deepest, watch }
    }

    /// The tenant whom the request is for, and the path within its site.
    fn find(&self, request: &Request) -> Result<(&Tenant, Option<Uri>), StatusCode> {
        let bases = self.host(request)?;
        let path = request.uri().path();
        let number = self.named(bases, path).ok_or(StatusCode::NOT_FOUND)?;
        let found = self.sites.get(number).ok_or(StatusCode::NOT_FOUND)?;
        let base = found.settings().base();
        if base.is_empty() {
            return Ok((found, None));
        }
        let inner = path.strip_prefix(base).unwrap_or_default();
        let inner = if inner.is_empty() { "/" } else { inner };
        let inner = match request.uri().query() {
            Some(query) => format!("{inner}?{query}"),
            None => inner.to_owned(),
        };
        let inner: PathAndQuery = inner.parse().map_err(|_| StatusCode::BAD_REQUEST)?;
        Ok((found, Some(inner.into())))
    }

    /// The longest beginning of the path that is somebody's: what is named more closely comes before what holds it.
    fn named(&self, bases: &BTreeMap<String, usize>, path: &str) -> Option<usize> {
        let ends = path.match_indices('/').map(|(place, _)| place).chain(std::iter::once(path.len()));
        let beginnings = ends.filter_map(|end| path.get(..end)).take(self.deepest + 1);
        beginnings.filter_map(|beginning| bases.get(beginning)).last().copied()
    }

    /// The host that the request names, if one of ours; links never repeat it, they are made of the settings.
    fn host(&self, request: &Request) -> Result<&BTreeMap<String, usize>, StatusCode> {
        let named = request.uri().host().or_else(|| request.headers().get(header::HOST)?.to_str().ok());
        if let Some(known) = named.and_then(|host| self.hosts.get(&host.to_ascii_lowercase())) {
            return Ok(known);
        }
        let first = self.sites.first().map(Tenant::settings).ok_or(StatusCode::NOT_FOUND)?;
        // Watchdogs ask by number whether anybody is there.
        if first.is_of_this_machine() || request.uri().path() == "/health" {
            self.hosts.get(&first.host().to_ascii_lowercase()).ok_or(StatusCode::NOT_FOUND)
        } else {
            Err(StatusCode::MISDIRECTED_REQUEST)
        }
    }
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
        let begun = self.street.watch.as_ref().map(|watch| watch.begin(request.method()));
        let answering: Self::Future = match self.street.find(&request) {
            Ok((tenant, inner)) => {
                let mut door = tenant.door();
                if let Some(inner) = inner {
                    *request.uri_mut() = inner;
                }
                door.call(request)
            }
            Err(status) => Box::pin(std::future::ready(Ok(watch::nowhere(nobody(status))))),
        };
        let Some(end) = begun else { return answering };
        Box::pin(async move {
            let answer = answering.await;
            if let Ok(response) = &answer {
                end(&watch::door_of(response), response.status().as_u16());
            }
            answer
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use std::sync::Mutex;

    fn street(addresses: &[&str]) -> Street {
        let site = |address: &&str| {
            let settings = Settings { address: (*address).to_owned(), ..Settings::sample() };
            Site::new(settings, || base::Moment(0), || jiff::civil::date(2023, 7, 27))
        };
        Street::of(addresses.iter().map(site).collect())
    }

    #[test]
    fn whom_a_request_is_for() {
        let street = street(&[
            "https://glas.example",
            "https://glas.example/primerovo",
            "https://glas.example/primerovo/selo",
            "https://drugo.example",
            "https://drugo.example:8443/glas",
        ]);
        let check = |host: &str, path: &str, expected: Result<(&str, &str), u16>| {
            let request = Request::get(path).header(header::HOST, host).body(Body::empty()).unwrap();
            let found = street.find(&request).map_err(|status| status.as_u16()).map(|(tenant, inner)| {
                (tenant.settings().address.clone(), inner.map_or(path.to_owned(), |inner| inner.to_string()))
            });
            let expected = expected.map(|(address, inner)| (format!("https://{address}"), inner.to_owned()));
            assert_eq!(found, expected, "{host}{path}");
        };
        check("glas.example", "/", Ok(("glas.example", "/")));
        check("GLAS.example", "/a/b?c=d", Ok(("glas.example", "/a/b?c=d")));
        check("glas.example", "/primerovo", Ok(("glas.example/primerovo", "/")));
        check("glas.example", "/primerovo/", Ok(("glas.example/primerovo", "/")));
        check("glas.example", "/primerovo?a=b", Ok(("glas.example/primerovo", "/?a=b")));
        check("glas.example", "/primerovo2/a", Ok(("glas.example", "/primerovo2/a")));
        check("glas.example", "/primerovo/selo/a", Ok(("glas.example/primerovo/selo", "/a")));
        check("glas.example", "/primerovo/sel", Ok(("glas.example/primerovo", "/sel")));
        check("drugo.example", "/primerovo", Ok(("drugo.example", "/primerovo")));
        check("drugo.example:8443", "/glas/a", Ok(("drugo.example:8443/glas", "/a")));
        check("drugo.example:8443", "/a", Err(404));
        check("elsewhere.example", "/", Err(421));
        check("elsewhere.example", "/health", Ok(("glas.example", "/health")));
    }

    #[derive(Default)]
    struct Notes(Arc<Mutex<Vec<(String, u16)>>>);

    impl Watch for Notes {
        fn begin(&self, _: &axum::http::Method) -> watch::Answered {
            let notes = self.0.clone();
            Box::new(move |door, status| notes.lock().unwrap().push((door.to_owned(), status)))
        }
    }

    #[tokio::test]
    async fn whoever_counts_hears_of_doors_and_not_of_paths() {
        let notes = Arc::new(Mutex::new(Vec::new()));
        let mut router = tenants(vec![Site::sample().watched(Arc::new(Notes(notes.clone())))]);
        let mut ask = async |host: &str, path: &str| {
            let request = Request::get(path).header(header::HOST, host).body(Body::empty()).unwrap();
            Service::call(&mut router, request).await.unwrap();
        };
        ask("glas.example", "/health").await;
        ask("glas.example", "/nothing/secret-key").await;
        ask("glas.example", "/s/secret-key").await;
        ask("elsewhere.example", "/secret-key").await;
        let heard = notes.lock().unwrap().clone();
        assert_eq!(heard[0], ("/health".to_owned(), 200));
        assert_eq!(heard[1], ("nowhere".to_owned(), 404));
        assert_eq!(heard[3], ("nowhere".to_owned(), 421));
        assert!(heard.iter().all(|(door, _)| !door.contains("secret")), "{heard:?}");
    }
}
