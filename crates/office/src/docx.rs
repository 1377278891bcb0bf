//! A document as an Office Open XML text (ECMA-376, transitional), written for somebody who goes on editing it: styles
//! with the names that every office program knows, captions that count themselves, a list of contents that is already
//! filled, tables whose heads repeat.

mod body;
mod cover;
mod figure;
mod fixed;
mod inlines;
mod links;
mod package;
mod paragraph;
mod styles;
mod table;

use crate::{Painter, art::Art};
use body::Body;
use document::Document;

/// The DOCX file of `document`, its charts drawn by `painter`. The same document and pictures give the same bytes.
///
/// # Errors
/// Faults of the painter, and none of the document's words.
pub fn docx(document: &Document, painter: &Painter<'_>) -> Result<Vec<u8>, anyhow::Error> {
    let mut body = Body::of(document, painter);
    body.blocks(&document.blocks)?;
    if let Some(disclaimer) = &document.disclaimer {
        body.styled("Disclaimer", disclaimer);
    }
    let flag = match &document.cover.funding {
        Some(funding) if funding.european_union => Some(body.picture(painter(Art::Flag)?)?),
        _ => None,
    };
    let mut text = cover::of(document, flag, &mut body);
    text.push_str(&body.contents());
    text.push_str(&body.text);
    package::packed(document, &text, &body)
}
