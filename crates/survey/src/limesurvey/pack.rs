use super::Problem;
use crate::xlsform::{LARGEST_FILE, LARGEST_UNPACKED};
use std::io::{Cursor, Read};
use zip::ZipArchive;

const MOST_PARTS: usize = 100;

pub(super) struct Parts {
    pub(super) survey: String,
    pub(super) responses: Option<String>,
}

/// A survey as it is, or packed with its answers; only what is needed is unpacked, and what comes out is counted.
pub(super) fn open(bytes: &[u8]) -> Result<Parts, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if bytes.len() > LARGEST_FILE {
        return Err(Problem::TooLarge { is: bytes.len(), max: LARGEST_FILE });
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        let text = text(bytes.to_vec())?;
        let is_xml = text.trim_start().starts_with('<');
        return if is_xml { Ok(Parts { survey: text, responses: None }) } else { Err(Problem::NotAnExport) };
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Problem::Bomb { max: LARGEST_UNPACKED });
    }
    let (mut survey, mut responses) = (None, None);
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Problem::Damaged)?;
        let Ok(name) = part.name().map(|name| name.to_lowercase()) else { return Err(Problem::Damaged) };
        let wanted = if name.ends_with(".lss") {
            &mut survey
        } else if name.ends_with(".lsr") {
            &mut responses
        } else {
            continue;
        };
        let mut content = Vec::new();
        let bound = u64::try_from(left).unwrap_or(0) + 1;
        part.take(bound).read_to_end(&mut content).map_err(|_| Problem::Damaged)?;
        left = left.checked_sub(content.len()).ok_or(Problem::Bomb { max: LARGEST_UNPACKED })?;
        *wanted = Some(text(content)?);
    }
    Ok(Parts { survey: survey.ok_or(Problem::NotAnExport)?, responses })
}

/// Whether this is a document of LimeSurvey or an archive with one in it, whatever the rest of it is like.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"PK\x03\x04") {
        let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
        return archive.len() <= MOST_PARTS
            && archive.file_names().any(|name| name.is_ok_and(|name| name.to_lowercase().ends_with(".lss")));
    }
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2000)).unwrap_or_default());
    head.trim_start_matches('\u{feff}').trim_start().starts_with('<') && head.contains("LimeSurveyDocType")
}

fn text(content: Vec<u8>) -> Result<String, Problem> {
    let text = String::from_utf8(content).map_err(|_| Problem::NotAnExport)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
