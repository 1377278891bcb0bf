//! Every page in every sample state, for looking at: `cargo run -p web --example gallery`, then `/gallery`.

use axum::{
    Router,
    extract::Path,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use base::Language;
use web::{CONTENT_SECURITY_POLICY, Site, Specimen, specimens};

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let port = std::env::args().nth(1).unwrap_or_else(|| "8079".to_owned());
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await?;
    eprintln!("http://127.0.0.1:{port}/gallery");
    let gallery = Router::new()
        .route("/gallery", get(list))
        .route("/gallery/{name}", get(page))
        .fallback_service(web::router(Site::sample()));
    Ok(axum::serve(listener, gallery).await?)
}

async fn list() -> Html<String> {
    let link = |(name, _): (String, String)| format!("<li><a href=\"/gallery/{name}\">{name}</a>");
    Html(format!("<!doctype html><title>Gallery</title><ul>{}</ul>", all().into_iter().map(link).collect::<String>()))
}

async fn page(Path(name): Path<String>) -> Response {
    match all().into_iter().find(|(known, _)| *known == name) {
        Some((_, html)) => ([(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY)], Html(html)).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn all() -> Vec<(String, String)> {
    let of = |language: Language| {
        specimens(language)
            .unwrap_or_default()
            .into_iter()
            .map(move |Specimen { page, sample, html }| (format!("{page}.{sample}.{language}"), html))
    };
    Language::ALL.into_iter().flat_map(of).collect()
}
