//! Documents as files that office programs open: words to go on editing (DOCX), tables to go on computing (XLSX).
//!
//! Both are made of the same [`document::Document`] as the page and the printed report, hold the same numbers, and come
//! out with the same bytes every time. Pictures are drawn by whoever calls: nothing here knows how.

mod art;
mod docx;
mod xlsx;

pub use art::{Art, Painter};
pub use docx::docx;
pub use xlsx::{Number, number, xlsx};
