//! A report as files to be taken away: the same at the desk and in public.

use crate::{Failure, public::publication::encoded_name};
use app::Words;
use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use document::{Document, Format, post};

/// One of them in a list.
#[derive(Debug)]
pub struct ReportFile {
    pub address: String,
    /// What it is for and of which kind: „За редактиране (DOCX)“.
    pub words: String,
    /// Where it has been made already, for it takes a while.
    pub size: Option<String>,
}

/// The files of `document`, whose page is at `page`.
pub fn all(
    words: &Words,
    page: &str,
    document: &Document,
    size: impl Fn(&Document, Format) -> Option<u64>,
) -> Vec<ReportFile> {
    let mut files: Vec<ReportFile> = Format::ALL
        .into_iter()
        .map(|form| ReportFile {
            address: format!("{page}.{}", form.ending()),
            words: words.say(match form {
                Format::Pdf => "report-file-pdf",
                Format::Docx => "report-file-docx",
                Format::Xlsx => "report-file-xlsx",
            }),
            size: size(document, form).map(|bytes| words.size(bytes)),
        })
        .collect();
    files.extend(post::LENGTHS.into_iter().map(|letters| ReportFile {
        address: format!("{page}-{letters}.txt"),
        words: words.tell("report-file-post", &[("letters", i64::try_from(letters).unwrap_or_default().into())]),
        size: None,
    }));
    files
}

/// A file with its kind and name; what a browser shows by itself is shown.
pub fn answer(bytes: impl Into<Body>, form: Format, slug: &str, document: &Document) -> Result<Response, Failure> {
    let verb = if form == Format::Pdf { "inline" } else { "attachment" };
    let name = encoded_name(&format!("{slug}-{}.{}", document.language, form.ending()));
    let disposition = HeaderValue::try_from(format!("{verb}; filename=\"{name}\"")).map_err(Failure::fault)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(form.media_type())),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, bytes.into()).into_response())
}

/// What to write elsewhere about the report, in one of [`post::LENGTHS`].
///
/// # Errors
/// [`Failure::NotFound`] for another length.
pub fn post(document: &Document, letters: &str) -> Result<Response, Failure> {
    let letters = post::LENGTHS.into_iter().find(|known| known.to_string() == letters).ok_or(Failure::NotFound)?;
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))];
    Ok((headers, post::of(document, letters) + "\n").into_response())
}
