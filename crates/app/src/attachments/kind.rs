//! What may be attached: a document, a table or a picture that is what its name says. No archives, for nobody looks into
//! what lies in them; no drawings as SVG, for they are programs.

use super::picture::Format;

/// What a file really is.
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
const WEBP: Kind = Kind { media_type: "image/webp", endings: &["webp"] };
const CSV: Kind = Kind { media_type: "text/csv", endings: &["csv"] };
const TEXT: Kind = Kind { media_type: "text/plain", endings: &["txt"] };

impl Kind {
    pub const ALL: [Kind; 10] = [PDF, DOCX, ODT, XLSX, ODS, CSV, TEXT, JPEG, PNG, WEBP];

    /// `None` for what is of no known kind, or of another than its name says.
    pub(super) fn of(name: &str, bytes: &[u8]) -> Option<Kind> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        looked_into(bytes).iter().copied().find(|kind| kind.endings.contains(&ending.as_str()))
    }

    /// `.jpg`, `.pdf`: how the name of a file of this kind ends.
    pub fn ending(self) -> &'static str {
        self.endings.first().copied().unwrap_or_default()
    }

    /// By what [`Kind::media_type`] says.
    pub fn from_media_type(media_type: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.media_type == media_type)
    }

    pub fn is_picture(self) -> bool {
        self.picture().is_some()
    }

    pub(super) fn picture(self) -> Option<Format> {
        match self {
            PNG => Some(Format::Png),
            JPEG => Some(Format::Jpeg),
            WEBP => Some(Format::Webp),
            _ => None,
        }
    }
}

/// What it can be, by its bytes alone.
fn looked_into(bytes: &[u8]) -> &'static [Kind] {
    let Some(found) = infer::get(bytes) else {
        return if is_plain_text(bytes) { &[CSV, TEXT] } else { &[] };
    };
    match found.mime_type() {
        "application/pdf" => &[PDF],
        "image/png" => &[PNG],
        "image/jpeg" => &[JPEG],
        "image/webp" => &[WEBP],
        other if other == ODT.media_type => without_programs(bytes, &[ODT]),
        other if other == ODS.media_type => without_programs(bytes, &[ODS]),
        other if other == DOCX.media_type || other == XLSX.media_type || other == "application/zip" => packed(bytes),
        _ => &[],
    }
}

/// Office documents are archives; the names of their parts stand in them as they are.
fn packed(bytes: &[u8]) -> &'static [Kind] {
    match () {
        () if holds(bytes, "word/document.xml") => without_programs(bytes, &[DOCX]),
        () if holds(bytes, "xl/workbook.xml") => without_programs(bytes, &[XLSX]),
        () => &[],
    }
}

/// The folders and files in which the formats keep macros.
const PROGRAMS: [&str; 4] = ["vbaProject.bin", "Basic/script", "Basic/Standard", "Scripts/"];

fn without_programs(bytes: &[u8], kinds: &'static [Kind]) -> &'static [Kind] {
    if PROGRAMS.iter().any(|program| holds(bytes, program)) { &[] } else { kinds }
}

fn holds(bytes: &[u8], name: &str) -> bool {
    bytes.windows(name.len()).any(|window| window == name.as_bytes())
}

/// Lines of letters in UTF-8 or windows-1251; what begins like a page for a browser is none.
fn is_plain_text(bytes: &[u8]) -> bool {
    let has_control = bytes.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t'));
    let start: String = bytes.iter().take(200).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let is_page =
        ["<!doctype", "<html", "<script", "<svg", "<?xml", "<?php", "#!"].iter().any(|sign| start.contains(sign));
    !has_control && !is_page
}
