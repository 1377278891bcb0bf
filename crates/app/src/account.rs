//! People who sign in: setup, passwords, sessions.

pub mod password;
mod refusal;

pub use refusal::Refusal;
