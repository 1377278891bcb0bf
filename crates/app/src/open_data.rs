//! The data set of a study: the answers of one audience as a rectangular file, made of what the store keeps or of a
//! questionnaire and a file of answers.

mod described;
mod export;
mod format;
mod shape;
mod source;
mod texts;
mod trouble;
mod values;

pub use described::{Edition, described};
pub use export::{Export, Written};
pub use format::Format;
pub use shape::{Contents, Shape};
pub use source::{FileAnswers, Row, Rows, Spoken, StoredAnswers};
pub use texts::{codebook_words, told};
pub use trouble::Trouble;
