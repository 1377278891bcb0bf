use super::{SignedIn, sign_in};
use crate::Failure;
use base::{Moment, PersonId, TenantId};
use store::{Session, Transaction};

/// Where the person is signed in now, the newest first.
///
/// # Errors
/// Only faults of the store.
pub fn sessions(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    now: Moment,
) -> Result<Vec<Session>, Failure> {
    Ok(tx.sessions_of(tenant, person, now)?)
}

/// Ends every session of the person, this one too.
///
/// # Errors
/// Only faults of the store.
pub fn sign_out_everywhere(tx: &mut Transaction, tenant: TenantId, who: &SignedIn, now: Moment) -> Result<(), Failure> {
    tx.remove_sessions_of(tenant, who.person)?;
    sign_in::record(tx, tenant, who.person, "person.signed-out-everywhere", now)
}
