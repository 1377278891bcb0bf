use crate::{
    Failure, Visit,
    doors::Anybody,
    public::{
        publication::encoded_name,
        written::{FoundVersion, Wanted, found, number},
    },
    visit::unlisted_if,
};
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use outreach::{Attachment, Nature};

/// A file of a published version of a report: the bytes that were made on its day.
pub async fn file(
    _: Anybody,
    visit: Visit,
    Path((project, study, report, version, name)): Path<(String, String, String, String, String)>,
) -> Result<Response, Failure> {
    let wanted = Wanted::Version(number(&report)?, number(&version)?);
    let found = found(&visit, &project, &study, wanted).await?.ok_or(Failure::NotFound)?;
    let file = found.files.iter().find(|file| file.name == name).ok_or(Failure::NotFound)?;
    given(&visit, &found, file).await
}

/// The bytes of a file with its kind and name; what a browser shows by itself is shown.
///
/// # Errors
/// [`Failure::NotFound`] where the file is gone, and faults of the store.
pub async fn given(visit: &Visit, found: &FoundVersion, file: &Attachment) -> Result<Response, Failure> {
    let tag = HeaderValue::try_from(format!("\"{}\"", file.file)).map_err(Failure::fault)?;
    let is_shown = file.media_type == "application/pdf" || file.media_type.starts_with("text/plain");
    let verb = if is_shown { "inline" } else { "attachment" };
    let disposition = format!("{verb}; filename*=UTF-8''{}", encoded_name(&file.name));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::try_from(file.media_type.as_str()).map_err(Failure::fault)?),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(Failure::fault)?),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::ETAG, tag.clone()),
    ];
    let is_hidden = found.project.nature == Nature::Demonstration;
    if visit.known_tag.as_ref() == Some(&tag) {
        return Ok(unlisted_if(is_hidden, (StatusCode::NOT_MODIFIED, headers).into_response()));
    }
    let instance = visit.site.instance()?;
    let bytes = instance.store.file_bytes(instance.tenant, file.file).await?.ok_or(Failure::NotFound)?;
    Ok(unlisted_if(is_hidden, (headers, bytes).into_response()))
}
