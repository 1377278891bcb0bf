use super::{Address, Letter, Posting, Reason, enqueue, queue::news};
use crate::Failure;
use base::{Chance, Moment, PersonId, TenantId};
use store::{LetterState, Transaction};

/// Writes to somebody how they choose their password, where they have an address; who was invited before gets a new link.
/// Answers with the address. Letters with a link for them that still wait are withdrawn: the last one counts.
///
/// The link itself is made when the letter goes out. Opening it uses nothing up: only the password that is sent with the
/// form does, so that programs which look into letters before their readers do no harm.
///
/// # Errors
/// [`Failure::NotFound`] when there is no such person.
pub fn invite(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    now: Moment,
    chance: &mut dyn Chance,
) -> Result<Option<Address>, Failure> {
    let person = tx.person(tenant, person)?.ok_or(Failure::NotFound)?;
    withdraw_invitations(tx, tenant, person.id, now)?;
    let Some(to) = person.email.as_deref().and_then(Address::parse) else { return Ok(None) };
    let letter = if person.created == now {
        Letter::Invitation { person: person.id }
    } else {
        Letter::SetupLink { person: person.id }
    };
    let once = format!("{} {} {}", letter.code(), person.id, now.0);
    let language = tx.language_of(tenant, person.id)?.unwrap_or_default();
    let posting = Posting { letter, to: to.clone(), language, once };
    enqueue(tx, tenant, posting, now, chance)?;
    Ok(Some(to))
}

/// Withdraws the letters with a link for the person that still wait.
///
/// # Errors
/// Only faults of the store.
pub fn withdraw_invitations(
    tx: &mut Transaction,
    tenant: TenantId,
    person: PersonId,
    now: Moment,
) -> Result<(), Failure> {
    let superseded = news(LetterState::Failed, Reason::Superseded, None, now);
    for kind in ["invitation", "setup-link"] {
        tx.withdraw_letters(tenant, kind, ("person", person.0), &superseded)?;
    }
    Ok(())
}
