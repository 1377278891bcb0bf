use super::{Attempt, Device, Entered, Refusal, SignedIn, second_factor, sign_in};
use crate::{Failure, Instance, mail::AccountNews};
use base::{Chance, Moment, TenantId};
use store::Transaction;

/// With what somebody can show once more who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Proofs {
    pub password: bool,
    pub code: bool,
    pub passkey: bool,
}

/// # Errors
/// Only faults of the store.
pub fn proofs(tx: &mut Transaction, tenant: TenantId, who: &SignedIn) -> Result<Proofs, Failure> {
    let has = second_factor::second_factor(tx, tenant, who.person)?;
    let password = tx.person(tenant, who.person)?.is_some_and(|person| person.password_hash.is_some());
    Ok(Proofs { password, code: has.generator.is_some(), passkey: has.passkeys > 0 })
}

/// The same with a code of the generator, of which each is taken once. `None` for a wrong one, which is counted.
///
/// # Errors
/// [`Refusal::TooManyAttempts`].
pub fn confirm_with_code(
    tx: &mut Transaction,
    instance: &Instance,
    who: &SignedIn,
    code: &str,
    device: Option<&Device>,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<Entered>, Failure> {
    let (tenant, counted) = (instance.tenant, second_factor::counted(instance, who.person, device));
    if let Some(seconds) = tx.sign_in_wait(tenant, &counted, now)? {
        return Err(Refusal::waiting(seconds).into());
    }
    if second_factor::is_right_code(tx, tenant, who.person, code, now)? {
        tx.remove_failed_sign_ins(tenant, &counted)?;
        return confirm(tx, tenant, who, now, chance).map(Some);
    }
    tx.record_failed_sign_in(tenant, &counted, now)?;
    Ok(None)
}

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
    Ok(Entered { person: who.person, secret, language: None })
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
    let news = ("person.password-changed", AccountNews::PasswordChanged);
    sign_in::record_and_tell(tx, tenant, who.person, news, now, chance)?;
    let secret = sign_in::open_session(tx, tenant, who.person, browser, now, chance)?;
    Ok(Entered { person: who.person, secret, language: None })
}
