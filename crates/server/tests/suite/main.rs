//! The program as people and scripts start it: its output, its exit codes, what it leaves on the disk.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic; the lints know only the functions marked as tests"
)]

mod bounce;
mod glas;
mod demo;
mod doctor;
mod export;
mod load;
mod metrics;
mod openid;
mod questionnaire;
mod report;
mod settings;
mod tenant;
mod upgrade;
mod upgrade_on_server;
mod verify;
