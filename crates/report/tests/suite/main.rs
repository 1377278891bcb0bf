//! Documents on paper.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a helper of a test fails the test")]

mod hostile;
mod pages;
#[path = "../../../document/tests/suite/sample.rs"]
mod sample;
