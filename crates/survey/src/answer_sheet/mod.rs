//! Sheets of answers as Google Forms and Microsoft Forms export them, in CSV or XLSX, and the questionnaire behind them.
//!
//! Such a sheet has no questionnaire in it, only headers and what people chose. What each column probably was is
//! *proposed*, with reasons and with how sure that is. Nothing of it counts before a person has looked at it: who calls
//! [`Proposal::confirm`] says so, after any [`Proposal::correct`]. Then the answers are read by the rules of the
//! questionnaire that came of it, like those of any file.

mod confirmed;
mod known;
mod parts;
mod problem;
mod proposal;
mod propose;
mod sheet;
mod when;

pub use confirmed::Confirmed;
pub(crate) use known::is_time;
pub use problem::SheetProblem;
pub use proposal::{Column, Confidence, Guess, Proposal, Reason, Role, Service};
pub use sheet::{LARGEST_FILE, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Sheet, UnreadableSheet};
