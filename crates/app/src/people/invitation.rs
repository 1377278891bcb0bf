use super::Trouble;
use crate::{Failure, account, mail};
use base::{Actor, Chance, Moment, PersonId, TenantId};
use sha2::{Digest, Sha256};
use store::{SignInTry, Transaction};

/// What is handed to somebody who is to choose a password, by hand or on paper: shown once and kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub person: PersonId,
    /// The last part of a setup link's address.
    pub token: String,
    /// The same to be typed: sixteen digits, which every keyboard has, whatever its letters.
    pub code: String,
    /// Neither opens anything from then on, nor once one of them was used.
    pub until: Moment,
    /// Where a letter with a link of its own goes besides, if they have an address.
    pub mailed_to: Option<mail::Address>,
}

/// A code is as good as the link, and a guess at it is one in 10¹⁶.
const DIGITS: usize = 16;
/// In the place of an account, so that wrong codes are counted like wrong passwords; no account holds a space.
const COUNTED_AS: &str = "invitation code";

/// Gives somebody who is there already a new link and code; earlier ones open nothing any more.
///
/// # Errors
/// [`Failure::NotFound`], also for somebody who was deactivated.
pub fn invite(
    tx: &mut Transaction,
    by: Actor,
    person: PersonId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Invitation, Failure> {
    let known = tx.person(by.tenant, person)?.ok_or(Failure::NotFound)?;
    if known.deactivated.is_some() {
        return Err(Failure::NotFound);
    }
    let token = account::hand_out_setup_link(tx, by, person, now, chance)?;
    with_code(tx, by.tenant, person, token, now, chance)
}

/// Every invitation comes by here, whichever way it is handed over: here it is mailed, too.
pub(super) fn with_code(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    token: String,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Invitation, Failure> {
    let number = u128::from_be_bytes(chance.key().0) % 10_u128.pow(16);
    let code = format!("{number:0DIGITS$}");
    let until = now.plus_seconds(account::link_good_for());
    tx.add_setup_link(tenant, &secret(&code), person, until)?;
    let mailed_to = mail::invite(tx, tenant, person, now, chance)?;
    Ok(Invitation { person, token, code, until, mailed_to })
}

/// The token of the setup link for which the code stands; `None` for a code that opens nothing, which is counted.
///
/// # Errors
/// [`Trouble::CodeUnreadable`]; [`account::Refusal::TooManyAttempts`] when this network has to wait.
pub fn enter_code(
    tx: &mut Transaction,
    tenant: TenantId,
    typed: &str,
    network: &str,
    now: Moment,
) -> Result<Option<String>, Failure> {
    let code: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    if code.len() != DIGITS || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Trouble::CodeUnreadable.into());
    }
    let attempt = SignInTry { account: COUNTED_AS.to_owned(), network: network.to_owned(), device: None };
    if let Some(seconds) = tx.sign_in_wait(tenant, &attempt, now)? {
        return Err(account::Refusal::TooManyAttempts { minutes: (seconds / 60 + 1).max(1) }.into());
    }
    let secret = secret(&code);
    if tx.setup_link(tenant, &secret, now)?.is_some() {
        return Ok(Some(account::link_token(&secret)));
    }
    tx.record_failed_sign_in(tenant, &attempt, now)?;
    Ok(None)
}

fn secret(code: &str) -> [u8; 32] {
    Sha256::digest(format!("glas invitation code\n{code}")).into()
}
