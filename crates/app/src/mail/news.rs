//! What happens to many letters at once: held while no mail server is set, released when one is, forgotten in time.

use super::{Reason, queue::news};
use crate::Failure;
use base::{Key, Moment, TenantId};
use store::{LetterState, Transaction};

/// For how long what is known of a letter is kept after it was sent or failed, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// To whom it went and what the server said.
    pub recipient: i64,
    /// That there was one.
    pub letter: i64,
}

impl Default for Retention {
    fn default() -> Retention {
        const DAY: i64 = 24 * 3600;
        Retention { recipient: 30 * DAY, letter: 180 * DAY }
    }
}

/// No mail server is set: what waits is held until there is one, or until somebody hands it over in another way.
///
/// # Errors
/// Only faults of the store.
pub fn hold_all(tx: &mut Transaction, tenant: TenantId, now: Moment) -> Result<u64, Failure> {
    Ok(tx.change_letters(tenant, LetterState::Waiting, &news(LetterState::Held, Reason::NoServer, None, now))?)
}

/// A mail server is set: what was held goes out.
///
/// # Errors
/// Only faults of the store.
pub fn release_all(tx: &mut Transaction, tenant: TenantId, now: Moment) -> Result<u64, Failure> {
    Ok(tx.change_letters(tenant, LetterState::Held, &news(LetterState::Waiting, Reason::TriedAgain, None, now))?)
}

/// Letters that would come too late by now are not sent any more.
///
/// # Errors
/// Only faults of the store.
pub fn expire(tx: &mut Transaction, tenant: TenantId, now: Moment) -> Result<u64, Failure> {
    Ok(tx.expire_letters(tenant, &news(LetterState::Failed, Reason::TooLate, None, now))?)
}

/// Forgets of old letters to whom they went, and in the end that there were any.
///
/// # Errors
/// Only faults of the store.
pub fn forget(tx: &mut Transaction, tenant: TenantId, retention: Retention, now: Moment) -> Result<u64, Failure> {
    let emptied = tx.remove_recipients_of_letters(tenant, now.plus_seconds(-retention.recipient))?;
    Ok(emptied + tx.remove_letters(tenant, now.plus_seconds(-retention.letter))?)
}

/// Forgets to whom letters about one thing went; what waits does not go out.
///
/// # Errors
/// Only faults of the store.
pub fn forget_about(tx: &mut Transaction, tenant: TenantId, about: (&str, Key), now: Moment) -> Result<u64, Failure> {
    Ok(tx.forget_letters_about(tenant, about, &news(LetterState::Failed, Reason::AddressChanged, None, now))?)
}
