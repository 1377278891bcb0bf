use crate::{
    Failure, Frame, Keep, Visit,
    public::{
        publication::encoded_name,
        report::{document, edition_date},
        results::{find_public, is_hidden, study_path},
    },
    visit::unlisted_if,
};
use axum::{
    body::Bytes,
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

/// The report typeset for print.
pub async fn report(visit: Visit, Path((project, study)): Path<(String, String)>) -> Result<Response, Failure> {
    let study = find_public(&visit, &project, &study).await?;
    let path = format!("{}/report", study_path(&study));
    let frame = Frame::new(visit.words, &visit.site.settings, &path, "");
    let document = document(&frame, &study, edition_date(&study, visit.today));
    let digest: [u8; 32] = Sha256::digest(format!("{document:?}")).into();
    let bytes = match PRINTED.find(digest) {
        Some(bytes) => bytes,
        None => {
            let press = visit.site.press().await?;
            // Whoever had the press before may have printed just this.
            match PRINTED.find(digest) {
                Some(bytes) => bytes,
                None => PRINTED.keep(digest, Bytes::from(press.typeset(document).await?)),
            }
        }
    };
    let name = encoded_name(&format!("{}-{}.pdf", study.study.slug, visit.language()));
    let disposition = format!("inline; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).unwrap_or(HeaderValue::from_static("inline"))),
    ];
    Ok(unlisted_if(is_hidden(&study), Keep::OneSecond.on((headers, bytes).into_response())))
}

/// The last printed documents by the digest of their content: the same document is never typeset twice in a row.
struct Printed(Mutex<VecDeque<([u8; 32], Bytes)>>);

static PRINTED: Printed = Printed(Mutex::new(VecDeque::new()));

const MOST: usize = 8;

impl Printed {
    fn find(&self, digest: [u8; 32]) -> Option<Bytes> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| *known == digest).map(|(_, bytes)| bytes.clone())
    }

    fn keep(&self, digest: [u8; 32], bytes: Bytes) -> Bytes {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.pop_front();
        }
        kept.push_back((digest, bytes.clone()));
        bytes
    }
}
