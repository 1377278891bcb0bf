//! Codes with which one person answers once: printed on letters, or sent by e-mail and called to mind.
//!
//! The desk knows whether a code was used, and that is all anybody knows: not when, and not what was answered. A code is
//! made of the key of its row and the tenant's secret whenever it is needed and stands nowhere; it is found by its digest.

mod code;
mod inviting;
mod making;
mod standing;
mod trouble;

pub use code::{PersonalCode, UnreadableCode};
pub use inviting::{Invited, MOST_REMINDERS, TypedInvitees, invite, remind};
pub use making::{MOST_AT_ONCE, TypedNumber, make_codes, unsent_codes, withdraw_codes};
pub use standing::{CodeStanding, Numbers, standing};
pub use trouble::Trouble;
