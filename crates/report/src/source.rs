use crate::{data, fonts, paper::TEMPLATES};
use document::Document;

/// One of the files that pages are set from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path below the folder that holds them all.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The document with its words, numbers and drawings as data (RFC 8949).
const DATA: &str = "document.cbor";

/// Everything that the pages of `document` are set from: the templates, what they set, the fonts. Typst makes the same
/// pages of `report.typ` by itself, with the input `document=document.cbor`; so nobody has to believe what is printed, and
/// whoever wants other type changes a template.
///
/// # Errors
/// Only a fault: data that cannot be written.
pub fn source(document: &Document) -> Result<Vec<SourceFile>, anyhow::Error> {
    let mut data = Vec::new();
    ciborium::into_writer(&data::of(document), &mut data)?;
    let file = |name: String, bytes: &[u8]| SourceFile { name, bytes: bytes.to_vec() };
    let templates = TEMPLATES.iter().map(|(name, text)| file((*name).to_owned(), text.as_bytes()));
    let fonts = fonts::FILES.iter().map(|(name, bytes)| file(format!("fonts/{name}"), bytes));
    Ok(templates.chain(fonts).chain([SourceFile { name: DATA.to_owned(), bytes: data }]).collect())
}
