//! Documents as pages and pictures: what every block becomes, and what hostile text cannot become.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a helper of a test fails the test, and looks for one kind of block"
)]

mod address;
mod contrast;
mod html;
mod layout;
mod manuscript;
mod markdown;
mod post;
mod sample;
mod svg;

/// The number of cases of a property: from the environment for a long night, or the given one.
fn cases(usual: u32) -> u32 {
    std::env::var("GLAS_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}
