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
mod markdown;
mod sample;
mod svg;
