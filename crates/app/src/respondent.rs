//! Answering: from the public address of an audience to a receipt.
//!
//! Whoever holds the address begins a draft, which has a random address of its own; pages are saved into it as they are
//! filled in, whatever is typed, and the journey is computed from it each time. Submitting makes one response and removes
//! the draft. The key of the response is a keyed hash of a random submission id that stands in the last form and nowhere
//! in an address, so the same form sent twice is one response and brings the same receipt, and nobody can come from an
//! address in a browser's history to the answers. Nothing here writes an event, a moment, or who it was.

mod aftermath;
mod draft;
mod invitation;
mod known;
mod quota;
mod receipt;
mod refusal;
mod riddle;
mod start_mark;
mod submission;
mod times;

pub use aftermath::{Aftermath, Counted, Results, aftermath};
pub use draft::{
    Again, Beginning, Draft, DraftKeys, PageForm, Place, Saved, Step, begin_draft, discard_draft, draft_days,
    find_draft, save_page,
};
pub use invitation::Invitation;
pub use known::{Known, KnownInvitations};
pub use receipt::{ReceiptCode, receipt_home};
pub use refusal::Refusal;
pub use riddle::{DIFFICULTY, GOOD_FOR, Riddle, WAIT, seconds};
pub use start_mark::StartMark;
pub(crate) use start_mark::signed;
pub use submission::{Complete, Sent, Submission, Whole, receipt_of, submit, submit_whole};
pub use times::{ShownMark, TimeTally, keep_times};
