//! Who may sign in: added by an administrator, with a part in one organisation or in several.

mod deactivation;
mod details;
mod invitation;
mod parts;
mod trouble;

pub use deactivation::{deactivate, reactivate};
pub use details::{Details, NewPerson, add_person, change_details};
pub use invitation::{Invitation, enter_code, invite};
pub(crate) use parts::facts_of;
pub use parts::{TypedPart, give_part, take_part_away};
pub use trouble::Trouble;
