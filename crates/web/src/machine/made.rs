//! Files that take a processor's while to make: each is made once, and only one at a time.

use crate::{Failure, Site};
use axum::body::Bytes;
use document::{Document, Format, Picture};
use sha2::{Digest, Sha256};
use std::{
    collections::VecDeque,
    fmt,
    sync::{Mutex, PoisonError},
};

/// What a file is made of.
#[derive(Debug)]
pub enum Work {
    Document(Box<Document>, Format),
    Picture(Box<Picture>),
}

/// The file of `work`, from the shelf if it lies there.
///
/// # Errors
/// [`Failure::NotFound`] where nobody makes such files, and faults of who does.
pub async fn once(site: &Site, work: Work) -> Result<Bytes, Failure> {
    let digest = work.digest();
    if let Some(bytes) = MADE.find(digest) {
        return Ok(bytes);
    }
    let press = site.press().await?;
    // Whoever had the press before may have made just this.
    if let Some(bytes) = MADE.find(digest) {
        return Ok(bytes);
    }
    let bytes = Bytes::from(match work {
        Work::Document(document, form) => press.typeset(*document, form).await?,
        Work::Picture(picture) => press.paint(*picture).await?,
    });
    MADE.keep(digest, bytes.clone());
    Ok(bytes)
}

/// How large the files of `document` are that lie on the shelf.
pub fn sizes(document: &Document) -> impl Fn(&Document, Format) -> Option<u64> {
    let digest = of_words(document);
    move |_, form| MADE.find(of_form(digest, form)).and_then(|bytes| u64::try_from(bytes.len()).ok())
}

impl Work {
    fn digest(&self) -> [u8; 32] {
        match self {
            Work::Document(document, form) => of_form(of_words(document), *form),
            Work::Picture(picture) => of_words(picture),
        }
    }
}

fn of_words(made_of: &impl fmt::Debug) -> [u8; 32] {
    Sha256::digest(format!("{made_of:?}")).into()
}

fn of_form(document: [u8; 32], form: Format) -> [u8; 32] {
    Sha256::new().chain_update(document).chain_update(form.ending()).finalize().into()
}

/// The last files by the digest of what they were made of, oldest first.
struct Made(Mutex<VecDeque<([u8; 32], Bytes)>>);

static MADE: Made = Made(Mutex::new(VecDeque::new()));

/// A dozen reports, or two hundred pictures.
const MOST_BYTES: usize = 12 * 1024 * 1024;

impl Made {
    fn find(&self, digest: [u8; 32]) -> Option<Bytes> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| *known == digest).map(|(_, bytes)| bytes.clone())
    }

    fn keep(&self, digest: [u8; 32], bytes: Bytes) {
        if bytes.len() > MOST_BYTES {
            return;
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((digest, bytes));
        while kept.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > MOST_BYTES {
            kept.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_files_make_room() {
        let made = Made(Mutex::default());
        let digest = |number: u8| [number; 32];
        for number in 0..5 {
            made.keep(digest(number), Bytes::from(vec![number; MOST_BYTES / 3]));
        }
        made.keep(digest(9), Bytes::from(vec![9; MOST_BYTES + 1]));
        let found: Vec<u8> = (0..=9).filter(|number| made.find(digest(*number)).is_some()).collect();
        assert_eq!(found, [2, 3, 4]);
    }
}
