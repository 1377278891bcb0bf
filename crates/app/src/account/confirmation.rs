use super::{Attempt, Entered, SignedIn, sign_in};
use crate::Failure;
use base::{Chance, Moment, TenantId};
use store::Transaction;

/// Somebody who is signed in gave their password once more: the session goes on under a new secret, and the dangerous
/// steps are open for a while. `None` for a wrong password, which is counted.
///
/// # Errors
/// Only faults of the store.
pub fn end_confirmation(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    attempt: &Attempt,
    right: bool,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<Entered>, Failure> {
    if !attempt.settle(tx, tenant, right, now)? {
        return Ok(None);
    }
    confirm(tx, tenant, who, now, chance).map(Some)
}

pub(super) fn confirm(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Entered, Failure> {
    let secret = chance.secret();
    tx.record_session_confirmed(tenant, who.session, &secret, now)?;
    Ok(Entered { person: who.person, secret })
}

/// Another password for oneself: every session ends, and this browser goes on in a new one. Links for a password end too,
/// or whoever holds an earlier one would take the account away again.
///
/// # Errors
/// Only faults of the store.
pub fn change_password(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    password_hash: &str,
    browser: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Entered, Failure> {
    tx.remove_setup_links_of(tenant, who.person)?;
    tx.replace_password(tenant, who.person, password_hash)?;
    sign_in::record(tx, tenant, who.person, "person.password-changed", now)?;
    let secret = sign_in::open_session(tx, tenant, who.person, browser, now, chance)?;
    Ok(Entered { person: who.person, secret })
}
