//! The second factor: a code generator or a passkey, and one-time codes for whoever has lost them.

use super::{
    CodeSecret, Device, Entered, Refusal, SignedIn, authenticator,
    recovery::{RECOVERY_CODES, RecoveryCode},
    sign_in,
};
use crate::{
    Failure, Instance,
    mail::{self, AccountNews},
    retention::{Class, law},
};
use base::{Actor, Chance, Moment, PersonId, TenantId};
use store::{Authenticator, SignInStep, SignInTry, Transaction};

/// A right password waits so many seconds for its code.
pub fn step_seconds() -> i64 {
    law().seconds(Class::SignInSteps).unwrap_or(0)
}

/// After so many wrong codes the password is asked for again.
const MOST_TRIED: i64 = 5;

/// What somebody has, for the page about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SecondFactor {
    /// Since when there is a code generator.
    pub generator: Option<Moment>,
    pub passkeys: usize,
    pub recovery_codes_left: i64,
}

impl SecondFactor {
    pub fn is_there(&self) -> bool {
        self.generator.is_some() || self.passkeys > 0
    }
}

/// # Errors
/// Only faults of the store.
pub fn second_factor(tx: &mut Transaction, tenant: TenantId, person: PersonId) -> Result<SecondFactor, Failure> {
    Ok(SecondFactor {
        generator: tx.authenticator(tenant, person)?.map(|authenticator| authenticator.added),
        passkeys: tx.passkeys_of(tenant, person)?.len(),
        recovery_codes_left: tx.recovery_codes_left(tenant, person)?,
    })
}

