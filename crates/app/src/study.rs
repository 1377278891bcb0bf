//! Studies: from answers to counts, from counts to figures, from figures to a report.

pub mod chapters;
mod counts;
mod data;
pub mod figures;
mod report;

pub use counts::{Counts, Number, QuestionCounts};
pub use data::{AudienceData, OpenAnswer, StudyData};
pub use report::{Edition, document_words, report};
