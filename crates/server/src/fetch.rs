//! Asks servers of others: over HTTPS, in bounded time, for bounded answers, and without being led on elsewhere.

use app::account::{OpenidFetch, OpenidUnreached, http};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::{client::legacy::Client, rt::TokioExecutor};
use std::{sync::Arc, time::Duration};

/// How long an answer may take and how large it may be, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    pub time: Duration,
    pub size: usize,
}

impl Default for Bounds {
    fn default() -> Bounds {
        Bounds { time: Duration::from_secs(10), size: 256 * 1024 }
    }
}

pub fn fetcher(bounds: Bounds) -> Arc<OpenidFetch> {
    let connector = HttpsConnectorBuilder::new().with_webpki_roots().https_or_http().enable_http1().build();
    let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build(connector);
    Arc::new(move |request: http::Request<Vec<u8>>| {
        // The thread may wait; the runtime that it belongs to does the work.
        tokio::runtime::Handle::current().block_on(async {
            if !is_safe(request.uri()) {
                return Err(OpenidUnreached(format!("{} is not https", request.uri())));
            }
            let asked = client.request(request.map(|body| Full::new(Bytes::from(body))));
            let answered = async {
                let (parts, body) = asked.await.map_err(said)?.into_parts();
                let body = Limited::new(body, bounds.size).collect().await.map_err(said)?;
                Ok(http::Response::from_parts(parts, body.to_bytes().to_vec()))
            };
            match tokio::time::timeout(bounds.time, answered).await {
                Ok(answer) => answer,
                Err(_) => Err(OpenidUnreached("it took too long".to_owned())),
            }
        })
    })
}

/// Encrypted, or on this machine.
fn is_safe(address: &http::Uri) -> bool {
    let host = address.host().unwrap_or_default();
    let is_here = host == "localhost"
        || host == "[::1]"
        || host.starts_with("127.") && host.parse::<std::net::Ipv4Addr>().is_ok();
    match address.scheme_str() {
        Some("https") => true,
        Some("http") => is_here,
        Some(_) | None => false,
    }
}

fn said(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> OpenidUnreached {
    OpenidUnreached(format!("{:#}", anyhow::Error::from_boxed(error.into())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{Read, Write},
        net::TcpListener,
    };

    /// A server that takes one request and answers with these bytes, or with nothing.
    fn server(answer: Option<Vec<u8>>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked);
            if let Some(answer) = answer {
                let _ = stream.write_all(&answer);
            } else {
                // Until the other side hangs up.
                let _ = stream.read(&mut asked);
            }
        });
        address
    }

    fn get(address: &str, bounds: Bounds) -> Result<http::Response<Vec<u8>>, OpenidUnreached> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let request = http::Request::get(address).body(Vec::new()).unwrap();
        let fetch = fetcher(bounds);
        let asked = runtime.spawn_blocking(move || fetch(request));
        runtime.block_on(asked).unwrap()
    }

    #[test]
    fn an_answer_comes_back_as_it_is_and_leads_nowhere_else() {
        let short = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}".to_vec();
        let answer = get(&server(Some(short)), Bounds::default()).unwrap();
        assert_eq!((answer.status().as_u16(), answer.body().as_slice()), (200, b"{}".as_slice()));
        let led = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n".to_vec();
        assert_eq!(get(&server(Some(led)), Bounds::default()).unwrap().status().as_u16(), 302);
    }

    #[test]
    fn what_is_too_much_or_too_slow_is_given_up() {
        let mut large = b"HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n".to_vec();
        large.resize(large.len() + 5000, b'x');
        let bounds = Bounds { size: 4096, ..Bounds::default() };
        assert!(get(&server(Some(large)), bounds).is_err());
        let bounds = Bounds { time: Duration::from_millis(100), ..Bounds::default() };
        let slow = get(&server(None), bounds).map_err(|error| error.0);
        assert_eq!(slow.unwrap_err(), "it took too long");
    }

    #[test]
    fn only_this_machine_is_asked_without_encryption() {
        let check =
            |address: &str, expected: bool| assert_eq!(is_safe(&address.parse().unwrap()), expected, "{address}");
        check("https://login.example.bg/keys", true);
        check("http://127.0.0.1:8080/keys", true);
        check("http://localhost/keys", true);
        check("http://[::1]:1/keys", true);
        check("http://login.example.bg/keys", false);
        check("http://127.0.0.1.example.bg/keys", false);
        check("http://169.254.169.254/", false);
        check("/keys", false);
    }
}
