//! Operations and read models: what people do with Glas, and what it shows them.

mod words;

pub use words::{Explained, Words};
