//! In which language somebody is written to and finds the desk. It is their own affair and no official act: the journal does
//! not tell of it.

use super::{Refusal, SignedIn};
use crate::Failure;
use base::{Language, Moment, PersonId, TenantId};
use store::Transaction;

/// `None` as long as they have not chosen.
///
/// # Errors
/// Only faults of the store.
pub fn language(tx: &mut Transaction, tenant: TenantId, person: PersonId) -> Result<Option<Language>, Failure> {
    Ok(tx.language_of(tenant, person)?)
}

/// # Errors
/// Only faults of the store.
pub fn choose_language(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    language: Language,
) -> Result<(), Failure> {
    Ok(tx.replace_language(tenant, who.person, language)?)
}

/// The language in which somebody opened their link is theirs from now on, unless they have chosen another one before.
///
/// # Errors
/// [`Refusal::SetupLinkUsed`].
pub fn begin_in(
    tx: &mut Transaction,
    tenant: TenantId,
    secret: &[u8; 32],
    language: Language,
    now: Moment,
) -> Result<(), Failure> {
    let person = tx.setup_link(tenant, secret, now)?.ok_or(Refusal::SetupLinkUsed)?;
    match tx.language_of(tenant, person)? {
        Some(_) => Ok(()),
        None => Ok(tx.replace_language(tenant, person, language)?),
    }
}
