//! The listener for whoever reads the figures: one door, `/metrics`.

use super::Metrics;
use crate::{
    clock::Clock,
    exit::Exit,
    running::{busy, unreadable},
    scheduler::fault,
    settings::MetricsSettings,
};
use app::Words;
use http_body_util::Full;
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header,
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{convert::Infallible, sync::Arc, time::Duration};
use store::Store;
use tokio::{net::TcpListener, sync::watch};

/// Somebody who does not say what they want is not waited for.
const PATIENCE: Duration = Duration::from_secs(10);
const SHORTEST_TOKEN: usize = 16;

pub struct Listener {
    listener: TcpListener,
    token: Option<Arc<str>>,
}

impl Listener {
    /// # Errors
    /// A port that is taken, a token that cannot be read or is guessed too easily.
    pub async fn open(settings: &MetricsSettings, words: &Words) -> Result<Listener, Exit> {
        let token = match &settings.token {
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error, words))?;
                let token = text.trim();
                if token.len() < SHORTEST_TOKEN {
                    let values = [("path", path.display().to_string().into())];
                    return Err(Exit::Usage(words.tell("metrics-token-short", &values)));
                }
                Some(token.into())
            }
            None => None,
        };
        let listener = TcpListener::bind(settings.listen).await.map_err(|error| busy(words, settings.listen, error))?;
        Ok(Listener { listener, token })
    }

    pub fn address(&self) -> anyhow::Result<std::net::SocketAddr> {
        Ok(self.listener.local_addr()?)
    }
}

/// Answers until the program is told to stop.
pub async fn serve(
    listener: Listener,
    metrics: Metrics,
    store: Store,
    clock: Clock,
    mut stopped: watch::Receiver<bool>,
) {
    let Listener { listener, token } = listener;
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopped.wait_for(|stopped| *stopped) => return,
        };
        let Ok((connection, _)) = accepted else {
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let (metrics, store, clock, token) = (metrics.clone(), store.clone(), clock.clone(), token.clone());
        let answer = service_fn(move |request: Request<Incoming>| {
            let (metrics, store, clock, token) = (metrics.clone(), store.clone(), clock.clone(), token.clone());
            async move { Ok::<_, Infallible>(answer(&request, &metrics, &store, &clock, token.as_deref()).await) }
        });
        tokio::spawn(async move {
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).keep_alive(false);
            if let Err(error) = http.serve_connection(TokioIo::new(connection), answer).await {
                tracing::debug!(%error, "a reader of figures went away");
            }
        });
    }
}

async fn answer(
    request: &Request<Incoming>,
    metrics: &Metrics,
    store: &Store,
    clock: &Clock,
    token: Option<&str>,
) -> Response<Full<Bytes>> {
    if let Some(token) = token {
        let given = request.headers().get(header::AUTHORIZATION).and_then(|given| given.to_str().ok());
        if !given.and_then(|given| given.strip_prefix("Bearer ")).is_some_and(|given| same(given, token)) {
            return plain(StatusCode::UNAUTHORIZED, "unauthorized\n".to_owned());
        }
    }
    if request.uri().path() != "/metrics" {
        return plain(StatusCode::NOT_FOUND, "not found\n".to_owned());
    }
    if request.method() != Method::GET {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "method not allowed\n".to_owned());
    }
    match gathered(metrics, store, clock).await {
        Ok(text) => {
            let mut response = plain(StatusCode::OK, text);
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
            response
        }
        Err(fault) => {
            tracing::error!(fault = format!("{fault:#}"), "the figures could not be gathered");
            plain(StatusCode::SERVICE_UNAVAILABLE, "unavailable\n".to_owned())
        }
    }
}

async fn gathered(metrics: &Metrics, store: &Store, clock: &Clock) -> anyhow::Result<String> {
    let now = clock.now();
    let tally = store.read(move |tx| tx.tally(now).map_err(app::Failure::from)).await.map_err(fault)?;
    Ok(metrics.text(&tally, store.pace())?)
}

/// In the same time wherever they differ.
fn same(given: &str, token: &str) -> bool {
    let differs = given.bytes().zip(token.bytes()).fold(0, |differs, (one, other)| differs | (one ^ other));
    given.len() == token.len() && differs == 0
}

fn plain(status: StatusCode, text: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(text)));
    *response.status_mut() = status;
    let kind = header::HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    response
}
