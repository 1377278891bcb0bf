use crate::{
    data,
    paper::{Paper, Template, fault},
};
use anyhow::{anyhow, bail};
use document::Document;
use jiff::civil::Date;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// A document on paper: the bytes of its PDF file, and on how many pages it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub bytes: Vec<u8>,
    pub pages: u64,
}

/// The bytes of [`printed`] alone.
///
/// # Errors
/// As for [`printed`].
pub fn pdf(document: &Document) -> Result<Vec<u8>, anyhow::Error> {
    printed(document).map(|printed| printed.bytes)
}

/// Typesets `document` as PDF/A-3a and PDF/UA-1 in one, the numbers of its tables attached. Takes about a processor's second for thirty pages: call it where
/// nothing waits.
///
/// # Errors
/// A fault of the template or of Typst, never of the document's words.
pub fn printed(document: &Document) -> Result<Printed, anyhow::Error> {
    let midnight = day(document.date)?;
    let pages = Paper::new(Template::Report, data::of(document), Some(midnight)).pages()?;
    let ident = format!("{}\n{}", document.title, document.address.as_deref().unwrap_or_default());
    let bytes = written(&pages, ident, midnight);
    // What was remembered for this document helps no other one.
    comemo::evict(0);
    Ok(Printed { bytes: bytes?, pages: u64::try_from(pages.pages().len())? })
}

/// The file of the pages; `ident` tells it from every other.
pub(crate) fn written(pages: &PagedDocument, ident: String, midnight: Datetime) -> Result<Vec<u8>, anyhow::Error> {
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("Glas".to_owned())),
        timestamp: Some(Timestamp::new_utc(midnight)),
        standards: standards()?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| fault(&errors))
}

fn standards() -> Result<PdfStandards, anyhow::Error> {
    PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).map_err(|error| anyhow!("{}", error.message()))
}

pub(crate) fn day(date: Date) -> Result<Datetime, anyhow::Error> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let (month, day) = (u8::try_from(month)?, u8::try_from(day)?);
    let Some(midnight) = Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0) else {
        bail!("no such day: {date}");
    };
    Ok(midnight)
}
