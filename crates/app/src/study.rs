//! Studies: from answers to counts, from counts to figures, from figures to a report.

mod counts;
mod data;

pub use counts::{Counts, Number, QuestionCounts};
pub use data::{AudienceData, OpenAnswer, StudyData};
