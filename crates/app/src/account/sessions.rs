use super::{SignedIn, sign_in};
use crate::Failure;
use base::{Moment, PersonId, SessionId, TenantId};
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

/// Ends one of the person's sessions, in whichever browser it is.
///
/// # Errors
/// [`Failure::NotFound`] when it is none of theirs.
pub fn sign_out_of(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    session: SessionId,
    now: Moment,
) -> Result<(), Failure> {
    let is_theirs = tx.sessions_of(tenant, who.person, now)?.iter().any(|known| known.id == session);
    if !is_theirs {
        return Err(Failure::NotFound);
    }
    tx.remove_session(tenant, session)?;
    sign_in::record(tx, tenant, who.person, "person.session-ended", now)
}

/// Ends every session of the person but this one.
///
/// # Errors
/// Only faults of the store.
pub fn sign_out_elsewhere(tx: &mut Transaction, tenant: TenantId, who: &SignedIn, now: Moment) -> Result<(), Failure> {
    tx.remove_other_sessions_of(tenant, who.person, who.session)?;
    sign_in::record(tx, tenant, who.person, "person.signed-out-elsewhere", now)
}
