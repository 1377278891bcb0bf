use crate::{
    data,
    paper::{Paper, Template},
};
use anyhow::{Context, anyhow};
use document::Picture;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

/// Draws `picture` as PNG: a postcard of 1200 × 630 pixels, a figure 1600 pixels wide, which is twice what it needs on a
/// page, so that it stays sharp. Takes about a tenth of a processor's second: call it where nothing waits.
///
/// # Errors
/// A fault of the template or of Typst, never of the picture's words.
pub fn png(picture: &Picture) -> Result<Vec<u8>, anyhow::Error> {
    let (template, data) = data::of_picture(picture);
    let bytes = Paper::new(template, data, None).pages().and_then(|pages| drawn(template, &pages));
    // What was remembered for this picture helps no other one.
    comemo::evict(0);
    bytes
}

pub(crate) fn drawn(template: Template, pages: &PagedDocument) -> Result<Vec<u8>, anyhow::Error> {
    let page = pages.pages().first().context("a picture without a page")?;
    let size = page.frame.size();
    let pixels = match template {
        Template::Report | Template::Form | Template::Postcard => 2.0,
        Template::Sheet => 3.2,
        // 160 mm on paper, at 180 pixels to the inch: a report with fifty charts still goes through the mail.
        Template::Art => 2.5,
    };
    // Words without end make a picture high; it gets fewer pixels then, not more memory.
    let pixels = (MOST_PIXELS / (size.x.to_pt() * size.y.to_pt()).max(1.0)).sqrt().min(pixels);
    let options = RenderOptions { pixel_per_pt: Scalar::new(pixels), render_bleed: false };
    typst_render::render(page, &options).encode_png().map_err(|error| anyhow!("encoding a picture failed: {error}"))
}

/// Of four bytes each while it is being drawn.
const MOST_PIXELS: f64 = 16_000_000.0;
