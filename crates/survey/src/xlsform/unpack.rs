use super::Problem;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest workbook taken, in bytes.
pub const LARGEST_FILE: usize = 10 << 20;
/// The most that its parts may come to when unpacked, in bytes.
pub const LARGEST_UNPACKED: usize = 32 << 20;
/// How every package begins.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";
const MOST_PARTS: usize = 1000;

/// The parts of a workbook that are XML, by their paths in small letters.
pub(super) struct Parts(BTreeMap<String, String>);

impl Parts {
    pub(super) fn get(&self, path: &str) -> Option<&str> {
        self.0.get(&path.trim_start_matches('/').to_lowercase()).map(String::as_str)
    }
}

/// Unpacks within bounds: what is said about sizes in the file is not believed, only what comes out is counted.
pub(super) fn unpack(bytes: &[u8]) -> Result<Parts, Problem> {
    if !bytes.starts_with(ZIP) {
        return Err(Problem::NotAWorkbook);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Problem::TooManyParts { max: MOST_PARTS });
    }
    let mut parts = BTreeMap::new();
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Problem::Damaged)?;
        if part.encrypted() {
            return Err(Problem::Encrypted);
        }
        let Ok(name) = part.name().map(|name| name.replace('\\', "/").to_lowercase()) else {
            return Err(Problem::Damaged);
        };
        if !is_needed(&name) {
            continue;
        }
        let mut content = Vec::new();
        let bound = u64::try_from(left).unwrap_or(0) + 1;
        part.take(bound).read_to_end(&mut content).map_err(|_| Problem::Damaged)?;
        left = left.checked_sub(content.len()).ok_or(Problem::Bomb { max: LARGEST_UNPACKED })?;
        let text = text(content)?;
        if declares_entities(&text) {
            return Err(Problem::Entities);
        }
        parts.insert(name, text);
    }
    Ok(Parts(parts))
}

/// Pictures, fonts, macros and the like are never unpacked.
fn is_needed(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

/// Every program writes these parts in UTF-8, some with a byte-order mark.
fn text(content: Vec<u8>) -> Result<String, Problem> {
    let text = String::from_utf8(content).map_err(|_| Problem::Damaged)?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

fn declares_entities(text: &str) -> bool {
    text.match_indices("<!").any(|(place, _)| {
        let word = text.as_bytes().get(place + 2..place + 9).unwrap_or_default();
        word.eq_ignore_ascii_case(b"DOCTYPE") || word.get(..6).is_some_and(|word| word.eq_ignore_ascii_case(b"ENTITY"))
    })
}
