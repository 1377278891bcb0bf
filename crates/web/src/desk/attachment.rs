//! What may be attached: a document, a table or a picture that is what its name says, as found by looking into it.

use super::upload::UploadedFile;
use app::publications::Trouble;

/// Bytes.
pub const LARGEST: usize = 20_000_000;
pub const MOST: usize = 20;

/// What the file really is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    pub media_type: &'static str,
    endings: &'static [&'static str],
}

const PDF: Kind = Kind { media_type: "application/pdf", endings: &["pdf"] };
const DOCX: Kind =
    Kind { media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", endings: &["docx"] };
const XLSX: Kind =
    Kind { media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", endings: &["xlsx"] };
const ODT: Kind = Kind { media_type: "application/vnd.oasis.opendocument.text", endings: &["odt"] };
const ODS: Kind = Kind { media_type: "application/vnd.oasis.opendocument.spreadsheet", endings: &["ods"] };
const PNG: Kind = Kind { media_type: "image/png", endings: &["png"] };
const JPEG: Kind = Kind { media_type: "image/jpeg", endings: &["jpg", "jpeg"] };
const CSV: Kind = Kind { media_type: "text/csv", endings: &["csv"] };

/// # Errors
/// A file that is empty, too large, of another kind, or that is not what its name says.
pub fn kind(file: &UploadedFile) -> Result<Kind, Trouble> {
    if file.bytes.is_empty() {
        return Err(Trouble::FileEmpty);
    }
    if file.bytes.len() > LARGEST {
        return Err(Trouble::FileTooLarge { most: LARGEST / 1_000_000 });
    }
    let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let found = looked_into(&file.bytes).filter(|kind| kind.endings.contains(&ending.as_str()));
    found.ok_or_else(|| Trouble::FileKindRefused { name: file.name.clone() })
}

fn looked_into(bytes: &[u8]) -> Option<Kind> {
    let Some(found) = infer::get(bytes) else { return is_plain_text(bytes).then_some(CSV) };
    match found.mime_type() {
        "application/pdf" => Some(PDF),
        "image/png" => Some(PNG),
        "image/jpeg" => Some(JPEG),
        other if other == ODT.media_type => Some(ODT),
        other if other == ODS.media_type => Some(ODS),
        other if other == DOCX.media_type || other == XLSX.media_type || other == "application/zip" => packed(bytes),
        _ => None,
    }
}

/// Office documents are archives; the names of their parts stand in them as they are. One with a program in it is refused.
fn packed(bytes: &[u8]) -> Option<Kind> {
    let holds = |name: &str| bytes.windows(name.len()).any(|window| window == name.as_bytes());
    if holds("vbaProject.bin") {
        return None;
    }
    [(DOCX, "word/document.xml"), (XLSX, "xl/workbook.xml")]
        .into_iter()
        .find(|(_, part)| holds(part))
        .map(|(kind, _)| kind)
}

/// Lines of letters in UTF-8 or windows-1251; what begins like a page for a browser is none.
fn is_plain_text(bytes: &[u8]) -> bool {
    let has_control = bytes.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t'));
    let start: String = bytes.iter().take(200).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let is_page =
        ["<!doctype", "<html", "<script", "<svg", "<?xml", "<?php", "#!"].iter().any(|sign| start.contains(sign));
    !has_control && !is_page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_is_and_not_what_it_is_called() {
        let check = |name: &str, bytes: &[u8], expected: Option<&str>| {
            let file = UploadedFile { field: "file".to_owned(), name: name.to_owned(), bytes: bytes.to_vec() };
            assert_eq!(kind(&file).ok().map(|kind| kind.media_type), expected, "{name}");
        };
        check("доклад.pdf", b"%PDF-1.7\n...", Some("application/pdf"));
        check("доклад.PDF", b"%PDF-1.7\n...", Some("application/pdf"));
        check("програма.pdf", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", None);
        check("програма.pdf", b"\x7fELF\x02\x01\x01\x00", None);
        check("страница.csv", b"<script>alert(1)</script>", None);
        check("скрипт.csv", b"#!/bin/sh\nrm -rf /", None);
        check("данни.csv", "име;брой\nа;1\n".as_bytes(), Some("text/csv"));
        check("данни.pdf", "име;брой\nа;1\n".as_bytes(), None);
        check("картина.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", None);
        check("снимка.png", b"\x89PNG\r\n\x1a\n0000", Some("image/png"));
        check("снимка.jpg", b"\x89PNG\r\n\x1a\n0000", None);
        check("празен.pdf", b"", None);
        check("макрос.docx", b"PK\x03\x04....word/document.xml....word/vbaProject.bin", None);
    }
}
