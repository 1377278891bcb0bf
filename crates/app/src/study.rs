//! Studies: from answers to counts, from counts to figures, from figures to a report.

pub mod chapters;
mod counts;
mod data;
pub mod figures;
mod fold;
mod live;
mod load;
mod report;
mod standing;
mod trouble;
mod unread;

pub use counts::{BatteryCounts, Counts, LEAST_ROWS, Number, QuestionCounts};
pub use data::{AnsweredVersion, AudienceData, HiddenAnswer, OpenAnswer, StudyData};
pub use fold::Fold;
pub use live::LiveCounts;
pub use load::load_study;
pub use report::{Edition, Reading, document_words, report};
pub(crate) use standing::Standing;
pub use trouble::Trouble;
pub(crate) use unread::{open_questions, unread};
