//! Data sets written and read again.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    clippy::float_cmp,
    reason = "a test may panic; the lints know only the functions marked as tests; numbers come back exactly"
)]

mod cuts;
mod ddi;
mod descriptions;
mod names;
mod order;
mod rows;
mod sample;
mod sav;
mod sav_reader;
mod workbook;
