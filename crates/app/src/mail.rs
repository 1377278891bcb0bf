//! Letters by e-mail: what they say, how they wait in the queue, and what became of them.
//!
//! [`enqueue`] stands in the transaction of the operation that a letter tells of, so that neither is without the other.
//! A node takes a letter for one attempt ([`take`]), sends it, and tells what became of it ([`record`]). Who is killed
//! between the two leaves a letter that another sends again, with the same Message-ID: at least once, never not at all.

mod account_news;
mod address;
mod bounce;
mod asked;
mod composed;
mod decision;
mod invitation;
mod letter;
mod line;
mod news;
mod outcome;
mod queue;
mod reply;

pub use account_news::{AccountNews, tell};
pub use address::Address;
pub use bounce::{Bounce, Taken, take_bounce};
pub use composed::Composed;
pub use decision::{Trouble, give_up, may_be_given_up, may_be_tried, try_again};
pub use invitation::{invite, withdraw_invitations};
pub use letter::Letter;
pub use line::Line;
pub use news::{expire, forget_about, hold_all, release_all};
pub use outcome::{Outcome, Reason};
pub use queue::{HOLD, Outgoing, Posting, enqueue, record, take, trial, words_of};
pub use reply::read_reply;
