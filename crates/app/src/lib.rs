//! Operations and read models: what people do with Glas, and what it shows them.

pub mod account;
mod failure;
pub mod study;
mod words;

pub use failure::{Failure, Refusal};
pub use words::{Explained, Words};
