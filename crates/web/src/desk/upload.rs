use crate::{Failure, Fields, Site};
pub use app::attachments::plain_name;
use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
};

/// A form with files.
#[derive(Debug, Default)]
pub struct Upload {
    pub fields: Fields,
    pub files: Vec<UploadedFile>,
}

#[derive(Debug)]
pub struct UploadedFile {
    pub field: String,
    /// As the browser says, cut down to what a name needs; it is shown and saved, never trusted.
    pub name: String,
    pub bytes: Vec<u8>,
}

const MOST_PARTS: usize = 50;
const LONGEST_FIELD: usize = 300_000;

impl Upload {
    /// The file under `field`, unless the form was sent without choosing one.
    pub fn file(&self, field: &str) -> Option<&UploadedFile> {
        self.files.iter().find(|file| file.field == field && !(file.name.is_empty() && file.bytes.is_empty()))
    }
}

impl FromRequest<Site> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Upload, Failure> {
        Upload::read(request, site, Bounds { parts: MOST_PARTS, file: usize::MAX }, |_| Ok(())).await
    }
}

/// What is kept of a form.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// So many fields and files; more are refused.
    pub parts: usize,
    /// So many bytes of each file. What comes behind them is let in and forgotten, so that the page can say which file is
    /// too large; such a file is longer than this by a little.
    pub file: usize,
}

impl Upload {
    /// A form within bounds. `take` is asked before so many more bytes are kept.
    ///
    /// # Errors
    /// [`Failure::Unreadable`], [`Failure::TooLarge`]; what `take` says.
    pub async fn read(
        request: Request,
        site: &Site,
        bounds: Bounds,
        mut take: impl FnMut(usize) -> Result<(), Failure>,
    ) -> Result<Upload, Failure> {
        let mut parts = Multipart::from_request(request, site).await.map_err(|_| Failure::Unreadable)?;
        let mut upload = Upload::default();
        while let Some(mut part) = parts.next_field().await.map_err(failure)? {
            if upload.fields.0.len() + upload.files.len() >= bounds.parts {
                return Err(Failure::Unreadable);
            }
            let field = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(plain_name) {
                Some(name) => {
                    let mut bytes = Vec::new();
                    while let Some(chunk) = part.chunk().await.map_err(failure)? {
                        if bytes.len() <= bounds.file {
                            take(chunk.len())?;
                            bytes.extend_from_slice(&chunk);
                        }
                    }
                    upload.files.push(UploadedFile { field, name, bytes });
                }
                None => {
                    let text = part.text().await.map_err(failure)?;
                    if text.len() > LONGEST_FIELD || text.contains('\0') {
                        return Err(Failure::Unreadable);
                    }
                    take(text.len())?;
                    upload.fields.0.push((field, text));
                }
            }
        }
        Ok(upload)
    }
}

fn failure(error: MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE || is_about_length(&error) {
        Failure::TooLarge
    } else {
        Failure::Unreadable
    }
}

/// The layer that limits every request ends the body with an error of its own, far inside this one.
fn is_about_length(error: &(dyn std::error::Error + 'static)) -> bool {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.take(10).any(|error| error.to_string() == "length limit exceeded")
}

/// A value for the part of an address after `?`.
pub fn in_address(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}
