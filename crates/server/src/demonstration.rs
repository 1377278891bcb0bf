//! The demonstration: what `examples/` tells, read into the nouns of the house.

mod project_file;
mod study_file;
mod unreadable;
mod words;

pub use project_file::ProjectFile;
pub use study_file::{Source, StudyFile};
pub use unreadable::Unreadable;
