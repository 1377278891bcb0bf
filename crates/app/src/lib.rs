//! Operations and read models: what people do with Glas, and what it shows them.

pub mod account;
pub mod answer_files;
pub mod attachments;
pub mod controller;
pub mod desk;
pub mod duty;
mod failure;
pub mod fieldwork;
pub mod health;
mod instance;
pub mod journal;
pub mod mail;
pub mod moderation;
pub mod open_data;
pub mod parties;
pub mod people;
pub mod personal_codes;
pub mod personal_data;
pub mod privacy;
pub mod projects;
pub mod publications;
pub mod questionnaire_drafts;
mod questionnaires;
pub mod reports;
pub mod respondent;
pub mod retention;
pub mod rights;
pub mod sheets;
pub mod study;
pub mod tenants;
pub mod typed;
mod words;

pub use failure::{Failure, Refusal};
pub use instance::Instance;
pub use questionnaires::Questionnaires;
pub use words::{Explained, Words};
