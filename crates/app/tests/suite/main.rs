//! From files and answers to figures and the report: what a reader is told, in both languages.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test may panic; the lints know only the functions marked as tests; an outline leaves out on purpose"
)]

mod beyond;
mod draft;
mod engine;
mod entries;
mod example;
mod figures;
mod letters;
mod live;
mod open_data;
mod open_data_check;
mod report;
mod reports;
mod retention;
mod sheets;
mod themes;
mod verifying;
mod waves;
