//! Documents typeset as tagged PDF or as files of office programs, pictures as PNG: the only room that knows Typst.
//!
//! A [`document::Document`] or a [`document::Picture`] becomes plain data that a template reads; none of its words ever
//! passes through Typst's markup, so whatever somebody answered stays what they wrote. No packages, no network, no clock:
//! the same document gives the same bytes.

mod data;
mod file;
mod fonts;
mod form;
mod letters;
mod paper;
mod pdf;
mod png;
mod source;

pub use file::file;
pub use form::form;
pub use pdf::{Printed, pdf, printed};
pub use png::png;
pub use source::{SourceFile, source};
