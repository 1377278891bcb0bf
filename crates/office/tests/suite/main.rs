//! Documents as files of office programs, read back.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a helper of a test fails the test")]

mod docx;
mod package;
#[path = "../../../document/tests/suite/sample.rs"]
mod sample;
mod schema;
mod xlsx;

/// A PNG file of one pixel, for tests that look at the words.
pub fn painted(_: office::Art<'_>) -> Result<Vec<u8>, anyhow::Error> {
    Ok(include_bytes!("pixel.png").to_vec())
}
