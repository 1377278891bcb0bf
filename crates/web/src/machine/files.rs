use crate::{Failure, Visit, doors::Anybody, public::publication::encoded_name, visit::unlisted_if};
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::FileDigest;

/// A file that some public version of a publication has. It is always a download: what others uploaded never runs or
/// draws here. Its name is that of its content, so a browser may keep it.
pub async fn file(_: Anybody, visit: Visit, Path((digest, _)): Path<(String, String)>) -> Result<Response, Failure> {
    let digest: FileDigest = digest.parse().map_err(|_| Failure::NotFound)?;
    let instance = visit.site.instance()?;
    let attachment = visit.site.read(move |tx, instance| Ok(tx.public_attachment(instance.tenant, digest)?)).await?;
    let attachment = attachment.ok_or(Failure::NotFound)?;
    let tag = HeaderValue::try_from(format!("\"{digest}\"")).map_err(Failure::fault)?;
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded_name(&attachment.name));
    let headers = [
        (header::CONTENT_TYPE, media_type(&attachment.media_type)),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(Failure::fault)?),
        // An unpublished file is gone for everybody who asks again.
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::ETAG, tag.clone()),
    ];
    if visit.known_tag.as_ref() == Some(&tag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let bytes = instance.store.file_bytes(instance.tenant, digest).await?.ok_or(Failure::NotFound)?;
    // A file does not say whose it is; where the invented municipality lives, none is for search engines.
    Ok(unlisted_if(visit.site.settings.demonstration_day.is_some(), (headers, bytes).into_response()))
}

/// What a browser would draw or run goes out as plain bytes.
fn media_type(found: &str) -> HeaderValue {
    let active =
        ["html", "xml", "svg", "script"].iter().any(|kind| found.contains(kind)) && !found.contains("officedocument");
    let bytes = HeaderValue::from_static("application/octet-stream");
    if active { bytes } else { HeaderValue::try_from(found).unwrap_or(bytes) }
}
