use crate::{
    data,
    paper::{Paper, Template},
    png,
};
use base::Language;
use document::{Document, Format};
use office::Art;

/// The file of `document` in one of its forms; the same document always gives the same bytes. Takes about a processor's
/// second for thirty pages: call it where nothing waits.
///
/// # Errors
/// Faults of a template or of Typst, never of the document's words.
pub fn file(document: &Document, form: Format) -> Result<Vec<u8>, anyhow::Error> {
    match form {
        Format::Pdf => crate::pdf(document),
        Format::Xlsx => office::xlsx(document),
        Format::Docx => {
            let made = office::docx(document, &|art| drawn(art, document.language));
            // What was remembered for this document helps no other one.
            comemo::evict(0);
            made
        }
    }
}

fn drawn(art: Art<'_>, language: Language) -> Result<Vec<u8>, anyhow::Error> {
    let pages = Paper::new(Template::Art, data::of_art(art, language), None).pages()?;
    png::drawn(Template::Art, &pages)
}
