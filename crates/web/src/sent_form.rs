use crate::{
    Failure, Fields, Site,
    desk::upload::{Upload, UploadedFile},
};
use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::header,
};
use tokio::sync::OwnedSemaphorePermit;

/// The form of somebody who answers: with files where the page asks for some, and as short as any other where it does not.
#[derive(Debug)]
pub struct SentForm {
    pub fields: Fields,
    pub files: Vec<UploadedFile>,
    /// Held until the files are dealt with: so many forms with files are in memory at a time.
    _place: Option<OwnedSemaphorePermit>,
}

/// Two hundred long open answers in Cyrillic fit, in bytes.
pub const LARGEST_FORM: usize = 3 * 1024 * 1024;
/// A picture as telephones make it and a document beside it, in bytes.
pub const LARGEST_WITH_FILES: usize = 16 * 1024 * 1024;
/// As many as a page of a long questionnaire has.
const MOST_PARTS: usize = 2_000;

impl FromRequest<Site> for SentForm {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<SentForm, Failure> {
        if is_multipart(&request) {
            let place = site.uploads.clone().acquire_owned().await.map_err(Failure::fault)?;
            let Upload { fields, files } = Upload::read(request, site, MOST_PARTS).await?;
            return Ok(SentForm { fields, files, _place: Some(place) });
        }
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, LARGEST_FORM).await.map_err(|_| Failure::TooLarge)?;
        let fields = Fields::from_request(Request::from_parts(parts, Body::from(bytes)), site).await?;
        Ok(SentForm { fields, files: Vec::new(), _place: None })
    }
}

fn is_multipart(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}
