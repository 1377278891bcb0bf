//! What programs read: data twins of pages, figures and postcards as files, feeds, the map of the site.

mod description;
mod postcards;
mod feed;
mod figures;
mod files;
mod journal;
pub mod linked;
pub mod made;
mod open_data;
mod print;
pub mod project;
pub mod publication;
mod sitemap;
pub mod study;
mod written;
mod xml;

pub use document::csv::line as csv_line;

use crate::{Keep, doors::Table, visit::unlisted_if};
use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

pub fn table() -> Table {
    Table::default()
        .get("/projects/{project}/feed.atom", feed::project)
        .get("/feed.atom", feed::site)
        .get("/projects/{project}/studies/{study}/figures/{file}", figures::figure)
        .get("/projects/{project}/studies/{study}/reports/{report}/versions/{number}/{file}", written::file)
        .get("/projects/{project}/studies/{study}/report.pdf", print::pdf)
        .get("/projects/{project}/studies/{study}/report.docx", print::docx)
        .get("/projects/{project}/studies/{study}/report.xlsx", print::xlsx)
        .get("/projects/{project}/studies/{study}/report-500.txt", print::short_post)
        .get("/projects/{project}/studies/{study}/report-2000.txt", print::long_post)
        .get("/projects/{project}/studies/{study}/data/{number}/{file}", open_data::file)
        .get("/projects/{project}/postcard.png", postcards::project)
        .get("/projects/{project}/studies/{study}/postcard.png", postcards::study)
        .get("/projects/{project}/studies/{study}/report/postcard.png", postcards::report)
        .get("/projects/{project}/publications/{publication}/postcard.png", postcards::publication)
        .get("/files/{digest}/{name}", files::file)
        .get("/journal.json", journal::entries)
        .get("/journal/heads.json", journal::heads)
        .get("/sitemap.xml", sitemap::sitemap)
        .get("/robots.txt", sitemap::robots)
        .get("/openapi.json", description::description)
}

/// Public data: any site may read it, anybody sees it alike.
fn open_data(media_type: &'static str, body: impl IntoResponse, is_hidden: bool) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    ];
    unlisted_if(is_hidden, Keep::OneSecond.on((headers, body).into_response()))
}

fn json<T: Serialize>(told: &T, is_hidden: bool) -> Response {
    let mut text = serde_json::to_string_pretty(told).unwrap_or_else(|_| "null".to_owned());
    text.push('\n');
    open_data("application/json", text, is_hidden)
}

/// Words in both languages, as data.
#[derive(Serialize, ToSchema)]
struct Words<'a> {
    bg: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<&'a str>,
}

impl<'a> From<&'a base::Text> for Words<'a> {
    fn from(text: &'a base::Text) -> Words<'a> {
        Words { bg: &text.bulgarian, en: text.english.as_deref() }
    }
}
