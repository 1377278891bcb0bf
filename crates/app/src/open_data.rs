//! The data set of a study: the answers of one audience as a rectangular file, made of what the store keeps or of a
//! questionnaire and a file of answers.

mod check;
mod described;
mod export;
mod files;
mod format;
mod publication;
mod shape;
mod source;
mod texts;
mod theme_columns;
mod treatment;
mod trouble;
mod values;

pub use check::{Checked, check};
pub use described::{Edition, described};
pub use export::{Export, Written};
pub use files::OpenFile;
pub use format::Format;
pub use publication::{Choices, Prepared, Proposal, prepare, proposal, publish, withdraw};
pub use shape::{Contents, Shape};
pub use source::{FileAnswers, Row, Rows, Spoken, StoredAnswers};
pub use texts::{codebook_words, told};
pub use theme_columns::{ThemeColumns, theme_columns};
pub use treatment::{Trait, Treatment, Treatments};
pub use trouble::Trouble;
