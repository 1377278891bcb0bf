//! Documents typeset as tagged PDF: the only room that knows Typst.
//!
//! A [`document::Document`] becomes plain data that the template reads; none of its words ever passes through Typst's
//! markup, so whatever somebody answered stays what they wrote. No packages, no network, no clock: the same document
//! gives the same bytes.

mod data;
mod fonts;
mod letters;
mod paper;
mod pdf;

pub use pdf::{Printed, pdf, printed};
