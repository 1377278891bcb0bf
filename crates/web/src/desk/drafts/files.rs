use super::{super::ImportQuestionnaires, held};
use crate::{Failure, Visit};
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use survey::xlsform::export;

/// The draft as a workbook, whatever is still missing in it.
pub async fn workbook(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?.as_asked();
    let written = tokio::task::spawn_blocking(move || export::workbook(&held.questionnaire)).await;
    let bytes = written.map_err(Failure::fault)?;
    let bytes = bytes.map_err(|_| Failure::fault(anyhow::anyhow!("words longer than a cell")))?;
    Ok(file(super::super::understood::WORKBOOK, "questionnaire.xlsx", bytes))
}

/// The same as tables of Markdown.
pub async fn markdown(
    ImportQuestionnaires(actor): ImportQuestionnaires,
    visit: Visit,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let held = held(&visit, actor, &draft).await?.as_asked();
    let text = export::markdown(&held.questionnaire);
    Ok(file("text/markdown; charset=utf-8", "questionnaire.md", text.into_bytes()))
}

fn file(media_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let saved_as = format!("attachment; filename*=UTF-8''{name}");
    ([(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, saved_as)], bytes).into_response()
}
