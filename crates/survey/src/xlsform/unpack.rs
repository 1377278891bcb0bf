use super::Problem;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The largest workbook taken, in bytes.
pub const LARGEST_FILE: usize = 10 << 20;
/// The most that its parts may come to when unpacked, in bytes.
pub const LARGEST_UNPACKED: usize = 32 << 20;
const MOST_PARTS: usize = 1000;

/// Unpacks the parts that a reader of cells needs, within bounds, and packs them again without compression: whatever the
/// next reader does with the result, it can grow no further.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    recognise(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Problem::TooManyParts { max: MOST_PARTS });
    }
    let mut plain = ZipWriter::new(Cursor::new(Vec::new()));
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| Problem::Damaged)?;
        if part.encrypted() {
            return Err(Problem::Encrypted);
        }
        let Ok(name) = part.name().map(std::borrow::Cow::into_owned) else { return Err(Problem::Damaged) };
        if !is_needed(&name) {
            continue;
        }
        let mut content = Vec::new();
        let bound = u64::try_from(left).unwrap_or(0) + 1;
        part.take(bound).read_to_end(&mut content).map_err(|_| Problem::Damaged)?;
        left = left.checked_sub(content.len()).ok_or(Problem::Bomb { max: LARGEST_UNPACKED })?;
        if declares_entities(&content) {
            return Err(Problem::Entities);
        }
        let options = SimpleFileOptions::DEFAULT.compression_method(CompressionMethod::Stored);
        plain.start_file(name, options).map_err(|_| Problem::Damaged)?;
        plain.write_all(&content).map_err(|_| Problem::Damaged)?;
    }
    plain.finish().map(Cursor::into_inner).map_err(|_| Problem::Damaged)
}

fn recognise(bytes: &[u8]) -> Result<(), Problem> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if bytes.len() > LARGEST_FILE {
        return Err(Problem::TooLarge { is: bytes.len(), max: LARGEST_FILE });
    }
    if bytes.starts_with(COMPOUND) {
        // A workbook with a password is an encrypted package inside the container of the old format.
        let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(package.len()).any(|window| window == package);
        return Err(if is_encrypted { Problem::Encrypted } else { Problem::OldWorkbook });
    }
    if bytes.starts_with(ZIP) { Ok(()) } else { Err(Problem::NotAWorkbook) }
}

/// Pictures, fonts, macros and the like are never unpacked.
fn is_needed(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    small.ends_with(".xml") || small.ends_with(".rels")
}

fn declares_entities(content: &[u8]) -> bool {
    let wide = |mark: &[u8]| mark.iter().flat_map(|byte| [*byte, 0]).collect::<Vec<u8>>();
    let (doctype, entity) = (b"<!DOCTYPE".as_slice(), b"<!ENTITY".as_slice());
    let holds = |mark: &[u8]| content.windows(mark.len()).any(|window| window.eq_ignore_ascii_case(mark));
    // Most content has no `<!` at all, and looking for two bytes is quick.
    content.windows(2).any(|pair| pair == b"<!") && (holds(doctype) || holds(entity))
        || content.windows(4).any(|four| four == b"<\0!\0") && (holds(&wide(doctype)) || holds(&wide(entity)))
}
