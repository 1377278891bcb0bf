//! One suite, two engines: every dialogue below runs on SQLite, and on PostgreSQL where `GLAS_TEST_POSTGRES` says where
//! one is (a connection string whose person may create schemas).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may panic; the lints know only the functions marked as tests"
)]

mod engine;
mod samples;

mod backups;
mod durability;
mod journal;
mod letters;
mod nouns;
mod opening;
mod second_factor;
mod throttle;
mod upgrades;
mod writing;
