//! Documents on paper.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a helper of a test fails the test, and looks for one kind of block"
)]

mod forms;
mod hostile;
mod pages;
mod pictures;
#[path = "../../../document/tests/suite/sample.rs"]
mod sample;
mod source;
