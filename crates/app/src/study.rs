//! Studies: from answers to counts, from counts to figures, from figures to a report.

pub mod chapters;
mod counts;
mod data;
pub mod figures;
mod live;
mod load;
mod report;

pub use counts::{Counts, Number, QuestionCounts};
pub use data::{AudienceData, OpenAnswer, StudyData};
pub use live::{LiveCounts, Turn};
pub use load::load_study;
pub use report::{Edition, Reading, document_words, report};
