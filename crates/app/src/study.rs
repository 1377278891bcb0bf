//! Studies: from answers to counts, from counts to figures, from figures to a report.

pub mod chapters;
mod counts;
mod coverage;
mod data;
mod draft;
pub mod figures;
mod fold;
mod kind;
mod live;
mod live_figures;
mod load;
mod report;
mod standing;
pub mod themes;
mod trouble;
mod unread;

pub use counts::{BatteryCounts, Counts, LEAST_ROWS, Number, QuestionCounts};
pub use coverage::{Coverage, CoverageRow, LEAST_COMPARED, coverage};
pub use data::{AnsweredVersion, AudienceData, HiddenAnswer, OpenAnswer, StudyData};
pub use draft::{draft, draft_in, draft_of, guidance, phrases};
pub use fold::Fold;
pub use kind::Kind;
pub use live::LiveCounts;
pub use live_figures::StudyFigures;
pub use load::load_study;
pub use report::{Edition, Reading, document_words, printed, report, report_of};
pub(crate) use standing::Standing;
pub use trouble::Trouble;
pub(crate) use unread::{is_indexed, open_questions, unread};
