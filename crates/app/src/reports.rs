//! Written reports of studies at the desk: proposed by the program, changed part by part with every state kept, frozen
//! when they are published. A report belongs to the party whose people write it.

mod act;
mod changing;
mod form;
mod held;
mod kept;
mod method;
mod offered;
mod published;
mod publishing;
mod trouble;
mod unknown;

pub use crate::study::Kind;
pub use act::Act;
pub use changing::{Change, change, propose};
pub use form::{PARTS, new_part, part_fields, part_form, read_part, title_form, title_of};
pub use held::{
    HeldReport, ListedReport, differences, listed, looked_into, report, reports, revision, revisions, studied,
};
pub use method::{Lacking, lacking};
pub use offered::{OfferedFigure, OfferedNumber, offered_figures, offered_numbers, questions_of};
pub use published::{PublishedReport, Remade, files, frozen_files, main_report, manuscript, published, remade};
pub use publishing::{MadeFile, Prepared, obstacles, prepare, publish, versions};
pub use trouble::Trouble;
