use super::{CsvProblem, LARGEST_FILE};
use std::borrow::Cow;

/// How the file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// As Excel writes „Unicode текст“.
    Utf16,
    /// As Excel in Bulgarian writes CSV.
    Windows1251,
}

/// The text of a table that a spreadsheet wrote, whatever its encoding.
///
/// # Errors
/// [`CsvProblem`] for what is no text.
pub fn readable(bytes: &[u8]) -> Result<Cow<'_, str>, CsvProblem> {
    decode(bytes).map(|(text, _)| text)
}

/// The text of the file, without its byte-order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), CsvProblem> {
    if bytes.len() > LARGEST_FILE {
        return Err(CsvProblem::TooLarge { is: bytes.len(), max: LARGEST_FILE });
    }
    if let Some(wide) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(wide).map(|text| (Cow::Owned(text), Encoding::Utf16));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(CsvProblem::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.contains(&0) {
        return Err(CsvProblem::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), Encoding::Utf8)),
        Err(_) => windows_1251(bytes).map(|text| (Cow::Owned(text), Encoding::Windows1251)),
    }
}

fn utf16(bytes: &[u8]) -> Result<String, CsvProblem> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(CsvProblem::NotText);
    }
    let units: Vec<u16> = pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    let text = String::from_utf16(&units).map_err(|_| CsvProblem::NotText)?;
    if text.contains('\0') {
        return Err(CsvProblem::NotText);
    }
    if text.trim().is_empty() { Err(CsvProblem::Empty) } else { Ok(text) }
}

/// 0x80 to 0xBF; the place without a letter is a replacement character. From 0xC0 on come А to я.
const UPPER_HALF: &str =
    concat!("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ", "ђ‘’“”•–—\u{fffd}™љ›њќћџ", "\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї", "°±Ііґµ¶·ё№є»јЅѕї",);

fn windows_1251(bytes: &[u8]) -> Result<String, CsvProblem> {
    let upper: Vec<char> = UPPER_HALF.chars().collect();
    bytes
        .iter()
        .map(|byte| match byte {
            0x00..=0x7F => Some(char::from(*byte)),
            0x80..=0xBF => upper.get(usize::from(*byte - 0x80)).copied().filter(|letter| *letter != '\u{fffd}'),
            0xC0..=0xFF => char::from_u32(u32::from('А') + u32::from(*byte - 0xC0)),
        })
        .collect::<Option<String>>()
        .ok_or(CsvProblem::NotText)
}
