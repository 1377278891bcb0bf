//! The ceiling of the benchmark: a bare axum server that sends the bytes of one file to whoever asks.
//!
//! `bare FILE PORT [MEDIA-TYPE [CONTENT-ENCODING]]`

use anyhow::Context;
use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, HeaderValue, header},
};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let usage = "bare FILE PORT [MEDIA-TYPE [CONTENT-ENCODING]]";
    let bytes = Bytes::from(std::fs::read(arguments.first().context(usage)?)?);
    let port: u16 = arguments.get(1).context(usage)?.parse().context(usage)?;
    let mut headers = HeaderMap::new();
    let media_type = arguments.get(2).map_or("text/html; charset=utf-8", String::as_str);
    headers.insert(header::CONTENT_TYPE, HeaderValue::try_from(media_type)?);
    if let Some(encoding) = arguments.get(3) {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::try_from(encoding)?);
    }
    let answer = move || async move { (headers, bytes) };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    Ok(axum::serve(listener, Router::new().fallback(answer)).await?)
}