/// Takes up a code generator once it has shown that it makes the right codes, in the place of an earlier one. The recovery
/// codes are told only here.
///
/// # Errors
/// [`Refusal::CodeWrong`].
pub fn add_code_generator(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    secret: CodeSecret,
    code: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<[RecoveryCode; RECOVERY_CODES], Failure> {
    let step = authenticator::step_of(secret.bytes(), &digits(code), now)?.ok_or(Refusal::CodeWrong)?;
    let added = Authenticator { secret: secret.bytes().to_vec(), last_step: step, added: now };
    tx.replace_authenticator(tenant, who.person, &added)?;
    let news = ("person.second-factor-added", AccountNews::SecondFactorAdded);
    sign_in::record_and_tell(tx, tenant, who.person, news, now, chance)?;
    give_codes(tx, tenant, who.person, chance)
}

/// New recovery codes; the earlier ones are good no more.
///
/// # Errors
/// [`Failure::NotFound`] where there is no second factor.
pub fn renew_recovery_codes(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<[RecoveryCode; RECOVERY_CODES], Failure> {
    if !tx.has_second_factor(tenant, who.person)? {
        return Err(Failure::NotFound);
    }
    sign_in::record(tx, tenant, who.person, "person.recovery-codes-renewed", now)?;
    give_codes(tx, tenant, who.person, chance)
}

pub(super) fn give_codes(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    chance: &mut dyn Chance,
) -> Result<[RecoveryCode; RECOVERY_CODES], Failure> {
    let codes = RecoveryCode::set(chance);
    tx.replace_recovery_codes(tenant, person, &codes.map(|code| code.0))?;
    Ok(codes)
}

/// Recovery codes stand for a second factor, and go with the last.
pub(super) fn forget_codes_of_none(tx: &mut Transaction, tenant: TenantId, person: PersonId) -> Result<(), Failure> {
    if !tx.has_second_factor(tenant, person)? {
        tx.remove_recovery_codes(tenant, person)?;
        tx.remove_sign_in_steps_of(tenant, person)?;
    }
    Ok(())
}

/// Gives up one's own code generator.
///
/// # Errors
/// [`Failure::NotFound`] where there is none.
pub fn remove_code_generator(
    tx: &mut Transaction,
    tenant: TenantId,
    who: &SignedIn,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    if !tx.remove_authenticator(tenant, who.person)? {
        return Err(Failure::NotFound);
    }
    forget_codes_of_none(tx, tenant, who.person)?;
    let news = ("person.second-factor-removed", AccountNews::SecondFactorRemoved);
    sign_in::record_and_tell(tx, tenant, who.person, news, now, chance)
}

/// Takes generator, passkeys and codes from somebody who has lost them, by an administrator, whom the journal names, or
/// from the command line.
///
/// # Errors
/// [`Failure::NotFound`] where there is none.
pub fn take_second_factor_away(
    tx: &mut Transaction,
    tenant: TenantId,
    by: Option<Actor>,
    person: PersonId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let generators = tx.remove_authenticator(tenant, person)?;
    let passkeys = tx.remove_passkeys_of(tenant, person)?;
    if !generators && passkeys == 0 {
        return Err(Failure::NotFound);
    }
    forget_codes_of_none(tx, tenant, person)?;
    sign_in::record_by(tx, tenant, by, person, "person.second-factor-taken-away", now)?;
    mail::tell(tx, tenant, person, AccountNews::SecondFactorRemoved, now, chance)
}

/// A right password is half of it, where there is a second factor: what the browser has to come back with.
pub(super) fn step_for(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    browser: &str,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<[u8; 32]>, Failure> {
    if !tx.has_second_factor(tenant, person)? {
        return Ok(None);
    }
    tx.remove_sign_in_steps_expired_by(tenant, now)?;
    let secret = chance.secret();
    let expires = now.plus_seconds(step_seconds());
    tx.add_sign_in_step(tenant, &secret, &SignInStep { person, browser: browser.to_owned(), expires, tried: 0 })?;
    Ok(Some(secret))
}

/// What a right password waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awaited {
    /// A code of a generator; recovery codes are taken either way.
    pub code: bool,
    pub passkey: bool,
}

/// Whether the password was right lately, so that the page for the second factor may be shown, and what may come.
///
/// # Errors
/// [`Refusal::SignInStepOver`].
pub fn awaits_second_factor(
    tx: &mut Transaction,
    tenant: TenantId,
    step: &[u8; 32],
    now: Moment,
) -> Result<Awaited, Failure> {
    let waiting = tx.sign_in_step(tenant, step, now)?.ok_or(Refusal::SignInStepOver)?;
    let has = second_factor(tx, tenant, waiting.person)?;
    Ok(Awaited { code: has.generator.is_some(), passkey: has.passkeys > 0 })
}

/// The other half of signing in: a code of the generator, or a recovery code. `None` for a wrong one, which is counted.
///
/// Whoever comes so far has the password, so from browsers that are not known wrong codes are counted together,
/// wherever they come from: six digits would not stand the patience that passwords are given.
///
/// # Errors
/// [`Refusal::SignInStepOver`], [`Refusal::TooManyAttempts`].
pub fn pass_second_factor(
    tx: &mut Transaction,
    instance: &Instance,
    step: &[u8; 32],
    code: &str,
    device: Option<&Device>,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<Entered>, Failure> {
    let tenant = instance.tenant;
    let waiting = tx.sign_in_step(tenant, step, now)?.ok_or(Refusal::SignInStepOver)?;
    let person = waiting.person;
    if !tx.person(tenant, person)?.is_some_and(|person| sign_in::may_come_in(&person)) {
        return Err(Refusal::SignInStepOver.into());
    }
    let counted = counted(instance, person, device);
    if let Some(seconds) = tx.sign_in_wait(tenant, &counted, now)? {
        return Err(Refusal::waiting(seconds).into());
    }
    if waiting.tried < MOST_TRIED && is_right(tx, tenant, person, code, now)? {
        tx.remove_sign_in_step(tenant, step)?;
        tx.remove_failed_sign_ins(tenant, &counted)?;
        let from = (waiting.browser.as_str(), counted.device.is_some());
        return sign_in::enter(tx, tenant, person, from, now, chance).map(Some);
    }
    tx.record_failed_sign_in(tenant, &counted, now)?;
    tx.record_sign_in_step_tried(tenant, step)?;
    if waiting.tried + 1 >= MOST_TRIED {
        tx.remove_sign_in_step(tenant, step)?;
    }
    Ok(None)
}

/// Codes are counted for the person alone, wherever they come from.
pub(super) fn counted(instance: &Instance, person: PersonId, device: Option<&Device>) -> SignInTry {
    let device = device.filter(|device| device.knows(&instance.device_secret, person));
    SignInTry {
        account: format!("code\n{person}"),
        network: format!("wherever\n{person}"),
        device: device.map(|device| device.id),
    }
}

fn is_right(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    code: &str,
    now: Moment,
) -> Result<bool, Failure> {
    if let Some(recovery) = RecoveryCode::parse(code) {
        let is_used_up = tx.record_recovery_code_used(tenant, person, &recovery.0, now)?;
        if is_used_up {
            sign_in::record(tx, tenant, person, "person.recovery-code-used", now)?;
        }
        return Ok(is_used_up);
    }
    is_right_code(tx, tenant, person, code, now)
}

/// Whether the generator makes this code now, which uses it up.
pub(super) fn is_right_code(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    code: &str,
    now: Moment,
) -> Result<bool, Failure> {
    let Some(authenticator) = tx.authenticator(tenant, person)? else { return Ok(false) };
    match authenticator::step_of(&authenticator.secret, &digits(code), now)? {
        Some(step) => Ok(tx.record_code_used(tenant, person, step)?),
        None => Ok(false),
    }
}

/// Generators show „123 456“.
fn digits(code: &str) -> String {
    code.chars().filter(|letter| !letter.is_whitespace()).take(10).collect()
}
