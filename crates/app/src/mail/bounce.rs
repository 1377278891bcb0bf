//! Letters that came back after a mail server had taken them.

use super::{Reason, queue::news, reply};
use crate::Failure;
use base::{LetterId, Moment, TenantId};
use store::{LetterNews, LetterState, Transaction};

/// What a mail server tells of a letter that it has taken, once it could be read out of its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// What may be the key of the letter: whichever of them is one.
    pub letters: Vec<LetterId>,
    /// Whether the letter will not arrive any more; otherwise it only takes longer.
    pub is_final: bool,
    /// Class, subject and detail (RFC 3463): `5.1.1`.
    pub status: Option<(u16, u16, u16)>,
    /// The remote server's own words.
    pub answer: String,
}

/// What was made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// None of our letters; or one that nothing is known of any more.
    Unknown,
    /// The letter takes longer.
    Delayed,
    /// The letter did not arrive.
    Failed,
}

/// Notes what became of the letter. Where nobody is at the address, letters to it that wait are not sent either.
///
/// # Errors
/// Only faults of the store.
pub fn take_bounce(tx: &mut Transaction, bounce: &Bounce, now: Moment) -> Result<Taken, Failure> {
    for id in &bounce.letters {
        if let Some(tenant) = tx.tenant_of_letter(*id)? {
            return of_letter(tx, tenant, *id, bounce, now);
        }
    }
    Ok(Taken::Unknown)
}

fn of_letter(
    tx: &mut Transaction,
    tenant: TenantId,
    id: LetterId,
    bounce: &Bounce,
    now: Moment,
) -> Result<Taken, Failure> {
    let reason = reason(bounce);
    let (state, taken) = match bounce.is_final {
        true => (LetterState::Failed, Taken::Failed),
        false => (LetterState::Sent, Taken::Delayed),
    };
    let told = LetterNews { answer: Some(bounce.answer.clone()), ..news(state, reason, None, now) };
    // One that was sent once more meanwhile is another attempt, of which this says nothing.
    if !tx.change_letter(tenant, id, &[LetterState::Sent], &told)? {
        return Ok(Taken::Unknown);
    }
    if reason == Reason::NoSuchMailbox
        && let Some(recipient) = tx.letter(tenant, id)?.and_then(|letter| letter.recipient)
    {
        tx.withdraw_letters_to(tenant, &recipient, &news(LetterState::Failed, Reason::AddressDead, None, now))?;
    }
    Ok(taken)
}

fn reason(bounce: &Bounce) -> Reason {
    if !bounce.is_final {
        return Reason::Delayed;
    }
    match bounce.status {
        Some((5, subject, detail)) => reply::reason(0, Some((subject, detail))).unwrap_or(Reason::Bounced),
        _ => Reason::Bounced,
    }
}

/// Whether a letter to this address came back because nobody is there, and none has gone out since.
///
/// # Errors
/// Only faults of the store.
pub(super) fn is_dead(tx: &mut Transaction, tenant: TenantId, recipient: &str) -> Result<bool, Failure> {
    let nobody = Some(Reason::NoSuchMailbox.code());
    let Some(failed) = tx.newest_letter_to(tenant, recipient, LetterState::Failed, nobody)? else { return Ok(false) };
    let sent = tx.newest_letter_to(tenant, recipient, LetterState::Sent, None)?;
    Ok(sent.is_none_or(|sent| sent <= failed))
}
