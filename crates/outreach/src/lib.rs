//! What is told to everybody: the project page, and publications with their versions.

mod activity;
mod funding;
mod project;
mod publication;
mod refusal;

pub use activity::{Activity, Progress};
pub use funding::Funding;
pub use project::{Link, Nature, Part, Participation, Period, Project, Slug};
pub use publication::{Accessibility, Attachment, Original, Publication, PublicationKind, Stage, Version};
pub use refusal::Refusal;
