use crate::{
    Failure, Fields, Site,
    desk::upload::{Bounds, Upload, UploadedFile},
};
use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::header,
};
use base::Explain;
use std::sync::Arc;
use survey::FileShape;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The form of somebody who answers: with files where the page asks for some, and as short as any other where it does not.
#[derive(Debug)]
pub struct SentForm {
    pub fields: Fields,
    pub files: Vec<UploadedFile>,
    /// Held until the files are dealt with.
    _memory: Option<OwnedSemaphorePermit>,
}

/// Two hundred long open answers in Cyrillic fit, in bytes.
pub const LARGEST_FORM: usize = 3 * 1024 * 1024;
/// As many pictures as one question takes, as telephones make them, and the words beside them; in bytes.
pub const LARGEST_WITH_FILES: usize = 53 * 1024 * 1024;
/// As many as a page of a long questionnaire has.
const MOST_PARTS: usize = 2_000;

/// Bytes that all such forms together may hold in memory; a form takes its part as its files come in, so that a slow line
/// holds no more than it has sent.
const MEMORY: usize = 256 * 1024 * 1024;
/// Bytes that are taken at once.
const STEP: usize = 64 * 1024;

pub fn memory() -> Semaphore {
    Semaphore::new(MEMORY / STEP)
}

/// So many people send files at this moment that there is no room for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Crowded;

impl Explain for Crowded {
    fn code(&self) -> &'static str {
        "uploads-crowded"
    }
}

impl FromRequest<Site> for SentForm {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<SentForm, Failure> {
        if is_multipart(&request) {
            let mut share = Share { of: site.uploads.clone(), held: None, left: 0 };
            let bounds = Bounds { parts: MOST_PARTS, file: FileShape::LARGEST_PICTURE };
            let Upload { fields, files } = Upload::read(request, site, bounds, |bytes| share.take(bytes)).await?;
            return Ok(SentForm { fields, files, _memory: share.held });
        }
        let (parts, body) = request.into_parts();
        let bytes = to_bytes(body, LARGEST_FORM).await.map_err(|_| Failure::TooLarge)?;
        let fields = Fields::from_request(Request::from_parts(parts, Body::from(bytes)), site).await?;
        Ok(SentForm { fields, files: Vec::new(), _memory: None })
    }
}

/// What one form holds of the memory.
struct Share {
    of: Arc<Semaphore>,
    held: Option<OwnedSemaphorePermit>,
    /// Bytes of it that are free still.
    left: usize,
}

impl Share {
    fn take(&mut self, bytes: usize) -> Result<(), Failure> {
        if bytes > self.left {
            let steps = (bytes - self.left).div_ceil(STEP);
            let crowded = || Failure::Unavailable(Arc::new(Crowded));
            let more = u32::try_from(steps).ok().and_then(|steps| self.of.clone().try_acquire_many_owned(steps).ok());
            let more = more.ok_or_else(crowded)?;
            match &mut self.held {
                Some(held) => held.merge(more),
                None => self.held = Some(more),
            }
            self.left += steps * STEP;
        }
        self.left -= bytes;
        Ok(())
    }
}

fn is_multipart(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}

#[cfg(test)]
mod tests {
    use super::{Arc, MEMORY, Semaphore, Share, memory};

    #[test]
    fn forms_hold_what_they_sent_and_no_more_together_than_there_is() {
        let all: Arc<Semaphore> = Arc::new(memory());
        let share = || Share { of: all.clone(), held: None, left: 0 };
        let (mut one, mut other) = (share(), share());
        for _ in 0..100 {
            one.take(1_000).unwrap();
        }
        assert_eq!(all.available_permits(), MEMORY / super::STEP - 2, "a hundred thousand bytes are two steps");
        other.take(MEMORY - 3 * super::STEP).unwrap();
        assert!(one.take(100_000).is_err_and(|failure| failure.status() == 503), "nobody waits for what others hold");
        drop(other);
        one.take(100_000).unwrap();
    }
}
