use super::made::{self, Work};
use crate::{
    Failure, Frame, Keep, Visit,
    doors::Anybody,
    public::{
        publication::encoded_name,
        report::{document, edition_date},
        results::{find_public, is_hidden, study_path},
    },
    visit::unlisted_if,
};
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// The report typeset for print.
pub async fn report(
    _: Anybody,
    visit: Visit,
    Path((project, study)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let study = find_public(&visit, &project, &study).await?;
    let path = format!("{}/report", study_path(&study));
    let frame = Frame::new(visit.words, &visit.site.settings, &path, "");
    let document = document(&frame, &study, edition_date(&study, visit.today));
    let bytes = made::once(&visit.site, Work::Document(Box::new(document))).await?;
    let name = encoded_name(&format!("{}-{}.pdf", study.study.slug, visit.language()));
    let disposition = format!("inline; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).unwrap_or(HeaderValue::from_static("inline"))),
    ];
    Ok(unlisted_if(is_hidden(&study), Keep::OneSecond.on((headers, bytes).into_response())))
}
