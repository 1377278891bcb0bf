//! What happens to many letters at once: held while no mail server is set, released when one is, forgotten in time.

use super::{Reason, queue::news};
use crate::Failure;
use base::{Key, Moment, TenantId};
use store::{LetterState, Transaction};

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

/// Forgets to whom letters about one thing went; what waits does not go out.
///
/// # Errors
/// Only faults of the store.
pub fn forget_about(tx: &mut Transaction, tenant: TenantId, about: (&str, Key), now: Moment) -> Result<u64, Failure> {
    Ok(tx.forget_letters_about(tenant, about, &news(LetterState::Failed, Reason::AddressChanged, None, now))?)
}
