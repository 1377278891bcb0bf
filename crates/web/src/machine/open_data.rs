use crate::{
    Failure, Visit,
    doors::Anybody,
    public::{open_data::find, publication::encoded_name},
    visit::unlisted_if,
};
use axum::{
    extract::Path,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use outreach::Nature;

/// A file of a version of the open data that was not taken back. What is in it never changes.
pub async fn file(
    _: Anybody,
    visit: Visit,
    Path((project, study, version, name)): Path<(String, String, String, String)>,
) -> Result<Response, Failure> {
    let version: u32 = version.parse().map_err(|_| Failure::NotFound)?;
    let found = find(&visit, &project, &study).await?;
    let (_, files) = found.versions.iter().find(|(one, _)| one.version == version).ok_or(Failure::NotFound)?;
    let file = files.iter().find(|file| file.name == name).ok_or(Failure::NotFound)?;
    let tag = HeaderValue::try_from(format!("\"{}\"", file.file)).map_err(Failure::fault)?;
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded_name(&file.name));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::try_from(file.media_type.as_str()).map_err(Failure::fault)?),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(Failure::fault)?),
        // A version that is taken back is gone for everybody who asks again.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::ETAG, tag.clone()),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    ];
    if visit.known_tag.as_ref() == Some(&tag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let instance = visit.site.instance()?;
    let bytes = instance.store.file_bytes(instance.tenant, file.file).await?.ok_or(Failure::NotFound)?;
    let is_hidden = found.project.nature == Nature::Demonstration;
    Ok(unlisted_if(is_hidden, (headers, bytes).into_response()))
}
