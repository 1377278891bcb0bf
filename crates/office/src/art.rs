use anyhow::Context;
use document::Figure;

/// What a document wants drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Art<'a> {
    /// The chart of a figure alone, without its title and base: those are words of the document.
    Chart(&'a Figure),
    /// The flag of the European Union.
    Flag,
}

/// Draws a PNG file.
pub type Painter<'p> = dyn Fn(Art<'_>) -> Result<Vec<u8>, anyhow::Error> + 'p;

/// Width and height of a PNG file in pixels (PNG specification, section 11.2.1).
pub(crate) fn pixels(png: &[u8]) -> Result<(u64, u64), anyhow::Error> {
    let number = |place: usize| {
        let bytes: [u8; 4] = png.get(place..place + 4)?.try_into().ok()?;
        Some(u64::from(u32::from_be_bytes(bytes))).filter(|number| *number > 0)
    };
    let is_png = png.starts_with(b"\x89PNG\r\n\x1a\n");
    number(16).zip(number(20)).filter(|_| is_png).context("a picture that is no PNG file")
}
