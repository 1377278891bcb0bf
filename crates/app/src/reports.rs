//! Written reports of studies at the desk: proposed by the program, changed part by part with every state kept, frozen
//! when they are published. A report belongs to the party whose people write it.

mod act;
mod changing;
mod held;
mod kept;
mod kind;
mod publishing;
mod trouble;

pub use act::Act;
pub use changing::{Change, change, propose};
pub use held::{HeldReport, differences, report, reports, revision, revisions};
pub use kind::Kind;
pub use publishing::{publish, versions};
pub use trouble::Trouble;
