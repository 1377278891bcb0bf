//! What the crate promises, by subject.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "helpers of tests may stop the test; the lints spare only the test functions themselves"
)]

mod designs;
mod comparisons;
mod disclosure;
mod frames;
mod golden;
mod impossible;
mod invariants;
mod properties;
mod protection;
mod proportions;
mod scales;
mod special;
mod summaries;
mod text;
mod weighted;
mod weights;
