//! The written document, before its numbers are put in: an ordered list of parts whose words people may change, and in
//! which every number, figure and table is a request to the data under a stable address. What comes of it with the data of
//! the day is a [`Document`](crate::Document).

mod changed;
mod compared;
mod figure_address;
mod live;
mod method_topic;
mod name;
mod number_address;
mod part;
mod refusal;
mod rendered;
mod statistic;
mod template;
mod whole;
mod wording;
mod written;

pub use changed::Changed;
pub use compared::{Difference, NumberDifference, Run, RunKind, compared, words_compared};
pub use figure_address::{FigureAddress, Side};
pub use live::{Absent, LiveFigures, Number, Unavailable};
pub use method_topic::MethodTopic;
pub use name::Name;
pub use number_address::NumberAddress;
pub use part::{Body, KeyNumber, MethodRow, Part, PartId, Strength};
pub use refusal::{Fault, Refusal};
pub use rendered::Phrases;
pub use statistic::{Scope, Statistic};
pub use template::{MOST_REFERENCES, Piece, Template};
pub use whole::{Manuscript, Place};
pub use wording::Wording;
pub use written::{LONGEST, Written};
